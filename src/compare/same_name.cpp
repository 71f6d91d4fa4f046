#include "compare/same_name.h"

#include <algorithm>

#include "base/data.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostPlaces = 3;
constexpr float kMostWords = 5, kMostNames = 40, kMostTimes = 4, kMostLetters = 20;

char32_t first_letter(const CastName& name) {
  return name.sounds.letters.empty() ? U' ' : name.sounds.letters[0];
}

// One script, as far as spelling goes: Latin, Cyrillic, Arabic … are blocks of their own.
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

}  // namespace

const std::array<std::string_view, SameName::kFeatures>& SameName::names() {
  static const std::array<std::string_view, kFeatures> names{
      "spelt",    "meant",       "classes", "whole",      "span",       "share",       "words_mean",
      "words_least", "letters",  "initials", "shorter",   "longer",     "words",       "more_words",
      "script",   "language",    "known",   "person",     "sort",       "sentence",    "around",
      "rank_sound", "lead_sound", "rank_around", "lead_around", "others", "first",     "times"};
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
  for (const auto& name : cast_) {
    names_[name.account] += 1;
    const Telling& telling = input_.tellings[name.telling];
    auto& spots = spots_.emplace_back();
    for (size_t k = 0; k < std::min(kMostPlaces, name.places.size()); ++k) {
      const auto& sentence = telling.sentences[sentence_of(telling, name.places[k])];
      const auto inside = [&](uint32_t at) { return at - std::min(at, sentence.range.begin); };
      const Range word{inside(name.places[k].range.begin), inside(name.places[k].range.end)};
      spots.push_back({&sentence, number_of(&sentence),
                       terms_beside(sentence.text, word, telling.annotated->article.lang)});
    }
  }
  sentences_.assign(numbers_.size() * numbers_.size(), -1);
  pairs_.resize(size * size);
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
      pairs_[i * size + j] = pairs_[j * size + i] = pair_of(i, j);
      note(i, j);
      note(j, i);
    }
  }
}

size_t SameName::number_of(const Sentence* sentence) {
  return numbers_.try_emplace(sentence, numbers_.size()).first->second;
}

// Many names stand in one sentence.
float SameName::likeness_of(const Spot& a, const Spot& b) const {
  float& known = sentences_[a.number * numbers_.size() + b.number];
  if (known < 0) {
    known = static_cast<float>(likeness(a.sentence->terms, b.sentence->terms));
    sentences_[b.number * numbers_.size() + a.number] = known;
  }
  return known;
}

SameName::Pair SameName::pair_of(size_t i, size_t j) const {
  const CastName& a = cast_[i];
  const CastName& b = cast_[j];
  Pair out;
  out.sound = static_cast<float>(std::max({likest_span(a.sounds, b.sounds).alike,
                                           likeness(a.spelling.terms, b.spelling.terms),
                                           are_of_one_script(a, b) ? same_letters(a.sounds, b.sounds) : 0}));
  for (const Spot& x : spots_[i]) {
    for (const Spot& y : spots_[j]) {
      out.sentence = std::max(out.sentence, likeness_of(x, y));
      out.around = std::max(out.around, static_cast<float>(likeness(x.beside, y.beside)));
    }
  }
  return out;
}

SameName::Features SameName::features(size_t i, size_t j) const {
  const CastName& a = cast_[i];
  const CastName& b = cast_[j];
  const Pair& pair = at(i, j);
  Features out{};
  const auto set = [&](Feature feature, double value) { out[feature] = static_cast<float>(value); };
  const auto span = likest_span(a.sounds, b.sounds);
  const auto words = word_by_word(a.sounds, b.sounds);
  const bool one_script = are_of_one_script(a, b);
  set(kSpelt, likeness(a.spelling, b.spelling));
  set(kMeant, likeness(a.spelling.terms, b.spelling.terms));
  set(kClasses, likest_words(a.spelling, b.spelling));
  set(kWhole, alike_in_sound(a.sounds.whole, b.sounds.whole));
  set(kSpan, span.alike);
  set(kShare, span.share);
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
    return name.places.empty() ? 1.0 : telling.sentences[sentence_of(telling, name.places[0])].position;
  };
  set(kFirst, std::abs(first_of(a) - first_of(b)));
  out[kTimes] = std::min(kMostTimes, std::abs(static_cast<float>(a.places.size()) -
                                              static_cast<float>(b.places.size())));
  return out;
}

}  // namespace synoptic::compare
