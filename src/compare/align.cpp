// Two passes over the claims of one slot and sort. First, equal values of different accounts are
// one claim: nothing binds accounts of different languages together better than their numbers.
// Then, accounts that lack a value which others have, but have one of the same thing with another
// value, differ: by what is counted, by what stands around it, and by elimination.
#include "compare/align.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "compare/figures.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMaxClaims = 400;   // of one slot and sort, over all accounts
constexpr double kSameThing = 0.75;  // ties of different values below this are chance
constexpr double kSmallCount = 12;   // "two", "three": equal by chance
constexpr double kSmallContext = 0.22;

class Bucket {
 public:
  Bucket(const Input& input, std::vector<const Claim*> claims)
      : input_(input), claims_(std::move(claims)) {
    if (claims_.size() > 2 * kMaxClaims) claims_.resize(2 * kMaxClaims);
    cluster_.resize(claims_.size());
    std::iota(cluster_.begin(), cluster_.end(), 0);
    for (size_t i = 0; i < claims_.size(); ++i) members_.push_back({i});
    strength_.assign(claims_.size(), 1.0);
  }

  std::vector<Group> groups() {
    join_equals();
    join_differing();
    return collect();
  }

 private:
  struct Tie {
    double score;
    size_t a, b;
    bool operator<(const Tie& other) const {
      if (score != other.score) return score > other.score;
      return a != other.a ? a < other.a : b < other.b;
    }
  };

  // 1: the same thing is counted; 0: cannot tell; -1: different things.
  int same_about(const Claim& a, const Claim& b) const {
    if (a.slot == "place" || a.slot == "date") {
      return !a.about.empty() && a.about == b.about ? 1 : 0;
    }
    if (!a.about.empty() && !b.about.empty()) {
      if (a.about == b.about) return 1;
      return class_of(a.about).generic || class_of(b.about).generic ? 0 : -1;
    }
    if (a.about.empty() && b.about.empty() && !a.name.empty() &&
        text::fold_copy(a.name) == text::fold_copy(b.name)) {
      return 1;
    }
    return 0;
  }

  bool is_weak_number(const Claim& claim) const {
    return claim.slot == "quantity" && claim.value <= kSmallCount &&
           std::floor(claim.value) == claim.value && !claim.of;
  }

  void join_equals() {
    std::vector<Tie> ties;
    for (size_t i = 0; i < claims_.size(); ++i) {
      for (size_t j = i + 1; j < claims_.size(); ++j) {
        const Claim& a = *claims_[i];
        const Claim& b = *claims_[j];
        if (a.account == b.account || match(a, b) != Match::kSame) continue;
        const int about = same_about(a, b);
        const double near = context(input_, a, b);
        if (about < 0 && (near < 0.5 || is_weak_number(a))) continue;
        if (about == 0 && is_weak_number(a) && near < kSmallContext) continue;
        double score = 1.0 + 0.5 * about + near + 0.2 * std::min(a.salience, b.salience);
        if (a.background != b.background) score -= 0.4;
        if (a.norm == b.norm) score += 0.2;
        ties.push_back({score, i, j});
      }
    }
    unite(ties);
  }

  void join_differing() {
    std::vector<Tie> ties;
    for (size_t i = 0; i < claims_.size(); ++i) {
      for (size_t j = i + 1; j < claims_.size(); ++j) {
        if (claims_[i]->account == claims_[j]->account || cluster_[i] == cluster_[j]) continue;
        const double score = tie_of_differing(i, j);
        if (score >= kSameThing) ties.push_back({score, i, j});
      }
    }
    unite(ties);
  }

  double tie_of_differing(size_t i, size_t j) const {
    const Claim& a = *claims_[i];
    const Claim& b = *claims_[j];
    if (a.background != b.background || a.slot == "place") return 0;
    const int about = same_about(a, b);
    if (about < 0) return 0;
    const double near = context(input_, a, b);
    const size_t support = members_[cluster_[i]].size() + members_[cluster_[j]].size();
    double score = 0.8 * near + (support > 2 ? 0.15 : 0.0);
    if (a.slot == "date") return score + date_tie(a, b, about);
    score += about > 0 ? 0.6 : 0.15;
    if (only_one(a) && only_one(b)) score += 0.25;
    if (std::min(a.salience, b.salience) >= 0.85) score += 0.2;
    if (a.background) score -= 0.35;
    if (a.of && b.of && *a.of == *b.of) score += 0.5;
    return score + ratio_tie(a, b);
  }

  // The account has a single figure of this kind, so there is nothing to confuse it with.
  bool only_one(const Claim& claim) const {
    return std::count_if(claims_.begin(), claims_.end(),
                         [&](const Claim* other) { return other->account == claim.account; }) == 1;
  }

