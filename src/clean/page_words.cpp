#include "clean/page_words.h"

#include <algorithm>
#include <array>

#include "clean/bars.h"
#include "clean/cue_match.h"
#include "clean/people/people.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

// "News code: 4811", "Reporter : 71514": a label and a number.
bool labels_number(std::string_view text) {
  for (const std::string_view colon : {":", "："}) {
    const size_t at = text.find(colon);
    if (at == text.npos || at == 0) continue;
    const std::string_view rest = text::trim_space(text.substr(at + colon.size()));
    if (!text::has_digit(rest)) continue;
    const auto words = text::words(rest);
    return std::ranges::none_of(words, [&](const text::Word& word) {
      return text::is_letter(text::decode(rest, word.range.begin).value);
    });
  }
  return false;
}

}  // namespace

bool numbers_page(std::string_view words) {
  constexpr size_t kFewestDigits = 4, kMostWords = 3;
  size_t colon = words.find(':'), size = 1;
  if (const size_t wide = words.find("："); wide < colon) {
    colon = wide;
    size = std::string_view("：").size();
  }
  if (colon == words.npos || text::words(words.substr(0, colon)).size() > kMostWords ||
      text::has_digit(words.substr(0, colon))) {
    return false;
  }
  const std::string_view number = text::trim_space(words.substr(colon + size));
  size_t digits = 0;
  for (size_t at = 0; at < number.size(); ++digits) {
    const text::CodePoint c = text::decode(number, at);
    if (!text::is_digit(c.value)) return false;
    at += c.length;
  }
  return colon > 0 && digits >= kFewestDigits;
}

bool is_page_word(const Knowledge& knowledge, const Line& line) {
  constexpr std::array<std::string_view, 10> kWhole{
      "outlet_word",    "published_label", "updated_label", "author_label", "source_label",
      "keywords_label", "editor_label",    "no_author",     "byline_glue",  "desk_word"};
  const std::string_view text = line.piece.text;
  if (!knowledge.find_by_name(text).empty()) {
    return names_place(knowledge, text) && known_outlet(knowledge, text) == nullptr;
  }
  if (labels_number(text) || is_button_bar(knowledge, line) || is_section_word(line)) return true;
  if (all_cues(knowledge, "toolbar", line) || all_cues(knowledge, "navigation_word", line) ||
      cue_of_line(knowledge, "share", line) || cue_of_line(knowledge, "subscribe", line) ||
      plain_words().is_whole("screen_word", text)) {
    return true;
  }
  std::string_view bare = text;
  while (bare.ends_with(':') || bare.ends_with(','))
    bare = text::trim_space(bare.substr(0, bare.size() - 1));
  return std::ranges::any_of(
      kWhole, [&](std::string_view kind) { return whole_cue(knowledge, kind, bare) != nullptr; });
}

}  // namespace synoptic::clean
