#include "compare/figures/figure_rivals.h"

#include "base/data.h"
#include "compare/trees.h"

namespace synoptic::compare {
namespace {

constexpr double kUnlikely = -3;  // log-odds of two values that are not looked at

constexpr std::array kOfPlaces{
    Contest::kAbout,    Contest::kRatio,     Contest::kDays,      Contest::kDigits,
    Contest::kSmall,    Contest::kRelated,   Contest::kMost,      Contest::kFewest,
    Contest::kRest,     Contest::kOthers,    Contest::kFirst,     Contest::kApart,
    Contest::kCount,    Contest::kPercent,   Contest::kMoney,     Contest::kDate,
    Contest::kDuration, Contest::kRank,      Contest::kCounted,   Contest::kBeside,
    Contest::kMargin,   Contest::kSentence,  Contest::kTie,       Contest::kInferred,
    Contest::kGrain,    Contest::kWeeks,     Contest::kAhead,     Contest::kNews,
    Contest::kEast,     Contest::kClassMore, Contest::kClassElse, Contest::kBackground,
    Contest::kMixed,    Contest::kTold,      Contest::kOwn,       Contest::kTwins};
using FigureReader = RivalReader<Contest, FigureRivals, decltype(kOfPlaces)>;

const Trees& model() {
  static const Trees trees(embedded_data("compare/figure_rivals.tsv"), FigureRivals::names());
  return trees;
}

}  // namespace

const std::array<std::string_view, FigureRivals::kFeatures>& FigureRivals::names() {
  static const auto names = FigureReader::names(kOfPlaces);
  return names;
}

double FigureRivals::odds() const { return model().odds(features); }

std::vector<FigureRivals> rivals_of(const Contest& contest) {
  RivalField field;
  const auto& claims = contest.claims();
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      const Claim& a = *claims[i];
      const Claim& b = *claims[j];
      if (!contest.may_differ(i, j)) continue;
      field.add(i, j, a.norm, b.norm, a.account, b.account, contest.odds(i, j));
    }
  }
  return FigureReader::read(field, kUnlikely, contest, kOfPlaces);
}

}  // namespace synoptic::compare
