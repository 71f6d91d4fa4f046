// Whose deed a participle tells of, and whom it befell.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

struct PassiveCase {
  const char* lang;
  const char* text;
  const char* action;
  const char* actor;      // as written; several with commas
  const char* recipient;  // the same
};

std::string texts_of(const std::vector<model::Argument>& side) {
  std::string all;
  for (const model::Argument& who : side) all += (all.empty() ? "" : ",") + who.text;
  return all;
}

void expect_sides(const std::vector<PassiveCase>& cases) {
  for (const PassiveCase& it : cases) {
    testing::TestArticle article(it.lang, {it.text});
    article.mention("Lund", "lund", EntityType::kCity)
        .mention("Karl Voss", "voss", EntityType::kPerson);
    const auto* event = testing::event(article.events(), it.action);
    if (event == nullptr) {
      ADD_FAILURE() << it.text;
      continue;
    }
    EXPECT_EQ(texts_of(event->actor), it.actor) << it.text;
    EXPECT_EQ(texts_of(event->recipient), it.recipient) << it.text;
  }
}

TEST(Passives, WhoStandsBeforeAParticipleIsWhomItBefell) {
  expect_sides({
      {"en", "Three nurses arrested in Lund on Monday.", "arrest", "", "Three nurses"},
      {"en", "Two men accused of theft.", "accuse", "", "Two men"},
      {"en", "Karl Voss was arrested by police in Lund.", "arrest", "police", "Karl Voss"},
      {"de", "In Lund wurden zwei mutmaßliche Diebe festgenommen.", "arrest", "",
       "zwei mutmaßliche Diebe"},
      {"de", "Karl Voss ist am Montag in Lund freigelassen worden.", "release", "", "Karl Voss"},
      {"de", "Mutmaßlicher Dieb festgenommen", "arrest", "", "Mutmaßlicher Dieb"},
      {"fr", "Trois infirmières arrêtées à Lund", "arrest", "", "Trois infirmières"},
      {"fr", "Karl Voss a été arrêté par la police.", "arrest", "police", "Karl Voss"},
      {"es", "Tres enfermeras fueron evacuadas ilesas.", "evacuate", "", "Tres enfermeras"},
      {"es", "Karl Voss fue detenido en Lund.", "arrest", "", "Karl Voss"},
      {"pt", "Karl Voss foi detido por suspeita de roubo.", "arrest", "", "Karl Voss"},
      {"pt", "Três enfermeiras raptadas em Lund", "abduct", "", "Três enfermeiras"},
  });
}

TEST(Passives, WhoHasDoneItActs) {
  expect_sides({
      {"en", "Three nurses have arrested Karl Voss.", "arrest", "Three nurses", "Karl Voss"},
      {"en", "The police arrested Karl Voss in Lund.", "arrest", "police", "Karl Voss"},
      {"de", "Die Polizei hat Karl Voss festgenommen.", "arrest", "Polizei", "Karl Voss"},
      {"fr", "La police a toutefois arrêté Karl Voss.", "arrest", "police", "Karl Voss"},
      {"fr", "Karl Voss s'est félicité de l'accord.", "praise", "Karl Voss", ""},
      {"es", "La policía ha detenido a Karl Voss.", "arrest", "policía", "Karl Voss"},
      {"pt", "A polícia tinha detido Karl Voss.", "arrest", "polícia", "Karl Voss"},
  });
}

TEST(Passives, WhatIsSignedSignsNothing) {
  const std::vector<std::pair<const char*, const char*>> texts{
      {"en", "Grain deal signed in Lund"},
      {"en", "A grain deal was inked in Lund on Monday."},
      {"fr", "L'accord sur le blé a été signé lundi."},
      {"es", "El acuerdo del trigo fue firmado el lunes."},
      {"pt", "Trégua assinada na segunda-feira"}};
  for (const auto& [lang, text] : texts) {
    testing::TestArticle article(lang, {text});
    const auto* event = testing::event(article.events(), "sign");
    ASSERT_NE(event, nullptr) << text;
    EXPECT_TRUE(event->actor.empty()) << text;
    EXPECT_FALSE(event->object.empty()) << text;
  }
  testing::TestArticle active("en", {"Karl Voss signed in Lund."});
  active.mention("Karl Voss", "voss", EntityType::kPerson);
  const auto* event = testing::event(active.events(), "sign");
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(texts_of(event->actor), "Karl Voss");
}

TEST(Passives, AParticipleBehindAnArticleIsNoDeed) {
  for (const auto& [lang, text] :
       std::vector<std::pair<const char*, const char*>>{{"en", "The accused slept in Lund."},
                                                        {"fr", "La sœur de l'accusé dort à Lund."},
                                                        {"es", "El acusado duerme en Lund."},
                                                        {"pt", "O acusado dorme em Lund."}}) {
    testing::TestArticle article(lang, {text});
    EXPECT_EQ(testing::event(article.events(), "accuse"), nullptr) << text;
  }
}

TEST(Passives, AnAgentBelongsToTheWordNearestToIt) {
  testing::TestArticle article("en", {"Lund and Uppland signed a deal after mediation by Malmo."});
  article.mention("Lund", "lund", EntityType::kCountry)
      .mention("Uppland", "uppland", EntityType::kCountry)
      .mention("Malmo", "malmo", EntityType::kCountry);
  const auto* sign = testing::event(article.events(), "sign");
  ASSERT_NE(sign, nullptr);
  for (const auto& who : sign->actor) EXPECT_NE(who.text, "Malmo");
  const auto* mediate = testing::event(article.events(), "mediate");
  if (mediate == nullptr) return;  // the sentence tells of the signing
  EXPECT_EQ(texts_of(mediate->actor), "Malmo");
  EXPECT_TRUE(mediate->recipient.empty());
}

}  // namespace
}  // namespace synoptic::annotate
