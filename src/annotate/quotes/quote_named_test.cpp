// Where the name of a speaker ends beside "according to", and what is no speaker.
#include <gtest/gtest.h>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::TestArticle;

std::string told(const model::Annotated& annotated) {
  std::string all;
  for (const auto& quote : annotated.quotes) {
    if (!all.empty()) all += '\n';
    all += (quote.speaker ? quote.speaker->text : "-") + ": " + quote.text;
  }
  return all;
}

std::string told(const std::string& lang, std::vector<std::string> paragraphs) {
  return told(TestArticle(lang, std::move(paragraphs)).quotes());
}

TEST(SpeakersNamed, EndWhereTheSentenceGoesOn) {
  const std::string sentence = "Bei dem Unfall wurden laut Polizei drei Menschen verletzt.";
  EXPECT_EQ(told("de", {sentence}), "Polizei: " + sentence.substr(0, sentence.size() - 1));
  TestArticle article("de", {"Die Brücke bleibt nach Angaben von Bürgermeister Robert Finch "
                             "mindestens zehn Tage gesperrt."});
  article.mention("Robert Finch", "finch", model::EntityType::kPerson);
  const auto& quotes = article.quotes().quotes;
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].speaker->text, "Bürgermeister Robert Finch");
  EXPECT_EQ(told("ja", {"通行止めは、港湾局によると、10日間続く。"}), "港湾局: 10日間続く");
  EXPECT_EQ(told("ko", {"이 사고로 경찰에 따르면 3명이 다쳤다."}), "경찰: 3명이 다쳤다");
  EXPECT_EQ(told("hi", {"दुर्घटना में पुलिस के मुताबिक तीन लोग घायल हुए।"}), "पुलिस: तीन लोग घायल हुए");
}

TEST(SpeakersNamed, AParticipleGoesOnWithWhomTheSentenceIsAbout) {
  TestArticle article("ar", {"قال سامي حداد إن \"الطريق مغلق\".",
                             "رحب الوزير مروان قاسم بالقرار، مؤكدا أن \"الباب مفتوح للجميع\"."});
  article.mention("سامي حداد", "sami", model::EntityType::kPerson)
      .mention("مروان قاسم", "marwan", model::EntityType::kPerson);
  const auto& quotes = article.quotes().quotes;
  ASSERT_EQ(quotes.size(), 2u);
  ASSERT_TRUE(quotes[1].speaker);
  EXPECT_EQ(quotes[1].speaker->entity, "marwan");
}

TEST(SpeakersNamed, ANameBetweenDashesIsNoSpeech) {
  EXPECT_EQ(told("ru", {"Одна из них — «Ладога Транс» — назвала решение ошибкой."}), "");
}

TEST(SpeakersNamed, AnEstimateSpeaksOnlyByItsMaker) {
  EXPECT_EQ(told("en", {"According to a first estimate, 24,000 vehicles are affected."}), "");
  EXPECT_EQ(told("en", {"About 300 homes burned down, according to an estimate by the port "
                        "authority."}),
            "the port authority: About 300 homes burned down");
  EXPECT_EQ(told("zh", {"据初步估计，每天有2.4万辆车受影响。"}), "");
  EXPECT_EQ(told("zh", {"据卫生部最新统计，12人死亡。"}), "卫生部: 12人死亡");
  EXPECT_EQ(told("zh", {"据港口统计局数据，12人死亡。"}), "港口统计局: 12人死亡");
  EXPECT_EQ(told("zh", {"据港口统计，12人死亡。"}), "港口: 12人死亡");
  EXPECT_EQ(told("zh", {"存储数据：约1.3亿条记录。"}), "");
  EXPECT_EQ(told("de", {"Laut ersten Schätzungen sind 300 Häuser betroffen."}), "");
  EXPECT_EQ(told("fr", {"Selon un bilan provisoire, douze personnes sont mortes."}), "");
  EXPECT_EQ(told("ru", {"По предварительным данным, погибли двенадцать человек."}), "");
  EXPECT_EQ(told("ja", {"初期の推計によると、300棟が被害を受けた。"}), "");
}

TEST(SpeakersNamed, ABlockQuotationBelongsToWhoWasToldToSpeak) {
  TestArticle article("en", {"Anna Holt, the union leader, told reporters:", "We have no plan.",
                             "We never had one.", "The bridge stays closed."});
  article.mention("Anna Holt", "holt", model::EntityType::kPerson)
      .kind(1, model::BlockKind::kQuote)
      .kind(2, model::BlockKind::kQuote);
  EXPECT_EQ(told(article.quotes()), "Anna Holt: We have no plan\nAnna Holt: We never had one");
  TestArticle list("en", {"The closed roads are as follows:", "Main Street and Harbour Road."});
  list.kind(1, model::BlockKind::kQuote);
  EXPECT_EQ(told(list.quotes()), "");
}

