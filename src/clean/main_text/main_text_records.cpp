#include "clean/main_text/main_text_records.h"

#include <algorithm>
#include <utility>

#include "clean/main_text/main_text_pieces.h"

namespace synoptic::clean {
namespace {

using html::Node;

constexpr size_t kFewestCards = 3;
constexpr double kWidestCard = 700;  // weight of its text
constexpr uint32_t kNarrowestHeadline = 16, kWidestHeadline = 250;
constexpr double kLeastRest = 350;  // prose outside of them, or they are what the page is about

class CardWeigher {
 public:
  CardWeigher(const HtmlPage& page, std::vector<double>& value)
      : page_(page), nodes_(page.document.nodes()), value_(value) {}

  void run() {
    find_cards();
    for (size_t first = 0; first + 1 < cards_.size();) {
      const size_t end = end_of_row(first);
      const bool row = end - first >= kFewestCards;
      if (row) take(first, end);
      first = row ? end : first + 1;
    }
    double rest = 0;
    for (size_t i = 0; i < value_.size(); ++i) rest += value_[i];
    for (const size_t i : taken_) rest -= value_[i];
    if (rest < kLeastRest) return;
    for (const size_t i : taken_) value_[i] = 0;
  }

 private:
  struct Card {
    size_t headline, end;  // pieces: its own up to the next card's headline
    size_t text;           // the first piece of prose
  };

  static bool is_headline(const PagePiece& p) {
    return p.weight >= kNarrowestHeadline && p.weight <= kWidestHeadline &&
           !p.piece.links.empty() && link_share(p) >= 0.8 &&
           !p.piece.links.front().url.starts_with('#');
  }

  // Headlines with a link, and prose behind each before the next one.
  void find_cards() {
    constexpr size_t kNearest = 4;
    size_t headline = value_.size();
    for (size_t i = 0; i < value_.size(); ++i) {
      if (is_headline(page_.pieces[i])) {
        if (!cards_.empty() && cards_.back().end == value_.size()) cards_.back().end = i;
        headline = i;
      } else if (value_[i] > 0 && headline < i && i <= headline + kNearest) {
        cards_.push_back({headline, value_.size(), i});
        headline = value_.size();
      }
    }
  }

  bool holds(uint32_t node, uint32_t other) const {
    return other >= node && other < std::max(nodes_[node].subtree_end, node + 1);
  }

  // The element that holds the one and not the other, right inside the one that holds both.
  uint32_t apart(uint32_t one, uint32_t other) const {
    while (nodes_[one].parent != html::kNone && !holds(nodes_[one].parent, other)) {
      one = nodes_[one].parent;
    }
    return one;
  }

  // The elements of these cards and of those before stand side by side.
  size_t end_of_row(size_t first) const {
    uint32_t parent = html::kNone;
    size_t k = first;
    for (; k + 1 < cards_.size(); ++k) {
      const uint32_t a = page_.pieces[cards_[k].headline].node,
                     b = page_.pieces[cards_[k + 1].headline].node;
      const uint32_t one = apart(a, b), next = apart(b, a);
      if (nodes_[one].parent != nodes_[next].parent || nodes_[one].tag != nodes_[next].tag) break;
      if (parent != html::kNone && nodes_[one].parent != parent) break;
      if (!is_card(cards_[k], one) || !is_card(cards_[k + 1], next)) break;
      parent = nodes_[one].parent;
    }
    return parent == html::kNone ? first + 1 : k + 1;
  }

  // Some lines at most, all of the card's prose in its element.
  bool is_card(const Card& card, uint32_t element) const {
    if (!holds(element, page_.pieces[card.text].node)) return false;
    double weight = 0;
    for (size_t i = card.text; i < card.end && holds(element, page_.pieces[i].node); ++i) {
      if (value_[i] > 0) weight += page_.pieces[i].weight;
    }
    return weight <= kWidestCard;
  }

  void take(size_t first, size_t end) {
    constexpr double kMostBeside = 100;  // prose that is in none of them: they are parts of a text
    std::vector<size_t> texts;
    uint32_t parent = 0;
    for (size_t k = first; k < end; ++k) {
      const uint32_t headline = page_.pieces[cards_[k].headline].node;
      const uint32_t beside = page_.pieces[cards_[k + 1 < end ? k + 1 : k - 1].headline].node;
      const uint32_t element = apart(headline, beside);
      parent = nodes_[element].parent;
      for (size_t i = cards_[k].text; i < cards_[k].end && holds(element, page_.pieces[i].node);
           ++i) {
        texts.push_back(i);
      }
    }
    double prose = 0;
    for (size_t i = 0; i < value_.size(); ++i) {
      if (holds(parent, page_.pieces[i].node)) prose += value_[i];
    }
    for (const size_t i : texts) prose -= value_[i];
    if (prose < kMostBeside) taken_.insert(taken_.end(), texts.begin(), texts.end());
  }

  const HtmlPage& page_;
  const std::vector<Node>& nodes_;
  std::vector<double>& value_;
  std::vector<Card> cards_;
  std::vector<size_t> taken_;  // pieces
};

}  // namespace

void weigh_cards(const HtmlPage& page, std::vector<double>& value) {
  CardWeigher(page, value).run();
}

}  // namespace synoptic::clean
