#include "annotate/quotes/quote_marks.h"
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::TestArticle;

constexpr EntityType kPerson = EntityType::kPerson;

std::string speaker(const model::Quote& quote) {
  if (!quote.speaker) return "-";
  return quote.speaker->entity.empty() ? quote.speaker->text : quote.speaker->entity;
}

// "speaker: words", one a line.
std::string told(const model::Annotated& annotated) {
  std::string all;
  for (const auto& quote : annotated.quotes) {
    if (!all.empty()) all += '\n';
    all += speaker(quote) + ": " + quote.text;
  }
  return all;
}

TEST(Quotes, MarksOfAllKindsArePaired) {
  for (const std::string text : {"a «b c» d", "a “b c” d", "a \"b c\" d", "a „b c“ d",
                                 "a 「b c」 d", "a ‹b c› d", "a »b c« d", "a « b c » d"}) {
    const auto found = syntax::quotations(text);
    ASSERT_EQ(found.size(), 1u) << text;
    EXPECT_EQ(found[0].inner.of(text), "b c") << text;
  }
  EXPECT_TRUE(syntax::quotations("the workers’ pay isn’t \" high").empty());
}

TEST(Quotes, CueBehindInEnglish) {
  TestArticle article("en", {"\"We will rebuild the bridge,\" Mayor Anna Holt said on Monday."});
  article.mention("Anna Holt", "anna-holt", kPerson);
  EXPECT_EQ(told(article.quotes()), "anna-holt: We will rebuild the bridge");
}

TEST(Quotes, ASpeakerWithoutAKnownNameIsKeptAsWritten) {
  TestArticle article("en", {"\"The river rose within an hour,\" said a baker in Lyon, whose shop "
                             "was flooded."});
  const auto& found = article.quotes();
  ASSERT_EQ(found.quotes.size(), 1u);
  EXPECT_TRUE(speaker(found.quotes[0]).starts_with("a baker"));
}

TEST(Quotes, WhatIsNoSpeakerSaysNothing) {
  EXPECT_EQ(told(TestArticle("en", {"Output was 41 tons, up 7 points from May."}).quotes()), "");
  EXPECT_EQ(told(TestArticle("fr", {"La police, qui avait bloqué la rue, a annoncé 41 "
                                    "arrestations."})
                     .quotes()),
            "");
  TestArticle office("en", {"The mayor of Tarn, Ada Holt, ruled on the plan in May."});
  office.mention("Ada Holt", "holt", kPerson);
  EXPECT_EQ(told(office.quotes()), "");
  TestArticle bank("en", {"Rates will stay low, the bank said."});
  EXPECT_EQ(told(bank.quotes()), "the bank: Rates will stay low");
}

TEST(Quotes, OfTwoNamesInARowTheLastOneSpeaks) {
  TestArticle article("uk", {"«Ми подамо скаргу», — заявив адвокат Коваля Іван Лис."});
  article.mention("Коваля", "koval", kPerson).mention("Іван Лис", "lys", kPerson);
  EXPECT_EQ(told(article.quotes()), "lys: Ми подамо скаргу");
}

TEST(Quotes, SheIsTheWomanNamedBefore) {
  TestArticle article("de", {"Die Finanzministerin Ida Brehm besiegte Karl Voss.",
                             "Herr Voss sagte: „Ich gratuliere herzlich dazu.“",
                             "„Das war ein langer Weg für alle“, sagte sie."});
  article.mention("Ida Brehm", "brehm", kPerson).mention("Karl Voss", "voss", kPerson);
  article.mention("Voss", "voss", kPerson);
  EXPECT_EQ(told(article.quotes()),
            "voss: Ich gratuliere herzlich dazu\nbrehm: Das war ein langer Weg für alle");
}

TEST(Quotes, APronounTakesUpTheSpeakerBefore) {
  TestArticle article("en", {"\"It was a hard year for us,\" Holt said.",
                             "\"But we paid every worker in time,\" she added."});
  article.mention("Holt", "holt", kPerson);
  EXPECT_EQ(told(article.quotes()),
            "holt: It was a hard year for us\nholt: But we paid every worker in time");
}

