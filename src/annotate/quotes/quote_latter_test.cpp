// Who speaks where the sentence names him: "ce dernier", the subject of an Arabic sentence's first
// verb; and who does not: a listener, a preposition, a phrase with a verb of its own.
#include <gtest/gtest.h>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::TestArticle;

std::string speakers(const model::Annotated& annotated) {
  std::string all;
  for (const auto& quote : annotated.quotes) {
    if (!all.empty()) all += '\n';
    all += (quote.speaker ? quote.speaker->text : "-") + ": " + quote.text;
  }
  return all;
}

TEST(QuoteSpeakers, TheLatterIsWhoWasNamedLast) {
  TestArticle article("fr", {"La maire Anna Holt a reçu le préfet Marc Lund. Selon ce dernier, le "
                             "pont rouvrira en mai."});
  article.mention("Anna Holt", "holt", model::EntityType::kPerson)
      .mention("Marc Lund", "lund", model::EntityType::kPerson);
  EXPECT_EQ(speakers(article.quotes()), "Marc Lund: le pont rouvrira en mai");
}

TEST(QuoteSpeakers, TheSubjectOfTheSentenceGoesOn) {
  TestArticle article("ar", {"وأشاد الوزير سامي لوند بالخطة، وأضاف أن العمل \"سيبدأ قريبا\". "
                             "كما زار كريم هولت الميناء."});
  article.mention("سامي لوند", "lund", model::EntityType::kPerson)
      .mention("كريم هولت", "holt", model::EntityType::kPerson);
  EXPECT_EQ(speakers(article.quotes()), "سامي لوند: العمل \"سيبدأ قريبا\"");
}

TEST(QuoteSpeakers, AListenerOrAPrepositionIsNobody) {
  for (const char* text : {"وقال لأنصاره إن العمل \"سيبدأ قريبا\".",
                           "ودعا إلى الحوار، محذرا من أن الوضع \"خطير جدا\"."}) {
    TestArticle article("ar", {std::string(text)});
    for (const auto& quote : article.quotes().quotes) {
      if (!quote.speaker) continue;
      EXPECT_NE(quote.speaker->text, "لأنصاره");
      EXPECT_NE(quote.speaker->text, "من");
    }
  }
}

TEST(QuoteSpeakers, AVerbBeforeAndIsNoSpeaker) {
  TestArticle article("en", {"Anna Holt, who came on Monday, closed the line's northern part and "
                             "promised the town new trains. \"We will pay,\" she told reporters."});
  article.mention("Anna Holt", "holt", model::EntityType::kPerson);
  EXPECT_EQ(speakers(article.quotes()), "Anna Holt: We will pay");
}

}  // namespace
}  // namespace synoptic::annotate
