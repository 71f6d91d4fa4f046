#include "clean/html/html_footnotes.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/strings.h"
#include "clean/plain/plain_signs.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::NodeKind;
using html::Tag;

constexpr uint32_t kMostNodes = 10;
constexpr size_t kMostBytes = 32;  // of the mark and the blanks around it
constexpr size_t kMostDigits = 3;

// A link to a part of the page, as a saved copy may have it too: "…/article#note-1".
bool leads_to_note(const html::Document& document, const Node& node) {
  const std::string_view address = document.attribute_value(node, "href");
  const size_t at = address.find('#');
  return at != std::string_view::npos && at + 1 < address.size();
}

// Digits of any script.
bool is_number(std::string_view mark) {
  size_t digits = 0;
  for (size_t at = 0; at < mark.size(); ++digits) {
    const text::CodePoint c = text::decode(mark, at);
    if (!text::is_digit(c.value)) return false;
    at += c.length;
  }
  return digits > 0 && digits <= kMostDigits;
}

bool is_sign(std::string_view mark) {
  constexpr std::array<std::string_view, 9> kSigns{"*", "**", "†", "‡", "§", "¶", "↑", "^", "↩"};
  constexpr std::string_view kAsText = "\xEF\xB8\x8E";  // U+FE0E: an arrow, and no picture of one
  if (mark.ends_with(kAsText)) mark.remove_suffix(kAsText.size());
  return std::find(kSigns.begin(), kSigns.end(), mark) != kSigns.end();
}

}  // namespace

bool is_footnote_mark(const html::Document& document, uint32_t element) {
  const auto& nodes = document.nodes();
  const Node& node = nodes[element];
  if ((node.tag != Tag::sup && node.tag != Tag::a) || node.subtree_end - element > kMostNodes) {
    return false;
  }
  bool raised = false, linked = false;
  std::string words;
  for (uint32_t i = element; i < node.subtree_end; ++i) {
    if (nodes[i].kind == NodeKind::kText) {
      if (words.size() + nodes[i].text().size() > kMostBytes) return false;
      words += nodes[i].text();
    } else {
      raised |= nodes[i].tag == Tag::sup;
      linked |= nodes[i].tag == Tag::a && leads_to_note(document, nodes[i]);
    }
  }
  if (!linked) return false;
  const std::string_view mark = text::trim_space(words);
  return is_sign(mark) || (raised && is_number(mark));
}

bool is_note_on_link(const html::Document& document, uint32_t node) {
  constexpr size_t kLongest = 60;
  const auto& nodes = document.nodes();
  if (nodes[node].tag != html::Tag::span || nodes[node].subtree_end != node + 2 ||
      nodes[node + 1].kind != html::NodeKind::kText) {
    return false;
  }
  std::string_view text = trim(nodes[node + 1].text());
  if (text.size() > kLongest || (!text.starts_with(',') && !text.starts_with('('))) return false;
  text.remove_prefix(1);
  if (text.ends_with(')')) text.remove_suffix(1);
  return plain_words().is_whole("new_tab", text);
}

}  // namespace synoptic::clean
