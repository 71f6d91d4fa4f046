// Which pieces of a page are the article's text. Names of elements (html_cues) say what is
// certainly something else; of the rest, the element that holds the running text is the article.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/position.h"
#include "clean/html/html_page.h"
#include "clean/main_text/main_text_beside.h"
#include "clean/main_text/main_text_cards.h"
#include "clean/main_text/main_text_json.h"
#include "clean/main_text/main_text_kinds.h"
#include "clean/main_text/main_text_links.h"
#include "clean/main_text/main_text_notes.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/main_text/main_text_pleas.h"
#include "clean/main_text/main_text_reasons.h"
#include "clean/main_text/main_text_records.h"
#include "clean/main_text/main_text_roots.h"
#include "clean/main_text/main_text_talk.h"
#include "clean/main_text/main_text_topic.h"
#include "clean/main_text/main_text_trim.h"
#include "clean/main_text/main_text_under_pictures.h"
#include "clean/page.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

using html::Node;

// How much a piece speaks for the element around it being the article.
double prose(const PagePiece& p) {
  if (p.piece.outside || p.piece.kind == model::BlockKind::kHeading ||
      p.piece.kind == model::BlockKind::kCaption) {
    return 0;
  }
  if (p.weight < 30 || link_share(p) > (p.weight > 200 ? 0.5 : 0.35)) return 0;
  double value = std::min<double>(p.weight, 2000);
  if (!has_sentence_mark(p)) value *= p.weight > 80 ? 0.4 : 0.1;
  if (p.piece.kind == model::BlockKind::kListItem) value *= 0.5;
  if (p.piece.kind == model::BlockKind::kTable) value *= 0.2;
  return value;
}

class Decision {
 public:
  Decision(HtmlPage& page, const PageWords& words, const knowledge::Knowledge& knowledge)
      : page_(page),
        nodes_(page.document.nodes()),
        words_(words),
        knowledge_(knowledge),
        headlines_(words.titles),
        description_(key_of(words.description)) {
    value_.resize(page.pieces.size());
    for (size_t i = 0; i < value_.size(); ++i) value_[i] = prose(page.pieces[i]);
    talk_ = talk_by_actions(page, knowledge);
    for (size_t i = 0; talk_ && i < value_.size(); ++i) {
      if (talk_->holds(page.pieces[i].node)) value_[i] = 0;
    }
    weigh_cards(page, value_);
    weigh_by_evidence(words.body);
    weigh_by_topic(page, words.titles, knowledge, value_);
    find_title_holders();
  }

  void run() {
    weigh_elements();
    roots_ = choose_roots(page_, reasons_, good_);
    add_articles_beside(page_, reasons_, roots_);
    mark();
    release(good_);
    release(reasons_);
    drop_next_articles();
    take_back_head();
    trim();
    if (deck_ < page_.pieces.size()) take_back(page_.pieces[deck_]);
    drop_links_and_copies(page_, headlines_, knowledge_);
    drop_cards(page_);
    drop_last_pleas(page_, knowledge_);
  }

 private:
  void weigh_elements() {
    const auto is_good = [&](size_t i) { return reasons_[page_.pieces[i].node].empty(); };
    const double all = set_reasons(false);
    good_ = sums(is_good);
    if (good_[0] < 0.25 * all) {
      release(good_);
      set_reasons(true);
      good_ = sums(is_good);
      if (good_[0] < 0.25 * all && forget_names_of_paragraphs()) {
        release(good_);
        set_reasons(true);
        good_ = sums(is_good);
      }
    }
    if (good_[0] == 0) {
      weigh_captions();
      good_ = sums(is_good);
    }
    release(value_);
    release(holds_title_);
  }

  // Each paragraph of the text has a name that speaks against it: better that text than none.
  bool forget_names_of_paragraphs() {
    bool any = false;
    for (const PagePiece& p : page_.pieces) {
      if (!is_misnamed_paragraph(page_, p)) continue;
      page_.kinds[p.node] = {};
      any = true;
    }
    return any;
  }

