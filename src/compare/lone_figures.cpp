#include "compare/lone_figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "compare/figures.h"
#include "compare/rates.h"
#include "compare/verdict.h"

namespace synoptic::compare {
namespace {

constexpr double kLeast = 0.25;          // salience below this is noise
constexpr double kLeastMentioned = 0.4;  // … of days and places beside the event
// A figure of so much weight is told by others too, if in a way that was not read: of these only
// half were alone in the stories that this was tried on, of the others nine in ten.
constexpr double kLead = 0.85;
constexpr double kAnswered = 0.4;  // another account may well give the slot another value
constexpr double kFew = 12;
constexpr uint32_t kAnyAccount = 0xFFFFFFFF;

// Numbers that are not equal by chance.
bool is_telling(double value) { return value >= 100 || std::floor(value) != value; }

double worth_of(const Claim& claim) {
  double worth = claim.salience;
  if (claim.slot == "rank") worth = std::max(worth, 0.6) + 0.3;
  if (claim.slot == "money") worth += 0.15;
  if (claim.of) worth += 0.1;
  if (claim.slot == "quantity" && claim.about.empty()) worth -= 0.1;
  if (claim.slot == "quantity" && claim.about.empty() && claim.name.empty()) worth -= 0.1;
  if (claim.slot == "quantity" && claim.value <= 3) worth -= 0.15;
  if (claim.slot == "date") worth -= !claim.is_day ? 0.35 : 0.2;
  if (claim.slot == "place") worth -= 0.15;
  if (claim.background) worth -= 0.1;
  return worth;
}

class LoneFigures {
 public:
  LoneFigures(const Input& input, const std::vector<Group>& groups)
      : input_(input), groups_(groups) {
    note_told();
    note_numbers();
  }

  std::vector<LoneFigure> find() const {
    std::vector<LoneFigure> out;
    for (const auto& group : groups_) {
      if (group.claims.size() != 1) continue;
      const Claim& claim = *group.claims[0];
      const double worth = worth_of(claim);
      std::string about = about_of_group(input_, group.claims);
      const double least = about == "mentioned" ? kLeastMentioned : kLeast;
      if (worth < least || is_noise(claim) || group.rival >= kAnswered) continue;
      if (claim.slot != "rank" && worth >= kLead) continue;
      out.push_back({&claim, std::move(about), worth});
    }
    return out;
  }

 private:
  // Too small to be a fact by itself, or a value that is shown elsewhere under another name.
  bool is_noise(const Claim& claim) const {
    const auto& own = told_.find(claim.account);
    const auto& any = told_.find(kAnyAccount);
    const bool number = claim.slot == "quantity" || claim.slot == "money";
    if (number && own != told_.end() && own->second.contains(claim.value)) return true;
    if (number && is_telling(claim.value) && any != told_.end() &&
        any->second.contains(claim.value)) {
      return true;
    }
    if (is_told_elsewhere(claim) || claim.plain_ordinal) return true;
    if (number && may_be_told_otherwise(claim)) return true;
    if (claim.slot == "rank" && claim.value == 1 && !claim.of) return true;  // any "first"
    if (claim.slot == "quantity" && claim.sort == "count" && claim.value <= 2 && !claim.rising) {
      return claim.about.empty() || class_of(claim.about).weight < 1.1;
    }
    // A few of anything: the others may say it in words that no table has.
    if (claim.slot == "quantity" && claim.given <= kFew && !claim.of &&
        (claim.about.empty() || class_of(claim.about).weight < 1.3)) {
      return true;
    }
    if (claim.slot == "date") {
      return !claim.is_day || is_told_by_words(claim) || claim.about.empty();
    }
    // Others may name the place in words that no table has, or one around it.
    return claim.slot == "place";
  }

  // Another account has the number, be it read as something else; or may mean the same day.
  bool is_told_elsewhere(const Claim& claim) const {
    return std::any_of(input_.tellings.begin(), input_.tellings.end(), [&](const auto& telling) {
      if (telling.account == claim.account) return false;
      if (claim.slot == "date") {
        return std::any_of(telling.claims.begin(), telling.claims.end(), [&](const Claim& other) {
          return other.slot == "date" && match(other, claim) != Match::kDifferent;
        });
      }
      if (claim.slot == "place") return false;
      const auto has = [&](double value) {
        const auto& numbers = telling.all_numbers;
        return std::binary_search(numbers.begin(), numbers.end(), value);
      };
      return has(claim.value) || has(claim.given) ||
             (claim.sort == "percent" && has(100 - claim.value));
    });
  }

  // Another account may tell it in other money or another unit, or nearly.
  bool may_be_told_otherwise(const Claim& claim) const {
    constexpr double kNear = 0.15;  // of a value that is not exact, or was reckoned over
    constexpr double kLeastNear = 10;
    if (claim.slot == "quantity" && claim.sort == "count" && claim.value <= 1) return true;
    if (claim.of && claim.value <= kFew) return true;  // "three of four": others say "three"
    const auto found = numbers_.find(claim.slot == "money" ? claim.slot : claim.sort);
    if (found == numbers_.end()) return false;
    const auto& numbers = found->second;
    if (claim.slot == "money") {
      const bool other_money = std::ranges::any_of(numbers, [&](const Claim* other) {
        return other->account != claim.account && other->unit != claim.unit &&
               may_be_one_sum(claim.value, claim.unit, other->value, other->unit);
      });
      if (other_money) return true;
    }
    if (claim.value < kLeastNear) return false;
    const double least = claim.value * (1 - kNear), most = claim.value * (1 + kNear);
    auto near = std::ranges::lower_bound(numbers, least, {}, &Claim::value);
    for (; near != numbers.end() && (*near)->value <= most; ++near) {
      const Claim& other = **near;
      if (other.account == claim.account || other.sort != claim.sort) continue;
      if (!claim.modifier.empty() || !other.modifier.empty() || claim.unit != other.unit) {
        return true;
      }
    }
    return false;
  }

  // Values that are told with another account's.
  void note_told() {
    for (const auto& group : groups_) {
      if (group.claims.size() < 2) continue;
      for (const Claim* claim : group.claims) {
        if (claim->slot == "date" || claim->slot == "place") continue;
        told_[claim->account].insert(claim->value);
        if (is_telling(claim->value)) told_[kAnyAccount].insert(claim->value);
      }
    }
  }

  // The numbers of the story by their sort, all money together, the least first.
  void note_numbers() {
    for (const auto& telling : input_.tellings) {
      for (const Claim& claim : telling.claims) {
        if (claim.slot == "money") numbers_[claim.slot].push_back(&claim);
        if (claim.slot == "quantity") numbers_[claim.sort].push_back(&claim);
      }
    }
    for (auto& [sort, numbers] : numbers_) {
      std::ranges::stable_sort(numbers, {}, &Claim::value);
    }
  }

  const Input& input_;
  const std::vector<Group>& groups_;
  std::map<uint32_t, std::set<double>> told_;  // per account: numbers that are shown already
  std::map<std::string, std::vector<const Claim*>, std::less<>> numbers_;  // by sort
};

}  // namespace

std::vector<LoneFigure> lone_figures(const Input& input, const std::vector<Group>& groups) {
  return LoneFigures(input, groups).find();
}

}  // namespace synoptic::compare
