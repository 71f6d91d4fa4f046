#include "watch/removal.h"

#include <gtest/gtest.h>

namespace synoptic::watch {
namespace {

Watched fact_of(const std::string& about) {
  const std::string json =
      R"({"id":"f1","slot":"quantity","about":")" + about +
      R"(","verdict":"differ","values":[{"article":"a","span":[1,3],"text":"15","norm":"15",)"
      R"("evidence":"15 crates were lost"},{"article":"b","span":[4,6],"text":"12","norm":"12",)"
      R"("evidence":"12 zorbles were lost"}],"confidence":0.5,"rule":"r"})";
  return watched_from_json("w1", "s1", json).value();
}

TEST(WithoutAnArticle, ItsValueGoesAndItsCellStays) {
  const auto left = without(fact_of("crates"), {"b"});
  ASSERT_TRUE(left);
  EXPECT_EQ(left->json,
            R"({"id":"f1","slot":"quantity","about":"crates","verdict":"differ","values":[)"
            R"({"article":"a","span":[1,3],"text":"15","norm":"15",)"
            R"("evidence":"15 crates were lost"}],"confidence":0.5,"rule":"r"})");
  EXPECT_EQ(left->cells.size(), 2u);
  EXPECT_EQ(left->verdict, "differ");
}

TEST(WithoutAnArticle, WhatTheFactIsAboutIsNoWordOfItsAlone) {
  const auto left = without(fact_of("zorbles"), {"b"});
  ASSERT_TRUE(left);
  EXPECT_EQ(left->about, "");
  EXPECT_EQ(left->json.find("zorbles"), std::string::npos);
}

TEST(WithoutAnArticle, AFactOfOthersIsAsItWas) {
  EXPECT_EQ(without(fact_of("zorbles"), {"c"})->json, fact_of("zorbles").json);
  EXPECT_FALSE(without(fact_of("zorbles"), {"a", "b"}));
}

}  // namespace
}  // namespace synoptic::watch