  // A page of pictures: what is said under them is its text.
  void weigh_captions() {
    constexpr uint32_t kLeast = 30;
    for (size_t i = 0; i < value_.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (p.piece.outside || p.piece.kind != model::BlockKind::kCaption) continue;
      if (p.weight >= kLeast && link_share(p) < 0.35 && has_sentence_mark(p)) value_[i] = p.weight;
    }
  }

  // What is not asked for any more, before the finer rules want room of their own.
  template <typename T>
  static void release(std::vector<T>& values) {
    std::vector<T>().swap(values);
  }

  // Where the finer rules would leave next to nothing they have misread the page.
  void trim() {
    struct State {
      bool outside, marked_heading;
      model::BlockKind kind;
      int level;
      std::string_view reason;
    };
    std::vector<State> before;
    before.reserve(page_.pieces.size());
    for (const PagePiece& p : page_.pieces) {
      before.push_back(
          {p.piece.outside, p.piece.marked_heading, p.piece.kind, p.piece.level, p.piece.reason});
    }
    const uint32_t had = shown_weight();
    trim_main_text(page_, roots_);
    name_lines_under_pictures(page_, knowledge_);
    drop_notes(page_, roots_, words_, body_, knowledge_);
    constexpr uint32_t kLeastText = 150;
    const uint32_t has = shown_weight();
    if (has >= kLeastText || has * 3 > had) return;
    for (size_t i = 0; i < before.size(); ++i) {
      Piece& piece = page_.pieces[i].piece;
      piece.outside = before[i].outside;
      piece.marked_heading = before[i].marked_heading;
      piece.kind = before[i].kind;
      piece.level = before[i].level;
      piece.reason = before[i].reason;
    }
  }

  uint32_t shown_weight() const {
    uint32_t weight = 0;
    for (const PagePiece& p : page_.pieces) {
      if (is_shown(p) && p.piece.kind != model::BlockKind::kCaption) weight += p.weight;
    }
    return weight;
  }

  template <typename Counts>
  std::vector<double> sums(Counts counts) const {
    std::vector<double> sum(nodes_.size());
    for (size_t i = 0; i < value_.size(); ++i) {
      if (counts(i)) sum[page_.pieces[i].node] += value_[i];
    }
    const auto& holders = page_.holders;  // elsewhere there is nothing to sum up
    for (size_t k = holders.size(); k-- > 1;) sum[nodes_[holders[k]].parent] += sum[holders[k]];
    return sum;
  }

  // Text that the page's own metadata call the article's counts four times.
  void weigh_by_evidence(std::string_view evidence) {
    constexpr size_t kMaxEvidence = 200000, kMaxPieces = 1000, kMinKey = 24, kMaxKey = 120,
                     kLooked = 240;
    if (evidence.empty()) return;
    body_ = key_of(evidence.substr(0, kMaxEvidence));
    for (size_t i = 0; i < std::min(value_.size(), kMaxPieces); ++i) {
      if (value_[i] == 0) continue;
      std::string key = key_of(std::string_view(page_.pieces[i].piece.text).substr(0, kLooked));
      if (key.size() < kMinKey) continue;
      key.resize(std::min(key.size(), kMaxKey));
      if (holds_words(body_, key)) value_[i] *= 4;
    }
  }

  // The elements around the article's headline: names that speak against them are hardly believed.
  void find_title_holders() {
    holds_title_.assign(nodes_.size(), false);
    for (const PagePiece& p : page_.pieces) {
      if (p.piece.level == 0 || p.piece.level > 3 || link_share(p) > 0.5 || !is_title(p.piece)) {
        continue;
      }
      for (uint32_t i = p.node; i != html::kNone && !holds_title_[i]; i = nodes_[i].parent) {
        holds_title_[i] = true;
      }
    }
  }

  // Returns how much prose the page has.
  double set_reasons(bool certain_only) {
    const std::vector<double> all = sums([](size_t) { return true; });
    release(reasons_);
    reasons_ = reasons_against(page_, all, holds_title_, certain_only);
    return all[0];
  }

