#include "knowledge/calendar_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.h"
#include "base/table.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

struct KindName {
  std::string_view name;
  DateWord kind;
};

constexpr std::array kKinds = {
    KindName{"month", DateWord::kMonth},
    KindName{"persian_month", DateWord::kPersianMonth},
    KindName{"persian_sign", DateWord::kPersianMonth},  // a word of another thing as well
    KindName{"hijri_month", DateWord::kHijriMonth},
    KindName{"weekday", DateWord::kWeekday},
    KindName{"am", DateWord::kAm},
    KindName{"pm", DateWord::kPm},
    KindName{"noon", DateWord::kNoon},
    KindName{"midnight", DateWord::kMidnight},
    KindName{"year_mark", DateWord::kYearMark},
    KindName{"month_mark", DateWord::kMonthMark},
    KindName{"day_mark", DateWord::kDayMark},
    KindName{"hour_mark", DateWord::kHourMark},
    KindName{"minute_mark", DateWord::kMinuteMark},
    KindName{"second_mark", DateWord::kSecondMark},
    KindName{"half", DateWord::kHalf},
    KindName{"stretch", DateWord::kStretch},
    KindName{"beside_day", DateWord::kBesideDay},
    KindName{"moves_on", DateWord::kMovesOn},
    KindName{"of", DateWord::kOf},
    KindName{"day_word", DateWord::kDayWord},
    KindName{"clock", DateWord::kClock},
    KindName{"clock_sure", DateWord::kClockSure},
    KindName{"local", DateWord::kLocal},
    KindName{"clock_end", DateWord::kClockEnd},
    KindName{"clock_noun", DateWord::kClockNoun},
    KindName{"hour_name", DateWord::kHourName},
    KindName{"clock_about", DateWord::kClockAbout},
    KindName{"clock_and", DateWord::kClockAnd},
    KindName{"minute_noun", DateWord::kMinuteNoun},
    KindName{"past_hour", DateWord::kPastHour},
    KindName{"part_of_hour", DateWord::kPartOfHour},
    KindName{"ordinal", DateWord::kOrdinal},
    KindName{"era", DateWord::kEra},
    KindName{"first_year", DateWord::kFirstYear},
    KindName{"first_day", DateWord::kFirstDay},
    KindName{"named_day", DateWord::kNamedDay},
};

std::optional<DateWord> kind_of(std::string_view name) {
  for (const KindName& kind : kKinds) {
    if (kind.name == name) return kind.kind;
  }
  return std::nullopt;
}

// "Sept" beside "September"; 周日 beside 星期日 is a full name of its own.
bool is_abbreviation(std::string_view name, const std::vector<std::string_view>& all) {
  const size_t length = text::count_code_points(name);
  const bool han = text::is_han(text::decode(name, 0).value);
  return std::ranges::any_of(all, [&](std::string_view other) {
    if (other.size() <= name.size()) return false;
    if (other.starts_with(name) && text::count_code_points(other) > length + 1) return true;
    return !han && length <= 3 && text::count_code_points(other) >= length + 2;
  });
}

// Words of these scripts end without a space behind them.

}  // namespace

const CalendarWords& CalendarWords::get() {
  static const CalendarWords words;
  return words;
}

CalendarWords::CalendarWords() {
  read_names();
  read_words();
  read_zones();
  make_trie();
}

void CalendarWords::add(std::string_view word, WordReading reading) {
  std::string key = text::fold_copy(word);
  if (key.empty()) return;
  if (const auto c = text::decode(key, 0); c.length == key.size() && text::is_han(c.value)) {
    const bool mark = reading.kind >= DateWord::kYearMark && reading.kind <= DateWord::kSecondMark;
    if (mark) date_marks_ += c.value;
    if (reading.kind == DateWord::kFirstYear) first_years_ += c.value;
  }
  constexpr size_t kBrief = 3;
  reading.brief = reading.kind == DateWord::kMonth && key.size() <= kBrief;
  std::vector<WordReading>& readings = added_[std::move(key)];
  const bool known = std::ranges::any_of(readings, [&](const WordReading& other) {
    return other.kind == reading.kind && other.lang == reading.lang;
  });
  if (!known) readings.push_back(std::move(reading));
}

void CalendarWords::read_names() {
  for (const TableRow row : DataTable::embedded("calendar/names.tsv", 4)) {
    const bool month = row[0] == "month";
    const std::vector<std::string_view> names = row.words(3);
    for (const std::string_view name : names) {
      // One letter (or two of a script without spaces) is no name to be found in running text;
      // one ideograph or syllable is, in brackets.
      const char32_t first = text::decode(name, 0).value;
      const bool syllable = text::is_han(first) || text::is_hangul(first);
      const size_t fewest = syllable ? 1 : text::is_spaceless(first) ? 3 : 2;
      if (text::count_code_points(name) < fewest) continue;
      add(name, {month ? DateWord::kMonth : DateWord::kWeekday,
                 std::string(row[1]),
                 to_int(row[2]) - (month ? 0 : 1),
                 is_abbreviation(name, names),
                 {},
                 {}});
    }
  }
}

