// How likely two names of two accounts name one thing, in whatever languages and scripts: a model
// of boosted trees over how both are spelt, how they sound, what their words mean, what is told of
// them, and how well either fits another name of the other's account. Private to the room. What it
// is made from: data/compare/same_name.md.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "compare/claim.h"
#include "compare/names/sounds.h"
#include "compare/names/spelling.h"
#include "compare/trees.h"

namespace synoptic::compare {

struct CastName {  // of an account
  uint32_t account = 0;
  std::string entity;  // empty: not known
  std::string_view sort;
  Spelling spelling;
  Sounds sounds;
  std::vector<model::Place> places;  // where it stands, the first ones
  uint32_t telling = 0;              // … in this article
};

// By the first letters; Han and what goes with it are one.
bool are_of_one_script(const CastName& a, const CastName& b);

class SameName {
 public:
  enum Feature : size_t {
    kSpelt,
    kMeant,
    kClasses,
    kWhole,
    kSpan,
    kShare,
    kWordsMean,
    kWordsLeast,
    kLetters,
    kInitials,
    kShorter,
    kLonger,
    kWords,
    kMoreWords,
    kScript,
    kLanguage,
    kKnown,
    kPerson,
    kSort,
    kSentence,
    kAround,
    kRankSound,
    kLeadSound,
    kRankAround,
    kLeadAround,
    kOthers,
    kFirst,
    kTimes,
    kFeatures
  };
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();
  static const Trees& shipped();

  // Names of one account stand side by side; they and the model must outlive it.
  SameName(const Input& input, const std::vector<CastName>& cast, const Trees& model = shipped());

  // Whether the two can be one at all: of two accounts, and not both known.
  bool may_be_one(size_t i, size_t j) const;
  Features features(size_t i, size_t j) const;
  double odds(size_t i, size_t j) const { return model_.odds(features(i, j)); }  // log-odds

 private:
  struct Best {  // of a name among those of another account
    float sound = 0, next_sound = 0, around = 0, next_around = 0;
  };
  struct Pair {
    float sound = 0, sentence = 0, around = 0;
    float span = 0, share = 0, meant = 0;  // what the sound is made of
  };

  void lay_side_by_side();
  void read_places();
  void listen(size_t i, size_t j);
  Pair& at(size_t i, size_t j) { return pairs_[std::min(i, j) * cast_.size() + std::max(i, j)]; }
  const Pair& at(size_t i, size_t j) const {
    return pairs_[std::min(i, j) * cast_.size() + std::max(i, j)];
  }
  const Best& best_of(size_t i, uint32_t account) const {
    return best_[i * input_.accounts + account];
  }

  const Input& input_;
  const std::vector<CastName>& cast_;
  const Trees& model_;
  std::vector<Pair> pairs_;  // of each two
  std::vector<Best> best_;
  std::vector<float> names_;  // of each account
};

}  // namespace synoptic::compare