  bool inside_roots(uint32_t node) const {
    return std::any_of(roots_.begin(), roots_.end(), [&](uint32_t root) {
      return node >= root && node < nodes_[root].subtree_end;
    });
  }

  void mark() {
    for (PagePiece& p : page_.pieces) {
      if (p.piece.outside) continue;
      if (talk_ && talk_->holds(p.node)) {
        put_out(p, "comments");
        continue;
      }
      const ElementKind reason = reasons_[p.node];
      if (is_misnamed(p, reason) && inside_roots(p.node)) continue;
      if (!reason.empty())
        put_out(p, reason == "credit" ? "caption_credit" : reason.name());
      else if (!inside_roots(p.node))
        put_out(p, link_share(p) > 0.5 ? "links" : "boilerplate");
    }
  }

  // Sentences in what is called a bar of tools, subheads in what is called tags or dates, captions
  // in a row of pictures.
  static bool is_misnamed(const PagePiece& p, ElementKind reason) {
    constexpr uint32_t kLeastSentence = 80, kNarrowest = 20;
    if (link_share(p) > 0.3) return false;
    if (p.piece.kind == model::BlockKind::kCaption) {
      return p.weight >= kNarrowest && (reason == "teaser" || reason == "tags");
    }
    if (p.piece.kind == model::BlockKind::kHeading) {
      return p.piece.level > 1 && p.weight >= kNarrowest && (reason == "date" || reason == "tags");
    }
    return p.piece.kind == model::BlockKind::kParagraph && p.weight >= kLeastSentence &&
           ends_sentence(p) && (reason == "share" || reason == "date" || reason == "tags");
  }

  // Pages that load the next article below: its headline is set as this one's is.
  void drop_next_articles() {
    constexpr uint32_t kLeastText = 300, kLeastHeadline = 30;
    const auto heads = std::count_if(page_.pieces.begin(), page_.pieces.end(),
                                     [](const PagePiece& p) { return p.piece.level == 1; });
    if (heads < 2) return;
    std::vector<std::string> stated;
    for (const auto& title : words_.stated_titles) stated.push_back(key_of(title));
    std::string_view names;
    uint32_t text = 0, last = 0;  // the element of the last line that is shown
    bool begun = false, next = false;
    for (PagePiece& p : page_.pieces) {
      if (p.piece.level == 1 && link_share(p) < 0.5) {
        const std::string_view own = page_.document.attribute_value(nodes_[p.node], "class");
        const std::string key = key_of(p.piece.text);
        const bool is_ours = std::any_of(stated.begin(), stated.end(), [&](const auto& title) {
          return !key.empty() && title.starts_with(key);
        });
        if (!begun && is_ours) {
          begun = true;
          names = own;
        } else if (begun && !next && text > kLeastText && own == names &&
                   (!own.empty() || (p.weight >= kLeastHeadline && stands_apart(p.node, last)))) {
          next = !is_ours;
        }
      }
      if (p.piece.outside) continue;
      if (next) put_out(p, "related");
      if (begun) text += p.weight;
      last = p.node;
    }
  }

  // A heading between the text's parts has the text in the element around it.
  bool stands_apart(uint32_t heading, uint32_t text) const {
    const uint32_t around = nodes_[heading].parent;
    return around != html::kNone && (text < around || text >= nodes_[around].subtree_end);
  }

  bool is_title(const Piece& piece) const { return headlines_.hold(piece.text); }

