#include "compare/alone.h"

#include "compare/facts.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

Sample lake(const std::string& key) {
  return Sample(key, "en", "The lake dries out", "")
      .body("The lake in the valley is drier than ever, the ministry said.");
}

bool is_denial(const Ranked& ranked) {
  return ranked.fact.verdict == "only" && ranked.fact.slot == "outcome";
}

// How likely the first account alone has its denial.
double odds_of(const Sample& own, const Sample& other, const Sample& third) {
  static const knowledge::Knowledge nothing;
  model::Story story;
  std::vector<const Annotated*> articles{&own.annotated(), &other.annotated(), &third.annotated()};
  for (const auto* article : articles) story.accounts.push_back({article->article.id});
  const Input input = read_tellings(story, articles, nothing);
  const Passages passages(input);
  auto facts = facts_of(input, passages);
  const auto found = std::find_if(facts.begin(), facts.end(), is_denial);
  if (found == facts.end()) return -99;
  const double odds = Alone(input, passages).odds(found->fact);
  drop_doubtful_singles(input, passages, facts);
  for (const auto& kept : facts) {
    EXPECT_TRUE(!is_denial(kept) || kept.fact.confidence > 0.65);
  }
  return odds;
}

TEST(Alone, WhatStandsFurtherDownIsSurer) {
  const std::string denial = "The farmers will not receive any money for their lost harvest.";
  const Sample other = lake("b").body("Fishermen hope for rain in the coming weeks.");
  const Sample third = lake("c").body("Birds have left its shores.");
  Sample early("a", "en", "No money for the farmers", "");
  early.body(denial).body("The lake in the valley is drier than ever.").body("It is hot.");
  const Sample late = lake("a").body("It is hot.").body("It stays hot.").body(denial);
  const double first = odds_of(early, other, third), last = odds_of(late, other, third);
  EXPECT_GT(first, -99);
  EXPECT_LT(first, last);
}

}  // namespace
}  // namespace synoptic::compare