TEST(Quotes, ArabicSpeakerIsCarriedAcrossACaptionAndChanges) {
  TestArticle article(
      "ar", {"قال المتحدث باسم الحكومة سمير نادر: \"سنفتح الجسر في الربيع القادم\".", "صورة الجسر",
             "وأوضح أن \"العمل سيستمر طوال فصل الشتاء\".",
             "وذكرت وزارة النقل في بيان أن \"الطريق آمن تماما للسيارات\"."});
  article.kind(1, model::BlockKind::kCaption)
      .mention("سمير نادر", "samir", kPerson)
      .mention("وزارة النقل", "transport");
  EXPECT_EQ(told(article.quotes()),
            "samir: سنفتح الجسر في الربيع القادم\nsamir: العمل سيستمر طوال فصل الشتاء\n"
            "transport: الطريق آمن تماما للسيارات");
}

TEST(Quotes, ARolePhraseIsThePersonItDescribedBefore) {
  TestArticle article("ar", {"وصل المتحدث باسم الحكومة سمير نادر إلى المدينة.",
                             "وقال المتحدث باسم الحكومة: \"الجسر مفتوح للجميع اليوم\"."});
  article.mention("سمير نادر", "samir", kPerson);
  EXPECT_EQ(told(article.quotes()), "samir: الجسر مفتوح للجميع اليوم");
}

TEST(Quotes, ChineseDirectAndIndirect) {
  TestArticle article("zh-Hans", {"交通部长李明在记者会上说：“大桥将在明年春天通车。”",
                                  "丰田 CEO 王伟在 2022 年承认，电池是最难降低成本的部件。"});
  article.mention("李明", "li-ming", kPerson).mention("王伟", "wang-wei", kPerson);
  const auto& found = article.quotes();
  EXPECT_EQ(told(found), "li-ming: 大桥将在明年春天通车\nwang-wei: 电池是最难降低成本的部件");
  EXPECT_EQ(found.quotes[1].form, "indirect");
  EXPECT_EQ(found.quotes[1].cue, "承认");
}

TEST(Quotes, RussianDirectAndIndirect) {
  TestArticle article("ru", {"«Мост откроют весной», — заявил министр Иван Орлов.",
                             "Орлов добавил, что дорога останется бесплатной."});
  article.mention("Иван Орлов", "orlov", kPerson).mention("Орлов добавил", "", kPerson);
  const auto& found = article.quotes();
  ASSERT_EQ(found.quotes.size(), 2u);
  EXPECT_EQ(speaker(found.quotes[0]), "orlov");
  EXPECT_EQ(found.quotes[1].text, "дорога останется бесплатной");
}

TEST(Quotes, VerbLastLanguages) {
  TestArticle japanese("ja", {"市の担当課長は「橋は来年の春に開通する予定だ」と述べた。"});
  EXPECT_EQ(told(japanese.quotes()), "市の担当課長: 橋は来年の春に開通する予定だ");
  TestArticle turkish("tr",
                      {"Ulaştırma Bakanı, \"Köprü gelecek yıl bahar aylarında açılacak\" dedi."});
  EXPECT_EQ(told(turkish.quotes()), "Ulaştırma Bakanı: Köprü gelecek yıl bahar aylarında açılacak");
  TestArticle korean("ko", {"교통장관은 \"다리는 내년 봄에 반드시 열릴 것\"이라고 말했다."});
  EXPECT_EQ(told(korean.quotes()), "교통장관: 다리는 내년 봄에 반드시 열릴 것");
}

TEST(Quotes, EuropeanLanguages) {
  TestArticle spanish("es",
                      {"\"El puente abrirá en la próxima primavera\", declaró la alcaldesa de "
                       "Burgos al término del acto."});
  EXPECT_EQ(told(spanish.quotes()),
            "la alcaldesa de Burgos: El puente abrirá en la próxima primavera");
  TestArticle french("fr", {"« Le pont ouvrira au printemps », a déclaré la maire de Nantes devant "
                            "la presse."});
  EXPECT_EQ(told(french.quotes()), "la maire de Nantes: Le pont ouvrira au printemps");
  TestArticle german("de", {"„Die Brücke wird im Frühjahr geöffnet“, sagte der Bürgermeister."});
  EXPECT_EQ(told(german.quotes()), "der Bürgermeister: Die Brücke wird im Frühjahr geöffnet");
}

TEST(Quotes, ANameOrATitleInMarksIsNoSpeech) {
  TestArticle names("ar", {"اختارت الشركة “نهر الليل” شريكا لها."});
  EXPECT_TRUE(names.quotes().quotes.empty());
  TestArticle title("en", {"The film \"Night River\" opens in Lyon."});
  EXPECT_TRUE(title.quotes().quotes.empty());
}

