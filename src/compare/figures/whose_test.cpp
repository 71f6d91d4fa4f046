// Whose a figure is: asked or given, the winner's or the loser's, a part or the whole.
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

using model::EntityType;

struct SumTold {
  std::string lang, text, number;
  double value = 0;
};

Sample sum_of(const std::string& key, const SumTold& told, const std::string& kind = "money",
              const std::string& unit = "USD") {
  return Sample(key, told.lang, "Talks " + key, "2027-03-30")
      .body(told.text)
      .count(told.number, told.value, "", "", kind, unit);
}

bool sums_differ(const SumTold& one, const SumTold& other) {
  const Sample a = sum_of("a", one), b = sum_of("b", other);
  const auto out = synopsis({&a, &b});
  return std::any_of(out.differ.begin(), out.differ.end(),
                     [](const auto& fact) { return fact.slot == "money"; });
}

TEST(Whose, WhatWasAskedIsNotWhatWasPaid) {
  const SumTold asked{"en", "For the crew of the tanker a ransom of $5m was demanded.", "$5m", 5e6};
  SumTold paid{"en", "For the crew of the tanker a ransom of $2m was paid.", "$2m", 2e6};
  EXPECT_FALSE(sums_differ(asked, paid));
  paid.text = "For the crew of the tanker a ransom of $2m was demanded.";
  EXPECT_TRUE(sums_differ(asked, paid));
  paid = {"en", "For the crew of the tanker a ransom of $2m was named.", "$2m", 2e6};
  EXPECT_TRUE(sums_differ(asked, paid)) << "nobody says whose it is";
}

TEST(Whose, TheWinnersPrizeIsNotTheLosers) {
  const SumTold first{"en", "The winner of the open in Doha gets a prize of $800,000.", "$800,000",
                      8e5};
  SumTold second{"en", "The runner-up of the open in Doha gets a prize of $400,000.", "$400,000",
                 4e5};
  EXPECT_FALSE(sums_differ(first, second));
  second.text = "The winner of the open in Doha gets a prize of $400,000.";
  EXPECT_TRUE(sums_differ(first, second));
}

Sample hurt_at(const std::string& key, const std::string& text, double hurt, double officers) {
  Sample sample(key, "en", "March " + key, "2027-05-23");
  sample.body(text).count(std::to_string(static_cast<int>(hurt)), hurt, "injured");
  if (officers > 0) sample.count("nine", officers, "police");
  return sample;
}

TEST(Whose, APartAndWhatStandsBesideItAreTheWhole) {
  const Sample whole =
      hurt_at("a", "In the march on the port 24 people were hurt, nine of them officers.", 24, 9);
  const Sample part =
      hurt_at("b", "In the march on the port 15 people were hurt, and nine officers too.", 15, 9);
  EXPECT_EQ(find(synopsis({&whole, &part}).differ, "quantity", "injured"), nullptr);
  const Sample other = hurt_at("c", "In the march on the port 15 people were hurt.", 15, 0);
  EXPECT_NE(find(synopsis({&whole, &other}).differ, "quantity", "injured"), nullptr);
}

Sample match_between(const std::string& key, const std::string& one, const std::string& other) {
  Sample sample(key, "en", "Cup " + key, "2027-07-25");
  sample.body("The cup went on. Much rain fell. People stayed.");
  sample.body("On the way " + one + " met " + other + " and won 3-0.");
  sample.names(one, one, EntityType::kCountry).names(other, other, EntityType::kCountry);
  sample.count("3-0", 3, "", "", "score");
  return sample;
}

TEST(Whose, OneResultOfTwoMatchesIsNoAgreement) {
  const Sample a = match_between("a", "Italy", "Poland"), b = match_between("b", "Japan", "Turkey");
  EXPECT_EQ(find(synopsis({&a, &b}).agree, "quantity", "score"), nullptr);
  const Sample c = match_between("c", "Italy", "Poland");
  EXPECT_NE(find(synopsis({&a, &c}).agree, "quantity", "score"), nullptr);
}

const knowledge::Knowledge& the_world() {
  static const auto kLoaded = knowledge::Knowledge::load();
  return **kLoaded;
}

TEST(Whose, AnotherBodysMeetingIsNotTheNextOne) {
  const auto of_bank = [](const std::string& key, const std::string& who, const std::string& day,
                          const std::string& iso) {
    Sample sample(key, "en", "Rate cut " + key, "2027-07-15");
    sample.body("The central bank cut its rate by a half.").body(who + " meets on " + day + ".");
    return sample.day(day, iso);
  };
  const auto days_differ = [](const Sample& a, const Sample& b) {
    const auto out = synopsis({&a, &b}, {}, &the_world());
    return std::any_of(out.differ.begin(), out.differ.end(),
                       [](const auto& fact) { return fact.slot == "date"; });
  };
  const Sample ours = of_bank("a", "The bank", "26 August", "2027-08-26");
  Sample theirs = of_bank("b", "The bank", "28 July", "2027-07-28");
  EXPECT_TRUE(days_differ(ours, theirs));
  theirs = of_bank("b", "The Federal Reserve", "28 July", "2027-07-28");
  theirs.names("Federal Reserve", "federal-reserve", EntityType::kOrg)
      .event("meet", "meets", {"federal-reserve"}, {});
  EXPECT_FALSE(days_differ(ours, theirs));
}

TEST(Whose, BackgroundOfAnotherPartyIsNoAgreement) {
  const auto of = [](const std::string& key, const std::string& text) {
    return sum_of(key, {"en", text, "3m", 3e6});
  };
  const auto agrees = [](const Sample& a, const Sample& b) {
    const auto out = synopsis({&a, &b}, {}, &the_world());
    return std::any_of(out.agree.begin(), out.agree.end(),
                       [](const auto& fact) { return fact.slot == "money"; });
  };
  const Sample news = of("a", "The hospitals say that hackers got 3m from them.");
  Sample before = of("b", "From a port in Belgium hackers got 3m before.");
  before.in_background();
  EXPECT_TRUE(agrees(news, before)) << "nobody knows where it was";
  before.names("Belgium", "belgium", EntityType::kCountry);
  EXPECT_FALSE(agrees(news, before));
}

TEST(Whose, TwoThingsInOrderAreNotOne) {
  const auto of = [](const std::string& key, const std::string& text, const std::string& word) {
    return Sample(key, "en", "Final " + key, "2027-07-25")
        .body(text)
        .count(word, 2, "", "", "ordinal");
  };
  const auto agrees = [](const Sample& a, const Sample& b) {
    return find(synopsis({&a, &b}).agree, "rank", "rank") != nullptr;
  };
  const Sample a = of("a", "Norland lifted the cup for the second time.", "second");
  EXPECT_TRUE(agrees(a, of("b", "Norland lifted the cup a second time.", "second")));
  EXPECT_FALSE(agrees(a, of("c", "A wet ball lost them the second set.", "second")));
}

}  // namespace
}  // namespace synoptic::compare
