// What a number is told of where another word stands nearer; words that only look like numbers,
// coins, rates and magnitudes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

std::string figures_of(std::string_view text, std::string_view lang, std::string_view about = "") {
  std::string out;
  for (const model::Quantity& quantity : numbers_read(text, lang, about).quantities) {
    if (!out.empty()) out += "; ";
    out += fmt::format("{} {}", quantity.kind, quantity.value);
    if (quantity.max) out += fmt::format("-{}", *quantity.max);
    for (const std::string* part : {&quantity.unit, &quantity.counted_class}) {
      if (!part->empty()) out += " " + *part;
    }
    if (quantity.scope != "event") out += " " + quantity.scope;
  }
  return out;
}

TEST(QuantityHeads, WhatRoseIsTheTollAndNotTheNearestWord) {
  constexpr std::string_view kToll = "count 6 killed former; count 7 killed";
  EXPECT_EQ(
      figures_of("With the death of one of the injured, the toll rose from six to seven.", "en"),
      kToll);
  EXPECT_EQ(
      figures_of(
          "شمار کشته‌ها با درگذشت یکی از مجروحان از شش به "
          "هفت "
          "نفر "
          "رسید.",
          "fa"),
      kToll);
  EXPECT_EQ(figures_of("В результате смерти раненого число жертв возросло с 6 до 7 человек.", "ru"),
            kToll);
  EXPECT_EQ(figures_of("Число погибших увеличилось с 6 до 7: скончался один из раненых.", "ru"),
            kToll);
  EXPECT_EQ(figures_of("मृतकों की संख्या छह से बढ़कर सात हो गई।", "hi"), kToll);
  EXPECT_EQ(
      figures_of("Nach dem Tod eines Verletzten stieg die Zahl der Toten von sechs auf sieben.",
                 "de"),
      kToll);
  // Each number has its own word.
  EXPECT_EQ(figures_of("The number of dead rose to 12 and that of injured to 30.", "en"),
            "count 12 killed; count 30 injured");
  EXPECT_EQ(figures_of("मृतकों की संख्या 6 थी। गाड़ी संख्या 12 देर से पहुंची।", "hi"), "count 6 killed");
}

TEST(QuantityHeads, WhoTheyAreIsToldByAWordBesideTheNumber) {
  EXPECT_EQ(figures_of("A crowd of 7,300 saw the home side lose.", "en"), "count 7300 spectators");
  EXPECT_EQ(figures_of("The brewery employs 640 people.", "en"), "count 640 workers");
  // What the noun says itself goes before.
  EXPECT_EQ(figures_of("A crowd of 80 students waited outside.", "en"), "count 80 students");
  EXPECT_EQ(figures_of("The brewery employs 640 people; 12 people were hurt.", "en"),
            "count 640 workers; count 12 injured");
}

TEST(QuantityHeads, WhoSeeksIsNotMissing) {
  EXPECT_EQ(figures_of("Some 90 rescuers found no trace of the boat.", "en"), "count 90 rescuers");
  EXPECT_EQ(figures_of("There was no trace of the boat, said 90 rescuers.", "en"),
            "count 90 rescuers");
  EXPECT_EQ(figures_of("There is no trace of four anglers.", "en"), "count 4 missing");
}

TEST(QuantityHeads, TheNounBehindPeopleSaysWhoTheyAre) {
  EXPECT_EQ(figures_of("The hall shelters 300 Syrian refugees.", "en"), "count 300 refugees");
  EXPECT_EQ(figures_of("The firm hired 40 women workers.", "en"), "count 40 workers");
  // People of a region are people.
  EXPECT_EQ(figures_of("Листа підписали 64 мешканці області.", "uk"), "count 64 people");
}

TEST(QuantityHeads, AThingNamedBeforeItsNumberIsNoPeople) {
  EXPECT_EQ(figures_of("暴雨致12人受灾，房屋318间倒塌。", "zh"), "count 12 affected; count 318 buildings");
  EXPECT_EQ(figures_of("现场有示威者，警察800名在场。", "zh"), "count 800 police");
}

TEST(QuantityHeads, AdjectivesOfCurrenciesHaveAnyEnding) {
  EXPECT_EQ(figures_of("Лимит составил 250 тыс. египетских фунтов.", "ru"), "money 250000 EGP");
  EXPECT_EQ(figures_of("Стоимость составила 250 тысяч турецких лир.", "ru"), "money 250000 TRY");
  EXPECT_EQ(figures_of("Он заплатил 5 млн иранских риалов.", "ru"), "money 5000000 IRR");
  EXPECT_EQ(figures_of("Он заплатил 3 тысячи украинских гривен.", "ru"), "money 3000 UAH");
  EXPECT_EQ(figures_of("Вартість склала 250 тис. єгипетських фунтів.", "uk"), "money 250000 EGP");
}

