#include "compare/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "base/hash.h"
#include "base/table.h"
#include "compare/figures/dates.h"
#include "compare/figures/firsts.h"
#include "compare/match.h"
#include "compare/rules.h"
#include "compare/trees.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kLead = 4;               // sentences, the title among them
constexpr int64_t kLaterMinutes = 30;       // dates of two pages nearer than this have no order
constexpr Calibration kRight{0.97, -0.56};  // of the odds that figures or days differ
constexpr double kLeastLikely = 0.5;        // confidence; below it they are rather of two things

bool one_value(const std::vector<const Claim*>& claims) {
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      if (match(*claims[i], *claims[j]) != Match::kSame) return false;
    }
  }
  return true;
}

bool any_contradict(const std::vector<const Claim*>& claims) {
  for (size_t i = 0; i < claims.size(); ++i) {
    for (size_t j = i + 1; j < claims.size(); ++j) {
      if (match(*claims[i], *claims[j]) == Match::kDifferent) return true;
    }
  }
  return false;
}

// Every value has its own source, and no two sources are one.
bool told_by_others(const std::vector<const Claim*>& claims) {
  std::map<std::string, std::set<std::string>> values_of;
  for (const Claim* claim : claims) {
    if (claim->claimant.empty()) return false;
    values_of[claim->claimant].insert(claim->norm);
  }
  return values_of.size() > 1 && std::all_of(values_of.begin(), values_of.end(),
                                             [](const auto& p) { return p.second.size() == 1; });
}

// A day's slack: the same night has two dates in two time zones.
bool day_apart(const std::vector<const Claim*>& claims) {
  int64_t first = 0, last = 0;
  bool begun = false;
  for (const Claim* claim : claims) {
    if (claim->slot != "date" || !claim->is_day) return false;
    const int64_t day =
        model::days_from_civil(claim->date.year, claim->date.month, claim->date.day);
    first = begun ? std::min(first, day) : day;
    last = begun ? std::max(last, day) : day;
    begun = true;
  }
  return last - first == 1;
}

// The accounts that have the later day date their pages further east: one instant may have both.
bool zones_explain(const Input& input, const std::vector<const Claim*>& claims) {
  std::map<int64_t, std::set<int>> offsets;  // by day
  for (const Claim* claim : claims) {
    const auto& article = input.tellings[claim->article].annotated->article;
    const int64_t day =
        model::days_from_civil(claim->date.year, claim->date.month, claim->date.day);
    if (const auto minutes = clock_of(article)) offsets[day].insert(*minutes);
  }
  if (offsets.size() < 2) return false;
  return *offsets.rbegin()->second.begin() > *offsets.begin()->second.rbegin();
}

struct Verdict {
  std::string name, rule;
};

Verdict verdict_of(const Input& input, const Group& group) {
  const auto& claims = group.claims;
  if (!group.verdict.empty()) return {group.verdict, group.rule};
  if (one_value(claims)) {
    const bool alike = std::all_of(claims.begin(), claims.end(), [&](const Claim* claim) {
      return claim->norm == claims[0]->norm;
    });
    return {"agree", alike ? rules::kSameValue : "the same value, rounded in some"};
  }
  if (!any_contradict(claims)) {
    return {"broader_narrower", "one value holds the other"};
  }
  if (claims[0]->slot == "date" && day_apart(claims) && zones_explain(input, claims)) {
    return {"agree", "a day apart in different time zones"};
  }
  if (told_by_others(claims)) {
    return {"attributed_difference", "each value has its own source"};
  }
  return {"differ", group.rule};
}

double salience_of(const std::vector<const Claim*>& claims) {
  double sum = 0;
  for (const Claim* claim : claims) sum += claim->salience;
  const double mean = sum / static_cast<double>(claims.size());
  const bool background = std::all_of(claims.begin(), claims.end(),
                                      [](const Claim* claim) { return claim->background; });
  return mean * (background ? 0.5 : 1.0);
}

