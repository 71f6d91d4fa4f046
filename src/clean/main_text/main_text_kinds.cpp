#include "clean/main_text/main_text_kinds.h"

#include <algorithm>
#include <array>

#include "clean/main_text/main_text_pieces.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::Tag;
using model::BlockKind;

constexpr uint32_t kMostLinesOfOne = 3;  // in a heading or a caption
constexpr uint32_t kWidestOfOne = 500;   // weight likewise
constexpr uint32_t kMostSentences = 2;   // lines of a heading that end as sentences do

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
  for (size_t at = 0; at < names.size(); ++at) {
    if (names[at] != ':' && names[at] != '-') continue;
    const std::string_view rest = names.substr(at);
    for (const std::string_view word : kShows) {
      if (rest.size() >= word.size() && rest[1] == word[1] && rest.starts_with(word)) return true;
    }
  }
  return false;
}

bool makes_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

class Settler {
 public:
  explicit Settler(HtmlPage& page) : page_(page), nodes_(page.document.nodes()) {}

  void run() {
    for (size_t i = 0; i < page_.kinds.size(); ++i) {
      ElementKind& kind = page_.kinds[i];
      if (!kind.empty()) settle_hidden(nodes_[i], kind);
      if (!kind.empty()) settle_slug(nodes_[i], kind);
    }
    settle_paragraphs();
    settle_headings();
    settle_links();
  }

 private:
  void settle_hidden(const Node& node, ElementKind& kind) const {
    const std::string_view names = page_.document.attribute_value(node, "class");
    if (kind == "hidden") {
      const bool named = names.find("hid") != names.npos || names.find("d-none") != names.npos;
      const bool seen =
          named ? shown_when_wide(names) : node.tag == Tag::p && is_hidden_from_readers_only(node);
      if (seen || folds_out(node)) kind = {};
    } else if (is_content(kind)) {
      if (has_name(names, "hidden") && !shown_when_wide(names)) kind = "hidden";
    }
  }

  // An answer that opens when its question is pressed: names of the element, or of the one right
  // inside it, say so.
  bool folds_out(const Node& node) const {
    const auto inside = static_cast<uint32_t>(&node - nodes_.data()) + 1;
    return names_fold(node) || (inside < node.subtree_end && names_fold(nodes_[inside]));
  }

  bool names_fold(const Node& node) const {
    if (node.kind != html::NodeKind::kElement) return false;
    const auto tells = [&](std::string_view attribute) {
      const std::string_view names = page_.document.attribute_value(node, attribute);
      constexpr std::array<std::string_view, 3> kFolds{"accordion", "Accordion", "faq"};
      return std::any_of(kFolds.begin(), kFolds.end(),
                         [&](std::string_view word) { return names.find(word) != names.npos; });
    };
    return tells("class") || tells("id");
  }

  // aria-hidden says nothing of what is seen; on a paragraph it stands for a wall in front of it.
  bool is_hidden_from_readers_only(const Node& node) const {
    return page_.document.attribute_value(node, "aria-hidden") == "true" &&
           page_.document.attribute_value(node, "style").find("none") == std::string_view::npos;
  }

  // An anchor made of a headline's words ("what-is-social-media") names no kind of element.
  void settle_slug(const Node& node, ElementKind& kind) const {
    constexpr size_t kFewestWords = 4;
    if (is_content(kind) || kind == "hidden") return;
    const Tag tag = node.tag;
    const bool heading = makes_heading(tag);
    if (!heading && tag != Tag::div && tag != Tag::section && tag != Tag::p && tag != Tag::li &&
        tag != Tag::a && tag != Tag::span) {
      return;
    }
    const std::string_view id = page_.document.attribute_value(node, "id");
    if (id.empty()) return;
    const auto seams = std::count_if(id.begin(), id.end(),
                                     [](char c) { return c == '-' || c == '_' || c == ' '; });
    if ((!heading && static_cast<size_t>(seams) + 1 < kFewestWords) || states_more(node)) return;
    kind = kind_of_names(page_.document.attribute_value(node, "class"));
  }

