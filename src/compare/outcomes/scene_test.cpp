#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(Deeds, TheSameOrderToAnotherRecipientDiffers) {
  const Sample a = Sample("a", "ar", "أمر", "2025-01-08")
                       .body("أصدر الرئيس توجيهات للبنك المركزي.")
                       .event("order", "أصدر", {"president"}, {"central-bank"});
  const Sample b = Sample("b", "zh", "下令", "2025-01-03")
                       .body("总统下令政府和储蓄银行合作。")
                       .event("order", "下令", {"president"}, {"government", "savings-bank"});
  const auto out = synopsis({&a, &b});
  const auto* actor = find(out.agree, "actor", "order");
  ASSERT_NE(actor, nullptr);
  EXPECT_EQ(actor->values[0].norm, "president");
  const auto* recipient = find(out.differ, "recipient", "order");
  ASSERT_NE(recipient, nullptr);
  EXPECT_EQ(recipient->values.size(), 3u);
}

TEST(Deeds, WhoHasNoNameIsNotToldAsAParty) {
  const auto make = [](const std::string& key, const std::string& whom) {
    return Sample(key, "en", "Flood", "2026-03-01")
        .body("The army rescued " + whom + " on Monday.")
        .event("rescue", "rescued", {"army"}, {})
        .to_whom(whom);
  };
  const Sample a = make("a", "them"), b = make("b", "them");
  EXPECT_EQ(find(synopsis({&a, &b}).agree, "recipient", "rescue"), nullptr);
  const Sample c = make("c", "Ana Soto").stranger("Ana Soto");
  const Sample d = make("d", "Ana Soto").stranger("Ana Soto");
  EXPECT_NE(find(synopsis({&c, &d}).agree, "recipient", "rescue"), nullptr);
}

TEST(Deeds, AnnouncedAndOrderedAreTwoActs) {
  const Sample a = Sample("a", "ar", "إعلان", "")
                       .body("أعلن الرئيس شراكة.")
                       .event("announce", "أعلن", {"president"}, {});
  const Sample b = Sample("b", "zh", "下令", "")
                       .body("总统下令合作。")
                       .event("order", "下令", {"president"}, {});
  const auto out = synopsis({&a, &b});
  ASSERT_NE(find(out.differ, "outcome", "act"), nullptr);
}

TEST(Deeds, WhatOneAffirmsAndAnotherDeniesDiffers) {
  const Sample a = Sample("a", "en", "Vote", "")
                       .body("The party asked for a recount.")
                       .event("recount", "asked", {"party"}, {});
  const Sample b = Sample("b", "en", "Vote", "")
                       .body("The party did not ask for a recount.")
                       .event("recount", "ask", {"party"}, {})
                       .denied();
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "outcome", "recount");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].name, "yes");
  EXPECT_EQ(fact->values[1].name, "no");
}

TEST(Deeds, WhatOneDidAndAnotherDidNotIsNoContradiction) {
  const Sample a = Sample("a", "en", "Vote", "")
                       .body("Helena Prado won the vote for the top post.")
                       .event("win", "won", {"prado"}, {"quiceno"});
  const Sample b = Sample("b", "en", "Vote", "")
                       .body("Andrés Quiceno did not win the vote for the top post against Prado.")
                       .event("win", "win", {"quiceno"}, {"prado"})
                       .denied();
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "outcome", "win"), nullptr);
}

TEST(Deeds, WhatIsDeniedBesideTheDeedIsNotTheDeed) {
  const auto make = [](const std::string& key, const std::string& text, const std::string& word) {
    return Sample(key, "en", "Visit", "")
        .body(text)
        .event("visit", word, {"minister"}, {"norland"});
  };
  const Sample a = make("a", "The minister will visit Norland in the spring.", "visit");
  const Sample plans =
      make("b", "The minister has not changed her plans to visit Norland in the spring.", "visit")
          .denied();
  const Sample not_at_all =
      make("c", "The minister will not visit Norland in the spring.", "visit").denied();
  EXPECT_EQ(find(synopsis({&a, &plans}).differ, "outcome", "visit"), nullptr);
  EXPECT_NE(find(synopsis({&a, &not_at_all}).differ, "outcome", "visit"), nullptr);
}