// Claims that say the same stand on one side; sides are numbered as they come. "About 210" is the
// same as 200 and as 210, which are two: it goes to the nearest of those that give a plain number.
std::vector<uint32_t> sides_of(const std::vector<const Claim*>& claims) {
  std::vector<size_t> order(claims.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_partition(order.begin(), order.end(),
                        [&](size_t i) { return claims[i]->modifier.empty(); });
  std::vector<size_t> head(claims.size());  // the first claim of its side
  for (size_t k = 0; k < order.size(); ++k) {
    const Claim& own = *claims[order[k]];
    size_t twin = k;
    for (size_t other = 0; other < k; ++other) {
      const Claim& claim = *claims[order[other]];
      if (match(claim, own) != Match::kSame) continue;
      const auto apart = [&](size_t of) { return std::abs(claims[order[of]]->value - own.value); };
      if (twin == k || apart(other) < apart(twin)) twin = other;
    }
    head[order[k]] = twin == k ? order[k] : head[order[twin]];
  }
  std::vector<uint32_t> sides;
  std::map<size_t, uint32_t> numbers;
  for (const size_t first : head) {
    sides.push_back(
        numbers.try_emplace(first, static_cast<uint32_t>(numbers.size())).first->second);
  }
  return sides;
}

uint32_t side_among(const std::vector<const Claim*>& claims, const Claim& claim) {
  const auto at = std::find(claims.begin(), claims.end(), &claim) - claims.begin();
  return sides_of(claims)[static_cast<size_t>(at)];
}

// Copies say the same once more: their cells stand beside their original's. One that says something
// else there has a claim of its own.
void add_copies(const Input& input, const std::vector<const Claim*>& claims,
                std::vector<model::FactValue>& values) {
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    const auto& telling = input.tellings[i];
    if (telling.original) continue;
    if (std::any_of(claims.begin(), claims.end(),
                    [&](const Claim* claim) { return claim->article == i; })) {
      continue;
    }
    for (const Claim* claim : claims) {
      if (claim->account != telling.account) continue;
      const auto twin =
          std::find_if(telling.claims.begin(), telling.claims.end(), [&](const Claim& other) {
            return other.slot == claim->slot && other.sort == claim->sort &&
                   (other.about == claim->about || other.about.empty()) &&
                   match(other, *claim) == Match::kSame;
          });
      if (twin == telling.claims.end()) continue;
      values.push_back(named_cell(input, *twin));
      values.back().side = side_among(claims, *claim);
      break;
    }
  }
}

// What the title gives, the body gives in a fuller sentence: that one is shown.
const Claim& fullest(const Input& input, const Claim& claim) {
  if (claim.sentence != 0) return claim;
  const auto& claims = input.tellings[claim.article].claims;
  const auto twin = std::find_if(claims.begin(), claims.end(), [&](const Claim& other) {
    return other.sentence != 0 && other.slot == claim.slot && other.sort == claim.sort &&
           other.background == claim.background &&
           (other.about == claim.about || other.about.empty() || claim.about.empty() ||
            claim.slot == "place") &&
           other.norm == claim.norm && other.modifier == claim.modifier;
  });
  return twin == claims.end() ? claim : *twin;
}

double confidence_of(const Group& group, const std::string& verdict) {
  const double accounts = static_cast<double>(group.claims.size());
  if (verdict == "agree") return std::min(0.98, 0.55 + 0.15 * accounts);
  if (verdict == "differ" && group.odds) return kRight.right(*group.odds);
  return std::clamp(0.3 + 0.4 * group.strength, 0.3, 0.95);
}

}  // namespace

bool replaces_in_time(const Input& input, const std::vector<const Claim*>& claims) {
  for (const Claim* low : claims) {
    for (const Claim* high : claims) {
      if (low->value >= high->value || match(*low, *high) == Match::kSame) continue;
      const auto& earlier = input.tellings[low->article].minutes;
      const auto& later = input.tellings[high->article].minutes;
      if (!earlier || !later || *later - *earlier < kLaterMinutes) return false;
    }
  }
  return true;
}

model::FactValue named_cell(const Input& input, const Claim& claim) {
  model::FactValue out = cell(input, claim);
  if (claim.slot == "quantity" || claim.slot == "money" || claim.slot == "rank" ||
      claim.slot == "outcome") {
    out.name = claim.shown.empty() ? claim.norm : claim.shown;
  }
  return out;
}

// What stands in the title and lead belongs to the event; other days and places are only named.
bool tells_event(const std::vector<const Claim*>& claims) {
  return std::any_of(claims.begin(), claims.end(),
                     [](const Claim* claim) { return claim->sentence < kLead; });
}

