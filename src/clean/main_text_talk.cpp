#include "clean/main_text_talk.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "clean/cue_match.h"
#include "clean/first_letters.h"
#include "clean/main_text_pieces.h"
#include "clean/page.h"

namespace synoptic::clean {
namespace {

using html::Node;

constexpr uint32_t kLeastText = 250;  // an article's
constexpr uint32_t kLeastSentence = 40;
constexpr uint32_t kWidestLine = 80;  // of a line with such words in it
constexpr size_t kMostActions = 2000;
constexpr size_t kLongestAction = 48;  // bytes

bool is_code(const PagePiece& p) {
  return p.piece.reason == "script" || p.piece.reason == "style" || p.weight == 0;
}

class TalkFinder {
 public:
  TalkFinder(const HtmlPage& page, const knowledge::Knowledge& knowledge)
      : page_(page), nodes_(page.document.nodes()), knowledge_(knowledge) {}

  std::optional<NodeRange> find() {
    const std::vector<uint32_t> actions = nodes_with_actions();
    if (actions.size() < 2) return std::nullopt;
    NodeRange talk{html::kNone, 0};
    for (size_t i = 0; i + 1 < actions.size(); ++i) {
      if (actions[i] == actions[i + 1]) continue;
      const auto [first, second] = parted(actions[i], actions[i + 1]);
      talk.begin = std::min(talk.begin, first);
      talk.end = std::max(talk.end, std::max(nodes_[second].subtree_end, second + 1));
    }
    if (talk.begin == html::kNone || text_before(talk.begin) < kLeastText) return std::nullopt;
    return talk;
  }

 private:
  // Visits the short texts of a line that may be words to act upon: all of it, and its links.
  template <typename Visit>
  void each_text(const PagePiece& p, Visit visit) const {
    if (is_code(p) || p.weight > kWidestLine) return;
    const std::string_view text = p.piece.text;
    if (text.size() <= kLongestAction) visit(text);
    for (const Link& link : p.piece.links) {
      const std::string_view words = link.range.of(text);
      if (words.size() <= kLongestAction && words.size() < text.size()) visit(words);
    }
  }

  std::vector<uint32_t> nodes_with_actions() const {
    // With a number that is the text's own but for a chance of one in a billion billions: any order
    // that puts the same texts side by side will do.
    std::vector<std::pair<size_t, std::string_view>> texts;
    const FirstLetters letters(knowledge_.cues("comment_action"));
    for (const PagePiece& p : page_.pieces) {
      each_text(p, [&](std::string_view text) {
        if (!letters.may_begin(text)) return;
        texts.emplace_back(std::hash<std::string_view>()(text), text);
      });
    }
    std::sort(texts.begin(), texts.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string_view> actions;  // said more than once
    for (size_t i = 0, end = 0; i < texts.size(); i = end) {
      for (end = i + 1; end < texts.size() && texts[end] == texts[i];) ++end;
      if (end - i < 2) continue;
      const std::string_view text = texts[i].second;
      if (all_cues(knowledge_, "comment_action", line_for_cues(text))) actions.push_back(text);
    }
    std::vector<uint32_t> found;
    if (actions.empty()) return found;
    const auto is_action = [&](std::string_view text) {
      return std::find(actions.begin(), actions.end(), text) != actions.end();
    };
    for (const PagePiece& p : page_.pieces) {
      if (found.size() >= kMostActions) break;
      bool acts = false;
      each_text(p, [&](std::string_view text) { acts = acts || is_action(text); });
      if (acts) found.push_back(p.node);
    }
    return found;
  }

  // The elements that hold each of the two and not the other: of one parent, where neither holds
  // the other.
  std::pair<uint32_t, uint32_t> parted(uint32_t a, uint32_t b) const {
    const auto holds = [&](uint32_t node, uint32_t other) {
      return other >= node && other < std::max(nodes_[node].subtree_end, node + 1);
    };
    uint32_t first = a, second = b;
    while (nodes_[first].parent != html::kNone && !holds(nodes_[first].parent, b)) {
      first = nodes_[first].parent;
    }
    while (nodes_[second].parent != html::kNone && !holds(nodes_[second].parent, a)) {
      second = nodes_[second].parent;
    }
    return {first, second};
  }

  uint32_t text_before(uint32_t node) const {
    uint32_t weight = 0;
    for (const PagePiece& p : page_.pieces) {
      if (is_code(p) || p.node >= node || p.weight < kLeastSentence) continue;
      if (link_share(p) < 0.5 && has_sentence_mark(p)) weight += p.weight;
    }
    return weight;
  }

  const HtmlPage& page_;
  const std::vector<Node>& nodes_;
  const knowledge::Knowledge& knowledge_;
};

}  // namespace

std::optional<NodeRange> talk_by_actions(const HtmlPage& page,
                                         const knowledge::Knowledge& knowledge) {
  return TalkFinder(page, knowledge).find();
}

}  // namespace synoptic::clean
