#include <gtest/gtest.h>

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(Provenance, AnOutletOfTheStoryIsKnownByTheAddressOfItsReport) {
  const auto cited = [](const std::string& outlet, const std::string& domain) {
    const Sample wire = Sample("wire", "en", "Quake", "2026-03-14T05:05Z")
                            .body("A quake.")
                            .of_outlet(outlet, domain);
    const Sample paper = Sample("paper", "zh", "地震", "2026-03-14T14:20")
                             .body("地震")
                             .origin("harbour-wire.example", "2026-03-14")
                             .cited_at("https://www.harbour-wire.example/world/63309");
    const auto out = synopsis({&wire, &paper});
    return out.provenance.edges.front().to;
  };
  EXPECT_EQ(cited("Harbour Wire", ""), "wire");
  EXPECT_EQ(cited("The Wire", "harbour-wire.example"), "wire");
  EXPECT_EQ(cited("Harbour Post", "harbour-post.example"), "harbour-wire.example");
}

TEST(Provenance, AReportOfADayMayHaveComeBeforeThatOfAnHour) {
  const auto traced = [](const std::string& one, const std::string& other) {
    const Sample a = Sample("a", "en", "Quake", one).body("A quake.");
    const Sample b = Sample("b", "de", "Beben", other).body("Ein Beben.");
    return synopsis({&a, &b}).provenance;
  };
  EXPECT_EQ(traced("2026-03-14T15:20", "2026-03-14").first, "a");
  EXPECT_TRUE(traced("2026-03-14T15:20", "2026-03-14").first_unsure);
  EXPECT_FALSE(traced("2026-03-14T15:20", "2026-03-15").first_unsure);
  EXPECT_FALSE(traced("2026-03-14T15:20", "2026-03-14T16:00").first_unsure);
}

TEST(Provenance, ASpeakerWhomNoTableKnowsIsASource) {
  const auto unattributed = [](const Sample& made) {
    const Sample other = Sample("b", "en", "Two", "2026-03-14").body("Two.");
    const auto out = synopsis({&made, &other});
    return std::ranges::count(out.provenance.unattributed, "a");
  };
  const std::string text = "Direktorin Ulrike Hansen sprach von einem guten Tag.";
  Sample named = Sample("a", "de", "Eins", "2026-03-14").body(text);
  named.quote("guten Tag", "?").last_speaker("Direktorin Ulrike Hansen");
  EXPECT_EQ(unattributed(named), 1);
  named.names("Ulrike Hansen", "ulrike", model::EntityType::kPerson);
  EXPECT_EQ(unattributed(named), 0);
}

}  // namespace
}  // namespace synoptic::compare
