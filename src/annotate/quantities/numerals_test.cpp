#include "annotate/quantities/numerals.h"

#include <gtest/gtest.h>

#include <chrono>

#include "text/fold.h"

namespace synoptic::annotate {
namespace {

double value(std::string_view text, std::string_view lang) {
  const auto number = Numerals::get().at(text::fold_copy(text), 0, lang);
  return number ? number->value : -1;
}

TEST(Numerals, DigitsOfAnySystem) {
  EXPECT_EQ(value("٤٥", "ar"), 45);
  EXPECT_EQ(value("۱۲", "fa"), 12);
  EXPECT_EQ(value("९०", "hi"), 90);
  EXPECT_EQ(value("１７", "ja"), 17);
}

TEST(Numerals, MarksFollowTheLanguage) {
  EXPECT_EQ(value("12,500", "en"), 12500);
  EXPECT_EQ(value("12.500", "de"), 12500);
  EXPECT_EQ(value("12 500", "fr"), 12500);
  EXPECT_EQ(value("6.4", "es"), 6.4);
  EXPECT_EQ(value("6,4", "ru"), 6.4);
  EXPECT_EQ(value("1,00,000", "hi"), 100000);
  EXPECT_EQ(value("٦٫٤", "ar"), 6.4);
  EXPECT_EQ(value("400 people", "en"), 400);
}

// Each place of a long list is asked: none may walk to its end.
TEST(Numerals, AListOfNumbersIsReadInLinearTime) {
  std::string list = "00";
  for (int i = 0; i < 200000; ++i) list += ",01";
  const auto begin = std::chrono::steady_clock::now();
  size_t found = 0;
  for (size_t at = 0; at < list.size(); ++at)
    found += Numerals::get().at(list, at, "en").has_value();
  EXPECT_GT(found, 100000u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(Numerals, Scales) {
  EXPECT_EQ(value("1.2万", "zh"), 12000);
  EXPECT_EQ(value("1億2000万", "ja"), 120000000);
  EXPECT_EQ(value("1万2千", "ja"), 12000);
  EXPECT_EQ(value("2만 5천", "ko"), 25000);
  EXPECT_EQ(value("12 ألف", "ar"), 12000);
  EXPECT_EQ(value("1,8 млрд", "ru"), 1.8e9);
  EXPECT_EQ(value("90 लाख", "hi"), 9000000);
  EXPECT_EQ(value("24 mil millones", "es"), 24e9);
  EXPECT_EQ(value("3 Billionen", "de"), 3e12);
  EXPECT_EQ(value("3 billion", "en"), 3e9);
}

TEST(Numerals, Words) {
  EXPECT_EQ(value("twenty-three", "en"), 23);
  EXPECT_EQ(value("two hundred thousand", "en"), 200000);
  EXPECT_EQ(value("fünfundzwanzig", "de"), 25);
  EXPECT_EQ(value("ثلاثة وعشرون", "ar"), 23);
  EXPECT_EQ(value("ألفين", "ar"), 2000);
  EXPECT_EQ(value("五百二十", "zh"), 520);
  EXPECT_EQ(value("dua belas", "id"), 12);
  EXPECT_EQ(value("dua puluh lima juta", "id"), 25000000);
  EXPECT_EQ(value("treinta y cinco", "es"), 35);
  EXPECT_EQ(value("half a million", "en"), 500000);
}

TEST(Numerals, TwoNumbersAreNotOne) {
  EXPECT_EQ(value("two and three", "en"), 2);
  EXPECT_EQ(value("12 two", "en"), 12);
  EXPECT_EQ(value("people", "en"), -1);
  EXPECT_EQ(value("", "en"), -1);
}

TEST(Numerals, PartsOfAScale) {
  EXPECT_EQ(value("a quarter of a million", "en"), 250000);
  EXPECT_EQ(value("three quarters of a billion", "en"), 750000000);
  EXPECT_EQ(value("three quarters of a mile", "en"), 3);
  EXPECT_EQ(value("a half-million", "en"), -1);
  EXPECT_EQ(value("half-million", "en"), 500000);
  EXPECT_EQ(value("un demi-million", "fr"), 500000);
  EXPECT_EQ(value("un quart de million", "fr"), 250000);
  EXPECT_EQ(value("trois quarts de million", "fr"), 750000);
  EXPECT_EQ(value("un cuarto de millón", "es"), 250000);
  EXPECT_EQ(value("um quarto de milhão", "pt"), 250000);
  EXPECT_EQ(value("eine Viertelmillion", "de"), 250000);
  EXPECT_EQ(value("drei viertel Millionen", "de"), 750000);
  EXPECT_EQ(value("четверть миллиона", "ru"), 250000);
  EXPECT_EQ(value("три четверти миллиарда", "ru"), 750000000);
  EXPECT_EQ(value("чверть мільйона", "uk"), 250000);
  EXPECT_EQ(value("ربع مليون", "ar"), 250000);
  EXPECT_EQ(value("ثلاثة أرباع مليون", "ar"), 750000);
  EXPECT_EQ(value("ربع میلیون", "fa"), 250000);
  EXPECT_EQ(value("çeyrek milyon", "tr"), 250000);
  EXPECT_EQ(value("seperempat juta", "id"), 250000);
  EXPECT_EQ(value("सवा लाख", "hi"), 125000);
  EXPECT_EQ(value("पौने दो लाख", "hi"), 175000);
  EXPECT_EQ(value("चौथाई लाख", "hi"), 25000);
  EXPECT_EQ(value("ربع", "ar"), -1);
}

TEST(Numerals, HalvesAndQuartersOfAScale) {
  EXPECT_EQ(value("مليارين ونصف مليار", "ar"), 2.5e9);
  EXPECT_EQ(value("مليونين ونصف المليون", "ar"), 2.5e6);
  EXPECT_EQ(value("مليارين وربع المليار", "ar"), 2.25e9);
  EXPECT_EQ(value("ألفين ونصف", "ar"), 2500);
  EXPECT_EQ(value("ألفان وخمسمئة", "ar"), 2500);
  EXPECT_EQ(value("مليونين وثلاثمئة ألف", "ar"), 2.3e6);
  EXPECT_EQ(value("two and a quarter million", "en"), 2.25e6);
  EXPECT_EQ(value("two and three-quarter billion", "en"), 2.75e9);
  EXPECT_EQ(value("dos mil millones y medio", "es"), 2.5e9);
  EXPECT_EQ(value("dos millones y cuarto", "es"), 2.25e6);
  EXPECT_EQ(value("deux millions et demi", "fr"), 2.5e6);
  EXPECT_EQ(value("cent millions et demi", "fr"), 100.5e6);
  EXPECT_EQ(value("deux milliards et quart", "fr"), 2.25e9);
  EXPECT_EQ(value("dois bilhões e meio", "pt"), 2.5e9);
  EXPECT_EQ(value("2½ million", "en"), 2.5e6);
  EXPECT_EQ(value("2 ½ Milliarden", "de"), 2.5e9);
  EXPECT_EQ(value("½ миллиарда", "ru"), 5e8);
  EXPECT_EQ(value("21 people", "en"), 21);
  EXPECT_EQ(value("21/2", "en"), 21);
  EXPECT_EQ(value("tres y cuatro", "es"), 3);
}

}  // namespace
}  // namespace synoptic::annotate
