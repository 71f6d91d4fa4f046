// What the tagger takes into a name and is none of it: particles behind it, dates, the country of
// the role in front.
#include <algorithm>
#include <optional>

#include "annotate/names/mentions.h"
#include "annotate/quantities/quantity_draft.h"
#include "base/strings.h"
#include "knowledge/calendar.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameCue;

// "10월 15일", "2012년과 2020년에": every word begins with a number.
bool is_all_numbers(std::string_view written) {
  bool begins = true;
  for (size_t at = 0; at < written.size();) {
    const text::CodePoint c = text::decode(written, at);
    if (begins && !text::is_digit(c.value)) return false;
    if (text::is_latin(c.value) || text::is_cyrillic(c.value)) return false;
    begins = c.value == ' ';
    at += c.length;
  }
  return true;
}

bool ends_in_consonant(char32_t syllable) {
  constexpr char32_t kFirst = 0xAC00, kForms = 28;
  return text::is_hangul(syllable) && syllable >= kFirst && (syllable - kFirst) % kForms != 0;
}

// Syllables of the last word.
size_t syllables_at_end(std::string_view written) {
  size_t count = 0;
  for (size_t at = written.size(); at > 0;) {
    const text::CodePoint c = text::decode_before(written, at);
    if (!text::is_hangul(c.value)) break;
    ++count;
    at -= c.length;
  }
  return count;
}

// How many bytes of a particle the name ends with.
size_t particle_length(const Work& work, std::string_view written, NameType type) {
  const char32_t last = text::decode_before(written, written.size()).value;
  if (!text::is_hangul(last)) return 0;
  // "HD가": Hangul behind Latin letters.
  const size_t syllables = syllables_at_end(written);
  size_t behind = written.size();
  for (size_t i = 0; i < syllables; ++i) behind -= text::decode_before(written, behind).length;
  if (behind > 0) {
    const char32_t before = text::decode_before(written, behind).value;
    const bool foreign = text::is_latin(before) || text::is_digit(before);
    if (foreign && work.rules.affixes->suffixes.contains(written.substr(behind))) {
      return written.size() - behind;
    }
  }
  size_t longest = 0;
  for (const knowledge::Cue* cue : work.cues("mention_particle")) {
    if (cue->text.size() <= longest || !written.ends_with(cue->text)) continue;
    const std::string_view rest = written.substr(0, written.size() - cue->text.size());
    // The value: syllables that must be left; of what kind of name, or behind what.
    const size_t least = static_cast<size_t>(cue->value.front() - '0');
    // Of a name of several words all syllables count.
    const bool bound = cue->value.ends_with("vowel") || cue->value.ends_with("consonant");
    const size_t first = rest.find_last_of(' ');
    const size_t before =
        bound && first != std::string_view::npos ? syllables_at_end(rest.substr(0, first)) : 0;
    if (syllables_at_end(rest) + before < least) continue;
    if (cue->value.ends_with("person") && type != NameType::kPerson) continue;
    if (cue->value.ends_with("consonant") &&
        !ends_in_consonant(text::decode_before(rest, rest.size()).value)) {
      continue;
    }
    if (cue->value.ends_with("vowel") &&
        ends_in_consonant(text::decode_before(rest, rest.size()).value)) {
      continue;
    }
    longest = cue->text.size();
  }
  return longest;
}

// A known name tells itself where it ends.
bool ends_in_known(const Text& text, Range range) {
  const auto next = piece_from(text.pieces, range.end);
  return next != text.pieces.begin() && (next - 1)->entity >= 0 &&
         (next - 1)->word.end >= range.end;
}

// "министр транспорта Перу Родольфо Киспе": a country between a word in small letters and a name of
// two words is the one that the role is of.
void cut_country(const Work& work, const Text& text, TaggedName& name) {
  if (name.type != NameType::kPerson) return;
  const std::string_view raw = text.source.raw;
  const auto piece = piece_from(text.pieces, name.range.begin);
  if (piece == text.pieces.end() || piece->raw.begin != name.range.begin ||
      !is_country(work, piece->entity) || piece->word.end + 1 >= name.range.end ||
      raw[piece->word.end] != ' ') {
    return;
  }
  const Range rest{piece->word.end + 1, name.range.end};
  if (rest.of(raw).find(' ') == std::string_view::npos) return;
  if (!text::is_upper(text::decode(raw, rest.begin).value)) return;
  const std::string_view before = raw.substr(0, name.range.begin);
  if (before.size() < 2 || !before.ends_with(' ')) return;
  const size_t begin = before.find_last_of(' ', before.size() - 2) + 1;
  const char32_t first = text::decode(before, begin).value;
  if (text::is_letter(first) && !text::is_upper(first)) name.range.begin = rest.begin;
}

