#include "text/utf8.h"

#include <simdjson.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "text/alike.h"
#include "text/ascii.h"
#include "text/characters.h"
#include "text/controls.h"

namespace synoptic::text {
namespace {

UScriptCode script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF || c == 0x2060 ||
         is_direction_control(c);
}

}  // namespace

namespace detail {

CodePoint decode_slowly(std::string_view text, size_t at) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  // Captures are under 2 GiB (collect's limit), so ICU's 32-bit indexes reach.
  auto i = static_cast<int32_t>(at);
  UChar32 c;
  U8_NEXT(bytes, i, static_cast<int32_t>(text.size()), c);
  if (c < 0) return {kReplacement, 1};
  return {static_cast<char32_t>(c), static_cast<uint32_t>(i) - static_cast<uint32_t>(at)};
}

uint16_t char_bits_slowly(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const uint32_t category = U_GET_GC_MASK(point);
  uint32_t bits = 0;
  const auto set = [&](CharBit bit, bool on) { bits |= on ? bit : 0; };
  set(kLetterBit, (category & (U_GC_L_MASK | U_GC_M_MASK)) != 0);
  set(kDigitBit, u_charType(point) == U_DECIMAL_DIGIT_NUMBER);
  set(kSpaceBit, u_isUWhiteSpace(point) != 0);
  set(kUpperBit, u_isUUppercase(point) != 0);
  set(kPunctuationBit, (category & (U_GC_P_MASK | U_GC_S_MASK)) != 0);
  set(kWordBit, (bits & (kLetterBit | kDigitBit)) != 0 || c == 0x200C || c == 0x0640);
  switch (script(c)) {
    case USCRIPT_HAN:
      set(kHanBit, true);
      [[fallthrough]];
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      set(kSpacelessBit, true);
      break;
    case USCRIPT_HANGUL:
      set(kHangulBit, true);
      break;
    case USCRIPT_ARABIC:
      set(kArabicBit, true);
      break;
    case USCRIPT_CYRILLIC:
      set(kCyrillicBit, true);
      break;
    case USCRIPT_LATIN:
      set(kLatinBit, true);
      break;
    default:
      set(kSpacelessBit, c == 0x30FC);  // the long vowel mark is common to both kana
  }
  return static_cast<uint16_t>(bits);
}

CharTable::CharTable() {
  for (char32_t c = 0; c < kCharTableEnd; ++c) {
    bits[c] = is_like_the_last(c) ? bits[c - 1] : char_bits_slowly(c);
  }
}
constexpr int kFirstOfAll = 101;  // those below are the compiler's
__attribute__((init_priority(kFirstOfAll))) const CharTable char_table;

CodePoint decode_before_slowly(std::string_view text, size_t end) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  auto i = static_cast<int32_t>(end);
  UChar32 c;
  U8_PREV(bytes, 0, i, c);
  if (c < 0) return {kReplacement, 1};
  return {static_cast<char32_t>(c), static_cast<uint32_t>(end) - static_cast<uint32_t>(i)};
}

}  // namespace detail

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
  for (const char byte : text) count += !is_trail(byte);
  return count;
}

int digit_value(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  return u_charDigitValue(static_cast<UChar32>(c));
}

std::string_view trim_space(std::string_view text) {
  size_t begin = 0, end = text.size();
  while (begin < end) {
    if (is_ascii(text[begin])) {
      if (!is_ascii_space(text[begin])) break;
      begin = end_of_blanks(text, begin + 1);
      continue;
    }
    const CodePoint c = decode(text, begin);
    if (!is_space(c.value) && !is_invisible(c.value)) break;
    begin += c.length;
  }
  while (begin < end) {
    if (is_ascii(text[end - 1])) {
      if (!is_ascii_space(text[end - 1])) break;
      --end;
      continue;
    }
    const CodePoint c = decode_before(text, end);
    if (!is_space(c.value) && !is_invisible(c.value)) break;
    end -= c.length;
  }
  return text.substr(begin, end - begin);
}

std::string collapse_space(std::string_view text) {
  std::string out(text.size(), '\0');
  char* const begin = out.data();
  char* to = begin;
  bool pending = false;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    if (is_ascii_visible(text[at])) {
      end = end_of_run<is_ascii_visible>(text, visible_eights(text, at).end);
    } else {
      const CodePoint c = decode(text, at);
      end += c.length;
      if (is_space(c.value)) {
        pending = to != begin;
        at = end_of_blanks(text, end);
        continue;
      }
    }
    if (std::exchange(pending, false)) *to++ = ' ';
    to = std::copy_n(text.data() + at, end - at, to);
    at = end;
  }
  out.resize(static_cast<size_t>(to - begin));
  return out;
}

std::string_view first_bytes(std::string_view utf8, size_t most) {
  if (utf8.size() <= most) return utf8;
  return utf8.substr(0, begin_of_character(utf8, most));
}

std::string_view last_bytes(std::string_view utf8, size_t most) {
  if (utf8.size() <= most) return utf8;
  return utf8.substr(end_of_character(utf8, utf8.size() - most));
}

}  // namespace synoptic::text
