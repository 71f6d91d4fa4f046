#include "base/small_blocks.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace synoptic {
namespace {

TEST(SmallBlocks, HoldWhatTheyAreAskedForAndAreAligned) {
  std::vector<std::pair<unsigned char*, size_t>> blocks;
  for (int round = 0; round < 3; ++round) {
    for (size_t size = 0; size <= kLargestSmallBlock + 20; ++size) {
      auto* const block = static_cast<unsigned char*>(::operator new(size));
      EXPECT_EQ(reinterpret_cast<uintptr_t>(block) % alignof(std::max_align_t), 0u);
      std::memset(block, static_cast<int>(size), size);
      blocks.emplace_back(block, size);
    }
    for (const auto& [block, size] : blocks) {
      for (size_t i = 0; i < size; ++i) ASSERT_EQ(block[i], size % 256);
      if (size % 2 == 0)
        ::operator delete(block, size);
      else
        ::operator delete(block);  // by who does not know its size
    }
    blocks.clear();
  }
}

TEST(SmallBlocks, MayBeFreedByAnotherThread) {
  std::vector<std::string> lines;
  for (int i = 0; i < 5000; ++i) lines.push_back(std::string(30, static_cast<char>('a' + i % 26)));
  std::thread([taken = std::move(lines)]() mutable {
    EXPECT_EQ(taken[27], std::string(30, 'b'));
    taken.clear();
    taken.resize(100, std::string(40, 'x'));
  }).join();
  give_back_small_blocks();
  EXPECT_EQ(*std::make_unique<std::string>(40, 'y'), std::string(40, 'y'));
}

}  // namespace
}  // namespace synoptic
