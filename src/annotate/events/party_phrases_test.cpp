// Which words without a known name may have a part in a deed.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

struct PartyCase {
  const char* lang;
  const char* text;
  const char* action;
  const char* actor;      // as written
  const char* recipient;  // the same
};

std::string party_texts(const std::vector<model::Argument>& side) {
  std::string all;
  for (const model::Argument& who : side) all += (all.empty() ? "" : ",") + who.text;
  return all;
}

void expect_parties(const std::vector<PartyCase>& cases) {
  for (const PartyCase& it : cases) {
    testing::TestArticle article(it.lang, {it.text});
    article.mention("Lund", "lund", EntityType::kCity);
    for (const char* time : {"este lunes", "nesta segunda-feira", "lundi", "am Montag"}) {
      if (std::string_view(it.text).find(time) != std::string_view::npos) article.time(time);
    }
    const auto* event = testing::event(article.events(), it.action);
    if (event == nullptr) {
      ADD_FAILURE() << it.text;
      continue;
    }
    EXPECT_EQ(party_texts(event->actor), it.actor) << it.text;
    EXPECT_EQ(party_texts(event->recipient), it.recipient) << it.text;
  }
}

TEST(PartyPhrases, ATimeBehindTheVerbIsNobody) {
  expect_parties({
      {"es", "La policía detuvo este lunes a tres hombres.", "arrest", "policía", "tres hombres"},
      {"pt", "A polícia prendeu nesta segunda-feira três homens.", "arrest", "polícia",
       "três homens"},
      {"fr", "Les députés ont rejeté lundi le projet de budget.", "reject", "députés", "projet"},
  });
}

TEST(PartyPhrases, ANounThatOnlyTellsWhatANameIsActsAlone) {
  expect_parties({
      {"es", "El gobierno rechazó la oferta.", "reject", "gobierno", "oferta"},
      {"pt", "O governo rejeitou a oferta.", "reject", "governo", "oferta"},
      {"de", "Die Regierung verurteilte den Angriff.", "condemn", "Regierung", ""},
  });
}

TEST(PartyPhrases, MoreThanCountsWhatFollows) {
  expect_parties({
      {"en", "The police arrested more than 40 smugglers.", "arrest", "police", "40 smugglers"},
      {"de", "Die Marine rettet mehr als 40 Fischer.", "rescue", "Marine", "40 Fischer"},
      {"fr", "La police a arrêté plus de 40 passeurs.", "arrest", "police", "40 passeurs"},
      {"es", "La policía detuvo más de 40 hombres.", "arrest", "policía", "40 hombres"},
      {"pt", "A polícia prendeu mais de 40 homens.", "arrest", "polícia", "40 homens"},
  });
}

TEST(PartyPhrases, AndBeforeAVerbGoesOnWithItsSubject) {
  testing::TestArticle article("es", {"El sindicato aprobó la oferta y suspendió la huelga."});
  const auto* event = testing::event(article.events(), "suspend_protest");
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(party_texts(event->actor), "sindicato");
}

TEST(PartyPhrases, WordsAroundAnotherVerbAreNobody) {
  for (const auto& [lang, text, action] :
       std::vector<std::tuple<const char*, const char*, const char*>>{
           {"en", "The share is worth a lot and was bought.", "buy"},
           {"de", "Einen Wechsel lehnte der Rat ab.", "reject"}}) {
    testing::TestArticle article(lang, {text});
    const auto* event = testing::event(article.events(), action);
    if (event == nullptr) continue;
    EXPECT_TRUE(event->actor.empty()) << text;
  }
}

TEST(PartyPhrases, TheSubjectStandsBehindAVerbThatComesSecond) {
  expect_parties({
      {"de", "Im Hafen wollen die Arbeiter am Montag streiken.", "strike", "Arbeiter", ""},
      {"de", "Siebzig Abgeordnete hatten den Antrag unterschrieben.", "sign", "Siebzig Abgeordnete",
       ""},
  });
}

TEST(PartyPhrases, ACompoundIsNotCut) {
  expect_parties({
      {"en", "The court rejected live-in rules in Lund.", "reject", "court", "live-in rules"},
      {"en", "Lund-backed rebels abducted the nurses.", "abduct", "Lund-backed rebels", "nurses"},
      {"en", "A Lund court rejected the appeal.", "reject", "Lund court", "appeal"},
  });
  testing::TestArticle land("en", {"Lund again rejected the appeal."});
  land.mention("Lund", "lund", EntityType::kCity);
  const auto* event = testing::event(land.events(), "reject");
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(party_texts(event->actor), "Lund");
}

TEST(PartyPhrases, WhoIsCitedBeforeACommaIsNoSubjectBehindIt) {
  expect_parties({
      {"fr", "Selon Lund, deux cents hommes ont été arrêtés.", "arrest", "", "deux cents hommes"},
      {"es", "Según Lund, doscientos hombres fueron detenidos.", "arrest", "",
       "doscientos hombres"},
  });
  testing::TestArticle apposition("en", {"Lund, the biggest town here, rejected the deal."});
  apposition.mention("Lund", "lund", EntityType::kCity);
  const auto* event = testing::event(apposition.events(), "reject");
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(party_texts(event->actor), "Lund");
}

TEST(PartyPhrases, WhatIsCondemnedIsNotDoneByWhoCondemnsIt) {
  testing::TestArticle german("de", {"Das Ministerium verurteilte den Angriff."});
  for (const model::Event& event : german.events().events) EXPECT_NE(event.action, "attack");
}

}  // namespace
}  // namespace synoptic::annotate
