#include <map>

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

constexpr std::string_view kQuake = "A strong earthquake off the southern coast injured ";
constexpr std::string_view kRest = " people and cut the power to many homes, officials said.";

Sample quake(const std::string& key, const std::string& date, const std::string& injured,
             const std::string& more = "Trains were halted for safety checks until the evening.") {
  return Sample(key, "en", "Quake off the coast", date)
      .body(std::string(kQuake) + injured + std::string(kRest))
      .body(more)
      .count(injured, std::stod(injured), "injured");
}

// The article's values in a fact.
std::vector<std::string> told(const model::Fact& fact, std::string_view article) {
  std::vector<std::string> out;
  for (const auto& value : fact.values) {
    if (value.article == article) out.push_back(value.norm);
  }
  return out;
}

TEST(Copies, AFigureThatACopyChangedIsADifference) {
  const Sample a = quake("a", "2026-03-14", "12"), copy = quake("copy", "2026-03-14", "21");
  const auto out = synopsis({&a, &copy}, {{"a", "copy"}});
  const auto* fact = find(out.differ, "quantity", "injured");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(told(*fact, "a"), std::vector<std::string>{"12"});
  EXPECT_EQ(told(*fact, "copy"), std::vector<std::string>{"21"});
  EXPECT_NE(fact->values[0].side, fact->values[1].side);
  EXPECT_EQ(find(out.only, "quantity", "injured"), nullptr);
}

TEST(Copies, AHigherTollInALaterCopyIsAnUpdate) {
  const Sample a = quake("a", "2026-03-14T05:00Z", "12");
  const Sample copy = quake("copy", "2026-03-14T09:00Z", "21");
  const auto out = synopsis({&a, &copy}, {{"a", "copy"}});
  EXPECT_TRUE(out.differ.empty());
  EXPECT_NE(find(out.updates, "quantity", "injured"), nullptr);
}

TEST(Copies, WhatOthersSayStandsBesideTheCopyThatSaysIt) {
  const Sample a = quake("a", "2026-03-14", "21"), copy = quake("copy", "2026-03-14", "12");
  const Sample other = Sample("other", "en", "Earth shakes the south", "2026-03-14")
                           .body("In the villages of the south 12 were hurt by falling furniture.")
                           .count("12", 12, "injured");
  const auto out = synopsis({&a, &copy, &other}, {{"a", "copy"}, {"other"}});
  const auto* fact = find(out.differ, "quantity", "injured");
  ASSERT_NE(fact, nullptr);
  ASSERT_EQ(fact->values.size(), 3u);
  std::map<std::string, uint32_t> sides;
  for (const auto& value : fact->values) sides[value.article] = value.side;
  EXPECT_EQ(sides["other"], sides["copy"]);
  EXPECT_NE(sides["other"], sides["a"]);
}

TEST(Copies, ACopyThatChangesNothingTellsTheSameOnceMore) {
  const Sample a = quake("a", "2026-03-14", "12"), copy = quake("copy", "2026-03-14", "12");
  const auto out = synopsis({&a, &copy}, {{"a", "copy"}});
  EXPECT_TRUE(out.differ.empty());
  EXPECT_TRUE(out.updates.empty());
}

TEST(Copies, AnotherFigureInAnotherSentenceIsNoDifference) {
  Sample a = quake("a", "2026-03-14", "12");
  Sample copy = Sample("copy", "en", "Quake off the coast", "2026-03-14")
                    .body("The hospital at the harbour took in 3 people with broken bones.")
                    .count("3", 3, "patients");
  EXPECT_TRUE(synopsis({&a, &copy}, {{"a", "copy"}}).differ.empty());
}

TEST(Copies, TheSameWordsMayMeanAnotherDay) {
  const auto make = [](const std::string& key, const std::string& day) {
    return Sample(key, "en", "Harbour", day)
        .body("The strike of the pilots in the harbour began yesterday, the union said" +
              std::string(key == "a" ? " here." : "."))
        .day("yesterday", day);
  };
  const Sample a = make("a", "2026-03-14"), copy = make("copy", "2026-03-19");
  EXPECT_TRUE(synopsis({&a, &copy}, {{"a", "copy"}}).differ.empty());
}

