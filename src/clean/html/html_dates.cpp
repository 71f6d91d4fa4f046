#include "clean/html/html_dates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/strings.h"
#include "clean/dates/dates.h"
#include "knowledge/calendar.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMostDates = 60;
constexpr size_t kLongestText = 120;
constexpr double kWeak = 10;  // off the score of what only scripts know

// "1598313813", "1598313813000": seconds or milliseconds since 1970, in UTC.
std::optional<model::DateValue> from_epoch(std::string_view text) {
  if ((text.size() != 10 && text.size() != 13) || !is_ascii_digits(text)) return std::nullopt;
  int64_t seconds = 0;
  for (const char c : text.substr(0, 10)) seconds = seconds * 10 + (c - '0');
  constexpr int64_t kDay = 86400, kYear1995 = 788918400;
  if (seconds < kYear1995) return std::nullopt;
  model::DateValue value = model::civil_from_days(seconds / kDay);
  const auto rest = static_cast<int>(seconds % kDay);
  value.hour = rest / 3600;
  value.minute = rest / 60 % 60;
  value.second = rest % 60;
  value.precision = model::Precision::kSecond;
  value.zone = "Z";
  value.offset_minutes = 0;
  return value;
}

bool is_credible(const model::DateValue& value) { return value.year >= 1990 && value.year <= 2100; }

// "3/4/2020": a day and a month in numbers, in one order or the other.
bool begins_with_day(std::string_view text) {
  const size_t sign = text.find_first_not_of("0123456789");
  return sign != std::string_view::npos && sign > 0 && sign <= 2 && sign + 1 < text.size() &&
         std::string_view("/.-").find(text[sign]) != std::string_view::npos &&
         text[sign + 1] >= '0' && text[sign + 1] <= '9';
}

struct Told {
  model::DateValue value;
  std::string rule;  // of the calendar, where its words or numbers were read
};

// The text as a date, or the first full date in it ("Published Oct 20, 2025 at 5:00 PM PST").
std::optional<Told> date_in(std::string_view text, std::string_view lang) {
  if (auto iso = model::parse_iso(text); iso && is_credible(*iso)) return Told{*iso, {}};
  if (auto epoch = from_epoch(text)) return Told{*epoch, {}};
  if (auto date = knowledge::parse_date(text, lang); date && is_credible(*date)) {
    return Told{*date, begins_with_day(text) ? "numeric dmy" : ""};
  }
  // A page's template may speak another language than the page says.
  for (const std::string_view tongue : {lang, std::string_view()}) {
    for (auto& match : knowledge::find_dates(text, {.lang = tongue})) {
      if (match.has_year && match.has_month && match.has_day && is_credible(match.value)) {
        return Told{std::move(match.value), std::move(match.rule)};
      }
    }
    if (lang.empty()) break;
  }
  return std::nullopt;
}

}  // namespace

bool names_publication(std::string_view key) {
  constexpr std::array<std::string_view, 14> kSays{
      "origdate",    "publish",   "publication", "pubdate",      "pubtime",
      "posted",      "postdate",  "datecreat",   "creationdate", "displaydate",
      "articledate", "issuedate", "newsdate",    "storydate"};
  constexpr std::array<std::string_view, 12> kUnsays{"update", "modif",  "last",   "expir",
                                                     "unpub",  "republ", "lisher", "end",
                                                     "until",  "status", "state",  "next"};
  const auto holds = [&](std::string_view word) { return key.find(word) != key.npos; };
  if (key == "ptime" || key == "pdate") return true;
  return std::any_of(kSays.begin(), kSays.end(), holds) &&
         std::none_of(kUnsays.begin(), kUnsays.end(), holds);
}

bool may_hold_date(std::string_view text) {
  size_t digits = 0;
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= '0' && byte <= '9') {
      if (++digits >= 3) return true;
      ++at;
    } else if (byte < 0x80) {
      ++at;
    } else {
      const text::CodePoint c = text::decode(text, at);
      // Digits of other scripts, 年, and the numerals before it.
      if (text::is_digit(c.value) || c.value == U'年') digits += 2;
      if (digits >= 3) return true;
      at += c.length;
    }
  }
  return false;
}

bool DateNotes::add(std::string_view text, Span span, const Place& place, std::string_view lang) {
  text = text::trim_space(text);
  if (text.empty() || text.size() > kLongestText || dates_.size() >= kMostDates) return false;
  auto told = may_hold_date(text) ? date_in(text, lang) : std::nullopt;
  const bool relative = !told && fetched_;
  if (relative) {
    if (auto value = knowledge::parse_relative(text, *fetched_)) told = Told{*value, {}};
  }
  if (!told) return false;
  model::DateEvidence evidence;
  evidence.value = std::move(told->value);
  evidence.role = place.role;
  evidence.where = place.where;
  evidence.rule = relative ? place.rule + ", counted from the fetch" : place.rule;
  if (!told->rule.empty()) evidence.rule += ", " + told->rule;
  evidence.span = span;
  evidence.score = -place.doubt;
  dates_.push_back(std::move(evidence));
  return true;
}

