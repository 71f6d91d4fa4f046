// Two passes over the claims of one slot and sort. First, equal values of different accounts are
// one claim: nothing binds accounts of different languages together better than their numbers.
// Then, accounts that lack a value which others have, but have one of the same thing with another
// value, differ: by what is counted, by what stands around it, and by elimination.
#include "compare/align.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "compare/answers.h"
#include "compare/contest.h"
#include "compare/corrections.h"
#include "compare/figure_rivals.h"
#include "compare/figures.h"
#include "compare/ties.h"
#include "compare/turns.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMaxClaims = 400;  // of one slot and sort, over all accounts
constexpr double kNever = -20;
constexpr double kCertain = 20;
// Log-odds that two values differ; below it is chance.
struct Sure {
  double any = 0;
  double rank = 0;      // few are told, and seldom of two things
  double date = 0;      // every text is full of them
  double share = 0;     // of a hundred: prices rise and fall by many of them
  double far = 0;       // of numbers far apart: one of them mostly counts something else
  double together = 0;  // … of two that answer for every account
};
constexpr Sure kSure{1, 0.6, 1.5, 1.5, 2, 0.4};
constexpr Sure kSureInLarge{2.5, 1,   3,
                            2.5, 2.5, 1};  // … in stories where accounts are not asked all at once
constexpr double kFar = 10;                // what a distance of values counts against odds
constexpr double kSmallContext = 0.22;
constexpr double kTop = 0.85;              // … of title and first sentences
constexpr double kMostGrowth = 5;          // of bounds of one count from account to account
constexpr double kFurthestRounding = 0.1;  // of "about 12,000" and 12,700
constexpr int kPasses = 6;
constexpr size_t kMostMembers = 3;  // of a cluster that are held against another one's
constexpr size_t kFewClaims = 300;  // of one bucket: each is asked what answers it

class Bucket {
 public:
  Bucket(const Input& input, const Passages& passages, std::vector<const Claim*> claims)
      : input_(input), claims_(std::move(claims)), contest_(input, passages, claims_) {
    cluster_.resize(claims_.size());
    std::iota(cluster_.begin(), cluster_.end(), 0);
    for (size_t i = 0; i < claims_.size(); ++i) members_.push_back({i});
    strength_.assign(claims_.size(), kCertain);
    settled_.assign(claims_.size(), false);
    telling_of_.assign(input.accounts, nullptr);
    for (const auto& telling : input.tellings) {
      if (telling.original) telling_of_[telling.account] = &telling;
    }
    if (!is_large()) read_rivals();
  }

