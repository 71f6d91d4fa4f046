// Insertion modes up to the body: 13.2.6.4.1 to 13.2.6.4.6, and "text".
#include "html/bytes.h"
#include "html/quirks.h"
#include "html/tree_builder.h"

namespace synoptic::html {

bool TreeBuilder::initial(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      if (drop_leading_space(token)) return true;
      break;
    case TokenKind::kComment:
      return insert_comment_at(token, {0, kNone});
    case TokenKind::kDoctype: {
      tree_.doctype = tokenizer_.doctype();
      tree_.quirks = quirks_of(tree_.doctype);
      Node node;
      node.kind = NodeKind::kDoctype;
      node.set_words(tree_.doctype.name);
      node.span = token.span;
      tree_.insert({0, kNone}, node);
      mode_ = Mode::kBeforeHtml;
      return true;
    }
    default:
      break;
  }
  tree_.quirks = Quirks::kFull;
  mode_ = Mode::kBeforeHtml;
  return false;
}

bool TreeBuilder::before_html(Token& token) {
  switch (token.kind) {
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kComment:
      return insert_comment_at(token, {0, kNone});
    case TokenKind::kText:
      if (drop_leading_space(token)) return true;
      break;
    case TokenKind::kStartTag:
      if (token.tag != Tag::html) break;
      tokenizer_.keep_attributes();
      open_.push(open_element(tree_.insert({0, kNone}, element_node(token))));
      mode_ = Mode::kBeforeHead;
      return true;
    case TokenKind::kEndTag:
      if (!may_imply(token.tag)) return true;
      break;
    case TokenKind::kEnd:
      break;
  }
  insert_implied(Tag::html, token.span.begin);
  mode_ = Mode::kBeforeHead;
  return false;
}

// End tags that do not go unheard before the body: they make up what is missing.
bool TreeBuilder::may_imply(Tag tag) {
  return tag == Tag::head || tag == Tag::body || tag == Tag::html || tag == Tag::br;
}

bool TreeBuilder::before_head(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      if (drop_leading_space(token)) return true;
      break;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kStartTag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag != Tag::head) break;
      head_ = insert(token);
      mode_ = Mode::kInHead;
      return true;
    case TokenKind::kEndTag:
      if (!may_imply(token.tag)) return true;
      break;
    case TokenKind::kEnd:
      break;
  }
  head_ = insert_implied(Tag::head, token.span.begin);
  mode_ = Mode::kInHead;
  return false;
}

bool TreeBuilder::in_head(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      if (insert_leading_space(token)) return true;
      break;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kStartTag:
      switch (token.tag) {
        case Tag::html:
          return in_body(token);
        case Tag::base:
        case Tag::basefont:
        case Tag::bgsound:
        case Tag::link:
        case Tag::meta:
          insert_void(token);
          return true;
        case Tag::title:
          return start_raw(token, Content::kRcdata);
        case Tag::noframes:
        case Tag::style:
          return start_raw(token, Content::kRawtext);
        case Tag::noscript:
          if (scripting_) return start_raw(token, Content::kRawtext);
          insert(token);
          mode_ = Mode::kInHeadNoscript;
          return true;
        case Tag::script:
          return start_raw(token, Content::kScript);
        case Tag::template_:
          start_template(token);
          return true;
        case Tag::head:
          return true;
        default:
          break;
      }
      break;
    case TokenKind::kEndTag:
      if (token.tag == Tag::head) {
        open_.pop();
        mode_ = Mode::kAfterHead;
        return true;
      }
      if (token.tag == Tag::template_) end_template();
      if (token.tag == Tag::head || !may_imply(token.tag)) return true;
      break;
    case TokenKind::kEnd:
      break;
  }
  open_.pop();
  mode_ = Mode::kAfterHead;
  return false;
}

bool TreeBuilder::in_head_noscript(Token& token) {
  switch (token.kind) {
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kComment:
      return in_head(token);
    case TokenKind::kText:
      if (insert_leading_space(token)) return true;
      break;
    case TokenKind::kStartTag:
      switch (token.tag) {
        case Tag::html:
          return in_body(token);
        case Tag::basefont:
        case Tag::bgsound:
        case Tag::link:
        case Tag::meta:
        case Tag::noframes:
        case Tag::style:
          return in_head(token);
        case Tag::head:
        case Tag::noscript:
          return true;
        default:
          break;
      }
      break;
    case TokenKind::kEndTag:
      if (token.tag == Tag::noscript) {
        open_.pop();
        mode_ = Mode::kInHead;
        return true;
      }
      if (token.tag != Tag::br) return true;
      break;
    case TokenKind::kEnd:
      break;
  }
  open_.pop();
  mode_ = Mode::kInHead;
  return false;
}

bool TreeBuilder::after_head(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      if (insert_leading_space(token)) return true;
      break;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kStartTag:
      switch (token.tag) {
        case Tag::html:
          return in_body(token);
        case Tag::body:
          insert(token);
          frameset_ok_ = false;
          mode_ = Mode::kInBody;
          return true;
        case Tag::frameset:
          insert(token);
          mode_ = Mode::kInFrameset;
          return true;
        case Tag::base:
        case Tag::basefont:
        case Tag::bgsound:
        case Tag::link:
        case Tag::meta:
        case Tag::noframes:
        case Tag::script:
        case Tag::style:
        case Tag::template_:
        case Tag::title: {
          // They go into the head, though it is closed.
          open_.push(open_element(head_));
          const bool done = in_head(token);
          const size_t at = open_.position_of(head_);
          if (at != OpenElements::kNowhere) open_.remove(at);
          return done;
        }
        case Tag::head:
          return true;
        default:
          break;
      }
      break;
    case TokenKind::kEndTag:
      if (token.tag == Tag::template_) return in_head(token);
      if (token.tag == Tag::head || !may_imply(token.tag)) return true;
      break;
    case TokenKind::kEnd:
      break;
  }
  insert_implied(Tag::body, token.span.begin);
  mode_ = Mode::kInBody;
  return false;
}

// The generic algorithm for raw text: the content goes in as one text, up to the end tag.
bool TreeBuilder::start_raw(const Token& token, Content content) {
  insert(token);
  tokenizer_.enter(content, token.name);
  original_mode_ = mode_;
  mode_ = Mode::kText;
  return true;
}

bool TreeBuilder::in_text(Token& token) {
  if (token.kind == TokenKind::kText) {
    insert_text(token, true);
    return true;
  }
  open_.pop();
  mode_ = original_mode_;
  return token.kind == TokenKind::kEndTag;
}

void TreeBuilder::start_template(const Token& token) {
  const bool plain = is_near_bottom();
  insert(token);
  formatting_.push_marker();
  frameset_ok_ = false;
  if (plain) return;
  mode_ = Mode::kInTemplate;
  template_modes_.push_back(Mode::kInTemplate);
}

void TreeBuilder::end_template() {
  if (!open_.holds(Tag::template_)) return;
  open_.end_implied_thoroughly();
  open_.pop_through(Tag::template_);
  formatting_.clear_to_marker();
  if (!template_modes_.empty() && !is_near_bottom()) template_modes_.pop_back();
  reset_mode();
}

}  // namespace synoptic::html
