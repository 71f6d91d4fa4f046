// A part and the total it is of, where the total is said first; what was counted before; seats.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

std::string parts(std::string_view lang, std::string_view text) {
  std::string all;
  for (const auto& quantity : block_read(lang, text).quantities) {
    if (!all.empty()) all += "; ";
    all += fmt::format("{}", quantity.value);
    if (quantity.of) all += fmt::format(" of {}", *quantity.of);
    all += " " + quantity.counted_class;
  }
  return all;
}

// With other words between they are two numbers, each at its own bytes.
TEST(PartTotals, WhatHappenedToThePartDidNotHappenToAll) {
  EXPECT_EQ(parts("en", "Of the nine people on the ferry, five died."), "9 people; 5 killed");
  EXPECT_EQ(parts("de", "Von den neun Menschen an Bord starben fünf."), "9 people; 5 killed");
  EXPECT_EQ(parts("es", "De las nueve personas a bordo murieron cinco."), "9 people; 5 killed");
  EXPECT_EQ(parts("ru", "Из девяти человек на борту погибли пятеро."), "9 people; 5 killed");
  EXPECT_EQ(parts("uk", "Із дев'яти людей на борту загинули п'ятеро."), "9 people; 5 killed");
  EXPECT_EQ(parts("id", "Dari sembilan orang di kapal, lima tewas."), "9 people; 5 killed");
  EXPECT_EQ(parts("en", "Of the nine people killed, five were children."), "9 killed; 5 children");
}

TEST(PartTotals, TheTotalMayBeARoundOne) {
  for (const auto& [lang, text] :
       {std::pair{"en", "The strike idled 2,300 of the roughly 2,500 buses."},
        std::pair{"es", "La huelga paró 2.300 de los cerca de 2.500 autobuses."},
        std::pair{"de", "Es standen 2300 der rund 2500 Busse still."},
        std::pair{"fr", "La grève a immobilisé 2 300 des quelque 2 500 bus."},
        std::pair{"pt", "A greve parou 2.300 dos cerca de 2.500 autocarros."},
        std::pair{"ru", "Забастовка остановила 2300 из примерно 2500 автобусов."},
        std::pair{"uk", "Страйк зупинив 2300 із приблизно 2500 автобусів."},
        std::pair{"ar", "وتوقفت 2300 من أصل نحو 2500 حافلة."},
        std::pair{"id", "Sebanyak 2.300 dari sekitar 2.500 bus berhenti."}}) {
    EXPECT_EQ(parts(lang, text), "2300 of 2500 vehicles") << text;
  }
}

TEST(PartTotals, CasesBelongToThePart) {
  EXPECT_EQ(parts("tr", "Kaptan, teknedeki dokuz kişiden yedisinin öldüğünü söyledi."),
            "7 of 9 killed");
}

TEST(PartTotals, ThoseOnBoardAreTheTotal) {
  EXPECT_EQ(parts("ko", "탑승자 9명 가운데 5명이 숨졌다."), "5 of 9 killed");
  EXPECT_EQ(parts("hi", "नाव में सवार नौ लोगों में से पाँच की मौत हो गई।"), "5 of 9 killed");
}

TEST(PartTotals, OthersAreTwoNumbers) {
  EXPECT_EQ(parts("en", "Of the 120 workers, 80 voted for the offer."), "120 workers; 80 ");
}

TEST(PartTotals, APronounCountsWhatWasCountedBefore) {
  EXPECT_EQ(
      parts("fr", "Le syndicat parle de 900 salariés en grève. La mairie n'en compte que 350."),
      "900 strikers; 350 strikers");
}

TEST(PartTotals, WhatAPartyHasOfTheMembersAreSeats) {
  EXPECT_EQ(parts("es", "La coalición cuenta con 64 de los 120 diputados."), "64 of 120 seats");
}

}  // namespace
}  // namespace synoptic::annotate
