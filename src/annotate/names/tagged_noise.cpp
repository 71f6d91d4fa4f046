// What the tagger takes for a name and is none: days and hours, common nouns.
#include <algorithm>

#include "annotate/letters.h"
#include "annotate/names/mentions.h"
#include "base/bytes.h"
#include "base/data.h"
#include "base/strings.h"
#include "knowledge/calendar.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/fold_dots.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr float kMeaning = 0.25F;  // weight of what the word means
constexpr float kSure = 0.6F;      // … where the table does not have the meaning
constexpr float kCommon = 8.8F;    // rarity of an English word that is more than a name
constexpr int kMostLookedUp = 64;  // looked up for one article

bool is_known(const Text& text, Range range) {
  const auto piece =
      std::partition_point(text.pieces.begin(), text.pieces.end(),
                           [&](const Piece& p) { return p.word.end <= range.begin; });
  return piece != text.pieces.end() && piece->word.overlaps(range) &&
         (piece->entity >= 0 || piece->adjective >= 0 || piece->institution >= 0);
}

bool behind_place_word(const Text& text, Range range) {
  const auto next = piece_from(text.pieces, range.begin);
  return next != text.pieces.begin() && (next - 1)->has(knowledge::NameCue::kPlaceWord) &&
         is_adjacent(text, (next - 1)->word, range);
}

// A capital that the sentence or the headline asks for.
bool capital_by_grammar(const Text& text, Range range) {
  const auto& sentences = text.source.sentences;
  if (text.title_case || sentences.empty()) return true;
  for (uint32_t at = sentences[sentence_of(text.source, range.begin)].begin; at < range.begin;) {
    const text::CodePoint c = text::decode(text.source.raw, at);
    if (text::is_word(c.value)) return false;
    at += c.length;
  }
  return true;
}

bool is_listed(std::string_view english) {
  static const auto kWords = [] {
    std::unordered_set<std::string_view> words;
    for (const auto line : lines(embedded_data("annotate/common_nouns.tsv"))) {
      if (line.starts_with('#')) continue;
      for (const auto word : split_trimmed(line, ' ')) words.insert(word);
    }
    return words;
  }();
  return kWords.contains(english);
}

// "Bodrum'da": an apostrophe parts the endings of names only.
bool has_parted_ending(const Text& text, Range range) {
  const std::string_view rest = text.source.raw.substr(range.end, 3);
  return rest.starts_with('\'') || rest.starts_with("’");
}

struct Noun {
  bool thing = false;   // its English stands in the table
  bool common = false;  // … is common
};

Noun noun_of(const Work& work, const std::string& word) {
  const lexicon::Lexicon& lexicon = lexicon::Lexicon::load();
  const auto meanings = lexicon.entry(word, work.article.lang);
  if (meanings.empty()) return {};
  float listed = 0;
  for (const auto& meaning : meanings) {
    if (is_listed(meaning.word)) listed += meaning.weight;
  }
  if (listed >= kMeaning && is_listed(meanings.front().word)) return {.thing = true};
  if (meanings.front().weight < kSure) return {};
  // "आरबीआई": a title of several words is what the word is short for.
  const auto titles = lexicon.translations(word, work.article.lang);
  if (!titles.empty() && titles.front().word.find(' ') != std::string::npos) return {};
  const std::string& english = meanings.front().word;
  const auto term = lexicon.readings(english, lexicon::kPivot);
  return {.common = !term.empty() && lexicon.rarity(term[0].term) < kCommon &&
                    work.knowledge.find_by_name(english).empty()};
}

class Noise {
 public:
  explicit Noise(Work& work) : work_(work), lang_(model::table_language(work.article.lang)) {}

  void run() {
    for (const Text& text : work_.texts) {
      for (const TaggedName& name : text.tagged) note(text, name);
    }
    for (Text& text : work_.texts) {
      std::erase_if(text.tagged, [&](const TaggedName& name) {
        return is_time(text, name) || is_amount(text, name) || is_field(text, name) ||
               is_common_noun(text, name);
      });
    }
  }

 private:
  // What has a capital of its own somewhere is a name everywhere.
  void note(const Text& text, const TaggedName& name) {
    const std::string_view written = name.range.of(text.source.raw);
    if (!is_cased(text::decode(written, 0).value) || work_.capital_nouns) return;
    if (!capital_by_grammar(text, name.range)) named_.insert(text::fold_with_dots(written));
  }

  // "10 Aralık", "3 ноября", "روز پنجشنبه". A month alone may be somebody's name: "Theresa May".
  bool is_time(const Text& text, const TaggedName& name) const {
    const std::string_view written = name.range.of(text.source.raw);
    const auto dates = knowledge::find_dates(written, {.lang = lang_, .allow_partial = true});
    if (dates.empty()) return false;
    const knowledge::DateMatch& date = dates.front();
    const std::string_view rest = text::trim_space(written.substr(date.range.end));
    const std::string_view front = text::trim_space(written.substr(0, date.range.begin));
    if (!is_time_word(front) || !is_time_word(rest)) return false;
    const bool digit = std::ranges::any_of(written, [](char c) { return c >= '0' && c <= '9'; });
    const bool person = name.type == NameType::kPerson && is_cased(text::decode(written, 0).value);
    return digit || !person;
  }

