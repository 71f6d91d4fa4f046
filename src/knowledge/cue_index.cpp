#include "knowledge/cue_index.h"

#include "knowledge/knowledge.h"

namespace synoptic::knowledge {
namespace {

size_t bucket_of(std::string_view text) {
  const size_t first = static_cast<unsigned char>(text[0]) * size_t{256};
  return first + (text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0);
}

}  // namespace

CueIndex::CueIndex(std::vector<const Cue*> cues) : begins_(kBuckets + 1) {
  std::erase_if(cues, [](const Cue* cue) { return cue->text.empty(); });
  std::stable_sort(cues.begin(), cues.end(), [](const Cue* a, const Cue* b) {
    const size_t left = bucket_of(a->text), right = bucket_of(b->text);
    return left != right ? left < right : a->text.size() > b->text.size();
  });
  for (const Cue* cue : cues) {
    ++begins_[bucket_of(cue->text) + 1];
    Entry entry{0, 0, cue->text, cue};
    const size_t size = std::min<size_t>(8, cue->text.size());
    std::memcpy(&entry.front, cue->text.data(), size);
    std::memset(&entry.mask, 0xFF, size);
    entries_.push_back(entry);
    if (size == 1) continue;
    for (uint64_t third = 0; third < (size == 2 ? 256u : 1u); ++third) {
      fronts_[hash_of_front(entry.front | (size == 2 ? third << 16 : 0))] = true;
    }
    if (cue->text.size() == 1) one_byte_[static_cast<unsigned char>(cue->text[0])] = true;
  }
  for (size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

}  // namespace synoptic::knowledge
