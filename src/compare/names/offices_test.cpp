#include "compare/names/offices.h"

#include <gtest/gtest.h>

namespace synoptic::compare {
namespace {

const knowledge::Knowledge& world() {
  static const auto kLoaded = knowledge::Knowledge::load();
  return **kLoaded;
}

CastName body(uint32_t account, const std::string& entity, const std::string& written,
              const std::string& lang) {
  return {account, entity, "org", spelling_of(written, lang, false), {}, {}, account};
}

// Whether the first, of an account that names the land, may be the second.
bool may_be_one(const CastName& a, const CastName& b, const std::string& land) {
  model::Annotated annotated;
  model::Mention mention;
  mention.entity = land;
  annotated.mentions.push_back(mention);
  Input input;
  input.knowledge = &world();
  input.accounts = 2;
  input.tellings.resize(1);
  input.tellings[0].account = 0;
  input.tellings[0].annotated = &annotated;
  const std::vector<CastName> cast{a, b};
  return Offices(input, cast).may_be_one(0, 1);
}

TEST(Offices, ABareOfficeIsNoForeignOne) {
  const CastName ministry = body(0, "", "МЗС", "uk");
  EXPECT_FALSE(may_be_one(
      ministry, body(1, "united-arab-emirates/foreign-ministry", "وزارة الخارجية الإماراتية", "ar"),
      "russia"));
  const CastName poland = body(1, "poland/foreign-ministry", "MSZ Polski", "pl");
  EXPECT_FALSE(may_be_one(ministry, poland, "russia"));
  EXPECT_TRUE(may_be_one(ministry, poland, "poland"));
  EXPECT_TRUE(may_be_one(
      ministry, body(1, "ukraine/foreign-ministry", "وزارة الخارجية الأوكرانية", "ar"), "russia"));
}

TEST(Offices, ALongerWordIsNoOffice) {
  const CastName bank = body(1, "central-bank-of-iran", "بانک مرکزی", "fa");
  EXPECT_FALSE(may_be_one(body(0, "", "Hessenbank", "de"), bank, "germany"));
  EXPECT_TRUE(may_be_one(body(0, "", "Iranische Zentralbank", "de"), bank, "germany"));
}

TEST(Offices, OtherNamesAreLeftAlone) {
  EXPECT_TRUE(
      may_be_one(body(0, "", "Hanbit", "pt"), body(1, "samsung", "삼성", "ko"), "portugal"));
}

}  // namespace
}  // namespace synoptic::compare
