// Deeds that are denied, refused or ruled out.
#include "annotate/events/denials.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::event;
using testing::TestArticle;

struct DenialCase {
  const char* lang;
  const char* text;
  const char* action;
  std::vector<std::string> names;
};

// "- denied", "+ asserted"; "" where it is not read.
std::string denial_status(const DenialCase& test) {
  TestArticle article(test.lang, {test.text});
  for (const std::string& name : test.names) article.mention(name, name);
  const auto* found = event(article.events(), test.action);
  if (found == nullptr) return "";
  return (found->polarity == model::Polarity::kNegative ? "- " : "+ ") + found->modality;
}

void expect_denial(const std::vector<DenialCase>& cases, const std::string& status) {
  for (const DenialCase& test : cases) EXPECT_EQ(denial_status(test), status) << test.text;
}

TEST(Denials, WhatSomebodyDeniesIsNoFact) {
  expect_denial(
      {{"en",
        "Peskov denied reports that Russia would attack Poland.",
        "attack",
        {"Russia", "Poland"}},
       {"en", "Peskov denied Russia had attacked Poland.", "attack", {"Russia", "Poland"}},
       {"en",
        "Peskov rejected the claim that Russia attacked Poland.",
        "attack",
        {"Russia", "Poland"}},
       {"en",
        "Peskov dismissed as false reports that Russia attacked Poland.",
        "attack",
        {"Russia"}},
       {"id",
        "Sugiono membantah kabar bahwa Indonesia akan menyerang Papua.",
        "attack",
        {"Indonesia"}},
       {"ru",
        "Песков опроверг сообщения о том, что Россия напала на Польшу.",
        "attack",
        {"Россия"}},
       {"ru", "Песков отверг утверждения, что Россия напала на Польшу.", "attack", {"Россия"}},
       {"uk", "Зеленський спростував, що Україна напала на Польщу.", "attack", {"Україна"}},
       {"de", "Sie dementierte, dass Polen angegriffen wurde.", "attack", {"Polen"}},
       {"de", "Sie wies Berichte zurück, wonach Polen angegriffen wurde.", "attack", {"Polen"}},
       {"fr",
        "Il a démenti que la France ait attaqué la Pologne.",
        "attack",
        {"France", "Pologne"}},
       {"fr",
        "Il a démenti les informations selon lesquelles la France aurait attaqué la Pologne.",
        "attack",
        {"France", "Pologne"}},
       {"es", "Desmintió las informaciones de que España atacó Polonia.", "attack", {"España"}},
       {"pt", "Ele negou que o Brasil tenha atacado a Polônia.", "attack", {"Brasil", "Polônia"}},
       {"ar", "نفى بقائي أن تكون إيران قد هاجمت إسرائيل.", "attack", {"إيران", "إسرائيل"}},
       {"fa", "بقایی تکذیب کرد که ایران به اسرائیل حمله کرده است.", "attack", {"ایران", "اسرائیل"}},
       {"hi",
        "उन्होंने इस बात से इनकार किया कि भारत ने पाकिस्तान पर हमला किया।",
        "attack",
        {"भारत", "पाकिस्तान"}},
       {"ja", "林氏は日本がロシアを攻撃したとの報道を否定した。", "attack", {"日本", "ロシア"}},
       {"ko", "외교부는 한국이 러시아를 공격했다는 보도를 부인했다.", "attack", {"한국", "러시아"}},
       {"tr",
        "Fidan, Türkiye'nin İsrail'e saldırdığını yalanladı.",
        "attack",
        {"Türkiye", "İsrail"}},
       {"de", "Er bestritt, Polen angegriffen zu haben.", "attack", {"Polen"}},
       {"tr", "Rusya, Polonya'ya saldırı düzenlediğini reddetti.", "attack", {"Rusya", "Polonya"}},
       {"zh", "发言人否认当地官员为园区提供庇护。", "asylum", {}}},
      "- denied");
}

