// Whom a description means, and whom a passive befell behind an aside.
#include <gtest/gtest.h>

#include <string>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::event;
using testing::names;
using testing::TestArticle;
using Type = model::EntityType;

TEST(Appositions, TheNameBehindADescriptionIsWhomItBefell) {
  TestArticle port("en", {"Police arrested the head of the harbour office, Ben Holt, on Monday."});
  port.mention("Ben Holt", "holt", Type::kPerson);
  const auto* arrest = event(port.events(), "arrest");
  ASSERT_NE(arrest, nullptr);
  EXPECT_EQ(names(arrest->recipient), "holt");
}

TEST(Appositions, OfABodyAndItsHeadTheHeadIsArrested) {
  TestArticle works("ru", {"Задержан директор завода «Заря» Иван Котов."});
  works.mention("Заря", "zarya", Type::kOrg).mention("Иван Котов", "kotov", Type::kPerson);
  const auto* arrest = event(works.events(), "arrest");
  ASSERT_NE(arrest, nullptr);
  EXPECT_EQ(names(arrest->recipient), "kotov");
}

TEST(Appositions, APassiveBehindAnAsideBefallsItsSubject) {
  const auto whom = [](const char* lang, const char* text, const char* town, const char* action) {
    TestArticle article(lang, {text});
    article.mention(town, "town", Type::kCity);
    const auto* found = event(article.events(), action);
    if (found == nullptr || found->recipient.empty()) return std::string("none");
    return found->recipient.front().text;
  };
  EXPECT_EQ(whom("fr", "Un homme, placé en garde à vue mardi, a été mis en examen à Nantes.",
                 "Nantes", "charge"),
            "homme");
}

TEST(Appositions, AnAgeIsNoneOfWhomItBefell) {
  TestArticle man("en", {"A man of 34 was charged with fraud."});
  const auto* charge = event(man.events(), "charge");
  ASSERT_NE(charge, nullptr);
  ASSERT_EQ(charge->recipient.size(), 1U);
  EXPECT_EQ(charge->recipient.front().text, "man");
}

}  // namespace
}  // namespace synoptic::annotate