  // A word in the class of a paragraph tells nothing in an element that is named the text's, or
  // where others run on beside it that have none of the kind ("has-ad", "search-target"): such
  // names are those of boxes and short lines.
  void settle_paragraphs() {
    constexpr uint32_t kFewestOthers = 2;
    std::vector<Around> all;
    size_t running = 0, walls = 0;
    for (const PagePiece& p : page_.pieces) {
      if (!is_running_paragraph(page_, p)) continue;
      ++running;
      if (!is_misnamed_paragraph(page_, p)) continue;
      all.push_back({nodes_[p.node].parent});
      walls += page_.kinds[p.node] == "paywall";
    }
    // Where the wall names most of a text, it names all that stands in it: reasons_against() knows.
    if (all.empty() || walls * 2 > running) return;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const auto around = [&](const PagePiece& p) {
      const auto found = std::lower_bound(all.begin(), all.end(), Around{nodes_[p.node].parent});
      return found != all.end() && found->node == nodes_[p.node].parent ? &*found : nullptr;
    };
    for (const PagePiece& p : page_.pieces) {
      Around* const parent = is_running_paragraph(page_, p) ? around(p) : nullptr;
      if (parent == nullptr) continue;
      const ElementKind kind = page_.kinds[p.node];
      parent->unnamed += kind.empty();
      if (!is_misnamed_paragraph(page_, p)) continue;
      ++parent->named;
      parent->kinds |= kind.bit();
    }
    std::erase_if(all, [&](const Around& parent) {
      return !is_in_body(parent.node) && parent.unnamed < kFewestOthers;
    });
    for (const Around& parent : all) forget_names(parent);
    for (const PagePiece& p : page_.pieces) {
      if (is_misnamed_paragraph(page_, p) && around(p) != nullptr) page_.kinds[p.node] = {};
    }
  }

  // Nothing between tells that it is something else.
  bool is_in_body(uint32_t node) const {
    constexpr int kHighest = 3;
    for (int steps = 0; steps < kHighest && node != html::kNone; ++steps) {
      if (page_.kinds[node] == "+body") return true;
      if (!page_.kinds[node].empty()) return false;
      node = nodes_[node].parent;
    }
    return false;
  }

  struct Around {  // of paragraphs with and without such names
    uint32_t node;
    uint32_t unnamed = 0, named = 0;
    uint32_t kinds = 0;  // bits of those that the names tell
    bool operator<(const Around& other) const { return node < other.node; }
    bool operator==(const Around& other) const { return node == other.node; }
  };

  // Beside the paragraphs: of subheads between them, and of all that stands there where most of the
  // text has them ("editor-text", "editor-picture").
  void forget_names(const Around& parent) {
    for (uint32_t i = parent.node + 1; i < nodes_[parent.node].subtree_end;
         i = nodes_[i].subtree_end) {
      const ElementKind kind = page_.kinds[i];
      if (kind.empty() || (parent.kinds & kind.bit()) == 0) continue;
      if (parent.named > parent.unnamed || makes_heading(nodes_[i].tag)) page_.kinds[i] = {};
    }
  }

  // Other attributes than its names may be what made it of its kind.
  bool states_more(const Node& node) const {
    constexpr std::array<std::string_view, 5> kTelling{"role", "itemprop", "hidden", "style",
                                                       "aria-hidden"};
    return std::any_of(kTelling.begin(), kTelling.end(), [&](std::string_view name) {
      return !page_.document.attribute_value(node, name).empty();
    });
  }

  // A link around a whole text was never closed, or leads to the text itself.
  void settle_links() {
    constexpr size_t kFewest = 4;
    constexpr uint32_t kLeast = 600;
    for (size_t i = 0; i < page_.pieces.size();) {
      size_t end = i, marks = 0;
      uint32_t weight = 0;
      for (; end < page_.pieces.size(); ++end) {
        const PagePiece& p = page_.pieces[end];
        if (p.piece.links.size() != 1 || p.link_weight * 10 < p.weight * 9) break;
        if (p.piece.links.front().url != page_.pieces[i].piece.links.front().url) break;
        weight += p.weight;
        marks += p.weight > 60 && has_sentence_mark(p);
      }
      if (marks >= kFewest && weight >= kLeast) {
        for (size_t k = i; k < end; ++k) page_.pieces[k].link_weight = 0;
      }
      i = std::max(end, i + 1);
    }
  }

  // A heading or a caption that was never closed holds the text of the page.
  void settle_headings() {
    struct Holder {
      uint32_t lines = 0, weight = 0, sentences = 0;  // of headings only
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
      holders[index[up]].sentences += heading && ends_sentence(p);
    }
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      if (holder_of[i] == html::kNone) continue;
      const Holder& holder = holders[holder_of[i]];
      const bool is_long = holder.lines > kMostLinesOfOne && holder.weight >= kWidestOfOne;
      if (!is_long && holder.sentences <= kMostSentences) continue;
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

bool is_running_paragraph(const HtmlPage& page, const PagePiece& p) {
  constexpr uint32_t kLeast = 100;
  return !p.piece.outside && p.weight >= kLeast && page.document.nodes()[p.node].tag == Tag::p &&
         link_share(p) < 0.2 && ends_sentence(p);
}

bool is_misnamed_paragraph(const HtmlPage& page, const PagePiece& p) {
  const ElementKind kind = page.kinds[p.node];
  return !kind.empty() && !is_content(kind) && kind != "hidden" && is_running_paragraph(page, p);
}

void settle_kinds(HtmlPage& page) { Settler(page).run(); }

}  // namespace synoptic::clean
