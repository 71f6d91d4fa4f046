#include "serve/svg.h"

#include <gtest/gtest.h>

namespace synoptic::serve {
namespace {

TEST(Svg, TextIsCutToItsWidthAndEscaped) {
  EXPECT_EQ(svg_fit("Le Monde", 20), "Le Monde");
  EXPECT_EQ(svg_fit("a<b & c", 20), "a&lt;b &amp; c");
  EXPECT_EQ(svg_fit("abcdefghij", 5), "abcd…");
  EXPECT_EQ(svg_fit("北海道新聞社", 6), "北海…");
  EXPECT_EQ(svg_fit("", 5), "");
  EXPECT_EQ(svg_fit("a\x1b[b", 9), "a\uFFFD[b");  // XML 1.0 has no such characters
}

TEST(Svg, LongNamesBreakAtABlank) {
  EXPECT_EQ(svg_lines("short", 20), std::vector<std::string>{"short"});
  EXPECT_EQ(svg_lines("ministry of foreign affairs", 14),
            (std::vector<std::string>{"ministry of", "foreign affai…"}));
  EXPECT_EQ(svg_lines("abcdefghijklmnop", 10), (std::vector<std::string>{"abcdefghij", "klmnop"}));
}

}  // namespace
}  // namespace synoptic::serve
