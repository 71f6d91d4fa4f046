// Insertion modes of templates, of framesets and of what follows the body (HTML Standard,
// 13.2.6.4.16 to 13.2.6.4.23).
#include "html/tree_builder.h"

namespace synoptic::html {

bool TreeBuilder::in_template(Token& token) {
  const auto change_to = [&](Mode mode) {
    if (!template_modes_.empty()) template_modes_.back() = mode;
    mode_ = mode;
    return false;
  };
  switch (token.kind) {
    case TokenKind::kText:
    case TokenKind::kComment:
    case TokenKind::kDoctype:
      return in_body(token);
    case TokenKind::kStartTag:
      switch (token.tag) {
        case Tag::base:
        case Tag::basefont:
        case Tag::bgsound:
        case Tag::link:
        case Tag::meta:
        case Tag::noframes:
        case Tag::script:
        case Tag::style:
        case Tag::template_:
        case Tag::title:
          return in_head(token);
        case Tag::caption:
        case Tag::colgroup:
        case Tag::tbody:
        case Tag::tfoot:
        case Tag::thead:
          return change_to(Mode::kInTable);
        case Tag::col:
          return change_to(Mode::kInColumnGroup);
        case Tag::tr:
          return change_to(Mode::kInTableBody);
        case Tag::td:
        case Tag::th:
          return change_to(Mode::kInRow);
        default:
          return change_to(Mode::kInBody);
      }
    case TokenKind::kEndTag:
      return token.tag != Tag::template_ || in_head(token);
    case TokenKind::kEnd:
      break;
  }
  if (!open_.holds(Tag::template_)) return true;
  open_.pop_through(Tag::template_);
  formatting_.clear_to_marker();
  if (!template_modes_.empty()) template_modes_.pop_back();
  reset_mode();
  return false;
}

bool TreeBuilder::after_body(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      if (is_only_space(token)) return in_body(token);
      break;
    case TokenKind::kComment:
      return insert_comment_at(token, {open_[0].node, kNone});
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kStartTag:
      if (token.tag == Tag::html) return in_body(token);
      break;
    case TokenKind::kEndTag:
      if (token.tag != Tag::html) break;
      if (!is_fragment_) mode_ = Mode::kAfterAfterBody;
      return true;
    case TokenKind::kEnd:
      return true;
  }
  mode_ = Mode::kInBody;
  return false;
}

bool TreeBuilder::in_frameset(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      insert_spaces(token);
      return true;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kStartTag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::frameset) insert(token);
      if (token.tag == Tag::frame) insert_void(token);
      if (token.tag == Tag::noframes) return in_head(token);
      return true;
    case TokenKind::kEndTag:
      if (token.tag != Tag::frameset || open_.size() == 1) return true;
      open_.pop();
      if (!is_fragment_ && !is_current(Tag::frameset)) mode_ = Mode::kAfterFrameset;
      return true;
    case TokenKind::kDoctype:
    case TokenKind::kEnd:
      return true;
  }
  return true;
}

bool TreeBuilder::after_frameset(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      insert_spaces(token);
      return true;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kStartTag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::noframes) return in_head(token);
      return true;
    case TokenKind::kEndTag:
      if (token.tag == Tag::html) mode_ = Mode::kAfterAfterFrameset;
      return true;
    case TokenKind::kDoctype:
    case TokenKind::kEnd:
      return true;
  }
  return true;
}

bool TreeBuilder::after_after_body(Token& token) {
  switch (token.kind) {
    case TokenKind::kComment:
      return insert_comment_at(token, {0, kNone});
    case TokenKind::kDoctype:
      return in_body(token);
    case TokenKind::kText:
      if (is_only_space(token)) return in_body(token);
      break;
    case TokenKind::kStartTag:
      if (token.tag == Tag::html) return in_body(token);
      break;
    case TokenKind::kEndTag:
      break;
    case TokenKind::kEnd:
      return true;
  }
  mode_ = Mode::kInBody;
  return false;
}

bool TreeBuilder::after_after_frameset(Token& token) {
  switch (token.kind) {
    case TokenKind::kComment:
      return insert_comment_at(token, {0, kNone});
    case TokenKind::kText:
      reconstruct_formatting();
      insert_spaces(token);
      return true;
    case TokenKind::kStartTag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::noframes) return in_head(token);
      return true;
    case TokenKind::kDoctype:
    case TokenKind::kEndTag:
    case TokenKind::kEnd:
      return true;
  }
  return true;
}

}  // namespace synoptic::html