void DateNotes::add(model::DateEvidence evidence) {
  if (dates_.size() < kMostDates) dates_.push_back(std::move(evidence));
}

bool DateNotes::has(std::string_view role) const {
  return std::any_of(dates_.begin(), dates_.end(),
                     [&](const auto& date) { return date.role == role; });
}

bool DateNotes::is_sure() const {
  return std::any_of(dates_.begin(), dates_.end(), [](const auto& date) {
    return date.role == "published" && date.score >= -kWeak &&
           date.value.precision >= model::Precision::kDay;
  });
}

namespace {

// The key that ends in front of `sign`, its quotes taken off; empty: too short or too long for one.
std::string key_before(std::string_view script, size_t sign) {
  constexpr size_t kShortest = 5, kLongest = 40;
  size_t end = sign;
  while (end > 0 && std::string_view(" \\\"'").find(script[end - 1]) != std::string_view::npos) {
    --end;
  }
  size_t begin = end;
  while (begin > 0 && end - begin <= kLongest) {
    const char c = script[begin - 1];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && c != '_' && c != '-') break;
    --begin;
  }
  std::string key;
  if (end - begin < kShortest || end - begin > kLongest) return key;
  for (const char c : script.substr(begin, end - begin)) {
    if (c != '_' && c != '-') key += static_cast<char>(c | 0x20);
  }
  return key;
}

}  // namespace

void DateNotes::search_scripts(const html::Document& document,
                               const std::vector<uint32_t>& scripts) {
  constexpr size_t kMostBytes = 4 << 20;
  const auto& nodes = document.nodes();
  for (const uint32_t i : scripts) {
    if (nodes[i].subtree_end != i + 2) continue;
    const html::Node& node = nodes[i + 1];
    const std::string_view script = node.text().substr(0, kMostBytes);
    // The value is looked at first: few look like a date.
    for (size_t sign = script.find_first_of(":="); sign != std::string_view::npos;
         sign = script.find_first_of(":=", sign + 1)) {
      const size_t open = script.find_first_not_of(" \\\"'", sign + 1);
      if (open == std::string_view::npos) break;
      const char first = script[open];
      const bool digit = first >= '0' && first <= '9';
      const bool capital = first >= 'A' && first <= 'Z' && open > sign + 1;  // "Mon, 4 May"
      if ((!digit && !capital) || open - sign > 6) continue;
      if (!names_publication(key_before(script, sign))) continue;
      // In quotes a comma may stand between day and year.
      const char before = script[open - 1];
      const bool quoted = before == '"' || before == '\'';
      const size_t close = script.find_first_of(quoted ? "\\\"'<" : "\\\"',;}<", open);
      if (close == std::string_view::npos || close - open > 40 || close - open < 8) continue;
      const Span span{node.span.begin + static_cast<uint32_t>(open),
                      node.span.begin + static_cast<uint32_t>(close)};
      if (add(script.substr(open, close - open), span,
              {"published", "script", "key of a script's data", kWeak}, {})) {
        return;  // the first is the page's own, others are of what it links to
      }
    }
  }
}

namespace {

constexpr int kFarthestZoneBehind = 12;  // hours, zones from UTC

// A quoted value of a script's data, found by the value: where its key begins; npos: it has none.
size_t key_of_value(std::string_view script, size_t quote) {
  const size_t sign = script.find_last_not_of(" \\", quote - 1);
  if (quote == 0 || sign == std::string_view::npos || script[sign] != ':') return script.npos;
  const std::string key = key_before(script, sign);
  return key.empty() || !names_publication(key) ? script.npos : sign - key.size();
}

}  // namespace

void DateNotes::search_local_day(const html::Document& document,
                                 const std::vector<uint32_t>& scripts) {
  const auto stamped = std::find_if(dates_.begin(), dates_.end(), [](const auto& date) {
    return date.role == "published" && (date.where == "json_ld" || date.where == "metadata") &&
           date.value.precision >= model::Precision::kMinute && date.value.hour < kFarthestZoneBehind &&
           date.value.offset_minutes == 0;
  });
  if (stamped == dates_.end()) return;
  model::DateValue day = model::civil_from_days(model::days_from_civil(stamped->value) - 1);
  day.precision = model::Precision::kDay;
  const std::string value = '"' + model::iso(day) + '"';
  const auto& nodes = document.nodes();
  for (const uint32_t i : scripts) {
    if (nodes[i].subtree_end != i + 2) continue;
    const html::Node& node = nodes[i + 1];
    const std::string_view script = node.text();
    for (size_t at = script.find(value); at != script.npos; at = script.find(value, at + 1)) {
      const size_t key = key_of_value(script, at);
      if (key == script.npos) continue;
      // Where the key has other days, too, it is one of a list of articles.
      const std::string_view begin = script.substr(key, at - key);
      for (size_t k = script.find(begin); k != script.npos; k = script.find(begin, k + 1)) {
        if (!script.substr(k + begin.size()).starts_with(value)) return;
      }
      const auto from = node.span.begin + static_cast<uint32_t>(at + 1);
      const Span span{from, from + static_cast<uint32_t>(value.size() - 2)};
      add(value.substr(1, value.size() - 2), span, {"published", "script", "local day"}, {});
      return;
    }
  }
}

