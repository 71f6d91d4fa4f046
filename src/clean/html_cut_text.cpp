#include "clean/html_cut_text.h"

#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::clean {

bool is_sentence_end(char32_t c) {
  constexpr std::u32string_view kEnds = U".!?…。！？；:：\"”»」』)）؟۔।";
  return kEnds.find(c) != std::u32string_view::npos;
}

std::string_view front_of(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (text[bytes] & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

bool is_blank(char32_t c) { return text::is_space(c) || c == 0x200B || c == 0xFEFF; }

bool is_wide(char32_t c) {
  return text::is_han(c) || text::is_kana(c) || (c >= 0x3001 && c < 0x3030) ||
         (c >= 0xFF01 && c < 0xFF60);
}

VisibleWords words_at(std::string_view text, size_t at) {
  VisibleWords words{at, 0};
  const auto is_visible = [&](size_t i) {
    return i < text.size() && !is_blank(text::decode(text, i).value);
  };
  while (words.end < text.size()) {
    if (const text::VisibleRun run = text::visible_eights(text, words.end); run.end > words.end) {
      words.weight += static_cast<uint32_t>(run.end - words.end) - run.blanks;
      words.end = run.end;
    } else if (text::is_ascii_visible(text[words.end])) {
      ++words.end;
      ++words.weight;
    } else if (text[words.end] == ' ' && is_visible(words.end + 1)) {
      ++words.end;
    } else {
      const text::CodePoint c = text::decode(text, words.end);
      if (is_blank(c.value)) break;
      words.end += c.length;
      words.weight += text::is_spaceless(c.value) ? 2 : 1;
    }
  }
  return words;
}

}  // namespace synoptic::clean
