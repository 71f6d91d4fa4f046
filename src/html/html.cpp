#include "html/html.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

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

Result<Document> Document::parse(std::string_view utf8) {
  // Spans and node numbers have 32 bits; a byte can make at most one node.
  if (utf8.size() > std::numeric_limits<uint32_t>::max() / 4) {
    return failure(ErrorCode::kTooLarge, {}, "the page is larger than 1 GiB");
  }
  auto impl = std::make_unique<Impl>();
  impl->tree.source = utf8;
  build_tree(impl->tree);
  return Document(impl.release());
}

const std::vector<Node>& Document::nodes() const { return impl_->tree.nodes; }

const Attribute* Document::attribute(const Node& node, std::string_view name) const {
  for (uint32_t i = node.attributes_begin; i < node.attributes_end; ++i) {
    if (impl_->tree.attributes[i].name == name) return &impl_->tree.attributes[i];
  }
  return nullptr;
}

std::string_view Document::attribute_value(const Node& node, std::string_view name) const {
  const Attribute* found = attribute(node, name);
  return found ? found->value : std::string_view();
}

text::OffsetMap Document::source_map(const Node& text) const {
  const auto found = impl_->tree.maps.find(static_cast<uint32_t>(&text - nodes().data()));
  return found == impl_->tree.maps.end() ? text::OffsetMap() : found->second;
}

std::string Document::text_content(uint32_t index) const {
  std::string text;
  if (index >= nodes().size()) return text;
  for (uint32_t i = index; i < nodes()[index].subtree_end; ++i) {
    if (nodes()[i].kind == NodeKind::kText) text += nodes()[i].text;
  }
  return text;
}

uint32_t Document::find(std::string_view name, uint32_t from, uint32_t to) const {
  const auto end = std::min<size_t>(to, nodes().size());
  for (size_t i = from; i < end; ++i) {
    if (nodes()[i].kind == NodeKind::kElement && nodes()[i].name == name) {
      return static_cast<uint32_t>(i);
    }
  }
  return kNone;
}

}  // namespace synoptic::html
