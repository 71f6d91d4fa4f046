// Claims of one slot and sort put together, tie by tie: in a cluster no account stands twice.
// Private to the room.
#pragma once

#include <vector>

#include "compare/figures/ties.h"

namespace synoptic::compare {

struct Tie {  // of two claims
  double score;
  size_t a, b;
  bool operator<(const Tie& other) const {  // the strongest first
    if (score != other.score) return score > other.score;
    return a != other.a ? a < other.a : b < other.b;
  }
};

class Clusters {
 public:
  // Each claim alone. The claims must outlive the clusters.
  explicit Clusters(const std::vector<const Claim*>& claims);

  // Joins what is tied, the strongest first, where no account comes to stand twice.
  void unite(std::vector<Tie> ties);

  size_t size() const { return members_.size(); }  // some of them empty
  // Indices of claims, that of the cluster's first claim in front.
  const std::vector<size_t>& members(size_t cluster) const { return members_[cluster]; }
  Cluster claims(size_t cluster) const;
  size_t cluster_of(size_t claim) const { return cluster_[claim]; }
  bool share_account(size_t a, size_t b) const;
  double strength(size_t cluster) const { return strength_[cluster]; }  // of its weakest tie

  // What a settled cluster differs from is known: it is asked no more.
  void settle(size_t cluster) { settled_[cluster] = true; }
  bool is_settled(size_t cluster) const { return settled_[cluster]; }
  bool is_open(size_t cluster) const { return !members_[cluster].empty() && !settled_[cluster]; }

 private:
  const std::vector<const Claim*>& claims_;
  std::vector<size_t> cluster_;  // per claim
  std::vector<std::vector<size_t>> members_;
  std::vector<double> strength_;
  std::vector<bool> settled_;
};

}  // namespace synoptic::compare
