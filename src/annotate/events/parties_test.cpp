// Which words around a verb are somebody.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::names;
using testing::TestArticle;

// The actor and the recipient of the first event of the action; "none": it is not told.
std::string party_sides(TestArticle& article, std::string_view action) {
  const auto* event = testing::event(article.events(), action);
  if (event == nullptr) return "none";
  return names(event->actor) + " -> " + names(event->recipient);
}

std::string party_sides_in(std::string lang, std::string text, std::string_view action) {
  TestArticle article(std::move(lang), {std::move(text)});
  return party_sides(article, action);
}

TEST(Parties, SmallWordsAndTimesAreTakenOffWhoActs) {
  EXPECT_EQ(party_sides_in("id", "Kedua negara saling menuduh.", "accuse"), "Kedua negara -> ");
  EXPECT_EQ(party_sides_in("id", "Penyidik kemudian menyita sebuah mobil.", "seize").substr(0, 8),
            "Penyidik");
}

TEST(Parties, ASecondVerbGoesOnWithWhoDidTheFirstOne) {
  EXPECT_EQ(party_sides_in("id", "Kapolres menurunkan 120 personel dan melucuti warga.", "disarm"),
            "Kapolres -> warga");
  EXPECT_EQ(party_sides_in("id", "Atap gedung runtuh dan polisi mengusut kasus itu.", "investigate")
                .substr(0, 6),
            "polisi");
}

TEST(Parties, WhoDidItStandsRightBehindAPassive) {
  TestArticle caught("id", {"Karl Voss ditangkap polisi setempat di Lund."});
  caught.mention("Karl Voss", "voss", EntityType::kPerson)
      .mention("Lund", "lund", EntityType::kCity);
  EXPECT_EQ(party_sides(caught, "arrest"), "polisi setempat -> voss");
  TestArticle where("id", {"Karl Voss ditangkap di Lund."});
  where.mention("Karl Voss", "voss", EntityType::kPerson)
      .mention("Lund", "lund", EntityType::kCity);
  EXPECT_EQ(party_sides(where, "arrest"), " -> voss");
  TestArticle when("id", {"Karl Voss ditangkap kembali pekan lalu."});
  when.mention("Karl Voss", "voss", EntityType::kPerson);
  EXPECT_EQ(party_sides(when, "arrest"), " -> voss");
}

TEST(Parties, APlaceBehindANounTellsOnlyWhoseItIs) {
  TestArticle teachers("id", {"Para guru Lund berunjuk rasa pada hari itu."});
  teachers.mention("Lund", "lund", EntityType::kCity);
  EXPECT_NE(party_sides(teachers, "protest"), "lund -> ");
  TestArticle people("fa", {"کشاورزان لوند تظاهرات کردند."});
  people.mention("لوند", "lund", EntityType::kCity);
  EXPECT_EQ(party_sides(people, "protest"), "کشاورزان لوند -> ");
  TestArticle land("fa", {"لوند تظاهرات کردند."});
  land.mention("لوند", "lund", EntityType::kCountry);
  EXPECT_EQ(party_sides(land, "protest"), "lund -> ");
}

TEST(Parties, APlaceBehindANounIsNotWhomItBefell) {
  TestArticle owner("id", {"Polisi menangkap pengusaha Lund."});
  owner.mention("Lund", "lund", EntityType::kCountry);
  EXPECT_EQ(party_sides(owner, "arrest"), "Polisi -> pengusaha Lund");
}

TEST(Parties, WhereVerbsStandFirstTheNounOfAPlaceIsWhatItBefell) {
  TestArticle market("ar", {"استهدف الجيش سوق لوند."});
  market.mention("الجيش", "army").mention("لوند", "lund", EntityType::kCity);
  EXPECT_EQ(party_sides(market, "attack"), "army -> سوق لوند");
}

