// What stands around claims, and how alike it is: what tells that two claims fill one place of the
// event, whatever they say themselves. Private to the room.
#pragma once

#include <vector>

#include "compare/claim.h"
#include "compare/statements/passages.h"

namespace synoptic::compare {

class Surroundings {
 public:
  struct Place {  // of a claim; its own words are left out
    Range range;  // of its clause, in the block
    Passages::Bag clause, sentence;
    double clause_square = 0, sentence_square = 0;
    Terms around, beside;
  };

  // Claims of one account stand side by side. They must outlive it.
  Surroundings(const Input& input, const Passages& passages, std::vector<const Claim*> claims);

  const std::vector<const Claim*>& claims() const { return claims_; }
  const Place& of(size_t i) const;
  // How alike the clauses of both are, and their sentences; 0 … 1.
  double clauses(size_t i, size_t j) const;
  double sentences(size_t i, size_t j) const;
  // How likely the clauses of both say one thing; 0 … 1.1
  double tie(size_t i, size_t j) const;
  // How much nearer the two are than either is to another value of the other's account.
  double margin(size_t i, size_t j) const;
  // How near the place is where an account has the other's own value; -1 where neither has it.
  double own(size_t i, size_t j) const;
  // How alike the sentences are as each other's nearest of the two accounts, for either of them;
  // less how alike another sentence is that is nearer. -2 … 2
  double twins(size_t i, size_t j) const;
  // Parties, deeds and figures that both sentences tell.
  size_t shared(size_t i, size_t j) const;

 private:
  template <typename Counts>
  double nearest(size_t from, size_t to, double least, const Counts& counts) const;
  double twin_of(const Claim& claim, const Claim& other) const;
  Range word_of(const Claim& claim) const;  // in its sentence
  void read_clause(size_t i) const;
  void read(size_t i) const;
  Passages::Part clause_of(size_t i) const;
  Passages::Part whole_of(size_t i) const;

  const Input& input_;
  const Passages& passages_;
  std::vector<const Claim*> claims_;
  std::vector<uint32_t> first_, end_;  // of each claim: the claims of its account
  mutable std::vector<Place> places_;
  mutable std::vector<bool> clause_read_, read_;
  mutable std::vector<float> ties_;  // of each two claims; below 0: not asked yet
};

}  // namespace synoptic::compare
