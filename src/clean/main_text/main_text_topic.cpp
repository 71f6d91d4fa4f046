#include "clean/main_text/main_text_topic.h"

#include <algorithm>
#include <bitset>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/strings.h"
#include "clean/cue_match.h"
#include "clean/main_text/main_text_pieces.h"
#include "clean/page.h"
#include "clean/topic_words.h"
#include "text/fold.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMostPieces = 400;  // of running text
constexpr size_t kLooked = 500;      // bytes of a piece
constexpr size_t kFewestWords = 3;   // a headline of fewer says nothing of the topic
constexpr size_t kMostShared = 4;
constexpr double kShared = 0.35;  // for each word of the headline
constexpr double kField = 0.1;
constexpr double kAbove = 0.5;  // above the headline
constexpr size_t kNear = 20;    // pieces below it
constexpr double kBelow = 1.3;
constexpr double kTalk = 0.3;  // behind "Comments"

// The words of the headlines, and which of them a text has.
class TitleWords {
 public:
  explicit TitleWords(const std::vector<std::string>& titles) {
    constexpr size_t kMostTitles = 8;
    for (size_t i = 0; i < std::min(titles.size(), kMostTitles); ++i) {
      each_topic_word(text::fold_copy(std::string_view(titles[i]).substr(0, kLooked)),
                      [&](std::string_view word) {
                        seen_in_.try_emplace(std::string(word), 0);
                        fronts_[front_of(word)] = true;
                      });
    }
  }

  size_t size() const { return seen_in_.size(); }

  size_t shared_with(std::string_view text) {
    ++texts_;
    size_t shared = 0;
    each_topic_word(text::fold_copy(text.substr(0, kLooked)), [&](std::string_view word) {
      if (!fronts_[front_of(word)]) return;
      const auto found = seen_in_.find(word);
      if (found != seen_in_.end()) shared += std::exchange(found->second, texts_) != texts_;
    });
    return shared;
  }

 private:
  // Its first and third byte: most words of a text differ there from all of the headlines.
  static size_t front_of(std::string_view word) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(word[i]) & 63u; };
    return byte(0) << 6 | byte(std::min<size_t>(2, word.size() - 1));
  }

  std::bitset<1 << 12> fronts_;
  // Each word with the last text it was seen in.
  std::unordered_map<std::string, size_t, TransparentHash, std::equal_to<>> seen_in_;
  size_t texts_ = 0;
};

// The heading that says the title; pieces.size(): none does.
size_t headline_of(const HtmlPage& page, const std::vector<std::string>& titles) {
  const Headlines headlines(titles);
  for (size_t i = 0; i < page.pieces.size(); ++i) {
    const PagePiece& p = page.pieces[i];
    if (p.piece.level > 0 && p.piece.level <= 3 && link_share(p) < 0.5 &&
        headlines.hold(p.piece.text)) {
      return i;
    }
  }
  return page.pieces.size();
}

// The line above what readers have written; pieces.size(): there is none.
size_t talk_of(const HtmlPage& page, const knowledge::Knowledge& knowledge, size_t headline,
               const std::vector<double>& value) {
  constexpr uint32_t kWidestLabel = 40;
  constexpr size_t kMostLabels = 150;
  constexpr double kLeastText = 250;
  double text = 0;
  size_t labels = 0;
  for (size_t i = headline < page.pieces.size() ? headline : 0; i < page.pieces.size(); ++i) {
    const PagePiece& p = page.pieces[i];
    text += value[i];
    if (text < kLeastText || p.piece.outside || p.weight == 0 || p.weight > kWidestLabel ||
        link_share(p) > 0.5 || p.piece.kind == model::BlockKind::kListItem ||
        has_sentence_mark(p)) {
      continue;
    }
    if (++labels > kMostLabels) break;
    const Line line = line_for_cues(p.piece.text);
    if (all_cues(knowledge, "comments_label", line) || all_cues(knowledge, "comments", line)) {
      return i;
    }
  }
  return page.pieces.size();
}

// A box to tick or a line to fill in stands in the same element: the words are the form's.
bool is_field(const html::Document& document, uint32_t node) {
  constexpr uint32_t kFewNodes = 12;
  const auto& nodes = document.nodes();
  for (int steps = 0; steps < 3 && node != html::kNone; ++steps, node = nodes[node].parent) {
    if (nodes[node].tag == html::Tag::label) return true;
    if (nodes[node].subtree_end - node > kFewNodes) return false;
    for (uint32_t i = node + 1; i < nodes[node].subtree_end; ++i) {
      if (nodes[i].tag == html::Tag::textarea || nodes[i].tag == html::Tag::select) return true;
      if (nodes[i].tag == html::Tag::input &&
          ascii_lower(document.attribute_value(nodes[i], "type")) != "hidden") {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

void weigh_by_topic(const HtmlPage& page, const std::vector<std::string>& titles,
                    const knowledge::Knowledge& knowledge, std::vector<double>& value) {
  TitleWords words(titles);
  const size_t headline = headline_of(page, titles);
  const size_t talk = talk_of(page, knowledge, headline, value);
  size_t looked = 0;
  for (size_t i = 0; i < value.size() && looked < kMostPieces; ++i) {
    if (value[i] == 0) continue;
    ++looked;
    const PagePiece& p = page.pieces[i];
    if (words.size() >= kFewestWords) {
      const size_t shared = std::min(words.shared_with(p.piece.text), kMostShared);
      value[i] *= 1 + kShared * static_cast<double>(shared);
    }
    if (headline < value.size() && i < headline) value[i] *= kAbove;
    if (headline < i && i < headline + kNear) value[i] *= kBelow;
    if (i > talk) value[i] *= kTalk;
    if (is_field(page.document, p.node)) value[i] *= kField;
  }
}

}  // namespace synoptic::clean
