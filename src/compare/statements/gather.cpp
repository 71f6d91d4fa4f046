#include "compare/statements/gather.h"

#include <algorithm>
#include <cstddef>
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

std::vector<std::vector<uint32_t>> parted(std::vector<uint32_t> group, const Tied& tied) {
  const auto ties = [&](uint32_t one) {
    return std::count_if(group.begin(), group.end(),
                         [&](uint32_t other) { return other != one && tied(one, other); });
  };
  std::vector<uint32_t> loose;
  while (group.size() > 2) {
    const auto least = std::min_element(group.begin(), group.end(),
                                        [&](uint32_t a, uint32_t b) { return ties(a) < ties(b); });
    if (2 * ties(*least) >= static_cast<std::ptrdiff_t>(group.size() - 1)) break;
    loose.push_back(*least);
    group.erase(least);
  }
  std::sort(loose.begin(), loose.end());
  std::vector<std::vector<uint32_t>> out{std::move(group)};
  if (loose.size() > 1) {
    for (auto& row : parted(std::move(loose), tied)) out.push_back(std::move(row));
  }
  std::erase_if(out, [&](const auto& row) {
    return row.size() < 2 || (row.size() == 2 && !tied(row[0], row[1]));
  });
  return out;
}

}  // namespace synoptic::compare
