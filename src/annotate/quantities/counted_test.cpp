// What numbers count: ships, houses, what a share is of.
#include <gtest/gtest.h>

#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

TEST(Counted, SubmarinesAndFrigatesAreVessels) {
  for (const auto& [text, lang] : {
           std::pair{"India ordered three submarines.", "en"},
           std::pair{"Le contrat porte sur trois sous-marins.", "fr"},
           std::pair{"Bestellt wurden drei U-Boote.", "de"},
           std::pair{"Encargaron tres submarinos.", "es"},
           std::pair{"Encomendaram três fragatas.", "pt"},
           std::pair{"Построят три фрегата.", "ru"},
           std::pair{"Збудують три фрегати.", "uk"},
           std::pair{"Üç denizaltı sipariş edildi.", "tr"},
           std::pair{"Tiga kapal selam dipesan.", "id"},
           std::pair{"तीन पनडुब्बियों का अनुबंध हुआ।", "hi"},
           std::pair{"قرارداد ساخت سه زیردریایی امضا شد.", "fa"},
           std::pair{"طلبت البحرية ثلاث غواصات.", "ar"},
       }) {
    EXPECT_EQ(classes_of(text, lang), "3 vessels") << lang;
  }
  EXPECT_EQ(classes_of("Trois marins ont disparu.", "fr"), "3 missing");
}

TEST(Counted, WhoLeavesHomeIsDisplaced) {
  for (const auto& [text, lang] : {
           std::pair{"Some 700 people left their homes.", "en"},
           std::pair{"Unas 700 personas abandonaron sus hogares.", "es"},
           std::pair{"Près de 700 habitants ont quitté leur maison.", "fr"},
           std::pair{"Rund 700 Menschen verließen ihre Häuser.", "de"},
           std::pair{"Cerca de 700 pessoas deixaram suas casas.", "pt"},
           std::pair{"Свои дома покинули 700 человек.", "ru"},
           std::pair{"Домівки покинули 700 людей.", "uk"},
           std::pair{"700 kişi evlerini terk etti.", "tr"},
           std::pair{"۷۰۰ نفر خانه‌های خود را ترک کردند.", "fa"},
           std::pair{"700 लोगों ने अपने घर छोड़ दिए।", "hi"},
           std::pair{"Sebanyak 700 warga meninggalkan rumah mereka.", "id"},
           std::pair{"700人が家を離れた。", "ja"},
           std::pair{"주민 700명이 집을 떠났다.", "ko"},
           std::pair{"700人离开家园。", "zh"},
       }) {
    EXPECT_EQ(classes_of(text, lang), "700 displaced") << lang;
  }
}

TEST(Counted, WhoWorksIsAWorkerInAllLanguages) {
  for (const auto& [text, lang] : {
           std::pair{"Los 700 operarios esperan.", "es"},
           std::pair{"Los 700 obreros esperan.", "es"},
           std::pair{"Os 700 operários esperam.", "pt"},
           std::pair{"Les 700 ouvriers attendent.", "fr"},
           std::pair{"Die 700 Beschäftigten warten.", "de"},
           std::pair{"700 робітників чекають.", "uk"},
           std::pair{"700 कर्मचारी इंतज़ार कर रहे हैं।", "hi"},
           std::pair{"Sebanyak 700 buruh menunggu.", "id"},
       }) {
    EXPECT_EQ(classes_of(text, lang), "700 workers") << lang;
  }
}

TEST(Counted, ChildrenAmongTheDeadAreDead) {
  EXPECT_EQ(classes_of("Entre as vítimas há duas crianças.", "pt"), "2 killed");
  EXPECT_EQ(classes_of("Entre las víctimas hay dos niños.", "es"), "2 killed");
  EXPECT_EQ(classes_of("Unter den Opfern sind zwei Kinder.", "de"), "2 killed");
  EXPECT_EQ(classes_of("Among the victims were two children.", "en"), "2 killed");
}

TEST(Counted, AShareOfTheProfitIsNoTurnout) {
  EXPECT_EQ(classes_of("Pedem 7% de participação nos lucros.", "pt"), "7 profit_share");
  EXPECT_EQ(classes_of("A participação foi de 67%.", "pt"), "67 turnout");
}

TEST(Counted, ACalibreIsNoNumberOfTheDead) {
  EXPECT_EQ(classes_of("He was killed by a .45-caliber bullet.", "en").find("killed"),
            std::string::npos);
}

TEST(Counted, WithoutPowerAreTheHomesBesideTheWord) {
  EXPECT_EQ(classes_of("64 houses were destroyed and 12,000 homes have no power.", "en"),
            "64 households; 12000 households_without_power");
  EXPECT_EQ(classes_of("64 maisons ont été détruites et 12000 foyers privés d'électricité.", "fr"),
            "64 households; 12000 households_without_power");
  EXPECT_EQ(classes_of("64 Häuser wurden zerstört, 30000 Haushalte waren ohne Strom.", "de"),
            "64 households; 30000 households_without_power");
}

TEST(Counted, AForecastOfGrowthIsOfGrowthInEveryCase) {
  EXPECT_EQ(classes_of("Прогноз роста ВВП ухудшен до 1,8% с 2,1%.", "ru"),
            "1.8 growth; 2.1 growth");
  EXPECT_EQ(classes_of("НБУ погіршив прогноз зростання ВВП до 1,8% з 2,1%.", "uk"),
            "1.8 growth; 2.1 growth");
  EXPECT_EQ(classes_of("Die Bank senkte ihre Wachstumsprognose auf 1,8 Prozent.", "de"),
            "1.8 growth");
}

}  // namespace
}  // namespace synoptic::annotate