// "Taft in Iran": two places, one within the other.
void cut_holder(const Work& work, const Text& text, TaggedName& name) {
  if (name.type != NameType::kPlace || !ends_in_known(text, name.range)) return;
  const Piece& last = *(piece_from(text.pieces, name.range.end) - 1);
  if (last.word.begin <= name.range.begin) return;
  const std::string_view front =
      text.source.raw.substr(name.range.begin, last.word.begin - name.range.begin);
  for (const knowledge::Cue* cue : work.cues("mention_within")) {
    const std::string word = " " + cue->text + " ";
    if (front.size() <= word.size() || !front.ends_with(word)) continue;
    name.range.end = last.word.begin - static_cast<uint32_t>(word.size());
    return;
  }
}

// "Quelque 2 300 ouvriers d'Aurora", "Lundi, 40 salariés de Renault": a day, a number and whom it
// counts stand in front of the name.
void cut_count(const Work& work, const Text& text, TaggedName& name) {
  const std::string_view raw = text.source.raw;
  const std::string lang(model::table_language(work.article.lang));
  const QuantityTable& table = QuantityTable::get();
  const auto word_at = [&](uint32_t at) {
    const size_t end = std::min<size_t>(raw.find(' ', at), name.range.end);
    return std::string(text::fold_copy(raw.substr(at, end - at)));
  };
  const auto behind = [&](uint32_t at) {
    const size_t end = raw.find(' ', at);
    return end >= name.range.end ? name.range.end : static_cast<uint32_t>(end) + 1;
  };
  uint32_t at = name.range.begin;
  std::string word = word_at(at);
  if (word.ends_with(',') &&
      !knowledge::find_dates(word, {.lang = lang, .allow_partial = true}).empty()) {
    at = behind(at);
    word = word_at(at);
  }
  const auto is_whole = [&](NumberWord kind) {
    const auto hit = table.at(kind, lang, word, 0);
    return hit && hit->range.end == word.size() ? hit : std::nullopt;
  };
  while (at < name.range.end && is_whole(NumberWord::kBefore)) word = word_at(at = behind(at));
  size_t numbers = 0;
  for (; at < name.range.end; word = word_at(at = behind(at)), ++numbers) {
    const auto number = Numerals::get().at(word, 0, lang);
    if (!number || number->article || number->range.end != word.size()) break;
  }
  if (numbers == 0 || at >= name.range.end) return;
  const auto noun = is_whole(NumberWord::kNoun);
  if (!noun || !is_people(noun->entry->value)) return;
  at = behind(at);
  word = word_at(at);
  for (const knowledge::Cue* link : work.cues("mention_link")) {
    if (!link->value.starts_with("name_after")) continue;
    const bool whole = link->text == word;
    const bool bound = link->text.ends_with('\'') && word.starts_with(link->text);
    if (!whole && !bound) continue;
    at = whole ? behind(at) : at + static_cast<uint32_t>(raw.substr(at).find_first_of("'’")) + 1;
    break;
  }
  if (at < name.range.end) name.range.begin = at;
}

// "Suharyanto, Senin": what stands behind a comma and is a part of no name, as days are.
void cut_day(const Text& text, TaggedName& name) {
  if (name.type == NameType::kPlace) return;
  const std::string_view written = name.range.of(text.source.raw);
  const size_t comma = written.find(", ");
  if (comma == std::string_view::npos || comma == 0) return;
  const uint32_t behind = name.range.begin + static_cast<uint32_t>(comma) + 2;
  const auto piece = piece_from(text.pieces, behind);
  if (piece == text.pieces.end() || piece->word.begin != behind || !piece->has(NameCue::kStop)) {
    return;
  }
  name.range.end = behind - 2;
}

bool is_day(const Work& work, const Text& text, Range range) {
  constexpr size_t kLongest = 32;  // bytes
  constexpr size_t kLongestSpaceless = 9;
  const std::string_view raw = text.source.raw;
  while (range.begin < range.end && raw[range.begin] == ' ') ++range.begin;
  while (range.begin < range.end && raw[range.end - 1] == ' ') --range.end;
  if (range.empty() || range.size() > kLongest) return false;
  const std::string written = text::fold_copy(range.of(raw));
  const auto& beside = work.cues("mention_beside");
  if (std::ranges::any_of(beside, [&](const auto* cue) { return cue->text == written; })) {
    return true;
  }
  if (text::is_spaceless(text::decode(written, 0).value)) {
    if (written.size() > kLongestSpaceless) return false;
  } else {
    for (auto piece = piece_from(text.pieces, range.begin);; ++piece) {
      if (piece == text.pieces.end() || piece->word.begin >= range.end) return false;
      if (piece->has(NameCue::kStop)) break;
    }
  }
  std::string_view rest = range.of(raw);
  if (const size_t blank = rest.find(' ');
      blank != std::string_view::npos &&
      work.articles.contains(std::string(rest.substr(0, blank)))) {
    rest.remove_prefix(blank + 1);
  }
  const auto dates = knowledge::find_dates(
      rest, {.lang = std::string(model::table_language(work.article.lang)), .allow_partial = true});
  return dates.size() == 1 && dates[0].range.begin == 0 && dates[0].range.end == rest.size();
}

