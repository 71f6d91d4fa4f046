#include "compare/figures/turns.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/table.h"
#include "compare/figures/ties.h"
#include "compare/figures/told_numbers.h"
#include "compare/match.h"
#include "compare/word_patterns.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr double kMostGrowth = 5;         // of a count from account to account
constexpr double kMostGrowthOnTop = 30;   // … of bounds that both accounts begin with
constexpr double kMostGrowthOfRough = 2;  // … of "some 30" where nobody has a time
constexpr double kTop = 0.85;             // salience of title and first sentences
constexpr int64_t kLaterMinutes = 30;     // dates of two pages nearer than this have no order
constexpr std::string_view kRoom = "the value is a bound that leaves room for more";

using Accounts = std::set<uint32_t>;

LanguagePatterns read_languages() {
  LanguagePatterns out;
  for (const TableRow row : DataTable::embedded("compare/turns.tsv", 3)) {
    const auto kind = row[0] == "so_far"  ? ChangeWord::kSoFar
                      : row[0] == "state" ? ChangeWord::kState
                                          : ChangeWord::kChanged;
    out.add(row[1], row[2], static_cast<uint32_t>(kind));
  }
  return out;
}

Accounts accounts_of(const Cluster& cluster) {
  Accounts out;
  for (const Claim* claim : cluster) out.insert(claim->account);
  return out;
}

bool all_of(const Cluster& cluster, bool Claim::*flag) {
  return std::all_of(cluster.begin(), cluster.end(),
                     [&](const Claim* claim) { return claim->*flag; });
}

bool any_of(const Cluster& cluster, bool Claim::*flag) {
  return std::any_of(cluster.begin(), cluster.end(),
                     [&](const Claim* claim) { return claim->*flag; });
}

bool share(const Accounts& a, const Accounts& b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t account) { return b.contains(account); });
}

class Finder {
 public:
  Finder(const Input& input, std::span<const Cluster> clusters)
      : input_(input), clusters_(clusters) {
    for (const Cluster& cluster : clusters) accounts_.push_back(accounts_of(cluster));
  }

  std::vector<Turn> find() const {
    std::vector<Turn> may_be;
    for (size_t a = 0; a < clusters_.size(); ++a) {
      for (size_t b = 0; b < clusters_.size(); ++b) {
        if (a == b || clusters_[a].empty() || clusters_[b].empty()) continue;
        if (is_later(a, b)) may_be.push_back({a, b, {}});
      }
    }
    std::vector<Turn> out;
    for (Turn turn : may_be) {
      if (may_turn(turn)) turn.reason = reason_of(turn);
      if (turn.reason.empty() && minutes_between(turn.before, turn.after) &&
          goes_with(turn, may_be)) {
        turn.reason = "another count changes with it";
      }
      const bool yields = any_of(clusters_[turn.after], &Claim::yielding);
      if (turn.is_told() || may_turn(turn) || yields) out.push_back(turn);
    }
    return out;
  }

 private:
  // Of two clusters of one count, whether one is what the count may have become.
  bool is_later(size_t before, size_t after) const {
    const Claim& low = *clusters_[before][0];
    const Claim& high = *clusters_[after][0];
    if (is_vague(low.modifier) || is_vague(high.modifier)) return false;  // "dozens"
    // "At least six" is no contradiction of "at least two", but what the count became.
    const bool bounds = low.value < high.value && are_two_bounds(low, high);
    if (match(low, high) != Match::kDifferent && !bounds) return false;
    // What all tell as what it was is not what it became.
    if (!has_others(before, after) || all_of(clusters_[after], &Claim::former)) return false;
    if (!tells_both(before, after)) {
      if (low.background || high.background) return false;
      if (!count_one_thing(clusters_[before], clusters_[after])) return false;
      if (!any_of(clusters_[before], &Claim::rising)) return false;
    }
    const bool top = bounds && std::min(low.salience, high.salience) >= kTop;
    if (std::max(low.value, high.value) >
        (top ? kMostGrowthOnTop : kMostGrowth) * std::min(low.value, high.value)) {
      return false;  // one of them counts something else
    }
    const auto between = minutes_between(before, after);
    if (!between) return low.value < high.value;
    if (!is_dated(before) || !is_dated(after)) {
      return low.value < high.value && *between >= kLaterMinutes;
    }
    return *between >= kLaterMinutes && !is_told_later(low, after);
  }

