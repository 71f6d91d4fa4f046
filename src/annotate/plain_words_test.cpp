#include "annotate/plain_words.h"

#include <gtest/gtest.h>

namespace synoptic::annotate {
namespace {

using Step = PlainWords::Step;

TEST(BeginsNothing, AsksBehindProclitics) {
  const auto rejects = [](std::string_view text) { return !text.starts_with("may"); };
  const std::vector<std::string> proclitics{"al", "l'"};
  EXPECT_TRUE(begins_nothing("order", &proclitics, rejects));
  EXPECT_TRUE(begins_nothing("almost", nullptr, rejects));
  EXPECT_FALSE(begins_nothing("maybe", &proclitics, rejects));
  EXPECT_FALSE(begins_nothing("almayor", &proclitics, rejects));
  // What stands behind the word decides.
  EXPECT_FALSE(begins_nothing("al", &proclitics, rejects));
  EXPECT_FALSE(begins_nothing("l", &proclitics, rejects));
}

TEST(PlainWords, AsksOnceForAWordOfALanguage) {
  PlainWords memory;
  int asked = 0;
  const auto plain = [&](Step step, std::string_view lang, std::string_view word) {
    return memory.is_plain(step, PlainWords::language(lang), word, [&] {
      ++asked;
      return word != "three";
    });
  };
  EXPECT_TRUE(plain(Step::kTimes, "en", "order"));
  EXPECT_TRUE(plain(Step::kTimes, "en", "order"));
  EXPECT_EQ(asked, 1);
  EXPECT_TRUE(plain(Step::kQuantities, "en", "order"));
  EXPECT_TRUE(plain(Step::kTimes, "de", "order"));
  EXPECT_FALSE(plain(Step::kTimes, "en", "three"));
  EXPECT_FALSE(plain(Step::kTimes, "en", "three"));
  EXPECT_EQ(asked, 4);
}

TEST(PlainWords, IsRightOfMoreWordsThanItKeeps) {
  PlainWords memory;
  const uint32_t lang = PlainWords::language("en");
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 40000; ++i) {
      const std::string word = "w" + std::to_string(i);
      const auto even = [&] { return i % 2 == 0; };
      ASSERT_EQ(memory.is_plain(Step::kTimes, lang, word, even), i % 2 == 0) << word;
      ASSERT_EQ(memory.opens(lang, word, [&] { return static_cast<uint8_t>(i); }), i & 0xFF);
    }
  }
}

TEST(PlainWords, KeepsNamesOfOneIndex) {
  using Seen = PlainWords::NameSeen;
  PlainWords memory;
  const uint32_t lang = PlainWords::language("en");
  EXPECT_EQ(memory.name_seen(1, lang, "order", 1), nullptr);
  memory.keep_name(lang, "order", {.where = Seen::Where::kBeforeBlank, .next = 6});
  EXPECT_NE(memory.name_seen(1, lang, "order", 1), nullptr);
  EXPECT_EQ(memory.name_seen(1, lang, "order", 2), nullptr) << "something may begin so";
  EXPECT_EQ(memory.name_seen(1, lang, "order", 0), nullptr) << "no blank behind it";
  EXPECT_EQ(memory.name_seen(2, lang, "order", 1), nullptr) << "names of another index";
  EXPECT_EQ(memory.name_seen(1, lang, "order", 1), nullptr) << "forgotten";
  memory.keep_name(lang, "paris", {.where = Seen::Where::kAnywhere, .node = 7});
  ASSERT_NE(memory.name_seen(1, lang, "paris", 0), nullptr);
  EXPECT_EQ(memory.name_seen(1, lang, "paris", 0)->node, 7u);
}

}  // namespace
}  // namespace synoptic::annotate
