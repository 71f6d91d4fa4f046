// Small helpers for byte strings, ASCII only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

std::string_view trim(std::string_view text);                                // ASCII white space
std::vector<std::string_view> split(std::string_view text, char separator);  // keeps empty parts
std::vector<std::string_view> split_trimmed(std::string_view text, char separator);  // drops empty
std::vector<std::string_view> lines(std::string_view text);  // without \n and \r\n
std::string ascii_lower(std::string_view text);
int to_int(std::string_view text);            // its leading digits, behind a minus or not; 0: none
bool is_ascii_digits(std::string_view text);  // not empty, 0-9 only
// "120000 USD" as "120 000 USD" (thin no-break blanks, U+202F), "1800000000 EUR" as "1.8 billion
// EUR", for people; anything that does not begin with five digits or more stays as it is.
std::string group_digits(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

// Whether the text begins with one of them.
template <typename Signs>
bool starts_with_any(std::string_view text, const Signs& signs) {
  for (const std::string_view sign : signs) {
    if (text.starts_with(sign)) return true;
  }
  return false;
}

struct TransparentHash {  // look-ups by string_view in unordered containers of std::string
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

}  // namespace synoptic
