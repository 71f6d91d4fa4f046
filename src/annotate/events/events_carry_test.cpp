// Whom a clause without a subject goes on with, and what is no actor.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::names;
using testing::TestArticle;

std::string doer(const model::Annotated& annotated, std::string_view action) {
  const auto* event = testing::event(annotated, action);
  return event == nullptr ? "none" : names(event->actor);
}

TEST(EventsCarry, ANewSubjectEndsIt) {
  TestArticle judge("es", {"La Junta rechazó el plan.",
                           "La jueza de guardia citó ayer como investigada a Ana Roa."});
  judge.mention("Junta", "junta").mention("Ana Roa", "", EntityType::kPerson);
  EXPECT_NE(doer(judge.events(), "investigate"), "junta");
  TestArticle guest("fa", {"آلاند این طرح را رد کرد.",
                           "گروسی که برای سفری آمده است، از بلاند خواست همکاری کند."});
  guest.mention("آلاند", "aland", EntityType::kCountry)
      .mention("گروسی", "grossi", EntityType::kPerson)
      .mention("بلاند", "bland", EntityType::kCountry);
  const auto& told = guest.events();
  EXPECT_EQ(doer(told, "urge"), "grossi");
  const auto* urge = testing::event(told, "urge");
  ASSERT_NE(urge, nullptr);
  EXPECT_EQ(names(urge->recipient), "bland");
}

TEST(EventsCarry, TheyAreNotOnePerson) {
  TestArticle many("en", {"Emmanuel Macron praised the plan.", "They condemned it."});
  many.mention("Emmanuel Macron", "emmanuel-macron", EntityType::kPerson);
  EXPECT_NE(doer(many.events(), "condemn"), "emmanuel-macron");
  TestArticle he("en", {"Emmanuel Macron praised the plan.", "He condemned Bland."});
  he.mention("Emmanuel Macron", "emmanuel-macron", EntityType::kPerson)
      .mention("Bland", "bland", EntityType::kCountry);
  EXPECT_EQ(doer(he.events(), "condemn"), "emmanuel-macron");
}

TEST(EventsCarry, TimesAndDenialsAreNoPartOfAnActor) {
  TestArticle dated("ru", {"В декабре 2024 года Минцифры предложило ужесточить штрафы."});
  dated.mention("Минцифры", "", EntityType::kOrg).time("В декабре 2024 года");
  EXPECT_EQ(doer(dated.events(), "offer"), "Минцифры");
  TestArticle denied("ru", {"Представители не явились и от комментариев отказались."});
  EXPECT_EQ(doer(denied.events(), "reject"), "none");
  TestArticle chinese("zh", {"案件尚未作出裁决。"});
  EXPECT_EQ(doer(chinese.events(), "convict"), "none");
}

TEST(EventsCarry, TheAccusedIsNotHeBeforeWhomItIsBrought) {
  TestArticle court("en", {"The office denounced Ivo Lima to the Tribunal on Monday."});
  court.mention("Ivo Lima", "lima", EntityType::kPerson).mention("Tribunal", "court");
  const auto* condemn = testing::event(court.events(), "condemn");
  ASSERT_NE(condemn, nullptr);
  EXPECT_EQ(names(condemn->recipient), "lima");
}

TEST(EventsCarry, WhomADeedBefellTheNextClauseIsAbout) {
  TestArticle article(
      "en", {"Karl Voss praised the plan.", "A 34-year-old man was charged with fraud on Tuesday.",
             "He denies the charges."});
  article.mention("Karl Voss", "voss", EntityType::kPerson);
  EXPECT_EQ(doer(article.events(), "reject"), "34-year-old man");
}

}  // namespace
}  // namespace synoptic::annotate
