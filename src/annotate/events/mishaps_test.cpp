// Deeds that nobody did to anybody: accidents, storms, inspections.
#include <gtest/gtest.h>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::TestArticle;

bool tells(const std::string& lang, const std::string& sentence, const std::string& type) {
  TestArticle article(lang, {sentence});
  for (const model::Event& event : article.events().events) {
    if (event.type == type) return true;
  }
  return false;
}

std::string action(const std::string& lang, const std::string& sentence) {
  TestArticle article(lang, {sentence});
  const auto& events = article.events().events;
  return events.empty() ? "" : events[0].action;
}

TEST(Mishaps, VehiclesThatStrikeAttackNobody) {
  EXPECT_FALSE(tells("en", "The barge struck one of the piers on Friday.", "ASSAULT"));
  EXPECT_EQ(action("en", "The barge struck one of the piers on Friday."), "crash");
  EXPECT_FALSE(
      tells("en", "The bridge was closed after a barge full of gravel struck a pier.", "ASSAULT"));
  EXPECT_FALSE(tells("es", "Dos trenes chocaron cerca de Lima.", "ASSAULT"));
  EXPECT_FALSE(tells("ru", "Автобус протаранил магазин в Лидсе.", "ASSAULT"));
  EXPECT_FALSE(tells("zh", "货船撞击港口大桥的桥墩。", "ASSAULT"));
  EXPECT_FALSE(tells("ja", "はしけが橋脚に衝突した。", "ASSAULT"));
  EXPECT_FALSE(tells("ko", "버스와 트럭이 서울에서 충돌했다.", "ASSAULT"));
  EXPECT_FALSE(tells("de", "Zwei Züge stießen am Dienstag in Bayern zusammen.", "ASSAULT"));
}

TEST(Mishaps, NorDoStorms) {
  EXPECT_FALSE(tells("zh", "强烈地震袭击利马。", "ASSAULT"));
  EXPECT_FALSE(tells("id", "Badai menghantam pantai utara.", "ASSAULT"));
  EXPECT_FALSE(tells("fr", "La foudre a frappé une église.", "ASSAULT"));
  EXPECT_EQ(action("fr", "Un train a tué une femme à Gand."), "kill");
  EXPECT_FALSE(tells("fr", "Un train a tué une femme à Gand.", "ASSAULT"));
}

TEST(Mishaps, ArmedOnesDo) {
  EXPECT_TRUE(tells("en", "A car bomb struck a hotel in the capital on Friday.", "ASSAULT"));
  EXPECT_TRUE(tells("en", "A drone struck a bus near the border.", "ASSAULT"));
  EXPECT_TRUE(tells("en", "Gunmen attacked a bus in the north.", "ASSAULT"));
  EXPECT_TRUE(tells("zh", "武装分子袭击了一辆巴士。", "ASSAULT"));
  EXPECT_TRUE(tells("tr", "İsyancılar bir otobüse saldırdı.", "ASSAULT"));
  TestArticle planes("en", {"Aland's planes struck a bridge in Bland."});
  planes.mention("Aland", "aland", model::EntityType::kCountry);
  planes.mention("Bland", "bland", model::EntityType::kCountry);
  ASSERT_FALSE(planes.events().events.empty());
  EXPECT_EQ(planes.events().events[0].type, "ASSAULT");
}

TEST(Mishaps, WhoLooksIntoAThingAccusesNobody) {
  EXPECT_FALSE(tells("en", "Engineers examined the bridge on Saturday.", "ACCUSE"));
  EXPECT_FALSE(tells("ko", "기술자들이 토요일 다리를 조사했다.", "ACCUSE"));
  EXPECT_FALSE(
      tells("en", "The quake was reported 12 miles from town, the survey said.", "ACCUSE"));
  EXPECT_TRUE(tells("en", "Prosecutors investigated the mayor on Saturday.", "ACCUSE"));
  EXPECT_EQ(action("de", "Die Hafenbehörde kündigte für Samstag eine Untersuchung an."),
            "investigate");
}

TEST(Mishaps, NoArmsWhereSomethingIsProtected) {
  EXPECT_FALSE(tells("en", "The piers were never protected.", "AID"));
}

}  // namespace
}  // namespace synoptic::annotate
