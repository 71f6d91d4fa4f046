#include <gtest/gtest.h>

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

TEST(Doers, OneAgainstOneOfManyIsNone) {
  const Sample a = match("a", "en", "The red card went to Rizky Pratama.", {"Rizky Pratama"});
  const Sample b = match("b", "en", "It rained.", {});
  const Sample c = match("c", "de", "Die Rote Karte sah Andika Saputra.", {"Andika Saputra"});
  EXPECT_EQ(told({&a, &b, &c}, "recipient", "red card"), nullptr);
}

TEST(Doers, WhoIsNamedThereTooIsNoOther) {
  const Sample a = match("a", "en", "The red card went to Rizky Pratama.", {"Rizky Pratama"});
  const Sample b = match("b", "es", "La tarjeta roja fue para Rizky Pratama.", {"Rizky Pratama"});
  const Sample c =
      match("c", "de", "Die Rote Karte sah Rizky Pratama nach einem Foul an Andika Saputra.",
            {"Rizky Pratama", "Andika Saputra"});
  EXPECT_EQ(told({&a, &b, &c}, "recipient", "red card"), nullptr);
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

}  // namespace
}  // namespace synoptic::compare
