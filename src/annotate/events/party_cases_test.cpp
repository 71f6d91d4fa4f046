// Words before a verb that are nobody, and what of them is somebody.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::names;
using testing::TestArticle;

// "actor>recipient" of the first event of the action; "none": nothing is told.
std::string parties_told(TestArticle& article, std::string_view action) {
  const auto* event = testing::event(article.events(), action);
  if (event == nullptr) return "none";
  return names(event->actor) + ">" + names(event->recipient);
}

std::string parties_told(const std::string& lang, const std::string& text,
                         std::string_view action) {
  TestArticle article(lang, {text});
  return parties_told(article, action);
}

TEST(PartyPhrase, WordsBehindAPrepositionAreNobody) {
  EXPECT_EQ(parties_told("ru", "В тушении участвовали 22 машины.", "attend"), "none");
  EXPECT_EQ(parties_told("uk", "У Лунді звільнили інженера.", "release"), ">інженера");
  EXPECT_EQ(parties_told("ru", "В Лунде власти задержали водителя.", "arrest"), "власти>водителя");
  EXPECT_EQ(parties_told("uk", "У Лунді правоохоронці затримали водія.", "arrest"),
            "правоохоронці>водія");
}

TEST(PartyPhrase, BehindATownTheSubjectMayStand) {
  TestArticle bomber("ru", {"В польском Лунде курды атаковали рынок."});
  bomber.mention("Лунде", "lund", EntityType::kCity)
      .mention("польском", "poland", EntityType::kCountry, "adjective");
  EXPECT_EQ(parties_told(bomber, "attack"), "курды>рынок");
  TestArticle museum("uk", {"У Лунді з музею викрали годинники."});
  museum.mention("Лунді", "lund", EntityType::kCity);
  EXPECT_EQ(parties_told(museum, "abduct").substr(0, 1), ">");
}

TEST(PartyPhrase, AnotherCaseIsNoSubject) {
  EXPECT_EQ(parties_told("ru", "Раскопками руководит Лейла.", "lead").find("Раскопками"),
            std::string::npos);
  EXPECT_EQ(parties_told("uk", "Розкопками керує професорка.", "lead").find("Розкопками"),
            std::string::npos);
  EXPECT_EQ(parties_told("ru", "Рабочие одобрили забастовку.", "approve"), "Рабочие>");
  EXPECT_EQ(parties_told("uk", "Депутати схвалили бюджет.", "approve"), "Депутати>");
}

TEST(PartyPhrase, ThingsThatAreSignedSignNothing) {
  EXPECT_EQ(parties_told("ru", "Контракт подписали в среду.", "sign"), "none");
  EXPECT_EQ(parties_told("uk", "Сам контракт сторони підпишуть у грудні.", "sign"), "сторони>");
  EXPECT_EQ(parties_told("ru", "Стороны подписали контракт.", "sign"), "Стороны>");
}

TEST(PartyPhrase, OneBeforeAVerbOfManyIsTheObject) {
  EXPECT_EQ(parties_told("uk", "Сина зернотрейдера звільнили на дачі.", "release"),
            ">Сина зернотрейдера");
  EXPECT_EQ(parties_told("ru", "Водителя арестовали вечером.", "arrest"), ">Водителя");
  EXPECT_EQ(parties_told("ru", "Два десятка рабочих арестовали водителя.", "arrest"),
            "Два десятка рабочих>водителя");
  EXPECT_EQ(
      parties_told("ru", "Суд и прокуратура арестовали водителя.", "arrest").find(">водителя"),
      std::string("Суд и прокуратура").size());
  EXPECT_EQ(parties_told("uk", "Війська затримали водія.", "arrest"), "Війська>водія");
}

TEST(PartyPhrase, APronounMayTellWhoseTheSubjectIs) {
  EXPECT_EQ(parties_told("ru", "Её водителя арестовали.", "arrest"), ">Её водителя");
  EXPECT_EQ(parties_told("uk", "Його утримували в підвалі, а поліція звільнила його.", "release"),
            "поліція>");
  EXPECT_EQ(parties_told("ru", "Его утром арестовали.", "arrest"), "none");
}