TEST(Quotes, AnAnnouncementWithoutWordsIsNoQuote) {
  TestArticle article("ar", {"أعلن الرئيس عن إطلاق شراكة جديدة مع الهند."});
  EXPECT_TRUE(article.quotes().quotes.empty());
}

TEST(Quotes, UnnamedReportsSpeakUnderTheirOwnName) {
  TestArticle article("ar", {"أفادت التقارير بأن الشركة ستغلق مصنعها في المدينة."});
  EXPECT_EQ(told(article.quotes()), "التقارير: الشركة ستغلق مصنعها في المدينة");
  TestArticle rumour("en", {"It is said that the company will close its factory."});
  EXPECT_EQ(told(rumour.quotes()), "-: the company will close its factory");
}

TEST(Quotes, AClauseIsNoSpeaker) {
  for (const std::string text : {"Lund added a second goal late in the match on Sunday.",
                                 "An older version of this page said the bridge was shut.",
                                 "What would Lund have thought that the song lacked?"}) {
    EXPECT_EQ(told(TestArticle("en", {text}).quotes()), "") << text;
  }
  EXPECT_EQ(
      told(TestArticle("en", {"Citing two officials, the paper said that the test had failed."})
               .quotes()),
      "the paper: the test had failed");
  EXPECT_EQ(told(TestArticle("en", {"My thinking is that the ice will melt, Lund said."}).quotes()),
            "Lund: My thinking is that the ice will melt");
}

TEST(Quotes, SheIsNoAgency) {
  TestArticle article("en", {"Lindsk News reports that the bill was high.",
                             "\"I was told nothing of it at all,\" she told the paper."});
  article.mention("Lindsk News", "lindsk-news", EntityType::kOrg);
  const auto& found = article.quotes();
  ASSERT_FALSE(found.quotes.empty());
  EXPECT_EQ(speaker(found.quotes.back()), "-");
}

TEST(Quotes, NestedAttributionHasASource) {
  TestArticle article("en", {"The ship has been freed, the agency said, citing the port."});
  const auto& found = article.quotes();
  ASSERT_EQ(found.quotes.size(), 1u);
  EXPECT_EQ(speaker(found.quotes[0]), "the agency");
  EXPECT_EQ(found.quotes[0].source, "the port");
}

TEST(Quotes, AMediumIsNamed) {
  TestArticle article("en", {"In a letter to the staff, the director admitted that profits fell."});
  const auto& found = article.quotes();
  ASSERT_EQ(found.quotes.size(), 1u);
  EXPECT_EQ(found.quotes[0].medium, "letter");
  EXPECT_EQ(found.quotes[0].text, "profits fell");
}

TEST(Quotes, ANegatedCueSaysNothing) {
  TestArticle article("en", {"The president did not say when the troops would return. He declined "
                             "to say whether talks had begun."});
  EXPECT_TRUE(article.quotes().quotes.empty());
}

TEST(Quotes, ACueInsideTheMarksPartsThem) {
  TestArticle article("fr", {"« Nous partons, a dit le maire de Nantes, et nous ne reviendrons "
                             "plus. »"});
  EXPECT_EQ(told(article.quotes()),
            "le maire de Nantes: Nous partons\nle maire de Nantes: et nous ne reviendrons plus");
}

TEST(Quotes, TwoClausesTwoSpeakers) {
  TestArticle article("en",
                      {"Holt said that the bridge was safe, while the union insisted that the "
                       "roof was leaking."});
  article.mention("Holt", "holt", kPerson).mention("union", "union");
  EXPECT_EQ(told(article.quotes()), "holt: the bridge was safe\nunion: the roof was leaking");
}

TEST(Quotes, WhatIsTakenWithoutASpeakerIsNone) {
  TestArticle article("en", {"\"The road is safe\", said Holt.",
                             "A man was fined on Monday. He denies the charges."});
  article.mention("Holt", "holt", kPerson);
  EXPECT_EQ(told(article.quotes()), "holt: The road is safe");
  TestArticle named("en", {"Holt denies the charges."});
  named.mention("Holt", "holt", kPerson);
  EXPECT_EQ(told(named.quotes()), "holt: the charges");
}

}  // namespace
}  // namespace synoptic::annotate
