#include "compare/clusters.h"

#include <algorithm>
#include <numeric>

namespace synoptic::compare {
namespace {

constexpr double kCertain = 20;

}  // namespace

Clusters::Clusters(const std::vector<const Claim*>& claims)
    : claims_(claims),
      cluster_(claims.size()),
      strength_(claims.size(), kCertain),
      settled_(claims.size(), false) {
  std::iota(cluster_.begin(), cluster_.end(), 0);
  for (size_t i = 0; i < claims.size(); ++i) members_.push_back({i});
}

void Clusters::unite(std::vector<Tie> ties) {
  std::sort(ties.begin(), ties.end());
  for (const Tie& tie : ties) {
    size_t a = cluster_[tie.a], b = cluster_[tie.b];
    if (a == b || share_account(a, b)) continue;
    if (a > b) std::swap(a, b);
    for (const size_t i : members_[b]) cluster_[i] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    strength_[a] = std::min({strength_[a], strength_[b], tie.score});
    members_[b].clear();
  }
}

Cluster Clusters::claims(size_t cluster) const {
  Cluster out;
  for (const size_t i : members_[cluster]) out.push_back(claims_[i]);
  return out;
}

bool Clusters::share_account(size_t a, size_t b) const {
  for (const size_t i : members_[a]) {
    for (const size_t j : members_[b]) {
      if (claims_[i]->account == claims_[j]->account) return true;
    }
  }
  return false;
}

}  // namespace synoptic::compare
