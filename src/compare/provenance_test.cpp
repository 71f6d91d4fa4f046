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

}  // namespace
}  // namespace synoptic::compare
