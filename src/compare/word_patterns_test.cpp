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

TEST(WordPatterns, FindsAllThatBeginAtOnePlaceInTheOrderOfTheTable) {
  const std::vector<WordPatterns::List> lists{
      {"no deal; not", 1}, {"no", 2}, {"no deal at all", 3}, {"nobody", 4}};
  const WordPatterns patterns(lists);
  std::vector<uint32_t> values;
  for (const auto& hit : patterns.find("there was no deal at all")) values.push_back(hit.value);
  EXPECT_EQ(values, (std::vector<uint32_t>{1, 2, 3}));
}

TEST(WordPatterns, WordsThatBeginAlikeStandApartEachInItsOwnWay) {
  const std::vector<WordPatterns::List> lists{
      {"sagte * ab", 1}, {"sagte * zu", 2}, {"sagte * ab *", 3}, {"sagte * an * zu", 4}};
  const WordPatterns patterns(lists);
  std::vector<uint32_t> values;
  for (const auto& hit : patterns.find("er sagte das spiel absichtlich ab und den rest zu")) {
    values.push_back(hit.value);
  }
  EXPECT_EQ(values, (std::vector<uint32_t>{1, 3}));
}

TEST(LanguagePatterns, HasTheWordsOfEachLanguage) {
  LanguagePatterns languages;
  languages.add_cell("en=coast guard; navy", 1);
  languages.add("de", "Marine", 1);
  ASSERT_NE(languages.find("en"), nullptr);
  EXPECT_EQ(languages.find("en")->find("the navy came").size(), 1U);
  EXPECT_EQ(languages.find("en")->find("die marine kam").size(), 0U);
  EXPECT_EQ(languages.find("fr"), nullptr);
  EXPECT_EQ(languages.languages(), (std::vector<std::string>{"de", "en"}));
}

TEST(LanguagePatterns, TakesOffWhatIsWrittenAroundAWord) {
  LanguagePatterns languages([](PatternWord word) {
    if (word.written.ends_with('>')) {
      word.written.remove_suffix(2);
      ++word.value;
    }
    return word;
  });
  languages.add("en", "built by >; won", 4);
  const auto hits = languages.find("en")->find("built by nobody");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].value, 5U);
  EXPECT_EQ(hits[0].range, (Range{0, 8}));
}

}  // namespace
}  // namespace synoptic::compare
