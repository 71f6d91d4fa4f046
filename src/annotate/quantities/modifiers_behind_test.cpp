// What stands behind a counted noun and says how near the number is; ages at which somebody died.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

std::string numbers_in_full(std::string_view lang, std::string_view text) {
  std::string all;
  for (const model::Quantity& quantity : numbers_read(text, lang).quantities) {
    if (!all.empty()) all += "; ";
    all += fmt::format("{} {}", quantity.kind, quantity.value);
    if (quantity.of) all += fmt::format(" of {}", *quantity.of);
    for (const std::string* part : {&quantity.unit, &quantity.modifier, &quantity.counted_class}) {
      if (!part->empty()) all += " " + *part;
    }
    if (quantity.scope != "event") all += " " + quantity.scope;
  }
  return all;
}

TEST(ModifiersBehind, StandBehindTheNoun) {
  for (const auto& [lang, text] : {std::pair{"en", "The storm killed 14 people at least."},
                                   std::pair{"de", "Es starben 14 Menschen oder mehr."},
                                   std::pair{"fr", "La tempête a fait 14 morts au moins."},
                                   std::pair{"es", "La tormenta dejó 14 muertos como mínimo."},
                                   std::pair{"pt", "A tempestade deixou 14 mortos pelo menos."},
                                   std::pair{"ru", "Погибли 14 человек как минимум."},
                                   std::pair{"uk", "Загинули 14 людей щонайменше."},
                                   std::pair{"ar", "لقي 14 شخصا على الأقل مصرعهم."},
                                   std::pair{"fa", "۱۴ نفر یا بیشتر کشته شدند."},
                                   std::pair{"id", "Badai itu menewaskan 14 orang atau lebih."},
                                   std::pair{"hi", "तूफान में 14 लोग या अधिक मारे गए।"},
                                   std::pair{"ja", "嵐で14人以上が死亡した。"},
                                   std::pair{"ko", "폭풍으로 14명 이상이 숨졌다."},
                                   std::pair{"zh", "风暴造成14人以上死亡。"}}) {
    EXPECT_EQ(numbers_in_full(lang, text), "count 14 at_least killed") << text;
  }
  EXPECT_EQ(numbers_in_full("tr", "Fırtınada 14 kişiden fazla öldü."), "count 14 more_than killed");
  EXPECT_EQ(numbers_in_full("ko", "폭풍으로 14명이 숨지고 20명가량이 다쳤다."),
            "count 14 killed; count 20 about injured");
}

TEST(ModifiersBehind, AreToldOfTheNextNumberBeforeIt) {
  EXPECT_EQ(numbers_in_full("es", "Hubo 14 muertos al menos 3 niños."),
            "count 14 killed; count 3 at_least killed");
  EXPECT_EQ(numbers_in_full("zh", "3人多次逃跑。"), "count 3 people");
  EXPECT_EQ(numbers_in_full("id", "Ada 14 orang lebih dulu tiba."), "count 14 people");
}

TEST(ModifiersBehind, APartMayHaveOneOfItsOwn) {
  EXPECT_EQ(numbers_in_full("tr", "48 yolcudan yaklaşık 30'u yaralandı."),
            "count 30 of 48 about injured");
  EXPECT_EQ(numbers_in_full("hi", "48 यात्रियों में से करीब 30 घायल हो गए।"),
            "count 30 of 48 about injured");
  EXPECT_EQ(numbers_in_full("tr", "Öğrencilerin yaklaşık üçte ikisi evde kaldı."),
            "count 0.6667 about");
}

TEST(AgesAtDeath, NeedNoWordOfAge) {
  for (const auto& [lang, text] :
       {std::pair{"en", "The singer died at 87 in her house."},
        std::pair{"de", "Die Sängerin starb am Montag mit 87 Jahren."},
        std::pair{"fr", "La chanteuse est morte à 87 ans."},
        std::pair{"es", "La cantante falleció el lunes a los 87 años."},
        std::pair{"es", "A los 87 años murió la cantante."},
        std::pair{"pt", "A cantora morreu aos 87 anos."},
        std::pair{"ru", "Певица умерла в 87 лет."}, std::pair{"uk", "Співачка померла у 87 років."},
        std::pair{"fa", "این خواننده در ۸۷ سالگی درگذشت."},
        std::pair{"ja", "歌手が死去した。享年87。"},
        std::pair{"ko", "가수가 향년 87세로 별세했다."},
        std::pair{"ar", "توفيت المغنية عن 87 عاما."}}) {
    EXPECT_EQ(numbers_in_full(lang, text), "age 87 year") << text;
  }
  EXPECT_EQ(numbers_in_full("es", "Murió a los dos años de dejar el cargo."), "duration 2 year");
  EXPECT_EQ(numbers_in_full("de", "Die Firma ist seit 87 Jahren am Markt."), "duration 87 year");
  EXPECT_EQ(numbers_in_full("en", "He died at 87 Mill Street."), "count 87 killed");
}

TEST(SoFar, IsNoFormerNumber) {
  EXPECT_EQ(numbers_in_full("de", "Bislang gab es 112 Fälle."), "count 112 cases");
  EXPECT_EQ(numbers_in_full("fr", "Il y a eu jusqu'ici 40 morts."), "count 40 killed");
  EXPECT_EQ(numbers_in_full("es", "Hasta ahora hubo 112 casos."), "count 112 cases");
  EXPECT_EQ(numbers_in_full("pt", "Até agora houve 112 casos."), "count 112 cases");
  EXPECT_EQ(numbers_in_full("de", "Der bisherige Zoll lag bei 12 Prozent."),
            "percent 12 tariff former");
  EXPECT_EQ(numbers_in_full("fr", "L'amende est ramenée de 45 à 30 millions de dollars."),
            "money 45000000 USD former; money 30000000 USD");
}

TEST(Workers, AreNoJobs) {
  EXPECT_EQ(numbers_in_full("ru", "Эвакуированы 200 работников завода."), "count 200 evacuated");
  EXPECT_EQ(numbers_in_full("zh", "公司疏散了870名员工。"), "count 870 evacuated");
  EXPECT_EQ(numbers_in_full("de", "Im Werk arbeiten 6200 Mitarbeiter."), "count 6200 workers");
  EXPECT_EQ(numbers_in_full("tr", "Şirketin 1.900 çalışanı var."), "count 1900 workers");
  EXPECT_EQ(numbers_in_full("ru", "Склад площадью 3500 кв. метров сгорел."), "area 3500 m2");
  EXPECT_EQ(numbers_in_full("de", "27 Kinder sind erkrankt."), "count 27 infected");
}

}  // namespace
}  // namespace synoptic::annotate
