// Whether two sentences that are alike say contrary things: other figures of one kind, other days,
// other names, another outcome of one matter, or one of them denies. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "compare/claim.h"
#include "compare/outcomes/outcome_contest.h"
#include "compare/outcomes/outcome_words.h"

namespace synoptic::compare {

class Contradictions {
 public:
  struct Where {
    uint32_t article = 0, sentence = 0;
  };

  // All must outlive it.
  Contradictions(const Input& input, const std::vector<OutcomeSpot>& outcomes);

  struct Contrast {          // what two sentences say otherwise
    bool denial = false;     // one of them denies
    bool days = false;       // none is the same
    bool figures = false;    // of one class, or of one unit: each has one that the other lacks
    double apart = 0;        // … the nearest two that differ: logarithm of their ratio
    bool one_class = false;  // … and what they count is known, and the same
    bool figure_elsewhere = false;    // … and one of them stands somewhere in the other's article
    bool is_small = false;            // … and one of them is a small number
    int outcomes = 0;                 // matters of one outcome less those of two
    bool outcome_elsewhere = false;   // … told the other way in the same article, too
    std::array<bool, 6> names_new{};  // by kSorts: each has a name that the other's account lacks
    std::array<bool, 6> names_other{};  // … they share no name
  };

  Contrast contrast(Where a, Where b) const;
  bool between(Where a, Where b) const;
  // Leaves out those that most of the others contradict.
  void settle(std::vector<Where>& sentences) const;

  static constexpr std::array<std::string_view, 6> kSorts{"facility", "person", "city",
                                                          "region",   "org",    "country"};

 private:
  static constexpr size_t kFirstExcluding = 1;  // of these: to name another is to contradict

  using Names = std::vector<std::string_view>;
  using Claims = std::vector<const Claim*>;

  struct Content {  // of a sentence
    Claims figures, days;
    std::vector<const OutcomeSpot*> outcomes;
    std::array<Names, kSorts.size()> names;
    mutable std::optional<bool> denies;                    // once it is asked for
    mutable std::optional<std::vector<OutcomeCue>> loose;  // … words of matters that are bound
  };
  const Content& content(Where where) const { return contents_[where.article][where.sentence]; }
  bool denies(Where where) const;
  void set_figures(Where a, Where b, Contrast& out) const;
  const std::vector<OutcomeCue>& loose(Where where) const;
  bool may_end_otherwise(Where a, Where b) const;
  bool is_told(uint32_t article, const OutcomeSpot& spot) const;
  bool names_exclude(const Names& a, const Names& b) const;
  bool names_rival(Where a, Where b, size_t sort) const;
  bool is_among(std::string_view name, const Names& names) const;
  bool is_new_to(const Names& names, const Names& others, Where other) const;

  const Input& input_;
  std::vector<std::vector<Content>> contents_;  // per article and sentence
};

}  // namespace synoptic::compare