TEST(QuantityHeads, PoundsAreMoneyWhereTheCountryHasThem) {
  EXPECT_EQ(figures_of("Le plafond est de 150 000 livres.", "fr", "egypt"), "money 150000 EGP");
  EXPECT_EQ(figures_of("Batas penarikan 150.000 pon per hari.", "id", "egypt"), "money 150000 EGP");
  EXPECT_EQ(figures_of("Limit 150 bin pounda indi.", "tr", "egypt"), "money 150000 EGP");
  EXPECT_EQ(figures_of("Ліміт становить 150 тисяч фунтів.", "uk", "egypt"), "money 150000 EGP");
  EXPECT_EQ(figures_of("Le festival a reçu 3 000 livres.", "fr"), "count 3000");
  EXPECT_EQ(figures_of("L'éditeur a envoyé 3 000 livres.", "fr", "egypt"), "count 3000");
}

TEST(QuantityHeads, PartsOfAMillionAreOneFigure) {
  EXPECT_EQ(figures_of("It lost a quarter of a million dollars.", "en"), "money 250000 USD");
  EXPECT_EQ(figures_of("وخسر ربع مليون يورو.", "ar"), "money 250000 EUR");
  EXPECT_EQ(figures_of("خسر وربع مليون يورو.", "ar"), "money 250000 EUR");
  EXPECT_EQ(figures_of("Um quarto de milhão de dólares.", "pt"), "money 250000 USD");
  EXPECT_EQ(figures_of("Es kostete eine Viertelmillion Euro.", "de"), "money 250000 EUR");
  EXPECT_EQ(figures_of("Un demi-million d'euros a disparu.", "fr"), "money 500000 EUR");
  EXPECT_EQ(figures_of("सवा लाख रुपये का नुकसान।", "hi"), "money 125000 INR");
  EXPECT_EQ(figures_of("A quarter of the members voted.", "en"), "count 0.25 members");
}

TEST(QuantityHeads, EnoughIsNotTenMinutes) {
  EXPECT_EQ(figures_of("証拠不十分で無罪となった。十分な説明がない。", "ja"), "");
  EXPECT_EQ(figures_of("这项工作十分重要。", "zh"), "");
  EXPECT_EQ(figures_of("会议持续十分钟。", "zh"), "duration 10 minute");
  EXPECT_EQ(figures_of("停電は十分間続いた。", "ja"), "duration 10 minute");
}

TEST(QuantityHeads, LettersOfALongerWordAreNoNoun) {
  EXPECT_EQ(figures_of("납치된 3명이 17일 만에 전원 석방됐다.", "ko"),
            "count 3 people; duration 17 day");
  EXPECT_EQ(figures_of("이들은 17일 만인 19일 풀려났다.", "ko"), "duration 17 day");
  EXPECT_EQ(figures_of("여당은 120석을 얻었다.", "ko"), "count 120 seats");
}

TEST(QuantityHeads, AnAgeMayEndItsSentence) {
  EXPECT_EQ(
      figures_of("\"I held on to my children,\" said Maria Lelang, 34.", "en", "Maria Lelang"),
      "age 34 year");
  EXPECT_EQ(figures_of("\"Ich hielt mich fest\", sagte Maria Lelang, 34.", "de", "Maria Lelang"),
            "age 34 year");
  EXPECT_EQ(figures_of("The score of the day was low, 34.", "en"), "count 34");
}

TEST(QuantityHeads, HowStrongAQuakeWasFeltIsNoMagnitude) {
  EXPECT_EQ(figures_of("При землетрясении толчки силой до 4 баллов ощущались в столице.", "ru"),
            "count 4");
  EXPECT_EQ(figures_of("Произошло землетрясение силой 6 баллов.", "ru"), "magnitude 6 earthquake");
}

TEST(QuantityHeads, AShareOfFactoriesIsNoPayRise) {
  EXPECT_EQ(figures_of("40% of small factories pay wages in cash.", "en"), "percent 40 factories");
  EXPECT_EQ(figures_of("They pay wages in cash, and wages rose by 5 percent.", "en"),
            "percent 5 pay_rise");
}

}  // namespace
}  // namespace synoptic::annotate