TEST(SpeakersNamed, ALoneNameBeforeItsApposition) {
  EXPECT_EQ(told("en", {"Suharyanto, head of the agency, said three days of rain had come."}),
            "Suharyanto: three days of rain had come");
  EXPECT_EQ(told("fr", {"Suharyanto, chef de l’agence, a déclaré que la pluie avait cessé."}),
            "Suharyanto: la pluie avait cessé");
  EXPECT_EQ(told("es", {"Suharyanto, jefe de la agencia, dijo que la lluvia había cesado."}),
            "Suharyanto: la lluvia había cesado");
  EXPECT_EQ(told("ru", {"Сухарьянто, глава агентства, сообщил, что дождь прекратился."}),
            "Сухарьянто: дождь прекратился");
  EXPECT_EQ(told("en", {"Meanwhile, the head of the agency said that the rain had stopped."}),
            "the head of the agency: the rain had stopped");
}

TEST(SpeakersNamed, ADayBetweenCueAndSpeaker) {
  const std::string text = "The mayor said on Tuesday the bridge was safe and open.";
  TestArticle article("en", {text});
  article.time("Tuesday");
  EXPECT_EQ(told(article.quotes()), "The mayor: the bridge was safe and open");
}

TEST(SpeakersNamed, BehindAQuotationThatBeginsTheSentence) {
  TestArticle ja("ja", {"「橋は安全だ」と山本健太市長が述べた。"});
  ja.mention("山本健太", "", model::EntityType::kPerson);
  EXPECT_EQ(told(ja.quotes()), "山本健太市長: 橋は安全だ");
  TestArticle ko("ko", {"\"다리는 안전하다\"고 박민호 시장은 화요일 말했다."});
  ko.mention("박민호", "", model::EntityType::kPerson);
  EXPECT_EQ(told(ko.quotes()), "박민호 시장: 다리는 안전하다");
}

TEST(SpeakersNamed, TheSpeakerMayStandBehindTheClause) {
  TestArticle article("ko",
                      {"나이지리아에서 납치된 기술자 3명이 모두 풀려났다고 외교부가 20일 밝혔다."});
  article.mention("외교부", "south-korea/foreign-ministry");
  const auto& quotes = article.quotes().quotes;
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].speaker ? quotes[0].speaker->entity : "", "south-korea/foreign-ministry");
  EXPECT_EQ(quotes[0].text, "나이지리아에서 납치된 기술자 3명이 모두 풀려났다고");
}

TEST(SpeakersNamed, ABodyThatNoTableHasMayStandBehindTheClause) {
  TestArticle article("ko", {"강남에서 불이 나 경찰이 조사하고 있다고 소방당국이 27일 밝혔다."});
  EXPECT_EQ(told(article.quotes()), "소방당국: 강남에서 불이 나 경찰이 조사하고 있다고");
}

TEST(SpeakersNamed, WhatBelongsToANameIsNoSaying) {
  TestArticle article("en",
                      {"Al-Hilal's hopes of a fifth Asian crown ended in tears on Wednesday."});
  article.mention("Al-Hilal", "al-hilal");
  EXPECT_TRUE(article.quotes().quotes.empty());
}

TEST(SpeakersNamed, WhoSpeaksForTheBodyJustNamedIsIt) {
  TestArticle ar(
      "ar", {"واعترض اتحاد الصناعات على القرار، وقال وكيله إن المصانع الصغيرة تدفع الأجور نقدا."});
  ar.mention("اتحاد الصناعات", "federation");
  const auto& quotes = ar.quotes().quotes;
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes.back().speaker ? quotes.back().speaker->entity : "", "federation");
  TestArticle en("en", {"Ana Prado left the union. Its spokesman said the talks would go on."});
  en.mention("Ana Prado", "ana", model::EntityType::kPerson);
  ASSERT_FALSE(en.quotes().quotes.empty());
  EXPECT_NE(en.quotes().quotes[0].speaker ? en.quotes().quotes[0].speaker->entity : "", "ana");
}

TEST(SpeakersNamed, WhoMadeAFilmDoesNotSayItsTitle) {
  TestArticle es("es", {"«La estación de la sal», de la directora Niloufar Sadeghi, ganó ayer."});
  es.mention("Niloufar Sadeghi", "", model::EntityType::kPerson);
  EXPECT_TRUE(es.quotes().quotes.empty());
}

TEST(SpeakersNamed, ReportsThatAreDeniedDenyNothing) {
  EXPECT_EQ(told("ar", {"ورفض وزير المالية الاستقالة، ونفى تقارير عن اختيار المشتري."}), "");
  EXPECT_NE(told("ar", {"ونفى وزير المالية أن المشتري اختير."}), "");
}

}  // namespace
}  // namespace synoptic::annotate