  std::vector<Group> groups() {
    join_equals();
    read_turns();
    read_disputes();
    find_bounds();
    join_differing();
    if (!is_large()) tell_apart();
    auto out = collect();
    std::move(made_.begin(), made_.end(), std::back_inserter(out));
    return out;
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

  using Values = std::pair<std::string_view, std::string_view>;  // the lesser first

  static Values values_of(const Claim& a, const Claim& b) {
    return a.norm < b.norm ? Values{a.norm, b.norm} : Values{b.norm, a.norm};
  }

  void read_rivals() {
    if (claims_.empty() || claims_[0]->slot == "place") return;
    for (const auto& one : rivals_of(contest_)) {
      rivals_.emplace(values_of(*claims_[one.i], *claims_[one.j]), one.odds());
    }
  }

  // Log-odds that two claims that may differ do; of small stories by all accounts at once. Rivals
  // are learnt from values that exclude each other: one that holds the other is asked of the
  // places.
  double odds(size_t i, size_t j) const {
    if (is_large()) return contest_.odds(i, j);
    if (match(*claims_[i], *claims_[j]) == Match::kRelated) {
      return contest_.odds(i, j) - (kSureInLarge.any - kSure.any);
    }
    const auto found = rivals_.find(values_of(*claims_[i], *claims_[j]));
    return found != rivals_.end() && contest_.may_differ(i, j) ? found->second : kNever;
  }

  // "Two villages", "dos veces": both nouns are read and are not each other's, and the rest of the
  // sentences has nothing in common either.
  bool count_apart(const Claim& a, const Claim& b) const {
    constexpr double kNouns = 0.05, kSentences = 0.08;
    if (a.counted.empty() || b.counted.empty() || likeness(a.counted, b.counted) >= kNouns) {
      return false;
    }
    return likeness(input_.tellings[a.article].sentences[a.sentence].terms,
                    input_.tellings[b.article].sentences[b.sentence].terms) < kSentences;
  }

  // The one account tells the value as what was expected or was before, the other as the real one.
  bool tells_another(const Claim& a, const Claim& b) const {
    if (!a.instead || b.instead) return false;
    const auto& claims = input_.tellings[b.article].claims;
    return std::none_of(claims.begin(), claims.end(), [&](const Claim& own) {
      return own.slot == a.slot && own.sort == a.sort && own.value == *a.instead;
    });
  }

  void join_equals() {
    std::vector<Tie> ties;
    for (size_t i = 0; i < claims_.size(); ++i) {
      for (size_t j = i + 1; j < claims_.size(); ++j) {
        const Claim& a = *claims_[i];
        const Claim& b = *claims_[j];
        if (a.account == b.account || are_far(a, b) || match(a, b) != Match::kSame) continue;
        if (tells_another(a, b) || tells_another(b, a)) continue;
        const int about = same_about(a, b);
        const double near = context(input_, a, b);
        if (about < 0 && (near < 0.5 || is_weak_number(a))) continue;
        if (about == 0 && is_weak_number(a) && (near < kSmallContext || count_apart(a, b)))
          continue;
        double score = 1.0 + 0.5 * about + near + 0.2 * std::min(a.salience, b.salience);
        if (a.background != b.background) score -= 0.4;
        if (a.norm == b.norm) score += 0.2;
        ties.push_back({score, i, j});
      }
    }
    unite(ties);
  }

  // Too far apart to be two roundings of one number.
  static bool are_far(const Claim& a, const Claim& b) {
    if (a.slot == "date" || a.slot == "place" || a.max || b.max) return false;
    return std::abs(a.value - b.value) >
           kFurthestRounding * std::max(std::abs(a.value), std::abs(b.value));
  }

  using Accounts = std::set<uint32_t>;

  Accounts accounts_of(size_t cluster) const {
    Accounts out;
    for (const size_t i : members_[cluster]) out.insert(claims_[i]->account);
    return out;
  }

  // The claims of a cluster.
  Cluster cluster_of(size_t index) const {
    Cluster out;
    for (const size_t i : members_[index]) out.push_back(claims_[i]);
    return out;
  }

  bool count_one_thing(size_t a, size_t b) const {
    return compare::count_one_thing(cluster_of(a), cluster_of(b));
  }

  // Earlier accounts have one count, all later ones another, which they may tell beside the old.
  void read_turns() {
    if (claims_.empty() || claims_[0]->slot != "quantity") return;
    std::vector<Cluster> clusters;
    for (size_t i = 0; i < members_.size(); ++i) clusters.push_back(cluster_of(i));
    const auto turns = find_turns(input_, clusters);
    for (const Turn& turn : turns) settled_[turn.before] = settled_[turn.after] = true;
    for (Cluster& change : changes_of(input_, clusters, turns)) {
      Group group;
      group.claims = std::move(change);
      group.verdict = "update";
      group.rule = "a count that changes, and every later account has the new value";
      group.strength = 1;
      made_.push_back(std::move(group));
    }
  }

  // "At least 20" and "at least 26" of one day: neither is what the other became, and both are what
  // their accounts begin with.
  bool are_bounds_of_one(size_t a, size_t b) const {
    const Claim& x = *claims_[members_[a][0]];
    const Claim& y = *claims_[members_[b][0]];
    if (x.background || y.background || std::min(x.salience, y.salience) < kTop) return false;
    if (!x.rising || !y.rising || !are_two_bounds(x, y)) return false;
    if (match(x, y) == Match::kDifferent && distance(a, b) > std::log(kMostGrowth)) return false;
    return !share_account(a, b) && count_one_thing(a, b) && !tells_both(a, b);
  }

  void find_bounds() {
    if (claims_.empty() || claims_[0]->slot != "quantity") return;
    for (size_t a = 0; a < members_.size(); ++a) {
      for (size_t b = a + 1; b < members_.size(); ++b) {
        if (members_[a].empty() || members_[b].empty() || settled_[a] || settled_[b]) continue;
        if (!are_bounds_of_one(a, b)) continue;
        Group group;
        for (const size_t i : members_[a]) group.claims.push_back(claims_[i]);
        for (const size_t i : members_[b]) group.claims.push_back(claims_[i]);
        group.verdict = "broader_narrower";
        group.rule = "one value holds the other";
        group.strength = 0.8;
        settled_[a] = settled_[b] = true;
        made_.push_back(std::move(group));
      }
    }
  }

  // One account gives two values of one thing in the names of two.
  void read_disputes() {
    std::vector<Cluster> clusters;
    for (size_t i = 0; i < members_.size(); ++i) {
      clusters.push_back(settled_[i] ? Cluster() : cluster_of(i));
    }
    for (const auto& [a, b] : find_disputes(clusters)) {
      if (settled_[a] || settled_[b]) continue;
      Group group;
      for (const size_t i : {a, b}) {
        group.claims.insert(group.claims.end(), clusters[i].begin(), clusters[i].end());
      }
      group.verdict = "attributed_difference";
      group.rule = std::string(kTwoNames);
      group.strength = 1;
      settled_[a] = settled_[b] = true;
      made_.push_back(std::move(group));
    }
  }

  // Values of other accounts than these: whole clusters are tied, the best supported first.
  void join_differing() {
    for (int pass = 0; pass < kPasses; ++pass) {
      std::vector<Tie> ties;
      for (size_t a = 0; a < members_.size(); ++a) {
        for (size_t b = a + 1; b < members_.size(); ++b) {
          if (!may_differ(a, b)) continue;
          const double score = tie_of_clusters(a, b);
          if (score < (are_all_answers(a, b) ? sure().together : least(a, b))) continue;
          ties.push_back({score - kFar * distance(a, b), members_[a][0], members_[b][0]});
        }
      }
      std::sort(ties.begin(), ties.end());
      bool joined = false;
      std::vector<bool> changed(members_.size(), false);
      for (const Tie& tie : ties) {
        const size_t a = cluster_[tie.a], b = cluster_[tie.b];
        if (changed[a] || changed[b]) continue;  // judged anew in the next pass
        changed[a] = changed[b] = joined = true;
        std::vector<Tie> one{tie};
        unite(one);
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
    for (size_t a = 0; a < members_.size(); ++a) {
      for (size_t b = a + 1; b < members_.size(); ++b) {
        if (settled_[a] || settled_[b] || !share_account(a, b)) continue;
        const auto one = apart_from(a, b), other = apart_from(b, a);
        const double score = tie_of_claims(one, other);
        if (score < least(a, b)) continue;
        found.push_back({score, one});
        found.back().claims.insert(found.back().claims.end(), other.begin(), other.end());
      }
    }
    std::stable_sort(found.begin(), found.end());
    std::set<std::set<std::string_view>> told;  // values
    for (const auto& members : members_) told.insert(norms_of(members));
    for (const Apart& apart : found) {
      if (!told.insert(norms_of(apart.claims)).second) continue;
      made_.push_back(group_of(apart.claims));
      made_.back().strength = likelihood(apart.score);
    }
  }

  std::set<std::string_view> norms_of(const std::vector<size_t>& claims) const {
    std::set<std::string_view> out;
    for (const size_t i : claims) out.insert(claims_[i]->norm);
    return out;
  }

  // The members of a cluster whose accounts the other does not have.
  std::vector<size_t> apart_from(size_t cluster, size_t other) const {
    const Accounts others = accounts_of(other);
    std::vector<size_t> out;
    std::copy_if(members_[cluster].begin(), members_[cluster].end(), std::back_inserter(out),
                 [&](size_t i) { return !others.contains(claims_[i]->account); });
    return out;
  }

  const Sure& sure() const { return is_large() ? kSureInLarge : kSure; }
  bool is_large() const { return input_.accounts > FigureRivals::kMostAccounts; }
  double least(size_t a, size_t b) const {
    constexpr double kFarApart = 0.5;  // as the ratio of the numbers, in logarithms
    const Claim& claim = *claims_[0];
    if (claim.slot == "date") return sure().date;
    if (claim.slot == "rank") return sure().rank;
    const double least = claim.sort == "percent" ? sure().share : sure().any;
    return distance(a, b) > kFarApart ? std::max(least, sure().far) : least;
  }

  // Every account answers what is counted with one of the two.
  bool are_all_answers(size_t a, size_t b) const {
    return members_[a].size() + members_[b].size() == input_.accounts && input_.accounts > 2 &&
           count_one_thing(a, b);
  }

  bool may_differ(size_t a, size_t b) const {
    return !members_[a].empty() && !members_[b].empty() && !settled_[a] && !settled_[b] &&
           !share_account(a, b);
  }

  // Of two numbers that may both be another's contrary, the nearer one is: votes for and against.
  double distance(size_t a, size_t b) const {
    const double x = std::abs(claims_[members_[a][0]]->value);
    const double y = std::abs(claims_[members_[b][0]]->value);
    return x > 0 && y > 0 ? std::abs(std::log(x / y)) : 0;
  }

  // Log-odds that the clusters differ in one slot.
  double tie_of_clusters(size_t a, size_t b) const {
    const double best = tie_of_claims(members_[a], members_[b]);
    return is_large() && best >= sure().together && tells_both(a, b) ? kNever : best;
  }

  double tie_of_claims(const std::vector<size_t>& a, const std::vector<size_t>& b) const {
    double best = kNever;
    for (size_t i = 0; i < std::min(a.size(), kMostMembers); ++i) {
      for (size_t j = 0; j < std::min(b.size(), kMostMembers); ++j) {
        if (may_contradict(a[i], b[j])) best = std::max(best, odds(a[i], b[j]));
      }
    }
    return best;
  }

  // An account that has the others' value too, be it of something else, does not contradict them.
  bool tells_both(size_t a, size_t b) const {
    const auto tells = [&](size_t own, size_t others) {
      return std::any_of(members_[own].begin(), members_[own].end(), [&](size_t i) {
        return std::any_of(members_[others].begin(), members_[others].end(),
                           [&](size_t j) { return tells_value(claims_[i]->account, *claims_[j]); });
      });
    };
    return tells(a, b) || tells(b, a);
  }

  bool tells_value(uint32_t account, const Claim& claim) const {
    const Telling* telling = telling_of_[account];
    if (telling == nullptr) return false;
    if (claim.slot != "date") return tells_number(*telling, claim);
    return std::any_of(telling->claims.begin(), telling->claims.end(), [&](const Claim& own) {
      return own.slot == "date" && match(own, claim) == Match::kSame;
    });
  }

  bool may_contradict(size_t i, size_t j) const {
    const Claim& a = *claims_[i];
    const Claim& b = *claims_[j];
    if (a.slot == "place" || a.instead.has_value() != b.instead.has_value()) return false;
    if (a.slot == "date" && match(a, b) != Match::kDifferent) return false;
    // "This week" is told as seen from the day of the article.
    if (a.slot == "date" && (is_loose(a) || is_loose(b))) return false;
    // How it ended stands at the top; further down are half-time and last year's match.
    if (a.sort == "score" && std::min(a.salience, b.salience) < kTop) return false;
    // What the toll was before is no other toll.
    if (a.rising && b.rising && a.background != b.background) return false;
    return a.sort != "percent" || std::abs(a.value + b.value - 100) >= 1e-6;  // the rest
  }

  static bool is_loose(const Claim& claim) {
    return claim.told == DateTold::kRelative && !claim.is_day;
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

  // How likely another account fills the slot of this claim with another value; 0 … 1.
  double rival_of(size_t i) const {
    double best = kNever;
    for (size_t j = 0; j < claims_.size() && claims_.size() <= kFewClaims; ++j) {
      if (claims_[j]->account == claims_[i]->account) continue;
      if (may_contradict(i, j)) best = std::max(best, contest_.odds(i, j));
    }
    return likelihood(best);
  }

  static double likelihood(double odds) { return 1 / (1 + std::exp(-odds)); }

  std::vector<Group> collect() const {
    std::vector<Group> out;
    for (size_t i = 0; i < members_.size(); ++i) {
      if (members_[i].empty()) continue;
      Group group = group_of(members_[i]);
      group.strength = likelihood(strength_[i]);
      if (members_[i].size() == 1) group.rival = rival_of(members_[i][0]);
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
    return group;
  }

  const Input& input_;
  std::vector<const Claim*> claims_;
  std::vector<size_t> cluster_;               // per claim: index of its cluster
  std::vector<std::vector<size_t>> members_;  // per cluster
  std::vector<double> strength_;
  std::vector<const Telling*> telling_of_;  // per account
  std::vector<bool> settled_;               // per cluster: what it differs from is known
  Contest contest_;
  std::map<Values, double> rivals_;  // of a small story: log-odds that two values differ
  std::vector<Group> made_;          // of claims that stand in other groups, too
};

}  // namespace

std::vector<Sort> sorts_of(const Input& input) {
  struct Found {
    std::vector<const Claim*> claims, taken_back;
  };
  std::map<std::pair<std::string, std::string>, Found> buckets;
  // In a large story every account keeps its share of the room.
  const size_t of_one = std::max<size_t>(8, 4 * kMaxClaims / std::max(1u, input.accounts));
  for (const auto& telling : input.tellings) {
    if (!telling.original) continue;
    std::map<std::pair<std::string_view, std::string_view>, size_t> taken;
    for (const auto& claim : telling.claims) {
      if (++taken[{claim.slot, claim.sort}] > of_one) continue;
      auto& bucket = buckets[{claim.slot, claim.sort}];
      (claim.taken_back ? bucket.taken_back : bucket.claims).push_back(&claim);
    }
  }
  const size_t compared = std::max<size_t>(2, kMaxClaims / std::max(1u, input.accounts));
  std::vector<Sort> out;
  for (auto& [key, found] : buckets) {
    Sort sort;
    sort.taken_back = std::move(found.taken_back);
    sort.answers = first_of_each(once_per_account(found.claims, sort.superseded), compared);
    if (sort.answers.size() > 2 * kMaxClaims) sort.answers.resize(2 * kMaxClaims);
    out.push_back(std::move(sort));
  }
  return out;
}

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
