#include "compare/gather.h"

#include <algorithm>
#include <set>
#include <utility>

namespace synoptic::compare {

std::vector<std::vector<uint32_t>> gather(std::vector<Pairing>& pairings,
                                          const std::vector<uint32_t>& accounts,
                                          const std::function<bool(const Pairing&)>& holds) {
  std::sort(pairings.begin(), pairings.end(), [](const Pairing& x, const Pairing& y) {
    if (x.likeness != y.likeness) return x.likeness > y.likeness;
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  const size_t count = accounts.size();
  std::vector<uint32_t> group(count);
  std::vector<std::vector<uint32_t>> members(count);
  std::vector<std::set<uint32_t>> present(count);  // accounts
  for (uint32_t i = 0; i < count; ++i) {
    group[i] = i;
    members[i] = {i};
    present[i] = {accounts[i]};
  }
  for (const Pairing& pairing : pairings) {
    uint32_t a = group[pairing.a], b = group[pairing.b];
    if (a == b) continue;
    if (members[a].size() < members[b].size()) std::swap(a, b);
    const bool clash = std::any_of(present[b].begin(), present[b].end(),
                                   [&](uint32_t account) { return present[a].contains(account); });
    if (clash || !holds(pairing)) continue;
    for (const uint32_t member : members[b]) group[member] = a;
    members[a].insert(members[a].end(), members[b].begin(), members[b].end());
    present[a].merge(present[b]);
    members[b].clear();
  }
  std::vector<std::vector<uint32_t>> groups;
  for (auto& one : members) {
    if (one.empty()) continue;
    std::sort(one.begin(), one.end());
    groups.push_back(std::move(one));
  }
  return groups;
}

}  // namespace synoptic::compare