  // "From 12 to 15": one sentence says what the count was and what it became.
  bool tells_both(size_t before, size_t after) const {
    if (clusters_[before][0]->sort != "count") return false;
    return std::any_of(clusters_[after].begin(), clusters_[after].end(), [&](const Claim* now) {
      return stand_together(clusters_[before], *now) && says(*now, ChangeWord::kChanged);
    });
  }

  static bool stand_together(const Cluster& before, const Claim& now) {
    return std::any_of(before.begin(), before.end(), [&](const Claim* old) {
      return old->article == now.article && old->sentence == now.sentence &&
             old->about == now.about && !old->of && !now.of;
    });
  }

  // Accounts that have the one and not the other.
  bool has_others(size_t before, size_t after) const {
    return std::any_of(accounts_[before].begin(), accounts_[before].end(),
                       [&](uint32_t account) { return !accounts_[after].contains(account); });
  }

  bool is_dated(size_t cluster) const {
    return std::all_of(
        clusters_[cluster].begin(), clusters_[cluster].end(),
        [&](const Claim* claim) { return input_.tellings[claim->article].minutes.has_value(); });
  }

  // From the last account that has the one and not the other to the first that has the other, of
  // those whose time is known.
  std::optional<int64_t> minutes_between(size_t before, size_t after) const {
    std::optional<int64_t> last;
    for (const Claim* claim : clusters_[before]) {
      if (accounts_[after].contains(claim->account)) continue;
      const auto& minutes = input_.tellings[claim->article].minutes;
      if (minutes) last = std::max(last.value_or(*minutes), *minutes);
    }
    const auto first = first_minutes(after);
    if (!last || !first) return std::nullopt;
    return *first - *last;
  }

  std::optional<int64_t> first_minutes(size_t cluster) const {
    std::optional<int64_t> first;
    for (const Claim* claim : clusters_[cluster]) {
      const auto& minutes = input_.tellings[claim->article].minutes;
      if (minutes) first = std::min(first.value_or(*minutes), *minutes);
    }
    return first;
  }

  bool rises(const Turn& turn) const {
    return clusters_[turn.before][0]->value < clusters_[turn.after][0]->value;
  }

  bool may_turn(const Turn& turn) const {
    return rises(turn) || any_of(clusters_[turn.after], &Claim::falling) ||
           tells_both(turn.before, turn.after);
  }

  // The injured get fewer as more of them die, never the other way round.
  bool may_turn_with(const Turn& turn, const Turn& other) const {
    return may_turn(turn) || (rises(other) && any_of(clusters_[turn.after], &Claim::yielding));
  }

  // An account that comes later still has the old value, and not the new one beside it.
  bool is_told_later(const Claim& old, size_t after) const {
    const Accounts& now = accounts_[after];
    const auto first = first_minutes(after);
    return std::any_of(input_.tellings.begin(), input_.tellings.end(), [&](const auto& telling) {
      return telling.original && !now.contains(telling.account) && telling.minutes &&
             *telling.minutes > *first && tells_number(telling, old);
    });
  }

