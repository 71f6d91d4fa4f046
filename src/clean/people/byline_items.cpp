#include "clean/people/byline_items.h"

#include <algorithm>
#include <array>
#include <utility>

#include "clean/cue_match.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::DateMatch;

constexpr std::array<std::string_view, 10> kLabelKinds{
    "published_label", "updated_label", "source_label", "author_label", "editor_label",
    "views",           "share",         "photo_label",  "read_time",    "toolbar"};

bool is_separator(std::string_view text, uint32_t at, uint32_t length) {
  const char32_t c = text::decode(text, at).value;
  switch (c) {
    case '|':
    case 0xB7:
    case 0x2022:
    case 0x2027:
    case 0x22C5:
    case 0x25CF:
    case 0x2014:
    case 0x2013:
    case ',':
    case 0x060C:
    case 0xFF0C:
    case 0x3001:
    case '(':
    case ')':
    case 0xFF08:
    case 0xFF09:
    case '[':
    case ']':
    case 0xFF5C:
    case 0x30FB:
    case ';':
    case 0x061B:
    case 0x2215:
    case 0xFF0F:
    case 0x4E28:
    case 0x3010:
    case 0x3011:
      return true;
    case '-':
    case '/':
      return at > 0 && text[at - 1] == ' ' &&
             (at + length >= text.size() || text[at + length] == ' ');
    default:
      return false;
  }
}

// "A 기자 · B 기자", "A 기자 a@host": behind a name the word is no label of what follows.
bool closes_name(std::string_view text, const CueHit& hit) {
  if (hit.range.begin == 0) return false;
  const std::string_view rest = text::trim_space(text.substr(hit.range.end));
  return rest.empty() || is_separator(rest, 0, text::decode(rest, 0).length) ||
         rest.substr(0, rest.find(' ')).find('@') != std::string_view::npos;
}

// Where a label begins that is a word of its own.
std::vector<uint32_t> labels_in(const Line& line, const knowledge::Knowledge& knowledge) {
  const std::string_view text = line.piece.text;
  std::vector<uint32_t> labels;
  for (const std::string_view kind : kLabelKinds) {
    const auto hit = cue_inside(knowledge, kind, line);
    if (!hit) continue;
    const uint32_t at = hit->range.begin;
    // "3 min read" has its number in front, "print" and "save" are words of names too.
    const bool needs_colon = kind == "read_time" || kind == "toolbar";
    const bool word_of_its_own = hit->parted && !needs_colon && (at == 0 || text[at - 1] == ' ');
    if (hit->colon || (word_of_its_own && !(kind == "author_label" && closes_name(text, *hit)))) {
      labels.push_back(at);
    }
  }
  return labels;
}

// Years are written in digits of some script, two at least, or in Chinese numerals. `folded`: the
// text's folded form where it is at hand.
bool may_hold_year(std::string_view text, std::string_view folded) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto both = [&](char a, char b) { return is_digit(a) && is_digit(b); };
  if (std::adjacent_find(text.begin(), text.end(), both) != text.end()) return true;
  if (std::all_of(text.begin(), text.end(), text::is_ascii)) return false;
  if (std::any_of(text.begin(), text.end(), is_digit)) return true;  // of an emperor's reign
  std::string made;
  if (folded.empty()) folded = made = text::fold_copy(text);
  return std::any_of(folded.begin(), folded.end(), is_digit) || knowledge::holds_han_date(folded);
}

// "12:15", "12.15 h", "۱۲:۱۵": an hour and minutes in front.
bool is_clock(std::string_view text) {
  size_t digits = 0, groups = 0;
  for (size_t at = 0; at < text.size() && groups < 2;) {
    const text::CodePoint c = text::decode(text, at);
    if (text::is_digit(c.value)) {
      if (++digits > 2) return false;
    } else if (digits > 0) {
      ++groups;
      digits = 0;
      const bool parts = c.value == ':' || c.value == '.' || c.value == 'h' || c.value == 0xFF1A;
      if (groups == 1 && !parts) return false;
    } else {
      return false;
    }
    at += c.length;
  }
  return groups + (digits > 0 ? 1 : 0) >= 2;
}

}  // namespace

bool ends_with_separator(std::string_view text) {
  if (text.empty()) return false;
  const uint32_t length = text::decode_before(text, text.size()).length;
  return is_separator(text, static_cast<uint32_t>(text.size()) - length, length);
}

std::vector<DateMatch> byline_dates(std::string_view text, std::string_view lang,
                                    std::string_view folded) {
  if (!may_hold_year(text, folded)) return {};
  const auto usable = [](std::vector<DateMatch> found) {
    std::erase_if(found, [](const DateMatch& match) {
      return !match.has_year || !match.has_month || match.value.year < 1990 ||
             match.value.year > 2100;
    });
    return found;
  };
  const text::Folded with_origin = text::fold(text);
  auto found = usable(knowledge::find_folded_dates(text, with_origin, {.lang = lang}));
  // An English date on a page in another language is common.
  if (found.empty() && !lang.empty()) {
    found = usable(knowledge::find_folded_dates(text, with_origin));
  }
  return found;
}

