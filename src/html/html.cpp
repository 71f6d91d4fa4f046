#include "html/html.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <utility>

#include "html/character_reference.h"
#include "html/tree.h"
#include "html/tree_builder.h"

namespace synoptic::html {

struct Document::Impl {
  Tree tree;
};

Document::Document(Impl* impl) : impl_(impl) {}
Document::Document(Document&& other) noexcept : impl_(std::exchange(other.impl_, nullptr)) {}
Document& Document::operator=(Document&& other) noexcept {
  std::swap(impl_, other.impl_);
  return *this;
}
Document::~Document() { delete impl_; }

Result<Document> Document::parse(std::string_view utf8, const ParseOptions& options) {
  return parse_bytes(utf8, options, true);
}

Result<Document> Document::parse_view(std::string_view utf8, const ParseOptions& options) {
  return parse_bytes(utf8, options, false);
}

Result<Document> Document::parse_bytes(std::string_view utf8, const ParseOptions& options,
                                       bool copied) {
  // Spans and node numbers have 32 bits.
  if (utf8.size() > std::numeric_limits<uint32_t>::max() / 4) {
    return failure(ErrorCode::kTooLarge, {}, "the page is larger than 1 GiB");
  }
  auto impl = std::make_unique<Impl>();
  if (copied) {
    impl->tree.owned_source = utf8;
    utf8 = impl->tree.owned_source;
  }
  impl->tree.begin(utf8);
  TreeBuilder(impl->tree, options).run();
  return Document(impl.release());
}

const std::vector<Node>& Document::nodes() const { return impl_->tree.nodes; }
const std::vector<Attribute>& Document::attributes() const { return impl_->tree.attributes; }
const Doctype& Document::doctype() const { return impl_->tree.doctype; }
Quirks Document::quirks() const { return impl_->tree.quirks; }
const Notes& Document::notes() const { return impl_->tree.notes; }

const Attribute* Document::attribute(const Node& node, std::string_view name) const {
  const Attribute* const all = impl_->tree.attributes.data();
  const Attribute* const end = all + node.attributes_end();
  for (const Attribute* one = all + node.attributes_begin(); one != end; ++one) {
    const std::string_view other = one->name;
    if (other.size() == name.size() && other.front() == name.front() && other == name) return one;
  }
  return nullptr;
}

std::string_view Document::attribute_value(const Node& node, std::string_view name) const {
  const Attribute* found = attribute(node, name);
  return found ? found->value : std::string_view();
}

text::OffsetMap Document::source_map(const Node& text) const {
  if (text.verbatim) return {};
  const std::string_view raw = impl_->tree.source.substr(text.span.begin, text.span.size());
  return map_of_text(raw, text.span.begin, text.mode);
}

std::string Document::text_content(uint32_t index) const {
  std::string text;
  if (index >= nodes().size()) return text;
  for (uint32_t i = index; i < nodes()[index].subtree_end; ++i) {
    if (nodes()[i].kind == NodeKind::kText) text += nodes()[i].text();
  }
  return text;
}

uint32_t Document::find(std::string_view name, uint32_t from, uint32_t to) const {
  const auto end = std::min<size_t>(to, nodes().size());
  const Tag tag = tag_of(name);
  for (size_t i = from; i < end; ++i) {
    const Node& node = nodes()[i];
    if ((tag == Tag::unknown || node.tag == tag) && node.kind == NodeKind::kElement &&
        node.name() == name) {
      return static_cast<uint32_t>(i);
    }
  }
  return kNone;
}

}  // namespace synoptic::html
