#include "clean/main_text/main_text_captions.h"

#include <algorithm>
#include <limits>

#include "clean/main_text/main_text_pieces.h"
#include "text/sentences.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using html::Tag;
using model::BlockKind;

constexpr uint32_t kWidestCaption = 420;  // weight of all text in a picture's box
constexpr uint32_t kWidestNamed = 300;    // of a line in it whose elements' names speak of pictures
constexpr uint32_t kWidestUnnamed = 250;  // of another line
constexpr uint32_t kMostLines = 4;        // in the box
constexpr uint32_t kWidestTime = 30;      // of a line that is one element with a time
constexpr uint32_t kHighestBox = 5;       // steps from the picture up

class CaptionFinder {
 public:
  CaptionFinder(HtmlPage& page, const std::vector<uint32_t>& roots,
                const std::vector<uint32_t>& kept)
      : page_(page), nodes_(page.document.nodes()), roots_(roots), kept_(kept) {}

  void run() {
    weigh();
    const std::vector<bool> box = find_boxes();
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p) || p.piece.kind == BlockKind::kCaption) continue;
      const ElementKind inside = kind_inside(p);
      if (inside == "+caption" && p.weight < kWidestCaption) {
        make_caption(p);
        continue;
      }
      // "18:05 GMT" over a post, "2 hours ago" under the headline.
      if (inside == "date" && p.weight <= kWidestTime && text::has_digit(p.piece.text)) {
        put_out(p, "date");
        continue;
      }
      if (box_around(p, box)) make_caption(p);
    }
  }

 private:
  void weigh() {
    weight_.assign(nodes_.size(), 0);
    lines_.assign(nodes_.size(), 0);
    for (const PagePiece& p : page_.pieces) {
      if (p.piece.outside && (p.piece.reason == "script" || p.piece.reason == "style")) continue;
      add(weight_[p.node], p.weight);
      add(lines_[p.node], 1);
    }
    for (size_t k = page_.holders.size(); k-- > 1;) {
      const uint32_t i = page_.holders[k], parent = nodes_[i].parent;
      add(weight_[parent], weight_[i]);
      add(lines_[parent], lines_[i]);
    }
  }

  // As far as the sum can hold: what is more than a caption's is not told apart.
  template <typename Sum>
  static void add(Sum& sum, uint32_t more) {
    constexpr uint32_t kMost = std::numeric_limits<Sum>::max();
    static_assert(kMost > kMostLines);
    sum = static_cast<Sum>(std::min(kMost, sum + std::min(kMost, more)));
  }

  // Around each picture the largest box with few words.
  std::vector<bool> find_boxes() const {
    std::vector<bool> box(nodes_.size(), false);
    for (const uint32_t i : page_.lists.pictures) {
      uint32_t best = html::kNone, up = nodes_[i].parent;
      for (uint32_t steps = 0; steps < kHighestBox && up != html::kNone; ++steps) {
        const Tag around = nodes_[up].tag;
        if (is_root(up) || around == Tag::p || around == Tag::li || around == Tag::body) break;
        if (around == Tag::td || around == Tag::tr || around == Tag::article) break;
        if (weight_[up] > kWidestCaption || lines_[up] > kMostLines) break;
        if (kept_[up] * 4 > kept_[0]) break;
        if (lines_[up] > 0) best = up;
        up = nodes_[up].parent;
      }
      if (best != html::kNone) box[best] = true;
    }
    return box;
  }

  // An inline element around the whole piece says what it is: <div><span class="caption">.
  ElementKind kind_inside(const PagePiece& p) const {
    const uint32_t inside =
        element_around(page_, p, 0, [&](uint32_t i) { return !page_.kinds[i].empty(); });
    return inside == html::kNone ? ElementKind() : page_.kinds[inside];
  }

  static void make_caption(PagePiece& p) {
    p.piece.kind = BlockKind::kCaption;
    p.piece.level = 0;
    p.piece.marked_heading = false;
  }

  // In a picture's box stands its caption. Paragraphs and headings are taken for one only where
  // a name says so: some pages put every paragraph in a box with a picture.
  bool box_around(const PagePiece& p, const std::vector<bool>& box) const {
    if (p.piece.kind == BlockKind::kListItem || p.piece.kind == BlockKind::kTable) return false;
    const bool heading = p.piece.kind == BlockKind::kHeading;
    const bool needs_name = heading || nodes_[p.node].tag == Tag::p;
    if (p.weight > (needs_name ? kWidestNamed : kWidestUnnamed)) return false;
    uint32_t up = p.node;
    for (uint32_t steps = 0; steps < kHighestBox && up != html::kNone; ++steps) {
      const Tag tag = nodes_[up].tag;
      if (tag == Tag::td || tag == Tag::li || tag == Tag::tr) return false;
      if (box[up]) {
        if (!needs_name && tells_on(p) && !is_named_up_to(p.node, up)) return false;
        return !needs_name || (p.weight < 130 && lines_[up] <= 2) || is_named_up_to(p.node, up);
      }
      up = nodes_[up].parent;
    }
    return false;
  }

  // Two sentences or more that fill some lines: the text's first paragraph, where a picture stands
  // in its element.
  static bool tells_on(const PagePiece& p) {
    constexpr uint32_t kLeast = 100;
    return p.weight >= kLeast && ends_sentence(p) && text::sentences(p.piece.text).size() > 1;
  }

  // One of the elements from `node` out to `box` is named for a picture.
  bool is_named_up_to(uint32_t node, uint32_t box) const {
    for (uint32_t up = node;; up = nodes_[up].parent) {
      if (names_picture(page_.document.attribute_value(nodes_[up], "class"))) return true;
      if (up == box) return false;
    }
  }

  static bool names_picture(std::string_view names) {
    for (const std::string_view word :
         {"image", "Image", "img", "photo", "Photo", "pic", "Pic", "media", "Media", "video",
          "Video", "figure", "caption", "bild", "foto", "gallery", "slide", "embed", "player"}) {
      if (names.find(word) != std::string_view::npos) return true;
    }
    return false;
  }

  bool is_root(uint32_t node) const {
    return std::find(roots_.begin(), roots_.end(), node) != roots_.end();
  }

  HtmlPage& page_;
  const std::vector<html::Node>& nodes_;
  const std::vector<uint32_t>& roots_;
  const std::vector<uint32_t>& kept_;
  // Per node's subtree; small, since a page has many.
  std::vector<uint16_t> weight_;
  std::vector<uint8_t> lines_;
};

}  // namespace

void name_captions(HtmlPage& page, const std::vector<uint32_t>& roots,
                   const std::vector<uint32_t>& kept) {
  CaptionFinder(page, roots, kept).run();
}

}  // namespace synoptic::clean
