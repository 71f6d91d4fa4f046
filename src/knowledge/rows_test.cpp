#include "knowledge/rows.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>

namespace synoptic::knowledge {
namespace {

TEST(Rows, AreMadeWhenAskedForAndStay) {
  RowStore<std::string> store;
  size_t made = 0;
  store.reset(3, [&](size_t i) {
    ++made;
    return std::to_string(i);
  });
  EXPECT_EQ(store.size(), 3u);
  EXPECT_EQ(made, 0u);
  const std::string* second = &store[1];
  EXPECT_EQ(*second, "1");
  std::string all;
  for (const std::string& row : Rows(store)) all += row;
  EXPECT_EQ(all, "012");
  EXPECT_EQ(&store[1], second);
  EXPECT_EQ(made, 3u);
}

TEST(Rows, AreTheSameForAllThreads) {
  constexpr size_t kRows = 200;
  RowStore<std::string> store;
  store.reset(kRows, [](size_t i) { return std::string(i, 'x'); });
  std::vector<std::vector<const std::string*>> seen(4);
  std::vector<std::thread> threads;
  for (auto& mine : seen) {
    threads.emplace_back([&] {
      for (size_t i = 0; i < kRows; ++i) mine.push_back(&store[i]);
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& mine : seen) EXPECT_EQ(mine, seen[0]);
  EXPECT_EQ(store[7].size(), 7u);
}

}  // namespace
}  // namespace synoptic::knowledge
