// Deeds that did not come about, and deeds to come.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::event;
using testing::TestArticle;

struct AheadCase {
  const char* lang;
  const char* text;
  const char* action;
  std::vector<std::string> names;
};

const model::Event* read_ahead(TestArticle& article, const AheadCase& test) {
  for (const std::string& name : test.names) {
    article.mention(name, name, model::EntityType::kCountry);
  }
  return event(article.events(), test.action);
}

TEST(DeedsAhead, ADenialBehindTheDeedIsSeen) {
  const std::vector<AheadCase> cases{
      {"fa", "ما با آمریکا مذاکره نمی‌کنیم.", "negotiate", {"آمریکا"}},
      {"fa", "ایران به اسرائیل حمله نخواهد کرد.", "attack", {"ایران", "اسرائیل"}},
      {"fa", "من به ایران حمله نمی‌کنم.", "attack", {"ایران"}},
      {"fr",
       "La Russie n'a pas encore signé l'accord avec l'Ukraine.",
       "sign",
       {"Russie", "Ukraine"}},
      {"id", "Kami tidak akan berunding dengan Iran.", "negotiate", {"Iran"}},
      {"zh", "运河管理局说，巴拿马不会关闭运河。", "close", {"巴拿马"}},
      {"ko", "북한의 공격은 없었다.", "attack", {"북한"}},
      {"ko", "한국은 북한을 공격하지 않겠다고 밝혔다.", "attack", {"한국", "북한"}},
      {"tr", "Türkiye ile Yunanistan arasında görüşme olmadı.", "meet", {"Türkiye", "Yunanistan"}},
      {"tr", "Türkiye İsrail'e saldırı düzenlemedi.", "attack", {"Türkiye", "İsrail"}},
      {"ru", "Переговоры России и Украины не проводились.", "negotiate", {"России", "Украины"}},
      {"ru", "Представители Китая на заседание не явились.", "meet", {"Китая"}},
      {"uk", "Зустріч України і Росії не відбулася.", "meet", {"України", "Росії"}},
      {"en",
       "The meeting between Russia and Ukraine did not take place.",
       "meet",
       {"Russia", "Ukraine"}},
      {"de",
       "Das Treffen zwischen Russland und der Ukraine fand nicht statt.",
       "meet",
       {"Russland", "Ukraine"}},
      {"pt", "A reunião entre a Rússia e a Ucrânia não aconteceu.", "meet", {"Rússia", "Ucrânia"}},
      {"id", "Pertemuan antara Rusia dan Ukraina tidak terjadi.", "meet", {"Rusia", "Ukraina"}},
      {"ja", "日本は北朝鮮を攻撃しない。", "attack", {"日本", "北朝鮮"}},
      {"ja", "日本は北朝鮮と協議しません。", "negotiate", {"日本", "北朝鮮"}},
      {"zh", "俄罗斯与乌克兰的会谈没有举行。", "meet", {"俄罗斯", "乌克兰"}}};
  for (const AheadCase& test : cases) {
    TestArticle article(test.lang, {test.text});
    const auto* found = read_ahead(article, test);
    ASSERT_NE(found, nullptr) << test.text;
    EXPECT_EQ(found->polarity, model::Polarity::kNegative) << test.text;
  }
}

TEST(DeedsAhead, OfWhatCameOfADeedNothingIsDenied) {
  const std::vector<AheadCase> cases{
      {"ko", "북한의 공격으로 인한 피해는 없었다.", "attack", {"북한"}},
      {"en",
       "After Russia attacked Ukraine the meeting did not take place.",
       "attack",
       {"Russia", "Ukraine"}},
      {"hi", "मोदी ने पाकिस्तान पर हमला किया।", "attack", {"मोदी", "पाकिस्तान"}}};
  for (const AheadCase& test : cases) {
    TestArticle article(test.lang, {test.text});
    const auto* found = read_ahead(article, test);
    ASSERT_NE(found, nullptr) << test.text;
    EXPECT_EQ(found->polarity, model::Polarity::kPositive) << test.text;
  }
}

