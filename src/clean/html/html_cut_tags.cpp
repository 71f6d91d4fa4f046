#include "clean/html/html_cut_tags.h"

#include "base/strings.h"

namespace synoptic::clean {
namespace {

using html::NodeKind;
using html::Tag;

constexpr html::TagSet kScripts = {Tag::script, Tag::noscript};
constexpr html::TagSet kControls = {Tag::button, Tag::select, Tag::textarea};

}  // namespace

std::string_view reason_of_skipped(Tag tag) {
  if (kScripts.contains(tag)) return "script";
  if (tag == Tag::style) return "style";
  return kControls.contains(tag) ? "control" : "";
}

bool is_data_table(const html::Document& document, uint32_t table) {
  const auto& nodes = document.nodes();
  size_t rows = 0, cells = 0, bytes = 0, images = 0;
  for (uint32_t i = table + 1; i < nodes[table].subtree_end; ++i) {
    if (nodes[i].kind == NodeKind::kText) bytes += trim(nodes[i].text()).size();
    if (nodes[i].kind != NodeKind::kElement) continue;
    const Tag tag = nodes[i].tag;
    if (tag == Tag::table || tag == Tag::script || tag == Tag::form || tag == Tag::h1) {
      return false;
    }
    if (tag == Tag::img) ++images;
    if (tag == Tag::tr) ++rows;
    if (tag == Tag::td || tag == Tag::th) ++cells;
  }
  return rows >= 2 && cells >= 2 * rows && bytes <= 90 * cells && images <= rows;
}

}  // namespace synoptic::clean
