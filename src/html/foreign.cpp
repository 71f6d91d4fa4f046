// Content of svg and math (HTML Standard, 13.2.6.5).
#include <algorithm>

#include "html/bytes.h"
#include "html/foreign_names.h"
#include "html/tree_builder.h"

namespace synoptic::html {

bool TreeBuilder::foreign(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      if (frameset_ok_ && !is_only_space(token)) frameset_ok_ = false;
      insert_text(token, true);
      return true;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kStartTag:
      return foreign_start(token);
    case TokenKind::kEndTag:
      return foreign_end(token);
    case TokenKind::kDoctype:
    case TokenKind::kEnd:
      break;
  }
  return true;
}

// HTML that was meant to stand behind the svg or math: these are ended.
bool TreeBuilder::break_out(Token& token) {
  constexpr Traits kPoint = kMathTextPoint | kHtmlPoint;
  while (current().space != Namespace::kHtml && (current().traits & kPoint) == 0) open_.pop();
  return by_mode(token);
}

bool TreeBuilder::foreign_start(Token& token) {
  const bool breaks =
      (traits_of(token.tag) & kBreaksForeign) != 0 ||
      (token.tag == Tag::font && (attribute_of(token, "color") || attribute_of(token, "face") ||
                                  attribute_of(token, "size")));
  if (breaks) return break_out(token);
  insert_foreign(token, adjusted_current().space);
  return true;
}

void TreeBuilder::insert_foreign(const Token& token, Namespace space) {
  make_room();
  Node node = element_node(token);
  node.space = space;
  if (space == Namespace::kSvg) node.set_words(svg_element_name(token.name));
  for (uint32_t i = token.attributes_begin; i < token.attributes_end; ++i) {
    std::string_view& name = tree_.attributes[i].name;
    name = space == Namespace::kSvg ? svg_attribute_name(name) : mathml_attribute_name(name);
  }
  tokenizer_.keep_attributes();
  const uint32_t added = tree_.insert(place(), node);
  if (token.self_closing) return;
  Traits traits = foreign_traits(space, token.tag);
  if ((traits & kAnnotationXml) != 0) {
    const Attribute* encoding = attribute_of(token, "encoding");
    if (encoding && (same_ignoring_case(encoding->value, "text/html") ||
                     same_ignoring_case(encoding->value, "application/xhtml+xml"))) {
      traits |= kHtmlPoint;
    }
  }
  open_.push({added, Tag::unknown, space, traits});
}

bool TreeBuilder::foreign_end(Token& token) {
  if (token.tag == Tag::br || token.tag == Tag::p) return break_out(token);
  for (size_t i = open_.size(); i-- > 0;) {
    if (open_[i].space == Namespace::kHtml) return i == 0 || by_mode(token);
    if (same_ignoring_case(tree_.nodes[open_[i].node].name(), token.name)) {
      if (i > 0) open_.pop_to(i);
      return true;
    }
  }
  return true;
}

}  // namespace synoptic::html
