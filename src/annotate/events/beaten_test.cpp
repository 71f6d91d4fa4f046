// Who won and who was beaten, and who was rescued by whom.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::names;
using testing::TestArticle;

// "winner > beaten" of the first deed of the kind.
std::string sides(const std::string& lang, const std::string& text,
                  std::string_view action = "beat") {
  TestArticle article(lang, {text});
  for (const auto& [words, entity] :
       {std::pair{"Lund", "lund"}, std::pair{"Moss", "moss"}, std::pair{"룬드", "lund"},
        std::pair{"모스", "moss"}, std::pair{"欧州", "europe"}, std::pair{"ルンド", "lund"},
        std::pair{"モス", "moss"}, std::pair{"伦德队", "lund"}, std::pair{"莫斯队", "moss"},
        std::pair{"लुंड", "lund"}, std::pair{"मॉस", "moss"}, std::pair{"Лунд", "lund"},
        std::pair{"Мосс", "moss"}, std::pair{"لوند", "lund"}, std::pair{"موس", "moss"}}) {
    article.mention(words, entity);
  }
  const model::Event* found = testing::event(article.events(), action);
  return found == nullptr ? "none" : names(found->actor) + " > " + names(found->recipient);
}

TEST(Beaten, TheNameRightBeforeTheVerbIsTheBeatenOne) {
  EXPECT_EQ(sides("tr", "Lund, Moss takımını 3-0 yenerek finale çıktı."), "lund > moss");
  EXPECT_EQ(sides("tr", "Moss'u yenen Lund finale çıktı."), "lund > moss");
  EXPECT_EQ(sides("tr", "Lund yendi."), "lund > ");
  EXPECT_EQ(sides("ko", "룬드, 모스 꺾고 결승 진출"), "lund > moss");
  EXPECT_EQ(sides("ko", "모스 꺾고 결승 진출"), " > moss");
  EXPECT_EQ(sides("ko", "모스 꺾은 룬드가 결승에 올랐다."), "lund > moss");
  EXPECT_EQ(sides("ja", "ルンドがモスを破り、決勝に進んだ。"), "lund > moss");
  EXPECT_EQ(sides("hi", "लुंड ने मॉस को 3-0 से हराकर फाइनल में जगह बनाई।"), "lund > moss");
  EXPECT_EQ(sides("fa", "لوند موس را شکست داد."), "lund > moss");
  EXPECT_EQ(sides("ar", "تغلب لوند على موس يوم الأحد."), "lund > moss");
}

TEST(Beaten, VerbsOfWinningAgainstSomebodyBeatHim) {
  EXPECT_EQ(sides("de", "Lund setzte sich am Sonntag gegen Moss durch."), "lund > moss");
  EXPECT_EQ(sides("fr", "Lund s'est imposé face à Moss."), "lund > moss");
  EXPECT_EQ(sides("es", "El Lund se impuso al Moss."), "lund > moss");
  EXPECT_EQ(sides("pt", "O Lund goleou o Moss."), "lund > moss");
  EXPECT_EQ(sides("id", "Lund menang atas Moss."), "lund > moss");
  EXPECT_EQ(sides("uk", "Лунд обіграв Мосс."), "lund > moss");
  EXPECT_EQ(sides("ru", "Лунд обыграл Мосс."), "lund > moss");
}

TEST(Beaten, WhoLostToSomebodyWasBeatenByHim) {
  EXPECT_EQ(sides("en", "Moss lost to Lund on Sunday."), "lund > moss");
  EXPECT_EQ(sides("de", "Moss verlor gegen Lund."), "lund > moss");
  EXPECT_EQ(sides("fr", "Moss s'est incliné face à Lund."), "lund > moss");
  EXPECT_EQ(sides("pt", "O Moss perdeu para o Lund."), "lund > moss");
  EXPECT_EQ(sides("id", "Moss kalah dari Lund."), "lund > moss");
  EXPECT_EQ(sides("zh", "莫斯队不敌伦德队。"), "lund > moss");
  EXPECT_EQ(sides("ja", "モス、初の欧州制覇ならず ルンドに敗れた"), "lund > moss");
  EXPECT_EQ(sides("en", "Lund lost to nobody."), "none");
}

TEST(Beaten, TheBeatenOneDoesNotWinWhatFollows) {
  EXPECT_EQ(sides("zh", "伦德队战胜莫斯队夺得冠军。", "win"), "lund > ");
  EXPECT_EQ(sides("tr", "Lund, Moss takımını yenerek kupayı kazandı.", "win"), "lund > ");
}

TEST(Beaten, APromiseToNegotiateAReformGivesNothingIn) {
  TestArticle article("es", {"Lund prometió negociar con los gremios una reforma."});
  article.mention("Lund", "lund");
  EXPECT_EQ(testing::event(article.events(), "give_in"), nullptr);
}

TEST(Rescued, TheOneSavedIsNoDoer) {
  EXPECT_EQ(sides("en", "Most of the sailors were rescued by villagers on Sunday.", "rescue"),
            "villagers > Most of the sailors");
  EXPECT_EQ(sides("id", "Para pelaut diselamatkan oleh warga desa.", "rescue"),
            "warga desa > pelaut");
  EXPECT_EQ(sides("en", "Lund pulled the sailors out of the water.", "rescue"), "lund > ");
  EXPECT_EQ(sides("en", "Lund pulled its workers out of Moss.", "withdraw"), "lund > ");
}

TEST(Rescued, APatrolBoatIsNoDeployment) {
  TestArticle article("ja", {"船員はルンドの哨戒艇に救助された。"});
  article.mention("ルンド", "lund");
  EXPECT_EQ(testing::event(article.events(), "deploy"), nullptr);
}

}  // namespace
}  // namespace synoptic::annotate
