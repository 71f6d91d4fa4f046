#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

constexpr auto kCity = model::EntityType::kCity;

Sample flown_to(const std::string& key, const std::string& city, const std::string& id) {
  return Sample(key, "en", "Miners hurt in explosion", "2026-01-01")
      .body("An explosion tore through a coal mine on Monday.")
      .body("The badly burnt miners were flown to a hospital in " + city + " by helicopter.")
      .names(city, id, kCity);
}

TEST(NameRivals, ATownThatAllOthersCallAnotherDiffers) {
  const Sample a = flown_to("a", "Ankara", "ankara"), b = flown_to("b", "Ankara", "ankara"),
               c = flown_to("c", "Ankara", "ankara"), d = flown_to("d", "Istanbul", "istanbul");
  const auto out = synopsis({&a, &b, &c, &d});
  ASSERT_EQ(out.differ.size(), 1u);
  EXPECT_EQ(out.differ[0].slot, "place");
  EXPECT_EQ(out.differ[0].values.size(), 4u);
}

TEST(NameRivals, ATownOfAnotherDeedIsNone) {
  const Sample a = flown_to("a", "Ankara", "ankara"), b = flown_to("b", "Ankara", "ankara"),
               c = flown_to("c", "Ankara", "ankara");
  const Sample d = flown_to("d", "Ankara", "ankara")
                       .body("Their union in Istanbul called for a strike over wages.")
                       .names("Istanbul", "istanbul", kCity);
  EXPECT_TRUE(synopsis({&a, &b, &c, &d}).differ.empty());
}

}  // namespace
}  // namespace synoptic::compare
