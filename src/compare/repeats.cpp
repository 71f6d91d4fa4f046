#include "compare/repeats.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

namespace synoptic::compare {
namespace {

constexpr uint64_t kMarks = 3;      // bytes of marks at either end of a clause
constexpr double kMostlyOne = 0.6;  // of two clauses, what they share

using At = std::pair<std::string_view, uint32_t>;  // article, first byte

At at_of(const model::FactValue& value) { return {value.article, value.span.begin}; }

bool is_contradiction(const model::Fact& fact) {
  return fact.verdict == "differ" || fact.verdict == "update" ||
         fact.verdict == "attributed_difference";
}

bool is_explanation(const model::Fact& fact) { return fact.verdict != "differ"; }

bool is_statement(const model::Fact& fact) {
  return fact.slot == "outcome" && fact.about == "statement";
}

bool is_name(const std::string& slot) {
  return slot == "actor" || slot == "recipient" || slot == "place" || slot == "attribution";
}

bool are_kin(const model::Fact& a, const model::Fact& b) {
  return a.slot == b.slot || (is_name(a.slot) && is_name(b.slot));
}

// "Nobody was hurt", told as a number.
bool is_none(const model::FactValue& value) { return value.norm == "0"; }

bool has_none(const model::Fact& fact) {
  return fact.slot == "quantity" && std::any_of(fact.values.begin(), fact.values.end(), is_none);
}

bool mostly_one(Span a, Span b) {
  const double both = static_cast<double>(std::min(a.end, b.end)) - std::max(a.begin, b.begin);
  return both >= kMostlyOne * std::max(a.end - a.begin, b.end - b.begin);
}

// The values of a fact by the article that they stand in.
class Cells {
 public:
  explicit Cells(const model::Fact& fact) : fact_(&fact) {
    for (const auto& value : fact.values) cells_.push_back(&value);
    std::stable_sort(cells_.begin(), cells_.end(),
                     [](const auto* a, const auto* b) { return a->article < b->article; });
  }

  const model::Fact& fact() const { return *fact_; }

  // The one that stands where `value` does, if any.
  const model::FactValue* at(const model::FactValue& value) const {
    auto cell = std::lower_bound(
        cells_.begin(), cells_.end(), value,
        [](const auto* known, const auto& one) { return known->article < one.article; });
    for (; cell != cells_.end() && (*cell)->article == value.article; ++cell) {
      if ((*cell)->span.overlaps(value.span)) return *cell;
    }
    return nullptr;
  }

