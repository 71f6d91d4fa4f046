#include "compare/figures/lone_figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "compare/figures/match_dates.h"
#include "compare/figures/rates.h"
#include "compare/match.h"
#include "compare/verdict.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr double kLeast = 0.25;          // salience below this is noise
constexpr double kLeastMentioned = 0.4;  // … of days and places beside the event
// A figure of so much weight is told by others too, if in a way that was not read: of these only
// half were alone in the stories that this was tried on, of the others nine in ten.
constexpr double kLead = 0.85;
constexpr double kFew = 12;
constexpr uint32_t kAnyAccount = 0xFFFFFFFF;

bool is_grouping(char32_t c) {
  return c == U',' || c == U'.' || c == U'\'' || c == U'’' || c == U'٬' || c == U'\u00a0' ||
         c == U'\u202f' || c == U' ' || c == U'，';
}

// All that an article writes in digits, sorted: also what was read as no figure ("the 31-move
// draw"), the sides of a score, and rows that marks part ("380,000").
std::vector<double> digits_of(const Telling& telling) {
  std::vector<double> out;
  for (const Sentence& sentence : telling.sentences) {
    double row = 0, joined = 0;  // … with the row before it
    int digits = 0;
    bool joins = false;
    const auto end_row = [&](size_t end) {
      if (digits == 0) return;
      const auto last = static_cast<uint32_t>(sentence.range.begin + end - 1);
      const bool of_date = std::ranges::any_of(telling.annotated->times, [&](const auto& time) {
        return time.at.block == sentence.block && time.at.range.begin <= last &&
               last < time.at.range.end;
      });
      if (!of_date) out.push_back(row);
      joined = joins && digits == 3 ? joined * 1000 + row : row;
      if (joins && digits == 3) out.push_back(joined);
      joins = false;
      row = 0;
      digits = 0;
    };
    for (size_t at = 0; at < sentence.text.size();) {
      const auto c = text::decode(sentence.text, at);
      const int digit = text::digit_value(c.value);
      if (digit >= 0) {
        if (++digits < 16) row = row * 10 + digit;
      } else {
        const bool ends = digits > 0;
        end_row(at);
        joins = ends && is_grouping(c.value);
      }
      at += c.length;
    }
    end_row(sentence.text.size());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

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

// Too small to be a fact by itself.
bool says_little(const Claim& claim) {
  if (claim.plain_ordinal) return true;
  if (claim.sort == "percent" && claim.value == 100) return true;          // others say "all"
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

// "Today", where the clock is another.
bool may_be_today(const Claim& words, const Claim& day) {
  const auto days_of = [](const Claim& claim) {
    return model::days_from_civil(claim.date.year, claim.date.month, claim.date.day);
  };
  return words.is_day && words.told == DateTold::kRelative &&
         std::abs(days_of(words) - days_of(day)) <= 1;
}

class LoneFigures {
 public:
  LoneFigures(const Input& input, const std::vector<Group>& groups)
      : input_(input), groups_(groups) {
    note_told();
    note_numbers();
    note_shares();
    for (const auto& telling : input.tellings) digits_.push_back(digits_of(telling));
  }

  std::vector<LoneFigure> find() const {
    std::vector<LoneFigure> out;
    for (const auto& group : groups_) {
      if (group.claims.size() != 1 || !may_be_lone(*group.claims[0])) continue;
      const Claim& claim = *group.claims[0];
      const double worth = worth_of(claim);
      std::string about = about_of_group(input_, group.claims);
      const double least = about == "mentioned" ? kLeastMentioned : kLeast;
      if (worth < least || is_noise(claim) || group.rival >= kAnswered) continue;
      out.push_back({&claim, std::move(about), worth});
    }
    return out;
  }

 private:
  // A value that is shown elsewhere, under another name as well, or is none by itself.
  bool is_noise(const Claim& claim) const {
    const auto& own = told_.find(claim.account);
    const auto& any = told_.find(kAnyAccount);
    const bool number = claim.slot == "quantity" || claim.slot == "money";
    if (number && own != told_.end() && own->second.contains(claim.value)) return true;
    if (number && is_telling(claim.value) && any != told_.end() &&
        any->second.contains(claim.value)) {
      return true;
    }
    if (is_told_elsewhere(claim)) return true;
    if (number && may_be_told_otherwise(claim)) return true;
    return number && (is_cut(claim) || is_bare_scale(claim) || may_be_share(claim));
  }

  // Another account has the number, be it read as something else; or may mean the same day.
  bool is_told_elsewhere(const Claim& claim) const {
    return std::any_of(input_.tellings.begin(), input_.tellings.end(), [&](const auto& telling) {
      if (telling.account == claim.account) return false;
      if (claim.slot == "date") {
        return std::any_of(telling.claims.begin(), telling.claims.end(), [&](const Claim& other) {
          if (other.slot != "date") return false;
          return match(other, claim) != Match::kDifferent || may_be_today(other, claim);
        });
      }
      if (claim.slot == "place") return false;
      const auto has = [&](double value) {
        const auto& numbers = telling.all_numbers;
        return std::binary_search(numbers.begin(), numbers.end(), value);
      };
      const auto& digits = digits_[static_cast<size_t>(&telling - input_.tellings.data())];
      return has(claim.value) || has(claim.given) ||
             std::ranges::binary_search(digits, claim.given) ||
             std::ranges::binary_search(digits, -claim.given) ||
             (claim.sort == "percent" && has(100 - claim.value));
    });
  }

  // "2小時4分", of 2小時4分41秒: what stands there goes on in digits.
  bool is_cut(const Claim& claim) const {
    const auto& telling = input_.tellings[claim.article];
    const Sentence& sentence = telling.sentences[claim.sentence];
    if (claim.at.block != sentence.block || claim.at.range.end >= sentence.range.end ||
        claim.at.range.end < sentence.range.begin) {
      return false;
    }
    const auto next = text::decode(sentence.text, claim.at.range.end - sentence.range.begin);
    return text::digit_value(next.value) >= 0;
  }

  // "Milliards de hryvnias", of some thirty of them.
  static bool is_bare_scale(const Claim& claim) {
    constexpr double kBillion = 1e9;
    if (claim.value < kBillion || !is_told_by_words(claim)) return false;
    const double digits = std::log10(claim.value);
    return std::abs(digits - std::round(digits)) < 1e-9;
  }

  // "612 votes to 388", "61 %": a number beside what remains, a share of both.
  bool may_be_share(const Claim& claim) const {
    if (claim.sort == "count") {
      const auto own = shares_of_.find(&claim);
      return own != shares_of_.end() && std::ranges::any_of(own->second, [&](double percent) {
               return is_told_share(percent, claim.account);
             });
    }
    if (claim.sort != "percent") return false;
    constexpr double kLeeway = 0.5;  // the most that is_share allows
    for (auto at = std::ranges::lower_bound(shares_, std::pair(claim.value - kLeeway, 0U));
         at != shares_.end() && at->first <= claim.value + kLeeway; ++at) {
      if (at->second != claim.account && is_share(claim, at->first)) return true;
    }
    return false;
  }

  // As exactly as the percentage is told.
  static bool is_share(const Claim& told, double percent) {
    const double least = std::floor(told.value) == told.value ? 0.5 : 0.05;
    return !told.max && std::abs(told.value - percent) <= least;
  }

  bool is_told_share(double percent, uint32_t account) const {
    const auto found = numbers_.find("percent");
    return found != numbers_.end() && std::ranges::any_of(found->second, [&](const Claim* told) {
             return told->account != account && is_share(*told, percent);
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
    if (is_told_in_barrels(claim)) return true;
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

  // Crude oil: barrels a day are tonnes a year.
  bool is_told_in_barrels(const Claim& claim) const {
    constexpr double kBarrels = 7.33, kKilograms = 1000, kDaysOfYear = 365;  // of a tonne
    constexpr double kNear = 0.1;
    const bool barrels = claim.unit == "barrel";
    const auto others = numbers_.find(barrels ? "weight kg" : "volume barrel");
    if ((!barrels && claim.unit != "kg") || others == numbers_.end()) return false;
    const double factor = kKilograms / kBarrels;
    return std::ranges::any_of(others->second, [&](const Claim* other) {
      const double oil = (barrels ? claim.value : other->value) * factor;
      const double weight = barrels ? other->value : claim.value;
      const auto near = [&](double one) { return std::abs(one - weight) <= kNear * weight; };
      return other->account != claim.account && (near(oil) || near(oil * kDaysOfYear));
    });
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

  // Two counts of one kind in a sentence, and what share of both the first has.
  void note_shares() {
    constexpr double kLeastPart = 20;
    constexpr size_t kMostCounts = 12;  // of a sentence: one with more is a table
    const auto may_have = [](const Claim& claim) {
      return claim.slot == "quantity" && claim.sort == "count" && !claim.max &&
             claim.value >= kLeastPart;
    };
    for (const auto& telling : input_.tellings) {
      std::map<uint32_t, std::vector<const Claim*>> counts;  // by sentence
      for (const Claim& claim : telling.claims) {
        if (!may_have(claim)) continue;
        if (claim.of && *claim.of > claim.value) {
          note_share(100 * claim.value / *claim.of, claim, claim);
        }
        auto& here = counts[claim.sentence];
        if (here.size() < kMostCounts) here.push_back(&claim);
      }
      for (const auto& [sentence, here] : counts) {
        for (const Claim* part : here) {
          for (const Claim* rest : here) {
            if (rest == part || rest->about != part->about) continue;
            note_share(100 * part->value / (part->value + rest->value), *part, *rest);
          }
        }
      }
    }
    std::ranges::sort(shares_);
  }

  void note_share(double percent, const Claim& part, const Claim& rest) {
    shares_.emplace_back(percent, part.account);
    shares_of_[&part].push_back(percent);
    if (&rest != &part) shares_of_[&rest].push_back(percent);
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
  // What two counts of a sentence make of the whole, in per cent, and the account that says so.
  std::vector<std::pair<double, uint32_t>> shares_;
  std::map<const Claim*, std::vector<double>> shares_of_;  // either of these
  std::vector<std::vector<double>> digits_;                // of each article
};

}  // namespace

bool may_be_lone(const Claim& claim) {
  const double worth = worth_of(claim);
  if (claim.slot != "rank" && worth >= kLead) return false;
  return worth >= std::min(kLeast, kLeastMentioned) && !says_little(claim);
}

std::vector<LoneFigure> lone_figures(const Input& input, const std::vector<Group>& groups) {
  return LoneFigures(input, groups).find();
}

}  // namespace synoptic::compare
