#include "compare/outcomes/outcome_agreements.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace synoptic::compare {
namespace {

struct BoundSpot {
  std::string_view article, matter;
  bool yes = false;
  Span span;  // of its word, in the capture
};

std::vector<BoundSpot> bound_spots(const Input& input, const std::vector<OutcomeSpot>& spots) {
  std::vector<BoundSpot> out;
  for (const OutcomeSpot& spot : spots) {
    if (spot.outcome == Outcome::kOpen || spot.sure < 1) continue;
    if (!has_flag(spot.matter, MatterFlag::kBound)) continue;
    const auto& telling = input.tellings[spot.article];
    const uint32_t block = telling.sentences[spot.sentence].block;
    out.push_back({telling.annotated->article.id, spot.matter, is_yes(spot),
                   span_in_capture(telling, block, spot.word)});
  }
  return out;
}

// The cells that say it otherwise than most; of one matter.
std::set<size_t> told_otherwise(const model::Fact& fact, const std::vector<BoundSpot>& spots) {
  std::map<std::string_view, std::set<size_t>> yes, no;  // cells, by matter
  for (size_t i = 0; i < fact.values.size(); ++i) {
    const auto& value = fact.values[i];
    for (const BoundSpot& spot : spots) {
      if (spot.article != value.article || !spot.span.overlaps(value.span)) continue;
      (spot.yes ? yes : no)[spot.matter].insert(i);
    }
  }
  for (const auto& [matter, cells] : yes) {
    const auto other = no.find(matter);
    if (other == no.end() || other->second == cells) continue;
    return cells.size() < other->second.size() ? cells : other->second;
  }
  return {};
}

}  // namespace

void drop_deeds_told_otherwise(const Input& input, const std::vector<OutcomeSpot>& spots,
                               std::vector<Ranked>& facts) {
  const auto bound = bound_spots(input, spots);
  if (bound.empty()) return;
  std::erase_if(facts, [&](Ranked& ranked) {
    auto& fact = ranked.fact;
    if (fact.slot != "outcome" || fact.verdict != "agree") return false;
    const auto otherwise = told_otherwise(fact, bound);
    if (otherwise.empty()) return false;
    std::vector<model::FactValue> kept;
    std::set<uint32_t> accounts;
    for (size_t i = 0; i < fact.values.size(); ++i) {
      if (otherwise.contains(i)) continue;
      accounts.insert(fact.values[i].account);
      kept.push_back(std::move(fact.values[i]));
    }
    fact.values = std::move(kept);
    return accounts.size() < 2;
  });
}

}  // namespace synoptic::compare
