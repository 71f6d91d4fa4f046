#include "clean/html/html_cut_text.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/scan.h"
#include "text/three_bytes.h"
#include "text/utf8.h"

namespace synoptic::clean {

bool is_sentence_end(char32_t c) {
  constexpr std::u32string_view kEnds = U".!?…。！？；:：\"”»」』)）؟۔।";
  return kEnds.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) { return text::is_space(c) || c == 0x200B || c == 0xFEFF; }

bool is_wide(char32_t c) {
  return text::is_han(c) || text::is_kana(c) || (c >= 0x3001 && c < 0x3030) ||
         (c >= 0xFF01 && c < 0xFF60);
}

BlankText look_for_words(std::string_view text) {
  BlankText seen{true, false};
  size_t at = 0;
#if defined(__SSE2__)
  constexpr size_t kBlock = 16;
  while (text.size() >= kBlock && at < text.size()) {
    // The last block may begin with bytes that were looked at.
    const size_t from = std::min(at, text.size() - kBlock);
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
    const __m128i space =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' ')),
                     _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('\t' - 1)),
                                   _mm_cmplt_epi8(bytes, _mm_set1_epi8('\r' + 1))));
    if (_mm_movemask_epi8(space) != 0xFFFF) return {};
    seen.has_newline |= _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'))) != 0;
    at = from + kBlock;
  }
#endif
  for (; at < text.size(); ++at) {
    if (!text::is_ascii_space(text[at])) return {};
    seen.has_newline |= text[at] == '\n';
  }
  return seen;
}

VisibleWords words_at(std::string_view text, size_t at) {
  VisibleWords words{at, 0};
  const auto is_visible = [&](size_t i) {
    return i < text.size() && !is_blank(text::decode(text, i).value);
  };
  while (words.end < text.size()) {
    if (!text::is_ascii(text[words.end])) {
      text::CodePoint c{text::three_byte_character(text, words.end), 3};
      if (c.value == 0) c = text::decode(text, words.end);
      if (is_blank(c.value)) break;
      words.end += c.length;
      words.weight += text::is_spaceless(c.value) ? 2 : 1;
    } else if (const text::VisibleRun run = text::visible_eights(text, words.end);
               run.end > words.end) {
      words.weight += static_cast<uint32_t>(run.end - words.end) - run.blanks;
      words.end = run.end;
    } else if (text::is_ascii_visible(text[words.end])) {
      ++words.end;
      ++words.weight;
    } else if (text[words.end] == ' ' && is_visible(words.end + 1)) {
      ++words.end;
    } else {
      break;
    }
  }
  return words;
}

}  // namespace synoptic::clean
