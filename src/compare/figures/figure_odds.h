// How likely values of two accounts fill one slot of the event otherwise, by the learnt models
// (contest.h, and of small stories figure_rivals.h), and how sure one has to be. Private to the
// room.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/figures/contest.h"
#include "compare/figures/whose.h"

namespace synoptic::compare {

inline constexpr double kTop = 0.85;  // salience of title and first sentences

class FigureOdds {
 public:
  using Claims = std::vector<size_t>;  // some of one value

  // Of claims of one slot and sort, which must outlive it.
  FigureOdds(const Input& input, const Passages& passages, const std::vector<const Claim*>& claims);

  // Log-odds that the likeliest two of them differ; far below 0 where none may.
  double of(const Claims& a, const Claims& b) const;
  // … of any two of these values; nothing where none may differ.
  std::optional<double> within(const Claims& claims) const;
  // … where in a large story no account tells the other's value in whatever meaning.
  double of_untold(const Claims& a, const Claims& b) const;
  // What the odds must reach: of the two values; where they are all that the accounts answer.
  double least(const Claims& a, const Claims& b) const;
  double least_together() const;

  // An account that has the others' value too, be it of something else, does not contradict them.
  // Whether some two of them are of two parties, or a part and the whole.
  bool are_of_others(const Claims& a, const Claims& b) const;
  bool tells_both(const Claims& a, const Claims& b) const;
  // Of two numbers that may both be another's contrary, the nearer one is: votes for and against.
  double distance(const Claims& a, const Claims& b) const;
  // How likely another account fills the slot of this claim with another value; 0 … 1. Once it is
  // `enough`, no other is asked.
  double rival_of(size_t claim, double enough) const;

  // In large stories accounts are not asked all at once.
  bool is_large() const;

  static double likelihood(double odds);

 private:
  using Values = std::pair<std::string_view, std::string_view>;  // the lesser first
  static Values values_of(const Claim& a, const Claim& b);

  void read_rivals();
  double odds(size_t i, size_t j) const;
  bool may_contradict(size_t i, size_t j) const;
  bool are_of_others(size_t i, size_t j) const;

  const Input& input_;
  const std::vector<const Claim*>& claims_;
  Contest contest_;
  std::vector<Whose> whose_;                // per claim
  std::vector<const Telling*> telling_of_;  // per account
  std::map<Values, double> rivals_;         // of a small story: log-odds that two values differ
};

}  // namespace synoptic::compare
