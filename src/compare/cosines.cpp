#include "compare/cosines.h"

#include <algorithm>

namespace synoptic::compare {

void Cosines::add(const Terms& terms) {
  const auto text = static_cast<uint32_t>(squares_.size());
  float square = 0;
  for (const auto& term : terms) {
    square += term.weight * term.weight;
    holders_.push_back({term.term, text, term.weight});
  }
  squares_.push_back(square);
}

void Cosines::sort() {
  std::sort(holders_.begin(), holders_.end(), [](const Holder& a, const Holder& b) {
    return a.term != b.term ? a.term < b.term : a.text < b.text;
  });
  first_.assign(squares_.size() + 1, 0);
  for (const Holder& holder : holders_) ++first_[holder.text + 1];
  for (size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  std::vector<size_t> next(first_.begin(), first_.end() - 1);
  places_.resize(holders_.size());
  for (size_t at = 0; at < holders_.size(); ++at) places_[next[holders_[at].text]++] = at;
}

}  // namespace synoptic::compare