bool DateNotes::search_calls(const html::Document& document, const std::vector<uint32_t>& scripts) {
  constexpr size_t kLongestCall = 160;
  const auto& nodes = document.nodes();
  for (const uint32_t i : scripts) {
    if (nodes[i].subtree_end != i + 2) continue;
    const html::Node& node = nodes[i + 1];
    const std::string_view script = text::trim_space(node.text());
    if (script.size() > kLongestCall) continue;
    const size_t open = script.find_first_of("\"'");
    if (open == std::string_view::npos) continue;
    const size_t close = script.find(script[open], open + 1);
    if (close == std::string_view::npos || close - open < 9) continue;
    const std::string_view text = script.substr(open + 1, close - open - 1);
    if (text.find_first_not_of("0123456789-/.: TZ") != std::string_view::npos) continue;
    const auto begin = static_cast<uint32_t>(text.data() - node.text().data());
    const Span span{node.span.begin + begin,
                    node.span.begin + begin + static_cast<uint32_t>(text.size())};
    if (add(text, span, {"published", "script", "written by a call", kWeak}, {})) return true;
  }
  return false;
}

void DateNotes::search_comment(const html::Node& comment, std::string_view lang) {
  // TrackBack (Six Apart, 2002) describes the page in RDF, hidden in a comment.
  const std::string_view text = comment.text();
  if (text.find("trackback:ping") == std::string_view::npos) return;
  const std::string_view key = "dc:date=\"";
  const size_t at = text.find(key);
  if (at == std::string_view::npos) return;
  const size_t begin = at + key.size();
  const size_t end = text.find('"', begin);
  if (end == std::string_view::npos || end - begin > 40) return;
  add(text.substr(begin, end - begin), comment.span, {"published", "metadata", "trackback dc:date"},
      lang);
}

void DateNotes::search_leavings(const html::Document& document, std::string_view lang) {
  constexpr size_t kLongestRecord = 4000, kLongestValue = 40, kLongestKey = 40;
  constexpr size_t kMostFields = 50, kMostRecords = 1 << 18;  // tried; bytes
  size_t fields = 0, records = 0;
  const auto dense = [](std::string_view name) {
    std::string key;
    for (const char c : name) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) key += static_cast<char>(c | 0x20);
    }
    return key;
  };
  const DateNotes::Place field{"published", "script", "hidden field", kWeak};
  const DateNotes::Place record{"published", "script", "record in a comment", kWeak};
  for (const html::Node& node : document.nodes()) {
    if (node.kind == html::NodeKind::kElement && node.tag == html::Tag::input) {
      const html::Attribute* value = document.attribute(node, "value");
      if (value == nullptr || value->value.size() > kLongestValue || !may_hold_date(value->value) ||
          !names_publication(dense(document.attribute_value(node, "name")))) {
        continue;
      }
      if (++fields > kMostFields || add(value->value, value->span, field, lang)) return;
    }
    if (node.kind != html::NodeKind::kComment || node.text().size() > kLongestRecord) continue;
    if ((records += node.text().size()) > kMostRecords) return;
    // "<date>2012-05-03 10:20</date>", "pubdate: 2012-05-03"
    const std::string_view text = node.text();
    for (size_t sign = text.find_first_of(":=>"); sign != text.npos;
         sign = text.find_first_of(":=>", sign + 1)) {
      const size_t open = text.find_first_not_of(" \"'", sign + 1);
      if (open == text.npos) break;
      if (text[open] < '0' || text[open] > '9' || open - sign > 4) continue;
      const std::string_view before =
          text.substr(0, sign).substr(sign - std::min(sign, kLongestKey));
      const std::string key = dense(before.substr(before.find_last_of(" \t\n\r<-/\"'") + 1));
      if (key != "date" && !names_publication(key)) continue;
      const size_t close = std::min(text.find_first_of("\"'<>,;\n", open), text.size());
      const std::string_view value = text::trim_space(text.substr(open, close - open));
      if (value.size() >= 8 && value.size() <= kLongestValue &&
          add(value, node.span, record, lang)) {
        return;
      }
    }
  }
}

void DateNotes::search_title(std::string_view title, Span span, std::string_view lang) {
  if (!may_hold_date(title)) return;
  const auto found = knowledge::find_dates(title, {.lang = lang});
  if (found.empty() || !found.back().has_year || !found.back().has_month || !found.back().has_day ||
      found.back().range.begin == 0 || found.back().range.end + 3 < title.size()) {
    return;
  }
  add(found.back().range.of(title), span, {"published", "metadata", "end of the title", kWeak},
      lang);
}

void DateNotes::search_image(std::string_view address, Span span) {
  auto date = date_of_url(address, span);
  if (!date || date->value.precision < model::Precision::kDay) return;
  date->where = "image";
  date->rule = "date in the path of the page's picture";
  add(std::move(*date));
}

}  // namespace synoptic::clean
