// "According to X, …": who says it, and who is only spoken of.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::TestArticle;

std::string speaker(const model::Annotated& annotated) {
  if (annotated.quotes.empty()) return "";
  const auto& who = annotated.quotes[0].speaker;
  if (!who) return "-";
  return who->entity.empty() ? who->text : who->entity;
}

std::string said_of(const std::string& lang, const std::string& text, const std::string& name) {
  TestArticle article(lang, {text});
  article.mention(name, "lund", model::EntityType::kPerson);
  return speaker(article.quotes());
}

TEST(According, WhichMeansWhoWasNamedBefore) {
  const auto told = [](const std::string& lang, const std::string& text) {
    TestArticle article(lang, {text});
    article.mention("Meridian", "meridian", model::EntityType::kOrg);
    const auto quotes = article.quotes().quotes;
    return quotes.empty() ? "" : quotes[0].speaker->entity + ": " + quotes[0].text;
  };
  EXPECT_EQ(told("pt", "A notícia foi dada pela agência Meridian, segundo a qual o porto fecha."),
            "meridian: o porto fecha");
  EXPECT_EQ(told("es", "Lo contó la agencia Meridian, según la cual el puerto cierra."),
            "meridian: el puerto cierra");
  EXPECT_EQ(told("fr", "La nouvelle vient de Meridian, selon laquelle le port ferme."),
            "meridian: le port ferme");
  EXPECT_EQ(told("ru", "Это сообщило агентство Meridian, по данным которого порт закрыт."),
            "meridian: порт закрыт");
  EXPECT_EQ(told("es", "Hay una norma según la cual el puerto cierra."), "") << "nobody speaks";
}

TEST(According, ATownBeforeAColonIsWhereTheReportWasWritten) {
  const auto told = [](const std::string& lang, const std::string& text, const std::string& town) {
    TestArticle article(lang, {text});
    article.mention(town, "town", model::EntityType::kCity);
    return speaker(article.quotes());
  };
  EXPECT_NE(told("hi", "नई दिल्ली: पुल बुधवार को बंद कर दिया गया।", "नई दिल्ली"), "town");
  EXPECT_NE(told("es", "Lima: el puente quedó cerrado el miércoles.", "Lima"), "town");
}

TEST(According, WhomAClauseAccusesDoesNotSayIt) {
  EXPECT_EQ(said_of("es", "Según la policía, Lund mató a dos vecinos.", "Lund"), "la policía");
  EXPECT_EQ(said_of("es", "Según el alcalde, Lund mató a dos vecinos.", "Lund"), "el alcalde");
  EXPECT_EQ(said_of("pt", "Segundo a polícia, Lund entregou as armas a um vizinho.", "Lund"),
            "a polícia");
  EXPECT_EQ(said_of("fr", "Selon le parquet, Lund a donné les armes à un voisin.", "Lund"),
            "le parquet");
  EXPECT_EQ(said_of("en", "According to the police, Lund, 30, killed two neighbours.", "Lund"),
            "the police");
}

TEST(According, AnOfficeHasItsNameBehindIt) {
  EXPECT_EQ(said_of("es", "Según el alcalde, Lund, el puente abrirá en la primavera.", "Lund"),
            "lund");
  EXPECT_EQ(said_of("en", "According to the mayor, Lund, the bridge will open in spring.", "Lund"),
            "lund");
}

TEST(According, TheHeadOfABodyHasItsNameBehindIt) {
  EXPECT_EQ(said_of("pt", "“Quem paga a ponte?”, perguntou o líder da polícia, Lund.", "Lund"),
            "lund");
  EXPECT_EQ(said_of("en", "\"Who pays?\" asked the owner of the company, Lund.", "Lund"), "lund");
}

TEST(According, AnAdverbOfTimeIsNoSpeaker) {
  EXPECT_EQ(said_of("zh-Hans", "赛后，伦德说：“我们赢了这场比赛。”", "伦德"), "lund");
  EXPECT_EQ(said_of("zh-Hans", "伦德赛后表示，比赛很艰难。", "伦德"), "lund");
}

TEST(According, WhoseFiguresTheyAre) {
  TestArticle article("zh-Hans", {"根据水利协会的数据，全市有四十座大坝。"});
  EXPECT_EQ(speaker(article.quotes()), "水利协会");
}

TEST(According, TheSecondIsNotWhoSaysIt) {
  TestArticle article("pt", {"Ferreyra, que saiu do banco, virou aos 43 do segundo tempo."});
  EXPECT_TRUE(article.quotes().quotes.empty());
}

TEST(According, PlansAndLawsAreNoSpeakers) {
  for (const auto& [lang, text] :
       {std::pair{"tr", "Anlaşmaya göre taraflar altı ay içinde masaya oturacak."},
        std::pair{"tr", "Plana göre köprü baharda açılacak."},
        std::pair{"en", "According to the agreement, the sides will meet in spring."},
        std::pair{"de", "Nach dem Abkommen werden sich die Seiten im Frühling treffen."},
        std::pair{"es", "Según el acuerdo, las partes se reunirán en primavera."},
        std::pair{"fr", "Selon l'accord, les parties se réuniront au printemps."},
        std::pair{"ru", "Согласно закону, мост откроют весной."},
        std::pair{"id", "Menurut rencana, jembatan akan dibuka pada musim semi."}}) {
    TestArticle article(lang, {text});
    for (const model::Quote& quote : article.quotes().quotes) {
      EXPECT_FALSE(quote.speaker) << text << " " << (quote.speaker ? quote.speaker->text : "");
    }
  }
  TestArticle agency("en", {"According to the agency, the sides will meet in spring."});
  EXPECT_EQ(speaker(agency.quotes()), "the agency");
}

TEST(According, TheWordThatBeginsARelativeClauseBeginsNoSpeech) {
  TestArticle article(
      "fa", {"وزیر خارجه گفت تهران با راه‌هایی که از خاکش "
             "نمی‌گذرند "
             "مخالفتی "
             "ندارد."});
  const auto& quotes = article.quotes().quotes;
  ASSERT_EQ(quotes.size(), 1U);
  EXPECT_EQ(
      quotes[0].text,
      "تهران با راه‌هایی که از خاکش نمی‌گذرند مخالفتی "
      "ندارد");
  TestArticle that("fa", {"وزیر خارجه گفت که تهران مخالفتی ندارد."});
  ASSERT_EQ(that.quotes().quotes.size(), 1U);
  EXPECT_EQ(that.quotes().quotes[0].text, "تهران مخالفتی ندارد");
}

TEST(According, WhoStandsBehindTheClauseInKoreanSaysIt) {
  TestArticle article("ko", {"룬드에서 4일 새벽 버스가 비탈 아래로 떨어져 9명이 숨지고 23명이 "
                             "다쳤다고 현지 경찰이 밝혔다."});
  EXPECT_EQ(speaker(article.quotes()), "현지 경찰");
}

TEST(According, TheNumberOfAModelIsNoSpeech) {
  TestArticle article("ru", {"Самолёт \"Ту-54\" доставил груз в Лунд, сообщили в городе."});
  for (const model::Quote& quote : article.quotes().quotes) EXPECT_NE(quote.text, "Ту-54");
}

TEST(According, AnEndingBehindABracketMarksTheSubject) {
  TestArticle article("ko", {"룬드 최고경영자(CEO)는 “내년에 다리를 짓겠다”고 말했다."});
  EXPECT_EQ(speaker(article.quotes()), "룬드 최고경영자(CEO)");
}

}  // namespace
}  // namespace synoptic::annotate
