#include "clean/main_text/main_text_talk.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "clean/cue_match.h"
#include "clean/first_letters.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/page.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using html::Node;
using html::Tag;
using model::BlockKind;

constexpr uint32_t kLeastText = 250;  // an article's
constexpr uint32_t kWidestLabel = 60;
constexpr uint32_t kLeastSentence = 40;
constexpr uint32_t kWidestLine = 80;  // of a line with such words in it
constexpr size_t kMostButtons = 3;    // of an article's own, to comment on it
constexpr size_t kMostActions = 2000;
constexpr size_t kLongestAction = 48;  // bytes

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
    if (talk.begin == html::kNone) return std::nullopt;
    const uint32_t before = text_before(talk.begin);
    if (before < kLeastText) return std::nullopt;
    // A button above the text and one below it, with more between them than in front.
    if (actions.size() <= kMostButtons && text_before(talk.end) > 2 * before) return std::nullopt;
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

class TalkDropper {
 public:
  TalkDropper(HtmlPage& page, const knowledge::Knowledge& knowledge)
      : page_(page), nodes_(page.document.nodes()), knowledge_(knowledge) {}

  // "Comments (12)" and nothing more: they follow.
  void run() {
    uint32_t before = 0;
    bool comments = false;
    for (size_t i = 0; i < page_.pieces.size(); ++i) {
      PagePiece& p = page_.pieces[i];
      comments = comments || (before >= kLeastText && announces_talk(i));
      if (!is_shown(p)) continue;
      const bool may_be_label =
          p.piece.kind == BlockKind::kParagraph || p.piece.kind == BlockKind::kHeading;
      if (!comments && may_be_label && before >= kLeastText && p.weight < kWidestLabel &&
          !has_sentence_mark(p)) {
        const Line line = line_for_cues(p.piece.text);
        if (all_cues(knowledge_, "comments", line) && stands_in_text(i)) {
          put_out(p, "comments");
          continue;
        }
        comments = is_label(line) && !leads_to_label(i);
      }
      if (comments) put_out(p, "comments");
      // A counter above the text stands behind tools and menus.
      if (p.weight >= kLeastSentence && link_share(p) < 0.5 && has_sentence_mark(p)) {
        before += p.weight;
      }
    }
  }

 private:
  bool is_label(const Line& line) const {
    return all_cues(knowledge_, "comments_label", line) || all_cues(knowledge_, "comments", line);
  }

  // A link above the text to where they are: a label that is none stands below the text.
  bool leads_to_label(size_t link) const {
    if (link_share(page_.pieces[link]) < 0.5) return false;
    uint32_t between = 0;
    for (size_t i = link + 1; i < page_.pieces.size(); ++i) {
      const PagePiece& p = page_.pieces[i];
      if (is_code(p)) continue;
      if (p.weight >= kLeastSentence && link_share(p) < 0.5 && has_sentence_mark(p)) {
        between += p.weight;
      } else if (between >= kLeastText && p.weight < kWidestLabel && link_share(p) < 0.5 &&
                 is_label(line_for_cues(p.piece.text))) {
        return true;
      }
    }
    return false;
  }

  // "Join the conversation" between paragraphs of one element: a button, and the text goes on.
  // Comments have lines of their days and writers between them.
  bool stands_in_text(size_t label) const {
    const uint32_t parent = nodes_[page_.pieces[label].node].parent;
    const auto is_text = [&](const PagePiece& p) {
      return p.node != page_.pieces[label].node && nodes_[p.node].tag == Tag::p &&
             nodes_[p.node].parent == parent && p.weight >= kLeastSentence && has_sentence_mark(p);
    };
    size_t before = label;
    while (before > 0 && !is_shown(page_.pieces[before - 1])) --before;
    if (before == 0 || !is_text(page_.pieces[before - 1])) return false;
    const auto next = std::find_if(page_.pieces.begin() + label + 1, page_.pieces.end(), is_shown);
    return next != page_.pieces.end() && is_text(*next) &&
           std::none_of(next, page_.pieces.end(), [&](const PagePiece& p) {
             return is_shown(p) && nodes_[p.node].tag == Tag::p &&
                    nodes_[p.node].parent == parent && !has_sentence_mark(p);
           });
  }

  // A line that speaks of comments, a button as a rule, which may be left out already; each thing
  // that is said behind it has a line with a name above it.
  bool announces_talk(size_t label) const {
    constexpr size_t kFewestSpeakers = 3, kLooked = 60;
    const PagePiece& p = page_.pieces[label];
    if (p.weight == 0 || p.weight > kWidestLabel) return false;
    std::set<std::string_view> speakers;
    size_t turns = 0;
    bool spoken = true;
    const size_t end = std::min(page_.pieces.size(), label + kLooked);
    for (size_t i = label + 1; i < end; ++i) {
      const PagePiece& said = page_.pieces[i];
      if (!is_shown(said)) continue;
      const bool name = may_be_name(i);
      if (spoken && !name && turns == 0) return false;
      if (spoken && name) {
        ++turns;
        speakers.insert(said.piece.text);
      }
      spoken = !name;
    }
    if (speakers.size() < kFewestSpeakers || speakers.size() * 2 <= turns) return false;
    const Line line = line_for_cues(p.piece.text);
    return cue_inside(knowledge_, "comments_label", line) ||
           all_cues(knowledge_, "comments_word", line);
  }

  // Each piece is asked below many others, and answers once.
  bool may_be_name(size_t piece) const {
    enum : uint8_t { kUnknown, kNo, kYes };
    if (names_.empty()) names_.resize(page_.pieces.size(), kUnknown);
    if (names_[piece] == kUnknown) names_[piece] = is_as_short_as_name(piece) ? kYes : kNo;
    return names_[piece] == kYes;
  }

  bool is_as_short_as_name(size_t piece) const {
    constexpr uint32_t kWidestName = 28;
    constexpr size_t kMostWords = 3;
    const PagePiece& p = page_.pieces[piece];
    if (p.weight > kWidestName || has_sentence_mark(p)) return false;
    const char32_t first = text::decode(p.piece.text, 0).value;
    if (first >= U'0' && first <= U'9') return false;  // a count of comments
    size_t words = 0;
    text::each_word(p.piece.text, [&](const text::Word&) { ++words; });
    return words <= kMostWords;
  }

  HtmlPage& page_;
  const std::vector<Node>& nodes_;
  const knowledge::Knowledge& knowledge_;
  mutable std::vector<uint8_t> names_;  // per piece, once one is asked for
};

}  // namespace

std::optional<NodeRange> talk_by_actions(const HtmlPage& page,
                                         const knowledge::Knowledge& knowledge) {
  return TalkFinder(page, knowledge).find();
}

void drop_talk(HtmlPage& page, const knowledge::Knowledge& knowledge) {
  TalkDropper(page, knowledge).run();
}

}  // namespace synoptic::clean
