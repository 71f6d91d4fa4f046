// What an account names.
#include "compare/claim.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(Tellings, ACityNamedForItsGovernmentIsNoPlace) {
  const Sample sample = Sample("a", "en", "Border", "2026-03-01")
                            .body("Oslo wants to publish the report.")
                            .names("Oslo", "oslo", model::EntityType::kCity);
  model::Annotated annotated = sample.annotated();
  model::Story story;
  story.articles = {"a"};
  story.accounts = {{"a"}};
  const knowledge::Knowledge nothing;
  const std::vector<const model::Annotated*> articles{&annotated};
  EXPECT_TRUE(names(read_tellings(story, articles, nothing), 0, "oslo"));
  annotated.mentions[0].stands_for = "norway";
  const Input input = read_tellings(story, articles, nothing);
  EXPECT_FALSE(names(input, 0, "oslo"));
  EXPECT_TRUE(names(input, 0, "norway"));
}

}  // namespace
}  // namespace synoptic::compare
