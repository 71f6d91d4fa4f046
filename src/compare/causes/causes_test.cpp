#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

const model::Fact* difference_about(std::string_view about,
                                    const std::vector<const Sample*>& samples) {
  static model::Synopsis out;
  out = synopsis(samples);
  return find(out.differ, "outcome", about);
}

const model::Fact* cause_in(const std::vector<const Sample*>& samples) {
  return difference_about("cause", samples);
}

const model::Fact* ruling_in(const std::vector<const Sample*>& samples) {
  return difference_about("reason for the ruling", samples);
}

Sample mine(const std::string& key, const std::string& lang, const std::string& why) {
  Sample sample(key, lang, "Mine", "2026-03-01");
  sample.body("Thirty miners died on Monday.").body(why);
  return sample;
}

TEST(Causes, CausesThatExcludeEachOtherAreADifference) {
  const Sample a = mine("a", "en", "Experts found that the blast was caused by methane.");
  const Sample b = mine("b", "de", "Ein Gutachten nennt Kohlenstaub als Ursache.");
  const Sample c = mine("c", "tr", "Rapora göre patlamaya metan gazı yol açtı.");
  const auto* fact = cause_in({&a, &b, &c});
  ASSERT_NE(fact, nullptr);
  ASSERT_EQ(fact->values.size(), 3u);
  EXPECT_EQ(fact->values[0].norm, "methane");
  EXPECT_EQ(fact->values[1].norm, "coal dust");
  EXPECT_EQ(fact->values[1].text, "Kohlenstaub");
  EXPECT_EQ(fact->values[0].side, fact->values[2].side);
  EXPECT_NE(fact->values[0].side, fact->values[1].side);
}

TEST(Causes, WhatStruckIsACause) {
  const Sample a = mine("a", "en", "The boat sank after being hit by a rogue wave.");
  const Sample b = mine("b", "tr", "Yangının elektrik kontağından çıktığı belirtildi.");
  const Sample c = mine("c", "de", "Die Behörden gehen von Brandstiftung aus.");
  EXPECT_NE(cause_in({&a, &c}), nullptr);
  EXPECT_NE(cause_in({&b, &c}), nullptr);
  const Sample d = mine("d", "en", "It was hit by a drone."),
               e = mine("e", "id", "Kapal dihantam bahan peledak.");
  EXPECT_EQ(cause_in({&d, &e}), nullptr) << "a drone bears explosives";
}

TEST(Causes, WhoSaysItMayStandBetween) {
  const Sample a = mine("a", "de", "Ursache war nach Angaben der Polizei ein Kurzschluss.");
  const Sample b = mine("b", "en", "It was caused by a dust explosion.");
  EXPECT_NE(cause_in({&a, &b}), nullptr);
}

TEST(Causes, TwoNamesOfOneCauseAreNone) {
  const Sample a = mine("a", "en", "The fire was caused by a short circuit.");
  const Sample b = mine("b", "en", "A battery caused the fire.");
  EXPECT_EQ(cause_in({&a, &b}), nullptr);
}

TEST(Causes, WhatIsRuledOutIsNone) {
  const Sample a = mine("a", "en", "The fire was caused by a short circuit.");
  const Sample b = mine("b", "en", "Police ruled out arson as the cause.");
  const Sample c = mine("c", "fr", "L'enquête a exclu un incendie criminel comme cause.");
  EXPECT_EQ(cause_in({&a, &b, &c}), nullptr);
}

TEST(Causes, ARulingAndAFireAreTwoThings) {
  const Sample a = mine("a", "en", "The second goal was chalked off, as he was offside.");
  const Sample b = mine("b", "en", "The fire was caused by a short circuit.");
  EXPECT_EQ(cause_in({&a, &b}), nullptr);
  EXPECT_EQ(ruling_in({&a, &b}), nullptr);
}

TEST(Causes, WordsThatTellItAloneNeedNoOther) {
  const Sample a = mine("a", "en", "The second goal was chalked off, as he was offside.");
  const Sample b = mine("b", "de", "Der Treffer wurde wegen Handspiels aberkannt.");
  const auto* fact = ruling_in({&a, &b});
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].norm, "offside");
  EXPECT_EQ(fact->values[1].norm, "handball");
}

TEST(Causes, WhoGivesBothSaysNone) {
  const Sample a = mine("a", "en", "The fire was caused by a short circuit.");
  const Sample b = mine("b", "en", "It was caused by arson or caused by lightning.");
  EXPECT_EQ(cause_in({&a, &b}), nullptr);
}

TEST(Causes, ACauseStandsOnItsSideOfTheWord) {
  const Sample a = mine("a", "ru", "Из-за смога закрыли школы и остановили печи.");
  const Sample b = mine("b", "en", "Schools closed because of fog.");
  EXPECT_EQ(cause_in({&a, &b}), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
