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
    for (int i = 0; i < 160000; ++i) {
      const std::string word = "w" + std::to_string(i);
      const auto even = [&] { return i % 2 == 0; };
      ASSERT_EQ(memory.is_plain(Step::kTimes, lang, word, even), i % 2 == 0) << word;
      ASSERT_EQ(memory.opens(lang, word, [&] { return static_cast<uint8_t>(i); }), i & 0xFF);
    }
  }
}

TEST(PlainWords, KeepsNamesOfOneIndex) {
  PlainWords memory;
  const uint32_t lang = PlainWords::language("en");
  EXPECT_FALSE(memory.name_steps(1, lang, "order"));
  memory.keep_names(lang, "order", {.steps = {}, .next = 6, .no_capitals = true});
  const std::vector<NameStep> steps{{NameStep::Kind::kName, {.node = 7}},
                                    {NameStep::Kind::kWay, {.node = 8}}};
  memory.keep_names(lang, "paris", {.steps = steps});
  ASSERT_TRUE(memory.name_steps(1, lang, "order"));
  EXPECT_EQ(memory.name_steps(1, lang, "order")->next, 6u);
  EXPECT_TRUE(memory.name_steps(1, lang, "order")->steps.empty());
  ASSERT_EQ(memory.name_steps(1, lang, "paris")->steps.size(), 2u);
  EXPECT_EQ(memory.name_steps(1, lang, "paris")->steps[1].state.node, 8u);
  EXPECT_FALSE(memory.name_steps(2, lang, "order")) << "names of another index";
  EXPECT_FALSE(memory.name_steps(1, lang, "order")) << "forgotten";
}

TEST(PlainWords, ForgetsNamesWhereThereAreTooMany) {
  PlainWords memory;
  const uint32_t lang = PlainWords::language("en");
  memory.name_steps(1, lang, "w");
  for (uint32_t i = 0; i < 160000; ++i) {
    const std::string word = "w" + std::to_string(i);
    const std::vector<NameStep> steps(3, {NameStep::Kind::kName, {.node = i}});
    memory.keep_names(lang, word, {.steps = steps});
    const auto kept = memory.name_steps(1, lang, word);
    ASSERT_TRUE(kept) << word;
    ASSERT_EQ(kept->steps[2].state.node, i);
  }
}

}  // namespace
}  // namespace synoptic::annotate
