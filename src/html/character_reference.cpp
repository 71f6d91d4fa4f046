#include "html/character_reference.h"

#include <array>
#include <unordered_map>

#include "base/data.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::html {
namespace {

using Table = std::unordered_map<std::string_view, std::string>;

// Names to their text. Read once from data/html; a few thousand rows.
const Table& named_references() {
  static const Table table = [] {
    Table made;
    for (const auto line : lines(embedded_data("html/character_references.tsv"))) {
      const size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      std::string text;
      for (const auto hex : split_trimmed(line.substr(tab + 1), ' ')) {
        text::append_utf8(text, static_cast<char32_t>(std::stoul(std::string(hex), nullptr, 16)));
      }
      made.emplace(line.substr(0, tab), std::move(text));
    }
    return made;
  }();
  return table;
}

constexpr size_t kLongestName = 32;

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Windows-1252 bytes written as numeric references, as the standard maps them.
constexpr std::array<uint16_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct Reference {
  std::string_view name;  // of a named one
  char32_t value = 0;     // of a numeric one
  size_t length = 0;      // source bytes with '&'; 0: no reference
};

char32_t numeric_value(uint32_t value) {
  if (value >= 0x80 && value < 0xA0) return kWindows[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
    return text::kReplacement;
  }
  return value;
}

Reference read_numeric(std::string_view raw) {  // begins with "&#"
  const bool hex = raw.size() > 2 && (raw[2] == 'x' || raw[2] == 'X');
  size_t i = hex ? 3 : 2;
  const size_t first = i;
  uint32_t value = 0;
  for (; i < raw.size(); ++i) {
    const char c = raw[i];
    int digit = c >= '0' && c <= '9' ? c - '0' : 99;
    if (hex && c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (hex && c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit == 99) break;
    if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + static_cast<uint32_t>(digit);
  }
  if (i == first) return {};
  if (i < raw.size() && raw[i] == ';') ++i;
  return {{}, numeric_value(value), i};
}

Reference read_named(std::string_view raw, TextMode mode) {
  size_t end = 1;
  while (end < raw.size() && end <= kLongestName && is_alnum(raw[end])) ++end;
  if (end < raw.size() && raw[end] == ';') ++end;
  for (; end > 2; --end) {
    const std::string_view name = raw.substr(1, end - 1);
    if (!named_references().contains(name)) continue;
    // "&copy=1" in an address is a parameter, not a sign.
    if (mode == TextMode::kAttribute && name.back() != ';' && end < raw.size() &&
        (raw[end] == '=' || is_alnum(raw[end]))) {
      return {};
    }
    return {name, 0, end};
  }
  return {};
}

Reference read_reference(std::string_view raw, TextMode mode) {
  if (raw.size() < 3) return {};
  return raw[1] == '#' ? read_numeric(raw) : read_named(raw, mode);
}

bool needs_decoding(std::string_view raw, TextMode mode) {
  const std::string_view special =
      mode == TextMode::kRaw ? std::string_view("\r\0", 2) : std::string_view("&\r\0", 3);
  return raw.find_first_of(special) != std::string_view::npos;
}

}  // namespace

std::optional<Decoded> decode_text(std::string_view raw, uint32_t begin, TextMode mode) {
  if (!needs_decoding(raw, mode)) return std::nullopt;
  Decoded out;
  out.text.reserve(raw.size());
  const auto put = [&](std::string_view text, size_t at, size_t length) {
    out.text += text;
    const auto from = begin + static_cast<uint32_t>(at);
    out.source.append_whole(static_cast<uint32_t>(text.size()),
                            {from, from + static_cast<uint32_t>(length)});
  };
  for (size_t i = 0; i < raw.size();) {
    const char c = raw[i];
    if (c == '\r') {
      const size_t length = i + 1 < raw.size() && raw[i + 1] == '\n' ? 2 : 1;
      put("\n", i, length);
      i += length;
    } else if (c == '\0') {
      put("\xEF\xBF\xBD", i, 1);
      ++i;
    } else if (const Reference found = c == '&' && mode != TextMode::kRaw
                                           ? read_reference(raw.substr(i), mode)
                                           : Reference{};
               found.length > 0) {
      std::string text;
      if (found.name.empty()) text::append_utf8(text, found.value);
      put(found.name.empty() ? text : named_references().at(found.name), i, found.length);
      i += found.length;
    } else {
      out.text += c;
      out.source.append_linear(1, begin + static_cast<uint32_t>(i));
      ++i;
    }
  }
  return out;
}

}  // namespace synoptic::html
