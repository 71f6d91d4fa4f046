// "In body" (HTML Standard, 13.2.6.4.7): text and start tags.
#include "html/bytes.h"
#include "html/tree_builder.h"

namespace synoptic::html {

bool TreeBuilder::in_body(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      text_in_body(token);
      return true;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kStartTag:
      return in_body_start(token);
    case TokenKind::kEndTag:
      return in_body_end(token);
    case TokenKind::kEnd:
      return template_modes_.empty() || in_template(token);
  }
  return true;
}

bool TreeBuilder::in_body_start(Token& token) {
  switch (token.tag) {
    case Tag::html:
      return start_html(token);
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
    case Tag::body:
      return start_body(token);
    case Tag::frameset:
      return start_frameset(token);
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
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
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::p:
    case Tag::search:
    case Tag::section:
    case Tag::summary:
    case Tag::ul:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::pre:
    case Tag::listing:
    case Tag::plaintext:
      return start_block(token);
    case Tag::form:
      return start_form(token);
    case Tag::li:
    case Tag::dd:
    case Tag::dt:
      return start_list_item(token);
    case Tag::button:
      return start_button(token);
    case Tag::a:
      return start_a(token);
    case Tag::b:
    case Tag::big:
    case Tag::code:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::s:
    case Tag::small:
    case Tag::strike:
    case Tag::strong:
    case Tag::tt:
    case Tag::u:
      reconstruct_formatting();
      insert_formatting(token);
      return true;
    case Tag::nobr:
      return start_nobr(token);
    case Tag::applet:
    case Tag::marquee:
    case Tag::object:
      reconstruct_formatting();
      insert(token);
      formatting_.push_marker();
      frameset_ok_ = false;
      return true;
    case Tag::table:
      if (tree_.quirks != Quirks::kFull) close_p_in_button_scope();
      insert(token);
      frameset_ok_ = false;
      if (!is_near_bottom()) mode_ = Mode::kInTable;
      return true;
    case Tag::area:
    case Tag::br:
    case Tag::embed:
    case Tag::img:
    case Tag::keygen:
    case Tag::wbr:
    case Tag::param:
    case Tag::source:
    case Tag::track:
    case Tag::hr:
      return start_void(token);
    case Tag::input:
      return start_input(token);
    case Tag::image:  // "Don't ask."
      token.tag = Tag::img;
      token.name = name_of(Tag::img);
      return start_void(token);
    case Tag::textarea:
      insert(token);
      skip_newline_ = true;
      frameset_ok_ = false;
      tokenizer_.enter(Content::kRcdata, token.name);
      original_mode_ = mode_;
      mode_ = Mode::kText;
      return true;
    case Tag::xmp:
      close_p_in_button_scope();
      reconstruct_formatting();
      frameset_ok_ = false;
      return start_raw(token, Content::kRawtext);
    case Tag::iframe:
      frameset_ok_ = false;
      return start_raw(token, Content::kRawtext);
    case Tag::noembed:
      return start_raw(token, Content::kRawtext);
    case Tag::noscript:
      if (scripting_) return start_raw(token, Content::kRawtext);
      break;
    case Tag::select:
      return start_select(token);
    case Tag::optgroup:
    case Tag::option:
      return start_option(token);
    case Tag::rb:
    case Tag::rtc:
    case Tag::rp:
    case Tag::rt:
      return start_ruby_part(token);
    case Tag::math:
      reconstruct_formatting();
      insert_foreign(token, Namespace::kMathMl);
      return true;
    case Tag::svg:
      reconstruct_formatting();
      insert_foreign(token, Namespace::kSvg);
      return true;
    case Tag::caption:
    case Tag::col:
    case Tag::colgroup:
    case Tag::frame:
    case Tag::head:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr:
      return true;
    default:
      break;
  }
  reconstruct_formatting();
  insert(token);
  return true;
}

bool TreeBuilder::start_html(const Token& token) {
  if (!open_.holds(Tag::template_)) merge_attributes(open_[0].node, token);
  return true;
}

bool TreeBuilder::start_body(const Token& token) {
  if (open_.size() < 2 || open_[1].tag != Tag::body || open_.holds(Tag::template_)) return true;
  frameset_ok_ = false;
  merge_attributes(open_[1].node, token);
  return true;
}

// Those that the element has not yet. Attributes of one element stand together: if there are new
// ones, all are written anew behind the others.
void TreeBuilder::merge_attributes(uint32_t node, const Token& token) {
  std::vector<Attribute>& all = tree_.attributes;
  if (tree_.nodes[node].kind != NodeKind::kElement) return;  // a fragment's root
  const uint32_t old_begin = tree_.nodes[node].attributes_begin();
  const uint32_t old_end = tree_.nodes[node].attributes_end();
  std::vector<Attribute> merged(all.begin() + old_begin, all.begin() + old_end);
  for (uint32_t i = token.attributes_begin; i < token.attributes_end; ++i) {
    if (merged.size() >= Tokenizer::kMaxAttributes) break;
    bool has = false;
    for (uint32_t k = old_begin; k < old_end && !has; ++k) has = all[k].name == all[i].name;
    if (!has) merged.push_back(all[i]);
  }
  if (merged.size() == old_end - old_begin) return;
  const auto begin = static_cast<uint32_t>(all.size());
  all.insert(all.end(), merged.begin(), merged.end());
  tree_.nodes[node].set_attributes(begin, static_cast<uint32_t>(all.size()));
  tokenizer_.keep_added_attributes();
}

