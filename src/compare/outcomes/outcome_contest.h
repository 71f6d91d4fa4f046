// How likely two clauses that tell the outcomes of one matter contradict each other: boosted
// trees over how alike they are, how much either account says what the other does, and what
// kind of matter it is. Private to the room. What it is made from: data/compare/contest.md.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "compare/outcomes/outcome_words.h"
#include "compare/statements/passages.h"

namespace synoptic::compare {

struct OutcomeSpot {  // a clause that says how a matter came out
  uint32_t article = 0, account = 0, sentence = 0;
  std::string_view matter;
  Outcome outcome = Outcome::kYes;
  bool denied = false, quoted = false;
  float sure = 1;      // as in OutcomeCue
  Range word, clause;  // in the block
};

inline bool is_yes(const OutcomeSpot& spot) { return spot.outcome == Outcome::kYes; }

class OutcomeContest {
 public:
  enum Feature : size_t {
    kTie,
    kTwin,
    kContent,
    kMutual,
    kLead,
    kSaidMost,
    kSaidLeast,
    kBoth,
    kYes,
    kNo,
    kOthersBoth,
    kAccounts,
    kSupportMost,
    kSupportLeast,
    kSole,
    kSoleDenied,
    kLoose,
    kRival,
    kBound,
    kDenied,
    kFigures,
    kFirst,
    kLast,
    kShort,
    kSpots,
    kSureMost,
    kSureLeast,
    kElseAlike,
    kElseContrary,
    kWord,
    kOneDenied,
    kWordDenied,
    kFeatures
  };
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();

  OutcomeContest(const OutcomeContest&) = delete;
  // Spots of one matter; all but them must outlive it.
  // `all`: of every matter.
  OutcomeContest(const Input& input, const Passages& passages, std::vector<OutcomeSpot> spots,
                 const std::vector<OutcomeSpot>& all);

  const std::vector<OutcomeSpot>& spots() const { return spots_; }
  // Whether the first says it is so and the second, of another account, that it is not.
  bool may_differ(size_t yes, size_t no) const;
  Features features(size_t yes, size_t no);
  double odds(size_t yes, size_t no);  // log-odds
  // How likely two clauses are about one thing; 0 … 1.1
  double tie(size_t a, size_t b);
  bool says_both(uint32_t account) const { return yes_.contains(account) && no_.contains(account); }

 private:
  const Twin* twin(size_t a, size_t b) const;
  bool is_title(const OutcomeSpot& spot) const;
  double said_by_other(size_t spot, size_t other);
  template <typename Counts>
  double nearest_of(size_t spot, float& most, const Counts& counts);
  double support(size_t spot);
  double nearest(size_t spot);
  void count(size_t yes, size_t no, Features& out);
  void read_kind(size_t yes, size_t no, Features& out) const;
  void read_clauses(size_t yes, size_t no, Features& out) const;
  void read_words(size_t yes, size_t no, Features& out);
  void read_else(size_t yes, size_t no, Features& out) const;
  Range told_around(const OutcomeSpot& spot) const;
  const Passages::Bag& rest_of(size_t spot);
  std::set<double> figures_in(const OutcomeSpot& spot) const;

  const Input& input_;
  const Passages& passages_;
  std::vector<OutcomeSpot> spots_;
  std::vector<std::vector<const OutcomeSpot*>> else_;  // per spot: of other matters in its clause
  std::vector<std::optional<Terms>> words_;
  std::vector<std::optional<Passages::Bag>> rests_;  // what else each clause says
  std::vector<float> ties_;                          // of two spots; below 0: not asked yet
  std::vector<float> nearest_, support_;             // per spot; below 0: not asked yet
  std::set<uint32_t> yes_, no_;                      // accounts
};

}  // namespace synoptic::compare
