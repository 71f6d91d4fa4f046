// Insertion modes of tables (HTML Standard, 13.2.6.4.9 to 13.2.6.4.15).
#include "html/bytes.h"
#include "html/tree_builder.h"

namespace synoptic::html {
namespace {

bool is_table_part(Tag tag) {  // what can stand in a table but for the table itself
  switch (tag) {
    case Tag::caption:
    case Tag::col:
    case Tag::colgroup:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::tr:
      return true;
    default:
      return false;
  }
}

bool is_section(Tag tag) { return tag == Tag::tbody || tag == Tag::tfoot || tag == Tag::thead; }
bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }
bool is_document_part(Tag tag) { return tag == Tag::body || tag == Tag::html; }

}  // namespace

// "Clear the stack back to a … context."
void TreeBuilder::pop_to_any(std::initializer_list<Tag> tags) {
  const auto is_wanted = [&](Tag tag) {
    return tag == Tag::html || tag == Tag::template_ ||
           std::find(tags.begin(), tags.end(), tag) != tags.end();
  };
  while (!is_wanted(current().tag)) open_.pop();
}

bool TreeBuilder::in_table(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      if ((current().traits & kTableContext) == 0 && !is_current(Tag::template_)) break;
      table_text_.clear();
      original_mode_ = mode_;
      mode_ = Mode::kInTableText;
      return false;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kStartTag:
      return in_table_start(token);
    case TokenKind::kEndTag:
      if (token.tag == Tag::table) {
        if (open_.in_table_scope(Tag::table)) {
          open_.pop_through(Tag::table);
          reset_mode();
        }
        return true;
      }
      if (is_table_part(token.tag) || is_document_part(token.tag)) return true;
      if (token.tag == Tag::template_) return in_head(token);
      break;
    case TokenKind::kEnd:
      return in_body(token);
  }
  return in_table_else(token);
}

bool TreeBuilder::in_table_start(Token& token) {
  switch (token.tag) {
    case Tag::caption:
      pop_to_any({Tag::table});
      formatting_.push_marker();
      insert(token);
      mode_ = Mode::kInCaption;
      return true;
    case Tag::colgroup:
      pop_to_any({Tag::table});
      insert(token);
      mode_ = Mode::kInColumnGroup;
      return true;
    case Tag::col:
      pop_to_any({Tag::table});
      insert_implied(Tag::colgroup, token.span.begin);
      mode_ = Mode::kInColumnGroup;
      return false;
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::thead:
      pop_to_any({Tag::table});
      insert(token);
      mode_ = Mode::kInTableBody;
      return true;
    case Tag::td:
    case Tag::th:
    case Tag::tr:
      pop_to_any({Tag::table});
      insert_implied(Tag::tbody, token.span.begin);
      mode_ = Mode::kInTableBody;
      return false;
    case Tag::table:
      if (!open_.in_table_scope(Tag::table)) return true;
      open_.pop_through(Tag::table);
      reset_mode();
      return false;
    case Tag::style:
    case Tag::script:
    case Tag::template_:
      return in_head(token);
    case Tag::input: {
      const Attribute* type = attribute_of(token, "type");
      if (type == nullptr || !same_ignoring_case(type->value, "hidden")) break;
      insert_void(token);
      return true;
    }
    case Tag::form:
      if (open_.holds(Tag::template_) || form_ != kNone) return true;
      form_ = insert_void(token);
      return true;
    default:
      break;
  }
  return in_table_else(token);
}

// What does not belong in a table goes before it.
bool TreeBuilder::in_table_else(Token& token) {
  foster_ = true;
  const bool done = in_body(token);
  foster_ = false;
  return done;
}

// Texts are kept until it is known whether all of them are white space.
bool TreeBuilder::in_table_text(Token& token) {
  if (token.kind == TokenKind::kText) {
    if (table_text_.size() < kMaxNodes) table_text_.push_back(token);
    return true;
  }
  const bool space = std::all_of(table_text_.begin(), table_text_.end(),
                                 [&](const Token& text) { return is_only_space(text); });
  for (Token& text : table_text_) {
    if (!has_node_left()) break;
    if (space) {
      insert_text(text);
    } else {
      in_table_else(text);
    }
  }
  table_text_.clear();
  mode_ = original_mode_;
  return false;
}

bool TreeBuilder::close_caption() {
  if (!open_.in_table_scope(Tag::caption)) return false;
  open_.end_implied();
  open_.pop_through(Tag::caption);
  formatting_.clear_to_marker();
  mode_ = Mode::kInTable;
  return true;
}

bool TreeBuilder::in_caption(Token& token) {
  if (token.kind == TokenKind::kStartTag && is_table_part(token.tag)) return !close_caption();
  if (token.kind == TokenKind::kEndTag) {
    if (token.tag == Tag::caption) {
      close_caption();
      return true;
    }
    if (token.tag == Tag::table) return !close_caption();
    if (is_table_part(token.tag) || is_document_part(token.tag)) return true;
  }
  return in_body(token);
}

