// Numbers beside times and names that count nothing, and those that do.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

std::string counts(const std::string& lang, const std::string& text) {
  return numbers_told(lang, text, false);
}

TEST(QuantitySpans, ADayBehindItsWeekdayIsNoAge) {
  EXPECT_EQ(counts("pt", "A ponte reabriu na sexta-feira (24)."), "");
  EXPECT_EQ(counts("de", "Die Brücke wurde am Freitag (24) geöffnet."), "");
  EXPECT_EQ(counts("pt", "O pedreiro Rui Prado (24) caiu da ponte."), "age 24 year");
}

TEST(QuantitySpans, HoursFromToCountNothing) {
  EXPECT_EQ(counts("ru", "Мост закрыт с 9 по 14, потом откроется."), "");
  EXPECT_EQ(counts("uk", "Міст закрито з 9 по 14, потім відкриється."), "");
  EXPECT_EQ(counts("ru", "Спасли 14 человек."), "count 14 rescued");
}

TEST(QuantitySpans, AMagnitudeBehindAHyphen) {
  EXPECT_EQ(counts("en", "A magnitude-5.4 earthquake shook the bridge."),
            "magnitude 5.4 earthquake");
  EXPECT_EQ(counts("en", "A Falcon-9 rocket shook the bridge."), "");
}

TEST(QuantitySpans, AnAgeBehindJunior) {
  EXPECT_EQ(counts("en", "Carl Holt Jr., 37, took over the bridge."), "age 37 year");
}

TEST(QuantitySpans, WhatIsToldOfAnotherNumberInWords) {
  EXPECT_EQ(counts("en", "Six people were left trapped and three dead after the fall."),
            "count 6 people; count 3 killed");
}

TEST(QuantitySpans, ThousandsOfManyLanguages) {
  EXPECT_EQ(block_read("ne", "पुलमा १२ हजारभन्दा बढी मानिस थिए।").quantities.at(0).value, 12000);
  EXPECT_EQ(block_read("ckb", "١٢ ھەزار کەس لەسەر پردەکە بوون.").quantities.at(0).value, 12000);
  EXPECT_EQ(block_read("ur", "پل پر 12 ہزار افراد تھے۔").quantities.at(0).value, 12000);
  EXPECT_EQ(block_read("bn", "সেতুতে ১২ হাজার মানুষ ছিল।").quantities.at(0).value, 12000);
  EXPECT_EQ(block_read("vi", "Có 12 nghìn người trên cầu.").quantities.at(0).value, 12000);
}

TEST(QuantitySpans, RupeesOfHindiAreNeverThoseOfIndonesia) {
  EXPECT_EQ(counts("hi", "इंडोनेशिया की टीम को 2 करोड़ रुपये मिले।"), "money 20000000 INR");
}

TEST(QuantitySpans, WhatOneHopesForLiesAhead) {
  const auto day = [](const model::Annotated& annotated) {
    return model::iso(annotated.times.at(0).from);
  };
  EXPECT_EQ(day(block_read("es", "Los vecinos esperan que el puente abra el viernes.")),
            "2026-05-08");
  EXPECT_EQ(day(block_read("pt", "Os moradores esperam que a ponte abra na sexta-feira.")),
            "2026-05-08");
}

TEST(QuantitySpans, PlacesAreTheLongestNames) {
  const auto entity = [](const model::Annotated& annotated) {
    return annotated.mentions.at(0).entity;
  };
  EXPECT_EQ(entity(block_read("en", "Three ships sank in the Gulf of Aden.")), "gulf-of-aden");
  EXPECT_EQ(entity(block_read("en", "Three ships sank in the Gulf.")), "persian-gulf");
  const auto town = block_read("en", "Three men fled from San Jose, Costa Rica, at dawn.");
  EXPECT_EQ(entity(town), "san-jose-costa-rica");
  EXPECT_EQ(town.mentions.at(0).text, "San Jose, Costa Rica");
}

TEST(QuantitySpans, WhatAnOfficeIsForIsNoPlace) {
  for (const auto& [lang, text] :
       {std::pair{"es", "El ministro de Energía y Minas cerró la presa en Lima."},
        std::pair{"pt", "O ministro de Minas e Energia fechou a usina em Lisboa."},
        std::pair{"fr", "Le ministre de l'Énergie a fermé la centrale de Lyon."}}) {
    const auto read = block_read(lang, text);
    ASSERT_FALSE(read.mentions.empty()) << text;
    for (const auto& mention : read.mentions) {
      EXPECT_EQ(mention.text.find("Energ"), std::string::npos) << text;
      EXPECT_EQ(mention.text.find("Minas"), std::string::npos) << text;
    }
  }
}

