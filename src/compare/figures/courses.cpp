#include "compare/figures/courses.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "compare/figures/turns.h"
#include "compare/match.h"

namespace synoptic::compare {
namespace {

constexpr double kMostGrowth = 5;  // of a count from account to account

using Steps = std::vector<size_t>;  // clusters

// Not so far from all of the steps that it counts something else.
bool is_near(const Cluster& own, std::span<const Cluster> clusters, const Steps& steps) {
  return std::any_of(steps.begin(), steps.end(), [&](size_t step) {
    const double x = own[0]->value, y = clusters[step][0]->value;
    return std::max(x, y) <= kMostGrowth * std::min(x, y);
  });
}

// Accounts that give none of the steps give this value of the same count.
bool is_of_count(const Cluster& own, std::span<const Cluster> clusters, const Steps& steps) {
  if (own.empty() || own[0]->background || is_vague(own[0]->modifier)) return false;
  std::set<uint32_t> tellers;
  bool other_value = false;
  for (const size_t step : steps) {
    if (!count_one_thing(own, clusters[step])) return false;
    other_value |= match(*own[0], *clusters[step][0]) == Match::kDifferent;
    for (const Claim* claim : clusters[step]) tellers.insert(claim->account);
  }
  return other_value && is_near(own, clusters, steps) &&
         std::none_of(own.begin(), own.end(),
                      [&](const Claim* claim) { return tellers.contains(claim->account); });
}

class Finder {
 public:
  Finder(const Input& input, std::span<const Cluster> clusters)
      : input_(input), clusters_(clusters), turns_(find_turns(input, clusters)) {}

  std::vector<Course> find() const {
    std::vector<Course> out;
    auto changes = told_changes();
    std::set<size_t> used;
    for (const Steps& steps : changes) used.insert(steps.begin(), steps.end());
    for (Steps& steps : changes) {
      for (const size_t other : others_of_count(clusters_, steps)) {
        if (used.insert(other).second) steps.push_back(other);
      }
      out.push_back(course_of(std::move(steps)));
    }
    return out;
  }

 private:
  // Clusters that a told turn joins.
  std::vector<Steps> told_changes() const {
    std::vector<size_t> head(clusters_.size());  // the first of the steps of one change
    std::iota(head.begin(), head.end(), 0);
    std::set<size_t> changing;
    for (const Turn& turn : turns_) {
      if (!turn.is_told()) continue;
      const size_t from = head[turn.after], to = head[turn.before];
      std::replace(head.begin(), head.end(), from, to);
      changing.insert({turn.before, turn.after});
    }
    std::map<size_t, Steps> changes;
    for (const size_t cluster : changing) changes[head[cluster]].push_back(cluster);
    std::vector<Steps> out;
    for (auto& [first, steps] : changes) out.push_back(std::move(steps));
    return out;
  }

  int64_t told_first(size_t cluster) const {
    int64_t first = std::numeric_limits<int64_t>::max();
    for (const Claim* claim : clusters_[cluster]) {
      first = std::min(first, input_.tellings[claim->article].minutes.value_or(first));
    }
    return first;
  }

  // Accounts that give the one and not the other: the last of them.
  std::optional<int64_t> told_last(size_t cluster, size_t other) const {
    std::optional<int64_t> last;
    for (const Claim* claim : clusters_[cluster]) {
      const auto tells = [&](const Claim* one) { return one->account == claim->account; };
      const Cluster& others = clusters_[other];
      if (std::any_of(others.begin(), others.end(), tells)) continue;
      const auto& minutes = input_.tellings[claim->article].minutes;
      if (minutes) last = std::max(last.value_or(*minutes), *minutes);
    }
    return last;
  }

  // The later value may be what the earlier one became: nobody gives the earlier one after it.
  bool follows(size_t before, size_t after) const {
    const Claim& a = *clusters_[before][0];
    const Claim& b = *clusters_[after][0];
    if (match(a, b) != Match::kDifferent) return true;
    if (b.value < a.value && !b.falling && !b.yielding) return false;
    return told_last(before, after).value_or(0) <= told_first(after);
  }

  Course course_of(Steps steps) const {
    // By what they count where somebody has no time.
    const bool dated = std::all_of(steps.begin(), steps.end(), [&](size_t step) {
      return told_first(step) != std::numeric_limits<int64_t>::max();
    });
    std::stable_sort(steps.begin(), steps.end(), [&](size_t a, size_t b) {
      const int64_t x = dated ? told_first(a) : 0, y = dated ? told_first(b) : 0;
      return x != y ? x < y : clusters_[a][0]->value < clusters_[b][0]->value;
    });
    Course out;
    for (size_t i = 0; i < steps.size(); ++i) {
      std::set<uint32_t> later;
      for (size_t j = i + 1; j < steps.size(); ++j) {
        out.fits &= follows(steps[i], steps[j]);
        for (const Claim* claim : clusters_[steps[j]]) later.insert(claim->account);
      }
      const Cluster& step = clusters_[steps[i]];
      std::copy_if(step.begin(), step.end(), std::back_inserter(out.claims),
                   [&](const Claim* claim) { return !later.contains(claim->account); });
    }
    for (const Turn& turn : turns_) {
      if (turn.is_told() && std::count(steps.begin(), steps.end(), turn.before) > 0) {
        out.reason = turn.reason;
      }
    }
    out.clusters = std::move(steps);
    return out;
  }

  const Input& input_;
  std::span<const Cluster> clusters_;
  std::vector<Turn> turns_;
};

}  // namespace

std::vector<Course> find_courses(const Input& input, std::span<const Cluster> clusters) {
  return Finder(input, clusters).find();
}

std::vector<size_t> others_of_count(std::span<const Cluster> clusters,
                                    const std::vector<size_t>& steps) {
  std::vector<size_t> out;
  for (size_t i = 0; i < clusters.size(); ++i) {
    const bool step = std::find(steps.begin(), steps.end(), i) != steps.end();
    if (!step && is_of_count(clusters[i], clusters, steps)) out.push_back(i);
  }
  return out;
}

}  // namespace synoptic::compare
