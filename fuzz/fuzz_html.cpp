// Any bytes are a page: the HTML reader and the cut into pieces must give a result whose spans lie
// in the input and whose offset maps fit their texts. The first byte chooses how the page is read.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "clean/draft.h"
#include "html/html.h"
#include "text/utf8.h"

using namespace synoptic;

namespace {

void require(bool claim) {
  if (!claim) std::abort();
}

html::ParseOptions options_of(uint8_t choice) {
  constexpr std::array<std::string_view, 16> kContexts = {
      "",      "td",    "table",  "select", "template", "title", "script",        "body",
      "tbody", "frame", "option", "div",    "form",     "svg",   "foreignobject", "mi"};
  html::ParseOptions options;
  options.scripting = (choice & 1) != 0;
  options.context = kContexts[(choice >> 1) % kContexts.size()];
  if ((choice & 64) != 0) options.context_space = html::Namespace::kSvg;
  if ((choice & 128) != 0) options.context_space = html::Namespace::kMathMl;
  return options;
}

void check_tree(std::string_view page, const html::ParseOptions& options) {
  const auto document = html::Document::parse_view(page, options);
  require(document.has_value());
  const auto& nodes = document->nodes();
  require(!nodes.empty() && nodes[0].subtree_end == nodes.size());
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    const html::Node& node = nodes[i];
    require(node.subtree_end > i && node.subtree_end <= nodes.size());
    require(node.depth <= 512);
    require(i == 0 || (node.parent < i && node.subtree_end <= nodes[node.parent].subtree_end &&
                       node.depth == nodes[node.parent].depth + 1));
    require(node.span.begin <= node.span.end && node.span.end <= page.size());
    for (uint32_t k = node.attributes_begin(); k < node.attributes_end(); ++k) {
      const html::Attribute& attribute = document->attributes()[k];
      require(attribute.span.begin <= attribute.span.end && attribute.span.end <= page.size());
      require(document->attribute(node, attribute.name) == &attribute);
    }
    if (node.kind != html::NodeKind::kText && node.kind != html::NodeKind::kComment) continue;
    if (node.verbatim) {
      require(page.substr(node.span.begin, node.span.size()) == node.text());
    } else {
      const text::OffsetMap map = document->source_map(node);
      require(map.size() == node.text().size());
      require(map.empty() || node.span.contains(map.to_source({0, map.size()})));
    }
  }
}

void check_pieces(model::Capture capture, const knowledge::Knowledge& knowledge) {
  const clean::Draft draft = clean::read_html(capture, knowledge);
  for (const auto& piece : draft.pieces) {
    require(piece.span.begin <= piece.span.end && piece.span.end <= capture.text.size());
    require(piece.source.size() == piece.text.size());
    require(text::is_valid_utf8(piece.text));
    for (const auto& link : piece.links) require(link.range.end <= piece.text.size());
  }
  for (const auto& date : draft.facts.dates) require(date.span.end <= capture.text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto knowledge = knowledge::Knowledge::load();
  require(knowledge.has_value());
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  check_tree(bytes, {});
  check_tree(bytes, options_of(data[0]));
  model::Capture capture;
  capture.format = model::Format::kHtml;
  capture.url = "https://www.example.com/news/1";
  capture.text = text::replace_invalid_utf8(bytes);  // as every capture's text is
  check_pieces(std::move(capture), **knowledge);
  return 0;
}
