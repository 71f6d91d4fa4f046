// Where a node goes, and that it goes there (HTML Standard, 13.2.6.1).
#include "html/bytes.h"
#include "html/tree_builder.h"

namespace synoptic::html {

// "The appropriate place for inserting a node."
Place TreeBuilder::place_in(const OpenElement& target) const {
  if (foster_ && (target.traits & kTableContext) != 0) return foster_place();
  return {target.node, kNone};
}

Place TreeBuilder::foster_place() const {
  const size_t table = open_.find_last(Tag::table);
  const size_t inert = open_.find_last(Tag::template_);
  if (inert != OpenElements::kNowhere && (table == OpenElements::kNowhere || inert > table)) {
    return {open_[inert].node, kNone};
  }
  if (table == OpenElements::kNowhere) return {open_[0].node, kNone};
  const uint32_t node = open_[table].node;
  const uint32_t parent = tree_.nodes[node].parent;
  return parent == kNone ? Place{open_[table - 1].node, kNone} : Place{parent, node};
}

Node TreeBuilder::element_node(const Token& token) const {
  Node node;
  node.tag = token.tag;
  node.set_words(token.name);
  node.span = token.span;
  node.set_attributes(token.attributes_begin, token.attributes_end);
  return node;
}

OpenElement TreeBuilder::open_element(uint32_t node) const {
  const Tag tag = tree_.nodes[node].tag;
  return {node, tag, Namespace::kHtml, traits_of(tag)};
}

// At the greatest depth the newest element takes the place of the one before, as its sibling.
void TreeBuilder::make_room() {
  if (open_.size() < kMaxOpen) return;
  tree_.notes.depth = true;
  ++hidden_[static_cast<size_t>(open_.top().tag)];
  ++hidden_count_;
  open_.pop();
}

uint32_t TreeBuilder::insert(const Token& token) {
  make_room();
  const uint32_t node = insert_void(token);
  open_.push({node, token.tag, Namespace::kHtml, traits_of(token.tag)});
  return node;
}

uint32_t TreeBuilder::insert_void(const Token& token) {
  tokenizer_.keep_attributes();
  return tree_.insert(place(), element_node(token));
}

uint32_t TreeBuilder::insert_implied(Tag tag, uint32_t at) {
  Node node;
  node.tag = tag;
  node.set_words(name_of(tag));
  node.span = {at, at};
  if (open_.empty()) {
    const uint32_t root = tree_.insert({0, kNone}, node);
    open_.push({root, tag, Namespace::kHtml, traits_of(tag)});
    return root;
  }
  make_room();
  const uint32_t added = tree_.insert(place(), node);
  open_.push({added, tag, Namespace::kHtml, traits_of(tag)});
  return added;
}

uint32_t TreeBuilder::insert_formatting(const Token& token) {
  const uint32_t node = insert(token);
  formatting_.push({node, token.tag}, tree_.nodes, tree_.attributes);
  return node;
}

bool TreeBuilder::may_reopen() {
  if (reopened_ < kMaxReopened) return true;
  tree_.notes.reopened = true;
  return false;
}

// A second element of the same start tag; it is not opened.
uint32_t TreeBuilder::insert_like(uint32_t node, Place where) {
  ++reopened_;
  const Node& old = tree_.nodes[node];
  Node again;
  again.again = true;
  again.tag = old.tag;
  again.set_words(old.words());
  again.span = old.span;
  again.set_attributes(old.attributes_begin(), old.attributes_end());
  return tree_.insert(where, again);
}

// Decoded by the node's mode where that may change something.
void TreeBuilder::set_text(Node& node, std::string_view written, bool decodes) {
  const std::string_view text = decodes ? decode_text(written, node.mode, tree_.arena) : written;
  node.verbatim = text.data() == written.data();
  node.set_words(text);
}

bool TreeBuilder::insert_comment(const Token& token) {
  return insert_comment_at(token, open_.empty() ? Place{0, kNone} : place());
}

bool TreeBuilder::insert_comment_at(const Token& token, Place where) {
  Node node;
  node.kind = NodeKind::kComment;
  node.mode = TextMode::kRaw;
  node.span = token.content;
  set_text(node, bytes(token.content), !tokenizer_.is_plain());
  tree_.insert(where, node);
  return true;
}

void TreeBuilder::insert_text(const Token& token, bool replace_nul) {
  const TextMode mode =
      token.raw ? TextMode::kRaw : (replace_nul ? TextMode::kReplacing : TextMode::kData);
  Node node;
  node.kind = NodeKind::kText;
  node.mode = mode;
  node.span = token.span;
  set_text(node, bytes(token.span), token.references || !tokenizer_.is_plain());
  if (!node.words().empty()) tree_.insert(place(), node);
}

void TreeBuilder::text_in_body(const Token& token) {
  reconstruct_formatting();
  if (frameset_ok_ && !is_only_space(token)) frameset_ok_ = false;
  insert_text(token);
}

bool TreeBuilder::is_only_space(const Token& token) const {
  const std::string_view text = bytes(token.span);
  size_t at = 0;
  while (at < text.size()) {
    const size_t space = leading_space(text.substr(at), token.references);
    if (space == 0 && text[at] != '\0') return false;
    at += std::max<size_t>(space, 1);
  }
  return true;
}

bool TreeBuilder::drop_leading_space(Token& token) const {
  token.span.begin += static_cast<uint32_t>(leading_space(bytes(token.span), token.references));
  return token.span.empty();
}

bool TreeBuilder::insert_leading_space(Token& token) {
  const auto space = static_cast<uint32_t>(leading_space(bytes(token.span), token.references));
  if (space > 0) {
    Token blank = token;
    blank.span.end = token.span.begin + space;
    insert_text(blank);
    token.span.begin += space;
  }
  return token.span.empty();
}

// Of a text where only white space is allowed.
void TreeBuilder::insert_spaces(Token& token) {
  while (has_node_left() && !insert_leading_space(token)) {
    // Whatever is no white space goes, byte by byte; a reference to white space begins with '&'.
    do {
      ++token.span.begin;
    } while (!token.span.empty() && leading_space(bytes(token.span), token.references) == 0);
    if (token.span.empty()) return;
  }
}

// "Reconstruct the active formatting elements."
void TreeBuilder::reconstruct_formatting_of_list() {
  if (!may_reopen()) return;
  const auto stays = [&](size_t i) {
    return formatting_.is_marker(i) ||
           (open_.holds(formatting_[i].tag) &&
            open_.position_of(formatting_[i].node) != OpenElements::kNowhere);
  };
  size_t first = formatting_.size();
  while (first > 0 && !stays(first - 1)) --first;
  for (size_t i = first; i < formatting_.size(); ++i) {
    make_room();
    formatting_[i].node = insert_like(formatting_[i].node, place());
    open_.push(open_element(formatting_[i].node));
  }
}

}  // namespace synoptic::html
