#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::TestArticle;

std::string first(const model::Annotated& annotated) {
  return annotated.topics.empty() ? "" : annotated.topics.front().id;
}

TEST(Topics, WordsOfALanguageVote) {
  TestArticle sport("en", {"The coach praised the team after the final match of the league."});
  EXPECT_EQ(first(sport.topics()), "medtop:15000000");
  TestArticle disaster("zh-Hans", {"地震造成多人受伤，救援人员赶到现场。"});
  EXPECT_EQ(first(disaster.topics()), "medtop:03000000");
  TestArticle economy("ru", {"Банк снизил ставку, инфляция падает, рынок растет."});
  EXPECT_EQ(first(economy.topics()), "medtop:04000000");
  TestArticle technology("ar", {"تطوير تقنيات الذكاء الاصطناعي والبرمجيات والبيانات."});
  EXPECT_EQ(first(technology.topics()), "medtop:13000000");
}

TEST(Topics, ScoresAreSharesBestFirst) {
  TestArticle article("en",
                      {"The minister met voters before the election. The bank cut its rate."});
  const auto& topics = article.topics().topics;
  ASSERT_GE(topics.size(), 1u);
  for (size_t i = 1; i < topics.size(); ++i) EXPECT_GE(topics[i - 1].score, topics[i].score);
  EXPECT_LE(topics[0].score, 1.0);
}

TEST(Topics, NothingSaysNothing) {
  TestArticle article("en", {"It was late."});
  EXPECT_TRUE(article.topics().topics.empty());
}

}  // namespace
}  // namespace synoptic::annotate
