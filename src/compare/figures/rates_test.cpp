#include "compare/figures/rates.h"

#include <gtest/gtest.h>

namespace synoptic::compare {
namespace {

TEST(Rates, TellWhetherTwoSumsCanBeOne) {
  EXPECT_TRUE(may_be_one_sum(5.4e6, "USD", 30e6, "BRL"));
  EXPECT_TRUE(may_be_one_sum(30e6, "BRL", 5.4e6, "USD"));
  EXPECT_TRUE(may_be_one_sum(1700, "EUR", 2000, "USD"));
  EXPECT_FALSE(may_be_one_sum(1700, "EUR", 200, "USD"));
  EXPECT_FALSE(may_be_one_sum(9e8, "KRW", 8.7e6, "USD"));
  EXPECT_TRUE(may_be_one_sum(9e8, "KRW", 6.7e5, "USD"));
  EXPECT_TRUE(may_be_one_sum(1, "ZZZ", 1e9, "USD")) << "no rate is known";
}

}  // namespace
}  // namespace synoptic::compare
