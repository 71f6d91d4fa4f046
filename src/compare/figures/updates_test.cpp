// How a count changes from account to account.
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

Sample at_hour(const std::string& key, const std::string& hour, double killed,
               const std::string& modifier = {}) {
  return toll(key, "2026-01-01T" + hour, killed, modifier);
}

TEST(Updates, AHigherBoundIsALaterCount) {
  for (const std::string bound : {"at_least", "more_than"}) {
    const Sample a = at_hour("a", "08:00", 20, bound), b = at_hour("b", "18:00", 45, bound);
    const auto out = synopsis({&a, &b});
    const auto* fact = find(out.updates, "quantity", "killed");
    ASSERT_NE(fact, nullptr);
    EXPECT_EQ(fact->values.back().value, 45);
    EXPECT_TRUE(out.differ.empty());
  }
}

TEST(Updates, BoundsOfOneHourAreBroaderAndNarrower) {
  const Sample a = at_hour("a", "08:00", 20, "at_least"), b = at_hour("b", "08:00", 45, "at_least");
  const auto out = synopsis({&a, &b});
  EXPECT_TRUE(out.updates.empty());
  const auto* fact = find(out.differ, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->verdict, "broader_narrower");
}

TEST(Updates, TheDeadDoNotGetFewerBecauseAnotherCountChanges) {
  const auto sample = [](const std::string& key, const std::string& hour, double killed,
                         double missing) {
    return Sample(key, "en", "Storm", "2026-01-01T" + hour)
        .body("The storm on the coast killed many and some are missing.")
        .count("many", killed, "killed")
        .count("some", missing, "missing");
  };
  const Sample a = sample("a", "08:00", 7, 4), fewer = sample("b", "10:00", 5, 9);
  EXPECT_EQ(find(synopsis({&a, &fewer}).updates, "quantity", "killed"), nullptr);
  const Sample more = sample("b", "10:00", 9, 2);
  EXPECT_NE(find(synopsis({&a, &more}).updates, "quantity", "killed"), nullptr);
}

TEST(Updates, WhatACountWasIsNotWhatItBecame) {
  const auto sample = [](const std::string& key, const std::string& hour, double hurt,
                         double killed) {
    return Sample(key, "en", "Fire", "2026-01-01T" + hour)
        .body("The fire at the plant killed some and hurt many.")
        .count("some", killed, "killed")
        .count("many", hurt, "injured");
  };
  const Sample a = sample("a", "08:00", 23, 6);
  Sample now = sample("b", "10:00", 6, 7), was = now;
  EXPECT_NE(find(synopsis({&a, &now}).updates, "quantity", "injured"), nullptr);
  was.no_more();
  EXPECT_EQ(find(synopsis({&a, &was}).updates, "quantity", "injured"), nullptr);
}

TEST(Updates, ARoundedBoundIsNoNewCount) {
  const Sample a = at_hour("a", "08:00", 200, "more_than"), b = at_hour("b", "18:00", 215);
  EXPECT_TRUE(synopsis({&a, &b}).updates.empty());
}

TEST(Updates, DozensAreNoStep) {
  const Sample a = at_hour("a", "08:00", 24, "dozens"), b = at_hour("b", "18:00", 60);
  EXPECT_TRUE(synopsis({&a, &b}).updates.empty());
}

TEST(Updates, TheStepsOfOneChangeAreOneRow) {
  const Sample a = at_hour("a", "00:00", 12), b = at_hour("b", "11:00", 17);
  const Sample c = at_hour("c", "22:00", 31, "at_least"), d = at_hour("d", "22:00", 31);
  const auto out = synopsis({&d, &b, &a, &c});
  ASSERT_EQ(out.updates.size(), 1u);
  std::vector<double> values;
  std::vector<uint32_t> sides;
  for (const auto& value : out.updates[0].values) {
    values.push_back(value.value.value_or(0));
    sides.push_back(value.side);
  }
  EXPECT_EQ(values, (std::vector<double>{12, 17, 31, 31}));
  EXPECT_EQ(sides, (std::vector<uint32_t>{0, 1, 2, 2}));
}

const model::Fact* only_row_of_killed(const model::Synopsis& out) {
  for (const auto& fact : out.agree) EXPECT_NE(fact.about, "killed");
  EXPECT_TRUE(out.updates.empty());
  return find(out.differ, "quantity", "killed");
}

TEST(Updates, ValuesThatDoNotFollowTheTimeAreOneDifference) {
  const Sample a = at_hour("a", "00:00", 20, "at_least"), b = at_hour("b", "11:00", 32);
  const Sample c = at_hour("c", "22:00", 26), d = at_hour("d", "12:00", 23);
  const Sample e = at_hour("e", "23:00", 23);
  const auto out = synopsis({&a, &b, &c, &d, &e});
  const auto* fact = only_row_of_killed(out);
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->verdict, "differ");
  EXPECT_EQ(fact->values.size(), 5u);
}