TEST(Copies, TwoCountsInThePlaceOfOneAnswerIt) {
  const auto make = [](const std::string& key, const std::string& middle) {
    return Sample(key, "en", "Corvette sinks", "2026-03-14")
        .body("A corvette of the royal navy capsizes and sinks in the gulf, leaving " + middle +
              " missing.");
  };
  const Sample a = make("a", "31 sailors").count("31", 31, "missing");
  const Sample copy =
      make("copy", "6 sailors dead and 23").count("6", 6, "killed").count("23", 23, "missing");
  const auto out = synopsis({&a, &copy}, {{"a", "copy"}});
  ASSERT_FALSE(out.differ.empty());
  for (const auto& fact : out.differ) {
    EXPECT_EQ(fact.about, "missing");
    for (const auto& value : fact.values) EXPECT_NE(value.norm, "6");
  }
}

TEST(Copies, ANewTollBeforeAnOldTextIsADifference) {
  const Sample a = Sample("a", "en", "Quake", "2026-03-14")
                       .body("The earthquake killed 12 on the coast, officials said.")
                       .count("12", 12, "killed");
  const Sample copy = Sample("copy", "en", "Quake", "2026-03-14")
                          .body("Rescuers found more bodies in the night; now 15 are dead.")
                          .count("15", 15, "killed");
  const auto out = synopsis({&a, &copy}, {{"a", "copy"}});
  const auto* fact = find(out.differ, "quantity", "killed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 2u);
}

Sample visit(const std::string& key, const std::string& place, const std::string& person) {
  return Sample(key, "en", "A visit", "2026-03-14")
      .body("The minister " + person + " will speak to the workers of the yard in " + place +
            " about their wages.")
      .names(person, person, model::EntityType::kPerson)
      .names(place, place, model::EntityType::kCity);
}

TEST(Copies, ANameThatACopyChangedIsADifference) {
  const Sample a = visit("a", "Quillmouth", "Ada Brandt");
  const Sample same = visit("same", "Quillmouth", "Ada Brandt");
  const Sample copy = visit("copy", "Norhaven", "Ada Brandt");
  const Sample more = visit("more", "Norhaven", "Ada Brandt");
  const auto out = synopsis({&a, &same, &copy, &more}, {{"a", "same", "copy", "more"}});
  ASSERT_EQ(out.differ.size(), 1u);
  const auto& fact = out.differ[0];
  EXPECT_EQ(fact.slot, "place");
  EXPECT_EQ(told(fact, "a"), std::vector<std::string>{"Quillmouth"});
  EXPECT_EQ(told(fact, "copy"), std::vector<std::string>{"Norhaven"});
  EXPECT_EQ(told(fact, "more"), std::vector<std::string>{"Norhaven"});
  EXPECT_EQ(fact.values[1].side, fact.values[2].side);
}

TEST(Copies, ANameInFullIsNoOther) {
  const Sample a = visit("a", "Quillmouth", "Ada Brandt");
  const Sample copy = Sample("copy", "en", "A visit", "2026-03-14")
                          .body(
                              "The minister Brandt will speak to the workers of the yard in "
                              "Quillmouth about their wages.")
                          .stranger("Brandt")
                          .names("Quillmouth", "Quillmouth", model::EntityType::kCity);
  EXPECT_TRUE(synopsis({&a, &copy}, {{"a", "copy"}}).differ.empty());
}

TEST(Copies, ANameWrittenShortIsNoOther) {
  const auto make = [](const std::string& key, const std::string& body) {
    return Sample(key, "en", "On the roads", "2026-03-14")
        .body("The lorry left the road twice in that night, the " + body +
              " said on the morning after.")
        .names(body, body, model::EntityType::kOrg);
  };
  const Sample a = make("a", "Norland Road Guard");
  for (const std::string same : {"NRG", "Road Guard", "Nor Road Guard"}) {
    const Sample copy = make("copy", same);
    EXPECT_TRUE(synopsis({&a, &copy}, {{"a", "copy"}}).differ.empty()) << same;
  }
  const Sample other = make("copy", "Harbour Police");
  EXPECT_EQ(synopsis({&a, &other}, {{"a", "copy"}}).differ.size(), 1u);
}

TEST(Copies, ALongerCutAroundANameIsNoOther) {
  const Sample a = Sample("a", "en", "Yard sold", "2026-03-14")
                       .body("The buyer will add to the docks of Brandt in the old harbour soon.")
                       .names("Brandt", "Brandt", model::EntityType::kOrg);
  const Sample copy =
      Sample("copy", "en", "Yard sold", "2026-03-14")
          .body("The buyer will add to the docks of Brandt in the old harbour soon.")
          .names("docks of Brandt", "docks", model::EntityType::kOrg);
  EXPECT_TRUE(synopsis({&a, &copy}, {{"a", "copy"}}).differ.empty());
}

}  // namespace
}  // namespace synoptic::compare
