#include "annotate/names/taken_ranges.h"

#include <algorithm>

namespace synoptic::annotate {

TakenRanges::TakenRanges(const Work& work) : taken_(work.texts.size()) {
  for (const Draft& draft : work.drafts) {
    if (!draft.dropped) taken_[draft.text].push_back(draft.word);
  }
  for (auto& list : taken_) std::sort(list.begin(), list.end());
}

bool TakenRanges::holds(uint32_t text, Range range) const {
  const auto& list = taken_[text];
  auto next = std::lower_bound(list.begin(), list.end(), range.begin,
                               [](const Range& r, uint32_t at) { return r.begin < at; });
  if (next != list.end() && next->begin < range.end) return true;
  return next != list.begin() && (next - 1)->end > range.begin;
}

void TakenRanges::add(uint32_t text, Range range) {
  auto& list = taken_[text];
  list.insert(std::lower_bound(list.begin(), list.end(), range), range);
}

}  // namespace synoptic::annotate
