#include "compare/names/same_name.h"

#include <unordered_map>

#include "base/data.h"
#include "compare/cosines.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostPlaces = 3;
constexpr float kMostWords = 5, kMostNames = 40, kMostTimes = 4, kMostLetters = 20;

char32_t first_letter(const CastName& name) {
  return name.sounds.letters.empty() ? U' ' : name.sounds.letters[0];
}

// One script, as far as spelling goes: Latin, Cyrillic, Arabic … are blocks of their own.
}  // namespace

bool are_of_one_script(const CastName& a, const CastName& b) {
  const auto block = [](char32_t c) {
    if (c < 0x250) return 0U;
    if (c >= 0x2E80 && c < 0x3040) return 0x4E00U >> 8;
    if (c >= 0x4E00 && c < 0xA000) return 0x4E00U >> 8;
    if (c >= 0xAC00 && c < 0xD7B0) return 0xAC00U >> 8;
    return static_cast<unsigned>(c >> 8);
  };
  return block(first_letter(a)) == block(first_letter(b));
}

const std::array<std::string_view, SameName::kFeatures>& SameName::names() {
  static const std::array<std::string_view, kFeatures> names{
      "spelt",       "meant",      "classes",     "whole",       "span",   "share",    "words_mean",
      "words_least", "letters",    "initials",    "shorter",     "longer", "words",    "more_words",
      "script",      "language",   "known",       "person",      "sort",   "sentence", "around",
      "rank_sound",  "lead_sound", "rank_around", "lead_around", "others", "first",    "times"};
  return names;
}

const Trees& SameName::shipped() {
  static const Trees trees(embedded_data("compare/same_name.tsv"), names());
  return trees;
}

SameName::SameName(const Input& input, const std::vector<CastName>& cast, const Trees& model)
    : input_(input), cast_(cast), model_(model) {
  lay_side_by_side();
}

bool SameName::may_be_one(size_t i, size_t j) const {
  return cast_[i].account != cast_[j].account &&
         (cast_[i].entity.empty() || cast_[j].entity.empty());
}

void SameName::lay_side_by_side() {
  const size_t size = cast_.size();
  names_.assign(input_.accounts, 0);
  for (const auto& name : cast_) names_[name.account] += 1;
  pairs_.resize(size * size);
  read_places();
  best_.resize(size * input_.accounts);
  const auto note = [&](size_t i, size_t j) {
    const Pair& pair = at(i, j);
    Best& best = best_[i * input_.accounts + cast_[j].account];
    const auto keep = [](float value, float& first, float& second) {
      second = std::max(second, std::min(first, value));
      first = std::max(first, value);
    };
    keep(pair.sound, best.sound, best.next_sound);
    keep(pair.around, best.around, best.next_around);
  };
  for (size_t i = 0; i < size; ++i) {
    for (size_t j = i + 1; j < size; ++j) {
      if (cast_[i].account == cast_[j].account) continue;
      listen(i, j);
      note(i, j);
      note(j, i);
    }
  }
}

// What stands beside the names, what their sentences say, and what they mean themselves.
void SameName::read_places() {
  Cosines sentences, beside, meant;
  std::vector<size_t> of_spot;                   // the name of each place
  std::vector<std::vector<size_t>> of_sentence;  // the names in each sentence
  std::unordered_map<const Sentence*, size_t> numbers;
  for (size_t i = 0; i < cast_.size(); ++i) {
    const auto& name = cast_[i];
    const Telling& telling = input_.tellings[name.telling];
    meant.add(name.spelling.terms);
    for (size_t k = 0; k < std::min(kMostPlaces, name.places.size()); ++k) {
      const auto& sentence = telling.sentences[sentence_of(telling, name.places[k])];
      const auto inside = [&](uint32_t at) { return at - std::min(at, sentence.range.begin); };
      const Range word{inside(name.places[k].range.begin), inside(name.places[k].range.end)};
      beside.add(terms_beside(sentence.text, word, telling.annotated->article.lang));
      of_spot.push_back(i);
      const auto [number, fresh] = numbers.try_emplace(&sentence, of_sentence.size());
      if (fresh) {
        sentences.add(sentence.terms);
        of_sentence.emplace_back();
      }
      of_sentence[number->second].push_back(i);
    }
  }
  const auto keep = [&](size_t i, size_t j, float Pair::*value, float cosine) {
    float& kept = at(i, j).*value;
    kept = std::max(kept, cosine);
  };
  meant.each([&](size_t i, size_t j, float cosine) { keep(i, j, &Pair::meant, cosine); });
  beside.each([&](size_t i, size_t j, float cosine) {
    keep(of_spot[i], of_spot[j], &Pair::around, cosine);
  });
  sentences.each([&](size_t i, size_t j, float cosine) {
    for (const size_t one : of_sentence[i]) {
      for (const size_t other : of_sentence[j]) keep(one, other, &Pair::sentence, cosine);
    }
  });
}

