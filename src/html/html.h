// HTML5 reader: bytes to a flat tree, every node with the byte range it came from. Follows the
// HTML Standard's tokenizer (13.2.5) and tree construction (13.2.6) in full. The tree is in
// document order; a node's subtree is the run [index, subtree_end). Depth and size are bounded and
// the work is linear in the input.
//
// Two things differ from a browser's tree. Neighbouring texts are not made one, so that each is
// one run of source bytes. And a template's content is its children.
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
enum class TextMode : uint8_t;

constexpr uint32_t kNone = 0xFFFFFFFF;

struct Attribute {
  std::string_view name;   // lower case; in svg and math as the standard adjusts it (viewBox)
  std::string_view value;  // character references decoded
  Span span;               // of the value in the source, quotes not in it; empty if none
};

// Small: a page has thousands, and they are walked again and again.
struct Node {
  NodeKind kind = NodeKind::kElement;
  Namespace space = Namespace::kHtml;
  Tag tag = Tag::unknown;  // of an element whose name, in lower case, is among the known ones
  bool verbatim = true;    // the text is the bytes of `span`, one by one
  bool again = false;      // a second element of one start tag: formatting opened anew
  TextMode mode{};         // how the text was made; for source_map()
  uint16_t depth = 0;
  // Text: its bytes in the source. Element: its start tag; where the standard makes up an element
  // (html, head, body, tbody …), the empty span at the token that made it necessary.
  Span span;
  uint32_t parent = kNone;
  uint32_t subtree_end = 0;  // index behind the last descendant

  // Of an element, in Document::attributes(); of others there are none.
  uint32_t attributes_begin() const {
    return kind == NodeKind::kElement ? size_.of_element.attributes_begin : 0;
  }
  uint32_t attributes_end() const {
    return kind == NodeKind::kElement
               ? size_.of_element.attributes_begin + size_.of_element.attributes
               : 0;
  }
  void set_attributes(uint32_t begin, uint32_t end) {
    size_.of_element.attributes_begin = begin;
    size_.of_element.attributes = static_cast<uint16_t>(end - begin);  // never more than 256
  }

  // Of an element: lower-case tag, in svg adjusted (foreignObject); of a doctype its name.
  std::string_view name() const { return is_written() ? std::string_view() : words(); }
  // Of text and comments: references decoded.
  std::string_view text() const { return is_written() ? words() : std::string_view(); }
  // Either, by the kind of the node. The bytes outlive it.
  std::string_view words() const {
    return {words_, kind == NodeKind::kElement ? size_.of_element.name : size_.of_words};
  }
  // When the kind is set. Names of elements have at most kLongestName bytes.
  void set_words(std::string_view words) {
    words_ = words.data();
    if (kind == NodeKind::kElement)
      size_.of_element.name = static_cast<uint16_t>(words.size());
    else
      size_.of_words = static_cast<uint32_t>(words.size());
  }
  static constexpr size_t kLongestName = 0xFFFF;

 private:
  bool is_written() const { return kind == NodeKind::kText || kind == NodeKind::kComment; }

  struct OfElement {
    uint32_t attributes_begin = 0;
    uint16_t attributes = 0;  // how many
    uint16_t name = 0;        // bytes
  };
  union {
    OfElement of_element{};
    uint32_t of_words;  // bytes
  } size_;
  const char* words_ = nullptr;
};
static_assert(sizeof(Node) == 40);

struct Doctype {
  std::string_view name, public_id, system_id;
  bool has_public_id = false, has_system_id = false;
  bool force_quirks = false;
};

enum class Quirks : uint8_t { kNone, kLimited, kFull };

struct ParseOptions {
  bool scripting = false;    // true: what is in noscript is text
  std::string_view context;  // parse a fragment, as the content of such an element: "td"
  Namespace context_space = Namespace::kHtml;
  // Attributes, by their names in lower case, that are asked for; nullptr: all. Others may be left
  // out, which saves a page's reader a good part of its room. The tree is the same.
  bool (*asks_for)(std::string_view attribute) = nullptr;
};

// Bounds that the page ran into. Nothing is said of pages within them.
struct Notes {
  bool depth = false;       // elements deeper than 512 became siblings there
  bool nodes = false;       // what follows the two millionth node was not read
  bool attributes = false;  // of an element with more than 256, the rest was left out
  bool reopened = false;    // formatting was opened anew too often and was not any more
  bool any() const { return depth || nodes || attributes || reopened; }
};

class Document {
 public:
  // Views point into this object; it can be moved, not copied.
  static Result<Document> parse(std::string_view utf8, const ParseOptions& options = {});
  // The same without a copy of the source, whose bytes must outlive the document.
  static Result<Document> parse_view(std::string_view utf8, const ParseOptions& options = {});
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  // The first is the document; a fragment's nodes are its children.
  const std::vector<Node>& nodes() const;
  const Attribute* attribute(const Node& node, std::string_view name) const;  // nullptr: not there
  std::string_view attribute_value(const Node& node, std::string_view name) const;  // "" likewise
  const std::vector<Attribute>& attributes() const;                                 // of all nodes
  // Where each byte of a text stood; empty for a verbatim one. Made anew by each call.
  text::OffsetMap source_map(const Node& text) const;
  std::string text_content(uint32_t index) const;  // of the subtree, scripts and styles too
  // First node at or behind `from` with this tag name, before `to`; kNone when there is none.
  uint32_t find(std::string_view name, uint32_t from = 0, uint32_t to = kNone) const;

  const Doctype& doctype() const;  // of the doctype node, if there is one
  Quirks quirks() const;
  const Notes& notes() const;

 private:
  struct Impl;
  static Result<Document> parse_bytes(std::string_view utf8, const ParseOptions& options,
                                      bool copied);
  explicit Document(Impl* impl);
  Impl* impl_;
};

// What the character reference at the front of `raw` means ("&eacute;"), and its bytes; 0: there
// is none that ends as it should.
struct Meant {
  std::string text;
  size_t length = 0;
};
Meant meant_by_reference(std::string_view raw);

}  // namespace synoptic::html
