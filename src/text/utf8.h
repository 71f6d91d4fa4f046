// UTF-8 (RFC 3629) one code point at a time, and the character classes the rooms ask for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic::text {

constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;   // kReplacement for a malformed byte
  uint32_t length = 1;  // bytes taken
};

CodePoint decode(std::string_view text, size_t at);          // at < text.size()
CodePoint decode_before(std::string_view text, size_t end);  // the one that ends at `end` > 0
void append_utf8(std::string& out, char32_t value);
bool is_valid_utf8(std::string_view text);
std::string replace_invalid_utf8(std::string_view text);  // each bad byte becomes U+FFFD
size_t count_code_points(std::string_view text);

bool is_letter(char32_t c);   // letters and marks
bool is_digit(char32_t c);    // Nd of any script
int digit_value(char32_t c);  // 0-9, or -1
bool is_upper(char32_t c);
bool is_space(char32_t c);  // Unicode white space, U+00A0 and U+3000 too
bool is_punctuation(char32_t c);
bool is_word(char32_t c);  // letter, mark, digit, or a joiner inside words (ZWNJ, tatweel)
// Written without spaces between words: Han, Kana, Thai, Lao, Khmer, Myanmar.
bool is_spaceless(char32_t c);
bool is_han(char32_t c);
bool is_kana(char32_t c);
bool is_hangul(char32_t c);
bool is_arabic(char32_t c);
bool is_cyrillic(char32_t c);
bool is_latin(char32_t c);

// White space and invisible marks cut at both ends (Unicode, unlike base's trim).
std::string_view trim_space(std::string_view text);
// Runs of white space become one blank.
std::string collapse_space(std::string_view text);

}  // namespace synoptic::text
