#include "knowledge/cue_index.h"

#include <algorithm>

#include "knowledge/knowledge.h"

namespace synoptic::knowledge {

CueIndex::CueIndex(std::vector<const Cue*> cues) : begins_(kBuckets + 1) {
  std::erase_if(cues, [](const Cue* cue) { return cue->text.size() < kShortest; });
  const auto longer = [](const Cue* a, const Cue* b) { return a->text.size() > b->text.size(); };
  if (!std::ranges::is_sorted(cues, longer)) std::ranges::stable_sort(cues, longer);
  std::vector<std::pair<size_t, Entry>> placed;
  placed.reserve(cues.size());
  for (const Cue* cue : cues) {
    Entry entry{0, 0, cue->text, cue};
    const size_t size = std::min<size_t>(8, cue->text.size());
    std::memcpy(&entry.front, cue->text.data(), size);
    std::memset(&entry.mask, 0xFF, size);
    placed.emplace_back(hash_of(entry.front, std::min(size, kHashed)), entry);
    for (uint64_t third = 0; third < (size == 2 ? 256u : 1u); ++third) {
      fronts_[hash_of(entry.front | (size == 2 ? third << 16 : 0), 3)] = true;
    }
  }
  for (const auto& [bucket, entry] : placed) {
    filled_[bucket] = true;
    ++begins_[bucket];
  }
  // First the ends; each entry, from the last on, moves that of its bucket towards the begin.
  uint32_t end = 0;
  for (uint32_t& begin : begins_) begin = end += begin;
  entries_.resize(placed.size());
  for (size_t i = placed.size(); i-- > 0;) entries_[--begins_[placed[i].first]] = placed[i].second;
}

}  // namespace synoptic::knowledge
