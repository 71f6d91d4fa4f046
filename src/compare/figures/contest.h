// How likely two figures or days that differ fill one slot of the event: a model of boosted trees
// over what the words around both say, what is counted, and how many accounts have either. Private
// to the room. What it is made from: data/compare/contest.md.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compare/claim.h"
#include "compare/surroundings.h"
#include "compare/trees.h"

namespace synoptic::compare {

class Contest {
 public:
  enum Feature : size_t {
    kClause,
    kSentence,
    kTie,
    kMargin,
    kAround,
    kBeside,
    kContext,
    kShared,
    kCounted,
    kAbout,
    kRatio,
    kDays,
    kDigits,
    kSmall,
    kRelated,
    kMost,
    kFewest,
    kRest,
    kOthers,
    kFirst,
    kApart,
    kCount,
    kPercent,
    kMoney,
    kDate,
    kDuration,
    kRank,
    kInferred,
    kGrain,
    kWeeks,
    kAhead,
    kNews,
    kEast,
    kClassMore,
    kClassElse,
    kBackground,
    kMixed,
    kTold,
    kOwn,
    kTwins,
    kFeatures
  };
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();

  Contest(const Contest&) = delete;
  static const Trees& shipped();
  // Claims of one slot and sort; they and the model must outlive it.
  Contest(const Input& input, const Passages& passages, std::vector<const Claim*> claims,
          const Trees& model = shipped());

  const std::vector<const Claim*>& claims() const { return claims_; }

  // Whether the two may contradict each other at all: of two accounts that do not give one value of
  // what is counted; in large stories, neither tells the other's value in whatever meaning.
  bool may_differ(size_t i, size_t j) const;
  Features features(size_t i, size_t j) const;
  // Log-odds that the two differ; far below 0 where they may not.
  double odds(size_t i, size_t j) const;

 private:
  void set_dates(const Claim& a, const Claim& b, Features& out) const;
  void set_class(const Claim& a, const Claim& b, Features& out) const;
  float hours_east(const Claim& claim) const;
  bool is_answer_of_many(size_t i, size_t j) const;
  static bool counts_whole(const Telling& telling, const Claim& claim);
  bool tells(uint32_t account, const Claim& claim) const;
  bool answers(uint32_t account, const Claim& claim) const;
  bool is_large() const;
  void count();

  const Input& input_;
  const Trees& model_;
  Surroundings surroundings_;
  const std::vector<const Claim*>& claims_;
  std::vector<float> accounts_;  // per claim: that give the value
  std::vector<float> values_;    // … that its account gives of the sort
  // Of a class: the values that each account gives of it.
  using ClassValues = std::map<uint32_t, std::set<std::string_view>>;
  std::map<std::string_view, ClassValues> classes_;
  std::vector<const Telling*> telling_of_;              // per account
  mutable std::unordered_map<uint64_t, double> asked_;  // odds of two, whichever is first
};

}  // namespace synoptic::compare
