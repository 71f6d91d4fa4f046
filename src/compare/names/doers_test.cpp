#include <gtest/gtest.h>

#include <array>

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

Sample match(const std::string& key, const std::string& lang, const std::string& told,
             const std::vector<std::string>& persons) {
  Sample sample(key, lang, "Final", "2026-03-01");
  sample.body("Kashima won the cup on Saturday.").body(told);
  for (const auto& person : persons) sample.names(person, person, model::EntityType::kPerson);
  return sample;
}

const model::Fact* told(const std::vector<const Sample*>& samples, const std::string& slot,
                        const std::string& about) {
  static model::Synopsis out;
  out = synopsis(samples);
  return find(out.differ, slot, about);
}

TEST(Doers, OnePartGivenToTwoIsADifference) {
  const Sample a = match("a", "en", "The red card went to Rizky Pratama.", {"Rizky Pratama"});
  const Sample b = match("b", "es", "La tarjeta roja fue para Rizky Pratama.", {"Rizky Pratama"});
  const Sample c = match("c", "de", "Die Rote Karte sah Andika Saputra.", {"Andika Saputra"});
  const auto* fact = told({&a, &b, &c}, "recipient", "red card");
  ASSERT_NE(fact, nullptr);
  ASSERT_EQ(fact->values.size(), 3u);
  EXPECT_EQ(fact->values[0].text, "Rizky Pratama");
  EXPECT_EQ(fact->values[2].text, "Andika Saputra");
  EXPECT_EQ(fact->values[0].side, fact->values[1].side);
  EXPECT_NE(fact->values[0].side, fact->values[2].side);
}

TEST(Doers, APartIsToldInManyTenses) {
  const Sample a = match("a", "en", "Rizky Pratama had been sent off by then.", {"Rizky Pratama"});
  const Sample b = match("b", "ja", "Rizky Pratamaが退場した。", {"Rizky Pratama"});
  const Sample c = match("c", "de", "Die Rote Karte sah Andika Saputra.", {"Andika Saputra"});
  EXPECT_NE(told({&a, &b, &c}, "recipient", "red card"), nullptr);
}

TEST(Doers, OneAgainstOneOfManyIsNone) {
  const Sample a = match("a", "en", "Second place went to Rizky Pratama.", {"Rizky Pratama"});
  const Sample b = match("b", "en", "It rained.", {});
  const Sample c = match("c", "de", "Platz zwei belegte Andika Saputra.", {"Andika Saputra"});
  EXPECT_EQ(told({&a, &b, &c}, "actor", "second place"), nullptr);
  EXPECT_NE(told({&a, &c}, "actor", "second place"), nullptr);
}

TEST(Doers, OneAgainstOneOfManyMayDoWhereOnlyOneCanHaveThePart) {
  const Sample a = match("a", "en", "The red card went to Rizky Pratama.", {"Rizky Pratama"});
  const Sample b = match("b", "en", "It rained.", {});
  const Sample c = match("c", "de", "Die Rote Karte sah Andika Saputra.", {"Andika Saputra"});
  const auto* fact = told({&a, &b, &c}, "recipient", "red card");
  ASSERT_NE(fact, nullptr);
  EXPECT_LT(fact->confidence, 0.75);  // is shown as doubtful
  const Sample far =
      match("d", "de", "Die Rote Karte sah, sehr zum Ärger des Trainers, Andika Saputra.",
            {"Andika Saputra"});
  EXPECT_EQ(told({&a, &b, &far}, "recipient", "red card"), nullptr);
}

TEST(Doers, WhoIsNamedThereTooIsNoOther) {
  const Sample a = match("a", "en", "The red card went to Rizky Pratama.", {"Rizky Pratama"});
  const Sample b = match("b", "es", "La tarjeta roja fue para Rizky Pratama.", {"Rizky Pratama"});
  const Sample c =
      match("c", "de", "Die Rote Karte sah Rizky Pratama nach einem Foul an Andika Saputra.",
            {"Rizky Pratama", "Andika Saputra"});
  EXPECT_EQ(told({&a, &b, &c}, "recipient", "red card"), nullptr);
}