TEST(QuantitySpans, WhereAFigureCameToIsNeitherARangeNorABound) {
  const auto scopes = [](const std::string& lang, const std::string& text) {
    std::string all;
    for (const model::Quantity& quantity : block_read(lang, text).quantities) {
      all += fmt::format("{} {}{}; ", quantity.value, quantity.scope, quantity.modifier);
    }
    return all;
  };
  EXPECT_EQ(scopes("uk", "Уряд підняв збір з 6% до 9%."), "6 former; 9 event; ");
  EXPECT_EQ(scopes("uk", "Банк знизив ставку з 9% до 6%."), "9 former; 6 event; ");
  EXPECT_EQ(scopes("ko", "정부는 세율을 6%에서 9%로 올렸다."), "6 former; 9 event; ");
  EXPECT_EQ(scopes("ko", "사망자는 6명에서 9명으로 늘었다."), "6 former; 9 event; ");
  EXPECT_EQ(scopes("ja", "政府は税率を6%から9%に引き上げた。"), "6 former; 9 event; ");
  EXPECT_EQ(scopes("hi", "सरकार ने कर 6% से 9% कर दिया।"), "6 former; 9 event; ");
  EXPECT_EQ(scopes("ko", "성장률은 6%에서 9% 사이다."), "6 event; ");
}

// 1700 to 2024 are years as well.
TEST(QuantitySpans, ANumberThatCountsIsNoYear) {
  struct Case {
    std::string_view lang, text;
    double value;
  };
  for (const auto& [lang, text, value] :
       {Case{"zh", "去年双边贸易额达到1700亿美元。", 170e9},
        Case{"zh", "参加修桥的人数达到2000人。", 2000},
        Case{"ru", "Цена моста выросла до 1950 млн рублей.", 1950e6},
        Case{"uk", "Виплати зросли до 2000 гривень.", 2000},
        Case{"hi", "कारखाना हर साल 2000 टन तांबा बनाएगा।", 2000},
        Case{"tr", "Köprüdeki eyleme 2000 kişi katıldı.", 2000},
        Case{"fr", "Près de 2000 personnes ont traversé le pont.", 2000},
        Case{"ar", "ستلغي الشركة 2000 وظيفة قبل الصيف.", 2000}}) {
    const auto annotated = block_read(lang, text);
    EXPECT_TRUE(std::ranges::any_of(annotated.quantities, [&](const model::Quantity& quantity) {
      return quantity.value == value;
    })) << text;
    EXPECT_TRUE(std::ranges::none_of(annotated.times, [](const model::TimeMention& time) {
      return time.precision == "year" && time.rule == "year";
    })) << text;
    for (const model::Mention& mention : annotated.mentions) {
      EXPECT_EQ(mention.text.find_first_of("0123456789"), std::string::npos) << text;
    }
  }
  EXPECT_EQ(counts("de", "Die Brücke wurde 1950 gebaut und bis 2000 genutzt."), "");
  EXPECT_EQ(counts("ru", "Мост построили в 1950 г. и закрыли в 2000 г."), "");
  EXPECT_EQ(block_read("en", "In 2019 dollars the bridge cost 40 million.").times.size(), 1u);
}

TEST(QuantitySpans, ANumberOfARoadOrItsLength) {
  EXPECT_EQ(counts("ar", "يبلغ طول الطريق 45 كيلومترا."), "distance 45 km");
  EXPECT_EQ(counts("fa", "طول این جاده 2500 کیلومتر است."), "distance 2500 km");
}

// Of which the other is told in the same way.
TEST(QuantitySpans, OneBesideAnotherNumber) {
  EXPECT_EQ(counts("de", "Norrvik: Eine Tote und 31 Verletzte auf der Brücke."),
            "count 1 killed; count 31 injured");
  EXPECT_EQ(counts("de", "Es gab einen Toten und 31 Verletzte."),
            "count 1 killed; count 31 injured");
  EXPECT_EQ(counts("id", "Satu orang tewas dan 31 luka-luka di jembatan itu."),
            "count 1 killed; count 31 injured");
}

}  // namespace
}  // namespace synoptic::annotate
