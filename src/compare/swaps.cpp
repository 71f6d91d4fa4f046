#include "compare/swaps.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "compare/contest.h"
#include "compare/figures.h"

namespace synoptic::compare {
namespace {

constexpr double kSure = 2.5;            // log-odds
constexpr size_t kMostClaims = 400;      // of one type, over all accounts
constexpr size_t kMostAccounts = 40;     // in larger stories somebody names everything
constexpr size_t kMostOfOneAccount = 4;  // places where an account has the name
constexpr double kTitle = 1;

Claim claim_of(const Telling& telling, uint32_t article, const model::Mention& mention) {
  Claim claim;
  claim.article = article;
  claim.account = telling.account;
  claim.slot = "name";
  claim.sort = sort_of(mention.type);
  claim.at = mention.at;
  claim.sentence = sentence_of(telling, mention.at);
  claim.entity = claim.norm = mention.entity;
  claim.text = mention.text;
  claim.name = mention.name;
  claim.salience = salience_at(telling, claim.sentence);
  return claim;
}

// Made of a country and a role: the same as some body that has a name of its own.
bool is_office(std::string_view entity) { return entity.find('/') != std::string_view::npos; }

class Swaps {
 public:
  Swaps(const Input& input, const Passages& passages, std::vector<const Claim*> claims)
      : input_(input), claims_(std::move(claims)), contest_(input, passages, claims_) {}

  std::vector<Ranked> find() const {
    struct Pair {
      double odds;
      size_t i, j;
    };
    std::vector<Pair> pairs;
    for (size_t i = 0; i < claims_.size(); ++i) {
      for (size_t j = i + 1; j < claims_.size(); ++j) {
        if (is_office(claims_[i]->entity) != is_office(claims_[j]->entity)) continue;
        const double odds = contest_.odds(i, j);
        if (odds >= kSure) pairs.push_back({odds, i, j});
      }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.odds > b.odds; });
    std::vector<Ranked> out;
    std::set<std::string_view> used;
    for (const Pair& pair : pairs) {
      const Claim& a = *claims_[pair.i];
      const Claim& b = *claims_[pair.j];
      if (used.contains(a.entity) || used.contains(b.entity)) continue;
      used.insert(a.entity);
      used.insert(b.entity);
      out.push_back(fact_of(a, b, pair.odds));
    }
    return out;
  }

 private:
  // Of each account that has the entity, the place that is most like the other's.
  void add_cells(std::string_view own, std::string_view other, uint32_t side,
                 std::vector<model::FactValue>& values) const {
    std::map<uint32_t, std::pair<double, const Claim*>> best;
    for (size_t i = 0; i < claims_.size(); ++i) {
      const Claim& claim = *claims_[i];
      if (claim.entity != own) continue;
      double odds = -kTitle;
      bool met = false;
      for (size_t j = 0; j < claims_.size(); ++j) {
        if (claims_[j]->entity != other || !contest_.may_differ(i, j)) continue;
        odds = met ? std::max(odds, contest_.odds(i, j)) : contest_.odds(i, j);
        met = true;
      }
      if (claim.sentence == 0) odds -= kTitle;  // the body tells it in full
      const auto [kept, fresh] = best.try_emplace(claim.account, odds, &claim);
      if (!fresh && kept->second.first < odds) kept->second = {odds, &claim};
    }
    for (const auto& [account, found] : best) {
      values.push_back(cell(input_, *found.second));
      values.back().side = side;
    }
  }

  std::string slot_of(const Claim& claim) const {
    const auto& annotated = *input_.tellings[claim.article].annotated;
    for (const auto& quote : annotated.quotes) {
      if (quote.speaker && quote.speaker->entity == claim.entity) return "attribution";
    }
    for (const auto& event : annotated.events) {
      for (const auto& actor : event.actor) {
        if (actor.at.span == claim.at.span) return "actor";
      }
    }
    return is_place_sort(claim.sort) ? "place" : "recipient";
  }

  Ranked fact_of(const Claim& a, const Claim& b, double odds) const {
    std::vector<model::FactValue> values;
    add_cells(a.entity, b.entity, 0, values);
    add_cells(b.entity, a.entity, 1, values);
    const double confidence = 1 / (1 + std::exp(-odds / 2));
    return {make_fact(input_, slot_of(b), "event", "differ", std::move(values), confidence,
                      "another name in the same words, and neither account has both"),
            std::max(a.salience, b.salience)};
  }

  const Input& input_;
  std::vector<const Claim*> claims_;
  Contest contest_;
};

}  // namespace

std::vector<Claim> collect_names(const Input& input) {
  std::vector<Claim> out;
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    const auto& telling = input.tellings[i];
    if (!telling.original) continue;
    std::map<std::string_view, size_t> taken;
    for (const auto& mention : telling.annotated->mentions) {
      if (mention.entity.empty() || sort_of(mention.type).empty()) continue;
      if (is_little_known(*input.knowledge, mention.entity) || is_beyond(telling, mention.at) ||
          is_source(telling.annotated->article, mention)) {
        continue;
      }
      if (++taken[mention.entity] <= kMostOfOneAccount)
        out.push_back(claim_of(telling, i, mention));
    }
  }
  return out;
}

std::vector<Ranked> compare_names(const Input& input, const Passages& passages) {
  std::vector<Ranked> out;
  if (input.accounts < 2 || input.accounts > kMostAccounts) return out;
  const auto names = collect_names(input);
  std::map<std::string_view, std::vector<const Claim*>> by_sort;
  for (const Claim& claim : names) {
    auto& claims = by_sort[claim.sort];
    if (claims.size() < kMostClaims) claims.push_back(&claim);
  }
  for (auto& [sort, claims] : by_sort) {
    auto facts = Swaps(input, passages, std::move(claims)).find();
    std::move(facts.begin(), facts.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace synoptic::compare
