// Where the words of a folded text begin and end for the names in it: scripts without spaces have
// no ends but that of a run of katakana. Private to the room.
#pragma once

#include <string_view>

#include "knowledge/name_index.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::annotate {

// The end of the run of word characters; a change to or from a spaceless script ends it.
inline uint32_t word_end_from(std::string_view text, uint32_t at) {
  while (at < text.size()) {
    at = static_cast<uint32_t>(text::end_of_run<text::is_ascii_word>(text, at));
    if (at >= text.size()) break;
    const text::CodePoint c = text::decode(text, at);
    if (!text::is_word(c.value) || text::is_spaceless(c.value)) break;
    at += c.length;
  }
  return at;
}

inline bool is_address(std::string_view text, uint32_t at) {
  const std::string_view rest = text.substr(at, 8);
  return rest.starts_with("http://") || rest.starts_with("https://");
}

// Inside a word of a script with spaces.
inline bool in_word(std::string_view text, uint32_t at) {
  if (at == 0 || at >= text.size()) return false;
  return !text::is_spaceless(text::decode_before(text, at).value) &&
         text::is_word(text::decode(text, at).value);
}

inline bool ends_word(std::string_view text, uint32_t at) {
  if (at >= text.size()) return true;
  const char32_t next = text::decode(text, at).value;
  const char32_t last = text::decode_before(text, at).value;
  if (text::is_kana(last))
    return !text::is_kana(next) || !text::is_katakana(last) || !text::is_katakana(next);
  if (text::is_spaceless(last) || text::is_spaceless(next)) return true;
  return !text::is_word(next);
}

// Whether the language has the rest of a word as an ending; nullptr: it has none.
inline bool is_ending(const knowledge::NameAffixes* affixes, std::string_view rest) {
  if (affixes == nullptr || rest.empty()) return false;
  if (rest.size() <= affixes->longest_suffix && affixes->suffixes.contains(rest)) return true;
  // Agglutinated particles come in twos.
  if (!text::is_hangul(text::decode(rest, 0).value)) return false;
  for (size_t cut = text::decode(rest, 0).length; cut < rest.size();
       cut += text::decode(rest, cut).length) {
    if (affixes->suffixes.contains(rest.substr(0, cut)) &&
        affixes->suffixes.contains(rest.substr(cut))) {
      return true;
    }
  }
  return false;
}

}  // namespace synoptic::annotate
