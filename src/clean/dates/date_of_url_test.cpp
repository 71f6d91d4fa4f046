#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "clean/dates/dates.h"

namespace synoptic::clean {
namespace {

std::string date(std::string_view url) {
  const auto found = date_of_url(url, {});
  return found ? model::iso(found->value) : std::string("none");
}

TEST(DateOfUrl, AnAddressTellsItsDay) {
  EXPECT_EQ(date("https://a.example/2025/03/14/quake"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/world/quake-2025-03-14/"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/20250314/quake"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/2025/03/quake"), "2025-03");
  EXPECT_EQ(date("https://a.example/item/20259914"), "none");
  EXPECT_EQ(date("https://a.example/story?id=80222"), "none");
}

TEST(DateOfUrl, TheNumberOfAPostHoldsItsMoment) {
  const std::string moment = "2020-07-11T06:25:02";
  EXPECT_EQ(date("https://twitter.com/a/status/1281836879789404160/photo/1"), moment);
  EXPECT_EQ(date("https://mobile.x.com/a/status/1281836879789404160"), moment);
  EXPECT_EQ(date("https://a.example/a/status/1281836879789404160"), "none");
  EXPECT_EQ(date("https://netx.com/a/status/1281836879789404160"), "none");
  EXPECT_EQ(date("https://x.com/a/status/20"), "none");
}

TEST(DateOfUrl, InTheFormsOfManySites) {
  EXPECT_EQ(date("https://a.example/world/2025/mar/14/quake"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/world/2025/march/14/quake"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/2025-03/14/c_1128.htm"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/n1/2025/0314/c64-37.html"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/202503/14/t.html"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/202503/t20250314_1128.html"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/2025/3/4/quake"), "2025-03-04");
  EXPECT_EQ(date("https://a.example/quake_14-03-2025.html"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/view/20250314103000"), "2025-03-14");
  EXPECT_EQ(date("https://a.example/view/AKR20250314012300001"), "2025-03-14");
}

TEST(DateOfUrl, ADayIsBelievedBeforeAMonth) {
  EXPECT_EQ(date("https://a.example/2025/03/quake-20250314.html"), "2025-03-14");
}

TEST(DateOfUrl, NumbersThatAreNoDays) {
  EXPECT_EQ(date("https://a.example/2025/03/10-things-to-do"), "2025-03");
  EXPECT_EQ(date("https://a.example/2025/top/10/"), "none");
  EXPECT_EQ(date("https://a.example/quake_04-03-2025.html"), "none") << "3 April or 4 March";
  EXPECT_EQ(date("https://a.example/id/202503141"), "none") << "a number of nine digits";
  EXPECT_EQ(date("https://a.example/1814/03/14/"), "none") << "before the web";
}

}  // namespace
}  // namespace synoptic::clean
