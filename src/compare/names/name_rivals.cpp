#include "compare/names/name_rivals.h"

#include "base/data.h"
#include "compare/trees.h"

namespace synoptic::compare {
namespace {

constexpr double kUnlikely = -4;  // log-odds of two names that are not looked at

constexpr std::array kOfPlaces{NameContest::kMost,   NameContest::kFewest,  NameContest::kRest,
                               NameContest::kOthers, NameContest::kTold,    NameContest::kOwn,
                               NameContest::kKind,   NameContest::kCountry, NameContest::kKnown,
                               NameContest::kHome,   NameContest::kPerson,  NameContest::kOrg,
                               NameContest::kLand,   NameContest::kSpot,    NameContest::kTitle,
                               NameContest::kFirst,  NameContest::kHeard,   NameContest::kSaid,
                               NameContest::kSpelt,  NameContest::kLeft,    NameContest::kTwin};
using NameReader = RivalReader<NameContest, NameRivals, decltype(kOfPlaces)>;

const Trees& model() {
  static const Trees trees(embedded_data("compare/name_rivals.tsv"), NameRivals::names());
  return trees;
}

}  // namespace

const std::array<std::string_view, NameRivals::kFeatures>& NameRivals::names() {
  static const auto names = NameReader::names(kOfPlaces);
  return names;
}

double NameRivals::odds() const { return model().odds(features); }

std::vector<NameRivals> rivals_of(const NameContest& contest) {
  RivalField field;
  const auto& claims = contest.claims();
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      const auto odds = contest.odds(i, j);
      if (!odds) continue;
      field.add(i, j, claims[i]->entity, claims[j]->entity, claims[i]->account, claims[j]->account,
                *odds);
    }
  }
  return NameReader::read(field, kUnlikely, contest, kOfPlaces);
}

}  // namespace synoptic::compare
