#include "compare/figures/figure_odds.h"

#include <algorithm>
#include <cmath>

#include "compare/figures/figure_rivals.h"
#include "compare/figures/ruins.h"
#include "compare/figures/told_numbers.h"
#include "compare/figures/whose.h"
#include "compare/match.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal
namespace {

constexpr double kNever = -20;
// Log-odds that two values differ; below it is chance.
struct Sure {
  double any = 0;
  double rank = 0;      // few are told, and seldom of two things
  double date = 0;      // every text is full of them
  double share = 0;     // of a hundred: prices rise and fall by many of them
  double far = 0;       // of numbers far apart: one of them mostly counts something else
  double together = 0;  // … of two that answer for every account
};
constexpr Sure kSureInSmall{1.5, 0.8, 1.5, 1.5, 2, 0.4};
constexpr Sure kSureInLarge{2.5, 1, 3, 2.5, 2.5, 1};
constexpr size_t kMostMembers = 3;  // of some claims that are held against others
constexpr size_t kFewClaims = 300;  // of one bucket: each is asked what answers it

const Sure& sure(bool large) { return large ? kSureInLarge : kSureInSmall; }

// The year before the news that the sentence of the claim speaks of; 0 where it is none or several.
int past_year(const Input& input, const Claim& claim) {
  const Telling& telling = input.tellings[claim.article];
  const auto& published = telling.annotated->article.published;
  if (!published) return 0;
  const Sentence& sentence = telling.sentences[claim.sentence];
  int year = 0;
  for (const auto& time : telling.annotated->times) {
    if (time.at.block != sentence.block || !sentence.range.contains(time.at.range)) continue;
    if (time.from.year == 0 || time.from.year >= published->value.year) continue;
    if (year != 0 && year != time.from.year) return 0;
    year = time.from.year;
  }
  return year;
}

// "Last year 41", "64 in 2024": each has its year.
bool are_of_other_years(const Input& input, const Claim& a, const Claim& b) {
  if (a.slot == "date"sv || !a.background || !b.background) return false;
  const int year = past_year(input, a), other = past_year(input, b);
  return year != 0 && other != 0 && year != other;
}

bool is_loose(const Claim& claim) { return claim.told == DateTold::kRelative && !claim.is_day; }

}  // namespace

FigureOdds::FigureOdds(const Input& input, const Passages& passages,
                       const std::vector<const Claim*>& claims)
    : input_(input),
      claims_(claims),
      contest_(input, passages, claims),
      telling_of_(input.accounts, nullptr) {
  for (const auto& telling : input.tellings) {
    if (telling.original) telling_of_[telling.account] = &telling;
  }
  for (const Claim* claim : claims) {
    whose_.push_back(whose_of(input.tellings[claim->article], *claim));
  }
  if (!is_large()) read_rivals();
}

bool FigureOdds::is_large() const { return input_.accounts > FigureRivals::kMostAccounts; }

double FigureOdds::likelihood(double odds) { return 1 / (1 + std::exp(-odds)); }

FigureOdds::Values FigureOdds::values_of(const Claim& a, const Claim& b) {
  return a.norm < b.norm ? Values{a.norm, b.norm} : Values{b.norm, a.norm};
}

void FigureOdds::read_rivals() {
  if (claims_.empty() || claims_[0]->slot == "place"sv) return;
  for (const auto& one : rivals_of(contest_)) {
    rivals_.emplace(values_of(*claims_[one.i], *claims_[one.j]), one.odds());
  }
}

double FigureOdds::of(const Claims& a, const Claims& b) const {
  double best = kNever;
  for (size_t i = 0; i < std::min(a.size(), kMostMembers); ++i) {
    for (size_t j = 0; j < std::min(b.size(), kMostMembers); ++j) {
      if (may_contradict(a[i], b[j])) best = std::max(best, odds(a[i], b[j]));
    }
  }
  return best;
}

std::optional<double> FigureOdds::within(const Claims& claims) const {
  constexpr size_t kAsked = 12;  // of many the first
  const size_t asked = std::min(claims.size(), kAsked);
  std::optional<double> best;
  for (size_t i = 0; i < asked; ++i) {
    for (size_t j = i + 1; j < asked; ++j) {
      if (claims_[claims[i]]->norm == claims_[claims[j]]->norm) continue;
      const double one = of({claims[i]}, {claims[j]});
      if (one > kNever) best = std::max(best.value_or(one), one);
    }
  }
  return best;
}

