// Any bytes are a page: the HTML reader and the cut into pieces must give a result whose spans lie
// in the input and whose offset maps fit their texts.
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

void check_tree(const std::string& page) {
  const auto document = html::Document::parse(page);
  require(document.has_value());
  const auto& nodes = document->nodes();
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    const html::Node& node = nodes[i];
    require(node.subtree_end > i && node.subtree_end <= nodes.size());
    require(i == 0 || (node.parent < i && node.subtree_end <= nodes[node.parent].subtree_end));
    require(node.span.begin <= node.span.end && node.span.end <= page.size());
    if (node.kind != html::NodeKind::kText) continue;
    if (node.verbatim)
      require(page.compare(node.span.begin, node.span.size(), node.text) == 0);
    else
      require(document->source_map(node).size() == node.text.size());
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
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check_tree(bytes);
  model::Capture capture;
  capture.format = model::Format::kHtml;
  capture.url = "https://www.example.com/news/1";
  capture.text = text::replace_invalid_utf8(bytes);  // as every capture's text is
  check_pieces(std::move(capture), **knowledge);
  return 0;
}
