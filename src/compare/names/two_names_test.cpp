#include "compare/names/two_names.h"

#include <gtest/gtest.h>

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

CastName named(const std::string& written, const std::string& lang, std::string_view sort) {
  auto spelling = spelling_of(written, lang, sort == "person");
  auto sounds = sounds_of(spelling.folded);
  return {0, "", sort, std::move(spelling), std::move(sounds), {}, 0};
}

bool apart(const CastName& a, const CastName& b) { return are_apart(a, b) && are_apart(b, a); }

TEST(TwoNames, PeopleWhoseNamesHaveNothingInCommon) {
  EXPECT_TRUE(apart(named("Ana Duarte", "pt", "person"), named("Helga Krumm", "de", "person")));
  EXPECT_TRUE(apart(named("임수빈", "ko", "person"), named("Jang Hyuk-jin", "en", "person")));
  EXPECT_FALSE(apart(named("Ana Duarte", "pt", "person"), named("Anna Duarte", "de", "person")));
  EXPECT_FALSE(
      apart(named("Олег Петренко", "uk", "person"), named("Oleh Petrenko", "en", "person")));
}

TEST(TwoNames, HanCharactersDoNotTellHowAForeignNameSounds) {
  EXPECT_FALSE(apart(named("林秀彬", "ja", "person"), named("Jang Hyuk-jin", "en", "person")));
}

TEST(TwoNames, BodiesOfOneScriptByWordsSoundsAndFirstLetters) {
  EXPECT_TRUE(apart(named("Fairlop", "en", "org"), named("Brunswig", "fr", "org")));
  EXPECT_FALSE(apart(named("Red Cross", "en", "org"), named("Cruz Roja", "es", "org")));
  EXPECT_FALSE(apart(named("HSU", "en", "org"), named("Harbour Savings Union", "en", "org")));
}

// What might be either, as Han characters may, does not make the two one.
TEST(TwoNames, AThirdNameDoesNotMakeThemOne) {
  const auto held = [](const std::string& key, const std::string& lang, const std::string& title,
                       const std::string& text, const std::string& name) {
    return Sample(key, lang, title, "2026-01-01").body(text).stranger(name);
  };
  const Sample a = held("a", "ko", "금리 동결", "임수빈 위원만 인하를 주장했다.", "임수빈"),
               b = held("b", "en", "Rate held", "Only Jang Hyuk-jin called for a cut.",
                        "Jang Hyuk-jin"),
               c = held("c", "ja", "金利据え置き", "林秀彬委員だけが利下げを求めた。", "林秀彬");
  for (const auto& fact : synopsis({&a, &b, &c}).agree) {
    std::set<std::string> accounts;
    for (const auto& value : fact.values) {
      if (value.text == "임수빈" || value.text == "Jang Hyuk-jin") accounts.insert(value.article);
    }
    EXPECT_LT(accounts.size(), 2u);
  }
}

}  // namespace
}  // namespace synoptic::compare
