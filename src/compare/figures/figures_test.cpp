// In whose name a figure is given: whose words it stands in, and not who does something beside it.
#include "compare/figures/figures.h"

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

// Of the figure 55; "-": in the article's own name, "?": it is not told.
std::string claimant_of_55(const Sample& sample) {
  const Sample other = Sample("b", "en", "Pay row", "2026-05-02")
                           .body("They demand a rise of 55 percent.")
                           .count("55 percent", 55, "", "", "percent");
  const auto out = synopsis({&sample, &other});
  for (const auto* list : {&out.agree, &out.differ, &out.only}) {
    for (const auto& fact : *list) {
      for (const auto& value : fact.values) {
        if (value.account != 0 || value.norm.find("55") == std::string::npos) continue;
        return value.claimant.empty() ? "-" : value.claimant;
      }
    }
  }
  return "?";
}

Sample pay(const std::string& lang, const std::string& text, const std::string& words) {
  return Sample("a", lang, "Pay", "2026-05-02")
      .body(text)
      .count("55", 55, "", "", "percent")
      .quote(words, "town-hall")
      .indirect();
}

TEST(Claimants, WhatIsSaidIsTheSpeakers) {
  EXPECT_EQ(claimant_of_55(pay("en", "The town hall says the union demands 55 percent.",
                               "the union demands 55 percent")),
            "town-hall");
  EXPECT_EQ(claimant_of_55(pay("de", "Das Rathaus spricht von 38 Prozent, nicht von 55 Prozent.",
                               "von 38 Prozent, nicht von 55 Prozent")),
            "town-hall")
      << "behind the comma nobody else does anything";
}

TEST(Claimants, WhatAnotherDoesBehindTheCommaIsNot) {
  EXPECT_EQ(claimant_of_55(pay("en", "The town hall offers 38 percent, the union demands 55.",
                               "38 percent, the union demands 55")
                               .event("demand", "the union demands 55", {"union"}, {})),
            "-");
  EXPECT_EQ(claimant_of_55(pay("ru", "Мэрия предложила 38 %, профсоюз требует 55 %.",
                               "38 %, профсоюз требует 55 %")
                               .event("demand", "профсоюз требует 55 %", {"union"}, {})),
            "-");
}

TEST(Figures, AMagnitudeOfSevenPointNoughtIsNotOneOfSevenPointOne) {
  const auto quake = [](const std::string& key, const std::string& text, double value) {
    return Sample(key, "en", "Quake shakes the coast", "2026-01-01")
        .body("The quake had a magnitude of " + text + ", the institute said.")
        .count(text, value, "", "", "magnitude");
  };
  const Sample a = quake("a", "7,0", 7), b = quake("b", "7.1", 7.1), c = quake("c", "7.0", 7);
  const auto out = synopsis({&a, &b, &c});
  ASSERT_EQ(out.differ.size(), 1u);
  for (const auto& value : out.differ[0].values) {
    EXPECT_EQ(value.side, value.article == "b" ? 1u : 0u) << value.article;
  }
}

}  // namespace
}  // namespace synoptic::compare