TEST(Parties, AnObjectWithItsMarkIsNoActor) {
  EXPECT_EQ(party_sides_in("fa", "دو کشور پیمان را امضا کردند.", "sign"), "none");
  EXPECT_EQ(party_sides_in("fa", "دو کشور روز شنبه پیمان را امضا کردند.", "sign"), "دو کشور -> ");
}

TEST(Parties, TheSubjectOfAPassiveDidNothing) {
  TestArticle freed("fa", {"کارل آزاد شد."});
  freed.mention("کارل", "voss", EntityType::kPerson);
  EXPECT_EQ(party_sides(freed, "release"), " -> voss");
  EXPECT_EQ(party_sides_in("fa", "پنج صیاد آزاد شدند.", "release"), " -> پنج صیاد");
}

TEST(Parties, AVowelSignTellsAPassive) {
  TestArticle held("ar", {"اعتُقل كارل في لوند."});
  held.mention("كارل", "voss", EntityType::kPerson).mention("لوند", "lund", EntityType::kCity);
  EXPECT_EQ(party_sides(held, "arrest"), " -> voss");
  TestArticle holds("ar", {"اعتقل كارل رجلا في لوند."});
  holds.mention("كارل", "voss", EntityType::kPerson).mention("لوند", "lund", EntityType::kCity);
  EXPECT_EQ(party_sides(holds, "arrest").substr(0, 4), "voss");
}

TEST(Parties, TheNameBehindANounOfDoingDoesIt) {
  TestArticle visit("ar", {"وكانت زيارة كارل إلى لوند طويلة."});
  visit.mention("كارل", "voss", EntityType::kPerson).mention("لوند", "lund", EntityType::kCountry);
  EXPECT_EQ(party_sides(visit, "visit"), "voss -> lund");
  TestArticle raid("fa", {"روسیه به حمله لوند پاسخ داد."});
  raid.mention("روسیه", "russia", EntityType::kCountry)
      .mention("لوند", "lund", EntityType::kCountry);
  EXPECT_EQ(party_sides(raid, "attack").substr(0, 4), "lund");
  TestArticle strike("id", {"Serangan Moss ke Lund berlangsung lama."});
  strike.mention("Moss", "moss", EntityType::kCountry)
      .mention("Lund", "lund", EntityType::kCountry);
  EXPECT_EQ(party_sides(strike, "attack"), "moss -> lund");
  TestArticle trip("id", {"Kunjungan Karl Voss ke Lund berlangsung lama."});
  trip.mention("Karl Voss", "voss", EntityType::kPerson)
      .mention("Lund", "lund", EntityType::kCountry);
  EXPECT_EQ(party_sides(trip, "visit"), "voss -> lund");
}

TEST(Parties, WhatIsAnnouncedBefallsTheNameBehindIt) {
  TestArticle coup("ar", {"أعلن الضباط عزل كارل فجر الأحد."});
  coup.mention("كارل", "voss", EntityType::kPerson);
  EXPECT_EQ(party_sides(coup, "dismiss"), "الضباط -> voss");
  TestArticle plain("ar", {"عزل كارل الوزير."});
  plain.mention("كارل", "voss", EntityType::kPerson);
  EXPECT_EQ(party_sides(plain, "dismiss").substr(0, 4), "voss");
}

TEST(Parties, StretchesOfTimeAndSumsAreNobody) {
  EXPECT_EQ(party_sides_in("id", "Jaksa meminta 12 tahun.", "urge"), "Jaksa -> ");
  TestArticle asked("ar", {"طالب كارل بتعويض الضحايا."});
  asked.mention("كارل", "voss", EntityType::kPerson);
  EXPECT_EQ(party_sides(asked, "demand"), "voss -> ");
}

TEST(Parties, TheObjectOfAnEarlierVerbDoesNotActInTheNextOne) {
  TestArticle cup("id", {"Moss menjuarai Piala Lund setelah mengalahkan Brent."});
  cup.mention("Moss", "moss").mention("Piala Lund", "cup").mention("Brent", "brent");
  EXPECT_EQ(party_sides(cup, "beat"), "moss -> brent");
  TestArticle said("id", {"Moss memutuskan Brent menang."});
  said.mention("Moss", "moss").mention("Brent", "brent");
  EXPECT_EQ(party_sides(said, "win"), "brent -> ");
}

