// Values that stand for one another in a story, by all accounts at once: the odds of every two of
// their places beside those of all others that could stand there. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

// What the field tells of two values, in this order.
enum RivalFeature : size_t {
  kBestOdds,   // the highest odds of two places
  kMeanOdds,   // … of each two accounts, on average
  kLeastOdds,  // … the lowest of them
  kPairs,      // accounts that can be laid side by side
  kSecondOdds,
  kWins,       // how often neither has a better rival in the other account
  kLeastLead,  // odds over the next best there
  kMeanLead,
  kOverBest,  // odds over the better other rival of either in the story
  kOverLeast,
  kRivalFeatures
};
inline constexpr std::array<std::string_view, kRivalFeatures> kRivalNames{
    "best", "mean",       "least",     "pairs",     "second",
    "wins", "least_lead", "mean_lead", "over_best", "over_least"};

struct RivalPlaces {  // two values, and the two places of them that are likest
  size_t i = 0, j = 0;
  std::array<float, kRivalFeatures> features{};
};

class RivalField {
 public:
  // Odds of two claims that may differ; `a` and `b` are what values are the same by.
  void add(size_t i, size_t j, std::string_view a, std::string_view b, uint32_t account_a,
           uint32_t account_b, double odds) {
    if (b < a) {
      std::swap(a, b);
      std::swap(account_a, account_b);
    }
    const auto [pair, fresh] = pairs_.try_emplace(Values{a, b}, Pair{odds, i, j, {}});
    if (!fresh && odds > pair->second.best) {
      pair->second.best = odds;
      pair->second.i = i;
      pair->second.j = j;
    }
    const Accounts accounts{account_a, account_b};
    const auto [kept, first] = pair->second.by_accounts.try_emplace(accounts, odds);
    if (!first) kept->second = std::max(kept->second, odds);
    anywhere_[a].add(b, odds);
    anywhere_[b].add(a, odds);
    there_[{a, {account_a, account_b}}].add(b, odds);
    there_[{b, {account_b, account_a}}].add(a, odds);
  }

  // Those whose best odds are at least that; in the order of the claims.
  std::vector<RivalPlaces> rivals(double least) const {
    std::vector<RivalPlaces> out;
    for (const auto& [values, pair] : pairs_) {
      if (pair.best >= least) out.push_back(rivals_of(values, pair));
    }
    std::sort(out.begin(), out.end(), [](const RivalPlaces& a, const RivalPlaces& b) {
      return std::pair(a.i, a.j) < std::pair(b.i, b.j);
    });
    return out;
  }

 private:
  static constexpr double kNobody = -8;  // log-odds where there is no other value

  using Value = std::string_view;
  using Values = std::pair<Value, Value>;  // the lesser first
  using Accounts = std::pair<uint32_t, uint32_t>;

  struct Pair {  // the odds of their places, account by account
    double best = 0;
    size_t i = 0, j = 0;
    std::map<Accounts, double> by_accounts;
  };

  // The two highest odds that a value has, of different rivals.
  struct Highest {
    double first = kNobody, second = kNobody;
    Value rival;

    void add(Value value, double odds) {
      if (value == rival) {
        first = std::max(first, odds);
      } else if (odds > first) {
        second = std::exchange(first, odds);
        rival = value;
      } else {
        second = std::max(second, odds);
      }
    }
    double beside(Value value) const { return value == rival ? second : first; }
  };

  RivalPlaces rivals_of(const Values& values, const Pair& pair) const {
    RivalPlaces out{pair.i, pair.j, {}};
    const auto set = [&](RivalFeature feature, double value) {
      out.features[feature] = static_cast<float>(value);
    };
    std::vector<double> odds, leads;
    for (const auto& [accounts, here] : pair.by_accounts) {
      const auto& [a, b] = accounts;
      odds.push_back(here);
      leads.push_back(here - there_.at({values.first, {a, b}}).beside(values.second));
      leads.push_back(here - there_.at({values.second, {b, a}}).beside(values.first));
    }
    std::sort(odds.rbegin(), odds.rend());
    const auto mean = [](const std::vector<double>& list) {
      return std::accumulate(list.begin(), list.end(), 0.0) / static_cast<double>(list.size());
    };
    const auto won = std::count_if(leads.begin(), leads.end(), [](double x) { return x > 0; });
    const double left = anywhere_.at(values.first).beside(values.second);
    const double right = anywhere_.at(values.second).beside(values.first);
    set(kBestOdds, pair.best);
    set(kMeanOdds, mean(odds));
    set(kLeastOdds, odds.back());
    set(kPairs, static_cast<double>(odds.size()));
    set(kSecondOdds, odds.size() > 1 ? odds[1] : pair.best - 1);
    set(kWins, static_cast<double>(won) / static_cast<double>(leads.size()));
    set(kLeastLead, *std::min_element(leads.begin(), leads.end()));
    set(kMeanLead, mean(leads));
    set(kOverBest, pair.best - std::max(left, right));
    set(kOverLeast, pair.best - std::min(left, right));
    return out;
  }

  std::map<Values, Pair> pairs_;
  std::map<Value, Highest> anywhere_;
  std::map<std::pair<Value, Accounts>, Highest>
      there_;  // a value of an account, in another account
};

// The features of rivals: of the field, and those of `of_places` that the contest sees of their two
// likeliest places.
template <typename Contest, typename Rivals, typename Places>
struct RivalReader {
  using Names = std::array<std::string_view, Rivals::kFeatures>;

  static Names names(const Places& of_places) {
    static_assert(kRivalFeatures + std::tuple_size_v<Places> == Rivals::kFeatures);
    Names out;
    const auto rest = std::copy(kRivalNames.begin(), kRivalNames.end(), out.begin());
    std::transform(of_places.begin(), of_places.end(), rest,
                   [](auto feature) { return Contest::names()[feature]; });
    return out;
  }

  static std::vector<Rivals> read(const RivalField& field, double unlikely, const Contest& contest,
                                  const Places& of_places) {
    std::vector<Rivals> out;
    for (const auto& places : field.rivals(unlikely)) {
      Rivals& rivals = out.emplace_back(Rivals{places.i, places.j, {}});
      const auto rest =
          std::copy(places.features.begin(), places.features.end(), rivals.features.begin());
      const auto there = contest.features(places.i, places.j);
      std::transform(of_places.begin(), of_places.end(), rest,
                     [&](auto feature) { return there[feature]; });
    }
    return out;
  }
};

}  // namespace synoptic::compare