  // Headline, standfirst and the first picture's caption often stand before the element with the
  // text.
  void take_back_head() {
    if (roots_.empty()) return;
    size_t first = 0;
    while (first < page_.pieces.size() &&
           (page_.pieces[first].piece.outside || !inside_roots(page_.pieces[first].node))) {
      ++first;
    }
    size_t title = page_.pieces.size();
    for (size_t i = 0; i < first; ++i) {
      PagePiece& p = page_.pieces[i];
      // A list of what is told below repeats headlines of its parts.
      const bool leads_to_part = p.piece.kind == model::BlockKind::kListItem &&
                                 p.piece.links.size() == 1 && link_share(p) > 0.5 &&
                                 p.piece.links.front().url.starts_with('#');
      if (leads_to_part) continue;
      const bool candidate = p.piece.level == 1 || is_title(p.piece);
      const bool sure = p.piece.level == 1 && is_title(p.piece);
      if (!candidate || !(sure || believable(p))) continue;
      if (title == page_.pieces.size() || is_title(p.piece) ||
          !is_title(page_.pieces[title].piece)) {
        title = i;
      }
    }
    if (title == page_.pieces.size()) return;
    // Under a headline that stands among menus only what is called a lead is one.
    const bool believed = believable(page_.pieces[title]);
    take_back(page_.pieces[title]);
    for (size_t i = title + 1; i < first; ++i) {
      PagePiece& p = page_.pieces[i];
      const bool unnamed = p.piece.reason == "boilerplate" || p.piece.reason == "teaser";
      if (unnamed && (believed || is_lead(p)) && is_head_piece(p)) take_back(p);
      if (p.piece.outside && may_be_deck(p) &&
          (is_description(p) || (page_.kinds[p.node] == "+lead" && p.weight > 40))) {
        deck_ = i;
      }
    }
  }

  // What the page's metadata say the article is about stands under its headline.
  bool is_description(const PagePiece& p) const {
    constexpr size_t kLeast = 24;
    if (description_.size() < kLeast || p.weight < kLeast / 2) return false;
    const std::string key =
        key_of(std::string_view(p.piece.text).substr(0, 2 * description_.size() + 40));
    const size_t shared = std::min(key.size(), description_.size());
    return shared >= kLeast && key.compare(0, shared, description_, 0, shared) == 0;
  }

  static bool may_be_deck(const PagePiece& p) {
    const std::string_view reason = p.piece.reason;
    return link_share(p) < 0.3 &&
           (reason == "boilerplate" || reason == "teaser" || reason == "tags" ||
            reason == "share" || reason == "sidebar" || reason == "byline");
  }

  static bool believable(const PagePiece& p) {
    return p.piece.reason == "boilerplate" || p.piece.reason == "title" ||
           p.piece.reason == "navigation" || p.piece.reason == "tags" || p.piece.reason == "links";
  }

  bool is_lead(const PagePiece& p) const {
    for (uint32_t i = p.node, steps = 0; i != html::kNone && steps < 4; ++steps) {
      if (page_.kinds[i] == "+lead") return true;
      i = nodes_[i].parent;
    }
    return false;
  }

  bool is_head_piece(const PagePiece& p) const {
    if (p.piece.kind == model::BlockKind::kCaption) return true;
    if (link_share(p) > 0.3) return false;
    if (p.piece.kind == model::BlockKind::kListItem) {
      return p.weight >= 90 && link_share(p) == 0 && ends_sentence(p);
    }
    return is_lead(p) || (p.weight >= 60 && has_sentence_mark(p));
  }

  void take_back(PagePiece& p) {
    p.piece.outside = false;
    p.piece.reason = {};
  }

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
  const PageWords& words_;
  const knowledge::Knowledge& knowledge_;
  std::vector<double> value_;         // per piece
  std::vector<ElementKind> reasons_;  // per node
  std::vector<double> good_;          // prose without a reason against it, per node's subtree
  std::vector<uint32_t> roots_;       // the elements with the article's text
  Headlines headlines_;
  std::string description_;        // its key
  std::string body_;               // key of the text that the metadata have
  std::optional<NodeRange> talk_;  // of readers
  size_t deck_ = SIZE_MAX;         // the piece that is the description
  std::vector<bool> holds_title_;  // per node
};

}  // namespace

void mark_content(HtmlPage& page, const PageWords& words, const knowledge::Knowledge& knowledge) {
  settle_kinds(page);
  page.holders = holders_of(page);
  Decision(page, words, knowledge).run();
  take_text_of_scripts(page, words.titles);
}

}  // namespace synoptic::clean
