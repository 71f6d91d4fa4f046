// Dates in addresses: the path says when a page was put in its place.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/strings.h"
#include "clean/dates/dates.h"
#include "knowledge/calendar.h"
#include "text/ascii.h"

namespace synoptic::clean {
namespace {

using model::DateEvidence;
using model::DateValue;
using model::Precision;

constexpr int kFirstYear = 1990, kLastYear = 2100;  // of the web

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_sign(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

int number(std::string_view digits) {
  int sum = 0;
  for (const char c : digits) sum = sum * 10 + (c - '0');
  return sum;
}

struct Found {
  DateValue value;
  size_t begin = 0, end = 0;
};

// The runs of digits of an address, one after another, and what may stand between them.
class AddressReader {
 public:
  explicit AddressReader(std::string_view url) : url_(url) {}

  // A whole day wherever it stands, else the first month.
  std::optional<Found> read() const {
    std::optional<Found> month;
    for (size_t at = 0; at < url_.size(); at = digits_at(at).empty() ? at + 1 : end_of(at)) {
      const std::string_view run = digits_at(at);
      if (run.empty()) continue;
      std::optional<Found> found;
      if (run.size() >= 8)
        found = stamp(at, run);
      else if (run.size() == 6)
        found = month_and_day(at, run);
      else if (run.size() == 4)
        found = year_first(at, run);
      else if (run.size() <= 2)
        found = day_first(at, run);
      if (!found || !model::is_valid(found->value)) continue;
      if (found->value.precision >= Precision::kDay) return found;
      if (!month) month = found;
    }
    return month;
  }

 private:
  std::string_view digits_at(size_t at) const {
    size_t end = at;
    while (end < url_.size() && is_digit(url_[end])) ++end;
    return url_.substr(std::min(at, url_.size()), end - at);
  }
  size_t end_of(size_t at) const { return at + digits_at(at).size(); }
  char char_at(size_t at) const { return at < url_.size() ? url_[at] : '\0'; }

  static Found made(int year, int month, int day, size_t begin, size_t end) {
    Found found;
    found.value.year = year >= kFirstYear && year <= kLastYear ? year : 0;  // 0: not valid
    found.value.month = month;
    found.value.day = day;
    found.begin = begin;
    found.end = end;
    return found;
  }

  // 20260314, 20260314103000 and longer numbers that begin so. A number of nine to eleven digits is
  // somebody's count.
  static std::optional<Found> stamp(size_t at, std::string_view run) {
    if (run.size() > 8 && run.size() < 12) return std::nullopt;
    return made(number(run.substr(0, 4)), number(run.substr(4, 2)), number(run.substr(6, 2)), at,
                at + 8);
  }

  // "/202603/14/".
  std::optional<Found> month_and_day(size_t at, std::string_view run) const {
    const size_t next = at + run.size();
    const std::string_view day = digits_at(next + 1);
    if (char_at(at - 1) != '/' || char_at(next) != '/' || day.empty() || day.size() > 2) {
      return std::nullopt;
    }
    return made(number(run.substr(0, 4)), number(run.substr(4)), number(day), at,
                next + 1 + day.size());
  }

  std::optional<Found> year_first(size_t at, std::string_view run) const {
    const int year = number(run);
    const char sign = char_at(at + 4);
    if (!is_sign(sign)) return std::nullopt;
    if (text::is_ascii_letter(char_at(at + 5))) return month_by_name(at, year);
    const std::string_view month = digits_at(at + 5);
    const size_t next = at + 5 + month.size();
    // "/2026/0314/"
    if (month.size() == 4 && sign == '/' && char_at(next) == '/') {
      return made(year, number(month.substr(0, 2)), number(month.substr(2)), at, next);
    }
    if (month.empty() || month.size() > 2) return std::nullopt;
    // "2026-03-14", "/2026/3/14", "/2026-03/14"
    const std::string_view day = digits_at(next + 1);
    const size_t last = next + 1 + day.size();
    const bool counts = sign == '/' && char_at(last) == '-';  // "/2026/03/10-things-to-do"
    const bool parted = !counts && (char_at(next) == sign || (sign == '-' && char_at(next) == '/'));
    if (parted && (day.size() == 2 || (day.size() == 1 && month.size() == 1) ||
                   (day.size() == 1 && sign == '/'))) {
      return made(year, number(month), number(day), at, last);
    }
    if (sign != '/' || month.size() != 2 || char_at(next) != '/') return std::nullopt;
    Found found = made(year, number(month), 1, at, next);
    found.value.precision = Precision::kMonth;
    return found;
  }

  // "/2026/mar/14/", "/2026/march/14/".
  std::optional<Found> month_by_name(size_t at, int year) const {
    constexpr size_t kShortest = 3, kLongest = 12;
    size_t next = at + 5;
    while (next < url_.size() && text::is_ascii_letter(url_[next])) ++next;
    const std::string_view word = url_.substr(at + 5, next - at - 5);
    const std::string_view day = digits_at(next + 1);
    if (word.size() < kShortest || word.size() > kLongest || char_at(next) != char_at(at + 4) ||
        day.empty() || day.size() > 2) {
      return std::nullopt;
    }
    const auto told = knowledge::parse_date(std::string(day) + " " + std::string(word) + " " +
                                            std::string(url_.substr(at, 4)));
    if (!told || told->precision != Precision::kDay || told->year != year) return std::nullopt;
    return made(year, told->month, told->day, at, next + 1 + day.size());
  }

  // "14-03-2026", where the numbers can be read in one order only.
  std::optional<Found> day_first(size_t at, std::string_view run) const {
    const size_t next = at + run.size();
    const char sign = char_at(next);
    const std::string_view second = digits_at(next + 1);
    const size_t last = next + 1 + second.size();
    const std::string_view year = digits_at(last + 1);
    if (!is_sign(sign) || second.empty() || second.size() > 2 || char_at(last) != sign ||
        year.size() != 4) {
      return std::nullopt;
    }
    int day = number(run), month = number(second);
    if (month > 12) std::swap(day, month);
    if (day <= 12 && day != month) return std::nullopt;
    return made(number(year), month, day, at, last + 5);
  }

  const std::string_view url_;
};

}  // namespace

namespace {

// The number of a post on X holds the moment at which it was sent, to the millisecond.
std::optional<Found> sent_on_x(std::string_view url) {
  constexpr std::string_view kPath = "/status/";
  constexpr int64_t kBegin = 1288834974657;   // of these numbers, milliseconds since 1970
  constexpr size_t kFewest = 17, kMost = 19;  // digits; older posts were counted up
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  const std::string_view rest = url.substr(scheme + 3);
  const std::string_view host = rest.substr(0, rest.find('/'));
  const auto is_on = [&](std::string_view name) {
    return host == name || (host.ends_with(name) && host[host.size() - name.size() - 1] == '.');
  };
  const size_t path = url.find(kPath, scheme);
  if (path == std::string_view::npos || (!is_on("twitter.com") && !is_on("x.com"))) {
    return std::nullopt;
  }
  const size_t begin = path + kPath.size();
  const size_t end = std::min(url.find_first_not_of("0123456789", begin), url.size());
  if (end - begin < kFewest || end - begin > kMost) return std::nullopt;
  uint64_t id = 0;
  for (const char c : url.substr(begin, end - begin)) id = id * 10 + static_cast<uint64_t>(c - '0');
  constexpr int64_t kDay = 86400;
  const int64_t seconds = (static_cast<int64_t>(id >> 22) + kBegin) / 1000;
  DateValue value = model::civil_from_days(seconds / kDay);
  const auto left = static_cast<int>(seconds % kDay);
  value.hour = left / 3600;
  value.minute = left / 60 % 60;
  value.second = left % 60;
  value.precision = Precision::kSecond;
  value.zone = "Z";
  value.offset_minutes = 0;
  return Found{value, begin, end};
}

}  // namespace

std::optional<DateEvidence> date_of_url(std::string_view url, Span span) {
  const auto sent = sent_on_x(url);
  const auto found = sent ? sent : AddressReader(url).read();
  if (!found) return std::nullopt;
  DateEvidence evidence;
  evidence.value = found->value;
  evidence.role = "published";
  evidence.where = "url";
  evidence.rule = sent ? "moment in the number of a post" : "date in the path";
  evidence.span = span.size() == url.size() ? Span{span.begin + static_cast<uint32_t>(found->begin),
                                                   span.begin + static_cast<uint32_t>(found->end)}
                                            : span;
  return evidence;
}

}  // namespace synoptic::clean
