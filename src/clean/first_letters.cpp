#include "clean/first_letters.h"

#include "text/ascii.h"

namespace synoptic::clean {
namespace {

size_t index_of(char c) {
  if (text::is_ascii_space(c)) c = ' ';
  return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}
size_t place_of(char first, char second) { return index_of(first) << 7 | index_of(second); }

}  // namespace

FirstLetters::FirstLetters(std::span<const knowledge::Cue> cues) {
  for (const knowledge::Cue& cue : cues) {
    if (cue.text.size() < 2) continue;
    const char first = cue.text[0], second = cue.text[1];
    if (!text::is_ascii(first)) continue;  // nor is the text's
    if (!text::is_ascii_letter(first))
      any_ = true;
    else if (text::is_ascii(second))
      pairs_[place_of(first, second)] = true;
    else
      wild_[index_of(first)] = true;
  }
}

bool FirstLetters::may_begin(std::string_view text) const {
  if (any_) return true;
  size_t at = 0;
  while (at < text.size() && text::is_ascii(text[at]) && !text::is_ascii_letter(text[at])) ++at;
  if (at == text.size()) return false;
  if (!text::is_ascii(text[at])) return true;  // not told by bytes
  if (wild_[index_of(text[at])]) return true;
  if (at + 1 == text.size()) return false;
  return !text::is_ascii(text[at + 1]) || pairs_[place_of(text[at], text[at + 1])];
}

}  // namespace synoptic::clean
