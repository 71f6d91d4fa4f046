#include "clean/plain/top_headline.h"

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

constexpr std::string_view kTwoParagraphs =
    "The harbour council met on Monday and spoke for nine hours about the old pier in the bay.\n\n"
    "The members voted to close it next month, and the ferries will leave from the north bank.\n";

model::Article read(const std::string& head) {
  auto articles = clean_text(head + "\n\n" + std::string(kTwoParagraphs));
  return articles.size() == 1 ? std::move(articles[0]) : model::Article();
}

TEST(TopHeadline, AsksOrShoutsOrStates) {
  for (const std::string headline :
       {"Why did the harbour council close the old pier in the bay?",
        "The old pier in the bay closes.. what do the ferries do now?",
        "Am Montag endet nach hundert Jahren die Zeit der alten Fähren!",
        "لماذا أغلق مجلس الميناء الرصيف القديم في الخليج بعد مئة عام من العمل؟",
        "港の古い桟橋はなぜ来月で閉鎖されることになったのか？", "Old pier closes next month."}) {
    const model::Article article = read(headline);
    EXPECT_EQ(article.title, headline);
    EXPECT_EQ(kinds(article), "pP") << headline;
  }
}

TEST(TopHeadline, ABylineStandsBelowIt) {
  const model::Article article =
      read("Why did the harbour council close the old pier in the bay?\n\nBy Nora Quayle");
  EXPECT_EQ(article.title, "Why did the harbour council close the old pier in the bay?");
  ASSERT_EQ(article.authors.size(), 1u);
  EXPECT_EQ(article.authors[0].name, "Nora Quayle");
  EXPECT_EQ(kinds(article), "pP");
}

TEST(TopHeadline, AnOutletThatStandsTwiceAboveItIsTheOutlet) {
  const model::Article article = read(
      "18 March 2025\nBay Observer\nBay Observer\n\nWhy did the council close the pier so "
      "suddenly last week?");
  EXPECT_EQ(article.title, "Why did the council close the pier so suddenly last week?");
  ASSERT_TRUE(article.publisher.has_value());
  EXPECT_EQ(article.publisher->name, "Bay Observer");
}

TEST(TopHeadline, AQuestionBelowAHeadlineIsOfTheText) {
  const model::Article article =
      read("Old pier in the bay closes\n\nBut where will all of the ferries leave from in summer?");
  EXPECT_EQ(article.title, "Old pier in the bay closes");
  EXPECT_EQ(kinds(article), "ppP");
}

TEST(TopHeadline, TextWithoutAHeadlineKeepsItsFirstSentence) {
  const model::Article article =
      read("The old pier in the bay was closed on Monday after a hundred years, the council said.");
  EXPECT_EQ(kinds(article), "ppP");
}

}  // namespace
}  // namespace synoptic::clean
