#include "clean/html/html_aside.h"

#include <algorithm>
#include <array>

#include "clean/html/html_cut_tags.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::NodeKind;
using html::Tag;

// A sentence of the paragraph is not at its end where the element stands.
bool goes_on_behind(const HtmlPage& page, uint32_t element) {
  const auto& nodes = page.document.nodes();
  uint32_t paragraph = nodes[element].parent;
  while (paragraph != html::kNone && !is_block(nodes[paragraph].tag)) {
    paragraph = nodes[paragraph].parent;
  }
  if (paragraph == html::kNone || nodes[paragraph].tag != Tag::p) return false;
  for (uint32_t k = nodes[element].subtree_end; k < nodes[paragraph].subtree_end; ++k) {
    if (nodes[k].kind == NodeKind::kElement && nodes[k].tag == Tag::br) return false;
    if (nodes[k].kind != NodeKind::kText) continue;
    const std::string_view behind = text::trim_space(nodes[k].text());
    if (behind.empty()) continue;
    const char32_t first = text::decode(behind, 0).value;
    return first == ',' || (text::is_letter(first) && !text::is_upper(first));
  }
  return false;
}

}  // namespace

bool is_hidden_aside(const HtmlPage& page, uint32_t element, bool broken) {
  constexpr uint32_t kMostNodes = 8;
  constexpr std::array<std::string_view, 5> kNames{"tooltip", "sr-only", "visually", "screen",
                                                   "assistive"};
  const html::Node& node = page.document.nodes()[element];
  if (page.kinds[element] != "hidden" || node.tag != Tag::span) return false;
  if (!broken && goes_on_behind(page, element)) return true;
  if (node.subtree_end - element > kMostNodes) return false;
  const std::string_view names = page.document.attribute_value(node, "class");
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
    return names.find(name) != std::string_view::npos;
  });
}

}  // namespace synoptic::clean
