// How likely two values that differ fill one slot of the event: a model of boosted trees over what
// the words around both say, what is counted, and how many accounts have either. Private to the
// room. What it is made from: data/compare/contest.md.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "compare/claim.h"
#include "compare/passages.h"

namespace synoptic::compare {

class Contest {
 public:
  enum Feature : size_t {
    kClause,
    kSentence,
    kTie,
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
    kPerson,
    kOrg,
    kCountry,
    kCity,
    kRegion,
    kFeatures
  };
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();

  // Claims of one slot and sort; they must outlive it.
  Contest(const Input& input, const Passages& passages, std::vector<const Claim*> claims);

  // Whether the two may contradict each other at all: of two accounts, and neither tells the
  // other's value.
  bool may_differ(size_t i, size_t j) const;
  Features features(size_t i, size_t j) const;
  // Log-odds that the two differ; far below 0 where they may not.
  double odds(size_t i, size_t j) const;

 private:
  struct Place {  // of a claim: what stands around it
    Passages::Bag clause, sentence;
    Terms around, beside;
    float accounts = 1;  // that give the value
    float values = 1;    // that its account gives of the sort
    bool read = false;
  };

  const Place& place_of(size_t i) const;
  bool is_answer_of_many(size_t i, size_t j) const;
  bool tells(uint32_t account, const Claim& claim) const;
  void count();

  const Input& input_;
  const Passages& passages_;
  std::vector<const Claim*> claims_;
  mutable std::vector<Place> places_;
  std::vector<const Telling*> telling_of_;  // per account
};

}  // namespace synoptic::compare