namespace {

// "16:05" behind "updated": of the day of publication; "3/9 22:30" names that day again.
std::optional<DateMatch> change_on_day(std::string_view rest, DateMatch match,
                                       const DateMatch& published) {
  const std::string_view before = text::trim_space(rest.substr(0, match.range.begin));
  const size_t stroke = before.rfind('/');
  if (!before.empty() && text::is_digit(text::decode_before(before, before.size()).value)) {
    if (stroke == before.npos || stroke == 0) return std::nullopt;
    const size_t open = before.find_last_not_of("0123456789", stroke - 1) + 1;
    const std::string_view a = before.substr(open, stroke - open), b = before.substr(stroke + 1);
    const std::string month = std::to_string(published.value.month);
    const std::string day = std::to_string(published.value.day);
    const auto is = [](std::string_view digits, const std::string& number) {
      while (digits.starts_with('0')) digits.remove_prefix(1);
      return digits == number;
    };
    if (!(is(a, month) && is(b, day)) && !(is(a, day) && is(b, month))) return std::nullopt;
    match.range.begin = static_cast<uint32_t>(before.data() - rest.data() + open);
  }
  model::DateValue value = published.value;
  value.hour = match.value.hour;
  value.minute = match.value.minute;
  value.second = match.value.second;
  value.precision = match.value.precision;
  if (!match.value.zone.empty()) {
    value.zone = match.value.zone;
    value.offset_minutes = match.value.offset_minutes;
  }
  match.value = value;
  match.has_year = match.has_month = match.has_day = true;
  return match;
}

}  // namespace

std::optional<DateMatch> change_without_year(std::string_view text, const DateMatch& published,
                                             std::string_view lang) {
  if (published.value.precision < model::Precision::kDay) return std::nullopt;
  const bool timed = published.value.precision >= model::Precision::kMinute;
  const std::string_view rest = text.substr(published.range.end);
  if (!text::has_digit(rest)) return std::nullopt;
  for (DateMatch& match : knowledge::find_dates(rest, {.lang = lang, .allow_partial = true})) {
    if (match.has_year || match.value.precision < model::Precision::kMinute) continue;
    if (match.has_month && match.has_day && timed) {
      match.value.year = published.value.year;
      match.has_year = true;
    } else if (!match.has_month && !match.weekday) {
      auto same_day = change_on_day(rest, match, published);
      if (!same_day) return std::nullopt;
      match = std::move(*same_day);
    } else {
      continue;
    }
    match.range.begin += published.range.end;
    match.range.end += published.range.end;
    const bool later =
        model::is_valid(match.value) && (!timed || model::minutes_since_epoch(match.value) >=
                                                       model::minutes_since_epoch(published.value));
    return later ? std::optional(match) : std::nullopt;
  }
  return std::nullopt;
}

std::string with_open_times(std::string_view text) {
  constexpr uint32_t kWidestTime = 14;
  std::string open(text);
  for (const auto& [left, right] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    for (size_t at = open.find(left); at != std::string::npos; at = open.find(left, at + 1)) {
      const size_t begin = at + left.size(), end = open.find(right, begin);
      if (end == std::string::npos) break;
      const std::string_view inner = std::string_view(open).substr(begin, end - begin);
      if (inner.empty() || width_of(inner) > kWidestTime || !is_clock(inner)) continue;
      std::fill_n(open.begin() + static_cast<std::ptrdiff_t>(at), left.size(), ' ');
      std::fill_n(open.begin() + static_cast<std::ptrdiff_t>(end), right.size(), ' ');
    }
  }
  return open;
}

std::vector<BylineItem> byline_items(const Line& line, const knowledge::Knowledge& knowledge,
                                     const std::vector<DateMatch>& dates, uint32_t begin) {
  const std::string_view text = line.piece.text;
  const std::vector<uint32_t> labels = labels_in(line, knowledge);
  std::vector<BylineItem> found;
  uint32_t open = begin;
  size_t next_date = 0;
  const auto close = [&](uint32_t end) {
    if (!text::trim_space(text.substr(open, end - open)).empty()) {
      found.push_back({{open, end}, nullptr});
    }
    open = end;
  };
  // "Editor | Name": the stroke stands for the colon.
  const auto ends_label = [&](uint32_t from, uint32_t at) {
    const char32_t sign = text::decode(text, at).value;
    if (sign != '|' && sign != 0xFF5C && sign != 0x4E28) return false;
    const std::string_view words = text::trim_space(text.substr(from, at - from));
    return !words.empty() && (whole_cue(knowledge, "editor_label", words) ||
                              whole_cue(knowledge, "author_label", words) ||
                              whole_cue(knowledge, "source_label", words));
  };
  for (uint32_t at = begin; at < text.size();) {
    while (next_date < dates.size() && dates[next_date].range.begin < at) ++next_date;
    if (next_date < dates.size() && dates[next_date].range.begin == at) {
      close(at);
      found.push_back({dates[next_date].range, &dates[next_date]});
      at = open = std::max(at + 1, dates[next_date].range.end);
      continue;
    }
    if (at > open && std::find(labels.begin(), labels.end(), at) != labels.end()) close(at);
    const uint32_t length = text::decode(text, at).length;
    if (is_separator(text, at, length) && !ends_label(open, at)) {
      close(at);
      open = at + length;
    }
    at += length;
  }
  if (open < text.size()) close(static_cast<uint32_t>(text.size()));
  return found;
}

}  // namespace synoptic::clean