TEST(Denials, WhatIsRefusedOrRuledOutIsNotDone) {
  expect_denial(
      {{"en", "Starmer refused to resign.", "resign", {"Starmer"}},
       {"en", "Starmer ruled out resigning.", "resign", {"Starmer"}},
       {"en", "Starmer rejected calls to resign.", "resign", {"Starmer"}},
       {"es", "Mazón descarta dimitir.", "resign", {"Mazón"}},
       {"es", "Mazón se negó a dimitir.", "resign", {"Mazón"}},
       {"fr", "Macron refuse de démissionner.", "resign", {"Macron"}},
       {"de", "Scholz lehnt es ab zurückzutreten.", "resign", {"Scholz"}},
       {"de", "Scholz weigerte sich, zurückzutreten.", "resign", {"Scholz"}},
       {"de", "Der Iran weigert sich, mit den USA zu verhandeln.", "negotiate", {"Iran", "USA"}},
       {"zh", "伊朗拒绝与美国谈判。", "negotiate", {"伊朗", "美国"}},
       {"pt", "Haddad recusou-se a renunciar.", "resign", {"Haddad"}},
       {"ru", "Иванов отказался уйти в отставку.", "resign", {"Иванов"}},
       {"uk", "Шмигаль відмовився йти у відставку.", "resign", {"Шмигаль"}},
       {"tr", "Özel istifa etmeyi reddetti.", "resign", {"Özel"}},
       {"id", "Prabowo menolak mundur.", "resign", {"Prabowo"}},
       {"zh", "石破茂拒絕辭職。", "resign", {"石破茂"}},
       {"ko", "한덕수는 사퇴를 거부했다.", "resign", {"한덕수"}},
       {"ja", "石破氏は辞任を拒否した。", "resign", {"石破氏"}}},
      "- asserted");
  EXPECT_EQ(
      denial_status({"hi", "मोदी ने इस्तीफा देने से इनकार किया।", "resign", {"मोदी"}}).substr(0, 1),
      "-");
}

TEST(Denials, ADenialThatIsDeniedLeavesItOpen) {
  expect_denial(
      {{"en", "Trump did not rule out attacking Iran.", "attack", {"Trump", "Iran"}},
       {"es", "Trump no descarta atacar a Irán.", "attack", {"Trump", "Irán"}},
       {"pt", "Trump não descarta atacar o Irã.", "attack", {"Trump", "Irã"}},
       {"ru", "Трамп не исключил нападения на Иран.", "attack", {"Трамп", "Иран"}},
       {"id", "Trump tidak menutup kemungkinan menyerang Iran.", "attack", {"Trump", "Iran"}},
       {"tr", "Trump İran'a saldırı ihtimalini dışlamadı.", "attack", {"Trump", "İran"}}},
      "+ expected");
  expect_denial(
      {{"en",
        "Peskov neither confirmed nor denied reports that Russia attacked Poland.",
        "attack",
        {"Russia", "Poland"}},
       {"ja", "トランプはイランへの攻撃を否定しなかった。", "attack", {"トランプ", "イラン"}}},
      "+ rumoured");
}

TEST(Denials, WhatStandsBesideThemStays) {
  expect_denial(
      {{"en", "Russia denied the charges and said Ukraine attacked Poland.", "attack", {"Ukraine"}},
       {"en",
        "Russia denied it was guilty, and accused Ukraine of lying.",
        "accuse",
        {"Russia", "Ukraine"}},
       {"fa", "روسیه به لهستان حمله کرد و اتهامات را رد کرد.", "attack", {"روسیه", "لهستان"}},
       {"ko", "러시아가 폴란드를 공격하고 책임을 부인했다.", "attack", {"러시아", "폴란드"}},
       {"tr", "Rusya Polonya'ya saldırdı ve iddiaları reddetti.", "attack", {"Rusya", "Polonya"}},
       {"ru", "Песков опроверг обвинения, а Украина напала на Россию.", "attack", {"Украина"}},
       {"zh", "尹相赫否认收钱，强调辞职是为了不连累选手。", "resign", {"尹相赫"}}},
      "+ asserted");
}

TEST(Denials, AnothersChargesAreDeniedToo) {
  TestArticle article("en", {"Kyiv denied its Russian counterpart's accusations of war crimes."});
  article.mention("Kyiv", "ukraine", model::EntityType::kCountry)
      .mention("Russian", "russia", model::EntityType::kCountry, "adjective");
  const auto& read = article.events();
  EXPECT_EQ(event(read, "accuse"), nullptr);
  ASSERT_NE(event(read, "reject"), nullptr);
}

TEST(Denials, AHarmThatIsRejectedWasDone) {
  TestArticle article("en", {"Hamas rejected the Israeli attack on Gaza."});
  article.mention("Hamas", "hamas")
      .mention("Israeli", "israel", model::EntityType::kCountry, "adjective")
      .mention("Gaza", "gaza", model::EntityType::kCity);
  const auto* attack = event(article.events(), "attack");
  ASSERT_NE(attack, nullptr);
  EXPECT_EQ(attack->polarity, model::Polarity::kPositive);
}

// The attack was made; that he had a part in it is denied.
TEST(Denials, APartInADeedIsDeniedOfHimAlone) {
  expect_denial({{"es",
                  "Rusia negó su participación en el ataque contra Polonia.",
                  "attack",
                  {"Rusia", "Polonia"}},
                 {"zh", "俄罗斯否认参与袭击波兰。", "attack", {"俄罗斯", "波兰"}}},
                "- denied");
  EXPECT_EQ(denial_status({"en",
                           "Russia denied that it was involved in Ukraine's attack on Poland.",
                           "attack",
                           {"Ukraine", "Poland"}})
                .substr(0, 1),
            "+");
}

