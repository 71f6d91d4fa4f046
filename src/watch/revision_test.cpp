// Properties of the difference of two versions, over made articles and random edits. What it finds
// in real languages: src/flow/revision_test.cpp.
#include "watch/revision.h"

#include <gtest/gtest.h>

#include <random>

namespace synoptic::watch {
namespace {

constexpr const char* kWords[] = {"council", "bridge", "мост",  "города", "桥",        "重开",
                                  "جسر",     "جديد",   "opens", "again",  "reportedly"};

struct Maker {
  std::mt19937 random;

  uint32_t below(uint32_t end) { return static_cast<uint32_t>(random() % end); }

  std::string sentence() {
    std::string out = "The " + std::to_string(below(30));
    for (uint32_t i = 0; i < 3 + below(8); ++i) {
      out += std::string(" ") + kWords[below(std::size(kWords))];
    }
    return out + ".";
  }

  std::vector<std::vector<std::string>> blocks() {
    std::vector<std::vector<std::string>> out(1 + below(5));
    for (auto& block : out) {
      for (uint32_t i = 0; i < 1 + below(4); ++i) block.push_back(sentence());
    }
    return out;
  }

  void edit(std::vector<std::vector<std::string>>& blocks) {
    auto& block = blocks[below(static_cast<uint32_t>(blocks.size()))];
    const uint32_t at = below(static_cast<uint32_t>(block.size()));
    switch (below(4)) {
      case 0:
        block[at] = sentence();
        break;
      case 1:
        block.insert(block.begin() + at, sentence());
        break;
      case 2:
        blocks.push_back({sentence(), sentence()});
        break;
      default:
        block[at].insert(4, "9");
    }
  }
};

model::Annotated article(const std::vector<std::vector<std::string>>& blocks) {
  model::Annotated out;
  out.article.id = "a";
  out.article.lang = "en";
  out.article.title = "Title";
  out.article.title_source.append_linear(5, 0);
  uint32_t capture = 6;
  for (const auto& sentences : blocks) {
    model::Block block;
    const auto index = static_cast<uint32_t>(out.article.blocks.size());
    for (const auto& sentence : sentences) {
      if (!block.text.empty()) block.text += " ";
      const auto at = static_cast<uint32_t>(block.text.size()) + 4;
      const auto digits = static_cast<uint32_t>(sentence.find(' ', 4)) - 4;
      block.text += sentence;
      model::Quantity quantity;
      quantity.at = {index, {at, at + digits}, {capture + at, capture + at + digits}};
      quantity.text = block.text.substr(at, digits);
      quantity.kind = "count";
      quantity.value = std::stod(quantity.text);
      out.quantities.push_back(quantity);
    }
    block.source.append_linear(static_cast<uint32_t>(block.text.size()), capture);
    capture += static_cast<uint32_t>(block.text.size()) + 1;
    out.article.blocks.push_back(std::move(block));
  }
  return out;
}

void expect_side(const model::Annotated& annotated, const std::optional<Side>& side) {
  if (!side) return;
  const std::string& text = model::text_of(annotated.article, side->at);
  ASSERT_LE(side->at.range.end, text.size());
  EXPECT_EQ(side->at.range.of(text), side->text);
  EXPECT_EQ(side->at.span.size(), side->text.size());
  EXPECT_TRUE(side->evidence_span.contains(side->at.span) || side->evidence.empty());
}

TEST(Revision, AVersionHasNoDifferenceFromItself) {
  Maker maker{std::mt19937(1)};
  for (int i = 0; i < 300; ++i) {
    const auto made = article(maker.blocks());
    EXPECT_TRUE(diff(made, made).changes.empty());
  }
}

TEST(Revision, EveryEditIsToldAndEverySideStandsInItsText) {
  Maker maker{std::mt19937(2)};
  for (int i = 0; i < 500; ++i) {
    auto blocks = maker.blocks();
    const auto before = article(blocks);
    for (uint32_t edits = 0; edits < 1 + maker.below(3); ++edits) maker.edit(blocks);
    const auto after = article(blocks);
    if (model::body_text(before.article) == model::body_text(after.article)) continue;
    const Revision revision = diff(before, after);
    EXPECT_FALSE(revision.changes.empty()) << model::body_text(before.article) << "\n---\n"
                                           << model::body_text(after.article);
    for (const Change& change : revision.changes) {
      EXPECT_TRUE(change.before || change.after);
      expect_side(before, change.before);
      expect_side(after, change.after);
    }
    const Revision again = diff(before, after);
    EXPECT_EQ(again.changes.size(), revision.changes.size());
  }
}

TEST(Revision, PunctuationAloneChangesNothing) {
  EXPECT_TRUE(diff(article({{"The 3 bridge opens."}}), article({{"The 3 bridge, opens!"}}))
                  .changes.empty());
}

TEST(Revision, MovedSentencesChangeNothing) {
  const std::string one = "The 3 bridge opens again.", two = "The 5 council bridge.";
  EXPECT_TRUE(diff(article({{one}, {two}}), article({{two}, {one}})).changes.empty());
}

}  // namespace
}  // namespace synoptic::watch