  // A bound leaves room for more; a later account says that the count has changed, or tells the old
  // value beside the new; an earlier one says that it is not the last; or much time has passed.
  std::string_view reason_of(const Turn& turn) const {
    const Cluster& before = clusters_[turn.before];
    const Cluster& after = clusters_[turn.after];
    if (any_says(after, ChangeWord::kChanged)) return "a later account says that it changed";
    if (any_says(before, ChangeWord::kSoFar)) {
      return "an earlier account says that it is not the last";
    }
    const auto between = minutes_between(turn.before, turn.after);
    if (!between) return is_rough(*before[0], *after[0]) ? kRoom : std::string_view();
    if (tells_old_apart(before, after)) return "a later account tells the old value beside the new";
    if (are_two_bounds(*before[0], *after[0])) return kRoom;
    if (*between >= kLongAfterMinutes && !is_told_beside(*before[0], after)) {
      return "hours lie between";
    }
    return {};
  }

  // "Some 30", and 40.
  static bool is_rough(const Claim& low, const Claim& high) {
    return !low.modifier.empty() && match(low, high) == Match::kDifferent &&
           high.value <= kMostGrowthOfRough * low.value;
  }

  // Not in one sentence: "three are hurt, two of them badly".
  static bool tells_old_apart(const Cluster& before, const Cluster& after) {
    return std::any_of(before.begin(), before.end(), [&](const Claim* old) {
      return std::any_of(after.begin(), after.end(), [&](const Claim* now) {
        return now->account == old->account &&
               (now->article != old->article || now->sentence != old->sentence);
      });
    });
  }

  // A sentence of the new value has the old one, too: of a part of the same.
  bool is_told_beside(const Claim& old, const Cluster& after) const {
    return std::any_of(after.begin(), after.end(), [&](const Claim* now) {
      const auto& claims = input_.tellings[now->article].claims;
      return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        return claim.sentence == now->sentence && claim.slot == old.slot &&
               claim.sort == old.sort && claim.value == old.value;
      });
    });
  }

  bool says(const Claim& claim, ChangeWord word) const {
    const Telling& telling = input_.tellings[claim.article];
    const auto lang = model::table_language(telling.annotated->article.lang);
    return has_change_word(telling.sentences[claim.sentence].text, lang, word);
  }

  bool any_says(const Cluster& cluster, ChangeWord word) const {
    return std::any_of(cluster.begin(), cluster.end(),
                       [&](const Claim* claim) { return says(*claim, word); });
  }

  // Another count changes from the same accounts to the same others: "2 dead, 3 missing", then
  // "4 dead, 1 missing".
  bool goes_with(const Turn& turn, const std::vector<Turn>& all) const {
    const auto& about = clusters_[turn.before][0]->about;
    return std::any_of(all.begin(), all.end(), [&](const Turn& other) {
      return clusters_[other.before][0]->about != about && may_turn_with(turn, other) &&
             clusters_[other.after][0]->about != clusters_[turn.after][0]->about &&
             share(accounts_[turn.before], accounts_[other.before]) &&
             share(accounts_[turn.after], accounts_[other.after]);
    });
  }

  const Input& input_;
  std::span<const Cluster> clusters_;
  std::vector<Accounts> accounts_;
};

}  // namespace

bool has_change_word(std::string_view sentence, std::string_view lang, ChangeWord word) {
  static const LanguagePatterns languages = read_languages();
  const WordPatterns* words = languages.find(lang);
  if (words == nullptr) return false;
  const auto hits = words->find(text::fold_copy(sentence));
  return std::any_of(hits.begin(), hits.end(),
                     [&](const auto& hit) { return hit.value == static_cast<uint32_t>(word); });
}

bool tells_state_turn(const Input& input, const std::vector<std::pair<uint32_t, uint32_t>>& where) {
  return std::any_of(where.begin(), where.end(), [&](const auto& at) {
    const Telling& telling = input.tellings[at.first];
    const auto lang = model::table_language(telling.annotated->article.lang);
    const std::string_view sentence = telling.sentences[at.second].text;
    return has_change_word(sentence, lang, ChangeWord::kState) ||
           has_change_word(sentence, lang, ChangeWord::kSoFar);
  });
}

std::vector<Turn> find_turns(const Input& input, std::span<const Cluster> clusters) {
  return Finder(input, clusters).find();
}

}  // namespace synoptic::compare