TEST(Updates, ItIsToldByWhatTheChangeIsKnown) {
  const Sample a = at_hour("a", "00:00", 12), b = at_hour("b", "11:00", 17);
  const auto out = synopsis({&a, &b});
  ASSERT_EQ(out.updates.size(), 1u);
  EXPECT_EQ(out.updates[0].rule, "a count that changes: hours lie between");
}

TEST(Updates, ABoundAboveAValueLeavesNoRoomForIt) {
  const Sample a = at_hour("a", "08:00", 14), b = at_hour("b", "08:00", 17, "at_least");
  const Sample c = at_hour("c", "08:00", 14);
  const auto out = synopsis({&a, &b, &c});
  for (const auto& fact : out.differ) EXPECT_NE(fact.verdict, "broader_narrower");
}

Sample depth(const std::string& key, const std::string& date, const std::string& lang,
             const std::string& words, const std::string& more = {}) {
  Sample sample(key, lang, "Shaft of " + key, date);
  sample.body("The lift in the shaft fell " + words + " m on Monday.");
  sample.count(words, std::stod(words), "", "", "distance", "m");
  if (!more.empty()) {
    sample.body(more).count("40", 40, "", "", "distance", "m");
  }
  return sample;
}

TEST(Updates, ANumberThatIsTakenBackIsNoAgreement) {
  const Sample a = depth("a", "2026-01-01T08:00", "en", "40");
  const Sample b = depth("b", "2026-01-02T08:00", "en", "80",
                         "Earlier reports had put the depth of the fall at 40 m.");
  const Sample c = depth("c", "2026-01-02T09:00", "de", "80", "Zunächst war von 40 m die Rede.");
  for (const Sample* later : {&b, &c}) {
    const auto out = synopsis({&a, later});
    ASSERT_EQ(out.updates.size(), 1u);
    EXPECT_EQ(out.updates[0].values.front().norm, "0.04 km");
    EXPECT_EQ(out.updates[0].values.back().norm, "0.08 km");
    for (const auto& fact : out.agree) EXPECT_NE(fact.slot, "quantity");
  }
  const Sample plain = depth("d", "2026-01-02T08:00", "en", "80", "The rope was 40 m long.");
  EXPECT_TRUE(synopsis({&a, &plain}).updates.empty());
}

Sample tells(const std::string& key, const std::string& date, const std::string& text,
             const std::vector<std::pair<std::string, double>>& counts,
             const std::string& of_class = "killed") {
  Sample sample(key, "en", "Storm on the coast", date);
  sample.body(text);
  for (const auto& [words, value] : counts) sample.count(words, value, of_class);
  return sample;
}

TEST(Updates, WithoutATimeAWordTellsWhichIsLater) {
  const Sample a = tells("a", "", "The storm killed twelve people on the coast.", {{"twelve", 12}});
  const Sample b =
      tells("b", "", "The storm killed fifteen people on the coast.", {{"fifteen", 15}});
  EXPECT_TRUE(synopsis({&a, &b}).updates.empty());
  const Sample c = tells("c", "2026-01-02T08:00",
                         "The toll of the storm on the coast rose to 15 people.", {{"15", 15}});
  const auto out = synopsis({&c, &a});
  const auto* fact = find(out.updates, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.front().value, 12);
  EXPECT_EQ(fact->values.back().value, 15);
}

TEST(Updates, OneSentenceTellsTheOldValueAndTheNewOfAnyCount) {
  const Sample a = tells("a", "2026-01-01T08:00", "Doctors on the coast watch 412 people.",
                         {{"412", 412}}, "people");
  const Sample b =
      tells("b", "2026-01-01T10:00", "Doctors on the coast watch 560 people, up from 412.",
            {{"560", 560}, {"412", 412}}, "people");
  EXPECT_NE(find(synopsis({&a, &b}).updates, "quantity", "people"), nullptr);
  const Sample c =
      tells("c", "2026-01-01T10:00", "Doctors on the coast watch 560 people, and treat 412.",
            {{"560", 560}, {"412", 412}}, "people");
  EXPECT_TRUE(synopsis({&a, &c}).updates.empty());
}

TEST(Updates, APartOfTheCountIsNotItsOldValue) {
  const Sample a =
      tells("a", "2026-01-01T08:00", "The storm killed two people on the coast.", {{"two", 2}});
  const Sample b = tells("b", "2026-01-01T10:00",
                         "The storm killed three people on the coast, two of them children.",
                         {{"three", 3}, {"two", 2}});
  EXPECT_TRUE(synopsis({&a, &b}).updates.empty());
}

}  // namespace
}  // namespace synoptic::compare
