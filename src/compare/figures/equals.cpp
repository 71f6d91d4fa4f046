#include "compare/figures/equals.h"

#include <algorithm>
#include <cmath>

#include "compare/figures/figure_odds.h"
#include "compare/figures/match_dates.h"
#include "compare/figures/ties.h"
#include "compare/figures/whose.h"
#include "compare/match.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal
namespace {

constexpr double kSmallContext = 0.22;
constexpr double kOrdinals = 0.07;    // sentences with so little in common put two things in order
constexpr double kOtherMatch = 0.05;  // sentences with so little in common tell two matches
constexpr double kFurthestRounding = 0.1;  // of "about 12,000" and 12,700

double sentences_alike(const Input& input, const Claim& a, const Claim& b) {
  return likeness(input.tellings[a.article].sentences[a.sentence].terms,
                  input.tellings[b.article].sentences[b.sentence].terms);
}

bool is_year(const Claim& claim) { return claim.date.precision == model::Precision::kYear; }

// "Two villages", "dos veces": both nouns are read and are not each other's, and the rest of the
// sentences has nothing in common either.
bool count_apart(const Input& input, const Claim& a, const Claim& b) {
  constexpr double kNouns = 0.05, kSentences = 0.08;
  if (a.counted.empty() || b.counted.empty() || likeness(a.counted, b.counted) >= kNouns) {
    return false;
  }
  return sentences_alike(input, a, b) < kSentences;
}

// "Two last year", "4,700 in 2025": both sentences count people, and one many times as many.
bool count_otherwise(const Input& input, const Claim& a, const Claim& b) {
  constexpr double kManyTimes = 10;
  const auto counts_beside = [&](const Claim& date) {
    std::vector<const Claim*> out;
    for (const Claim& claim : input.tellings[date.article].claims) {
      if (claim.sentence == date.sentence && claim.sort == "count"sv) out.push_back(&claim);
    }
    return out;
  };
  const auto left = counts_beside(a), right = counts_beside(b);
  return !left.empty() && !right.empty() &&
         std::all_of(left.begin(), left.end(), [&](const Claim* one) {
           return std::all_of(right.begin(), right.end(), [&](const Claim* other) {
             return std::max(one->value, other->value) >=
                    kManyTimes * std::min(one->value, other->value);
           });
         });
}

// How alike the sentences of two equals must be that may be equal by chance: "about 200"
// demonstrators, 215 deputies; one number of the news and of what was before; one year, and no
// more of the date. 0: they need not be.
double least_alike(const Input& input, const Claim& a, const Claim& b, int about) {
  constexpr double kOfTwoClasses = 0.06, kOfTwoTimes = 0.03, kOfOneYear = 0.25, kRough = 0.05;
  constexpr double kMostByChance = 100;  // larger numbers are seldom equal by chance
  if (a.slot == "date"sv) {
    return is_year(a) && is_year(b) && count_otherwise(input, a, b) ? kOfOneYear : 0;
  }
  if (a.slot != "quantity"sv && a.slot != "money"sv) return 0;
  const bool two_classes = !a.about.empty() && !b.about.empty() && a.about != b.about;
  const bool rough = std::abs(a.value - b.value) > kRough * std::max(a.value, b.value);
  if (two_classes && rough) return kOfTwoClasses;
  const bool small = a.slot == "quantity"sv && std::abs(a.value) <= kMostByChance;
  return small && a.background != b.background && about <= 0 ? kOfTwoTimes : 0;
}

// The one account tells the value as what was expected or was before, the other as the real one; or
// the one as what was before, the other as what is expected.
bool tells_another(const Input& input, const Claim& a, const Claim& b) {
  if (!a.instead || (b.instead && (!a.former || b.former))) return false;
  const auto& claims = input.tellings[b.article].claims;
  return std::none_of(claims.begin(), claims.end(), [&](const Claim& own) {
    return own.slot == a.slot && own.sort == a.sort && own.value == *a.instead;
  });
}

// The dead of something before, or the rate of the last decision, where the account tells others
// of the news. What is former in the other account ("from 15 %") may be the same.
bool is_of_before(const std::vector<const Claim*>& claims, const Claim& claim, const Claim& other) {
  const bool share = claim.sort == "percent"sv || claim.sort == "percent_points"sv;
  return (claim.rising || (share && !claim.about.empty() && !other.instead)) &&
         std::any_of(claims.begin(), claims.end(), [&](const Claim* own) {
           return own->account == claim.account && !own->background && own->sort == claim.sort &&
                  own->about == claim.about && match(*own, claim) != Match::kSame;
         });
}

// "Eight were aboard, six of them died", "eight died": the account has fewer dead than people.
bool has_own_dead(const std::vector<const Claim*>& claims, const Claim& a, const Claim& b) {
  return a.slot == "quantity"sv && !a.about.empty() && a.about != b.about &&
         std::any_of(claims.begin(), claims.end(), [&](const Claim* own) {
           return own->account == a.account && own->about == b.about && is_among(*own, a) &&
                  match(*own, b) != Match::kSame;
         });
}

// Too far apart to be two roundings of one number.
bool are_far(const Claim& a, const Claim& b) {
  if (a.slot == "date"sv || a.slot == "place"sv || a.max || b.max) return false;
  return std::abs(a.value - b.value) >
         kFurthestRounding * std::max(std::abs(a.value), std::abs(b.value));
}

}  // namespace

std::optional<double> strength_of_equals(const Input& input,
                                         const std::vector<const Claim*>& claims, const Claim& a,
                                         const Claim& b) {
  if (a.account == b.account || are_far(a, b) || match(a, b) != Match::kSame) return std::nullopt;
  if (tells_another(input, a, b) || tells_another(input, b, a) || are_hours_apart(a, b)) {
    return std::nullopt;
  }
  if (a.background && !b.background && is_of_before(claims, a, b)) return std::nullopt;
  if (b.background && !a.background && is_of_before(claims, b, a)) return std::nullopt;
  if (has_own_dead(claims, a, b) || has_own_dead(claims, b, a)) return std::nullopt;
  const int about = same_about(a, b);
  const double near = context(input, a, b);
  const double least = least_alike(input, a, b, about);
  if (least > 0 && sentences_alike(input, a, b) < least) return std::nullopt;
  if (about < 0 && (near < 0.5 || is_weak_number(a))) return std::nullopt;
  if (about == 0 && is_weak_number(a) && (near < kSmallContext || count_apart(input, a, b))) {
    return std::nullopt;
  }
  // "Lifted the cup for the second time", "won the second set".
  const bool ordinals = a.slot == "rank"sv && a.plain_ordinal && b.plain_ordinal;
  if (ordinals && about <= 0 && sentences_alike(input, a, b) < kOrdinals) return std::nullopt;
  if (is_of_elsewhere(input, a, b) || is_of_elsewhere(input, b, a)) return std::nullopt;
  // "Italy beat Poland 3-0", "Japan won 3-0 against Turkey".
  const bool top = std::min(a.salience, b.salience) >= kTop;
  if (a.sort == "score"sv && are_of_other_sides(input, a, b)) return std::nullopt;
  // A set of one match may be another match's, seen from the other side.
  const bool turned = a.sort == "score"sv && a.norm != b.norm;
  if (turned && !top && near < kOtherMatch) return std::nullopt;
  double score = 1.0 + 0.5 * about + near + 0.2 * std::min(a.salience, b.salience);
  if (a.background != b.background) score -= 0.4;
  if (a.norm == b.norm) score += 0.2;
  return score;
}

}  // namespace synoptic::compare
