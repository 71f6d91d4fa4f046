#include "serve/story_memory.h"

#include <gtest/gtest.h>

#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

TEST(StoryMemory, FindsAStoryWhileItsRowIsTheSame) {
  StoryMemory memory;
  const auto story = std::make_shared<const LoadedStory>();
  EXPECT_EQ(memory.find("row"), nullptr);
  memory.keep("row", 50, story);
  EXPECT_EQ(memory.find("row"), story);
  EXPECT_EQ(memory.find("row with one more article"), nullptr);
}

TEST(StoryMemory, LetsGoWhatWasLongNotAskedFor) {
  StoryMemory memory;
  for (const char* row : {"a", "b", "c"}) {
    memory.keep(row, 1500, std::make_shared<const LoadedStory>());
    EXPECT_NE(memory.find("a"), nullptr);
  }
  EXPECT_EQ(memory.find("b"), nullptr);
  EXPECT_NE(memory.find("c"), nullptr);
}

TEST(StoryMemory, DoesNotKeepTheSmallOrTheHuge) {
  StoryMemory memory;
  for (const size_t size : {size_t{2}, size_t{100'000}}) {
    memory.keep("row", size, std::make_shared<const LoadedStory>());
    EXPECT_EQ(memory.find("row"), nullptr);
  }
}

}  // namespace
}  // namespace synoptic::serve
