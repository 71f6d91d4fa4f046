#include "clean/main_text/main_text_beside.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "clean/main_text/main_text_pieces.h"
#include "clean/people/byline_items.h"

namespace synoptic::clean {
namespace {

using html::Tag;

constexpr size_t kMostArticles = 20;
constexpr uint32_t kLeastParagraph = 60;  // weight
constexpr uint32_t kWidestFact = 90;      // weight of a line with a day or a writer
constexpr size_t kFewestParagraphs = 2;

class Neighbours {
 public:
  Neighbours(HtmlPage& page, const std::vector<ElementKind>& reasons, std::vector<uint32_t>& roots)
      : page_(page), nodes_(page.document.nodes()), reasons_(reasons), roots_(roots) {}

  void add() {
    if (roots_.size() != 1) return;
    uint32_t own = article_around(roots_.front());
    if (own == html::kNone) own = box_around(roots_.front());
    if (own == html::kNone) return part_inside(roots_.front());
    const size_t heading = heading_in(own);
    if (heading == page_.pieces.size()) return;
    const int level = page_.pieces[heading].piece.level;
    // Of one parent: others belong to boxes of teasers.
    const uint32_t parent = nodes_[own].parent;
    bool first = true;
    const bool whole = is_whole(own, heading);  // else it is the end of what stands above it
    for (uint32_t i = parent + 1; i < nodes_[parent].subtree_end && roots_.size() < kMostArticles;
         i = nodes_[i].subtree_end) {
      if (!are_alike(i, own) || (i != own && !reasons_[i].empty())) continue;
      const size_t title = heading_in(i);
      if (title == page_.pieces.size() || page_.pieces[title].piece.level != level) continue;
      if (i != own && ((i < own && !whole) || !is_whole(i, title))) continue;
      // A shorter one may stand above the longest.
      page_.pieces[title].piece.begins_article = !std::exchange(first, false);
      if (i != own) roots_.push_back(i);
    }
    std::sort(roots_.begin(), roots_.end());
  }

 private:
  // Articles of about one length: none of them outweighs the others, so the text's element is the
  // one around them.
  void part_inside(uint32_t root) {
    std::optional<int> level;
    uint32_t first = html::kNone;
    for (uint32_t i = root + 1; i < nodes_[root].subtree_end; i = nodes_[i].subtree_end) {
      if (nodes_[i].kind != html::NodeKind::kElement || !reasons_[i].empty()) continue;
      if (nodes_[i].tag != Tag::article && !is_box(i)) continue;
      const size_t title = heading_in(i);
      if (title == page_.pieces.size() || !is_whole(i, title)) continue;
      PagePiece& heading = page_.pieces[title];
      if (!level) {
        level = heading.piece.level;
        first = i;
      } else if (heading.piece.level == *level && are_alike(i, first)) {
        heading.piece.begins_article = true;
      }
    }
  }

  // <div class="post"> with the page's highest headings.
  bool is_box(uint32_t node) const {
    if (nodes_[node].tag != Tag::div && nodes_[node].tag != Tag::section) return false;
    if (class_of(node).empty()) return false;
    const size_t title = heading_in(node);
    if (title == page_.pieces.size()) return false;
    return std::ranges::none_of(page_.pieces, [&](const PagePiece& p) {
      return is_shown(p) && p.piece.level > 0 && p.piece.level < page_.pieces[title].piece.level;
    });
  }

  std::string_view class_of(uint32_t node) const {
    return page_.document.attribute_value(nodes_[node], "class");
  }

  bool are_alike(uint32_t a, uint32_t b) const {
    return nodes_[a].kind == html::NodeKind::kElement && nodes_[a].tag == nodes_[b].tag &&
           (nodes_[a].tag == Tag::article || class_of(a) == class_of(b));
  }

  // The box around the text that stands beside a whole one of its kind.
  uint32_t box_around(uint32_t node) const {
    for (; node != html::kNone && node != 0; node = nodes_[node].parent) {
      if (!is_box(node) || !is_whole(node, heading_in(node))) continue;
      const uint32_t parent = nodes_[node].parent;
      if (parent == html::kNone) return html::kNone;
      for (uint32_t i = parent + 1; i < nodes_[parent].subtree_end; i = nodes_[i].subtree_end) {
        if (i == node || !are_alike(i, node) || !reasons_[i].empty()) continue;
        const size_t title = heading_in(i);
        if (title < page_.pieces.size() && is_whole(i, title)) return node;
      }
    }
    return html::kNone;
  }

  uint32_t article_around(uint32_t node) const {
    while (node != html::kNone && nodes_[node].tag != Tag::article) {
      if (node == 0) return html::kNone;
      node = nodes_[node].parent;
    }
    return node;
  }

  // Pieces come in the order of the page, so those of an element are a row.
  size_t first_in(uint32_t node) const {
    const auto first =
        std::lower_bound(page_.pieces.begin(), page_.pieces.end(), nodes_[node].span.begin,
                         [](const PagePiece& p, uint32_t at) { return p.piece.span.begin < at; });
    return static_cast<size_t>(first - page_.pieces.begin());
  }
  bool holds(uint32_t node, size_t i) const {
    return i < page_.pieces.size() && page_.pieces[i].node >= node &&
           page_.pieces[i].node < nodes_[node].subtree_end;
  }

  size_t heading_in(uint32_t node) const {
    for (size_t i = first_in(node); holds(node, i); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (p.piece.level == 0 || p.piece.level > 2) continue;
      return link_share(p) < 0.5 ? i : page_.pieces.size();
    }
    return page_.pieces.size();
  }

  bool is_whole(uint32_t node, size_t title) const {
    size_t paragraphs = 0;
    bool told = false;
    for (size_t i = title + 1; holds(node, i); ++i) {
      const PagePiece& p = page_.pieces[i];
      const ElementKind kind = reasons_[p.node];
      told |= paragraphs == 0 && (kind == "date" || kind == "byline" || tells_day(p));
      if (p.piece.outside) continue;  // its line of day and writer may be
      paragraphs += kind.empty() && p.weight >= kLeastParagraph && link_share(p) < 0.3 &&
                    has_sentence_mark(p) && p.piece.kind == model::BlockKind::kParagraph;
    }
    return told && paragraphs >= kFewestParagraphs;
  }

  static bool tells_day(const PagePiece& p) {
    return p.weight <= kWidestFact && !byline_dates(p.piece.text, {}).empty();
  }

  HtmlPage& page_;
  const std::vector<html::Node>& nodes_;
  const std::vector<ElementKind>& reasons_;
  std::vector<uint32_t>& roots_;
};

}  // namespace

void add_articles_beside(HtmlPage& page, const std::vector<ElementKind>& reasons,
                         std::vector<uint32_t>& roots) {
  Neighbours(page, reasons, roots).add();
}

}  // namespace synoptic::clean