TEST(Deeds, WhatIsRefusedWasNotDone) {
  const auto make = [](const std::string& key, const std::string& text, const std::string& word) {
    return Sample(key, "en", "Visit", "")
        .body(text)
        .event("visit", word, {"minister"}, {"norland"});
  };
  const Sample a = make("a", "The minister will visit Norland in the spring.", "visit");
  const Sample refused = make("b", "The minister refused to visit Norland in the spring.", "visit");
  const Sample another =
      make("c", "The minister will visit Norland, but refused to say when in the spring.", "visit");
  EXPECT_NE(find(synopsis({&a, &refused}).differ, "outcome", "visit"), nullptr);
  EXPECT_EQ(find(synopsis({&a, &another}).differ, "outcome", "visit"), nullptr);
}

TEST(Deeds, ToPraiseOneAndCondemnAnotherIsNoContradiction) {
  const auto make = [](const std::string& key, const std::string& action, const std::string& word,
                       const std::string& whom) {
    return Sample(key, "en", "Speech", "")
        .body("In the hall of the old town the president " + word + " them for the harvest.")
        .event(action, word, {"president"}, {whom});
  };
  const Sample a = make("a", "praise", "praised", "farmers");
  const Sample b = make("b", "condemn", "condemned", "traders");
  const Sample c = make("c", "condemn", "condemned", "farmers");
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "outcome", "support"), nullptr);
  EXPECT_NE(find(synopsis({&a, &c}).differ, "outcome", "support"), nullptr);
}

TEST(Deeds, ARumourAboutSomebodyElseIsNoCertainty) {
  const auto make = [](const std::string& key, const std::string& whom,
                       const std::string& modality) {
    return Sample(key, "en", "Talks", "")
        .body("The firm chose a partner for the yard.")
        .event("choose", "chose", {"firm"}, {whom}, modality);
  };
  const Sample a = make("a", "bank", "asserted"), b = make("b", "union", "rumoured");
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "certainty", "choose"), nullptr);
}

TEST(Deeds, RumourAndAssertionDifferInCertainty) {
  const Sample a = Sample("a", "en", "Talks", "")
                       .body("The firm chose a partner.")
                       .event("choose", "chose", {"firm"}, {"partner"});
  const Sample b = Sample("b", "en", "Talks", "")
                       .body("Rumour has it that the firm chose a partner.")
                       .event("choose", "chose", {"firm"}, {"partner"}, "rumoured");
  EXPECT_NE(find(synopsis({&a, &b}).differ, "certainty", "choose"), nullptr);
}

TEST(Deeds, AnAccountThatAffirmsAndDeniesIsNoWitness) {
  const Sample a = Sample("a", "en", "Launch", "")
                       .body("The agency launched it on Monday. The May launch was called off.")
                       .event("launch", "launched", {"agency"}, {})
                       .event("launch", "called off", {"agency"}, {})
                       .denied();
  const Sample b = Sample("b", "ru", "Пуск", "")
                       .body("Агентство запустило его.")
                       .event("launch", "запустило", {"agency"}, {});
  EXPECT_TRUE(synopsis({&a, &b}).differ.empty());
}

Sample ordered(const std::string& key, const std::string& text, const std::string& clause) {
  return Sample(key, "en", "Pact", "").body(text).event("order", clause, {"president"}, {});
}

TEST(Deeds, WithWhomIsNoRecipient) {
  Sample a = ordered("a", "The president ordered work with Norland.", "ordered");
  Sample b = ordered("b", "The president told them to work with Norland.", "told");
  a.with("Norland"), b.with("Norland");
  const auto out = synopsis({&a, &b});
  EXPECT_NE(find(out.agree, "recipient", "order with"), nullptr);
  EXPECT_EQ(find(out.agree, "recipient", "order"), nullptr);
}

TEST(Deeds, APartnerOfWhatIsOrderedBelongsToThatDeed) {
  Sample a = ordered("a", "The president ordered cooperation with Norland.", "ordered");
  Sample b = ordered("b", "The president told them to cooperate with Norland.", "told");
  a.with("Norland").of_type("COOPERATE"), b.with("Norland").of_type("COOPERATE");
  const auto out = synopsis({&a, &b});
  EXPECT_NE(find(out.agree, "recipient", "cooperate with"), nullptr);
  EXPECT_EQ(find(out.agree, "recipient", "order with"), nullptr);
}

