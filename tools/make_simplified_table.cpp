// Writes data/text/simplified.txt: the traditional Chinese characters that have a simplified form,
// from ICU's Traditional-Simplified transform (Unicode License v3).
// Usage: make_simplified_table > data/text/simplified.txt
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <memory>
#include <string>

int main() {
  constexpr char16_t kHanBegin = 0x3400, kHanEnd = 0xA000;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> converter(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) return 1;
  std::printf("# Made by tools/make_simplified_table from ICU (Unicode License v3).\n");
  std::printf("# A traditional character and its simplified form, pair after pair.\n");
  int in_line = 0;
  for (char16_t c = kHanBegin; c < kHanEnd; ++c) {
    icu::UnicodeString form(c);
    converter->transliterate(form);
    if (form.length() != 1 || form.charAt(0) == c) continue;
    std::string pair;
    icu::UnicodeString(c).append(form).toUTF8String(pair);
    std::printf("%s%s", pair.c_str(), ++in_line % 16 == 0 ? "\n" : " ");
  }
  std::printf("\n");
  return 0;
}
