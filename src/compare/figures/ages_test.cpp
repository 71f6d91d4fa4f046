// Whose age is told.
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

Sample aged(const std::string& key, const std::string& lang, const std::string& text,
            const std::string& words, double years, const std::string& modifier = {}) {
  return Sample(key, lang, "Rescue", "2026-03-02")
      .body(text)
      .count(words, years, "", modifier, "age", "year");
}

const std::string kTold = "The skipper of the trawler was pulled from the water near Oake, aged ";

TEST(Ages, OneAgeInTwoLanguagesAgrees) {
  const Sample a = aged("a", "en", kTold + "41.", "41", 41);
  const Sample b = aged("b", "de", "Der 41-jährige Kapitän wurde gerettet.", "41-jährige", 41);
  EXPECT_NE(find(synopsis({&a, &b}).agree, "quantity", "age"), nullptr);
}

TEST(Ages, ABoundIsNobodysAge) {
  const Sample a = aged("a", "en", kTold + "under 41.", "41", 41, "less_than");
  const Sample b = aged("b", "en", kTold + "under 41.", "41", 41, "less_than");
  EXPECT_EQ(find(synopsis({&a, &b}).agree, "quantity", "age"), nullptr);
}

TEST(Ages, TwoAgesOfWhoIsSpokenOfAlikeDiffer) {
  const Sample a = aged("a", "en", kTold + "41.", "41", 41);
  const Sample b = aged("b", "en", kTold + "49.", "49", 49);
  const auto out = synopsis({&a, &b});
  EXPECT_NE(find(out.differ, "quantity", "age"), nullptr);
  EXPECT_EQ(find(out.agree, "outcome", "statement"), nullptr);
  const Sample birthday = aged("b", "en", kTold + "42.", "42", 42);
  EXPECT_EQ(find(synopsis({&a, &birthday}).differ, "quantity", "age"), nullptr);
}

TEST(Ages, TheAgesOfTwoPeopleDoNotDiffer) {
  const Sample a =
      aged("a", "en", "Among the saved was Ann Kell, 41.", "41", 41).stranger("Ann Kell");
  const Sample b =
      aged("b", "en", "Among the saved was Otto Brink, 49.", "49", 49).stranger("Otto Brink");
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "quantity", "age"), nullptr);
}

TEST(Ages, TwoAgesBesideOneNameDifferInOtherWords) {
  const Sample a = aged("a", "en", "The new head, Ann Kell, 41, comes from Oake.", "41", 41)
                       .stranger("Ann Kell");
  const Sample b =
      aged("b", "en", "On Monday the board chose Ann Kell, who is at the age of 49.", "49", 49)
          .stranger("Ann Kell");
  EXPECT_NE(find(synopsis({&a, &b}).differ, "quantity", "age"), nullptr);
  const Sample other =
      aged("b", "en", "On Monday the board of Ann Kell spoke of a boy of 12.", "12", 12)
          .stranger("Ann Kell");
  EXPECT_EQ(find(synopsis({&a, &other}).differ, "quantity", "age"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
