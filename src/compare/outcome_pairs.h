// Two clauses that say the contrary of one matter: how likely they say it of one thing.
// Private to the room.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "compare/outcome_words.h"
#include "compare/passages.h"

namespace synoptic::compare {

struct OutcomeSpot {  // a clause that says how a matter came out
  uint32_t article = 0, account = 0, sentence = 0;
  std::string_view matter;
  Outcome outcome = Outcome::kYes;
  bool denied = false, quoted = false;
  Range word, clause;  // in the block
};

class OutcomePairs {
 public:
  static constexpr size_t kFeatures = 20;
  using Features = std::array<double, kFeatures>;

  // Of one matter.
  OutcomePairs(const Input& input, const Passages& passages, std::vector<OutcomeSpot> spots);

  const std::vector<OutcomeSpot>& spots() const { return spots_; }
  // How likely two clauses are about one thing, by their words; 0 … 1.1
  double tie(size_t a, size_t b) const;
  Features features(size_t a, size_t b) const;

 private:
  const Passages::Bag& rest_of(size_t spot) const;
  Range told_around(const OutcomeSpot& spot) const;
  std::vector<uint64_t> named_in(const OutcomeSpot& spot) const;
  double contrary_tie(size_t spot, size_t other) const;
  double support(size_t spot, size_t other) const;

  const Input& input_;
  const Passages& passages_;
  std::vector<OutcomeSpot> spots_;
  mutable std::vector<Passages::Bag> rests_;
  mutable std::vector<bool> has_rest_;
};

}  // namespace synoptic::compare
