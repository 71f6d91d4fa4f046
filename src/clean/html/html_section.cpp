#include "clean/html/html_section.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/strings.h"
#include "clean/bars.h"
#include "clean/html/html_words.h"
#include "clean/page.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

// Elements that are named after a section, and those that hold whatever stands over a headline.
constexpr std::array<std::string_view, 5> kSectionNames{"rubric", "rubrik", "section-name",
                                                        "section-label", "article-section"};
constexpr std::array<std::string_view, 4> kOverlineNames{"kicker", "eyebrow", "overline",
                                                         "category"};

bool has_class_name(const HtmlPage& page, uint32_t element, const auto& names) {
  const std::string own =
      ascii_lower(page.document.attribute_value(page.document.nodes()[element], "class"));
  return std::ranges::any_of(
      names, [&](std::string_view name) { return own.find(name) != std::string::npos; });
}

bool may_be_section_name(std::string_view words) {
  constexpr uint32_t kWidest = 36;
  constexpr size_t kMostWords = 4;
  const auto parts = text::words(words);
  return !parts.empty() && width_of(words) <= kWidest && !text::has_digit(words) &&
         (parts[0].spaceless || parts.size() <= kMostWords) &&
         words.find_first_of(".:!?|>") == words.npos && !names_no_section(words);
}

}  // namespace

std::string section_above_headline(const HtmlPage& page, const FactNotes& notes) {
  constexpr uint32_t kFarthest = 40, kMostNodes = 12;  // nodes
  if (notes.heading_nodes.empty()) return {};
  const auto& nodes = page.document.nodes();
  const uint32_t heading = notes.heading_nodes.front();
  for (uint32_t i = heading; i-- > 0 && i + kFarthest >= heading;) {
    if (page.kinds[i] != "tags" || nodes[i].subtree_end > heading ||
        nodes[i].subtree_end - i > kMostNodes) {
      continue;
    }
    const bool named = has_class_name(page, i, kSectionNames);
    if (!named && !has_class_name(page, i, kOverlineNames)) continue;
    std::string words = words_of(page.document, i);
    if (!may_be_section_name(words)) continue;
    if (named || is_section_word(std::string_view(words))) return words;
  }
  return {};
}

}  // namespace synoptic::clean