  static double ratio_tie(const Claim& a, const Claim& b) {
    const double low = std::min(std::abs(a.value), std::abs(b.value));
    const double high = std::max(std::abs(a.value), std::abs(b.value));
    if (high == 0) return 0;
    if (low == 0) return -0.2;
    const double ratio = high / low;
    if (ratio <= 2) return 0.3;
    if (ratio <= 3) return 0.1;
    return ratio > 10 ? -0.6 : -0.15;
  }

  static double date_tie(const Claim& a, const Claim& b, int about) {
    if (a.sort != "day") return -1;
    const int64_t apart = std::abs(model::days_from_civil(a.date.year, a.date.month, a.date.day) -
                                   model::days_from_civil(b.date.year, b.date.month, b.date.day));
    if (apart > 62) return -1;
    return (about > 0 ? 0.45 : 0.0) + (apart <= 7 ? 0.15 : 0.0);
  }

  bool share_account(size_t a, size_t b) const {
    for (const size_t i : members_[a]) {
      for (const size_t j : members_[b]) {
        if (claims_[i]->account == claims_[j]->account) return true;
      }
    }
    return false;
  }

  void unite(std::vector<Tie>& ties) {
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

  std::vector<Group> collect() const {
    std::vector<Group> out;
    for (size_t i = 0; i < members_.size(); ++i) {
      if (members_[i].empty()) continue;
      Group group;
      for (const size_t member : members_[i]) group.claims.push_back(claims_[member]);
      std::sort(group.claims.begin(), group.claims.end(),
                [](const Claim* a, const Claim* b) { return a->article < b->article; });
      group.strength = strength_[i];
      group.rule = "aligned by what is counted and by what stands around it";
      out.push_back(std::move(group));
    }
    return out;
  }

  const Input& input_;
  std::vector<const Claim*> claims_;
  std::vector<size_t> cluster_;               // per claim: index of its cluster
  std::vector<std::vector<size_t>> members_;  // per cluster
  std::vector<double> strength_;
};

// A count that grows stands in the title or lead with its newest value; what the account tells of
// earlier or partial ones further down is not its answer.
bool is_superseded(const std::vector<const Claim*>& kept, const Claim& claim) {
  if (!claim.rising || claim.background) return false;
  return std::any_of(kept.begin(), kept.end(), [&](const Claim* other) {
    return other->account == claim.account && other->rising && !other->background &&
           other->about == claim.about;
  });
}

// An account says a thing once: of its equal claims the most telling one stays.
std::vector<const Claim*> once_per_account(std::vector<const Claim*> claims) {
  std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) {
    return a->article != b->article ? a->article < b->article : a->salience > b->salience;
  });
  std::vector<const Claim*> out;
  for (const Claim* claim : claims) {
    const Claim** twin = nullptr;
    for (auto& kept : out) {
      const bool same_about = kept->about == claim->about || kept->about.empty() ||
                              claim->about.empty() || claim->slot == "date" ||
                              claim->slot == "place";
      if (kept->account == claim->account && same_about && match(*kept, *claim) == Match::kSame) {
        twin = &kept;
        break;
      }
    }
    if (twin == nullptr && is_superseded(out, *claim)) continue;
    if (twin == nullptr) {
      out.push_back(claim);
    } else if ((*twin)->about.empty() && !claim->about.empty()) {
      *twin = claim;
    }
  }
  return out;
}

// The most telling claims of each account; they stand first.
std::vector<const Claim*> first_of_each(const std::vector<const Claim*>& claims, size_t most) {
  std::map<uint32_t, size_t> taken;
  std::vector<const Claim*> out;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(out),
               [&](const Claim* claim) { return ++taken[claim->account] <= most; });
  return out;
}

}  // namespace

std::vector<Group> align(const Input& input) {
  std::map<std::pair<std::string, std::string>, std::vector<const Claim*>> buckets;
  // In a large story every account keeps its share of the room.
  const size_t of_one = std::max<size_t>(8, 4 * kMaxClaims / std::max(1u, input.accounts));
  for (const auto& telling : input.tellings) {
    if (!telling.original) continue;
    std::map<std::pair<std::string_view, std::string_view>, size_t> taken;
    for (const auto& claim : telling.claims) {
      if (++taken[{claim.slot, claim.sort}] > of_one) continue;
      buckets[{claim.slot, claim.sort}].push_back(&claim);
    }
  }
  const size_t compared = std::max<size_t>(2, kMaxClaims / std::max(1u, input.accounts));
  std::vector<Group> out;
  for (auto& [key, claims] : buckets) {
    auto groups = Bucket(input, first_of_each(once_per_account(claims), compared)).groups();
    std::move(groups.begin(), groups.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace synoptic::compare
