// Two passes over the claims of one slot and sort. First, equal values of different accounts are
// one claim: nothing binds accounts of different languages together better than their numbers.
// Then, accounts that lack a value which others have, but have one of the same thing with another
// value, differ: by what is counted, by what stands around it, and by elimination.
#include "compare/align.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "compare/answers.h"
#include "compare/clusters.h"
#include "compare/figures/corrections.h"
#include "compare/figures/courses.h"
#include "compare/figures/equals.h"
#include "compare/figures/figure_odds.h"
#include "compare/figures/lone_figures.h"
#include "compare/figures/match_dates.h"
#include "compare/figures/results.h"
#include "compare/match.h"
#include "compare/sorts.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal
namespace {

constexpr double kFar = 10;        // what a distance of values counts against odds
constexpr double kMostGrowth = 5;  // of bounds of one count from account to account
constexpr int kPasses = 6;
constexpr double kLeastOfCourse = 1;  // log-odds that values of one count differ

class Bucket {
 public:
  Bucket(const Input& input, const Passages& passages, const std::vector<const Claim*>& claims)
      : input_(input), claims_(claims), clusters_(claims), odds_(input, passages, claims) {}

  std::vector<Group> groups() {
    join_equals();
    read_turns();
    read_disputes();
    read_results();
    find_bounds();
    join_differing();
    if (!odds_.is_large()) tell_apart();
    auto out = collect();
    std::move(made_.begin(), made_.end(), std::back_inserter(out));
    return out;
  }

 private:
  void join_equals() {
    std::vector<Tie> ties;
    for (size_t i = 0; i < claims_.size(); ++i) {
      for (size_t j = i + 1; j < claims_.size(); ++j) {
        const auto score = strength_of_equals(input_, claims_, *claims_[i], *claims_[j]);
        if (score) ties.push_back({*score, i, j});
      }
    }
    clusters_.unite(std::move(ties));
  }

  // One match with two results: no model has to learn that they exclude each other.
  void read_results() {
    if (claims_.empty() || claims_[0]->sort != "score"sv) return;
    for (size_t a = 0; a < clusters_.size(); ++a) {
      for (size_t b = a + 1; b < clusters_.size(); ++b) {
        if (!may_differ(a, b) || !has_one_match(a, b)) continue;
        std::vector<size_t> both = members(a);
        both.insert(both.end(), members(b).begin(), members(b).end());
        Group group = group_of(both);
        group.verdict = "differ";
        group.rule = "two titles give one match another score";
        group.strength = 1;
        settle(a, b);
        made_.push_back(std::move(group));
      }
    }
  }

  bool has_one_match(size_t a, size_t b) const {
    return std::any_of(members(a).begin(), members(a).end(), [&](size_t i) {
      return std::any_of(members(b).begin(), members(b).end(), [&](size_t j) {
        return match(*claims_[i], *claims_[j]) == Match::kDifferent &&
               are_of_one_match(input_, *claims_[i], *claims_[j]);
      });
    });
  }

  bool count_one_thing(size_t a, size_t b) const {
    return compare::count_one_thing(clusters_.claims(a), clusters_.claims(b));
  }

  // What a count became while the news went on, or what contradicts that.
  void read_turns() {
    if (claims_.empty() || claims_[0]->slot != "quantity"sv) return;
    for (Course& course : find_courses(input_, open_clusters())) {
      Group group;
      const auto odds = odds_.within(members_of(course.clusters));
      if (!course.fits && odds.value_or(0) < kLeastOfCourse) continue;  // of several things
      group.claims = std::move(course.claims);
      if (course.fits) {
        group.verdict = "update";
        group.rule = "a count that changes: " + std::string(course.reason);
        group.strength = 1;
      } else {
        group.rule = "values of one count that do not follow the time";
        group.odds = odds;
      }
      for (const size_t cluster : course.clusters) clusters_.settle(cluster);
      made_.push_back(std::move(group));
    }
  }

  // Those that are settled are empty.
  std::vector<Cluster> open_clusters() const {
    std::vector<Cluster> out;
    for (size_t i = 0; i < clusters_.size(); ++i) {
      out.push_back(clusters_.is_settled(i) ? Cluster() : clusters_.claims(i));
    }
    return out;
  }

  std::vector<size_t> members_of(const std::vector<size_t>& clusters) const {
    std::vector<size_t> out;
    for (const size_t cluster : clusters) {
      out.insert(out.end(), members(cluster).begin(), members(cluster).end());
    }
    return out;
  }

