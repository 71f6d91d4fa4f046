// People before a title whom the tagger does not see, and words in front of a name or behind it
// that are none of it: "엄기춘 씨", "Апеляцію |Коваль|", "|Кацман| 14 ноября".
#include <algorithm>
#include <map>

#include "annotate/letters.h"
#include "annotate/names/mentions.h"
#include "base/strings.h"
#include "knowledge/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;

constexpr size_t kGiven = 2;  // syllables of a given name

// The word of syllables that ends at the byte; empty: other letters stand before it.
Range syllables_before(std::string_view raw, uint32_t end) {
  uint32_t begin = end;
  while (begin > 0) {
    const text::CodePoint c = text::decode_before(raw, begin);
    if (!text::is_hangul(c.value)) {
      if (text::is_word(c.value)) return {};
      break;
    }
    begin -= c.length;
  }
  return {begin, end};
}

bool is_full_name(const Work& work, std::string_view written) {
  const size_t letters = text::count_code_points(written);
  return std::ranges::any_of(work.cues("mention_surname"), [&](const knowledge::Cue* cue) {
    return written.starts_with(cue->text) && letters == text::count_code_points(cue->text) + kGiven;
  });
}

// "한국대 교수": what the word ends with says that it is a body or a group.
bool ends_as_no_name(const Work& work, std::string_view written) {
  return std::ranges::any_of(work.cues("mention_no_name_end"), [&](const knowledge::Cue* cue) {
    return written.ends_with(cue->text);
  });
}

void find_before_titles(const Work& work, Text& text) {
  const std::string_view raw = text.source.raw;
  std::vector<TaggedName> found;
  for (const Piece& piece : text.pieces) {
    if (piece.entity >= 0 || !piece.has(NameCue::kPersonMark)) continue;
    if (piece.word.begin < 2 || raw[piece.word.begin - 1] != ' ') continue;
    const Range range = syllables_before(raw, piece.word.begin - 1);
    if (range.empty()) continue;
    const std::string_view written = range.of(raw);
    if (!is_full_name(work, written) || ends_as_no_name(work, written)) continue;
    const auto known = piece_from(text.pieces, range.begin);
    if (known != text.pieces.end() && known->word.begin < range.end) continue;
    const bool tagged = std::ranges::any_of(
        text.tagged, [&](const TaggedName& name) { return name.range.overlaps(range); });
    if (tagged || is_noun(work, written)) continue;
    constexpr float kSure = 3.0F;
    found.push_back({.range = range, .type = NameType::kPerson, .margin = kSure});
  }
  if (found.empty()) return;
  for (const TaggedName& name : found) text.tagged.push_back(name);
  std::ranges::sort(text.tagged, {}, [](const TaggedName& name) { return name.range.begin; });
}

bool begins_a_sentence(const Text& text, Range range) {
  const auto& sentences = text.source.sentences;
  return !sentences.empty() &&
         sentences[sentence_of(text.source, range.begin)].begin == range.begin;
}

// The full names of people by their last words, all folded.
using Surnames = std::multimap<std::string, std::string>;

Surnames surnames_of(const Work& work) {
  Surnames surnames;
  for (const Text& text : work.texts) {
    for (const TaggedName& name : text.tagged) {
      if (name.type != NameType::kPerson) continue;
      const std::string written = text::fold_copy(name.range.of(text.source.raw));
      const size_t blank = written.find_last_of(' ');
      if (blank != std::string::npos) surnames.emplace(written.substr(blank + 1), written);
    }
  }
  return surnames;
}

// "Апеляцію Коваль", "ويرى البجاوي": a noun with the capital of the sentence, or a verb, before the
// surname of somebody whom the article names in full.
void cut_front(const Work& work, const Text& text, const Surnames& surnames, TaggedName& name) {
  if (name.type != NameType::kPerson || text.title_case) return;
  const std::string_view raw = text.source.raw, written = name.range.of(raw);
  const size_t blank = written.find(' ');
  if (blank == std::string_view::npos || written.find(' ', blank + 1) != std::string_view::npos) {
    return;
  }
  const std::string_view word = written.substr(0, blank);
  if (is_cased(text::decode(word, 0).value) && !begins_a_sentence(text, name.range)) return;
  const std::string own = text::fold_copy(written);
  const auto [first, last] = surnames.equal_range(text::fold_copy(written.substr(blank + 1)));
  const bool other = std::any_of(first, last, [&](const auto& full) { return full.second != own; });
  if (!other) return;
  const auto piece = piece_from(text.pieces, name.range.begin);
  const bool told = piece != text.pieces.end() && piece->word.begin == name.range.begin &&
                    piece->word.end == name.range.begin + blank && piece->entity < 0 &&
                    (piece->has(NameCue::kWill) || piece->has(NameCue::kStop));
  if (told || is_noun(work, word)) name.range.begin += static_cast<uint32_t>(blank) + 1;
}

// "Кацман 14 ноября"
void cut_date(const Work& work, const Text& text, TaggedName& name) {
  const std::string_view written = name.range.of(text.source.raw);
  size_t digit = 0;
  while (digit < written.size() && !text::is_digit(text::decode(written, digit).value)) {
    digit += text::decode(written, digit).length;
  }
  if (digit == 0 || digit >= written.size() || written.find(' ') + 1 != digit) return;
  const std::string_view rest = written.substr(digit);
  if (rest.find(' ') == std::string_view::npos) return;  // "Studio 54"
  const auto dates = knowledge::find_dates(
      rest, {.lang = std::string(model::table_language(work.article.lang)), .allow_partial = true});
  if (dates.size() != 1 || dates[0].range.begin != 0 || dates[0].range.end != rest.size()) return;
  name.range.end = name.range.begin + static_cast<uint32_t>(digit) - 1;
  if (name.type == NameType::kOrganisation) name.type = NameType::kPerson;
}

// "Royal Institution (RI)": the letters are a name of their own.
void cut_bracket(const Text& text, TaggedName& name) {
  const std::string_view written = name.range.of(text.source.raw);
  const size_t open = written.rfind(" (");
  if (name.type != NameType::kOrganisation || open == std::string_view::npos || open == 0) return;
  const std::string_view inside = written.substr(open + 2, written.find(')', open) - open - 2);
  for (size_t at = 0; at < inside.size(); at += text::decode(inside, at).length) {
    if (!text::is_upper(text::decode(inside, at).value)) return;  // "Pertamina (Persero)"
  }
  const bool closed =
      written.ends_with(')') || text.source.raw.substr(name.range.end).starts_with(')');
  if (closed) name.range.end = name.range.begin + static_cast<uint32_t>(open);
}

}  // namespace

void settle_titled(Work& work) {
  const bool surnames = !work.cues("mention_surname").empty();
  const Surnames known = surnames_of(work);
  for (Text& text : work.texts) {
    for (TaggedName& name : text.tagged) {
      cut_front(work, text, known, name);
      cut_date(work, text, name);
      cut_bracket(text, name);
    }
    if (surnames) find_before_titles(work, text);
  }
}

}  // namespace synoptic::annotate
