#include "compare/name_rivals.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/data.h"
#include "compare/trees.h"

namespace synoptic::compare {
namespace {

constexpr double kUnlikely = -4;  // log-odds of two names that are not looked at
constexpr double kNobody = -8;    // … where there is no other name

const Trees& model() {
  static const Trees trees(embedded_data("compare/name_rivals.tsv"), NameRivals::names());
  return trees;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

using Name = std::string_view;
using Accounts = std::pair<uint32_t, uint32_t>;

struct Pair {  // of names: the odds of their places, account by account
  double best = 0;
  size_t i = 0, j = 0;
  std::map<Accounts, double> by_accounts;
};

// The two highest odds that a name has, of different rivals.
struct Highest {
  double first = kNobody, second = kNobody;
  Name rival;

  void add(Name name, double odds) {
    if (name == rival) {
      first = std::max(first, odds);
    } else if (odds > first) {
      second = std::exchange(first, odds);
      rival = name;
    } else {
      second = std::max(second, odds);
    }
  }
  double beside(Name name) const { return name == rival ? second : first; }
};

class Field {
 public:
  explicit Field(const NameContest& contest) : contest_(contest) {
    const auto& claims = contest.claims();
    for (size_t i = 0; i < claims.size(); ++i) {
      for (size_t j = i + 1; j < claims.size(); ++j) {
        if (contest.may_differ(i, j)) add(i, j, contest.odds(i, j));
      }
    }
  }

  std::vector<NameRivals> rivals() const {
    std::vector<NameRivals> out;
    for (const auto& [names, pair] : pairs_) {
      if (pair.best >= kUnlikely) out.push_back(rivals_of(names, pair));
    }
    std::sort(out.begin(), out.end(), [](const NameRivals& a, const NameRivals& b) {
      return std::pair(a.i, a.j) < std::pair(b.i, b.j);
    });
    return out;
  }

 private:
  using Names = std::pair<Name, Name>;  // the lesser first

  void add(size_t i, size_t j, double odds) {
    const Claim& a = *contest_.claims()[i];
    const Claim& b = *contest_.claims()[j];
    const bool turned = b.entity < a.entity;
    const Names names = turned ? Names{b.entity, a.entity} : Names{a.entity, b.entity};
    const Accounts accounts = turned ? Accounts{b.account, a.account} : Accounts{a.account, b.account};
    const auto [pair, fresh] = pairs_.try_emplace(names, Pair{odds, i, j, {}});
    if (!fresh && odds > pair->second.best) {
      pair->second.best = odds;
      pair->second.i = i;
      pair->second.j = j;
    }
    const auto [kept, first] = pair->second.by_accounts.try_emplace(accounts, odds);
    if (!first) kept->second = std::max(kept->second, odds);
    anywhere_[a.entity].add(b.entity, odds);
    anywhere_[b.entity].add(a.entity, odds);
    there_[{a.entity, {a.account, b.account}}].add(b.entity, odds);
    there_[{b.entity, {b.account, a.account}}].add(a.entity, odds);
  }

  NameRivals rivals_of(const Names& names, const Pair& pair) const {
    NameRivals out;
    out.i = pair.i;
    out.j = pair.j;
    const auto set = [&](NameRivals::Feature feature, double value) {
      out.features[feature] = static_cast<float>(value);
    };
    std::vector<double> odds, leads;
    for (const auto& [accounts, here] : pair.by_accounts) {
      const auto& [a, b] = accounts;
      odds.push_back(here);
      leads.push_back(here - there_.at({names.first, {a, b}}).beside(names.second));
      leads.push_back(here - there_.at({names.second, {b, a}}).beside(names.first));
    }
    std::sort(odds.rbegin(), odds.rend());
    const double left = anywhere_.at(names.first).beside(names.second);
    const double right = anywhere_.at(names.second).beside(names.first);
    set(NameRivals::kBest, pair.best);
    set(NameRivals::kMean, mean(odds));
    set(NameRivals::kLeast, odds.back());
    set(NameRivals::kPairs, static_cast<double>(odds.size()));
    set(NameRivals::kSecond, odds.size() > 1 ? odds[1] : pair.best - 1);
    set(NameRivals::kWins, static_cast<double>(std::count_if(leads.begin(), leads.end(),
                                                             [](double x) { return x > 0; })) /
                               static_cast<double>(leads.size()));
    set(NameRivals::kLeastLead, *std::min_element(leads.begin(), leads.end()));
    set(NameRivals::kMeanLead, mean(leads));
    set(NameRivals::kOverBest, pair.best - std::max(left, right));
    set(NameRivals::kOverLeast, pair.best - std::min(left, right));
    const auto places = contest_.features(pair.i, pair.j);
    constexpr std::array kOfPlaces{
        NameContest::kMost,  NameContest::kFewest,  NameContest::kRest,  NameContest::kOthers,
        NameContest::kTold,  NameContest::kOwn,     NameContest::kKind,  NameContest::kCountry,
        NameContest::kKnown, NameContest::kHome,    NameContest::kPerson, NameContest::kOrg,
        NameContest::kLand,  NameContest::kSpot,    NameContest::kTitle, NameContest::kFirst};
    static_assert(NameRivals::kMost + kOfPlaces.size() == NameRivals::kFeatures);
    for (size_t k = 0; k < kOfPlaces.size(); ++k) {
      out.features[NameRivals::kMost + k] = places[kOfPlaces[k]];
    }
    return out;
  }

  const NameContest& contest_;
  std::map<Names, Pair> pairs_;
  std::map<Name, Highest> anywhere_;
  std::map<std::pair<Name, Accounts>, Highest> there_;  // a name of an account, in another account
};

}  // namespace

const std::array<std::string_view, NameRivals::kFeatures>& NameRivals::names() {
  static const std::array<std::string_view, kFeatures> names{
      "best",      "mean",      "least",     "pairs", "second", "wins",    "least_lead",
      "mean_lead", "over_best", "over_least", "most", "fewest", "rest",    "others",
      "told",      "own",       "kind",      "country", "known", "home",   "person",
      "org",       "land",      "spot",      "title", "first"};
  return names;
}

double NameRivals::odds() const { return model().odds(features); }

std::vector<NameRivals> rivals_of(const NameContest& contest) { return Field(contest).rivals(); }

}  // namespace synoptic::compare