TEST(DeedsAhead, WhoDoesNotAnswerADeedDeniesItNot) {
  const std::vector<AheadCase> cases{
      {"es", "Rusia no comentó el ataque contra Polonia.", "attack", {"Rusia", "Polonia"}},
      {"ru", "Россия не прокомментировала нападение на Польшу.", "attack", {"Россия", "Польшу"}},
      {"zh", "俄罗斯没有回应乌克兰的攻击。", "attack", {"俄罗斯", "乌克兰"}},
      {"id", "Rusia tidak menanggapi serangan Ukraina.", "attack", {"Rusia", "Ukraina"}},
      {"ar", "لم تعلق روسيا على الهجوم على بولندا.", "attack", {"روسيا", "بولندا"}},
      {"ja", "ロシアはウクライナの攻撃に反応しなかった。", "attack", {"ロシア", "ウクライナ"}},
      {"ko", "러시아는 우크라이나의 공격에 대응하지 않았다.", "attack", {"러시아", "우크라이나"}},
      {"hi", "रूस ने यूक्रेन के हमले का जवाब नहीं दिया।", "attack", {"रूस", "यूक्रेन"}},
      {"fa", "روسیه به حمله اوکراین پاسخ نداد.", "attack", {"روسیه", "اوکراین"}}};
  for (const AheadCase& test : cases) {
    TestArticle article(test.lang, {test.text});
    const auto* found = read_ahead(article, test);
    ASSERT_NE(found, nullptr) << test.text;
    EXPECT_EQ(found->polarity, model::Polarity::kPositive) << test.text;
  }
}

TEST(DeedsAhead, ARefusalOfTheFutureIsOfToday) {
  TestArticle article("es", {"España no firmará el acuerdo con Rusia."});
  article.mention("España", "spain", model::EntityType::kCountry)
      .mention("Rusia", "russia", model::EntityType::kCountry);
  const auto* reject = event(article.events(), "reject");
  ASSERT_NE(reject, nullptr);
  EXPECT_EQ(reject->modality, "asserted");
}

TEST(DeedsAhead, TheEndingOfTheVerbLooksAhead) {
  const std::vector<AheadCase> cases{
      {"es", "España firmará un acuerdo con Polonia.", "sign", {"España", "Polonia"}},
      {"es", "España atacará Polonia.", "attack", {"España", "Polonia"}},
      {"pt", "O Brasil assinará um acordo com a Argentina.", "sign", {"Brasil", "Argentina"}},
      {"fr", "La France signera un accord avec la Pologne.", "sign", {"France", "Pologne"}},
      {"fr", "La France recevra lundi la Pologne.", "host", {"France", "Pologne"}},
      {"tr", "Türkiye Yunanistan ile görüşecek.", "meet", {"Türkiye", "Yunanistan"}},
      {"tr", "Türkiye İsrail'e saldıracak.", "attack", {"Türkiye", "İsrail"}},
      {"uk", "Україна підпише угоду з Польщею.", "sign", {"Україна", "Польщею"}},
      {"hi", "भारत पाकिस्तान पर हमला करेगी।", "attack", {"भारत", "पाकिस्तान"}},
      {"fa", "ایران به روسیه سفر خواهد کرد.", "visit", {"ایران", "روسیه"}},
      {"id", "Indonesia dijadwalkan menemui Malaysia.", "meet", {"Indonesia", "Malaysia"}},
      {"en", "Britain is slated to visit Poland.", "visit", {"Britain", "Poland"}},
      {"ko", "한국은 북한과 회담을 열 예정이다.", "meet", {"한국", "북한"}}};
  for (const AheadCase& test : cases) {
    TestArticle article(test.lang, {test.text});
    const auto* found = read_ahead(article, test);
    ASSERT_NE(found, nullptr) << test.text;
    EXPECT_EQ(found->modality, "planned") << test.text;
  }
}

