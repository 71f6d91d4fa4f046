#include "knowledge/calendar.h"

#include <algorithm>

#include "knowledge/calendar_forms.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

constexpr size_t kLongestDate = 200;  // bytes; a longer text is not one date

model::Precision precision_of(const DateFields& fields) {
  if (fields.second) return model::Precision::kSecond;
  if (fields.minute) return model::Precision::kMinute;
  if (fields.hour) return model::Precision::kHour;
  if (fields.day || fields.weekday) return model::Precision::kDay;
  return fields.month ? model::Precision::kMonth : model::Precision::kYear;
}

DateMatch match_of(const DateFields& fields, Range range) {
  DateMatch match;
  match.value.year = fields.year.value_or(0);
  match.value.month = fields.month.value_or(1);
  match.value.day = fields.day.value_or(1);
  match.value.hour = fields.hour.value_or(0);
  match.value.minute = fields.minute.value_or(0);
  match.value.second = fields.second.value_or(0);
  match.value.precision = precision_of(fields);
  match.value.zone = fields.zone;
  match.value.offset_minutes = fields.offset_minutes;
  match.has_year = fields.year.has_value();
  match.has_month = fields.month.has_value();
  match.has_day = fields.day.has_value();
  match.range = range;
  match.rule = fields.rule;
  match.weekday = fields.weekday;
  match.named_hour = fields.named_hour;
  match.calendar = fields.calendar;
  match.own = fields.own;
  if (fields.weekday && fields.year && fields.month && fields.day) {
    match.weekday_agrees = model::weekday(match.value) == *fields.weekday;
  }
  return match;
}

std::vector<DateMatch> search(std::string_view text, const text::Folded& folded,
                              const FormOptions& options) {
  std::vector<DateMatch> matches;
  thread_local std::vector<DateToken> tokens;
  date_tokens(text, folded, tokens);
  const DateReader reader(tokens, options);
  for (size_t at = 0; at < tokens.size();) {
    if (!reader.may_begin(at)) {
      ++at;
      continue;
    }
    size_t next = at;
    DateFields fields;
    if (!reader.read(next, fields) || next <= at) {
      ++at;
      continue;
    }
    const Range range{tokens[at].range.begin, tokens[next - 1].range.end};
    at = next;
    // A month of the moon is known to a day or two: no date line of a page is told in it.
    if (fields.calendar == Calendar::kHijri && !options.allow_partial) continue;
    matches.push_back(match_of(fields, range));
  }
  return matches;
}

FormOptions form_options(std::string_view tag, bool allow_partial, bool whole) {
  return {tag.substr(0, tag.find('-')), allow_partial, whole, tag};
}

// Whether everything outside the match is signs or words that dates are introduced by.
bool holds_nothing_else(std::string_view text, Range range) {
  const auto quiet = [](std::string_view part) {
    for (size_t at = 0; at < part.size();) {
      const text::CodePoint c = text::decode(part, at);
      if (text::is_letter(c.value) || text::is_digit(c.value)) return false;
      at += c.length;
    }
    return true;
  };
  return quiet(text.substr(0, range.begin)) && quiet(text.substr(range.end));
}

}  // namespace

std::vector<DateMatch> find_dates(std::string_view text, const DateOptions& options) {
  return find_folded_dates(text, text::fold(text), options);
}

std::vector<DateMatch> find_folded_dates(std::string_view text, const text::Folded& folded,
                                         const DateOptions& options) {
  return search(text, folded, form_options(options.lang, options.allow_partial, false));
}

std::optional<model::DateValue> parse_date(std::string_view text, std::string_view lang) {
  if (text.size() > kLongestDate) return std::nullopt;
  text = text::trim_space(text);
  const std::vector<DateMatch> matches =
      search(text, text::fold(text), form_options(lang, false, true));
  if (matches.size() == 1 && holds_nothing_else(text, matches[0].range)) return matches[0].value;
  if (!matches.empty()) return std::nullopt;
  return model::parse_iso(text);  // "2025", "2024-11"
}

}  // namespace synoptic::knowledge
