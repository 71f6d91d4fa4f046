#include "text/controls.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::text {
namespace {

bool is_plain_ascii(char c) {
  return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

bool is_unprintable(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

bool is_direction_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto* rest = text.data() + at;
    const auto run = static_cast<size_t>(
        std::find_if_not(rest, text.data() + text.size(), is_plain_ascii) - rest);
    out += text.substr(at, run);
    at += run;
    if (at == text.size()) break;
    const CodePoint c = decode(text, at);
    append_utf8(out, is_unprintable(c.value) ? kReplacement : c.value);
    at += c.length;
  }
  return out;
}

std::string unturned(std::string_view text) {
  constexpr char kLead = '\xE2';  // of all of them in UTF-8
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t next = std::min(text.find(kLead, at), text.size());
    out += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const CodePoint c = decode(text, at);
    if (!is_direction_control(c.value)) out += text.substr(at, c.length);
    at += c.length;
  }
  return out;
}

}  // namespace synoptic::text
