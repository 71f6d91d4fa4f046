#include "group/similarity.h"

#include <gtest/gtest.h>

namespace synoptic::group {
namespace {

model::Annotated article(const std::string& lang, const std::string& text,
                         const std::string& stranger = {}) {
  model::Annotated made;
  made.article.lang = lang;
  model::Block block;
  block.text = text;
  made.article.blocks.push_back(std::move(block));
  if (!stranger.empty()) {
    model::Mention mention;
    mention.text = mention.name = stranger;
    made.mentions.push_back(std::move(mention));
  }
  return made;
}

double alike(const model::Annotated& a, const model::Annotated& b) {
  return similarity(portrait_of(a), portrait_of(b));
}

constexpr const char* kFlood = "The flood destroyed two bridges in the capital.";

TEST(Similarity, IsWithinZeroAndOneAndTheSameBothWays) {
  const auto flood = article("en", kFlood, "Quillmouth");
  const auto other = article("en", "The club won the cup on penalties.", "Brackwater");
  EXPECT_GT(alike(flood, flood), 0.95);
  EXPECT_LE(alike(flood, flood), 1);
  EXPECT_LT(alike(flood, other), 0.2);
  EXPECT_EQ(alike(flood, other), alike(other, flood));
  EXPECT_EQ(alike(article("en", ""), flood), 0);
}

TEST(Similarity, TheSameNewsInTwoLanguagesIsNearerThanOtherNewsInOne) {
  const auto flood = article("en", kFlood);
  const auto german = article("de", "Das Hochwasser zerstörte zwei Brücken in der Hauptstadt.");
  const auto other = article("en", "The club won the cup in the capital on penalties.");
  EXPECT_GT(alike(flood, german), alike(flood, other));
}

TEST(Similarity, OfALanguageThatIsReadBadlyLessInCommonIsAsMuch) {
  const InCommon well{0.3, 0.3, 0, 0.57}, badly{0.3, 0.3, 0, 0.12};
  EXPECT_GT(similarity(badly), similarity(well));
  EXPECT_EQ(similarity(InCommon{0, 0, 0, 0.12}), 0);
  EXPECT_LE(similarity(InCommon{1, 1, 1, 0.12}), 1);
}

TEST(Similarity, LongTextsHaveMoreInCommonByChance) {
  const InCommon lines{0.3, 0.3, 0, 0.57, 200}, articles{0.3, 0.3, 0, 0.57, 4000};
  EXPECT_GT(similarity(lines), similarity(articles));
  EXPECT_EQ(similarity(InCommon{0, 0, 0, 0.57, 4000}), 0);
  EXPECT_GT(similarity(InCommon{1, 1, 1, 0.57, 4000}), 0.95);
}

TEST(Similarity, WhatIsToldFirstCountsMore) {
  const std::string background =
      "The ministry has planned for years to widen the harbour, which is the largest of the "
      "country, and to build a railway to the mines in the north. ";
  std::string far;
  for (int i = 0; i < 8; ++i) far += background;
  const auto flood = article("en", kFlood + (" " + background));
  EXPECT_GT(alike(article("en", kFlood + (" " + far)), flood),
            alike(article("en", far + kFlood), flood));
}

TEST(Similarity, ASharedNameBringsNearerAcrossLanguages) {
  constexpr const char* kGerman = "Das Hochwasser zerstörte zwei Brücken in der Hauptstadt.";
  const auto german = article("de", kGerman, "Quillmouth");
  EXPECT_GT(alike(article("en", kFlood, "Quillmouth"), german),
            alike(article("en", kFlood, "Brackwater"), german));
  // In one language it is among the words already.
  EXPECT_EQ(alike(article("en", kFlood, "Quillmouth"), article("en", kFlood, "Quillmouth")),
            alike(article("en", kFlood, "Quillmouth"), article("en", kFlood, "Brackwater")));
}

model::Annotated of_france(const std::string& text, bool known) {
  auto made = article("en", text);
  const auto at = static_cast<uint32_t>(text.find("France"));
  model::Mention mention;
  mention.at.range = {at, at + 6};
  mention.text = mention.name = "France";
  if (known) mention.entity = "country:FR";
  made.mentions.push_back(std::move(mention));
  return made;
}

TEST(Similarity, AKnownNameAloneMakesLessAlike) {
  const std::string election = "France elects a president on Sunday.";
  const std::string cup = "The goalkeeper of France broke a finger in training.";
  EXPECT_LT(alike(of_france(election, true), of_france(cup, true)),
            alike(of_france(election, false), of_france(cup, false)));
}

TEST(Similarity, AFirstSentenceThatIsTakenForTheTitleIsReadOnce) {
  auto titled = article("en", kFlood + std::string(" Two hundred people were brought to safety."));
  const auto plain = titled;
  titled.article.title = kFlood;
  const auto other = article("en", "Two bridges fell when the river rose. People were saved.");
  EXPECT_EQ(alike(titled, other), alike(plain, other));
  titled.article.title = "Flood destroys bridges";
  EXPECT_NE(alike(titled, other), alike(plain, other));
}

}  // namespace
}  // namespace synoptic::group
