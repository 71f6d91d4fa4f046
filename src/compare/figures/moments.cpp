#include "compare/figures/moments.h"

#include <algorithm>
#include <map>
#include <optional>

#include "compare/figures/match_dates.h"
#include "compare/figures/moment_spots.h"
#include "compare/match.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kMostAccounts = 40;  // in larger stories each moment is told of many
constexpr int64_t kLongestPause = 4;    // days: "closed until Friday" opens again on Monday

int64_t first_day(const Claim& claim) {
  return model::days_from_civil(claim.date.year, std::max<int>(1, claim.date.month),
                                std::max<int>(1, claim.date.day));
}

// What is shut until a day opens then or, where the day is the last one, on one of the next.
bool differ(const MomentSpot& a, const MomentSpot& b) {
  if (are_hours_apart(*a.claim, *b.claim)) return a.until == b.until;
  if (match(*a.claim, *b.claim) != Match::kDifferent) return false;
  if (a.until == b.until) return true;
  if (!a.claim->is_day || !b.claim->is_day) return true;
  const int64_t shut = first_day(*(a.until ? a : b).claim);
  const int64_t open = first_day(*(a.until ? b : a).claim);
  return open < shut || open > shut + kLongestPause;
}

class Moments {
 public:
  Moments(const Input& input, const Passages& passages) : input_(input), spots_(input, passages) {}

  std::vector<Ranked> compare() const {
    std::vector<Ranked> out;
    for (uint32_t moment = 0; moment < moment_names().size(); ++moment) {
      if (auto fact = tell(moment)) out.push_back(std::move(*fact));
    }
    return out;
  }

 private:
  using Told = std::map<uint32_t, MomentSpot>;  // account -> where it tells it

  // An account that gives the moment two days says none.
  Told told_of(uint32_t moment) const {
    Told out;
    std::vector<uint32_t> torn;
    for (const MomentSpot& spot : spots_.all()) {
      if (spot.moment != moment) continue;
      const auto [kept, fresh] = out.try_emplace(spot.claim->account, spot);
      if (fresh) continue;
      if (match(*kept->second.claim, *spot.claim) == Match::kDifferent) {
        torn.push_back(spot.claim->account);
      } else if (kept->second.claim->sentence == 0) {
        kept->second = spot;  // the body tells it more fully than the title
      }
    }
    for (const uint32_t account : torn) out.erase(account);
    return out;
  }

  // The account of the first has the other's day, too, be it of something else; or its hour, where
  // the day is one.
  bool has(const Claim& own, const Claim& other) const {
    const bool hours = are_hours_apart(own, other);
    const auto& claims = input_.tellings[own.article].claims;
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      if (claim.slot != "date" || claim.norm != other.norm) return false;
      return !hours ||
             (claim.date.precision >= model::Precision::kHour && !are_hours_apart(claim, other));
    });
  }

  std::optional<Ranked> tell(uint32_t moment) const {
    const Told told = told_of(moment);
    if (told.size() < 2) return std::nullopt;
    // Each spot with those that say the same; the largest side against the largest of the rest.
    std::vector<std::vector<const MomentSpot*>> sides;
    for (const auto& by_account : told) {
      const MomentSpot& spot = by_account.second;
      const auto same = std::find_if(sides.begin(), sides.end(), [&](const auto& side) {
        return std::all_of(side.begin(), side.end(),
                           [&](const MomentSpot* other) { return !differ(*other, spot); });
      });
      if (same == sides.end()) {
        sides.push_back({&spot});
      } else {
        same->push_back(&spot);
      }
    }
    std::stable_sort(sides.begin(), sides.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (size_t i = 1; i < sides.size(); ++i) {
      const bool all = std::all_of(sides[0].begin(), sides[0].end(), [&](const MomentSpot* a) {
        return std::all_of(sides[i].begin(), sides[i].end(), [&](const MomentSpot* b) {
          return differ(*a, *b) && !has(*a->claim, *b->claim) && !has(*b->claim, *a->claim);
        });
      });
      if (all) return fact_of(moment, sides[0], sides[i]);
    }
    return std::nullopt;
  }

  Ranked fact_of(uint32_t moment, const std::vector<const MomentSpot*>& a,
                 const std::vector<const MomentSpot*>& b) const {
    std::vector<model::FactValue> values;
    double salience = 0;
    const bool hours = are_hours_apart(*a[0]->claim, *b[0]->claim);
    for (const auto* side : {&a, &b}) {
      for (const MomentSpot* spot : *side) {
        values.push_back(cell(input_, *spot->claim));
        if (hours) values.back().norm = values.back().name = model::iso(spot->claim->date);
        values.back().side = side == &a ? 0 : 1;
        salience = std::max(salience, spot->claim->salience);
      }
    }
    const double confidence = a.size() > 1 ? 0.85 : 0.65;
    return {make_fact("date", moment_names()[moment], "differ", std::move(values), confidence,
                      hours ? "one moment of the event, at two hours"
                            : "one moment of the event, on two days"),
            salience};
  }

  const Input& input_;
  MomentSpots spots_;
};

}  // namespace

std::vector<Ranked> compare_moments(const Input& input, const Passages& passages) {
  if (input.accounts < 2 || input.accounts > kMostAccounts) return {};
  return Moments(input, passages).compare();
}

}  // namespace synoptic::compare