TEST(Parties, WhoActsBehindACommaIsNotTheOneBeforeIt) {
  TestArticle bridge("id", {"Jembatan Lund ambruk, guru selamatkan murid."});
  bridge.mention("Jembatan Lund", "bridge", EntityType::kFacility);
  EXPECT_EQ(party_sides(bridge, "rescue").substr(0, 4), "guru");
}

TEST(Parties, WhoBlamesADeedDidNotDoIt) {
  TestArticle blamed("id", {"Karl Voss mengecam serangan tersebut."});
  blamed.mention("Karl Voss", "voss", EntityType::kPerson);
  EXPECT_EQ(party_sides(blamed, "attack"), "none");
  TestArticle own("id", {"Karl Voss melancarkan serangan ke Lund."});
  own.mention("Karl Voss", "voss", EntityType::kPerson)
      .mention("Lund", "lund", EntityType::kCountry);
  EXPECT_EQ(party_sides(own, "attack").substr(0, 4), "voss");
}

TEST(Parties, WhoSpeaksOfAnAttackDidNotDoItWhereVerbsStandLast) {
  TestArticle blamed("fa", {"لوند حمله به ماس را محکوم کرد."});
  blamed.mention("لوند", "lund", EntityType::kCountry).mention("ماس", "moss", EntityType::kCountry);
  EXPECT_EQ(party_sides(blamed, "attack"), " -> moss");
  TestArticle claimed("fa", {"لوند مسئولیت این حمله را بر عهده گرفت."});
  claimed.mention("لوند", "lund");
  EXPECT_EQ(party_sides(claimed, "attack"), "lund -> ");
}

TEST(Parties, WhoSuffersAnAttackDidNotDoIt) {
  TestArticle victim("id", {"Lund mengalami serangan dari Moss."});
  victim.mention("Lund", "lund", EntityType::kCountry)
      .mention("Moss", "moss", EntityType::kCountry);
  EXPECT_EQ(party_sides(victim, "attack").find("lund ->"), std::string::npos);
  TestArticle claimed("id", {"Lund mengaku bertanggung jawab atas serangan di Moss."});
  claimed.mention("Lund", "lund").mention("Moss", "moss", EntityType::kCity);
  EXPECT_EQ(party_sides(claimed, "attack").substr(0, 4), "lund");
  TestArticle fire("id", {"Lund mengecam kebakaran yang menewaskan lima buruh."});
  fire.mention("Lund", "lund");
  EXPECT_NE(party_sides(fire, "kill").substr(0, 4), "lund");
}

TEST(Parties, ANounBehindAPrepositionBefallsTheNameBehindIt) {
  TestArticle stabbed("ar", {"احتج الأطباء على طعن كارل في لوند."});
  stabbed.mention("كارل", "voss", EntityType::kPerson).mention("لوند", "lund", EntityType::kCity);
  EXPECT_EQ(party_sides(stabbed, "attack"), " -> voss");
}

TEST(Parties, WhoActsMayStandBeforeAVerbThatMostlyStandsFirst) {
  TestArticle article("ar", {"وقال إن المهاجمين استهدفوا لوند."});
  article.mention("لوند", "lund", EntityType::kCity);
  EXPECT_EQ(party_sides(article, "attack"), "المهاجمين -> lund");
  TestArticle behind("ar", {"وقال الوزير استهدفت لوند المطار."});
  behind.mention("لوند", "lund", EntityType::kCountry);
  EXPECT_EQ(party_sides(behind, "attack").substr(0, 4), "lund");
}

TEST(Parties, ALanguageWithoutRowsKeepsItsPhrases) {
  EXPECT_EQ(party_sides_in("en", "The nurses kidnapped Lund.", "abduct").substr(0, 6), "nurses");
}

}  // namespace
}  // namespace synoptic::annotate
