#include <gtest/gtest.h>

#include "text/utf8.h"

namespace synoptic::text {
namespace {

TEST(Characters, DigitsAreThoseThatHaveAValue) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    ASSERT_EQ(is_digit(c), digit_value(c) >= 0) << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace synoptic::text
