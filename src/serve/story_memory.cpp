#include "serve/story_memory.h"

#include <algorithm>

namespace synoptic::serve {
namespace {

constexpr size_t kMostKeptArticles = 4000;  // of all stories that are kept
constexpr size_t kFewestKeptArticles = 20;  // what is smaller is compared in a moment

}  // namespace

std::shared_ptr<const LoadedStory> StoryMemory::find(const std::string& row) {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) { return kept.row == row; });
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return found->story;
}

void StoryMemory::keep(const std::string& row, size_t size,
                       std::shared_ptr<const LoadedStory> story) {
  if (size < kFewestKeptArticles || size > kMostKeptArticles) return;
  if (find(row) != nullptr) return;
  const std::lock_guard lock(mutex_);
  while (!kept_.empty() && articles_ + size > kMostKeptArticles) {
    articles_ -= kept_.back().size;
    kept_.pop_back();
  }
  articles_ += size;
  kept_.push_front({row, size, std::move(story)});
}

}  // namespace synoptic::serve