TEST(Denials, WhoDeniesTheChargesAccusesNobody) {
  const std::vector<DenialCase> cases{
      {"en", "Starmer denied the charges.", "Starmer", {"Starmer"}},
      {"en", "Starmer denies all the allegations against him.", "Starmer", {"Starmer"}},
      {"es", "Mazón negó las acusaciones.", "Mazón", {"Mazón"}},
      {"fr", "Macron a nié les accusations.", "Macron", {"Macron"}},
      {"de", "Scholz bestreitet die Vorwürfe.", "Scholz", {"Scholz"}},
      {"de", "Scholz wies die Vorwürfe zurück.", "Scholz", {"Scholz"}},
      {"pt", "Haddad negou as acusações e disse que vai recorrer.", "Haddad", {"Haddad"}},
      {"id", "Prabowo membantah tuduhan itu.", "Prabowo", {"Prabowo"}},
      {"ar", "نفى سلام كل التهم.", "سلام", {"سلام"}},
      {"zh", "国泰否认指控。", "国泰", {"国泰"}},
      {"ja", "石破氏は疑惑を否定した。", "石破氏", {"石破氏"}},
      {"ko", "한덕수는 혐의를 부인했다.", "한덕수", {"한덕수"}},
      {"tr", "Özel suçlamaları reddetti.", "Özel", {"Özel"}},
      {"fa", "عراقچی اتهامات را رد کرد.", "عراقچی", {"عراقچی"}},
      {"hi", "मोदी ने आरोपों का खंडन किया।", "मोदी", {"मोदी"}},
      {"ru", "Песков опроверг обвинения.", "Песков", {"Песков"}},
      {"uk", "Шмигаль заперечує звинувачення.", "Шмигаль", {"Шмигаль"}}};
  for (const DenialCase& test : cases) {
    TestArticle article(test.lang, {test.text});
    for (const std::string& name : test.names) {
      article.mention(name, name, model::EntityType::kPerson);
    }
    const auto& read = article.events();
    EXPECT_EQ(event(read, "accuse"), nullptr) << test.text;
    const auto* reject = event(read, "reject");
    ASSERT_NE(reject, nullptr) << test.text;
    EXPECT_EQ(reject->type, "REJECT");
    EXPECT_EQ(reject->polarity, model::Polarity::kPositive) << test.text;
    EXPECT_EQ(testing::names(reject->actor), test.action) << test.text;
    EXPECT_EQ(testing::names(reject->recipient), "") << test.text;
  }
}

TEST(Denials, WhatIsRefusedIsNobody) {
  for (const auto& [lang, text, who] :
       {std::tuple{"ru", "Иванов отказался отвечать.", "Иванов"},
        std::tuple{"uk", "Музика відмовилася відповідати.", "Музика"}}) {
    TestArticle article(lang, {text});
    article.mention(who, "person", model::EntityType::kPerson);
    const auto* reject = event(article.events(), "reject");
    ASSERT_NE(reject, nullptr) << text;
    EXPECT_EQ(testing::names(reject->recipient), "") << text;
  }
}

TEST(Denials, WhatIsDoneInsteadIsDone) {
  for (const auto& [lang, text] :
       {std::pair{"ar", "آبل ترفض سامسونغ وتختار علي بابا."},
        std::pair{"en", "Apple rejected Samsung and chose Alibaba."},
        std::pair{"en", "Apple refused Samsung and chose Alibaba."},
        std::pair{"es", "Apple rechazó a Samsung y eligió a Alibaba."},
        std::pair{"fr", "Apple refuse Samsung et choisit Alibaba."},
        std::pair{"pt", "A Apple recusou a Samsung e escolheu a Alibaba."},
        std::pair{"ru", "Apple отказалась от Samsung и выбрала Alibaba."},
        std::pair{"id", "Apple menolak Samsung dan memilih Alibaba."},
        std::pair{"zh", "苹果拒绝三星并选择阿里巴巴。"}}) {
    TestArticle article(lang, {text});
    for (const char* name : {"Apple", "Samsung", "Alibaba", "آبل", "سامسونغ", "علي بابا", "苹果",
                             "三星", "阿里巴巴"}) {
      if (std::string_view(text).find(name) != std::string_view::npos) {
        article.mention(name, name, model::EntityType::kOrg);
      }
    }
    const auto& read = article.events();
    const auto* choose = event(read, "choose");
    EXPECT_NE(choose, nullptr) << text;
    if (choose == nullptr) continue;
    EXPECT_EQ(choose->polarity, model::Polarity::kPositive) << text;
  }
}

}  // namespace
}  // namespace synoptic::annotate
