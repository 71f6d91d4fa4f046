#include "knowledge/cue_index.h"

#include "knowledge/knowledge.h"

namespace synoptic::knowledge {

CueIndex::CueIndex(std::vector<const Cue*> cues) : begins_(kBuckets + 1) {
  std::erase_if(cues, [](const Cue* cue) { return cue->text.size() < kShortest; });
  std::stable_sort(cues.begin(), cues.end(),
                   [](const Cue* a, const Cue* b) { return a->text.size() > b->text.size(); });
  std::vector<std::pair<size_t, Entry>> placed;
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
  std::stable_sort(placed.begin(), placed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [bucket, entry] : placed) {
    filled_[bucket] = true;
    ++begins_[bucket + 1];
    entries_.push_back(entry);
  }
  for (size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

}  // namespace synoptic::knowledge
