// Trees as short texts, for tests. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "html/html.h"

namespace synoptic::html {

// The tree as brackets: p('text' b('text')). Neighbouring texts are kept apart.
inline std::string shape(const Document& document, uint32_t index = 0) {
  const Node& node = document.nodes()[index];
  if (node.kind == NodeKind::kText) return "'" + std::string(node.text()) + "'";
  if (node.kind == NodeKind::kComment) return "!" + std::string(node.text());
  if (node.kind == NodeKind::kDoctype) return "doctype";
  std::string inner;
  for (uint32_t i = index + 1; i < node.subtree_end; i = document.nodes()[i].subtree_end) {
    inner += (inner.empty() ? "" : " ") + shape(document, i);
  }
  if (node.kind == NodeKind::kDocument) return inner;
  const std::string name(node.name());
  return inner.empty() ? name : name + "(" + inner + ")";
}

// What a page's body holds, or the whole tree where there is none.
inline std::string body_of(std::string_view source) {
  const auto document = Document::parse(source);
  const uint32_t body = document->find("body");
  if (body == kNone) return shape(*document);
  const std::string all = shape(*document, body);
  return all == "body" ? "" : all.substr(5, all.size() - 6);
}

inline std::string page_of(std::string_view source, const ParseOptions& options = {}) {
  return shape(*Document::parse(source, options));
}

inline std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace synoptic::html