TEST(PartyPhrase, WhatIsDemandedIsNotAskedOfIt) {
  EXPECT_EQ(parties_told("ru", "Экипаж потребовал посадку.", "demand"), "Экипаж>");
  EXPECT_EQ(parties_told("ru", "Профсоюз потребовал отказаться от субподряда.", "demand"),
            "Профсоюз>");
}

TEST(PartyPhrase, WhereTheVerbIsLastTheSubjectEndsBeforeOtherCases) {
  EXPECT_EQ(parties_told("tr", "Polis 11 kişiyi gözaltına aldı.", "arrest"), "Polis>11 kişiyi");
  EXPECT_EQ(parties_told("tr", "Köyde madenciler yolu kapattı.", "block_road"), "madenciler>");
  EXPECT_EQ(parties_told("tr", "Kentte bir kişinin öldüğünü duyurdu.", "announce"), "none");
  EXPECT_EQ(parties_told("hi", "जिनेवा में मंगलवार को हुए सम्मेलन में दानदाता देशों ने घोषणा की।", "announce"),
            "दानदाता देशों>");
  EXPECT_EQ(parties_told("hi", "माली में अगवा किया।", "abduct"), "none");
}

TEST(PartyPhrase, WhatIsMarkedAsTheObjectIsWhomItBefell) {
  EXPECT_EQ(parties_told("hi", "पुलिस ने इमारत के मालिक को गिरफ़्तार कर लिया।", "arrest"),
            "पुलिस>इमारत के मालिक");
  EXPECT_EQ(parties_told("hi", "कंपनी के प्रबंधक को हिरासत में लिया गया है।", "arrest"), ">कंपनी के प्रबंधक");
  EXPECT_EQ(parties_told("hi", "पुलिस ने सोमवार को गिरफ़्तार किया।", "arrest"), "पुलिस>");
}

TEST(PartyPhrase, TheSubjectOfAPassiveIsWhomItBefell) {
  EXPECT_EQ(parties_told("tr", "Üç işçi gözaltına alındı.", "arrest"), ">Üç işçi");
  EXPECT_EQ(parties_told("hi", "कंपनी का मालिक गिरफ़्तार।", "arrest"), ">कंपनी का मालिक");
  TestArticle released("tr", {"Defne Holt tahliye edildi."});
  released.mention("Defne Holt", "holt", EntityType::kPerson);
  EXPECT_EQ(parties_told(released, "release"), ">holt");
  TestArticle caught("hi", {"लुंड पुलिस ने दो लोग गिरफ़्तार किए।"});
  caught.mention("लुंड पुलिस", "police");
  EXPECT_EQ(parties_told(caught, "arrest").substr(0, 7), "police>");
}

TEST(PartyPhrase, ThePassivesSubjectIsNobodyWhereADeedBefallsNobody) {
  TestArticle pact("tr", {"Lund'da Dicle suyu anlaşması imzalandı."});
  pact.mention("Lund", "lund", EntityType::kCity).mention("Dicle", "tigris");
  EXPECT_EQ(parties_told(pact, "sign"), "none");
}

TEST(PartyPhrase, TheSubjectMayStandBeforeTheFirstComma) {
  EXPECT_EQ(parties_told("tr", "Mahkeme, üç kişinin suçlu olduğunu açıkladı.", "announce"),
            "Mahkeme>");
  EXPECT_EQ(parties_told("tr", "Sabah, üç kişinin suçlu olduğunu açıkladı.", "announce"), "none");
}

TEST(PartyPhrase, WhatStandsBehindOtherCasesIsTheObject) {
  EXPECT_EQ(parties_told("tr", "Kentte öğlene kadar yeni tarife önerdi.", "offer"), "none");
  EXPECT_EQ(parties_told("hi", "दोनों पक्ष तीन सौ से ज़्यादा रिहा करेंगे।", "release").find("ज़्यादा>"),
            std::string::npos);
}

TEST(PartyPhrase, WhoWalkedStrikesToo) {
  TestArticle both("tr", {"Karl Voss yürüdü ve süresiz greve çıktı."});
  both.mention("Karl Voss", "voss", EntityType::kPerson);
  EXPECT_EQ(parties_told(both, "strike").find("süresiz"), std::string::npos);
}

