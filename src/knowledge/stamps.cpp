#include "knowledge/stamps.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/strings.h"
#include "base/table.h"
#include "knowledge/calendar.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

constexpr size_t kLongestStamp = 160;   // bytes of a line that may be a stamp
constexpr size_t kFewLetters = 3;       // letters: "at", "on", "ET"
constexpr size_t kMostBesideDay = 2;    // beside a day: an outlet, a country
constexpr size_t kMostBesideLabel = 8;  // … and where a label says what the day is

using StampLabels = std::set<std::string, std::less<>>;

// The words of the labels that cleaning knows, too, in all languages: a page may have its frame in
// another one than its text. Those that labels share with news ("date of …") do no harm here.
const StampLabels& stamp_labels() {
  static const StampLabels words = [] {
    StampLabels out;
    for (const TableRow row : DataTable::embedded("cues/clean.tsv", 3)) {
      if (row.size() < 3 || (row[0] != "published_label" && row[0] != "updated_label")) {
        continue;
      }
      for (const auto phrase : row.words(2)) {
        for (const auto word : split_trimmed(phrase, ' ')) out.insert(text::fold_copy(word));
      }
    }
    return out;
  }();
  return words;
}

struct StampRest {  // what stands beside the days
  size_t names = 0, common = 0;
  bool labelled = false, clock = false;
};

std::string_view without_marks(std::string_view word) {
  const auto is_mark = [](const text::CodePoint& c) {
    return !text::is_letter(c.value) && text::digit_value(c.value) < 0;
  };
  while (!word.empty()) {
    const auto c = text::decode(word, 0);
    if (!is_mark(c)) break;
    word.remove_prefix(c.length);
  }
  while (!word.empty()) {
    const auto c = text::decode_before(word, word.size());
    if (!is_mark(c)) break;
    word.remove_suffix(c.length);
  }
  return word;
}

void add_stamp_word(std::string_view whole, StampRest& rest) {
  const std::string_view word = without_marks(whole);
  if (word.empty()) return;
  size_t letters = 0, digits = 0;
  for (size_t at = 0; at < word.size();) {
    const auto c = text::decode(word, at);
    letters += text::is_letter(c.value);
    digits += text::digit_value(c.value) >= 0;
    at += c.length;
  }
  const char32_t first = text::decode(word, 0).value;
  if (digits > 0) {  // "5:55p", "7:38pm", a counter of readers
    rest.clock |= word.find(':') != std::string_view::npos;
    rest.common += letters > kFewLetters;
  } else if (stamp_labels().contains(text::fold_copy(word))) {
    rest.labelled |= letters > kFewLetters || text::is_spaceless(first);
  } else if (text::is_upper(first)) {
    ++rest.names;
  } else if (letters > kFewLetters || !text::is_cased(first)) {
    ++rest.common;
  }
}

StampRest beside_days(std::string_view text, const std::vector<DateMatch>& days) {
  StampRest rest;
  size_t at = 0;
  const auto add = [&](size_t end) {
    if (end <= at) return;
    std::string_view part = text.substr(at, end - at);
    while (!part.empty()) {
      const size_t blank = std::min(part.find_first_of(" \t\n|"), part.size());
      add_stamp_word(part.substr(0, blank), rest);
      part.remove_prefix(std::min(part.size(), blank + 1));
    }
  };
  for (const auto& day : days) {
    add(day.range.begin);
    at = std::max<size_t>(at, day.range.end);
  }
  add(text.size());
  return rest;
}

bool has_label_before(std::string_view front) {
  constexpr size_t kReach = 24;  // bytes of the last word
  const size_t blank = front.find_last_of(" \t\n|.,;()");
  const std::string_view word = blank == std::string_view::npos ? front : front.substr(blank + 1);
  return word.size() > kFewLetters && word.size() <= 2 * kReach &&
         stamp_labels().contains(text::fold_copy(word));
}

}  // namespace

bool is_stamp(std::string_view text, std::string_view lang) {
  if (text.size() > kLongestStamp) return false;
  size_t digits = 0;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    digits += text::digit_value(c.value) >= 0;
    at += c.length;
  }
  if (digits < 3) return false;  // "5 May 13"
  const auto days = find_dates(text, {.lang = lang, .allow_partial = true});
  const bool whole = std::ranges::any_of(
      days, [](const auto& day) { return day.has_day && day.has_month && day.has_year; });
  const bool clock = std::ranges::any_of(
      days, [](const auto& day) { return day.value.precision >= model::Precision::kHour; });
  const bool day = std::ranges::any_of(
      days, [](const auto& found) { return found.has_day && (found.has_month || found.weekday); });
  if (!whole && !(day && clock)) return false;
  const StampRest rest = beside_days(text, days);
  // "She was released on 4 March 2011." is a sentence; what is posted in somebody's name has more.
  constexpr size_t kManyNames = 4;
  const bool stop = text.ends_with('.') && !days.empty() && days.back().range.end < text.size();
  if (stop && rest.names > 0 && rest.names < kManyNames) return false;
  if (rest.labelled) return rest.common <= 1 && rest.names <= kMostBesideLabel;
  if (!whole) return rest.common == 0 && rest.names == 0;
  const bool timed = clock || rest.clock;
  return rest.common == 0 && rest.names <= (timed ? kMostBesideDay + 1 : 0);
}

std::optional<DateMatch> stamp_of(std::string_view text, std::string_view lang) {
  if (!is_stamp(text, lang)) return std::nullopt;
  std::optional<DateMatch> day;
  std::optional<model::DateValue> clock;
  for (DateMatch& found : find_dates(text, {.lang = lang, .allow_partial = true})) {
    if (found.has_day && found.has_month && found.has_year) {
      if (!day) day = std::move(found);
    } else if (!found.has_day && found.value.precision >= model::Precision::kHour && !clock) {
      clock = found.value;
    }
  }
  if (day && clock && day->value.precision == model::Precision::kDay) {
    day->value.hour = clock->hour;
    day->value.minute = clock->minute;
    day->value.second = clock->second;
    day->value.zone = clock->zone;
    day->value.offset_minutes = clock->offset_minutes;
    day->value.precision = clock->precision;
  }
  return day;
}

bool is_stamp_at(std::string_view text, Range day, std::string_view lang) {
  if (day.end > text.size() || day.begin >= day.end) return false;
  const auto found = find_dates(day.of(text), {.lang = lang, .allow_partial = true});
  const bool whole = std::ranges::any_of(
      found, [](const auto& date) { return date.has_day && date.has_month && date.has_year; });
  if (!whole) return false;
  std::string_view front = text::trim_space(text.substr(0, day.begin));
  if (front.ends_with(':') && has_label_before(front.substr(0, front.size() - 1))) return true;
  if (front.ends_with(" on")) front.remove_suffix(3);
  const size_t open = front.rfind('(');
  return front.ends_with(')') && open != std::string_view::npos &&
         front.substr(open).starts_with("(@");
}

}  // namespace synoptic::knowledge
