#include "collect/lenient_json.h"

#include <charconv>

#include "text/ascii.h"

namespace synoptic::collect {
namespace {

// The code unit of "\uXXXX" at `at`; -1: none stands there.
int unit_at(std::string_view json, size_t at) {
  constexpr size_t kLength = 6;
  if (at + kLength > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
  int unit = -1;
  const char* const end = json.data() + at + kLength;
  const auto read = std::from_chars(json.data() + at + 2, end, unit, 16);
  return read.ptr == end ? unit : -1;
}

bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Copies the escape at `at` and returns its length.
size_t copy_escape(std::string_view json, size_t at, std::string& out) {
  const int unit = unit_at(json, at);
  size_t length = unit < 0 ? 2 : 6;
  if (is_low(unit) || (is_high(unit) && !is_low(unit_at(json, at + length)))) {
    out += "\\ufffd";
    return length;
  }
  if (is_high(unit)) length *= 2;
  out += json.substr(at, length);
  return length;
}

}  // namespace

std::string strict_json(std::string_view json) {
  std::string out;
  out.reserve(json.size() + 16);
  bool quoted = false;
  for (size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (quoted && c == '\\') {
      at += copy_escape(json, at, out);
      continue;
    }
    quoted ^= c == '"';
    size_t end = at + 1;
    if (!quoted && (text::is_ascii_letter(c) ||
                    (c == '-' && end < json.size() && text::is_ascii_letter(json[end])))) {
      while (end < json.size() && text::is_ascii_letter(json[end])) ++end;
      const std::string_view name = json.substr(at, end - at);
      // An exponent's letter stands behind a digit.
      const bool exponent = at > 0 && json[at - 1] >= '0' && json[at - 1] <= '9';
      out += exponent || name == "true" || name == "false" ? name : "null";
    } else {
      out += c;
    }
    at = end;
  }
  return out;
}

simdjson::simdjson_result<simdjson::dom::element> parse_lenient(simdjson::dom::parser& parser,
                                                                std::string_view json) {
  auto parsed = parser.parse(json.data(), json.size());
  if (parsed.error() == simdjson::SUCCESS) return parsed;
  const auto first = parsed.error();
  parsed = parser.parse(strict_json(json));
  if (parsed.error() == simdjson::SUCCESS) return parsed;
  return first;
}

}  // namespace synoptic::collect
