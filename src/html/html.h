// HTML5 reader: bytes to a flat tree, every node with the byte range it came from. The tree is in
// document order; a node's subtree is the run [index, subtree_end). Depth and size are bounded.
// Follows the HTML Standard's tokenizer; of its tree construction, what pages of news need.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "html/tags.h"
#include "text/offset_map.h"

namespace synoptic::html {

enum class NodeKind : uint8_t { kDocument, kElement, kText, kComment, kDoctype };
enum class Namespace : uint8_t { kHtml, kSvg, kMathMl };

constexpr uint32_t kNone = 0xFFFFFFFF;

struct Attribute {
  std::string_view name;   // lower case
  std::string_view value;  // character references decoded
  Span span;               // of the value in the source, quotes not in it; empty if none
};

struct Node {
  NodeKind kind = NodeKind::kElement;
  Namespace space = Namespace::kHtml;
  Tag tag = Tag::unknown;  // of an element whose name is among the known ones
  bool verbatim = true;    // `text` is the bytes of `span`, one by one
  std::string_view name;   // of an element: lower-case tag; else empty
  std::string_view text;   // of text and comments: references decoded
  Span span;               // text: its bytes in the source; element: its start tag
  uint32_t parent = kNone;
  uint32_t subtree_end = 0;  // index behind the last descendant
  uint32_t depth = 0;
  uint32_t attributes_begin = 0, attributes_end = 0;
};

class Document {
 public:
  // Views point into this object; it can be moved, not copied.
  static Result<Document> parse(std::string_view utf8);
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  const std::vector<Node>& nodes() const;
  const Attribute* attribute(const Node& node, std::string_view name) const;  // nullptr: not there
  std::string_view attribute_value(const Node& node, std::string_view name) const;  // "" likewise
  // Where each byte of a text stood; empty for a verbatim one. Made anew by each call.
  text::OffsetMap source_map(const Node& text) const;
  std::string text_content(uint32_t index) const;  // of the subtree, scripts and styles too
  // First node at or behind `from` with this tag name, before `to`; kNone when there is none.
  uint32_t find(std::string_view name, uint32_t from = 0, uint32_t to = kNone) const;

 private:
  struct Impl;
  explicit Document(Impl* impl);
  Impl* impl_;
};

}  // namespace synoptic::html
