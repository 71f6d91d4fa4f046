#include "base/byte_trie.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace synoptic {
namespace {

using Found = std::vector<std::pair<size_t, std::string>>;

Found fronts(const std::vector<std::string_view>& keys, std::string_view text) {
  const ByteTrie trie(keys);
  Found found;
  trie.each_front(text, [&](size_t length, uint32_t key) {
    found.emplace_back(length, keys[key]);
    return false;
  });
  return found;
}

TEST(ByteTrie, FindsEveryKeyAtTheFrontTheShortestFirst) {
  EXPECT_EQ(fronts({"a", "ab", "abc", "b", "bc"}, "abd"), (Found{{1, "a"}, {2, "ab"}}));
  EXPECT_EQ(fronts({"a", "ab"}, "b"), Found{});
  EXPECT_EQ(fronts({"ab"}, "a"), Found{});
  EXPECT_EQ(fronts({}, "a"), Found{});
  EXPECT_EQ(fronts({"\xff\xff", "\xff\xff\xff"}, "\xff\xff\xff"),
            (Found{{2, "\xff\xff"}, {3, "\xff\xff\xff"}}));
}

TEST(ByteTrie, AgreesWithAPlainSearch) {
  std::set<std::string> words;
  uint32_t state = 7;
  const auto random = [&](uint32_t below) {
    return (state = state * 1664525 + 1013904223) >> 16 & (below - 1);
  };
  const auto word = [&] {
    std::string made;
    for (uint32_t i = 0; i <= random(8); ++i)
      made += static_cast<char>(random(2) ? 'a' + random(4) : 0xC0 + random(32));
    return made;
  };
  for (int i = 0; i < 3000; ++i) words.insert(word());
  const std::vector<std::string_view> keys(words.begin(), words.end());
  const ByteTrie trie(keys);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = word() + word();
    Found expected, found;
    for (size_t length = 1; length <= text.size(); ++length) {
      if (words.contains(text.substr(0, length)))
        expected.emplace_back(length, text.substr(0, length));
    }
    trie.each_front(text, [&](size_t length, uint32_t key) {
      found.emplace_back(length, keys[key]);
      return false;
    });
    ASSERT_EQ(found, expected) << text;
  }
}

}  // namespace
}  // namespace synoptic