void CalendarWords::read_words() {
  for (const TableRow row : DataTable::embedded("calendar/words.tsv", 4)) {
    const std::vector<std::string_view> words = row.words(3);
    const std::optional<DateWord> kind = kind_of(row[0]);
    const int value = to_int(row[2]);
    for (const std::string_view word : words) {
      if (row[0] == "everywhere") everywhere_ = word;
      if (row[0] == "order") orders_.emplace(word, row[2]);
      if (row[0] == "calendar") calendars_.emplace(word, value);
      if (row[0] == "capital") (value == 0 ? capitals_ : month_capitals_).emplace_back(word);
      if (row[0] == "prefix") prefixes_.push_back(text::fold_copy(word));
      if (!kind) continue;
      const bool named = *kind == DateWord::kMonth || *kind == DateWord::kWeekday;
      add(word, {*kind,
                 std::string(row[1]),
                 value - (*kind == DateWord::kWeekday ? 1 : 0),
                 row[0] == "persian_sign" || (named && (text::count_code_points(word) <= 3 ||
                                                        is_abbreviation(word, words))),
                 {},
                 {}});
    }
  }
}

void CalendarWords::read_zones() {
  for (const TableRow row : DataTable::embedded("calendar/zones.tsv", 3)) {
    std::optional<int> offset;
    if (row[1] != "?") offset = to_int(row[1]);
    for (const std::string_view word : row.words(2)) {
      add(word, {DateWord::kZone, "*", 0, false, std::string(row[0]), offset});
    }
  }
}

void CalendarWords::make_trie() {
  std::vector<std::string_view> keys;
  for (auto& [text, readings] : added_) {
    keys.push_back(text);
    const char32_t last = text::decode_before(text, text.size()).value;
    const bool digit = text::is_digit(last);
    uint64_t kinds = 0;
    for (const WordReading& reading : readings) kinds |= bit_of(reading.kind);
    words_.push_back({std::move(readings), digit,
                      !digit && text::is_letter(last) && !text::is_packed(last), kinds});
    add_front(text);
    for (const std::string& prefix : prefixes_) add_front(prefix + text);
  }
  trie_ = ByteTrie(keys);
  added_.clear();
}

// Of a run of letters that a word begins with, or is.
void CalendarWords::add_front(std::string_view word) {
  size_t end = 0;
  while (end < word.size()) {
    const text::CodePoint c = text::decode(word, end);
    if (!text::is_letter(c.value) || text::is_spaceless(c.value)) break;
    end += c.length;
  }
  if (end == 0) return;
  const uint32_t front = front_of(word.substr(0, end));
  fronts_[front / 64] |= uint64_t{1} << front % 64;
}

CalendarWords::Found CalendarWords::longest(std::string_view folded, size_t at) const {
  const std::string_view rest = folded.substr(at);
  Found found;
  trie_.each_front(rest, [&](size_t length, uint32_t number) {
    const Word& word = words_[number];
    if (length < rest.size() && (word.ends_in_digit || word.ends_in_letter)) {
      // "Th 2" names a day, the beginning of "th 2012" does not.
      const char32_t next = text::decode(rest, length).value;
      if (word.ends_in_digit ? text::is_digit(next) : text::is_letter(next)) return false;
    }
    found = {length, word.readings, word.kinds};
    return false;
  });
  return found;
}

CalendarWords::Found CalendarWords::behind_prefix(std::string_view folded, size_t at,
                                                  size_t& prefix) const {
  const std::string_view rest = folded.substr(at);
  for (const std::string& front : prefixes_) {
    if (rest.empty() || rest.front() != front.front() || !rest.starts_with(front)) continue;
    const Found found = longest(folded, at + front.size());
    const bool name = std::ranges::any_of(found.readings, [](const WordReading& reading) {
      return (reading.kind == DateWord::kMonth || reading.kind == DateWord::kWeekday) &&
             !reading.abbreviated;
    });
    if (!name) continue;
    prefix = front.size();
    return found;
  }
  return {};
}

std::string_view CalendarWords::order(std::string_view lang) const {
  auto found = orders_.find(lang);  // "en-gb" is a row of its own, "en-us" goes by "en"
  if (found == orders_.end()) found = orders_.find(lang.substr(0, lang.find('-')));
  return found == orders_.end() ? std::string_view("123") : std::string_view(found->second);
}

int CalendarWords::own_calendar(std::string_view lang) const {
  const auto found = calendars_.find(lang);
  return found == calendars_.end() ? 0 : found->second;
}

bool CalendarWords::writes_capitals(std::string_view lang, DateWord kind) const {
  if (std::ranges::find(capitals_, lang) != capitals_.end()) return true;
  return kind != DateWord::kWeekday &&
         std::ranges::find(month_capitals_, lang) != month_capitals_.end();
}

}  // namespace synoptic::knowledge