 private:
  const model::Fact* fact_;
  std::vector<const model::FactValue*> cells_;
};

using Sides = std::map<uint32_t, uint32_t>;  // of one fact, and what they are in another

Sides sides_in(const Cells& other, const model::Fact& fact) {
  Sides out;
  for (const auto& value : fact.values) {
    if (const auto* cell = other.at(value)) out.emplace(value.side, cell->side);
  }
  return out;
}

bool are_two(const Sides& sides) {
  return std::any_of(sides.begin(), sides.end(),
                     [&](const auto& side) { return side.second != sides.begin()->second; });
}

// What differs is told between the two sentences, or between what stands with them. A number may
// be told of the title that the sentence has.
bool tells_statement(const Cells& other, const model::Fact& statement) {
  Sides sides = sides_in(other, statement);
  for (const auto& value : statement.values) {
    for (const auto& known : other.fact().values) {
      const bool again = !known.text.empty() && known.account == value.account &&
                         other.fact().slot != "outcome" &&
                         value.text.find(known.text) != std::string::npos;
      if (again) sides.emplace(value.side, known.side);
    }
  }
  const auto first = sides.find(0), second = sides.find(1);
  // What contradicts one side of an outcome is the other.
  if (other.fact().slot == "outcome" && are_two(sides)) {
    return first != sides.end() || second != sides.end();
  }
  return first != sides.end() && second != sides.end() && first->second != second->second;
}

// Two sides of the one stand where two of the other do. In one sentence there may be two points
// ("14 dead in Lyon"), in one word only one.
bool tell_one_point(const model::Fact& fact, const Cells& other) {
  if (is_statement(other.fact())) return false;
  if (is_statement(fact)) return tells_statement(other, fact);
  const bool may_be =
      are_kin(fact, other.fact()) || (fact.slot == "outcome" && has_none(other.fact()));
  return may_be && are_two(sides_in(other, fact));
}

auto worth(const model::Fact& fact) {
  const int exact = is_statement(fact) ? 0 : fact.slot == "outcome" ? 1 : 2;
  const bool typed = fact.about != "named" && fact.about != "mentioned";
  return std::tuple(exact, is_explanation(fact), typed, fact.confidence);
}

void drop(std::vector<Ranked>& facts, const std::set<const model::Fact*>& repeated) {
  std::erase_if(facts, [&](const Ranked& ranked) { return repeated.contains(&ranked.fact); });
}

// "The government and the bank": two names of one fact in one sentence.
bool are_joined(const model::FactValue& a, const model::FactValue& b) {
  return a.article == b.article && a.norm != b.norm && !a.span.overlaps(b.span) &&
         a.evidence_span.overlaps(b.evidence_span);
}

// The side in which the value stands in a fact that has some sides of `other`: where it is no side
// there, that of a name it is joined to.
std::optional<uint32_t> side_in(const Sides& sides, const model::Fact& other,
                                const model::FactValue& value) {
  const auto own = sides.find(value.side);
  if (own != sides.end()) return own->second;
  if (!is_name(other.slot)) return std::nullopt;
  for (const auto& beside : other.values) {
    const auto side = sides.find(beside.side);
    if (side != sides.end() && are_joined(beside, value)) return side->second;
  }
  return std::nullopt;
}

// What the other tells of further accounts stands beside it, and names joined to its own.
void take_over(model::Fact& fact, const model::Fact& other) {
  const Cells cells(fact);
  Sides sides = sides_in(cells, other);
  if (is_statement(other)) {
    for (const uint32_t side : {0U, 1U}) {
      const auto against = sides.find(1 - side);
      if (against != sides.end()) sides.emplace(side, against->second == 0 ? 1 : 0);
    }
  }
  std::vector<model::FactValue> more;
  for (const auto& value : other.values) {
    const auto side = side_in(sides, other, value);
    if (!side) continue;
    const bool stands =
        std::any_of(fact.values.begin(), fact.values.end(), [&](const model::FactValue& known) {
          const bool joined = is_name(fact.slot) && known.side == *side && are_joined(known, value);
          return known.account == value.account && !joined;
        });
    if (stands) continue;
    more.push_back(value);
    more.back().side = *side;
  }
  for (auto& value :
       more) {  // a joined name as it stands in the text, in front of the other or behind
    const auto behind =
        std::find_if(fact.values.begin(), fact.values.end(), [&](const model::FactValue& known) {
          return known.article == value.article && known.span.begin > value.span.begin;
        });
    fact.values.insert(behind, std::move(value));
  }
}

void drop_told_better(std::vector<Ranked>& facts) {
  std::vector<model::Fact*> told;
  for (auto& ranked : facts) {
    if (is_contradiction(ranked.fact)) told.push_back(&ranked.fact);
  }
  std::stable_sort(told.begin(), told.end(),
                   [](const auto* a, const auto* b) { return worth(*a) > worth(*b); });
  std::vector<model::Fact*> kept;
  std::vector<Cells> cells;  // of those
  std::set<const model::Fact*> repeated;
  for (model::Fact* fact : told) {
    const auto better = std::find_if(cells.begin(), cells.end(), [&](const Cells& other) {
      return tell_one_point(*fact, other);
    });
    if (better == cells.end()) {
      kept.push_back(fact);
      cells.emplace_back(*fact);
      continue;
    }
    model::Fact& stays = *kept[static_cast<size_t>(better - cells.begin())];
    if (stays.slot == fact->slot && stays.verdict == fact->verdict) {
      take_over(stays, *fact);
      *better = Cells(stays);
    }
    repeated.insert(fact);
  }
  drop(facts, repeated);
}

// All of the agreement is on one side of what came out otherwise.
bool is_one_side(const model::Fact& fact, const Cells& other) {
  const bool outcome = fact.slot == "outcome";
  const model::FactValue* first = nullptr;
  for (const auto& value : fact.values) {
    const auto* cell = other.at(value);
    if (cell == nullptr) return false;
    if (first == nullptr) first = cell;
    if (cell->side != first->side) return false;
    if (fact.slot != other.fact().slot && !is_none(value)) return false;
    // A clause may tell of more deeds than the one that is contradicted.
    if (outcome && !is_statement(fact) && fact.about != other.fact().about &&
        !mostly_one(value.span, cell->span)) {
      return false;
    }
  }
  return true;
}

void drop_sides(std::vector<Ranked>& facts) {
  std::vector<Cells> told;
  for (const auto& [fact, salience] : facts) {
    if (is_contradiction(fact) && fact.slot == "outcome" && !is_statement(fact)) {
      told.emplace_back(fact);
    }
  }
  std::set<const model::Fact*> repeated;
  for (const Ranked& ranked : facts) {
    const model::Fact& fact = ranked.fact;
    if (fact.verdict != "agree" || (fact.slot != "outcome" && fact.slot != "quantity")) continue;
    const bool again = std::any_of(told.begin(), told.end(),
                                   [&](const Cells& other) { return is_one_side(fact, other); });
    if (again) repeated.insert(&fact);
  }
  drop(facts, repeated);
}

// One side of `other` has all values of the fact.
bool is_within(const model::Fact& fact, const model::Fact& other) {
  std::map<At, uint32_t> sides;
  for (const auto& value : other.values) sides.emplace(at_of(value), value.side);
  const auto first = sides.find(at_of(fact.values.front()));
  return first != sides.end() &&
         std::all_of(fact.values.begin(), fact.values.end(), [&](const auto& value) {
           const auto found = sides.find(at_of(value));
           return found != sides.end() && found->second == first->second;
         });
}

// "14 killed", told by two, is half of "14 killed, then 19"; one party of "arrest" and "convict".
void drop_halves(std::vector<Ranked>& facts) {
  std::map<std::pair<std::string_view, At>, std::vector<const model::Fact*>> told;  // by slot
  for (const auto& [fact, salience] : facts) {
    if (fact.verdict == "only") continue;
    for (const auto& value : fact.values) told[{fact.slot, at_of(value)}].push_back(&fact);
  }
  std::set<const model::Fact*> repeated;
  for (const Ranked& ranked : facts) {
    const model::Fact& fact = ranked.fact;
    if (fact.verdict != "agree" || fact.slot == "outcome" || fact.slot == "certainty") continue;
    const auto& others = told[{fact.slot, at_of(fact.values.front())}];
    const bool again = std::any_of(others.begin(), others.end(), [&](const model::Fact* other) {
      return other != &fact && !repeated.contains(other) && is_within(fact, *other);
    });
    if (again) repeated.insert(&fact);
  }
  drop(facts, repeated);
}

// One clause that an account has alone is told once: as a deed before a statement.
void drop_told_alone(std::vector<Ranked>& facts) {
  const auto is_alone = [](const model::Fact& fact) {
    return fact.verdict == "only" && fact.slot == "outcome" && fact.values.size() == 1;
  };
  std::set<const model::Fact*> repeated;
  for (const Ranked& ranked : facts) {
    const model::Fact& fact = ranked.fact;
    if (!is_alone(fact) || !is_statement(fact)) continue;
    const auto& value = fact.values.front();
    const bool again = std::any_of(facts.begin(), facts.end(), [&](const Ranked& other) {
      if (!is_alone(other.fact) || is_statement(other.fact)) return false;
      const auto& told = other.fact.values.front();
      return told.article == value.article && told.span.begin <= value.span.begin + kMarks &&
             value.span.end <= told.span.end + kMarks;
    });
    if (again) repeated.insert(&fact);
  }
  drop(facts, repeated);
}

}  // namespace

void drop_repeated(std::vector<Ranked>& facts) {
  drop_told_better(facts);
  drop_halves(facts);
  drop_sides(facts);
  drop_told_alone(facts);
}

}  // namespace synoptic::compare
