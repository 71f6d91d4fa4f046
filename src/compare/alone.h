// How likely what one account says stands in no other, in whatever words: boosted trees over how
// near the others come to it. Private to the room. What it is made from: data/compare/contest.md.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

class Alone {
 public:
  enum Feature : size_t {
    kAccounts,
    kFigure,
    kWords,
    kSort,
    kKnown,
    kWorth,
    kPosition,
    kTwin,
    kContent,
    kSaid,
    kSaidNear,
    kLonger,
    kRival,
    kNearest,
    kNearestAbout,
    kSameSort,
    kSameAbout,
    kNames,
    kNamesShared,
    kNumbers,
    kNumbersShared,
    kFeatures
  };
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();

  Alone(const Input& input, const Passages& passages);

  Features features(const model::Fact& only) const;
  double odds(const model::Fact& only) const;  // log-odds

 private:
  struct Spot {  // where the fact stands
    uint32_t article = 0, sentence = 0;
    Range at;  // in the block
  };

  Spot spot_of(const model::FactValue& value) const;
  void read_kind(const model::Fact& fact, Features& out) const;
  void read_figure(const Claim& claim, const Spot& spot, Features& out) const;
  void read_words(const Spot& spot, Features& out) const;
  void read_lengths(const Spot& spot, Features& out) const;
  void read_company(const Spot& spot, Features& out) const;
  const Claim* claim_at(const Spot& spot, const model::FactValue& value) const;
  Range around(const Spot& spot) const;

  static constexpr uint32_t kSeveral = 0xFFFFFFFF;

  const Input& input_;
  const Passages& passages_;
  std::map<std::string_view, uint32_t> article_;  // by id
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const Claim*>> sorts_;
  std::map<double, uint32_t> numbers_;  // the account that tells it, or several
  float longest_ = 0, second_ = 0;      // of all accounts, as logarithms
  uint32_t longest_account_ = 0;
};

// Whether the model is asked: a fact of one account, but for lists and for statements, which are
// hardly ever told twice in other words, and of which the stories that it learns from list few.
bool is_asked(const model::Fact& fact);

// Leaves out what another account may well say, too; of the rest the confidence is how likely none
// does.
void drop_doubtful_singles(const Input& input, const Passages& passages,
                           std::vector<Ranked>& facts);

}  // namespace synoptic::compare
