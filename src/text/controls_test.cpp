#include "text/controls.h"

#include <gtest/gtest.h>

namespace synoptic::text {
namespace {

TEST(Controls, WhatTerminalsAndXmlObeyIsReplaced) {
  EXPECT_EQ(printable("a\x1b[31m\x07 b\x7F\xC2\x9B"
                      "c"),
            "a\uFFFD[31m\uFFFD b\uFFFD\uFFFDc");
  EXPECT_EQ(printable("\xEF\xBF\xBE\xFF"), "\uFFFD\uFFFD");
  EXPECT_EQ(printable("tab\tline\r\n中文 é \u00A0\U0001F600"),
            "tab\tline\r\n中文 é \u00A0\U0001F600");
}

TEST(Controls, WhatTurnsTheDirectionOfAllBehindItIsLeftOut) {
  EXPECT_EQ(unturned("a\u202Eb\u202C \u2067مرحبا\u2069"), "ab مرحبا");
  EXPECT_EQ(unturned("12\u200F% … €\xE2"), "12\u200F% … €\xE2");  // a mark is no control
}

}  // namespace
}  // namespace synoptic::text
