#include "clean/html_cut_tags.h"

#include "base/strings.h"
#include "html/tag_set.h"

namespace synoptic::clean {
namespace {

using html::NodeKind;
using html::Tag;

constexpr html::TagSet kBlocks = {
    Tag::address, Tag::article,  Tag::aside,    Tag::blockquote, Tag::body,    Tag::caption,
    Tag::center,  Tag::dd,       Tag::details,  Tag::dialog,     Tag::dir,     Tag::div,
    Tag::dl,      Tag::dt,       Tag::fieldset, Tag::figcaption, Tag::figure,  Tag::footer,
    Tag::form,    Tag::frameset, Tag::h1,       Tag::h2,         Tag::h3,      Tag::h4,
    Tag::h5,      Tag::h6,       Tag::header,   Tag::hgroup,     Tag::hr,      Tag::html,
    Tag::legend,  Tag::li,       Tag::listing,  Tag::main,       Tag::menu,    Tag::nav,
    Tag::ol,      Tag::p,        Tag::pre,      Tag::search,     Tag::section, Tag::summary,
    Tag::table,   Tag::tbody,    Tag::td,       Tag::tfoot,      Tag::th,      Tag::thead,
    Tag::tr,      Tag::ul,       Tag::optgroup, Tag::option};

// Content that is never running text.
constexpr html::TagSet kScripts = {Tag::script, Tag::noscript};
constexpr html::TagSet kControls = {Tag::button, Tag::select, Tag::textarea};
constexpr html::TagSet kSilent = {
    Tag::template_, Tag::svg,      Tag::iframe,   Tag::object,  Tag::audio,    Tag::video,
    Tag::canvas,    Tag::map,      Tag::datalist, Tag::noembed, Tag::noframes, Tag::math,
    Tag::title,     Tag::progress, Tag::meter,    Tag::rp,      Tag::rt};

}  // namespace

bool is_block(Tag tag) { return kBlocks.contains(tag); }

std::optional<std::string_view> skipped_with(Tag tag) {
  if (kScripts.contains(tag)) return "script";
  if (tag == Tag::style) return "style";
  if (kControls.contains(tag)) return "control";
  if (kSilent.contains(tag)) return "";
  return std::nullopt;
}

int heading_level(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6 ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1
                                          : 0;
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
