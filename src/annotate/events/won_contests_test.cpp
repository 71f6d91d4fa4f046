// A contest beats nobody, a court fines, and who announces a truce agreed to none.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::names;
using testing::TestArticle;

std::string sides(const std::string& lang, const std::string& text, std::string_view action) {
  TestArticle article(lang, {text});
  for (const auto& [words, entity] :
       {std::pair{"Lund", "lund"}, std::pair{"Moss", "moss"}, std::pair{"Holt", "holt"},
        std::pair{"Liga Utara", "liga"}, std::pair{"Лунд", "lund"}, std::pair{"Мосс", "moss"},
        std::pair{"Холт", "holt"}}) {
    article.mention(words, entity);
  }
  const model::Event* found = testing::event(article.events(), action);
  return found == nullptr ? "none" : names(found->actor) + " > " + names(found->recipient);
}

TEST(WonContests, BeatNobody) {
  EXPECT_EQ(sides("id", "Lund menjuarai Liga Utara setelah menundukkan Moss.", "beat"),
            "lund > moss");
}

TEST(AgreedTruces, AreBetweenThoseWhoAgreed) {
  EXPECT_EQ(
      sides("en", "Holt announced that Lund and Moss had agreed to a ceasefire.", "declare_truce"),
      "lund|moss > ");
  EXPECT_EQ(sides("es", "Holt anunció que Lund y Moss acordaron una tregua.", "declare_truce"),
            "lund|moss > ");
  EXPECT_EQ(sides("ru", "Холт объявил, что Лунд и Мосс договорились о прекращении огня.",
                  "declare_truce"),
            "lund|moss > ");
  EXPECT_EQ(sides("en", "Holt announced a ceasefire.", "declare_truce"), "holt > ");
}

TEST(Courts, FineBehindTheComma) {
  TestArticle article("en", {"High court stops Holt quarry, fines Lund"});
  article.mention("Holt", "holt").mention("Lund", "lund");
  const model::Event* found = testing::event(article.events(), "convict");
  ASSERT_NE(found, nullptr);
  ASSERT_EQ(found->actor.size(), 1u);
  EXPECT_EQ(found->actor.front().text, "High court");
  EXPECT_EQ(names(found->recipient), "lund");
}

}  // namespace
}  // namespace synoptic::annotate
