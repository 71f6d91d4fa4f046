// Moments told by their distance from the moment of reading (data/calendar/relative.tsv).
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/strings.h"
#include "base/table.h"
#include "knowledge/calendar.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

using model::DateValue;
using model::Precision;

enum class Kind : uint8_t { kUnit, kTwo, kOne, kAgo, kDay, kNow, kNumber, kAround };

struct Reading {
  Kind kind = Kind::kAround;
  int value = 0;  // of numbers and days; of units the index in kUnits
};

struct Unit {
  std::string_view name;
  int months;
  int64_t seconds;
  Precision precision;
};
constexpr std::array<Unit, 7> kUnits{{{"second", 0, 1, Precision::kMinute},
                                      {"minute", 0, 60, Precision::kMinute},
                                      {"hour", 0, 3600, Precision::kHour},
                                      {"day", 0, 86400, Precision::kDay},
                                      {"week", 0, 604800, Precision::kDay},
                                      {"month", 1, 0, Precision::kMonth},
                                      {"year", 12, 0, Precision::kYear}}};

class RelativeWords {
 public:
  static const RelativeWords& get() {
    static const RelativeWords words;
    return words;
  }

  // The longest phrase that begins at `at`; its readings, several where a word means two things.
  const std::vector<Reading>* longest(std::string_view folded, size_t at, size_t& length) const {
    for (size_t size = std::min(longest_, folded.size() - at); size > 0; --size) {
      const size_t end = at + size;
      if (end < folded.size() && text::is_trail(folded[end])) continue;
      const auto found = words_.find(folded.substr(at, size));
      if (found == words_.end() || is_inside_word(folded, end)) continue;
      length = size;
      return &found->second;
    }
    return nullptr;
  }

 private:
  RelativeWords() {
    for (const TableRow row : DataTable::embedded("calendar/relative.tsv", 4)) {
      Reading reading;
      reading.kind = kind_of(row[0]);
      reading.value = value_of(reading.kind, row[2]);
      for (const auto word : row.words(3)) {
        std::string folded = text::fold_copy(word);
        longest_ = std::max(longest_, folded.size());
        words_[std::move(folded)].push_back(reading);
      }
    }
  }

  static Kind kind_of(std::string_view name) {
    constexpr std::array<std::string_view, 8> kNames{"unit", "two", "one",    "ago",
                                                     "day",  "now", "number", "around"};
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    return found == kNames.end() ? Kind::kAround : static_cast<Kind>(found - kNames.begin());
  }

  static int value_of(Kind kind, std::string_view text) {
    if (kind == Kind::kUnit || kind == Kind::kTwo || kind == Kind::kOne) {
      const auto found = std::find_if(kUnits.begin(), kUnits.end(),
                                      [&](const Unit& unit) { return unit.name == text; });
      return static_cast<int>(found - kUnits.begin());
    }
    const bool minus = text.starts_with('-');
    int value = 0;
    for (const char c : text.substr(minus)) {
      if (text::is_ascii_digit(c)) value = value * 10 + (c - '0');
    }
    return minus ? -value : value;
  }

  static bool is_inside_word(std::string_view folded, size_t end) {
    if (end >= folded.size()) return false;
    const char32_t left = text::decode_before(folded, end).value;
    const char32_t right = text::decode(folded, end).value;
    return text::is_letter(left) && text::is_letter(right) && !text::is_spaceless(left) &&
           !text::is_packed(right);
  }

  std::unordered_map<std::string, std::vector<Reading>, TransparentHash, std::equal_to<>> words_;
  size_t longest_ = 0;
};

struct Told {
  TimeSpan span;
  int64_t seconds = 0;
  Precision precision = Precision::kYear;
  bool units = false, ago = false, day = false, now = false;
  int clock = -1;  // minutes into the day

  void add(int unit, double count) {
    const Unit& of = kUnits[static_cast<size_t>(unit)];
    span.months += static_cast<int>(of.months * count);
    seconds += static_cast<int64_t>(static_cast<double>(of.seconds) * count);
    if (of.months == 12 && count != static_cast<int>(count)) precision = Precision::kMonth;
    precision = std::max(precision, of.precision);
    units = true;
  }
};

// "1", "2.5", "1,5"
double number_at(std::string_view text, size_t& at) {
  double value = 0, part = 1;
  bool behind_point = false;
  while (at < text.size()) {
    const char c = text[at];
    if (text::is_ascii_digit(c)) {
      if (behind_point) part /= 10;
      value = behind_point ? value + part * (c - '0') : value * 10 + (c - '0');
    } else if ((c == '.' || c == ',') && !behind_point && at + 1 < text.size() &&
               text::is_ascii_digit(text[at + 1])) {
      behind_point = true;
    } else {
      break;
    }
    ++at;
  }
  return value;
}

bool has(const std::vector<Reading>& readings, Kind kind, int& value) {
  for (const Reading& reading : readings) {
    if (reading.kind == kind) {
      value = reading.value;
      return true;
    }
  }
  return false;
}

