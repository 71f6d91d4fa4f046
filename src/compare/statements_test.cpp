// What is denied, and by whom it is spoken of.
#include "compare/polarity.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(Polarity, EveryLanguageHasItsWordsOfDenial) {
  EXPECT_EQ(stance_cues("The minister has not resigned", "en").front().stance, Stance::kNot);
  EXPECT_EQ(stance_cues("Le gouvernement n'a pas retiré son texte", "fr").front().stance,
            Stance::kNot);
  EXPECT_EQ(stance_cues("Hükümet tasarıyı geri çekmedi", "tr").front().stance, Stance::kNot);
  EXPECT_EQ(stance_cues("白俄罗斯否认与此事有关。", "zh").front().stance, Stance::kDeny);
  EXPECT_TRUE(stance_cues("以上の少ない例", "ja").empty());
}

TEST(Polarity, AWordThatHoldsACueIsNone) {
  EXPECT_TRUE(stance_cues("警方没收了货物", "zh").empty());
  EXPECT_TRUE(stance_cues("Médecins sans frontières", "fr").empty());
}

TEST(Polarity, TheClauseAroundAPlace) {
  const std::string_view text =
      "A drone hit the tank on Monday, but production was not interrupted.";
  const Range clause = clause_around(text, {51, 54});
  EXPECT_EQ(clause.of(text), "but production was not interrupted.");
}

TEST(Statements, ADenialThatNoOtherAccountKnowsIsASingleFact) {
  const Sample a =
      Sample("a", "en", "Quake", "").body("There is no danger of a tsunami for Norland.");
  const Sample b = Sample("b", "fr", "Séisme", "").body("Trois maisons ont brûlé.");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.only, "outcome", "statement");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].norm, "no");
}

TEST(Statements, TheSameInOtherWordsAgrees) {
  const Sample a = Sample("a", "en", "Plan", "").body("The government has not withdrawn the plan.");
  const Sample b = Sample("b", "fr", "Projet", "").body("Le gouvernement n'a pas retiré le plan.");
  const auto out = synopsis({&a, &b});
  EXPECT_NE(find(out.agree, "outcome", "statement"), nullptr);
  EXPECT_EQ(find(out.only, "outcome", "statement"), nullptr);
}

TEST(Statements, AnArticleMayBeATitleAlone) {
  const Sample a =
      Sample("a", "en", "Plan", "").body("The government of Norland withdrew the pension plan.");
  const Sample b = Sample("b", "en", "The government of Norland withdrew the pension plan", "");
  const Sample c =
      Sample("c", "en", "Norland", "").body("Norland's government withdrew the pension plan.");
  EXPECT_NE(find(synopsis({&a, &b, &c}).agree, "outcome", "statement"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
