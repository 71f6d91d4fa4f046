#include "compare/word_patterns.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace synoptic::compare {
namespace {

// What of the text the pattern finds.
std::string found(std::string_view pattern, std::string_view text) {
  const WordPatterns::List list{pattern, 7};
  const WordPatterns patterns(std::span(&list, 1));
  const text::Folded folded = text::fold(text);
  const auto hits = patterns.find(folded.text);
  return hits.empty() ? "" : std::string(folded.to_source(hits[0].range).of(text));
}

TEST(WordPatterns, AStarGoesOnInTheWord) {
  EXPECT_EQ(found("rescue*", "They were rescued."), "rescue");
  EXPECT_EQ(found("rescue", "They were rescued."), "");
  EXPECT_EQ(found("stop*", "It flew nonstop."), "");
  EXPECT_EQ(found("*ministerin", "Die Umweltministerin kam."), "ministerin");
}

TEST(WordPatterns, AStarAloneStandsForUpToFourWordsOrNone) {
  EXPECT_EQ(found("fällt * flach", "Das Fest fällt flach."), "fällt flach");
  EXPECT_EQ(found("fällt * flach", "Dann fällt das Fest flach."), "fällt das Fest flach");
  EXPECT_EQ(found("fällt * flach", "Es fällt ja auch heuer wohl flach."),
            "fällt ja auch heuer wohl flach");
  EXPECT_EQ(found("fällt * flach", "Es fällt ja auch heuer wieder mal flach."), "");
  EXPECT_EQ(found("fällt * flach", "Er fällt. Flach ist es."), "");
}

TEST(WordPatterns, ParticlesStandBehindAWordOfHangul) {
  EXPECT_EQ(found("해군", "해군은 배를 세웠다."), "해군");
  EXPECT_EQ(found("해군", "인도해군은 배를 세웠다."), "");
  EXPECT_EQ(found("배", "배를 세웠다."), "");           // one syllable
  EXPECT_EQ(found("*하면", "출발하면서 말했다."), "");  // an ending
}

TEST(WordPatterns, ACapitalWithADotIsTheSameLetter) {
  EXPECT_EQ(found("istifa*", "İstifası kabul edildi."), "İstifa");
}

TEST(WordPatterns, OfTwoThatOverlapTheLongerIsMeant) {
  const std::vector<WordPatterns::List> lists{{"guard", 1}, {"coast guard", 2}};
  const WordPatterns patterns(lists);
  const auto hits = patterns.find_longest("the coast guard and a guard");
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].value, 2U);
  EXPECT_EQ(hits[1].value, 1U);
}

}  // namespace
}  // namespace synoptic::compare