  // "At least 20" and "at least 26" of one day: neither is what the other became, and both are what
  // their accounts begin with.
  bool are_bounds_of_one(size_t a, size_t b) const {
    const Claim& x = first_of(a);
    const Claim& y = first_of(b);
    if (x.background || y.background || std::min(x.salience, y.salience) < kTop) return false;
    if (!x.rising || !y.rising || !are_two_bounds(x, y)) return false;
    // "At least 17" leaves room for 20, and none for 14.
    if (!are_lower_bounds(x.value < y.value ? a : b)) return false;
    if (match(x, y) == Match::kDifferent &&
        odds_.distance(members(a), members(b)) > std::log(kMostGrowth))
      return false;
    return !clusters_.share_account(a, b) && count_one_thing(a, b) &&
           !odds_.tells_both(members(a), members(b));
  }

  bool are_lower_bounds(size_t cluster) const {
    return std::all_of(members(cluster).begin(), members(cluster).end(),
                       [&](size_t i) { return is_lower_bound(*claims_[i]); });
  }

  // Another value of the count stands in neither of the bounds: all of them are one difference.
  bool differ_with_others(size_t a, size_t b) {
    std::vector<size_t> all{a, b};
    for (const size_t other : others_of_count(open_clusters(), all)) {
      if (std::none_of(all.begin(), all.end(),
                       [&](size_t one) { return clusters_.share_account(one, other); })) {
        all.push_back(other);
      }
    }
    if (all.size() == 2) return false;
    const auto odds = odds_.within(members_of(all));
    if (odds.value_or(0) < kLeastOfCourse) return false;
    made_.push_back(group_of(members_of(all)));
    made_.back().rule = "values of one count, some of them bounds";
    for (const size_t cluster : all) clusters_.settle(cluster);
    return true;
  }

  void find_bounds() {
    if (claims_.empty() || claims_[0]->slot != "quantity"sv) return;
    for (size_t a = 0; a < clusters_.size(); ++a) {
      for (size_t b = a + 1; b < clusters_.size(); ++b) {
        if (!clusters_.is_open(a) || !clusters_.is_open(b) || !are_bounds_of_one(a, b)) continue;
        if (differ_with_others(a, b)) continue;
        Group group;
        for (const size_t i : members_of({a, b})) group.claims.push_back(claims_[i]);
        group.verdict = "broader_narrower";
        group.rule = "one value holds the other";
        group.strength = 0.8;
        settle(a, b);
        made_.push_back(std::move(group));
      }
    }
  }

  // One account gives two values of one thing in the names of two.
  void read_disputes() {
    const std::vector<Cluster> clusters = open_clusters();
    for (const auto& [a, b] : find_disputes(clusters)) {
      if (clusters_.is_settled(a) || clusters_.is_settled(b)) continue;
      Group group;
      for (const size_t i : {a, b}) {
        group.claims.insert(group.claims.end(), clusters[i].begin(), clusters[i].end());
      }
      group.verdict = "attributed_difference";
      group.rule = std::string(kTwoNames);
      group.strength = 1;
      settle(a, b);
      made_.push_back(std::move(group));
    }
  }

  // Values of other accounts than these: whole clusters are tied, the best supported first.
  void join_differing() {
    for (int pass = 0; pass < kPasses; ++pass) {
      std::vector<Tie> ties;
      for (size_t a = 0; a < clusters_.size(); ++a) {
        for (size_t b = a + 1; b < clusters_.size(); ++b) {
          if (!may_differ(a, b)) continue;
          const double score = odds_.of_untold(members(a), members(b));
          if (score < least(a, b)) continue;
          ties.push_back({score - kFar * odds_.distance(members(a), members(b)), members(a)[0],
                          members(b)[0]});
        }
      }
      std::sort(ties.begin(), ties.end());
      bool joined = false;
      std::vector<bool> changed(clusters_.size(), false);
      for (const Tie& tie : ties) {
        const size_t a = clusters_.cluster_of(tie.a), b = clusters_.cluster_of(tie.b);
        if (changed[a] || changed[b]) continue;  // judged anew in the next pass
        changed[a] = changed[b] = joined = true;
        clusters_.unite({tie});
      }
      if (!joined) return;
    }
  }

