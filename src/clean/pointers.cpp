#include "clean/pointers.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

constexpr uint32_t kWidestLabel = 40, kNarrowestLink = 20;
constexpr size_t kMostLabelWords = 5, kFewestLinkWords = 3;

// Letters and digits from `begin` on all belong to links.
bool is_linked_from(const Piece& piece, uint32_t begin) {
  const std::string_view text = piece.text;
  for (uint32_t at = begin; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const bool inside = std::ranges::any_of(piece.links, [&](const Link& link) {
      return link.range.begin <= at && at < link.range.end;
    });
    if (!inside && (text::is_letter(c.value) || text::is_digit(c.value))) return false;
    at += c.length;
  }
  return !piece.links.empty();
}

bool is_linked_item(const Line& line) {
  return line.piece.kind == model::BlockKind::kListItem && !line.piece.text.empty() &&
         is_linked_from(line.piece, 0);
}

// No "here", no name of a paper.
bool may_be_headline(std::string_view words) {
  if (width_of(words) < kNarrowestLink) return false;
  const auto each = text::words(words);
  return each.size() >= kFewestLinkWords || (!each.empty() && each.front().spaceless);
}

}  // namespace

bool is_labelled_link(const Line& line) {
  const std::string_view text = line.piece.text;
  if (line.piece.links.size() != 1 || line.piece.marked_heading) return false;
  size_t end = std::string_view::npos, size = 0;
  for (const std::string_view colon : {":", "："}) {
    if (const size_t at = text.find(colon); at < end) end = at, size = colon.size();
  }
  if (end == 0 || end == std::string_view::npos) return false;
  const std::string_view label = text.substr(0, end);
  if (width_of(label) > kWidestLabel || text::has_digit(label) ||
      text::words(label).size() > kMostLabelWords) {
    return false;
  }
  const auto begin = static_cast<uint32_t>(end + size);
  return may_be_headline(text::trim_space(text.substr(begin))) && is_linked_from(line.piece, begin);
}

void mark_heads_of_links(const std::vector<Line>& lines, std::vector<Mark>& marks) {
  constexpr size_t kMostHeads = 3;  // of more lists of links the text itself consists
  std::vector<size_t> heads;
  bool begun = false;  // a paragraph stands above
  for (size_t i = 0; i < lines.size(); ++i) {
    const Line& head = lines[i];
    if (head.piece.outside || marks[i].role != LineRole::kText) continue;
    const bool heading = head.piece.marked_heading ||
                         (is_title_like(head) && head.piece.kind == model::BlockKind::kParagraph);
    if (!heading || head.width > kWidestLabel) {
      begun |= is_strong_prose(head);
      continue;
    }
    if (!begun) continue;
    size_t behind = i + 1;
    while (behind < lines.size() && is_linked_item(lines[behind])) ++behind;
    if (behind > i + 1) heads.push_back(i);
  }
  if (heads.size() > kMostHeads) return;
  for (const size_t i : heads) {
    marks[i].role = LineRole::kChaff;
    marks[i].reason = "related";
  }
}

}  // namespace synoptic::clean
