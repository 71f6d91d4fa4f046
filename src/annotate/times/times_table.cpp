#include "annotate/times/times_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "annotate/letters.h"
#include "base/bytes.h"
#include "base/strings.h"
#include "base/table.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

constexpr std::array<std::pair<std::string_view, TimePhrase>, 30> kKinds = {
    {{"day", TimePhrase::kDay},
     {"week", TimePhrase::kWeek},
     {"weekend", TimePhrase::kWeekend},
     {"same_day", TimePhrase::kSameDay},
     {"month", TimePhrase::kMonth},
     {"year", TimePhrase::kYear},
     {"quarter", TimePhrase::kQuarter},
     {"ago", TimePhrase::kAgo},
     {"later", TimePhrase::kLater},
     {"within", TimePhrase::kWithin},
     {"since", TimePhrase::kSince},
     {"name_last", TimePhrase::kNameLast},
     {"name_next", TimePhrase::kNameNext},
     {"name_week", TimePhrase::kNameWeek},
     {"name_year", TimePhrase::kNameYear},
     {"name_month", TimePhrase::kNameMonth},
     {"in_year", TimePhrase::kInYear},
     {"decade", TimePhrase::kDecade},
     {"quarter_of", TimePhrase::kQuarterOf},
     {"half_of", TimePhrase::kHalfOf},
     {"season_of", TimePhrase::kSeason},
     {"year_end", TimePhrase::kYearEnd},
     {"decade_named", TimePhrase::kDecadeNamed},
     {"decade_short", TimePhrase::kDecadeShort},
     {"hijri_year", TimePhrase::kHijriYear},
     {"year_short", TimePhrase::kYearShort},
     {"persian_year", TimePhrase::kPersianYear},
     {"persian_decade", TimePhrase::kPersianDecade},
     {"fiscal_year", TimePhrase::kFiscalYear},
     {"none", TimePhrase::kNone}}};

constexpr std::array<std::pair<std::string_view, TimeUnit>, 8> kUnits = {
    {{"minute", TimeUnit::kMinute},
     {"hour", TimeUnit::kHour},
     {"day", TimeUnit::kDay},
     {"week", TimeUnit::kWeek},
     {"month", TimeUnit::kMonth},
     {"year", TimeUnit::kYear},
     {"decade", TimeUnit::kDecade},
     {"century", TimeUnit::kCentury}}};

template <typename Pairs>
auto named(const Pairs& pairs, std::string_view name)
    -> std::optional<typename Pairs::value_type::second_type> {
  for (const auto& [key, value] : pairs) {
    if (key == name) return value;
  }
  return std::nullopt;
}

}  // namespace

const TimesTable& TimesTable::get() {
  static const TimesTable table;
  return table;
}

