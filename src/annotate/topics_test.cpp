#include <algorithm>
#include <array>
#include <set>

#include "annotate/testing_article.h"
#include "annotate/topics_table.h"

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

TEST(Topics, PresidentsAndLandsNeverMakePoliticsAlone) {
  const auto about_politics = [](const model::Annotated& annotated) {
    return std::ranges::any_of(annotated.topics,
                               [](const auto& topic) { return topic.id == "medtop:11000000"; });
  };
  for (const auto& [lang, text, topic] : std::vector<std::array<std::string, 3>>{
           {"es",
            "El pintor Aurelio Montaño murió en Lima. El presidente de Perú lamentó la pérdida de "
            "un artista. Los cuadros del pintor están en los museos de Perú y Chile.",
            "medtop:01000000"},
           {"en",
            "A Kenyan runner won the marathon of Berlin. The president of Kenya congratulated the "
            "runner.",
            "medtop:15000000"},
           {"id",
            "Gunung Semeru meletus pada Senin. Presiden Indonesia meminta warga Jawa Timur "
            "menjauh dari awan panas.",
            "medtop:03000000"},
           {"ru",
            "Вулкан на острове в Италии начал извержение. Президент Италии поблагодарил "
            "спасателей.",
            "medtop:03000000"},
           {"ko", "한강 작가의 신간 소설이 서점에 나왔다. 대한민국 대통령이 축하했다.",
            "medtop:01000000"}}) {
    TestArticle article(lang, {text});
    const model::Annotated& read = article.topics();
    EXPECT_EQ(first(read), topic) << text;
    EXPECT_FALSE(about_politics(read)) << text;
  }
  TestArticle politics("en", {"The president of Kenya met the opposition before the election in "
                              "Kenya, and the parliament of Uganda voted on the treaty."});
  EXPECT_EQ(first(politics.topics()), "medtop:11000000");
}

TEST(Topics, ScoresAreSharesBestFirst) {
  TestArticle article("en",
                      {"The minister met voters before the election. The bank cut its rate."});
  const auto& topics = article.topics().topics;
  ASSERT_GE(topics.size(), 1u);
  for (size_t i = 1; i < topics.size(); ++i) {
    if (topics[i].parent.empty() == topics[i - 1].parent.empty()) {
      EXPECT_GE(topics[i - 1].score, topics[i].score);
    }
  }
  EXPECT_LE(topics[0].score, 1.0);
}

// The second-level topics claimed, best first.
std::vector<model::Topic> second(const model::Annotated& annotated) {
  std::vector<model::Topic> list;
  for (const auto& topic : annotated.topics) {
    if (!topic.parent.empty()) list.push_back(topic);
  }
  return list;
}

TEST(Topics, TheSecondLevelTellsItsParentAndItsWords) {
  TestArticle article("en", {"Voters chose a new parliament. The election commission counted the "
                             "ballots, and the opposition candidate conceded."});
  const auto found = second(article.topics());
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].id, "medtop:20000574");
  EXPECT_EQ(found[0].parent, "medtop:11000000");
  EXPECT_EQ(std::ranges::count(found[0].words, "election"), 1);
  EXPECT_EQ(std::ranges::count(found[0].words, "ballots"), 1);
}

TEST(Topics, TheSecondLevelInOtherLanguages) {
  TestArticle quake("zh-Hans", {"山区发生地震，多人受伤。余震不断，震中附近房屋倒塌。"});
  ASSERT_FALSE(second(quake.topics()).empty());
  EXPECT_EQ(second(quake.topics())[0].id, "medtop:20000148");
  TestArticle court("ru",
                    {"Суд вынес приговор, прокурор просил десять лет тюрьмы, судья отказал."});
  ASSERT_FALSE(second(court.topics()).empty());
  EXPECT_EQ(second(court.topics())[0].id, "medtop:20000106");
  TestArticle truce("ar", {"اتفق الطرفان على هدنة ووقف إطلاق النار بعد محادثات سلام أنهت الحرب."});
  ASSERT_FALSE(second(truce.topics()).empty());
  EXPECT_EQ(second(truce.topics())[0].id, "medtop:20000073");
}

TEST(Topics, StrongPartsClaimTheTopicAboveThem) {
  TestArticle article("en",
                      {"Protesters marched through the city, and riot police fired tear gas."});
  const auto& topics = article.topics().topics;
  const auto above = std::ranges::find(topics, "medtop:16000000", &model::Topic::id);
  ASSERT_NE(above, topics.end());
  EXPECT_TRUE(above->by_parts);
  ASSERT_FALSE(second(article.topics()).empty());
  EXPECT_EQ(second(article.topics())[0].id, "medtop:20000065");
}

TEST(Topics, InAShortTextOneWordIsEnough) {
  TestArticle brief("en", {"The opposition party won the referendum."});
  ASSERT_FALSE(second(brief.topics()).empty());
  EXPECT_EQ(second(brief.topics())[0].id, "medtop:20000574");
  std::string walk;
  for (int i = 0; i < 20; ++i) walk += " They walked along the river.";
  TestArticle longer("en", {"The opposition party won the referendum." + walk});
  EXPECT_TRUE(second(longer.topics()).empty());
}

TEST(Topics, NoSecondLevelWithoutItsParent) {
  TestArticle article("en", {"The coach praised the team after the final match of the league. "
                             "The striker scored a goal, and a voter clapped."});
  ASSERT_FALSE(second(article.topics()).empty());
  for (const auto& topic : second(article.topics())) EXPECT_EQ(topic.parent, "medtop:15000000");
}

TEST(Topics, ATopicUnderTheTopLevelNeverScoresMoreThanItsParent) {
  TestArticle article("en", {"The bank cut its interest rate as inflation fell. Shares rose on the "
                             "stock market, and investors bought bonds."});
  const auto& topics = article.topics().topics;
  ASSERT_FALSE(second(article.topics()).empty());
  for (const auto& topic : second(article.topics())) {
    const auto parent = std::ranges::find(topics, topic.parent, &model::Topic::id);
    ASSERT_NE(parent, topics.end());
    EXPECT_LE(topic.score, parent->score);
    EXPECT_FALSE(topic.words.empty());
  }
}

TEST(Topics, EveryLanguageHasWordsForEveryTopic) {
  const TopicTables& second = second_level_topics();
  EXPECT_EQ(second.parents.size(), 70u);
  for (const char* lang :
       {"ar", "zh", "en", "ru", "es", "fr", "de", "pt", "ja", "tr", "fa", "uk", "hi", "ko", "id"}) {
    for (const TopicTables* tables : {&top_level_topics(), &second}) {
      const TopicTable* table = tables->language(lang);
      ASSERT_NE(table, nullptr) << lang;
      std::set<std::string> topics;
      for (const auto& meanings : table->meanings) {
        for (const TopicWord& word : meanings) topics.insert(word.topic);
      }
      EXPECT_EQ(topics.size(), tables == &second ? 70u : 17u) << lang;
    }
  }
  for (const auto& [topic, parent] : second.parents) {
    EXPECT_TRUE(topic.starts_with("medtop:2000")) << topic;
    EXPECT_TRUE(parent.ends_with("000000")) << topic;
  }
}

TEST(Topics, NothingSaysNothing) {
  TestArticle article("en", {"It was late."});
  EXPECT_TRUE(article.topics().topics.empty());
}

}  // namespace
}  // namespace synoptic::annotate