TEST(Deeds, ThatADeedHappenedIsNoFactBesideItsParties) {
  const auto make = [](const std::string& key, std::vector<std::string> actors) {
    return Sample(key, "en", "Talks", "")
        .body("The firm chose a partner in May.")
        .event("choose", "chose", std::move(actors), {});
  };
  const Sample a = make("a", {"firm"}), b = make("b", {"firm"}), third = make("e", {"firm"});
  EXPECT_NE(find(synopsis({&a, &b, &third}).agree, "actor", "choose"), nullptr);
  EXPECT_EQ(find(synopsis({&a, &b, &third}).agree, "outcome", "choose"), nullptr);
  // That two have one doer may be chance, and is told without the deed.
  EXPECT_EQ(find(synopsis({&a, &b}).agree, "actor", "choose"), nullptr);
  EXPECT_EQ(find(synopsis({&a, &b}).agree, "outcome", "choose"), nullptr);
  const Sample nobody = make("c", {}), no_one = make("d", {});
  EXPECT_NE(find(synopsis({&nobody, &no_one}).agree, "outcome", "choose"), nullptr);
}

TEST(Deeds, AbstainingIsNotVotingFor) {
  const Sample a = Sample("a", "en", "Vote", "")
                       .body("Norland abstained.")
                       .event("abstain", "abstained", {"norland"}, {});
  const Sample b = Sample("b", "en", "Vote", "")
                       .body("Norland voted for it.")
                       .event("vote_for", "voted for", {"norland"}, {});
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "outcome", "support");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].name, "abstain");
}

TEST(Deeds, TheBodyTellsADeedMoreFullyThanTheTitle) {
  Sample a = Sample("a", "en", "President orders pact", "")
                 .event_in_title("order", "orders", {"president"})
                 .body("The president ordered the bank to make a pact.")
                 .event("order", "ordered", {"president"}, {"bank"});
  const Sample b = ordered("b", "The president ordered it.", "ordered");
  const Sample c = ordered("c", "The president ordered it.", "ordered");
  const auto out = synopsis({&a, &b, &c});
  const auto* fact = find(out.agree, "actor", "order");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].evidence, "The president ordered the bank to make a pact.");
}

TEST(Deeds, ATownAndItsCountryAreOneVisit) {
  static const auto knowledge = knowledge::Knowledge::load();
  ASSERT_TRUE(knowledge);
  const auto make = [](const std::string& key, const std::string& whom) {
    return Sample(key, "en", "Visit", "")
        .body("The minister visited them.")
        .event("visit", "visited", {"minister"}, {whom});
  };
  const Sample a = make("a", "turkey"), b = make("b", "ankara"), c = make("c", "france");
  EXPECT_TRUE(synopsis({&a, &b}, {}, knowledge->get()).differ.empty());
  EXPECT_NE(find(synopsis({&a, &c}, {}, knowledge->get()).differ, "recipient", "visit"), nullptr);
}

TEST(Deeds, WhatIsToldOfOtherThingsNamesNoOtherRecipient) {
  const auto make = [](const std::string& key, const std::string& text, const std::string& word,
                       const std::string& whom) {
    return Sample(key, "en", "Visit", "").body(text).event("visit", word, {"minister"}, {whom});
  };
  const Sample a =
      make("a", "On Monday the minister visited flooded villages.", "visited", "norland");
  const Sample b = make("b", "Her tour of music schools ended years ago.", "tour", "suderland");
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "recipient", "visit"), nullptr);
}

TEST(Holders, AMemberOfABlocIsTheNarrowerWord) {
  const Sample a = Sample("a", "en", "Chips", "")
                       .body("The plan is to end the dominance of the West.")
                       .names("the West", "western-world", model::EntityType::kRegion);
  const Sample b = Sample("b", "fr", "Puces", "")
                       .body("Il veut briser la domination des États-Unis.")
                       .names("États-Unis", "united-states", model::EntityType::kCountry);
  const Sample c = Sample("c", "en", "Chips", "")
                       .body("The plan is to end the dominance of China.")
                       .names("China", "china", model::EntityType::kCountry);
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "recipient", "dominance");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->verdict, "broader_narrower");
  EXPECT_TRUE(synopsis({&a, &c}).differ.empty());
}

TEST(Deeds, OneWordOfTwoMattersIsNoAgreement) {
  const auto make = [](const std::string& key, const std::string& text, const std::string& word) {
    return Sample(key, "en", "Port " + key, "2027-06-15").body(text).event("strike", word, {}, {});
  };
  const Sample a = make("a", "Dockers began a strike at the port of Norby.", "strike");
  const Sample b = make("b", "The union called the strike at the port of Norby.", "strike");
  EXPECT_NE(find(synopsis({&a, &b}).agree, "outcome", "strike"), nullptr);
  const Sample c = make("c", "Bakers recalled last spring's strike with a song.", "strike");
  EXPECT_EQ(find(synopsis({&a, &c}).agree, "outcome", "strike"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