// The rest of "11:30", "9:05 pm", behind the hour.
bool read_clock(std::string_view folded, size_t& at, double hour, Told& told) {
  const auto digit = [&](size_t i) { return i < folded.size() && text::is_ascii_digit(folded[i]); };
  if (at >= folded.size() || folded[at] != ':' || !digit(at + 1) || !digit(at + 2) || hour > 24) {
    return false;
  }
  const int minute = (folded[at + 1] - '0') * 10 + (folded[at + 2] - '0');
  at += 3;
  int minutes = static_cast<int>(hour) * 60 + minute;
  const size_t word = folded.find_first_not_of(' ', at);
  for (const auto& [half, shift] : {std::pair<std::string_view, int>{"am", 0}, {"pm", 12 * 60}}) {
    if (word == std::string_view::npos || !folded.substr(word).starts_with(half)) continue;
    minutes = minutes % (12 * 60) + shift;
    at = word + half.size();
  }
  told.clock = minutes;
  return true;
}

// False: there are words in the text that tell of something else.
bool read_words(std::string_view folded, Told& told) {
  const RelativeWords& words = RelativeWords::get();
  double number = -1;
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    if (c.value >= '0' && c.value <= '9') {
      if (number >= 0) return false;
      number = number_at(folded, at);
      if (number > 9999) return false;
      if (read_clock(folded, at, number, told)) number = -1;
      continue;
    }
    if (!text::is_letter(c.value)) {
      if (c.value == ':' || c.value == '+') return false;
      at += c.length;
      continue;
    }
    size_t length = 0;
    const auto* readings = words.longest(folded, at, length);
    if (readings == nullptr) return false;
    at += length;
    int value = 0;
    if (number >= 0 && has(*readings, Kind::kUnit, value)) {
      told.add(value, number);
      number = -1;
    } else if (has(*readings, Kind::kTwo, value)) {
      told.add(value, 2);
    } else if (has(*readings, Kind::kOne, value)) {
      told.add(value, 1);
    } else if (has(*readings, Kind::kAgo, value)) {
      told.ago = true;
    } else if (has(*readings, Kind::kDay, value)) {
      told.day = true;
      told.seconds += static_cast<int64_t>(value) * 86400;
    } else if (has(*readings, Kind::kNow, value)) {
      told.now = true;
    } else if (number < 0 && has(*readings, Kind::kNumber, value)) {
      number = value;
    } else if (!has(*readings, Kind::kAround, value) && has(*readings, Kind::kUnit, value)) {
      told.add(value, 1);
    }
  }
  return number < 0;
}

}  // namespace

DateValue moved(const DateValue& from, TimeSpan by) {
  DateValue to = from;
  const int months = from.year * 12 + (from.month - 1) + by.months;
  to.year = months / 12;
  to.month = months % 12 + 1;
  to.day = std::min(from.day, model::days_in_month(to.year, to.month));
  const int64_t minutes = to.hour * 60 + to.minute + by.minutes;
  constexpr int64_t kDay = 24 * 60;
  const int64_t days = minutes >= 0 ? minutes / kDay : -((-minutes + kDay - 1) / kDay);
  const auto rest = static_cast<int>(minutes - days * kDay);
  const DateValue day =
      model::civil_from_days(model::days_from_civil(to.year, to.month, to.day) + days);
  to.year = day.year;
  to.month = day.month;
  to.day = day.day;
  to.hour = rest / 60;
  to.minute = rest % 60;
  return to;
}

std::optional<DateValue> parse_relative(std::string_view text, const DateValue& read_at) {
  constexpr size_t kLongest = 80;
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  Told told;
  if (!read_words(text::fold_copy(text), told)) return std::nullopt;
  const bool distance = told.units && told.ago && !told.day && !told.now;
  const bool word = !told.units && !told.ago && (told.day != told.now);
  if (told.clock >= 0 && !told.day) return std::nullopt;
  if (!distance && !word) return std::nullopt;
  const int64_t seconds = distance ? -told.seconds : told.seconds;
  TimeSpan by;
  by.months = distance ? -told.span.months : 0;
  by.minutes = seconds >= 0 ? seconds / 60 : -((-seconds + 59) / 60);
  DateValue value = moved(read_at, by);
  value.precision = distance ? told.precision : told.day ? Precision::kDay : Precision::kMinute;
  value.precision = std::min(value.precision, read_at.precision);
  value.second = 0;
  if (told.clock >= 0) {
    value.precision = Precision::kMinute;
    value.hour = told.clock / 60 % 24;
    value.minute = told.clock % 60;
    value.zone.clear();  // of the page, not of the one who read it
    value.offset_minutes.reset();
  }
  // What is more exact than the words was never told.
  if (value.precision < Precision::kMonth) value.month = 1;
  if (value.precision < Precision::kDay) value.day = 1;
  if (value.precision < Precision::kMinute) value.minute = 0;
  if (value.precision < Precision::kHour) value.hour = 0;
  if (value.precision < Precision::kHour) {
    value.zone.clear();
    value.offset_minutes.reset();
  }
  return value;
}

}  // namespace synoptic::knowledge
