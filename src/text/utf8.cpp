#include "text/utf8.h"

#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>

namespace synoptic::text {
namespace {

UScriptCode script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF || c == 0x2060 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

CodePoint decode(std::string_view text, size_t at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  if (bytes[at] < 0x80) return {bytes[at], 1};
  // Captures are under 2 GiB (collect's limit), so ICU's 32-bit indexes reach.
  auto i = static_cast<int32_t>(at);
  UChar32 c;
  U8_NEXT(bytes, i, static_cast<int32_t>(text.size()), c);
  if (c < 0) return {kReplacement, 1};
  return {static_cast<char32_t>(c), static_cast<uint32_t>(i) - static_cast<uint32_t>(at)};
}

CodePoint decode_before(std::string_view text, size_t end) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  auto i = static_cast<int32_t>(end);
  UChar32 c;
  U8_PREV(bytes, 0, i, c);
  if (c < 0) return {kReplacement, 1};
  return {static_cast<char32_t>(c), static_cast<uint32_t>(end) - static_cast<uint32_t>(i)};
}

void append_utf8(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
  uint8_t bytes[4];
  int length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(value));
  out.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(length));
}

bool is_valid_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    append_utf8(out, c.value);
    at += c.length;
  }
  return out;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER;
}

int digit_value(char32_t c) { return u_charDigitValue(static_cast<UChar32>(c)); }

bool is_upper(char32_t c) { return u_isUUppercase(static_cast<UChar32>(c)) != 0; }

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_punctuation(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

bool is_word(char32_t c) { return is_letter(c) || is_digit(c) || c == 0x200C || c == 0x0640; }

bool is_spaceless(char32_t c) {
  if (c < 0x0E00) return false;
  switch (script(c)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return c == 0x30FC;  // the long vowel mark is common to both kana
  }
}

bool is_han(char32_t c) { return c >= 0x2E80 && script(c) == USCRIPT_HAN; }

bool is_kana(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0xFF66 && c <= 0xFF9F);
}

bool is_hangul(char32_t c) { return c >= 0x1100 && script(c) == USCRIPT_HANGUL; }
bool is_arabic(char32_t c) { return c >= 0x0600 && script(c) == USCRIPT_ARABIC; }
bool is_cyrillic(char32_t c) { return c >= 0x0400 && script(c) == USCRIPT_CYRILLIC; }
bool is_latin(char32_t c) { return c >= 'A' && script(c) == USCRIPT_LATIN; }

std::string_view trim_space(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = decode(text, 0);
    if (!is_space(c.value) && !is_invisible(c.value)) break;
    text.remove_prefix(c.length);
  }
  while (!text.empty()) {
    const CodePoint c = decode_before(text, text.size());
    if (!is_space(c.value) && !is_invisible(c.value)) break;
    text.remove_suffix(c.length);
  }
  return text;
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_space(c.value)) {
      pending = !out.empty();
    } else {
      if (pending) out.push_back(' ');
      pending = false;
      out.append(text.substr(at, c.length));
    }
    at += c.length;
  }
  return out;
}

}  // namespace synoptic::text
