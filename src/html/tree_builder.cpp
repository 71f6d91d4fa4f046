// The way of a token to its insertion mode, and the insertion of nodes.
#include "html/tree_builder.h"

#include <string>

#include "html/bytes.h"

namespace synoptic::html {
namespace {

// The form that a fragment's context stands for: there is one, but it is not in the tree.
constexpr uint32_t kOutsideForm = kNone - 1;

}  // namespace

TreeBuilder::TreeBuilder(Tree& tree, const ParseOptions& options)
    : tree_(tree),
      tokenizer_(tree.source, tree.attributes, tree.arena, options.asks_for),
      scripting_(options.scripting) {
  if (options.context.empty()) return;
  // 13.4: the fragment's root, an html element, is the document node itself.
  is_fragment_ = true;
  std::string name(options.context);
  std::transform(name.begin(), name.end(), name.begin(), lower);
  context_.tag = tag_of(name);
  context_.space = options.context_space;
  if (context_.space == Namespace::kHtml) {
    context_.traits = traits_of(context_.tag);
  } else {
    context_.traits = foreign_traits(context_.space, context_.tag);
    context_.tag = Tag::unknown;
  }
  open_.push({0, Tag::html, Namespace::kHtml, traits_of(Tag::html)});
  switch (context_.tag) {
    case Tag::title:
    case Tag::textarea:
      tokenizer_.enter(Content::kRcdata, {});
      break;
    case Tag::style:
    case Tag::xmp:
    case Tag::iframe:
    case Tag::noembed:
    case Tag::noframes:
      tokenizer_.enter(Content::kRawtext, {});
      break;
    case Tag::script:
      tokenizer_.enter(Content::kScript, {});
      break;
    case Tag::noscript:
      if (scripting_) tokenizer_.enter(Content::kRawtext, {});
      break;
    case Tag::plaintext:
      tokenizer_.enter(Content::kPlaintext, {});
      break;
    case Tag::template_:
      template_modes_.push_back(Mode::kInTemplate);
      break;
    case Tag::form:
      form_ = kOutsideForm;
      break;
    default:
      break;
  }
  reset_mode();
}

void TreeBuilder::run() {
  Token token;
  while (has_node_left()) {
    const bool in_html = open_.empty() || adjusted_current().space == Namespace::kHtml;
    tokenizer_.allow_cdata(!in_html);
    tokenizer_.next(token);
    if (skip_newline_) {
      skip_newline_ = false;
      if (token.kind == TokenKind::kText) {
        token.span.begin +=
            static_cast<uint32_t>(leading_newline(bytes(token.span), token.references));
        if (token.span.empty()) continue;
      }
    }
    if (hidden_count_ > 0 && token.kind == TokenKind::kEndTag && ends_hidden(token)) continue;
    // Half of all tokens, and no other mode can follow.
    if (token.kind == TokenKind::kText && mode_ == Mode::kInBody && in_html) {
      text_in_body(token);
      continue;
    }
    bool done = in_html ? by_mode(token) : dispatch(token);
    while (!done) done = dispatch(token);
    if (token.kind == TokenKind::kEnd) break;
  }
  tree_.notes.attributes = tokenizer_.left_out_attributes();
  tree_.finish();
}

bool TreeBuilder::has_node_left() {
  if (tree_.nodes.size() < kMaxNodes) return true;
  tree_.notes.nodes = true;
  return false;
}

// The tree construction dispatcher: by insertion mode, or as foreign content.
bool TreeBuilder::dispatch(Token& token) {
  if (open_.empty() || is_for_html(token)) return by_mode(token);
  return foreign(token);
}

bool TreeBuilder::is_for_html(const Token& token) const {
  const OpenElement& node = adjusted_current();
  if (node.space == Namespace::kHtml || token.kind == TokenKind::kEnd) return true;
  const bool start = token.kind == TokenKind::kStartTag;
  if ((node.traits & kMathTextPoint) != 0) {
    if (token.kind == TokenKind::kText) return true;
    if (start && token.tag != Tag::mglyph && token.tag != Tag::malignmark) return true;
  }
  if ((node.traits & kHtmlPoint) != 0 && (start || token.kind == TokenKind::kText)) return true;
  return (node.traits & kAnnotationXml) != 0 && start && token.tag == Tag::svg;
}

bool TreeBuilder::by_mode(Token& token) {
  switch (mode_) {
    case Mode::kInitial:
      return initial(token);
    case Mode::kBeforeHtml:
      return before_html(token);
    case Mode::kBeforeHead:
      return before_head(token);
    case Mode::kInHead:
      return in_head(token);
    case Mode::kInHeadNoscript:
      return in_head_noscript(token);
    case Mode::kAfterHead:
      return after_head(token);
    case Mode::kInBody:
      return in_body(token);
    case Mode::kText:
      return in_text(token);
    case Mode::kInTable:
      return in_table(token);
    case Mode::kInTableText:
      return in_table_text(token);
    case Mode::kInCaption:
      return in_caption(token);
    case Mode::kInColumnGroup:
      return in_column_group(token);
    case Mode::kInTableBody:
      return in_table_body(token);
    case Mode::kInRow:
      return in_row(token);
    case Mode::kInCell:
      return in_cell(token);
    case Mode::kInTemplate:
      return in_template(token);
    case Mode::kAfterBody:
      return after_body(token);
    case Mode::kInFrameset:
      return in_frameset(token);
    case Mode::kAfterFrameset:
      return after_frameset(token);
    case Mode::kAfterAfterBody:
      return after_after_body(token);
    case Mode::kAfterAfterFrameset:
      return after_after_frameset(token);
  }
  return true;
}

// 13.2.4.1, "reset the insertion mode appropriately".
void TreeBuilder::reset_mode() {
  mode_ = Mode::kInBody;
  for (size_t i = open_.size(); i-- > 0;) {
    const bool last = i == 0;
    const OpenElement& node = last && is_fragment_ ? context_ : open_[i];
    switch (node.tag) {
      case Tag::td:
      case Tag::th:
        if (last) break;
        mode_ = Mode::kInCell;
        return;
      case Tag::tr:
        mode_ = Mode::kInRow;
        return;
      case Tag::tbody:
      case Tag::thead:
      case Tag::tfoot:
        mode_ = Mode::kInTableBody;
        return;
      case Tag::caption:
        mode_ = Mode::kInCaption;
        return;
      case Tag::colgroup:
        mode_ = Mode::kInColumnGroup;
        return;
      case Tag::table:
        mode_ = Mode::kInTable;
        return;
      case Tag::template_:
        mode_ = template_modes_.empty() ? Mode::kInBody : template_modes_.back();
        return;
      case Tag::head:
        if (last) break;
        mode_ = Mode::kInHead;
        return;
      case Tag::body:
        return;
      case Tag::frameset:
        mode_ = Mode::kInFrameset;
        return;
      case Tag::html:
        mode_ = head_ == kNone ? Mode::kBeforeHead : Mode::kAfterHead;
        return;
      default:
        break;
    }
  }
}

// An end tag of an element that gave way at the greatest depth.
bool TreeBuilder::ends_hidden(const Token& token) {
  if (open_.size() < kMaxOpen - 1) {
    hidden_.fill(0);
    hidden_count_ = 0;
    return false;
  }
  uint32_t& hidden = hidden_[static_cast<size_t>(token.tag)];
  if (hidden == 0) return false;
  --hidden;
  --hidden_count_;
  return true;
}

const Attribute* TreeBuilder::attribute_of(const Token& token, std::string_view name) const {
  for (uint32_t i = token.attributes_begin; i < token.attributes_end; ++i) {
    if (tree_.attributes[i].name == name) return &tree_.attributes[i];
  }
  return nullptr;
}

}  // namespace synoptic::html