TEST(PartyPhrase, ATownBeforeAPassiveIsNotWhomItBefell) {
  TestArticle town("hi", {"लुंड डीपफ़ेक मामले में पुणे का युवक गिरफ़्तार।"});
  town.mention("लुंड", "lund", EntityType::kCity);
  EXPECT_EQ(parties_told(town, "arrest"), ">पुणे का युवक");
  EXPECT_EQ(parties_told("hi", "सेना ने 47 वर्षीय इंजीनियर को छुड़ाया।", "rescue"),
            "सेना>47 वर्षीय इंजीनियर");
}

TEST(PartyPhrase, ALandInAnotherCaseTellsWhoseTheSubjectIs) {
  TestArticle guards("ru", {"Пограничники Ирана задержали водителя."});
  guards.mention("Ирана", "iran", EntityType::kCountry);
  EXPECT_EQ(parties_told(guards, "arrest"), "Пограничники Ирана>водителя");
  TestArticle land("ru", {"Иран задержал водителя."});
  land.mention("Иран", "iran", EntityType::kCountry);
  EXPECT_EQ(parties_told(land, "arrest"), "iran>водителя");
  TestArticle ukrainian("uk", {"Прикордонники Ірану затримали водія."});
  ukrainian.mention("Ірану", "iran", EntityType::kCountry);
  EXPECT_EQ(parties_told(ukrainian, "arrest"), "Прикордонники Ірану>водія");
}

TEST(PartyPhrase, APhraseIsNotHalfAWord) {
  EXPECT_EQ(parties_told("uk", "Згодом п'ятьох його спільників затримали.", "arrest"),
            ">п'ятьох його спільників");
  EXPECT_EQ(parties_told("tr", "157'şer esirini serbest bıraktı.", "release").find("şer"),
            std::string::npos);
  EXPECT_EQ(parties_told("ru", "Двое мотоциклистов обстреляли машину.", "attack"),
            "Двое мотоциклистов>машину");
  EXPECT_EQ(parties_told("tr", "Lund'da kadın yargıcın vurdu.", "attack"), "none");
}

TEST(PartyPhrase, BehindAnObjectThatStandsFirstIsTheSubject) {
  TestArticle article("ru", {"Декларацию поддержал Китай."});
  article.mention("Китай", "china", EntityType::kCountry);
  EXPECT_EQ(parties_told(article, "support"), "china>");
  TestArticle many("ru", {"Декларацию поддержали Китай и Иран."});
  many.mention("Китай", "china", EntityType::kCountry)
      .mention("Иран", "iran", EntityType::kCountry);
  EXPECT_EQ(parties_told(many, "support"), "china|iran>");
  TestArticle object("uk", {"Водія затримала Польща."});
  object.mention("Польща", "poland", EntityType::kCountry);
  EXPECT_NE(parties_told(object, "arrest"), "poland>poland");
}

TEST(PartyPhrase, BehindSuchAVerbADoerStands) {
  EXPECT_EQ(parties_told("uk", "Закон підписав президент.", "sign"), "президент>");
  EXPECT_EQ(parties_told("uk", "Угоду схвалив парламент.", "approve"), "парламент>");
}

TEST(PartyPhrase, AMarkTellsWhoDidItInAPassive) {
  TestArticle court("tr", {"Karl Voss, Lund'daki özel mahkeme tarafından tutuklandı."});
  court.mention("Karl Voss", "voss", EntityType::kPerson)
      .mention("Lund", "lund", EntityType::kCity);
  EXPECT_EQ(parties_told(court, "arrest"), "özel mahkeme>voss");
  EXPECT_EQ(parties_told("tr", "Üç işçi özel mahkeme tarafından tutuklandı.", "arrest")
                .find("Üç işçi özel"),
            std::string::npos);
}

TEST(PartyPhrase, TheObjectBeginsBehindTheSubject) {
  TestArticle hindi("hi", {"होल्ट ने पुल का उद्घाटन किया।"});
  hindi.mention("होल्ट", "holt", EntityType::kPerson);
  const auto* open = testing::event(hindi.events(), "open");
  ASSERT_NE(open, nullptr);
  EXPECT_EQ(open->object, "पुल का");
}

}  // namespace
}  // namespace synoptic::annotate