void SameName::listen(size_t i, size_t j) {
  const CastName& a = cast_[i];
  const CastName& b = cast_[j];
  Pair& pair = at(i, j);
  const auto span = likest_span(a.sounds, b.sounds);
  pair.span = static_cast<float>(span.alike);
  pair.share = static_cast<float>(span.share);
  const double letters = are_of_one_script(a, b) ? same_letters(a.sounds, b.sounds) : 0;
  pair.sound = std::max({pair.span, pair.meant, static_cast<float>(letters)});
}

SameName::Features SameName::features(size_t i, size_t j) const {
  const CastName& a = cast_[i];
  const CastName& b = cast_[j];
  const Pair& pair = at(i, j);
  Features out{};
  const auto set = [&](Feature feature, double value) { out[feature] = static_cast<float>(value); };
  const auto words = word_by_word(a.sounds, b.sounds);
  const bool one_script = are_of_one_script(a, b);
  set(kSpelt, likeness(a.spelling, b.spelling, pair.meant));
  out[kMeant] = pair.meant;
  set(kClasses, likest_words(a.spelling, b.spelling));
  set(kWhole, alike_in_sound(a.sounds.whole, b.sounds.whole));
  out[kSpan] = pair.span;
  out[kShare] = pair.share;
  set(kWordsMean, words.mean);
  set(kWordsLeast, words.least);
  set(kLetters, one_script ? same_letters(a.sounds, b.sounds) : -1);
  set(kInitials, is_short_for(a.sounds, b.sounds) ? 1 : 0);
  const auto sizes = std::minmax({a.sounds.whole.size(), b.sounds.whole.size()});
  const auto counts = std::minmax({a.sounds.words.size(), b.sounds.words.size()});
  out[kShorter] = std::min(kMostLetters, static_cast<float>(sizes.first));
  out[kLonger] = std::min(kMostLetters, static_cast<float>(sizes.second));
  out[kWords] = std::min(kMostWords, static_cast<float>(counts.first));
  out[kMoreWords] = std::min(kMostWords, static_cast<float>(counts.second - counts.first));
  set(kScript, one_script ? 1 : 0);
  set(kLanguage, a.spelling.lang == b.spelling.lang ? 1 : 0);
  set(kKnown, a.entity.empty() && b.entity.empty() ? 0 : 1);
  set(kPerson, (a.sort == "person" ? 1 : 0) + (b.sort == "person" ? 1 : 0));
  set(kSort, a.sort == b.sort ? 1 : 0);
  out[kSentence] = pair.sentence;
  out[kAround] = pair.around;
  const Best& here = best_of(i, b.account);
  const Best& there = best_of(j, a.account);
  const auto lead = [](float value, float first, float second) {
    return value >= first ? value - second : value - first;
  };
  const auto rank = [](float value, float first) { return value >= first ? 1.0F : 0.0F; };
  out[kRankSound] = rank(pair.sound, here.sound) + rank(pair.sound, there.sound);
  out[kLeadSound] = std::min(lead(pair.sound, here.sound, here.next_sound),
                             lead(pair.sound, there.sound, there.next_sound));
  out[kRankAround] = rank(pair.around, here.around) + rank(pair.around, there.around);
  out[kLeadAround] = std::min(lead(pair.around, here.around, here.next_around),
                              lead(pair.around, there.around, there.next_around));
  out[kOthers] = std::min(kMostNames, std::min(names_[a.account], names_[b.account]));
  const auto first_of = [&](const CastName& name) {
    const Telling& telling = input_.tellings[name.telling];
    return name.places.empty() ? 1.0
                               : telling.sentences[sentence_of(telling, name.places[0])].position;
  };
  set(kFirst, std::abs(first_of(a) - first_of(b)));
  out[kTimes] = std::min(kMostTimes, std::abs(static_cast<float>(a.places.size()) -
                                              static_cast<float>(b.places.size())));
  return out;
}

}  // namespace synoptic::compare
