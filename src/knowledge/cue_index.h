// All cue words in one structure, so that a text is read once for the cues of every kind.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
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
  void each_at(std::string_view folded, size_t at, Visit visit) const;

 private:
  static constexpr size_t kBuckets = 0x10000;  // by the first two bytes; one-byte cues by "c\0"
  static size_t hash_of_front(uint64_t front) {
    return ((front & 0xFFFFFF) * 0x9E3779B1u >> 16) % kBuckets;
  }

  struct Entry {
    uint64_t front, mask;  // of the first eight bytes: one comparison tells most cues off
    std::string_view text;
    const Cue* cue;
  };

  std::vector<uint32_t> begins_;  // of the buckets in entries_
  // By a hash of the first three bytes: does a cue begin so? Cues of two bytes fill all it may be.
  std::vector<bool> fronts_ = std::vector<bool>(kBuckets);
  std::vector<Entry> entries_;
  std::vector<bool> one_byte_ = std::vector<bool>(256);
};

template <typename Visit>
void CueIndex::each_at(std::string_view folded, size_t at, Visit visit) const {
  uint64_t front = 0;
  std::memcpy(&front, folded.data() + at, std::min<size_t>(8, folded.size() - at));
  const auto visit_bucket = [&](size_t bucket) {
    for (uint32_t i = begins_[bucket]; i < begins_[bucket + 1]; ++i) {
      const Entry& entry = entries_[i];
      if ((front & entry.mask) != entry.front) continue;
      if (entry.text.size() <= 8 || folded.substr(at).starts_with(entry.text)) visit(*entry.cue);
    }
  };
  const size_t first = static_cast<unsigned char>(folded[at]) * size_t{256};
  if (fronts_[hash_of_front(front)] && at + 1 < folded.size() && folded[at + 1] != 0) {
    visit_bucket(first + static_cast<unsigned char>(folded[at + 1]));
  }
  if (one_byte_[first / 256]) visit_bucket(first);
}

}  // namespace synoptic::knowledge