  // "3800 Hektar", "212 Zeilen": where nouns have capitals, a number and one word are no place.
  bool is_amount(const Text& text, const TaggedName& name) const {
    const std::string_view written = name.range.of(text.source.raw);
    const size_t blank = written.find(' ');
    return work_.capital_nouns && name.type == NameType::kPlace &&
           blank != std::string_view::npos &&
           written.find(' ', blank + 1) == std::string_view::npos &&
           written.substr(0, blank).find_first_not_of("0123456789.") == std::string_view::npos &&
           !is_known(text, name.range);
  }

  // "Ministro de Energía y Minas": what an office is for, up to the name and its own other fields.
  bool is_field(const Text& text, const TaggedName& name) const {
    constexpr uint32_t kReach = 64;
    const auto& offices = work_.cues("mention_office_of");
    if (offices.empty() || name.type == NameType::kPerson || is_known(text, name.range)) {
      return false;
    }
    const std::string_view raw = text.source.raw;
    uint32_t begin = name.range.begin;
    for (;;) {
      const uint32_t low = begin > kReach ? begin - kReach : 0;
      const std::string front = text::fold_copy(raw.substr(low, begin - low));
      const bool blank = front.ends_with(' ');
      const std::string_view before =
          std::string_view(front).substr(0, front.size() - (blank ? 1 : 0));
      for (const auto* office : offices) {
        if (!(blank && ends_with(before, office->text)) &&
            !(office->text.ends_with('\'') && front.ends_with(office->text))) {
          continue;
        }
        const size_t at = front.size() - office->text.size() - (blank ? 1 : 0);
        if (at == 0 || !text::is_letter(text::decode_before(front, at).value)) return true;
      }
      // Over "Energía y": a word with a capital, or one of few letters.
      if (begin < 2 || raw[begin - 1] != ' ' || name.range.begin - begin > kReach) return false;
      uint32_t word = begin - 1;
      while (word > 0 && raw[word - 1] != ' ') --word;
      const std::string_view written = raw.substr(word, begin - 1 - word);
      constexpr size_t kShort = 3;
      const bool plain = written.find_first_of(",.;:()\"") == std::string_view::npos;
      if (!plain || written.empty() ||
          (written.size() > kShort && !text::is_upper(text::decode(written, 0).value))) {
        return false;
      }
      begin = word;
    }
  }

  // Nothing, or words such as "day".
  bool is_time_word(std::string_view words) const {
    if (words.empty()) return true;
    const std::string folded = text::fold_copy(words);
    return std::ranges::any_of(work_.cues("mention_time_word"),
                               [&](const knowledge::Cue* cue) { return cue->text == folded; });
  }

  // "लिथियम", "トンネル": where no capital tells a name, and where grammar asks for it, a word of
  // the language whose English is a common noun.
  bool is_common_noun(const Text& text, const TaggedName& name) {
    if (name.type == NameType::kPerson) return false;
    const std::string_view written = name.range.of(text.source.raw);
    if (written.find_first_of(" -'.") != std::string_view::npos) return false;
    const bool cased = is_cased(text::decode(written, 0).value);
    if (cased && !work_.capital_nouns && !capital_by_grammar(text, name.range)) return false;
    if (has_parted_ending(text, name.range)) return false;
    if (is_known(text, name.range)) return false;
    if (name.type == NameType::kPlace && behind_place_word(text, name.range)) return false;
    // Clubs are called by common nouns.
    if (name.type == NameType::kOrganisation && is_sport()) return false;
    std::string folded = text::fold_with_dots(written);
    if (named_.contains(folded)) return false;
    const auto [known, fresh] = nouns_.try_emplace(std::move(folded));
    if (fresh && nouns_.size() <= kMostLookedUp) known->second = noun_of(work_, known->first);
    // Bodies are called by common nouns that are no things: "the Front".
    return known->second.thing || (known->second.common && name.type == NameType::kPlace);
  }

  bool is_sport() {
    if (!work_.sport) work_.sport = speaks_of_sport(work_);
    return *work_.sport;
  }

  Work& work_;
  std::string_view lang_;
  std::unordered_set<std::string> named_;
  std::unordered_map<std::string, Noun> nouns_;  // by the folded word
};

}  // namespace

void drop_noise(Work& work) { Noise(work).run(); }

bool is_noun(const Work& work, std::string_view written) {
  const Noun noun = noun_of(work, text::fold_with_dots(written));
  return noun.thing || noun.common;
}

bool is_plain_noun(const Work& work, const Text& text, Range range) {
  const std::string_view written = range.of(text.source.raw);
  if (!is_cased(text::decode(written, 0).value) || has_parted_ending(text, range) ||
      (!work.capital_nouns && !capital_by_grammar(text, range))) {
    return false;
  }
  if (written.find(' ') != std::string_view::npos || behind_place_word(text, range)) return false;
  const auto meanings =
      lexicon::Lexicon::load().entry(text::fold_with_dots(written), work.article.lang);
  return !meanings.empty() && meanings.front().weight >= kMeaning &&
         is_listed(meanings.front().word);
}

}  // namespace synoptic::annotate