TEST(DeedsAhead, WhatIsAskedForIsNotDone) {
  const std::vector<AheadCase> cases{
      {"ko", "야당은 북한에 철수를 요구했다.", "withdraw", {"북한"}},
      {"ja", "野党は日本に撤退を求めた。", "withdraw", {"日本"}},
      {"tr", "Muhalefet Türkiye'nin istifa etmesini istedi.", "resign", {"Türkiye"}},
      {"en", "Israel did not respond to a request for comment.", "demand", {"Israel"}},
      {"zh", "以色列没有回应置评请求。", "demand", {"以色列"}}};
  for (const AheadCase& test : cases) {
    TestArticle article(test.lang, {test.text});
    EXPECT_EQ(read_ahead(article, test), nullptr) << test.text;
  }
  TestArticle inquiry("hi", {"भारत ने पाकिस्तान की जाँच के आदेश दिए।"});
  EXPECT_NE(read_ahead(inquiry, {"hi", "", "investigate", {"भारत", "पाकिस्तान"}}), nullptr);
  TestArticle stop("ko", {"야당은 북한에 공격 중단을 요구했다."});
  EXPECT_NE(read_ahead(stop, {"ko", "", "attack", {"북한"}}), nullptr);
}

TEST(DeedsAhead, WhatIsPlannedBehindItsNounIsToCome) {
  const std::vector<AheadCase> cases{
      {"en", "The visit of China to Russia is planned for May.", "visit", {"China", "Russia"}},
      {"ru", "Визит Китая в Россию запланирован на май.", "visit", {"Китая", "Россию"}},
      {"uk", "Зустріч України і Росії відбудеться у травні.", "meet", {"України", "Росії"}},
      {"zh", "中国与俄罗斯的会晤定于5月举行。", "meet", {"中国", "俄罗斯"}},
      {"fr", "La Chine doit rencontrer la Russie lundi.", "meet", {"Chine", "Russie"}},
      {"es", "España recibirá a Polonia el lunes.", "host", {"España", "Polonia"}}};
  for (const AheadCase& test : cases) {
    TestArticle article(test.lang, {test.text});
    const auto* found = read_ahead(article, test);
    ASSERT_NE(found, nullptr) << test.text;
    EXPECT_EQ(found->modality, "planned") << test.text;
  }
  TestArticle other("en", {"China attacked Russia, and a meeting is planned for May."});
  const auto* attack = read_ahead(other, {"en", "", "attack", {"China", "Russia"}});
  ASSERT_NE(attack, nullptr);
  EXPECT_EQ(attack->modality, "asserted");
}

TEST(DeedsAhead, VerbsThatOnlyLookSoAreOfTheirTime) {
  const std::vector<AheadCase> cases{
      {"es", "España retira sus tropas de Polonia.", "withdraw", {"España", "Polonia"}},
      {"es", "España coopera con Polonia.", "cooperate", {"España", "Polonia"}},
      {"fr", "La France a reçu lundi la Pologne.", "host", {"France", "Pologne"}},
      {"tr", "Türkiye Yunanistan ile görüştü.", "meet", {"Türkiye", "Yunanistan"}}};
  for (const AheadCase& test : cases) {
    TestArticle article(test.lang, {test.text});
    const auto* found = read_ahead(article, test);
    ASSERT_NE(found, nullptr) << test.text;
    EXPECT_EQ(found->modality, "asserted") << test.text;
  }
}

TEST(DeedsAhead, APlaceBehindWithIsNoSecondPartner) {
  TestArticle article("tr", {"Hakan Fidan, Mark Rutte ile Ankara'da görüştü."});
  article.mention("Hakan Fidan", "fidan", model::EntityType::kPerson)
      .mention("Mark Rutte", "rutte", model::EntityType::kPerson)
      .mention("Ankara", "ankara", model::EntityType::kCity);
  const auto* meet = event(article.events(), "meet");
  ASSERT_NE(meet, nullptr);
  EXPECT_EQ(testing::names(meet->actor), "fidan");
  EXPECT_EQ(testing::names(meet->recipient), "rutte");
}

// A medal is received, and nobody is.
TEST(DeedsAhead, WhoReceivesAThingReceivesNobody) {
  TestArticle article("pt", {"Kaveh receberá a medalha a 14 de setembro."});
  article.mention("Kaveh", "kaveh", model::EntityType::kPerson);
  EXPECT_EQ(event(article.events(), "host"), nullptr);
}

}  // namespace
}  // namespace synoptic::annotate
