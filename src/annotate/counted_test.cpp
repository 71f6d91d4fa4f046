// What numbers count: ships, houses, what a share is of.
#include <gtest/gtest.h>

#include "annotate/testing_quantities.h"

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
