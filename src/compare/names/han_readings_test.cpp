#include "compare/names/han_readings.h"

#include <gtest/gtest.h>

namespace synoptic::compare {
namespace {

TEST(HanReadings, TheFamilyInFront) {
  EXPECT_FALSE(family_readings("佐々木海").empty());
  EXPECT_EQ(family_readings("佐々木海").front(), "sasaki");
  EXPECT_EQ(family_readings("渡邊海").front(), "watanabe");
  EXPECT_TRUE(family_readings("王海").empty());
  EXPECT_TRUE(family_readings("").empty());
}

TEST(HanReadings, WhetherTwoNamesMayBeOne) {
  EXPECT_EQ(read_names("?a", "高田海", "?b", "Umi Takata"), Read::kOne);
  EXPECT_EQ(read_names("?a", "Уми Саито", "?b", "斎藤海"), Read::kOne);
  EXPECT_EQ(read_names("?a", "佐藤海", "?b", "사토 우미"), Read::kOne);
  EXPECT_EQ(read_names("?a", "高田海", "?b", "Umi Sasaki"), Read::kTwo);
  EXPECT_EQ(read_names("?a", "王海", "?b", "Umi Sasaki"), Read::kUnknown);
  EXPECT_EQ(read_names("?a", "高田海", "?b", "佐藤海"), Read::kElse);
  EXPECT_EQ(read_names("a-known-one", "高田海", "?b", "Umi Takata"), Read::kElse);
}

}  // namespace
}  // namespace synoptic::compare