double FigureOdds::of_untold(const Claims& a, const Claims& b) const {
  const double best = of(a, b);
  return is_large() && best >= least_together() && tells_both(a, b) ? kNever : best;
}

double FigureOdds::least(const Claims& a, const Claims& b) const {
  // As the ratio of the numbers, in logarithms; 5 and 10 years may be of one contract.
  constexpr double kFarApart = 0.5, kFarDurations = 0.75;
  const Claim& claim = *claims_[0];
  const Sure& bars = sure(is_large());
  if (claim.slot == "date"sv) return bars.date;
  if (claim.slot == "rank"sv) return bars.rank;
  const double least = claim.sort == "percent"sv ? bars.share : bars.any;
  const double far = claim.sort == "duration"sv ? kFarDurations : kFarApart;
  return distance(a, b) > far ? std::max(least, bars.far) : least;
}

double FigureOdds::least_together() const { return sure(is_large()).together; }

// Of small stories by all accounts at once. Rivals are learnt from values that exclude each other:
// one that holds the other is asked of the places.
double FigureOdds::odds(size_t i, size_t j) const {
  if (is_large()) return contest_.odds(i, j);
  if (match(*claims_[i], *claims_[j]) == Match::kRelated) {
    return contest_.odds(i, j) - (kSureInLarge.any - kSureInSmall.any);
  }
  const auto found = rivals_.find(values_of(*claims_[i], *claims_[j]));
  return found != rivals_.end() && contest_.may_differ(i, j) ? found->second : kNever;
}

bool FigureOdds::may_contradict(size_t i, size_t j) const {
  const Claim& a = *claims_[i];
  const Claim& b = *claims_[j];
  if (a.slot == "place"sv || a.instead.has_value() != b.instead.has_value()) return false;
  if (a.slot == "date"sv && match(a, b) != Match::kDifferent) return false;
  // "This week" is told as seen from the day of the article.
  if (a.slot == "date"sv && (is_loose(a) || is_loose(b))) return false;
  // How it ended stands at the top; further down are half-time and last year's match.
  if (a.sort == "score"sv && std::min(a.salience, b.salience) < kTop) return false;
  if (are_of_other_ruin(a, b) || are_of_other_years(input_, a, b)) return false;
  if (are_of_others(i, j)) return false;
  // What the toll was before is no other toll.
  if (a.rising && b.rising && a.background != b.background) return false;
  return a.sort != "percent"sv || std::abs(a.value + b.value - 100) >= 1e-6;  // the rest
}

bool FigureOdds::are_of_others(size_t i, size_t j) const {
  if (are_contrary(whose_[i], whose_[j])) return true;
  if (is_large()) return false;
  const Claim& a = *claims_[i];
  const Claim& b = *claims_[j];
  if (is_done_by_stranger(input_, a, b) || is_done_by_stranger(input_, b, a)) return true;
  return is_sum_with_another(input_, a, b) || is_sum_with_another(input_, b, a);
}

bool FigureOdds::are_of_others(const Claims& a, const Claims& b) const {
  return std::any_of(a.begin(), a.end(), [&](size_t i) {
    return std::any_of(b.begin(), b.end(), [&](size_t j) { return are_of_others(i, j); });
  });
}

bool FigureOdds::tells_both(const Claims& a, const Claims& b) const {
  const auto tells = [&](const Claims& own, const Claims& others) {
    return std::any_of(own.begin(), own.end(), [&](size_t i) {
      return std::any_of(others.begin(), others.end(), [&](size_t j) {
        return tells_value(telling_of_[claims_[i]->account], *claims_[j]);
      });
    });
  };
  return tells(a, b) || tells(b, a);
}

double FigureOdds::distance(const Claims& a, const Claims& b) const {
  const double x = std::abs(claims_[a[0]]->value);
  const double y = std::abs(claims_[b[0]]->value);
  return x > 0 && y > 0 ? std::abs(std::log(x / y)) : 0;
}

double FigureOdds::rival_of(size_t claim, double enough) const {
  double best = kNever;
  for (size_t j = 0; j < claims_.size() && claims_.size() <= kFewClaims; ++j) {
    if (claims_[j]->account == claims_[claim]->account) continue;
    if (!may_contradict(claim, j)) continue;
    best = std::max(best, contest_.odds(claim, j));
    if (likelihood(best) >= enough) break;
  }
  return likelihood(best);
}

}  // namespace synoptic::compare
