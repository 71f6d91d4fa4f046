// Stories that were compared for a page: the next page of an unchanged story need not do it again.
// A story in the store is unchanged where its row is, whatever else was written. Any number of
// threads may use it. Private to the room.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace synoptic::serve {

struct LoadedStory;

class StoryMemory {
 public:
  // `row`: the story as the store has it. nullptr: not there.
  std::shared_ptr<const LoadedStory> find(const std::string& row);
  // `size`: how many articles it has.
  void keep(const std::string& row, size_t size, std::shared_ptr<const LoadedStory> story);

 private:
  struct Kept {
    std::string row;
    size_t size = 0;
    std::shared_ptr<const LoadedStory> story;
  };
  std::mutex mutex_;
  std::list<Kept> kept_;  // last used first
  size_t articles_ = 0;
};

}  // namespace synoptic::serve
