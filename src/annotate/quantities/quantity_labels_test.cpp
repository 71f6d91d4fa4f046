// Numbers with a name of their own: of storms, of years in prison, of votes, of pay rises.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

std::string quantities(std::string_view text, std::string_view lang) {
  static const auto knowledge = knowledge::Knowledge::load();
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  annotated.article.published.emplace();
  annotated.article.published->value = *model::parse_iso("2026-03-14");
  annotated.article.blocks.resize(1);
  annotated.article.blocks[0].text = std::string(text);
  const Sources sources = make_sources(annotated.article);
  find_times(annotated, sources, **knowledge);
  find_quantities(annotated, sources, **knowledge);
  std::string out;
  for (const model::Quantity& quantity : annotated.quantities) {
    if (!out.empty()) out += "; ";
    out += fmt::format("{} {}", quantity.kind, quantity.value);
    if (quantity.max) out += fmt::format("-{}", *quantity.max);
    if (quantity.of) out += fmt::format(" of {}", *quantity.of);
    if (!quantity.counted_class.empty()) out += " " + quantity.counted_class;
  }
  return out;
}

TEST(QuantityLabels, WhatIsSaidOfThemTellsTheirClass) {
  EXPECT_EQ(quantities("Some 400 villagers were moved to shelters.", "en"), "count 400 evacuated");
  EXPECT_EQ(quantities("Экспорт сократился на 5% и составил 3 млн тонн.", "ru").find("trains"),
            std::string::npos);
}

TEST(QuantityLabels, AStormsNumberCountsNothing) {
  EXPECT_EQ(quantities("台風17号が上陸した。", "ja"), "count 17 storm number");
  EXPECT_EQ(quantities("台風第17号が上陸した。", "ja"), "count 17 storm number");
  EXPECT_EQ(quantities("今年第18号台风登陆。", "zh"), "count 18 storm number");
  EXPECT_EQ(quantities("제17호 태풍이 상륙했다.", "ko"), "count 17 storm number");
  EXPECT_EQ(quantities("태풍 17호가 상륙했다.", "ko"), "count 17 storm number");
  EXPECT_EQ(quantities("Typhoon No. 17 made landfall.", "en"), "count 17 storm number");
  EXPECT_EQ(quantities("Three typhoons made landfall.", "en"), "count 3");
}

TEST(QuantityLabels, TimeInPrisonIsAClassOfItsOwn) {
  for (const auto& [text, lang] : {
           std::pair{"He was sentenced to 14 years in prison.", "en"},
           std::pair{"Fue condenado a 14 años de cárcel.", "es"},
           std::pair{"Il a été condamné à 14 ans de prison.", "fr"},
           std::pair{"Er muss für 14 Jahre ins Gefängnis.", "de"},
           std::pair{"Ele foi condenado a 14 anos de prisão.", "pt"},
           std::pair{"Его приговорили к 14 годам тюрьмы.", "ru"},
           std::pair{"Його засудили до 14 років позбавлення волі.", "uk"},
           std::pair{"حكم عليه بالسجن 14 عاما.", "ar"},
           std::pair{"او به ۱۴ سال زندان محکوم شد.", "fa"},
           std::pair{"उसे 14 साल की जेल हुई।", "hi"},
           std::pair{"14 yıl hapis cezası aldı.", "tr"},
           std::pair{"Dia dihukum 14 tahun penjara.", "id"},
           std::pair{"他被判处14年有期徒刑。", "zh"},
           std::pair{"懲役14年の判決が言い渡された。", "ja"},
           std::pair{"그는 징역 14년을 선고받았다.", "ko"},
       }) {
    EXPECT_EQ(quantities(text, lang), "duration 14 prison_term") << lang;
  }
  EXPECT_EQ(quantities("He ruled for 14 years, and the prison was closed.", "en"), "duration 14");
}

TEST(Quantities, TheTermOfABan) {
  for (const auto& [text, lang] : {
           std::pair{"She was barred from holding public office for 14 years.", "en"},
           std::pair{"Fue condenada a 14 años de inhabilitación.", "es"},
           std::pair{"Elle a été condamnée à 14 ans d'inéligibilité.", "fr"},
           std::pair{"Sie darf 14 Jahre lang kein öffentliches Amt bekleiden.", "de"},
           std::pair{"A pena inclui 14 anos de inelegibilidade.", "pt"},
           std::pair{"Её лишили права занимать должности на 14 лет.", "ru"},
           std::pair{"Її позбавили права обіймати посади на 14 років.", "uk"},
           std::pair{"ومنعت من الترشح لمدة 14 عاما.", "ar"},
           std::pair{"او به ۱۴ سال محرومیت محکوم شد.", "fa"},
           std::pair{"उस पर 14 साल का प्रतिबंध लगा।", "hi"},
           std::pair{"14 yıl hak mahrumiyeti aldı.", "tr"},
           std::pair{"Dia dijatuhi larangan 14 tahun.", "id"},
           std::pair{"她被剥夺政治权利14年。", "zh"},
           std::pair{"14年間の資格停止となった。", "ja"},
           std::pair{"자격정지 14년을 선고받았다.", "ko"},
       }) {
    EXPECT_EQ(quantities(text, lang), "duration 14 ban_term") << lang;
  }
  EXPECT_EQ(quantities("He was jailed for 4 years and banned from office for 14 years.", "en"),
            "duration 4 prison_term; duration 14 ban_term");
}

TEST(QuantityLabels, VotesOfTwoSides) {
  EXPECT_EQ(quantities("The court split 3-2 on the matter.", "en"), "score 3-2 votes");
  EXPECT_EQ(quantities("The 7-4 decision came at noon.", "en"), "score 7-4 votes");
  for (const auto& [text, lang] : {
           std::pair{"The bill passed by three votes to two.", "en"},
           std::pair{"La ley pasó por 3 votos a 2.", "es"},
           std::pair{"Il a été condamné par 3 voix contre 2.", "fr"},
           std::pair{"Die Kammer entschied mit 3 Stimmen gegen 2.", "de"},
           std::pair{"Ele foi condenado por 3 votos a 2.", "pt"},
           std::pair{"Решение приняли 3 голосами против 2.", "ru"},
           std::pair{"法院以3票对2票判决。", "zh"},
       }) {
    EXPECT_EQ(quantities(text, lang), "count 3 votes; count 2 votes") << lang;
  }
  EXPECT_EQ(quantities("The home team won the match 3-2.", "en"), "score 3-2");
}

TEST(QuantityLabels, WhatARiseMakesUpForIsNotItsMeasure) {
  EXPECT_EQ(quantities("The union wants a 6 percent rise to make up for inflation.", "en"),
            "percent 6");
  EXPECT_EQ(quantities("Les syndicats demandent 6 % d'augmentation des salaires.", "fr"),
            "percent 6 pay_rise");
  EXPECT_EQ(quantities("Inflation rose to 6 percent.", "en"), "percent 6 inflation");
}

TEST(QuantityLabels, IslandsAndRegionalTrains) {
  EXPECT_EQ(quantities("印尼由1.7万多个岛屿组成。", "zh"), "count 17000 islands");
  EXPECT_EQ(quantities("The archipelago of 17,000 islands relies on ferries.", "en"),
            "count 17000 islands");
  EXPECT_EQ(quantities("La SNCF prévoit deux TER sur cinq mercredi.", "fr"), "count 2 of 5 trains");
}

}  // namespace
}  // namespace synoptic::annotate
