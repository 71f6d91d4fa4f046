#include "html/scan.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace synoptic::html {
namespace {

TEST(Scan, FindsWhatTheScalarOneFinds) {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes(random() % 70, 'x');
    for (char& c : bytes) {
      if (random() % 40 == 0) c = "<&\"\0-"[random() % 5];
    }
    const size_t from = bytes.empty() ? 0 : random() % bytes.size();
    const char* begin = bytes.data() + from;
    const char* end = bytes.data() + bytes.size();
    for (const auto& [a, b] : {std::pair{'<', '&'}, {'"', '&'}, {'\0', '<'}}) {
      ASSERT_EQ(find_any(begin, end, a, b), find_any_scalar(begin, end, a, b)) << bytes;
      ASSERT_EQ(find_any(begin, end, a, b, '-'), find_any_scalar(begin, end, a, b, '-')) << bytes;
    }
  }
}

}  // namespace
}  // namespace synoptic::html
