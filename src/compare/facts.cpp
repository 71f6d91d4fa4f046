#include "compare/facts.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/causes/causes.h"
#include "compare/figures/ages.h"
#include "compare/figures/directions.h"
#include "compare/figures/moments.h"
#include "compare/figures/standings.h"
#include "compare/figures/zeros.h"
#include "compare/names/doers.h"
#include "compare/names/holders.h"
#include "compare/names/kinds.h"
#include "compare/names/parties.h"
#include "compare/names/places.h"
#include "compare/names/speakers.h"
#include "compare/names/swaps.h"
#include "compare/outcomes/deeds.h"
#include "compare/outcomes/outcome_agreements.h"
#include "compare/outcomes/outcomes.h"
#include "compare/provenance/copies.h"
#include "compare/singles.h"
#include "compare/statements/contraries.h"
#include "compare/statements/quotes.h"
#include "compare/statements/statements.h"

namespace synoptic::compare {
namespace {

// Dates and places take the main deed's name where their own sentence gives none.
void name_events(std::vector<Ranked>& facts, const std::string& main_family) {
  if (main_family.empty()) return;
  for (auto& ranked : facts) {
    if (ranked.fact.about == "event") ranked.fact.about = main_family;
  }
}

std::set<std::string> norms_of(const model::Fact& fact) {
  std::set<std::string> out;
  for (const auto& value : fact.values) out.insert(value.norm);
  return out;
}

// A difference between the same values as one that is told already adds its places to that one.
void append_differing(std::vector<Ranked>& to, std::vector<Ranked> from) {
  std::map<std::set<std::string>, size_t> told;
  for (size_t i = 0; i < to.size(); ++i) {
    if (to[i].fact.verdict == "differ") told.emplace(norms_of(to[i].fact), i);
  }
  for (auto& ranked : from) {
    const auto same = told.find(norms_of(ranked.fact));
    if (same == told.end()) {
      to.push_back(std::move(ranked));
      continue;
    }
    auto& fact = to[same->second].fact;
    for (auto& value : ranked.fact.values) {
      const auto twin = std::find_if(fact.values.begin(), fact.values.end(),
                                     [&](const auto& other) { return other.norm == value.norm; });
      const bool known =
          std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& other) {
            return other.article == value.article && other.span.overlaps(value.span);
          });
      if (known) continue;
      value.side = twin->side;
      fact.values.push_back(std::move(value));
    }
  }
}

}  // namespace

std::vector<Ranked> facts_of(const Input& input, const Passages& passages) {
  auto groups = align(input, passages);
  auto names_of_copies = compare_copies(input, groups);
  const auto outcomes = read_outcomes(input, passages);
  const Contradictions contradictions(input, outcomes);
  const auto stances = read_stances(input, passages);
  const SameStatement same(input, passages, contradictions, stances);
  Deeds deeds = compare_deeds(input);
  Quotes quotes = compare_quotes(input);

  std::vector<Ranked> facts = judge(input, groups);
  append_differing(facts, compare_zeros(input));
  append(facts, compare_ages(input, passages));
  append(facts, compare_headline_places(input));
  append_differing(facts, compare_doers(input, passages));
  append_differing(facts, compare_moments(input, passages));
  append_differing(facts, compare_names(input, passages, same, outcomes));
  append(facts, compare_standings(input));
  append_differing(facts, std::move(names_of_copies));
  append(facts, find_singles(input, groups, deeds, quotes, passages));
  name_events(facts, deeds.main_family);
  drop_deeds_told_otherwise(input, outcomes, deeds.facts);
  append(facts, deeds.facts);
  append(facts, compare_outcomes(input, passages, outcomes));
  append_differing(facts, compare_kinds(input, passages));
  append_differing(facts, compare_causes(input, passages));
  append(facts, compare_holders(input));
  append(facts, compare_statements(input, passages, contradictions, same, stances, outcomes).facts);
  append(facts, std::move(quotes.facts));
  append(facts, compare_parties(input, facts));
  append(facts, compare_speakers(input, passages));
  auto directions = compare_directions(input, passages);
  drop_against(directions, facts);
  append(facts, std::move(directions));
  append(facts, compare_contraries(input, passages, contradictions, same, facts));
  return facts;
}

}  // namespace synoptic::compare
