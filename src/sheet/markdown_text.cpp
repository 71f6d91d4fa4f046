#include "sheet/markdown_text.h"

#include <fmt/format.h>

#include "text/controls.h"
#include "text/utf8.h"

namespace synoptic::sheet {
namespace {

// ASCII that can begin markup in the middle of a line, where all our text stands.
constexpr std::string_view kMarkup = "\\`*_{}[]#|~$^";

bool is_direction_mark(char32_t c) {
  return text::is_direction_control(c) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

bool is_right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

}  // namespace

std::string plain(std::string_view text) {
  std::string out;
  bool right_to_left = false, blank = true;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.length;
    if (is_direction_mark(c.value)) continue;
    if (is_control(c.value) || c.value == ' ') {
      if (!blank) out += ' ';
      blank = true;
      continue;
    }
    blank = false;
    right_to_left |= is_right_to_left(c.value);
    if (c.value == '<' || c.value == '>' || c.value == '&') {
      out += c.value == '<' ? "&lt;" : c.value == '>' ? "&gt;" : "&amp;";
      continue;
    }
    if (c.value < 0x80 && kMarkup.find(static_cast<char>(c.value)) != std::string_view::npos) {
      out += '\\';
    }
    text::append_utf8(out, c.value);
  }
  while (out.ends_with(' ')) out.pop_back();
  return right_to_left ? "\u2068" + out + "\u2069" : out;
}

std::string code(std::string_view text) {
  std::string safe;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.length;
    if (is_control(c.value) || is_direction_mark(c.value)) continue;
    // A backtick would end the code, a bar a table's cell.
    text::append_utf8(safe, c.value == '`' ? U'\'' : c.value == '|' ? U'\u00A6' : c.value);
  }
  return "`" + safe + "`";
}

std::string link(std::string_view text, std::string_view url) {
  const bool web = url.starts_with("http://") || url.starts_with("https://");
  if (!web) return plain(text);
  std::string target;
  for (const char byte : url) {
    const auto c = static_cast<unsigned char>(byte);
    const bool safe = c > 0x20 && c < 0x7F &&
                      std::string_view("<>()[]\\`|\"{}^").find(byte) == std::string_view::npos;
    target += safe ? std::string(1, byte) : fmt::format("%{:02X}", c);
  }
  return "[" + plain(text) + "](" + target + ")";
}

}  // namespace synoptic::sheet