TEST(Doers, WhoIsNamedInAnotherClauseHasNoPart) {
  const Sample a = match("a", "en", "The red card went to Rizky Pratama.", {"Rizky Pratama"});
  const Sample b = match("b", "es", "La tarjeta roja fue para Rizky Pratama.", {"Rizky Pratama"});
  const Sample c = match("c", "de",
                         "Die Rote Karte sah in der zweiten Hälfte Andika Saputra, und das erste "
                         "Tor des Abends schoss Rizky Pratama.",
                         {"Rizky Pratama", "Andika Saputra"});
  EXPECT_NE(told({&a, &b, &c}, "recipient", "red card"), nullptr);
}

TEST(Doers, ThirdAndFourthInAnotherOrder) {
  const std::vector<std::string> both{"Duarte Falcao", "Nuno Sampaio"};
  const Sample a =
      match("a", "en", "Duarte Falcao took third place with 17 %, Nuno Sampaio came fourth.", both);
  const Sample b = match(
      "b", "es", "Duarte Falcao logró el tercer lugar con 17 %, Nuno Sampaio fue cuarto.", both);
  const Sample c = match("c", "de",
                         "Nuno Sampaio kam mit 17 Prozent auf Platz drei der Wahl, Vierter wurde "
                         "Duarte Falcao.",
                         both);
  const auto* fact = told({&a, &b, &c}, "actor", "third place");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].text, "Duarte Falcao");
  EXPECT_EQ(fact->values[2].text, "Nuno Sampaio");
}

TEST(Doers, APlaceThatAnAdjectiveNamesIsNone) {
  const auto sent = [](const std::string& key, const std::string& lang, const std::string& told,
                       const std::string& text, const std::string& country) {
    Sample sample(key, lang, "Final", "2026-03-01");
    sample.body(told).names(text, country, model::EntityType::kCountry);
    return sample;
  };
  const Sample a = sent("a", "en", "The black boxes were sent to France.", "France", "france");
  const Sample b = sent("b", "fr", "Les boîtes noires partent en France.", "France", "france");
  const Sample c =
      sent("c", "de", "Die Flugschreiber gehen an russische Fachleute.", "russische", "russia");
  EXPECT_NE(told({&a, &b, &c}, "place", "flight recorders"), nullptr);
  Sample adjective = c;
  adjective.as_adjective();
  EXPECT_EQ(told({&a, &b, &adjective}, "place", "flight recorders"), nullptr);
}

TEST(Doers, OfTwoWhoSignTheOneThatIsNotShared) {
  const Sample a = match("a", "en", "Omar Sayed and Mehmet Polat signed the accord.",
                         {"Omar Sayed", "Mehmet Polat"});
  const Sample b = match("b", "es", "Omar Sayed y Mehmet Polat firmaron el acuerdo.",
                         {"Omar Sayed", "Mehmet Polat"});
  const Sample c = match("c", "de", "Omar Sayed und Kemal Aydin unterschrieben das Abkommen.",
                         {"Omar Sayed", "Kemal Aydin"});
  const auto* fact = told({&a, &b, &c}, "actor", "signed");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 3u);
  EXPECT_EQ(fact->values[0].text, "Mehmet Polat");
  EXPECT_EQ(fact->values[2].text, "Kemal Aydin");
}

TEST(Doers, OfATownAndItsLandTheTownIsMeant) {
  const auto meeting = [](const std::string& key, const std::string& lang, const std::string& told,
                          const std::vector<std::array<std::string, 2>>& places) {
    Sample sample(key, lang, "Talks", "2026-03-01");
    sample.body(told);
    for (const auto& [text, id] : places) {
      sample.names(text, id,
                   id == "china" ? model::EntityType::kCountry : model::EntityType::kCity);
    }
    return sample;
  };
  const Sample a = meeting("a", "en", "The next meeting is in China's Urumqi.",
                           {{"China", "china"}, {"Urumqi", "urumqi"}});
  const Sample b = meeting("b", "de", "Das nächste Treffen ist in Urumqi.", {{"Urumqi", "urumqi"}});
  const Sample c =
      meeting("c", "fr", "La prochaine réunion aura lieu à Paris.", {{"Paris", "paris"}});
  static const auto kWorld = knowledge::Knowledge::load();
  ASSERT_TRUE(kWorld) << kWorld.error().message();
  const auto out = synopsis({&a, &b, &c}, {}, kWorld->get());
  const auto* fact = find(out.differ, "place", "next meeting");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].text, "Urumqi");
}

}  // namespace
}  // namespace synoptic::compare
