#include "clean/main_text/main_text_trim.h"

#include <algorithm>
#include <utility>

#include "clean/main_text/main_text_captions.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/page.h"
#include "clean/people/about_writer.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::Tag;
using model::BlockKind;

class Trimmer {
 public:
  Trimmer(HtmlPage& page, const std::vector<uint32_t>& roots)
      : page_(page), nodes_(page.document.nodes()), roots_(roots) {}

  void run() {
    cut_counters();
    weigh();
    name_captions(page_, roots_, kept_);
    drop_controls();
    drop_sign_ups();
    drop_times();
    drop_counts();
    drop_strays();
    take_back_questions();
  }

 private:
  // "<a>12</a>The paragraph": how many comments it has.
  void cut_counters() {
    constexpr size_t kFewest = 3;  // one may be a word: <b>3</b>D
    std::vector<std::pair<size_t, uint32_t>> counters;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      PagePiece& p = page_.pieces[i];
      if (is_shown(p) && is_number(p) && is_called_counter(p, UINT32_MAX)) {
        put_out(p, "comments");
      }
      const uint32_t digits = is_shown(p) ? counter_of(p) : 0;
      if (digits > 0) counters.emplace_back(i, digits);
    }
    for (const auto& [i, digits] : counters) {
      PagePiece& p = page_.pieces[i];
      const bool linked = !p.piece.links.empty() && p.piece.links.front().range.end == digits;
      if (!linked && counters.size() < kFewest && !is_called_counter(p, behind(p.piece, digits))) {
        continue;
      }
      p.piece = cut(p.piece, {digits, static_cast<uint32_t>(p.piece.text.size())});
      p.weight -= std::min(p.weight, digits);
      if (linked) p.link_weight -= std::min(p.link_weight, digits);
    }
  }

  // Digits that markup parts from what is behind them: a letter, a mark in front of speech; or, of
  // an element that is called so, anything ("<a class=comments>0</a>58 ships").
  uint32_t counter_of(const PagePiece& p) const {
    constexpr uint32_t kMostDigits = 4;
    const std::string_view text = p.piece.text;
    uint32_t end = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
      if (++end > kMostDigits) return 0;
      if (end < text.size() && is_parted(p.piece, end) &&
          is_called_counter(p, behind(p.piece, end)))
        return end;
    }
    if (end == 0 || end >= text.size() || !is_parted(p.piece, end)) return 0;
    return text::is_letter(text::decode(text, end).value) ? end : 0;
  }

  // Where the page has what stands behind the digits.
  static uint32_t behind(const Piece& piece, uint32_t end) {
    return piece.source.to_source({end, end + 1}).begin;
  }

  static bool is_parted(const Piece& piece, uint32_t end) {
    return piece.source.to_source({0, end}).end < behind(piece, end);
  }

  // The first words of the piece stand in an element of comments that ends before `behind`.
  bool is_called_counter(const PagePiece& p, uint32_t behind) const {
    const uint32_t inside = first_text_in(p);
    if (inside == html::kNone) return false;
    for (uint32_t i = nodes_[inside].parent; i != html::kNone && i > p.node; i = nodes_[i].parent) {
      const uint32_t next = nodes_[i].subtree_end;
      if (next < nodes_.size() && nodes_[next].span.begin > behind) return false;
      if (page_.kinds[i] == "comments") return true;
    }
    return false;
  }

  uint32_t first_text_in(const PagePiece& p) const {
    const auto begin = nodes_.begin() + p.node + 1;
    const auto end = nodes_.begin() + nodes_[p.node].subtree_end;
    const auto text =
        std::lower_bound(begin, end, p.piece.span.begin,
                         [](const Node& node, uint32_t at) { return node.span.begin < at; });
    if (text == end || text->kind != html::NodeKind::kText) return html::kNone;
    return static_cast<uint32_t>(text - nodes_.begin());
  }

  bool is_root(uint32_t node) const {
    return std::find(roots_.begin(), roots_.end(), node) != roots_.end();
  }

  void weigh() {
    kept_.assign(nodes_.size(), 0);
    for (const PagePiece& p : page_.pieces) {
      if (is_shown(p)) kept_[p.node] += p.weight;
    }
    for (size_t k = page_.holders.size(); k-- > 1;) {
      const uint32_t i = page_.holders[k];
      kept_[nodes_[i].parent] += kept_[i];
    }
    uint32_t in_paragraphs = 0, all = 0;
    for (const PagePiece& p : page_.pieces) {
      if (!is_shown(p) || p.piece.kind == BlockKind::kHeading || p.weight < 80) continue;
      all += p.weight;
      if (is_paragraph(p.node)) in_paragraphs += p.weight;
    }
    paragraphs_ = in_paragraphs * 10 > all * 8 && in_paragraphs > 400;
  }

  bool is_paragraph(uint32_t node) const {
    const Tag tag = nodes_[node].tag;
    return tag == Tag::p || tag == Tag::li || tag == Tag::blockquote || tag == Tag::dd ||
           tag == Tag::pre;
  }

  // A question, bold words, or a name that says so.
  bool looks_like_subhead(const PagePiece& p) const {
    const char32_t last = text::decode_before(p.piece.text, p.piece.text.size()).value;
    if (last == '?' || last == 0xFF1F) return true;
    if (p.weight < 12) return false;
    const std::string_view names = page_.document.attribute_value(nodes_[p.node], "class");
    return names.find("head") != names.npos;
  }

  // Labels of fields, and forms that hold no part of the text.
  void drop_controls() {
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p)) continue;
      uint32_t up = p.node;
      for (uint32_t steps = 0; steps < 12 && up != html::kNone && !is_root(up); ++steps) {
        const Tag tag = nodes_[up].tag;
        const bool control = tag == Tag::fieldset || tag == Tag::legend || tag == Tag::form;
        if (control && kept_[up] * 4 < kept_[0]) {
          put_out(p, "control");
          break;
        }
        up = nodes_[up].parent;
      }
    }
  }

  // "Get our newsletter" and a field for the reader's address, or a button: the box around says so.
  void drop_sign_ups() {
    constexpr size_t kMostBoxes = 20;
    std::vector<uint32_t> boxes;
    for (const uint32_t i : page_.lists.fields) {
      if (nodes_[i].tag != Tag::input) continue;
      if (boxes.size() == kMostBoxes || !takes_address(i)) continue;
      if (const uint32_t box = sign_up_box(nodes_[i].parent); box != html::kNone) {
        boxes.push_back(box);
      }
    }
    for (const PagePiece& p : page_.pieces) {
      if (!p.piece.outside || p.piece.reason != "control" || boxes.size() == kMostBoxes) continue;
      const uint32_t box = sign_up_box(p.node);
      if (box != html::kNone && names_sign_up(box)) boxes.push_back(box);
    }
    if (boxes.empty()) return;
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p)) continue;
      const auto holds = [&](uint32_t box) { return stands_in(p, box); };
      if (std::any_of(boxes.begin(), boxes.end(), holds)) put_out(p, "control");
    }
  }

  bool stands_in(const PagePiece& p, uint32_t node) const {
    return p.node >= node && p.node < nodes_[node].subtree_end;
  }

  // The box around what is asked with, its few words in it; kNone: the text stands there.
  uint32_t sign_up_box(uint32_t up) const {
    constexpr uint32_t kWidestSignUp = 300;  // weight of its words
    constexpr uint32_t kHighest = 3;
    for (uint32_t steps = 0; steps < kHighest && kept_[up] == 0 && up != 0; ++steps) {
      up = nodes_[up].parent;
    }
    const bool is_box = nodes_[up].tag == Tag::div || nodes_[up].tag == Tag::section ||
                        nodes_[up].tag == Tag::aside;
    const bool small = kept_[up] > 0 && kept_[up] <= kWidestSignUp && kept_[up] * 4 < kept_[0];
    return is_box && !is_root(up) && small ? up : html::kNone;
  }

  bool names_sign_up(uint32_t box) const {
    return std::any_of(page_.pieces.begin(), page_.pieces.end(), [&](const PagePiece& p) {
      return is_shown(p) && stands_in(p, box) &&
             side_words().inside("sign_up", line_for_cues(p.piece.text));
    });
  }

  bool takes_address(uint32_t field) const {
    return page_.document.attribute_value(nodes_[field], "type") == "email";
  }

  // Where paragraphs are elements, a short line in none of them is not of the text.
  void drop_strays() {
    if (!paragraphs_) return;
    bool begun = false;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      PagePiece& p = page_.pieces[i];
      if (!is_shown(p)) continue;
      if (is_paragraph(p.node) && p.weight > 80) begun = true;
      if (!begun || p.piece.kind != BlockKind::kParagraph || is_paragraph(p.node)) continue;
      const Tag tag = nodes_[p.node].tag;
      if (tag != Tag::div && tag != Tag::section && tag != Tag::article && tag != Tag::time &&
          tag != Tag::header && tag != Tag::aside && tag != Tag::span) {
        continue;
      }
      const bool sentence = p.weight >= 80 && ends_sentence(p) && link_share(p) < 0.3;
      if (p.weight < 100 && !sentence && !looks_like_subhead(p) && !stands_in_text(i)) {
        put_out(p, "boilerplate");
      }
    }
  }

  // A subhead in bold letters, or a sentence, right between two paragraphs that stand side by side
  // with it.
  bool stands_in_text(size_t i) const {
    const PagePiece& p = page_.pieces[i];
    if (p.link_weight > 0) return false;
    const uint32_t before = neighbour(i, -1), behind = neighbour(i, 1);
    if (before == html::kNone || behind == html::kNone) return false;
    const uint32_t around = nodes_[behind].parent;
    if (nodes_[before].parent != around) return false;
    constexpr int kDeepest = 3;
    uint32_t up = p.node;
    for (int steps = 0; up != around && steps < kDeepest && up != html::kNone; ++steps) {
      up = nodes_[up].parent;
    }
    if (up != around) return false;
    if (page_.kinds[p.node] == "+lead") return true;  // also the name of subheads
    constexpr uint32_t kNarrowest = 8, kLeastSentence = 30;
    const bool bold = element_around(page_, p, 0, [&](uint32_t inside) {
                        return nodes_[inside].tag == Tag::strong || nodes_[inside].tag == Tag::b;
                      }) != html::kNone;
    if (bold) return p.weight >= kNarrowest;
    const bool named =
        p.node != around && !page_.document.attribute_value(nodes_[p.node], "class").empty();
    return !named && p.weight >= kLeastSentence && ends_sentence(p);
  }

  // The element of the paragraph that is shown next in that direction; none where something else
  // is.
  uint32_t neighbour(size_t i, int step) const {
    constexpr uint32_t kLeast = 40;
    constexpr size_t kMostHidden = 4;
    for (size_t hidden = 0; hidden < kMostHidden; ++hidden) {
      if (step < 0 && i == 0) return html::kNone;
      i = step < 0 ? i - 1 : i + 1;
      if (i >= page_.pieces.size()) return html::kNone;
      const PagePiece& p = page_.pieces[i];
      if (!is_shown(p)) continue;
      return nodes_[p.node].tag == Tag::p && p.weight >= kLeast ? p.node : html::kNone;
    }
    return html::kNone;
  }

  // "19 January, 10:47 • Updated 19 January, 12:05": two elements with times and next to nothing
  // else.
  void drop_times() {
    constexpr uint32_t kWidestLine = 140, kWidestRest = 40;
    constexpr int kFewest = 2, kMostNodes = 40;
    for (PagePiece& p : page_.pieces) {
      if (!is_shown(p) || p.weight > kWidestLine || !text::has_digit(p.piece.text)) continue;
      const auto begin = nodes_.begin() + p.node;
      const auto end = nodes_.begin() + nodes_[p.node].subtree_end;
      auto node =
          std::lower_bound(begin, end, p.piece.span.begin,
                           [](const Node& other, uint32_t at) { return other.span.begin < at; });
      if (node != begin && node != end) --node;  // the element around the first words
      int times = 0;
      size_t inside = 0;  // bytes
      uint32_t time_end = 0;
      for (int seen = 0; node != end && seen < kMostNodes; ++node, ++seen) {
        if (node->span.begin >= p.piece.span.end) break;
        const auto at = static_cast<uint32_t>(node - nodes_.begin());
        if (node->tag == Tag::time) {
          ++times;
          time_end = node->subtree_end;
        } else if (node->kind == html::NodeKind::kText && at < time_end) {
          inside += node->text().size();
        }
      }
      if (times >= kFewest && inside + kWidestRest >= p.piece.text.size()) put_out(p, "date");
    }
  }

  // "312", "7": how many liked it and had something to say, above the text. One number alone may be
  // that of its part.
  void drop_counts() {
    constexpr uint32_t kLeastText = 80;
    size_t last = page_.pieces.size();  // number
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (is_shown(p) && p.weight > kLeastText && p.piece.kind == BlockKind::kParagraph) return;
      if (is_code(p)) continue;
      if (!is_number(p)) {
        last = page_.pieces.size();
        continue;
      }
      if (last < i) {
        put_out(page_.pieces[last], "boilerplate");
        put_out(page_.pieces[i], "boilerplate");
      }
      last = i;
    }
  }

  static bool is_number(const PagePiece& p) {
    constexpr size_t kMostDigits = 6;
    const std::string_view text = p.piece.text;
    return text.size() <= kMostDigits && p.piece.kind == BlockKind::kParagraph &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  // Answers fold out under their questions, which are buttons then.
  void take_back_questions() {
    constexpr uint32_t kLeast = 15;
    size_t next = page_.pieces.size();
    for (size_t i = page_.pieces.size(); i-- > 0;) {
      PagePiece& p = page_.pieces[i];
      if (p.piece.reason == "script" || p.piece.reason == "style" || p.weight == 0) continue;
      const bool asks = p.piece.outside && p.piece.reason == "control" && p.weight > kLeast &&
                        (p.piece.text.ends_with('?') || p.piece.text.ends_with("？"));
      if (asks && next < page_.pieces.size() && is_shown(page_.pieces[next]) &&
          page_.pieces[next].piece.kind != BlockKind::kHeading && is_in_root(p.node)) {
        p.piece.outside = false;
        p.piece.reason = {};
      }
      next = i;
    }
  }

  bool is_in_root(uint32_t node) const {
    return std::any_of(roots_.begin(), roots_.end(), [&](uint32_t root) {
      return node >= root && node < nodes_[root].subtree_end;
    });
  }

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
  const std::vector<uint32_t>& roots_;
  std::vector<uint32_t> kept_;  // per node: weight of what its subtree shows
  bool paragraphs_ = false;     // nearly all text stands in <p> and the like
};

}  // namespace

void trim_main_text(HtmlPage& page, const std::vector<uint32_t>& roots) {
  Trimmer(page, roots).run();
}

}  // namespace synoptic::clean