namespace {

// "64 houses" are no households: one class for counting, but the word says what stood there.
bool is_of_households(const Claim* claim) {
  static const auto& words = *new std::vector<std::string>([] {
    std::vector<std::string> out;
    for (const TableRow row : DataTable::embedded("compare/households.tsv", 2)) {
      for (const auto word : row.words(1)) out.push_back(text::fold_copy(word));
    }
    return out;
  }());
  const std::string noun = text::fold_copy(claim->name);
  return noun.empty() || std::any_of(words.begin(), words.end(), [&](const std::string& word) {
           return noun.starts_with(word);
         });
}

}  // namespace

std::string about_of_group(const Input& input, const std::vector<const Claim*>& claims) {
  std::map<std::string, size_t> votes;
  for (const Claim* claim : claims) {
    if (!claim->about.empty()) ++votes[claim->about];
  }
  std::string best;
  size_t most = 0;
  for (const auto& [about, count] : votes) {
    if (count > most) {
      best = about;
      most = count;
    }
  }
  if (best == "households" && std::none_of(claims.begin(), claims.end(), is_of_households)) {
    return "homes";
  }
  if (!best.empty()) return best;
  const std::string& slot = claims[0]->slot;
  if (slot == "date" || slot == "place") return tells_event(claims) ? "event" : "mentioned";
  // No class: the counted noun as written, of an account in the language of the facts where there
  // is one.
  const Claim* speaker = nullptr;
  for (const Claim* claim : claims) {
    if (claim->name.empty()) continue;
    const auto lang = model::table_language(input.tellings[claim->article].annotated->article.lang);
    if (speaker == nullptr || lang == knowledge::kCanonicalLanguage) speaker = claim;
  }
  if (speaker != nullptr) return speaker->name;
  if (slot == "money") {
    const std::string deed =
        deed_at(input.tellings[claims[0]->article], claims[0]->sentence, claims[0]->at);
    return deed.empty() ? "amount" : deed;
  }
  return claims[0]->sort.substr(0, claims[0]->sort.find(' '));
}

// Where the caller knows nothing better: values of one comparable form are on one side.
void number_sides(model::Fact& fact) {
  if (fact.verdict == "agree" || fact.verdict == "only") return;
  if (std::any_of(fact.values.begin(), fact.values.end(),
                  [](const auto& value) { return value.side != 0; })) {
    return;
  }
  std::map<std::string_view, uint32_t> sides;
  for (auto& value : fact.values) {
    value.side = sides.try_emplace(value.norm, static_cast<uint32_t>(sides.size())).first->second;
  }
}

model::Fact make_fact(std::string slot, std::string about, std::string verdict,
                      std::vector<model::FactValue> values, double confidence, std::string rule) {
  model::Fact fact;
  const std::string identity = slot + "|" + about + "|" + values[0].article + "|" + values[0].norm;
  fact.id = fmt::format("f{:08x}", static_cast<uint32_t>(fnv1a(identity)));
  fact.slot = std::move(slot);
  fact.about = std::move(about);
  fact.verdict = std::move(verdict);
  fact.values = std::move(values);
  number_sides(fact);
  fact.confidence = confidence;
  fact.rule = std::move(rule);
  return fact;
}

std::vector<Ranked> judge(const Input& input, const std::vector<Group>& groups) {
  std::vector<Ranked> out;
  for (const auto& group : groups) {
    if (group.claims.size() < 2) continue;
    if (std::all_of(group.claims.begin(), group.claims.end(),
                    [](const Claim* claim) { return is_first(*claim); })) {
      continue;  // everything is the first of some kind
    }
    const Verdict verdict = verdict_of(input, group);
    const double confidence = confidence_of(group, verdict.name);
    if (verdict.name == "differ" && confidence < kLeastLikely) continue;
    std::vector<model::FactValue> values;
    const auto sides = sides_of(group.claims);
    for (size_t i = 0; i < group.claims.size(); ++i) {
      values.push_back(named_cell(input, fullest(input, *group.claims[i])));
      values.back().side = verdict.name == "agree" ? 0 : sides[i];
    }
    add_copies(input, group.claims, values);
    out.push_back({make_fact(group.claims[0]->slot, about_of_group(input, group.claims),
                             verdict.name, std::move(values), confidence, verdict.rule),
                   salience_of(group.claims)});
  }
  return out;
}

}  // namespace synoptic::compare
