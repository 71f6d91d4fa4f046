#include "outline.h"

#include <myhtml/api.h>

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "html/html.h"

namespace synoptic::differential {
namespace {

class Builder {
 public:
  // `parent` tells texts of one element from those of another.
  void text(uint32_t depth, uint64_t parent, std::string_view text) {
    if (!is_in_text_ || depth != items_.back().depth || parent != parent_) {
      end_text();
      items_.push_back({true, depth, {}, {}, {}});
      is_in_text_ = true;
      parent_ = parent;
    }
    items_.back().text += text;
  }

  void element(uint32_t depth, std::string_view name) {
    end_text();
    items_.push_back({false, depth, ascii_lower(name), {}, {}});
  }

  void attribute(std::string_view name, std::string_view value) {
    std::string key = ascii_lower(name);
    std::replace(key.begin(), key.end(), ' ', ':');           // "xlink href" in some notations
    items_.back().attributes.emplace(std::move(key), value);  // the first of a name counts
  }

  Outline take() {
    end_text();
    return std::move(items_);
  }

 private:
  void end_text() {
    if (!is_in_text_) return;
    is_in_text_ = false;
    const std::string_view trimmed = trim(items_.back().text);
    if (trimmed.empty()) {
      items_.pop_back();
    } else {
      items_.back().text = std::string(trimmed);
    }
  }

  Outline items_;
  bool is_in_text_ = false;
  uint64_t parent_ = 0;
};

// MyHTML parts the prefixes from foreign attributes.
std::string qualified(myhtml_namespace_t space, std::string_view key) {
  const char* prefix = space == MyHTML_NAMESPACE_XLINK   ? "xlink"
                       : space == MyHTML_NAMESPACE_XML   ? "xml"
                       : space == MyHTML_NAMESPACE_XMLNS ? "xmlns"
                                                         : "";
  if (*prefix == '\0' || key == prefix || key.find(':') != key.npos) return std::string(key);
  return std::string(prefix) + ":" + std::string(key);
}

void add_myhtml_node(myhtml_tree_t* tree, myhtml_tree_node_t* node, uint32_t depth,
                     Builder& builder) {
  const myhtml_tag_id_t tag = myhtml_node_tag_id(node);
  if (tag == MyHTML_TAG__COMMENT || tag == MyHTML_TAG__DOCTYPE) return;
  size_t length = 0;
  if (tag == MyHTML_TAG__TEXT) {
    const char* text = myhtml_node_text(node, &length);
    const auto parent = reinterpret_cast<uintptr_t>(myhtml_node_parent(node));
    if (text != nullptr) builder.text(depth, parent, {text, length});
    return;
  }
  const char* name = myhtml_tag_name_by_id(tree, tag, &length);
  builder.element(depth, {name, length});
  for (auto* attribute = myhtml_node_attribute_first(node); attribute != nullptr;
       attribute = myhtml_attribute_next(attribute)) {
    size_t key_length = 0, value_length = 0;
    const char* key = myhtml_attribute_key(attribute, &key_length);
    const char* value = myhtml_attribute_value(attribute, &value_length);
    if (key == nullptr) continue;
    builder.attribute(qualified(myhtml_attribute_namespace(attribute), {key, key_length}),
                      {value == nullptr ? "" : value, value_length});
  }
}

// Where the reader has no list of all attributes, those whose names the page has are asked for.
template <typename Document>
void add_our_attributes(const Document& document, const html::Node& node,
                        const std::set<std::string>& names, Builder& builder) {
  if constexpr (requires { document.attributes(); }) {
    for (uint32_t i = node.attributes_begin(); i < node.attributes_end(); ++i) {
      const html::Attribute& attribute = document.attributes()[i];
      builder.attribute(attribute.name, attribute.value);
    }
  } else {
    for (const std::string& name : names) {
      const html::Attribute* attribute = document.attribute(node, name);
      if (attribute != nullptr) builder.attribute(name, attribute->value);
    }
  }
}

}  // namespace

Outline outline_of_ours(std::string_view utf8, const Outline& theirs) {
  std::set<std::string> names;
  for (const Item& item : theirs) {
    for (const auto& [name, value] : item.attributes) names.insert(name);
  }
  Builder builder;
  const auto document = html::Document::parse(utf8);
  if (!document) return {};
  for (const html::Node& node : document->nodes()) {
    if (node.kind == html::NodeKind::kText) {
      builder.text(node.depth - 1, node.parent, node.text());
    } else if (node.kind == html::NodeKind::kElement) {
      builder.element(node.depth - 1, node.name());
      add_our_attributes(*document, node, names, builder);
    }
  }
  return builder.take();
}

Outline outline_of_myhtml(std::string_view utf8) {
  static myhtml_t* const myhtml = [] {
    myhtml_t* made = myhtml_create();
    myhtml_init(made, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0);
    return made;
  }();
  Builder builder;
  myhtml_tree_t* tree = myhtml_tree_create();
  myhtml_tree_init(tree, myhtml);
  myhtml_parse(tree, MyENCODING_UTF_8, utf8.data(), utf8.size());
  uint32_t depth = 0;
  auto* const document = myhtml_tree_get_document(tree);
  for (auto* node = myhtml_node_child(document); node != nullptr;) {
    add_myhtml_node(tree, node, depth, builder);
    if (auto* child = myhtml_node_child(node); child != nullptr) {
      node = child;
      ++depth;
      continue;
    }
    while (node != document && myhtml_node_next(node) == nullptr) {
      node = myhtml_node_parent(node);
      --depth;
    }
    node = node == document ? nullptr : myhtml_node_next(node);
  }
  myhtml_tree_destroy(tree);
  return builder.take();
}

}  // namespace synoptic::differential
