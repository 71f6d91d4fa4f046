#include "verify/norm.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

#include "model/date.h"
#include "text/utf8.h"

namespace synoptic::verify {
namespace {

// Digits in ASCII with their separators as '.' and ',' (blanks and apostrophes are left out): one
// token for each number in the words.
struct Numbers {
  std::vector<std::string> tokens;
  bool letters_before = false, letters_behind = false;  // words of scale, or units
};

bool is_point(char32_t c) { return c == '.' || c == 0x066B || c == 0xFF0E; }
bool is_comma(char32_t c) { return c == ',' || c == 0x066C || c == 0xFF0C || c == 0x060C; }
bool is_grouping(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == '\'' || c == 0x2019;
}

Numbers numbers_of(std::string_view text) {
  Numbers numbers;
  std::string token;
  std::string between;  // what may belong to a number if a digit follows
  const auto finish = [&] {
    if (!token.empty()) numbers.tokens.push_back(std::move(token));
    token.clear();
    between.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.length;
    if (const int digit = text::digit_value(c.value); digit >= 0) {
      token += between;
      between.clear();
      token += static_cast<char>('0' + digit);
    } else if (!token.empty() && between.empty() && (is_point(c.value) || is_comma(c.value))) {
      between = is_point(c.value) ? "." : ",";
    } else if (!token.empty() && between.empty() && is_grouping(c.value)) {
      between = "_";
    } else {
      finish();
      const bool letter = text::is_letter(c.value);
      auto& letters = numbers.tokens.empty() ? numbers.letters_before : numbers.letters_behind;
      letters = letters || letter;
    }
  }
  finish();
  return numbers;
}

// What a token may mean: separators part thousands or begin the fraction. nullopt: a blank stands
// where no thousands do, so that these are two numbers.
std::optional<std::vector<double>> readings(const std::string& token) {
  std::string marks, whole;
  size_t last = std::string::npos;
  for (size_t i = 0; i < token.size(); ++i) {
    if (token[i] >= '0' && token[i] <= '9') {
      whole += token[i];
      continue;
    }
    if (token[i] == '_' && !(i + 3 < token.size() && token.substr(i + 1, 3).find_first_not_of(
                                                         "0123456789") == std::string::npos)) {
      return std::nullopt;
    }
    marks += token[i];
    last = i;
  }
  std::vector<double> values{std::strtod(whole.c_str(), nullptr)};
  if (last != std::string::npos && token[last] != '_') {
    const size_t fraction = token.size() - last - 1;
    values.push_back(values[0] / std::pow(10.0, static_cast<double>(fraction)));
  }
  return values;
}

bool is_close(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({std::abs(a), std::abs(b), 1.0});
}

std::optional<double> number_in(std::string_view norm) {
  const size_t at = norm.find_first_of("0123456789");
  if (at == std::string_view::npos) return std::nullopt;
  return std::strtod(std::string(norm.substr(at)).c_str(), nullptr);
}

bool is_currency(std::string_view unit) {
  return unit.size() == 3 &&
         std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Units of one sort are brought to one; that takes factors.
bool is_converted(std::string_view norm) {
  const size_t at = norm.find_last_of(' ');
  if (at == std::string_view::npos) return false;
  const std::string_view unit = norm.substr(at + 1);
  return !is_currency(unit) && unit != "%" && unit != "points";
}

// The digits that count: "18" of 1800000.
std::string mantissa(double value) {
  std::string digits;
  for (const char c : fmt::format("{:.12g}", value)) {
    if (c == 'e') break;
    if (c >= '0' && c <= '9' && !(digits.empty() && c == '0')) digits += c;
  }
  while (digits.ends_with('0')) digits.pop_back();
  return digits;
}

// Can words behind the number make `stated` of it? Words of scale multiply by ten again and again,
// and what is added behind them is less ("3 and a half million").
bool can_become(double value, double stated) {
  return stated >= value && mantissa(stated).starts_with(mantissa(value));
}

std::string number_fault(std::string_view text, std::string_view norm) {
  const Numbers numbers = numbers_of(text);
  if (numbers.tokens.size() != 1 || numbers.letters_before) return {};
  const auto values = readings(numbers.tokens[0]);
  const auto stated = number_in(norm);
  if (!values || is_converted(norm)) return {};
  if (!stated) return "the norm has no number";
  for (const double value : *values) {
    if (is_close(value, *stated)) return {};
    if (numbers.letters_behind && can_become(value, *stated)) return {};
    // A word behind the number may be that of a currency's hundredth part: "20 cents".
    const bool money = is_currency(norm.substr(norm.find_last_of(' ') + 1));
    if (money && numbers.letters_behind && is_close(value / 100, *stated)) return {};
    // A hundredth is a percent, a hundredth of a percentage point a basis point.
    if (norm.ends_with('%') && is_close(value * 100, *stated)) return {};
    if (norm.ends_with(" points") && is_close(value / 100, *stated)) return {};
    // A step of Taiwan's rate (碼) is a quarter of a point.
    const bool step = text.find("碼") != std::string_view::npos;
    if (norm.ends_with(" points") && step && is_close(value / 4, *stated)) return {};
    // "22 minutes into the second half" are the 67th of the game; extra time begins at 90 and 105.
    const bool half = numbers.letters_behind && value <= 60;
    for (const double played : {45, 90, 105}) {
      if (half && is_close(value + played, *stated)) return {};
    }
  }
  return "the norm is another number";
}

std::string date_fault(std::string_view text, std::string_view norm) {
  const size_t slash = std::min(norm.find('/'), norm.size());
  const auto from = model::parse_iso(norm.substr(0, slash));
  const auto to = slash == norm.size() ? from : model::parse_iso(norm.substr(slash + 1));
  if (!from || !to || !model::is_valid(*from) || !model::is_valid(*to)) {
    return "the norm is no date";
  }
  // Years of four digits in the calendar of the norm; other calendars count otherwise. Of a stretch
  // the norm may have one end only.
  bool told = false;
  for (const std::string& token : numbers_of(text).tokens) {
    if (token.size() != 4 || token.find_first_of(".,_") != std::string::npos) continue;
    const int year = std::atoi(token.c_str());
    if (year < 1900 || year > 2100) continue;
    if (year >= from->year && year <= to->year) return {};
    told = true;
  }
  return told ? "the norm is of another year" : "";
}

}  // namespace

std::string norm_fault(std::string_view slot, std::string_view text, std::string_view norm) {
  if (norm.empty()) return {};
  if (slot == "date") return date_fault(text, norm);
  if (slot == "quantity" || slot == "money" || slot == "rank") return number_fault(text, norm);
  return {};
}

std::string value_fault(std::string_view slot, std::string_view norm, const double* value) {
  const bool figure = slot == "quantity" || slot == "money" || slot == "rank";
  const auto stated = number_in(norm);
  if (value == nullptr || !figure || !stated || is_converted(norm)) return {};
  const bool negative = norm.starts_with('-') || norm.starts_with("−");
  return is_close(std::abs(*value), *stated) && (*value < 0) == (negative && *stated != 0)
             ? ""
             : "the norm is another number";
}

}  // namespace synoptic::verify
