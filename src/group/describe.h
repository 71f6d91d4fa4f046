// The stories as others see them: ordered articles, folded accounts, links, reasons. Private to the
// room.
#pragma once

#include <vector>

#include "group/similarity.h"
#include "model/story.h"

namespace synoptic::group {

struct StoryState {
  std::string id;
  uint32_t index = 0;
  std::vector<uint32_t> members;  // rising; empty once merged into another
};

struct NearMiss {
  uint32_t a = 0, b = 0;
  Similarity similarity;
};

struct State {
  std::vector<Fingerprint> articles;
  std::vector<uint32_t> story_of;  // per article
  std::vector<uint32_t> copy_of;   // per article: towards the first of its copies
  std::vector<StoryState> stories;
  std::vector<NearMiss> near_misses;
  std::unordered_map<uint64_t, uint32_t> articles_with;
  Labels labels;

  uint32_t original(uint32_t article) const {
    while (copy_of[article] != article) article = copy_of[article];
    return article;
  }
};

std::vector<model::Story> describe(const State& state);

}  // namespace synoptic::group