  // Two values that an account has both, each of something else, may contradict each other in the
  // other accounts: "5 arrested" here, "3 arrested" there, beside three dead in all.
  void tell_apart() {
    struct Apart {
      double score;
      std::vector<size_t> claims;
      bool operator<(const Apart& other) const { return score > other.score; }
    };
    std::vector<Apart> found;
    for (size_t a = 0; a < clusters_.size(); ++a) {
      for (size_t b = a + 1; b < clusters_.size(); ++b) {
        if (clusters_.is_settled(a) || clusters_.is_settled(b) || !clusters_.share_account(a, b))
          continue;
        const auto one = apart_from(a, b), other = apart_from(b, a);
        const double score = odds_.of(one, other);
        if (score < odds_.least(members(a), members(b))) continue;
        found.push_back({score, one});
        found.back().claims.insert(found.back().claims.end(), other.begin(), other.end());
      }
    }
    std::stable_sort(found.begin(), found.end());
    std::set<std::set<std::string_view>> told;  // values
    for (size_t i = 0; i < clusters_.size(); ++i) told.insert(norms_of(members(i)));
    for (const Apart& apart : found) {
      if (!told.insert(norms_of(apart.claims)).second) continue;
      made_.push_back(group_of(apart.claims));
      made_.back().strength = FigureOdds::likelihood(apart.score);
    }
  }

  std::set<std::string_view> norms_of(const std::vector<size_t>& claims) const {
    std::set<std::string_view> out;
    for (const size_t i : claims) out.insert(claims_[i]->norm);
    return out;
  }

  // The members of a cluster whose accounts the other does not have.
  std::vector<size_t> apart_from(size_t cluster, size_t other) const {
    std::set<uint32_t> others;
    for (const size_t i : members(other)) others.insert(claims_[i]->account);
    std::vector<size_t> out;
    std::copy_if(members(cluster).begin(), members(cluster).end(), std::back_inserter(out),
                 [&](size_t i) { return !others.contains(claims_[i]->account); });
    return out;
  }

  // Every account answers what is counted with one of the two.
  bool are_all_answers(size_t a, size_t b) const {
    return members(a).size() + members(b).size() == input_.accounts && input_.accounts > 2 &&
           count_one_thing(a, b);
  }

  double least(size_t a, size_t b) const {
    return are_all_answers(a, b) ? odds_.least_together() : odds_.least(members(a), members(b));
  }

  bool may_differ(size_t a, size_t b) const {
    return clusters_.is_open(a) && clusters_.is_open(b) && !clusters_.share_account(a, b) &&
           !odds_.are_of_others(members(a), members(b));
  }

  const std::vector<size_t>& members(size_t cluster) const { return clusters_.members(cluster); }
  const Claim& first_of(size_t cluster) const { return *claims_[members(cluster)[0]]; }
  void settle(size_t a, size_t b) {
    clusters_.settle(a);
    clusters_.settle(b);
  }

  std::vector<Group> collect() const {
    std::vector<Group> out;
    for (size_t i = 0; i < clusters_.size(); ++i) {
      if (members(i).empty()) continue;
      Group group = group_of(members(i));
      group.strength = FigureOdds::likelihood(clusters_.strength(i));
      // The other accounts are asked for it, which is dear: only where something hangs on it, and
      // only until one answers.
      if (members(i).size() == 1 && may_be_lone(first_of(i))) {
        group.rival = odds_.rival_of(members(i)[0], kAnswered);
      }
      out.push_back(std::move(group));
    }
    return out;
  }

  Group group_of(const std::vector<size_t>& claims) const {
    Group group;
    for (const size_t i : claims) group.claims.push_back(claims_[i]);
    std::sort(group.claims.begin(), group.claims.end(),
              [](const Claim* a, const Claim* b) { return a->article < b->article; });
    group.rule = "aligned by what is counted and by what stands around it";
    group.odds = odds_.within(claims);
    return group;
  }

  const Input& input_;
  const std::vector<const Claim*>& claims_;
  Clusters clusters_;
  FigureOdds odds_;
  std::vector<Group> made_;  // of claims that stand in other groups, too
};

}  // namespace

std::vector<Group> align(const Input& input, const Passages& passages) {
  std::vector<Group> out;
  for (const Sort& sort : sorts_of(input)) {
    auto groups = Bucket(input, passages, sort.answers).groups();
    std::move(groups.begin(), groups.end(), std::back_inserter(out));
    groups = find_voices(sort.answers, sort.superseded);
    std::move(groups.begin(), groups.end(), std::back_inserter(out));
    groups = find_corrections(sort.answers, sort.taken_back);
    std::move(groups.begin(), groups.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace synoptic::compare
