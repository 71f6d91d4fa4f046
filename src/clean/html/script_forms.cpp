#include "clean/html/script_forms.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "clean/html/html_cut_text.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

template <size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

ScriptKind kind_in_script(std::string_view name) {
  constexpr size_t kLongest = 32;
  if (name.empty() || name.size() > kLongest) return ScriptKind::kOther;
  const std::string kind = ascii_lower(name);
  const auto has = [&](std::string_view word) { return kind.find(word) != std::string::npos; };
  if (has("paragraph")) return ScriptKind::kParagraph;
  if (has("heading") || has("subhead") || kind.starts_with("header")) return ScriptKind::kHeading;
  if (kind.size() == 2 && kind[0] == 'h' && kind[1] >= '1' && kind[1] <= '6') {
    return ScriptKind::kHeading;
  }
  constexpr std::array<std::string_view, 5> kParagraphs{"p", "unstyled", "block", "bodytext",
                                                        "textblock"};
  if (is_one_of(kind, kParagraphs)) return ScriptKind::kParagraph;
  constexpr std::array<std::string_view, 4> kTexts{"text", "html", "richtext", "body"};
  return is_one_of(kind, kTexts) ? ScriptKind::kText : ScriptKind::kOther;
}

bool names_kind(std::string_view key) {
  constexpr std::array<std::string_view, 8> kKeys{"type", "tag",      "__typename", "_type",
                                                  "kind", "nodeType", "blockType",  "name"};
  return is_one_of(key, kKeys);
}

bool names_words(std::string_view key) {
  constexpr std::array<std::string_view, 8> kKeys{"value", "text", "content",   "html",
                                                  "copy",  "body", "innerHTML", "paragraph"};
  return is_one_of(key, kKeys);
}

bool is_running_text(const std::vector<Piece>& paragraphs) {
  constexpr size_t kFewestEnds = 2, kLongestWord = 15, kMostLooked = 4000;
  size_t all = 0, letters = 0, blanks = 0, ends = 0, wide = 0;
  for (const Piece& piece : paragraphs) {
    if (all > kMostLooked) break;
    for (size_t at = 0; at < piece.text.size();) {
      const text::CodePoint c = text::decode(piece.text, at);
      at += c.length;
      ++all;
      blanks += c.value == ' ';
      letters += text::is_letter(c.value);
      wide += text::is_spaceless(c.value);
      const bool behind_word = at == piece.text.size() || piece.text[at] == ' ';
      ends += is_sentence_end(c.value) && (behind_word || c.value > 0x7F);
    }
  }
  if (ends < kFewestEnds || (letters + blanks) * 10 < all * 8) return false;
  return wide * 2 > all || blanks * kLongestWord > all;
}

}  // namespace synoptic::clean
