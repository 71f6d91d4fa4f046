// The adoption agency algorithm (HTML Standard, 13.2.6.4.7): end tags of formatting elements that
// do not nest. "<b><p>x</b>y</p>" becomes "<b></b><p><b>x</b>y</p>".
#include "html/tree_builder.h"

namespace synoptic::html {

bool TreeBuilder::end_formatting(const Token& token) {
  const OpenElement& top = current();
  if (top.tag == token.tag && formatting_.position_of(top.node) == FormattingList::kNowhere) {
    open_.pop();
    return true;
  }
  for (int round = 0; round < 8; ++round) {
    if (formatting_.find_behind_marker(token.tag) == FormattingList::kNowhere) {
      return end_other(token);
    }
    if (!adopt(token.tag)) return true;
  }
  return true;
}

bool TreeBuilder::adopt(Tag subject) {
  const size_t listed = formatting_.find_behind_marker(subject);
  const uint32_t formatting = formatting_[listed].node;
  const size_t position = open_.position_of(formatting);
  if (position == OpenElements::kNowhere) {
    formatting_.remove(listed);
    return false;
  }
  if (!open_.node_in_scope(formatting)) return false;
  size_t furthest = position + 1;  // "furthest block": the topmost special one inside
  while (furthest < open_.size() && (open_[furthest].traits & kSpecial) == 0) ++furthest;
  if (furthest == open_.size() || !may_reopen()) {
    open_.pop_to(position);
    formatting_.remove(listed);
    return false;
  }
  const OpenElement ancestor = open_[position - 1];
  const uint32_t block = open_[furthest].node;
  size_t bookmark = listed;
  uint32_t last = block;
  size_t above = furthest;  // the stack's position of "node", from the block upwards
  for (int steps = 1;; ++steps) {
    --above;
    const uint32_t node = open_[above].node;
    if (node == formatting) break;
    size_t entry = formatting_.position_of(node);
    if (steps > 3 && entry != FormattingList::kNowhere) {
      formatting_.remove(entry);
      if (entry < bookmark) --bookmark;
      entry = FormattingList::kNowhere;
    }
    if (entry == FormattingList::kNowhere) {
      open_.remove(above);
      continue;
    }
    const uint32_t again = insert_like(node, {ancestor.node, kNone});
    formatting_[entry].node = again;
    open_.replace(above, again);
    if (last == block) bookmark = entry + 1;
    tree_.move(last, {again, kNone});
    last = again;
  }
  tree_.move(last, place_in(ancestor));
  const uint32_t again = insert_like(formatting, {block, kNone});
  tree_.move_children(block, again);
  // In the list at the bookmark, in the stack right inside the block.
  const size_t old = formatting_.position_of(formatting);
  formatting_.remove(old);
  if (old < bookmark) --bookmark;
  formatting_.insert(bookmark, {again, subject});
  open_.remove(open_.position_of(formatting));
  open_.insert(open_.position_of(block) + 1, open_element(again));
  return true;
}

}  // namespace synoptic::html
