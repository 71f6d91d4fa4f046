// The articles of the window by their phrases: which of them are indexed by one of these. Private
// to the room.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "group/bounds.h"
#include "group/flat_map.h"

namespace synoptic::group {

// An article is indexed by its smallest phrases only, and asked for by all it keeps. Most of those
// are larger than what any long text is indexed by, so that their place in the table, each
// somewhere else in memory, need not be looked at: how many phrases are indexed in each stretch of
// the hashes stays in the cache.
class PhraseIndex {
 public:
  PhraseIndex() : counts_(size_t{1} << kStretchBits) {}

  void add(uint32_t phrase, uint32_t article) {
    articles_.add(phrase, article);
    uint8_t& count = count_of(phrase);
    if (count < kMany) ++count;
  }
  // At most once for each add().
  void remove(uint32_t phrase, uint32_t article) {
    articles_.remove(phrase, article);
    uint8_t& count = count_of(phrase);
    if (count < kMany) --count;
  }
  void soon(uint32_t phrase) const { articles_.soon(phrase); }
  template <typename Visit>
  void each(const std::vector<uint32_t>& phrases, const Visit& visit) const {
    for (const uint32_t phrase : phrases) {
      if (may_hold(phrase)) soon(phrase);
    }
    for (const uint32_t phrase : phrases) {
      if (may_hold(phrase)) articles_.each(phrase, visit);
    }
  }

 private:
  static constexpr uint32_t kStretchBits = 18;
  // So many are no longer counted, nor forgotten: the stretch is asked for ever after.
  static constexpr uint8_t kMany = std::numeric_limits<uint8_t>::max();

  uint8_t& count_of(uint32_t phrase) { return counts_[phrase >> (32 - kStretchBits)]; }
  bool may_hold(uint32_t phrase) const { return counts_[phrase >> (32 - kStretchBits)] != 0; }

  FlatMultimap articles_{static_cast<uint32_t>(kMaxSamePhrase)};
  std::vector<uint8_t> counts_;
};

}  // namespace synoptic::group
