// How likely two sentences of different accounts state the same: boosted trees over what they share
// and how near each comes to the other's neighbours. Private to the room. What it is made from:
// data/compare/same_statement.md.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/outcomes/stances.h"
#include "compare/statements/contradictions.h"
#include "compare/statements/passages.h"

namespace synoptic::compare {

class SameStatement {
 public:
  enum Feature : size_t {
    kAccounts,
    kMutual,
    kLikeness,
    kContent,
    kCoverLeast,
    kCoverMost,
    kWordCoverLeast,
    kWordCoverMost,
    kLeadLeast,
    kLeadMost,
    kWordsLeast,
    kWordsMost,
    kWordsShared,
    kTopShare,
    kFlat,
    kFlatWords,
    kNamesShared,
    kNamesAloneLeast,
    kNamesAloneMost,
    kNumbersShared,
    kNumbersAloneLeast,
    kNumbersAloneMost,
    kPositionLeast,
    kPositionApart,
    kFlow,
    kBackers,
    kOneLanguage,
    kLengthsApart,
    kContrary,
    kNear,  // so many are asked for what is stated alike; the others tell what is told otherwise
    kDenial = kNear,
    kDeniedSaid,
    kDeniedShare,
    kDays,
    kFigures,
    kOutcomes,
    kApart,
    kOneClass,
    kFigureElsewhere,
    kSmall,
    kOutcomeElsewhere,
    kDeniedElsewhere,
    kNewFacility,
    kNewPerson,
    kNewCity,
    kNewRegion,
    kNewOrg,
    kNewCountry,
    kOtherFacility,
    kOtherPerson,
    kOtherCity,
    kOtherRegion,
    kOtherOrg,
    kOtherCountry,
    kBorneOutLeast,
    kBorneOutMost,
    kDeedsShared,
    kDeedsAlone,
    kDeedsApart,
    kSentencesLeast,  // of the two articles
    kSentencesMost,
    kArticlesAlike,  // how near their sentences are, the likest of each
    kPast,           // so many of the two sentences tell of another time
    kQuoted,         // … hold a quote
    kSpeakersApart,  // … of two speakers that are known
    kFeatures
  };
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();

  using Where = Contradictions::Where;

  // All must outlive it.
  SameStatement(const Input& input, const Passages& passages, const Contradictions& contradictions,
                const std::vector<StanceClause>& stances);

  // `twin`: what the sentence of `a` knows of the other.
  Features features(Where a, const Twin& twin) const;
  // Of any two sentences; nothing where they have next to nothing in common.
  std::optional<Features> of_any(Where a, Where b) const;
  double odds(Where a, const Twin& twin) const;           // log-odds that they state the same
  double contrary_odds(Where a, const Twin& twin) const;  // … that they contradict each other

 private:
  struct Named {  // names and numbers of a sentence
    std::vector<std::string_view> names;
    std::vector<double> numbers;
  };
  Named named(Where where) const;
  void read_near(Where a, const Twin& twin, Features& out) const;
  void read_words(const Passages::Bag& a, const Passages::Bag& b, Features& out) const;
  void read_leads(Where a, Where b, const Twin& twin, Features& out) const;
  void read_denial(Where a, Where b, Features& out) const;
  void read_contrast(Where a, Where b, Features& out) const;
  void read_deeds(Where a, Where b, Features& out) const;
  void read_setting(Where a, Where b, Features& out) const;
  double articles_alike(uint32_t a, uint32_t b) const;
  const model::Quote* quote_in(Where where) const;
  void read_company(Where a, Where b, Features& out) const;
  float backers(Where a, Where b) const;
  void read_witnesses(Where a, Where b, Features& out) const;
  bool flows(Where a, Where b) const;
  const Twin* twin_in(Where of, uint32_t article) const;

  const Input& input_;
  const Passages& passages_;
  const Contradictions& contradictions_;
  mutable std::map<std::pair<uint32_t, uint32_t>, double> alike_;  // articles, once it is asked for
  std::map<std::pair<uint32_t, uint32_t>, const StanceClause*> denials_;  // by article and sentence
};

}  // namespace synoptic::compare
