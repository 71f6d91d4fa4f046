#include "base/clock.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace synoptic {
namespace {

constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::tm civil(int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm out{};
  gmtime_r(&time, &out);
  return out;
}

std::optional<int64_t> seconds_of(std::tm date) {
  const std::tm wanted = date;
  const std::time_t time = timegm(&date);
  // timegm mends what is no date (31 February); then it was none.
  if (date.tm_mday != wanted.tm_mday || date.tm_mon != wanted.tm_mon ||
      date.tm_hour != wanted.tm_hour || date.tm_min != wanted.tm_min) {
    return std::nullopt;
  }
  return static_cast<int64_t>(time);
}

}  // namespace

int64_t unix_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::string utc_time(int64_t unix_seconds) {
  const std::tm date = civil(unix_seconds);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.tm_year + 1900,
                date.tm_mon + 1, date.tm_mday, date.tm_hour, date.tm_min, date.tm_sec);
  return text;
}

std::optional<int64_t> parse_utc(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:dd";
  if (text.ends_with('Z') && text.size() > 10) text.remove_suffix(1);
  if (text.size() != 10 && text.size() != 16 && text.size() != 19) return std::nullopt;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !digit : text[i] != kShape[i]) return std::nullopt;
  }
  const auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (size_t i = at; i < at + size && i < text.size(); ++i) value = 10 * value + (text[i] - '0');
    return value;
  };
  std::tm date{};
  date.tm_year = number(0, 4) - 1900;
  date.tm_mon = number(5, 2) - 1;
  date.tm_mday = number(8, 2);
  if (text.size() > 10) {
    date.tm_hour = number(11, 2);
    date.tm_min = number(14, 2);
    date.tm_sec = number(17, 2);
  }
  return seconds_of(date);
}

std::string http_date(int64_t unix_seconds) {
  const std::tm date = civil(unix_seconds);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                kDays[static_cast<size_t>(date.tm_wday)], date.tm_mday,
                kMonths[static_cast<size_t>(date.tm_mon)], date.tm_year + 1900, date.tm_hour,
                date.tm_min, date.tm_sec);
  return text;
}

}  // namespace synoptic
