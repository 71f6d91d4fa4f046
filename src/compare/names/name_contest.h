// How likely two names stand in one place of the event, one in each of two accounts: a model of
// boosted trees over what the words around both say, what part each has in what is told, whether
// either account has the other's name too, and how the two sentences go together. Private to the
// room. What it is made from: data/compare/contest.md.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "compare/claim.h"
#include "compare/names/spelling.h"
#include "compare/statements/same_statement.h"
#include "compare/surroundings.h"
#include "compare/trees.h"

namespace synoptic::compare {

class NameContest {
 public:
  enum class Role : uint8_t { kNone, kActor, kRecipient, kSpeaker, kPlace };  // in what is told
  enum Feature : size_t {
    kClause,
    kSentence,
    kTie,
    kAround,
    kBeside,
    kContext,
    kShared,
    kMargin,
    kOwn,
    kTold,
    kRole,
    kSaying,
    kDeed,
    kSpelt,
    kHeard,
    kSaid,
    kLeft,
    kTwin,
    kKnown,
    kCountry,
    kKind,
    kHome,
    kMost,
    kFewest,
    kRest,
    kOthers,
    kFirst,
    kApart,
    kTitle,
    kPerson,
    kOrg,
    kLand,
    kSpot,
    kSentences,  // what is seen of the two sentences follows, 0 where they have nothing in common
    kFeatures = kSentences + SameStatement::kFeatures
  };
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();

  NameContest(const NameContest&) = delete;
  static const Trees& shipped();
  // Claims of one kind of names, those of an account side by side; they and all else must outlive
  // it.
  NameContest(const Input& input, const Passages& passages, const SameStatement& sentences,
              std::vector<const Claim*> claims, const Trees& model = shipped());

  const std::vector<const Claim*>& claims() const { return claims_; }
  // Whether one can stand where the other does: of two accounts, two names of a sort, and neither
  // is part of the other.
  bool may_differ(size_t i, size_t j) const;
  Features features(size_t i, size_t j) const;
  Role role(size_t i) const { return parts_[i].role; }
  // The deed that both are told with; empty: none, or two.
  std::string common_deed(size_t i, size_t j) const {
    return parts_[i].deed == parts_[j].deed ? parts_[i].deed : std::string();
  }
  // Log-odds that the two differ; nothing where they may not.
  std::optional<double> odds(size_t i, size_t j) const;

 private:
  struct Part {  // what a claim has to do with what is told
    Spelling name;
    const knowledge::Entity* entity = nullptr;  // as far as it is known
    uint32_t number = 0;                        // of the name, whatever its places
    bool home = false;                          // the land, or of the land, that the account is of
    Role role = Role::kNone;
    std::string deed;
    Passages::Bag saying;      // what it is quoted with
    float accounts = 1;        // that have the name
    float values = 1;          // names of its account
    std::vector<float> heard;  // per account: how much a name there sounds like it
    std::vector<float> said;   // … and how much of what its words mean is said there
    std::vector<float> left;   // … and names of its sentence that are not named there
    std::vector<bool> told;    // … and whether it has the name
  };

  Part part_of(const Claim& claim) const;
  Role role_of(const Claim& claim) const;
  const model::Quote* quote_of(const Claim& claim) const;
  bool is_home(const Claim& claim, const knowledge::Entity* entity) const;
  void count();
  void note_names();
  void listen();
  bool are_whole_and_part(size_t i, size_t j) const;
  float twin(const Claim& a, const Claim& b) const;
  void read_sentences(const Claim& a, const Claim& b, Features& out) const;

  const Input& input_;
  const Passages& passages_;
  const SameStatement& sentences_;
  const Trees& model_;
  Surroundings surroundings_;
  const std::vector<const Claim*>& claims_;
  std::vector<Part> parts_;
  size_t names_ = 0;  // different ones
  enum class Known : uint8_t { kNotAsked, kNo, kYes };
  mutable std::vector<Known> wholes_;  // of each two names: whether one is part of the other
  // Of the sentences of two claims: names stand together in one.
  mutable std::map<std::array<uint32_t, 4>, std::optional<SameStatement::Features>> of_sentences_;
};

}  // namespace synoptic::compare
