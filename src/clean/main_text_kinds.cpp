#include "clean/main_text_kinds.h"

#include <algorithm>
#include <array>

namespace synoptic::clean {
namespace {

using html::Node;
using html::Tag;
using model::BlockKind;

constexpr uint32_t kMostLinesOfOne = 3;  // in a heading or a caption
constexpr uint32_t kWidestOfOne = 500;   // weight likewise

// One of the names is exactly this.
bool has_name(std::string_view names, std::string_view wanted) {
  for (size_t at = names.find(wanted); at != std::string_view::npos;
       at = names.find(wanted, at + 1)) {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    const size_t end = at + wanted.size();
    if ((at == 0 || blank(names[at - 1])) && (end == names.size() || blank(names[end]))) {
      return true;
    }
  }
  return false;
}

// "hidden md:block", "hide-for-small": shown on the wide screens that a page is written for.
bool shown_when_wide(std::string_view names) {
  constexpr std::array<std::string_view, 12> kShows{
      ":block",    ":flex",     ":grid",     ":inline",  ":table",   ":contents",
      "-md-block", "-lg-block", "-sm-block", "-md-flex", "-lg-flex", "-for-small"};
  return std::any_of(kShows.begin(), kShows.end(), [&](std::string_view word) {
    return names.find(word) != std::string_view::npos;
  });
}

bool makes_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

class Settler {
 public:
  explicit Settler(HtmlPage& page) : page_(page), nodes_(page.document.nodes()) {}

  void run() {
    settle_hidden();
    settle_headings();
  }

 private:
  void settle_hidden() {
    for (size_t i = 0; i < nodes_.size(); ++i) {
      ElementKind& kind = page_.kinds[i];
      if (kind.empty()) continue;
      if (kind == "hidden") {
        const std::string_view names = page_.document.attribute_value(nodes_[i], "class");
        if (names.find("hid") != std::string_view::npos || names.find("d-none") != names.npos) {
          if (shown_when_wide(names)) kind = {};
        }
      } else if (is_content(kind)) {
        const std::string_view names = page_.document.attribute_value(nodes_[i], "class");
        if (has_name(names, "hidden") && !shown_when_wide(names)) kind = "hidden";
      }
    }
  }

  // A heading or a caption that was never closed holds the text of the page.
  void settle_headings() {
    struct Holder {
      uint32_t lines = 0, weight = 0;
    };
    std::vector<uint32_t> holder_of(page_.pieces.size(), html::kNone);
    std::vector<Holder> holders;
    std::vector<uint32_t> index(nodes_.size(), html::kNone);
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      const bool heading = p.piece.kind == BlockKind::kHeading;
      if ((!heading && p.piece.kind != BlockKind::kCaption) || p.piece.outside) continue;
      uint32_t up = p.node;
      for (int steps = 0; steps < 24 && up != html::kNone; ++steps, up = nodes_[up].parent) {
        const Tag tag = nodes_[up].tag;
        if (heading
                ? makes_heading(tag)
                : tag == Tag::figcaption || tag == Tag::figure || page_.kinds[up] == "+caption") {
          break;
        }
      }
      if (up == html::kNone) continue;
      if (index[up] == html::kNone) {
        index[up] = static_cast<uint32_t>(holders.size());
        holders.emplace_back();
      }
      holder_of[i] = index[up];
      ++holders[index[up]].lines;
      holders[index[up]].weight += p.weight;
    }
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      if (holder_of[i] == html::kNone) continue;
      const Holder& holder = holders[holder_of[i]];
      if (holder.lines <= kMostLinesOfOne || holder.weight < kWidestOfOne) continue;
      Piece& piece = page_.pieces[i].piece;
      piece.kind = BlockKind::kParagraph;
      piece.level = 0;
      piece.marked_heading = false;
    }
  }

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
};

}  // namespace

void settle_kinds(HtmlPage& page) { Settler(page).run(); }

}  // namespace synoptic::clean
