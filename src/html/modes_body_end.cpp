// "In body" (HTML Standard, 13.2.6.4.7): end tags, but for the adoption agency.
#include "html/bytes.h"
#include "html/tree_builder.h"

namespace synoptic::html {

bool TreeBuilder::in_body_end(Token& token) {
  switch (token.tag) {
    case Tag::template_:
      return in_head(token);
    case Tag::body:
      if (open_.in_scope(Tag::body)) mode_ = Mode::kAfterBody;
      return true;
    case Tag::html:
      if (!open_.in_scope(Tag::body)) return true;
      mode_ = Mode::kAfterBody;
      return false;
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::button:
    case Tag::center:
    case Tag::details:
    case Tag::dialog:
    case Tag::dir:
    case Tag::div:
    case Tag::dl:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::header:
    case Tag::hgroup:
    case Tag::listing:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::pre:
    case Tag::search:
    case Tag::section:
    case Tag::select:
    case Tag::summary:
    case Tag::ul:
      if (open_.in_scope(token.tag)) {
        open_.end_implied();
        open_.pop_through(token.tag);
      }
      return true;
    case Tag::form:
      return end_form();
    case Tag::p:
      if (!open_.in_button_scope(Tag::p)) insert_implied(Tag::p, token.span.begin);
      close_p();
      return true;
    case Tag::li:
      if (open_.in_scope(Tag::li, kScopeBorder | kListBorder)) {
        open_.end_implied(Tag::li);
        open_.pop_through(Tag::li);
      }
      return true;
    case Tag::dd:
    case Tag::dt:
      if (open_.in_scope(token.tag)) {
        open_.end_implied(token.tag);
        open_.pop_through(token.tag);
      }
      return true;
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      if (open_.heading_in_scope()) {
        open_.end_implied();
        while ((current().traits & kHeading) == 0) open_.pop();
        open_.pop();
      }
      return true;
    case Tag::a:
    case Tag::b:
    case Tag::big:
    case Tag::code:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::nobr:
    case Tag::s:
    case Tag::small:
    case Tag::strike:
    case Tag::strong:
    case Tag::tt:
    case Tag::u:
      end_formatting(token);
      return true;
    case Tag::applet:
    case Tag::marquee:
    case Tag::object:
      if (open_.in_scope(token.tag)) {
        open_.end_implied();
        open_.pop_through(token.tag);
        formatting_.clear_to_marker();
      }
      return true;
    case Tag::br: {  // as a start tag without attributes
      reconstruct_formatting();
      Node node;
      node.tag = Tag::br;
      node.set_words(name_of(Tag::br));
      node.span = token.span;
      tree_.insert(place(), node);
      frameset_ok_ = false;
      return true;
    }
    default:
      return end_other(token);
  }
}

void TreeBuilder::close_p() {
  open_.end_implied(Tag::p);
  open_.pop_through(Tag::p);
}

bool TreeBuilder::end_form() {
  if (open_.holds(Tag::template_)) {
    if (open_.in_scope(Tag::form)) {
      open_.end_implied();
      open_.pop_through(Tag::form);
    }
    return true;
  }
  const uint32_t node = form_;
  form_ = kNone;
  if (node == kNone || !open_.node_in_scope(node)) return true;
  open_.end_implied();
  open_.remove(open_.position_of(node));
  return true;
}

// "Any other end tag."
bool TreeBuilder::end_other(const Token& token) {
  if (!open_.holds(token.tag)) return true;
  for (size_t i = open_.size(); i-- > 0;) {
    const OpenElement& node = open_[i];
    if (node.space == Namespace::kHtml && node.tag == token.tag &&
        (token.tag != Tag::unknown || tree_.nodes[node.node].name() == token.name)) {
      open_.end_implied(token.tag);
      open_.pop_to(i);
      return true;
    }
    if ((node.traits & kSpecial) != 0) return true;
  }
  return true;
}

}  // namespace synoptic::html