TimesTable::TimesTable() {
  std::map<std::pair<std::string, std::string>, WordList> words;  // by kind and language
  for (const TableRow row : DataTable::embedded("annotate/times.tsv", 4)) {
    const auto kind = named(kKinds, row[0]);
    const auto unit = named(kUnits, row[2]);
    for (const std::string_view phrase : row.words(3)) {
      if (kind) {
        add_pattern(*kind, row[1], to_int(row[2]), phrase);
      } else if (unit && (row[0] == "unit" || row[0] == "dual")) {
        units_.add(phrase, static_cast<uint32_t>(unit_words_.size()), row[1]);
        unit_words_.push_back({*unit, std::string(row[1]), row[0] == "dual"});
      } else if (row[0] == "ordinal" || row[0] == "season") {
        parts_.add(phrase, static_cast<uint32_t>(part_words_.size()), row[1]);
        part_words_.push_back({row[0] == "season", std::string(row[1]), to_int(row[2])});
      } else {
        words[{std::string(row[0]), std::string(row[1])}].push_back(text::fold_copy(phrase));
      }
    }
  }
  for (auto& [name, list] : words) {
    std::ranges::sort(list, [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    words_.push_back({name.first, name.second, std::move(list)});
  }
  index_words();
}

void TimesTable::add_pattern(TimePhrase kind, std::string_view lang, int value,
                             std::string_view phrase) {
  constexpr std::array<std::pair<std::string_view, Slot>, 10> kSlots = {{{"n", Slot::kNumber},
                                                                         {"u", Slot::kUnit},
                                                                         {"m", Slot::kName},
                                                                         {"w", Slot::kName},
                                                                         {"d", Slot::kDay},
                                                                         {"y", Slot::kYear},
                                                                         {"q", Slot::kPart},
                                                                         {"s", Slot::kPart},
                                                                         {"h", Slot::kEra},
                                                                         {"|", Slot::kEnd}}};
  Pattern pattern{kind, std::string(lang), value, {}};
  bool blank = false;
  const auto add = [&](Element element) {
    element.blank_before = blank;
    pattern.elements.push_back(std::move(element));
  };
  for (size_t at = 0; at < phrase.size();) {
    const size_t open = phrase[at] == '{' ? at : std::min(phrase.find('{', at), phrase.size());
    if (open > at) {
      const std::string_view literal = phrase.substr(at, open - at);
      blank = blank || literal.front() == ' ';
      const std::string folded = text::fold_copy(trim(literal));
      if (!folded.empty()) add({Slot::kLiteral, folded});
      blank = literal.back() == ' ';
      at = open;
      continue;
    }
    const size_t close = std::min(phrase.find('}', at), phrase.size() - 1);
    if (const auto slot = named(kSlots, phrase.substr(at + 1, close - at - 1))) add({*slot, ""});
    blank = false;
    at = close + 1;
  }
  if (pattern.elements.empty()) return;
  const auto id = static_cast<uint32_t>(patterns_.size());
  if (pattern.elements[0].slot == Slot::kLiteral) {
    openers_.add(pattern.elements[0].literal, id, lang);
  } else {
    add_by_slot(pattern, id);
  }
  patterns_.push_back(std::move(pattern));
}

void TimesTable::add_by_slot(const Pattern& pattern, uint32_t id) {
  const Slot slot = pattern.elements[0].slot;
  const bool season = pattern.kind == TimePhrase::kSeason;
  std::vector<SlotPatterns>& all = by_slot_[pattern.lang];
  auto same = std::ranges::find_if(all, [&](const SlotPatterns& patterns) {
    return patterns.slot == slot && patterns.season == season;
  });
  if (same == all.end()) same = all.insert(same, {slot, season, {}});
  same->ids.push_back(id);
}

std::optional<TimeUnit> TimesTable::unit_at(std::string_view folded, size_t at, uint32_t& length,
                                            std::string_view lang, bool& two) const {
  std::optional<TimeUnit> unit;
  units_.visit_at(lang, folded, at, [&](WordTable::Hit hit) {
    const UnitWord& word = unit_words_[hit.id];
    unit = word.unit;
    length = hit.length;
    two = word.two;
    return true;
  });
  return unit;
}

const std::optional<Numeral>& TimesTable::number_at(const TimeText& text, size_t at,
                                                    NumberRead& last) {
  if (last.at != at) last = {at, Numerals::get().at(text.folded().text, at, text.lang)};
  return last.number;
}

bool TimesTable::match_element(const Pattern& pattern, const Element& element, const TimeText& text,
                               NumberRead& last, size_t& at, PhraseFound& found) const {
  const std::string_view folded = text.folded().text;
  switch (element.slot) {
    case Slot::kLiteral: {
      if (!begins_with(folded.substr(at), element.literal)) return false;
      at += element.literal.size();
      return true;
    }
    case Slot::kNumber: {
      // "vor gut zwei Wochen"
      const uint32_t about = length_behind("about", text.lang, folded, at);
      if (about > 0) at = skip_blank(folded, at + about);
      const auto& number = number_at(text, at, last);
      if (!number) {
        // Two of a unit in one word: "منذ عامين".
        uint32_t length = 0;
        bool two = false;
        if (!unit_at(folded, at, length, text.lang, two) || !two) return false;
        found.count = 2;
        return true;
      }
      if (number->value > 1000) return false;
      found.count = number->value;
      at = number->range.end;
      return true;
    }
    case Slot::kEnd: {  // what follows must stand there and is no part of the phrase
      found.folded.end = static_cast<uint32_t>(at);
      return true;
    }
    case Slot::kUnit: {
      uint32_t length = 0;
      bool two = false;
      const auto unit = unit_at(folded, at, length, text.lang, two);
      if (!unit) return false;
      found.unit = *unit;
      if (two) found.count = 2;
      at += length;
      return true;
    }
    case Slot::kPart: {
      const bool season = pattern.kind == TimePhrase::kSeason;
      return parts_.visit_at(text.lang, folded, at, [&](WordTable::Hit hit) {
        const PartWord& word = part_words_[hit.id];
        if (word.season != season || word.lang != text.lang) return false;
        found.part = word.value;
        at += hit.length;
        return true;
      });
    }
    case Slot::kEra: {
      constexpr int kLastHijriYear = 1700;
      if (!is_ascii_digit(folded[at])) return false;
      const auto& number = number_at(text, at, last);
      if (!number || number->digit_count < 2 || number->range.size() != number->digit_count ||
          number->value > kLastHijriYear) {
        return false;
      }
      found.year = static_cast<int>(number->value);
      found.year_range = number->range;
      at = number->range.end;
      return true;
    }
    case Slot::kYear: {
      if (!is_ascii_digit(folded[at])) return false;
      const auto& number = number_at(text, at, last);
      if (!number || number->digit_count != 4 || number->range.size() != 4) return false;
      if (number->value < 1000 || number->value > 2200) return false;
      found.year = static_cast<int>(number->value);
      found.year_range = number->range;
      at = number->range.end;
      return true;
    }
    case Slot::kName:
    case Slot::kDay: {
      if (text.dates.empty()) return false;
      const uint32_t source = text.folded().origin[at];
      const auto date = std::ranges::lower_bound(
          text.dates, source, {},
          [](const knowledge::DateMatch& match) { return match.range.begin; });
      if (date == text.dates.end() || date->range.begin != source || date->has_year) return false;
      const bool day_only = !date->has_month && date->has_day;
      const bool name = date->has_month || date->weekday.has_value();
      if (element.slot == Slot::kDay ? !day_only : !name) return false;
      found.date = static_cast<size_t>(date - text.dates.begin());
      while (at < folded.size() && text.folded().origin[at] < date->range.end) ++at;
      return true;
    }
  }
  return false;
}

bool TimesTable::match(const Pattern& pattern, const TimeText& text, uint32_t begin, size_t first,
                       size_t at, NumberRead& last, PhraseFound& found) const {
  const std::string_view folded = text.folded().text;
  for (size_t i = first; i < pattern.elements.size(); ++i) {
    if (i > 0) at = skip_blank(folded, at);
    if (at >= folded.size()) return false;
    if (!match_element(pattern, pattern.elements[i], text, last, at, found)) return false;
  }
  if (!edge(folded, at)) return false;
  const bool year_last = pattern.elements.back().slot == Slot::kYear;
  // "the 1990s", "2020-an" are no single years.
  if (year_last && at < folded.size() && folded[at] >= 'a' && folded[at] <= 'z') return false;
  if (year_last && folded.substr(at).starts_with("-a")) return false;
  if (year_last && at + 1 < folded.size() &&
      (folded[at] == '.' || folded[at] == ',' || folded[at] == '-' || folded[at] == '/') &&
      folded[at + 1] >= '0' && folded[at + 1] <= '9') {
    return false;  // 2,026.5 or a longer date
  }
  // Decades are told in tens: "the 60s".
  const bool odd =
      pattern.kind == TimePhrase::kDecadeShort || pattern.kind == TimePhrase::kPersianDecade
          ? found.count < 10 || found.count > 90 || static_cast<int>(found.count) % 10 != 0
          : false;
  if (odd) return false;
  found.kind = pattern.kind;
  found.value = pattern.value;
  const bool looked_on = found.folded.end > begin;  // kEnd
  found.folded = {begin, looked_on ? found.folded.end : static_cast<uint32_t>(at)};
  return true;
}

bool TimesTable::date_begins(const TimeText& text, uint32_t at) {
  if (text.dates.empty()) return false;
  const uint32_t source = text.folded().origin[at];
  const auto date = std::ranges::lower_bound(
      text.dates, source, {}, [](const knowledge::DateMatch& match) { return match.range.begin; });
  return date != text.dates.end() && date->range.begin == source;
}

// Whether a number, a unit or a season begins at the byte: most words are none of these.
bool TimesTable::may_fill_slot(const TimeText& text, uint32_t at, NumberRead& last) const {
  const std::string_view folded = text.folded().text;
  uint32_t length = 0;
  bool two = false;
  return parts_.may_begin(text.lang, folded, at) || number_at(text, at, last).has_value() ||
         unit_at(folded, at, length, text.lang, two).has_value();
}

std::optional<PhraseFound> TimesTable::at(const TimeText& text, uint32_t at,
                                          bool fills_slot) const {
  std::optional<PhraseFound> best;
  uint32_t best_id = 0;  // of those that begin with a slot
  NumberRead last;
  openers_.visit_at(text.lang, text.folded().text, at, [&](WordTable::Hit hit) {
    const Pattern& pattern = patterns_[hit.id];
    if (pattern.elements[0].literal.size() != hit.length) return false;
    PhraseFound found;
    if (match(pattern, text, at, 1, at + hit.length, last, found) &&
        (!best || found.folded.end > best->folded.end)) {
      best = found;
    }
    return false;
  });
  if (at >= text.folded().text.size()) return best;
  if (!date_begins(text, at) && !(fills_slot && may_fill_slot(text, at, last))) return best;
  const auto own = by_slot_.find(text.lang);
  if (own == by_slot_.end()) return best;
  for (const SlotPatterns& patterns : own->second) {
    size_t behind = at;
    PhraseFound front;
    const Pattern& first = patterns_[patterns.ids.front()];
    if (!match_element(first, first.elements[0], text, last, behind, front)) continue;
    for (const uint32_t id : patterns.ids) {
      PhraseFound found = front;
      if (!match(patterns_[id], text, at, 1, behind, last, found)) continue;
      // Of two of one length the one that stands first in the table.
      const bool longer = !best || found.folded.end > best->folded.end;
      if (!longer && (found.folded.end < best->folded.end || id >= best_id)) continue;
      best = found;
      best_id = id;
    }
  }
  return best;
}

}  // namespace synoptic::annotate
