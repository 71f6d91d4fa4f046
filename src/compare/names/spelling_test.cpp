#include "compare/names/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace synoptic::compare {
namespace {

constexpr double kOneName = 0.45, kMaybe = 0.3;

double persons(std::string_view a, std::string_view lang_a, std::string_view b,
               std::string_view lang_b) {
  return likeness(spelling_of(a, lang_a, true), spelling_of(b, lang_b, true));
}

TEST(Spelling, OnePersonInManyScripts) {
  EXPECT_GE(persons("Serhii Bondar", "en", "Сергій Бондар", "uk"), kOneName);
  EXPECT_GE(persons("Serhii Bondar", "id", "邦达尔", "zh"), kOneName);
  EXPECT_GE(persons("Saleh al-Ghamdi", "de", "صالح الغامدي", "ar"), kOneName);
  EXPECT_GE(persons("Duarte Sequeira", "pt", "杜阿尔特·塞凯拉", "zh"), kOneName);
  EXPECT_GE(persons("Ritsuko Oba", "en", "रित्सुको ओबा", "hi"), kOneName);
}

TEST(Spelling, TheSameLettersAreOneName) {
  EXPECT_EQ(persons("Li", "en", "LI", "fr"), 1);
  EXPECT_EQ(likeness(spelling_of("CGT", "fr", false), spelling_of("CGT", "tr", false)), 1);
}

TEST(Spelling, OnePersonWithWordsLeftOut) {
  const auto fuller = [](std::string_view longer, std::string_view shorter) {
    return is_fuller(spelling_of(longer, "en", true), spelling_of(shorter, "en", true));
  };
  EXPECT_TRUE(fuller("James P. Steyer", "James Steyer"));
  EXPECT_TRUE(fuller("Helena Tavares Monteiro", "Helena Tavares"));
  EXPECT_TRUE(fuller("Zhu Congpeng", "Zhu"));
  EXPECT_FALSE(fuller("James Steyer", "James Steyer"));
  EXPECT_FALSE(fuller("John Steyer", "James Steyer"));
  EXPECT_FALSE(fuller("John Tremlett Jr.", "John Tremlett"));
}

TEST(Spelling, AnotherPersonIsNotThePerson) {
  EXPECT_LT(persons("Helena Prates", "pt", "Marta Quintela", "es"), kMaybe);
  EXPECT_LT(persons("Emine Demir", "tr", "Эльвира Набиуллина", "ru"), kMaybe);
  EXPECT_LT(persons("Lim Su-bin", "ko", "Jang Hyuk-jin", "en"), kOneName);
}

TEST(Spelling, APersonIsNoLandThatSoundsSo) {
  EXPECT_LT(likeness(spelling_of("Heorhii", "uk", true), spelling_of("Georgia", "en", false)),
            kOneName);
}

TEST(Spelling, NamesThatShareAWordAndDifferInAnotherAreTwo) {
  const auto two = [](std::string_view a, std::string_view lang_a, std::string_view b,
                      std::string_view lang_b) {
    return are_two(spelling_of(a, lang_a, false), spelling_of(b, lang_b, false));
  };
  EXPECT_TRUE(two("Aegina Star", "en", "Aegina Lines", "ru"));
  EXPECT_FALSE(two("University of Chile", "en", "Universidad de Chile", "es"));
  EXPECT_FALSE(two("Bank of Russia", "en", "Savings Bank of Russia", "en"));
}

TEST(Spelling, AWordMayBeHeardWithinALongerName) {
  const auto heard = [](std::string_view a, std::string_view lang_a, std::string_view b,
                        std::string_view lang_b) {
    return likest_words(spelling_of(a, lang_a, true), spelling_of(b, lang_b, true));
  };
  EXPECT_GE(heard("Prabowo", "id", "Prabowo Subianto", "en"), 0.9);
  EXPECT_LT(heard("Helena Prates", "pt", "Kim", "ko"), 0.5);
}

TEST(Spelling, WhatIsAlikeIsFoundByACommonKey) {
  const auto share = [](const Spelling& a, const Spelling& b) {
    const auto x = keys_to_find(a), y = keys_to_find(b);
    std::vector<uint64_t> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    return !both.empty();
  };
  EXPECT_TRUE(share(spelling_of("Serhii Bondar", "id", true), spelling_of("邦达尔", "zh", true)));
  EXPECT_TRUE(share(spelling_of("Kaspersky", "en", false), spelling_of("Касперский", "ru", false)));
}

}  // namespace
}  // namespace synoptic::compare
