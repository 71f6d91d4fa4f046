#include "base/strings.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace synoptic {
namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  parts.reserve(1 + static_cast<size_t>(std::count(text.begin(), text.end(), separator)));
  for (;;) {
    const size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> split_trimmed(std::string_view text, char separator) {
  std::vector<std::string_view> parts = split(text, separator);
  for (auto& part : parts) part = trim(part);
  std::erase_if(parts, [](std::string_view part) { return part.empty(); });
  return parts;
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const size_t at = text.find('\n');
    std::string_view line = text.substr(0, at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    found.push_back(line);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return found;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

int to_int(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_ascii_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

namespace {

// "1800000000" as "1.8 billion"; empty where more than two decimals would be lost.
std::string in_words(std::string_view digits) {
  constexpr std::pair<size_t, const char*> kUnits[] = {
      {12, "trillion"}, {9, "billion"}, {6, "million"}};
  for (const auto& [zeros, word] : kUnits) {
    if (digits.size() <= zeros || digits.size() > zeros + 3) continue;
    const size_t whole = digits.size() - zeros;
    const size_t last = digits.find_last_not_of('0');
    if (last == std::string_view::npos || last >= whole + 2) return {};
    std::string out(digits.substr(0, whole));
    if (last >= whole) out.append(".").append(digits.substr(whole, last + 1 - whole));
    return out + "\u00A0" + word;
  }
  return {};
}

}  // namespace

std::string group_digits(std::string_view text) {
  size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  const bool number =
      digits > 4 && (digits == text.size() || text[digits] == ' ' || text[digits] == '.');
  const bool fraction = digits < text.size() && text[digits] == '.';
  if (number && !fraction) {
    const std::string words = in_words(text.substr(0, digits));
    if (!words.empty()) return words + std::string(text.substr(digits));
  }
  std::string out;
  for (size_t i = 0; i < digits; ++i) {
    if (number && i > 0 && (digits - i) % 3 == 0) out += "\u202F";
    out += text[i];
  }
  return out.append(text.substr(digits));
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const auto& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

}  // namespace synoptic
