// Tags to a tree: the tree construction of the HTML Standard (13.2.6), each insertion mode a
// function of the standard's name. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "html/formatting.h"
#include "html/open_elements.h"
#include "html/tokenizer.h"
#include "html/tree.h"

namespace synoptic::html {

class TreeBuilder {
 public:
  TreeBuilder(Tree& tree, const ParseOptions& options);
  void run();

 private:
  enum class Mode : uint8_t {
    kInitial,
    kBeforeHtml,
    kBeforeHead,
    kInHead,
    kInHeadNoscript,
    kAfterHead,
    kInBody,
    kText,
    kInTable,
    kInTableText,
    kInCaption,
    kInColumnGroup,
    kInTableBody,
    kInRow,
    kInCell,
    kInTemplate,
    kAfterBody,
    kInFrameset,
    kAfterFrameset,
    kAfterAfterBody,
    kAfterAfterFrameset,
  };

  // Less the most that one token can add to two million.
  static constexpr size_t kMaxNodes = 2'000'000 - 1024;
  static constexpr size_t kMaxReopened = 250'000;  // elements opened anew, in all
  static constexpr size_t kMaxOpen = Tree::kMaxDepth - 1;

  // Each mode takes a token: true when it is done with, false when it is to be taken again, the
  // mode (or the stack of open elements) having changed. Text may be shortened in between.
  bool dispatch(Token& token);
  bool is_for_html(const Token& token) const;
  bool by_mode(Token& token);
  bool initial(Token& token);
  bool before_html(Token& token);
  bool before_head(Token& token);
  bool in_head(Token& token);
  bool in_head_noscript(Token& token);
  bool after_head(Token& token);
  static bool may_imply(Tag tag);
  bool in_body(Token& token);
  void text_in_body(const Token& token);
  bool in_body_start(Token& token);
  bool in_body_end(Token& token);
  bool in_text(Token& token);
  bool in_table(Token& token);
  bool in_table_text(Token& token);
  bool in_table_start(Token& token);
  bool in_table_else(Token& token);
  bool in_caption(Token& token);
  bool in_column_group(Token& token);
  bool in_table_body(Token& token);
  bool in_row(Token& token);
  bool in_cell(Token& token);
  bool in_template(Token& token);
  bool after_body(Token& token);
  bool in_frameset(Token& token);
  bool after_frameset(Token& token);
  bool after_after_body(Token& token);
  bool after_after_frameset(Token& token);
  bool foreign(Token& token);
  bool foreign_start(Token& token);
  bool foreign_end(Token& token);
  bool break_out(Token& token);

  // Steps that several modes share.
  void start_template(const Token& token);
  void end_template();
  bool start_raw(const Token& token, Content content);  // true, for return
  void merge_attributes(uint32_t node, const Token& token);
  void close_p();
  void close_p_in_button_scope() {
    if (open_.in_button_scope(Tag::p)) close_p();
  }
  void close_cell();
  bool close_caption();
  void reset_mode();

  // Steps of "in body".
  bool start_html(const Token& token);
  bool start_body(const Token& token);
  bool start_frameset(const Token& token);
  bool start_block(const Token& token);
  bool start_form(const Token& token);
  bool start_list_item(const Token& token);
  bool start_a(const Token& token);
  bool start_nobr(const Token& token);
  bool start_button(const Token& token);
  bool start_input(const Token& token);
  bool start_select(const Token& token);
  bool start_option(const Token& token);
  bool start_ruby_part(const Token& token);
  bool start_void(const Token& token);
  bool end_form();
  bool end_other(const Token& token);
  bool end_formatting(const Token& token);
  bool adopt(Tag subject);  // one round of the "adoption agency"; false: it is over

  // The stack and the list.
  const OpenElement& current() const { return open_.top(); }
  bool is_current(Tag tag) const { return open_.top().tag == tag; }
  const OpenElement& adjusted_current() const {
    return open_.size() == 1 && is_fragment_ ? context_ : open_.top();
  }
  void make_room();
  // So deep that the parts of a table might have to give way to each other: it is no table to the
  // insertion modes then, nor is a template one.
  bool is_near_bottom() const { return open_.size() + 8 > kMaxOpen; }
  bool has_node_left();
  void pop_to_any(std::initializer_list<Tag> tags);  // or html or template
  void reconstruct_formatting() {
    if (!formatting_.empty()) reconstruct_formatting_of_list();
  }
  void reconstruct_formatting_of_list();
  bool may_reopen();
  bool ends_hidden(const Token& token);

  // Insertion.
  Place place_in(const OpenElement& target) const;
  Place foster_place() const;
  Place place() const { return place_in(open_.top()); }
  uint32_t insert(const Token& token);       // an HTML element, which becomes the current one
  uint32_t insert_void(const Token& token);  // likewise, but not opened
  uint32_t insert_implied(Tag tag, uint32_t at);
  uint32_t insert_formatting(const Token& token);
  uint32_t insert_like(uint32_t node, Place where);
  void insert_foreign(const Token& token, Namespace space);
  Node element_node(const Token& token) const;
  OpenElement open_element(uint32_t node) const;
  bool insert_comment(const Token& token);  // true, for return
  bool insert_comment_at(const Token& token, Place where);
  void insert_text(const Token& token, bool replace_nul = false);
  void set_text(Node& node, std::string_view written, bool decodes);

  // Text.
  std::string_view bytes(Span span) const { return tree_.source.substr(span.begin, span.size()); }
  bool is_only_space(const Token& token) const;  // NUL, which is dropped, counts as such
  bool drop_leading_space(Token& token) const;   // true: nothing is left
  bool insert_leading_space(Token& token);       // likewise
  void insert_spaces(Token& token);

  const Attribute* attribute_of(const Token& token, std::string_view name) const;

  Tree& tree_;
  Tokenizer tokenizer_;
  OpenElements open_;
  FormattingList formatting_;
  std::vector<Mode> template_modes_;
  std::vector<Token> table_text_;
  OpenElement context_;  // of a fragment
  uint32_t head_ = kNone, form_ = kNone;
  size_t reopened_ = 0;
  // Elements at the greatest depth that gave way to the next one and were not ended yet, by tag.
  std::array<uint32_t, static_cast<size_t>(Tag::count_)> hidden_{};
  uint32_t hidden_count_ = 0;
  Mode mode_ = Mode::kInitial, original_mode_ = Mode::kInitial;
  bool scripting_ = false;
  bool is_fragment_ = false;
  bool frameset_ok_ = true;
  bool foster_ = false;
  bool skip_newline_ = false;
};

}  // namespace synoptic::html
