// The cue words that texts are searched for, so that a text is read once for those of every kind.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <vector>

namespace synoptic::knowledge {

struct Cue;

class CueIndex {
 public:
  // The cues stay where they are. Of cues of one length the one given first comes first.
  explicit CueIndex(std::vector<const Cue*> cues);
  CueIndex() : begins_(kBuckets + 1) {}

  // Calls visit(cue) for every cue whose text stands at `at`, the longest first.
  template <typename Visit>
  [[gnu::always_inline]] void each_at(std::string_view folded, size_t at, Visit visit) const;

 private:
  // Cues are kept by a hash of their first four bytes; those of two and three by what they have.
  // A single byte is no cue.
  static constexpr size_t kHashed = 4, kShortest = 2, kBuckets = 0x10000;
  template <typename Visit>
  [[gnu::noinline]] void each_behind(std::string_view rest, uint64_t front,
                                     const Visit& visit) const;
  static size_t hash_of(uint64_t front, size_t bytes) {
    const uint64_t first = front & ((uint64_t{1} << 8 * bytes) - 1);
    return (first + bytes) * 0x9E3779B97F4A7C15u >> 48;
  }

  struct Entry {
    uint64_t front, mask;  // of the first eight bytes: one comparison tells most cues off
    std::string_view text;
    const Cue* cue;
  };

  std::vector<uint32_t> begins_;                            // of the buckets in entries_
  std::vector<bool> filled_ = std::vector<bool>(kBuckets);  // the same for who asks if, not which
  // By a hash of the first three bytes: does a cue begin so? Cues of two bytes fill all it may be.
  std::vector<bool> fronts_ = std::vector<bool>(kBuckets);
  std::vector<Entry> entries_;
};

// Inlined up to where most places are told off; the rest is a call.
template <typename Visit>
inline void CueIndex::each_at(std::string_view folded, size_t at, Visit visit) const {
  uint64_t front = 0;
  const size_t left = folded.size() - at;
  if (left >= sizeof front) {
    std::memcpy(&front, folded.data() + at, sizeof front);
  } else {
    std::memcpy(&front, folded.data() + at, left);
  }
  if (fronts_[hash_of(front, 3)]) each_behind(folded.substr(at), front, visit);
}

template <typename Visit>
void CueIndex::each_behind(std::string_view rest, uint64_t front, const Visit& visit) const {
  const auto each_of_size = [&]<size_t kBytes>(std::integral_constant<size_t, kBytes>) {
    const size_t bucket = hash_of(front, kBytes);
    if (!filled_[bucket]) return;
    const Entry* const end = entries_.data() + begins_[bucket + 1];
    for (const Entry* entry = entries_.data() + begins_[bucket]; entry != end; ++entry) {
      if ((front & entry->mask) != entry->front) continue;
      const size_t size = entry->text.size();
      if (kBytes < kHashed ? size != kBytes : size < kHashed) continue;
      if (size <= 8 || rest.starts_with(entry->text)) visit(*entry->cue);
    }
  };
  static_assert(kHashed == 4 && kShortest == 2);
  each_of_size(std::integral_constant<size_t, 4>());
  each_of_size(std::integral_constant<size_t, 3>());
  each_of_size(std::integral_constant<size_t, 2>());
}

}  // namespace synoptic::knowledge
