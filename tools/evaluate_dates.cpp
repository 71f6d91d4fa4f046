// Measures how many written dates the calendar reads (JSON lines: text, label, and expected or
// ago).
//
//   evaluate_dates [--misses] PAIRS.jsonl
//
// A date counts as read when its day is right. Texts whose year the expected value takes from the
// day the test was written are counted apart: no program should know it.
#include <fmt/format.h>
#include <simdjson.h>

#include <array>
#include <fstream>
#include <map>
#include <string>

#include "base/strings.h"
#include "knowledge/calendar.h"
#include "text/fold.h"

namespace synoptic {
namespace {

using simdjson::dom::element;

struct Count {
  size_t all = 0, right = 0, wrong = 0;
};

std::string string_at(const element& row, std::string_view key) {
  std::string_view text;
  return row.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// "French dates" or "fr".
std::string language_of(const std::string& label) {
  static const std::map<std::string, std::string, std::less<>> names = {
      {"English", "en"}, {"French", "fr"},     {"Russian", "ru"},    {"German", "de"},
      {"Spanish", "es"}, {"Turkish", "tr"},    {"Portuguese", "pt"}, {"Chinese", "zh"},
      {"Arabic", "ar"},  {"Ukrainian", "uk"},  {"Hindi", "hi"},      {"Japanese", "ja"},
      {"Korean", "ko"},  {"Indonesian", "id"}, {"Persian", "fa"},    {"Farsi", "fa"}};
  const auto found = names.find(label.substr(0, label.find(' ')));
  return found != names.end() ? found->second : label.size() == 2 ? label : std::string();
}

bool is_of_fifteen(std::string_view lang) {
  for (const std::string_view known :
       {"ar", "zh", "en", "ru", "es", "fr", "de", "pt", "ja", "tr", "fa", "uk", "hi", "ko", "id"}) {
    if (lang == known) return true;
  }
  return false;
}

bool tells_year(std::string_view text, const model::DateValue& day) {
  const std::string folded = text::fold_copy(text);
  const std::string year = std::to_string(day.year);
  if (folded.find(year) != std::string::npos) return true;
  // Other calendars, two digits.
  size_t longest = 0, run = 0, numbers = 0;
  for (const char c : folded) {
    if (c >= '0' && c <= '9') {
      numbers += run == 0;
      longest = std::max(longest, ++run);
    } else {
      run = 0;
    }
  }
  return longest >= 4 || (numbers >= 3 && folded.find(year.substr(2)) != std::string::npos);
}

// The span of an "ago" or "in_future" object as the anchor's day it leads to; nullopt: none.
std::optional<model::DateValue> led_to(const element& row, const model::DateValue& anchor) {
  element span;
  int sign = -1;
  if (row.at_key("ago").get(span) != simdjson::SUCCESS) {
    sign = 1;
    if (row.at_key("in_future").get(span) != simdjson::SUCCESS) return std::nullopt;
  }
  simdjson::dom::object parts;
  if (span.get(parts) != simdjson::SUCCESS) return std::nullopt;
  knowledge::TimeSpan total;
  for (const auto& part : parts) {
    double count = 0;
    if (part.value.get(count) != simdjson::SUCCESS) continue;
    const double signed_count = sign * count;
    const std::string_view unit = part.key;
    if (unit == "years") total.months += static_cast<int>(12 * signed_count);
    if (unit == "months") total.months += static_cast<int>(signed_count);
    if (unit == "weeks") total.minutes += static_cast<int64_t>(signed_count * 7 * 24 * 60);
    if (unit == "days") total.minutes += static_cast<int64_t>(signed_count * 24 * 60);
    if (unit == "hours") total.minutes += static_cast<int64_t>(signed_count * 60);
    if (unit == "minutes") total.minutes += static_cast<int64_t>(signed_count);
  }
  return knowledge::moved(anchor, total);
}

// As far as the first is told.
bool same_day(const model::DateValue& a, const model::DateValue& b) {
  return a.year == b.year && (a.precision < model::Precision::kMonth || a.month == b.month) &&
         (a.precision < model::Precision::kDay || a.day == b.day);
}

int run(int argc, char** argv) {
  bool misses = false;
  std::string path;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--misses")
      misses = true;
    else
      path = argv[i];
  }
  std::ifstream file(path);
  simdjson::dom::parser parser;
  std::map<std::string, Count> counts;
  const model::DateValue anchor = *model::parse_iso("2014-09-01T10:30");
  for (std::string line; std::getline(file, line);) {
    element row;
    if (parser.parse(line).get(row) != simdjson::SUCCESS) continue;
    const std::string text = string_at(row, "text"), lang = language_of(string_at(row, "label"));
    const std::string rank = is_of_fifteen(lang) ? "the fifteen" : "other or not told";
    const std::string expected = string_at(row, "expected");
    std::optional<model::DateValue> want, got;
    std::string group;
    if (!expected.empty()) {
      want = model::parse_iso(expected);
      got = knowledge::parse_date(text, lang);
      if (!got && lang.empty()) got = knowledge::parse_date(text, "en");
      group = want && tells_year(text, *want) ? "written" : "written, no year";
    } else {
      want = led_to(row, anchor);
      got = knowledge::parse_relative(text, anchor);
      group =
          row.at_key("ago").error() == simdjson::SUCCESS ? "relative, past" : "relative, to come";
    }
    if (!want) continue;
    Count& count = counts[group + ": " + rank];
    ++count.all;
    const bool right = got && same_day(*got, *want);
    count.right += right;
    count.wrong += got && !right;
    if (misses && !right) {
      fmt::print("{} [{}] {} | want {} got {}\n", group, lang, text, model::iso(*want),
                 got ? model::iso(*got) : "nothing");
    }
  }
  for (const auto& [group, count] : counts) {
    fmt::print("{:36} {:4} right {:4} ({:.3f})  wrong {:3}\n", group, count.all, count.right,
               static_cast<double>(count.right) / static_cast<double>(count.all), count.wrong);
  }
  return 0;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::run(argc, argv); }