bool TreeBuilder::in_column_group(Token& token) {
  switch (token.kind) {
    case TokenKind::kText:
      if (insert_leading_space(token)) return true;
      break;
    case TokenKind::kComment:
      return insert_comment(token);
    case TokenKind::kDoctype:
      return true;
    case TokenKind::kStartTag:
      if (token.tag == Tag::html) return in_body(token);
      if (token.tag == Tag::template_) return in_head(token);
      if (token.tag != Tag::col) break;
      insert_void(token);
      return true;
    case TokenKind::kEndTag:
      if (token.tag == Tag::colgroup) {
        if (is_current(Tag::colgroup)) {
          open_.pop();
          mode_ = Mode::kInTable;
        }
        return true;
      }
      if (token.tag == Tag::col) return true;
      if (token.tag == Tag::template_) return in_head(token);
      break;
    case TokenKind::kEnd:
      return in_body(token);
  }
  if (!is_current(Tag::colgroup)) return true;
  open_.pop();
  mode_ = Mode::kInTable;
  return false;
}

bool TreeBuilder::in_table_body(Token& token) {
  const auto end_section = [&] {
    pop_to_any({Tag::tbody, Tag::tfoot, Tag::thead});
    open_.pop();
    mode_ = Mode::kInTable;
  };
  const auto in_section = [&] {
    return open_.in_table_scope(Tag::tbody) || open_.in_table_scope(Tag::thead) ||
           open_.in_table_scope(Tag::tfoot);
  };
  if (token.kind == TokenKind::kStartTag) {
    if (token.tag == Tag::tr) {
      pop_to_any({Tag::tbody, Tag::tfoot, Tag::thead});
      insert(token);
      mode_ = Mode::kInRow;
      return true;
    }
    if (is_cell(token.tag)) {
      pop_to_any({Tag::tbody, Tag::tfoot, Tag::thead});
      insert_implied(Tag::tr, token.span.begin);
      mode_ = Mode::kInRow;
      return false;
    }
    if (is_table_part(token.tag)) {
      if (!in_section()) return true;
      end_section();
      return false;
    }
  } else if (token.kind == TokenKind::kEndTag) {
    if (is_section(token.tag)) {
      if (open_.in_table_scope(token.tag)) end_section();
      return true;
    }
    if (token.tag == Tag::table) {
      if (!in_section()) return true;
      end_section();
      return false;
    }
    if (is_table_part(token.tag) || is_document_part(token.tag)) return true;
  }
  return in_table(token);
}

bool TreeBuilder::in_row(Token& token) {
  const auto end_row = [&] {
    if (!open_.in_table_scope(Tag::tr)) return false;
    pop_to_any({Tag::tr});
    open_.pop();
    mode_ = Mode::kInTableBody;
    return true;
  };
  if (token.kind == TokenKind::kStartTag) {
    if (is_cell(token.tag)) {
      pop_to_any({Tag::tr});
      insert(token);
      mode_ = Mode::kInCell;
      formatting_.push_marker();
      return true;
    }
    if (is_table_part(token.tag)) return !end_row();
  } else if (token.kind == TokenKind::kEndTag) {
    if (token.tag == Tag::tr) {
      end_row();
      return true;
    }
    if (token.tag == Tag::table) return !end_row();
    if (is_section(token.tag)) return !open_.in_table_scope(token.tag) || !end_row();
    if (is_table_part(token.tag) || is_document_part(token.tag)) return true;
  }
  return in_table(token);
}

void TreeBuilder::close_cell() {
  open_.end_implied();
  while (!is_cell(current().tag)) open_.pop();
  open_.pop();
  formatting_.clear_to_marker();
  mode_ = Mode::kInRow;
}

bool TreeBuilder::in_cell(Token& token) {
  if (token.kind == TokenKind::kStartTag && is_table_part(token.tag)) {
    if (!open_.in_table_scope(Tag::td) && !open_.in_table_scope(Tag::th)) return true;
    close_cell();
    return false;
  }
  if (token.kind == TokenKind::kEndTag) {
    if (is_cell(token.tag)) {
      if (open_.in_table_scope(token.tag)) {
        open_.end_implied();
        open_.pop_through(token.tag);
        formatting_.clear_to_marker();
        mode_ = Mode::kInRow;
      }
      return true;
    }
    if (token.tag == Tag::table || token.tag == Tag::tr || is_section(token.tag)) {
      if (!open_.in_table_scope(token.tag)) return true;
      close_cell();
      return false;
    }
    if (is_table_part(token.tag) || is_document_part(token.tag)) return true;
  }
  return in_body(token);
}

}  // namespace synoptic::html