bool TreeBuilder::start_frameset(const Token& token) {
  if (open_.size() < 2 || open_[1].tag != Tag::body || !frameset_ok_) return true;
  tree_.remove(open_[1].node);
  open_.pop_to(1);
  insert(token);
  mode_ = Mode::kInFrameset;
  return true;
}

// Blocks, headings, pre, listing and plaintext: all end an open paragraph.
bool TreeBuilder::start_block(const Token& token) {
  close_p_in_button_scope();
  const bool heading = (traits_of(token.tag) & kHeading) != 0;
  if (heading && (current().traits & kHeading) != 0) open_.pop();
  insert(token);
  if (token.tag == Tag::pre || token.tag == Tag::listing) {
    skip_newline_ = true;
    frameset_ok_ = false;
  } else if (token.tag == Tag::plaintext) {
    tokenizer_.enter(Content::kPlaintext, {});
  }
  return true;
}

bool TreeBuilder::start_form(const Token& token) {
  const bool in_template = open_.holds(Tag::template_);
  if (form_ != kNone && !in_template) return true;
  close_p_in_button_scope();
  const uint32_t node = insert(token);
  if (!in_template) form_ = node;
  return true;
}

// An li ends an open li, a dd or dt an open dd or dt, unless another block is in between.
bool TreeBuilder::start_list_item(const Token& token) {
  frameset_ok_ = false;
  const bool li = token.tag == Tag::li;
  if (li ? open_.holds(Tag::li) : open_.holds(Tag::dd) || open_.holds(Tag::dt)) {
    for (size_t i = open_.size(); i-- > 0;) {
      const OpenElement& node = open_[i];
      if (li ? node.tag == Tag::li : node.tag == Tag::dd || node.tag == Tag::dt) {
        const Tag ended = node.tag;
        open_.end_implied(ended);
        open_.pop_through(ended);
        break;
      }
      const bool passable = node.tag == Tag::address || node.tag == Tag::div || node.tag == Tag::p;
      if ((node.traits & kSpecial) != 0 && !passable) break;
    }
  }
  close_p_in_button_scope();
  insert(token);
  return true;
}

bool TreeBuilder::start_button(const Token& token) {
  if (open_.in_scope(Tag::button)) {
    open_.end_implied();
    open_.pop_through(Tag::button);
  }
  reconstruct_formatting();
  insert(token);
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::start_a(const Token& token) {
  const size_t open = formatting_.find_behind_marker(Tag::a);
  if (open != FormattingList::kNowhere) {
    const uint32_t node = formatting_[open].node;
    end_formatting(token);
    const size_t listed = formatting_.position_of(node);
    if (listed != FormattingList::kNowhere) formatting_.remove(listed);
    const size_t position = open_.position_of(node);
    if (position != OpenElements::kNowhere) open_.remove(position);
  }
  reconstruct_formatting();
  insert_formatting(token);
  return true;
}

bool TreeBuilder::start_nobr(const Token& token) {
  reconstruct_formatting();
  if (open_.in_scope(Tag::nobr)) {
    end_formatting(token);
    reconstruct_formatting();
  }
  insert_formatting(token);
  return true;
}

bool TreeBuilder::start_void(const Token& token) {
  switch (token.tag) {
    case Tag::param:
    case Tag::source:
    case Tag::track:
      break;
    case Tag::hr:
      close_p_in_button_scope();
      if (open_.in_scope(Tag::select)) open_.end_implied();
      frameset_ok_ = false;
      break;
    default:
      reconstruct_formatting();
      frameset_ok_ = false;
  }
  insert_void(token);
  return true;
}

bool TreeBuilder::start_input(const Token& token) {
  if (is_fragment_ && context_.tag == Tag::select) return true;
  if (open_.in_scope(Tag::select)) open_.pop_through(Tag::select);
  reconstruct_formatting();
  insert_void(token);
  const Attribute* type = attribute_of(token, "type");
  if (type == nullptr || !same_ignoring_case(type->value, "hidden")) frameset_ok_ = false;
  return true;
}

bool TreeBuilder::start_select(const Token& token) {
  if (is_fragment_ && context_.tag == Tag::select) return true;
  if (open_.in_scope(Tag::select)) {  // a second one only ends the first
    open_.pop_through(Tag::select);
    return true;
  }
  reconstruct_formatting();
  insert(token);
  frameset_ok_ = false;
  return true;
}

bool TreeBuilder::start_option(const Token& token) {
  if (open_.in_scope(Tag::select)) {
    open_.end_implied(token.tag == Tag::option ? Tag::optgroup : Tag::unknown);
  } else if (is_current(Tag::option)) {
    open_.pop();
  }
  reconstruct_formatting();
  insert(token);
  return true;
}

bool TreeBuilder::start_ruby_part(const Token& token) {
  if (open_.in_scope(Tag::ruby)) {
    const bool inside_rtc = token.tag == Tag::rp || token.tag == Tag::rt;
    open_.end_implied(inside_rtc ? Tag::rtc : Tag::unknown);
  }
  insert(token);
  return true;
}

}  // namespace synoptic::html