// "el alcalde Abril Maduro": where days and months are written small, a capital within a sentence
// tells a given name.
bool has_name_capital(const Work& work, const Text& text, Range front) {
  const auto& sentences = text.source.sentences;
  return !front.empty() && !text.title_case &&
         text::is_upper(text::decode(text.source.raw, front.begin).value) && !sentences.empty() &&
         sentences[sentence_of(text.source, front.begin)].begin != front.begin &&
         std::ranges::any_of(work.cues("mention_trait"),
                             [](const auto* cue) { return cue->text == "small_days"; });
}

// "Freitag Peking", "法国周五", "Rutte am Freitag": a day beside a known name is none of it.
void cut_day_beside(const Work& work, const Text& text, TaggedName& name) {
  for (auto piece = piece_from(text.pieces, name.range.begin);
       piece != text.pieces.end() && piece->word.begin < name.range.end; ++piece) {
    if (piece->entity < 0 || piece->word.end > name.range.end) continue;
    const Range front{name.range.begin, piece->word.begin};
    const Range behind{piece->word.end, name.range.end};
    if (!has_name_capital(work, text, front) && is_day(work, text, front)) {
      name.range.begin = piece->word.begin;
    }
    // "Sheffield Wednesday" is a club.
    const bool club = name.type == NameType::kOrganisation &&
                      work.entity(piece->entity).type == model::EntityType::kCity;
    if (!club && is_day(work, text, behind)) name.range.end = piece->word.end;
  }
}

// "The Australian" before "government": no name, but whose the body is.
bool is_owner_of_body(const Work& work, const Text& text, Range range) {
  const std::string_view raw = text.source.raw;
  const std::string_view written = range.of(raw);
  const size_t blank = written.find(' ');
  if (blank == std::string_view::npos ||
      !work.articles.contains(text::fold_copy(written.substr(0, blank)))) {
    return false;
  }
  const auto owner = piece_from(text.pieces, range.begin + static_cast<uint32_t>(blank) + 1);
  if (owner == text.pieces.end() || owner->adjective < 0 || owner->word.end != range.end) {
    return false;
  }
  const auto body = owner + 1;
  return body != text.pieces.end() && (body->institution >= 0 || body->role >= 0) &&
         is_adjacent(text, owner->word, body->word);
}

// "تغلب الهلال على فيسيل كوبي": behind a verb of beating (the value) a preposition parts the winner
// from the beaten one. The second name, where there is one.
std::optional<TaggedName> part_beaten(const Work& work, const Text& text, TaggedName& name) {
  if (name.type != NameType::kOrganisation || work.cues("mention_parted").empty()) {
    return std::nullopt;
  }
  const std::string_view raw = text.source.raw;
  const std::string_view before = text::trim_space(raw.substr(0, name.range.begin));
  const size_t blank = before.find_last_of(' ');
  const std::string verb =
      text::fold_copy(before.substr(blank == std::string_view::npos ? 0 : blank + 1));
  for (const knowledge::Cue* cue : work.cues("mention_parted")) {
    const auto verbs = split_trimmed(cue->value, ' ');
    const bool beats = std::ranges::any_of(
        verbs, [&](std::string_view word) { return text::fold_copy(word) == verb; });
    if (!beats) continue;
    for (size_t at = raw.find(' ', name.range.begin); at < name.range.end;) {
      const size_t next = raw.find(' ', at + 1);
      if (next >= name.range.end) break;
      if (text::fold_copy(raw.substr(at + 1, next - at - 1)) == cue->text) {
        TaggedName second = name;
        second.range.begin = static_cast<uint32_t>(next) + 1;
        name.range.end = static_cast<uint32_t>(at);
        return second;
      }
      at = next;
    }
  }
  return std::nullopt;
}

}  // namespace

void trim_tagged(const Work& work, Text& text) {
  const std::string_view raw = text.source.raw;
  std::erase_if(text.tagged, [&](const TaggedName& name) {
    return is_all_numbers(name.range.of(raw)) || is_owner_of_body(work, text, name.range);
  });
  for (size_t i = 0; i < text.tagged.size(); ++i) {
    if (auto second = part_beaten(work, text, text.tagged[i])) {
      text.tagged.insert(text.tagged.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                         std::move(*second));
    }
    TaggedName& name = text.tagged[i];
    if (!ends_in_known(text, name.range)) {
      name.range.end -= static_cast<uint32_t>(particle_length(work, name.range.of(raw), name.type));
    }
    cut_count(work, text, name);
    cut_country(work, text, name);
    cut_holder(work, text, name);
    cut_day(text, name);
    cut_day_beside(work, text, name);
  }
}

}  // namespace synoptic::annotate
