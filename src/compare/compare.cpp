#include "compare/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "compare/causes.h"
#include "compare/copies.h"
#include "compare/deeds.h"
#include "compare/directions.h"
#include "compare/doers.h"
#include "compare/holders.h"
#include "compare/kinds.h"
#include "compare/notes.h"
#include "compare/outcomes.h"
#include "compare/parties.h"
#include "compare/passages.h"
#include "compare/places.h"
#include "compare/provenance.h"
#include "compare/quotes.h"
#include "compare/singles.h"
#include "compare/speakers.h"
#include "compare/standings.h"
#include "compare/statements.h"
#include "compare/swaps.h"
#include "compare/zeros.h"

namespace synoptic::compare {
namespace {

// Dates and places take the main deed's name where their own sentence gives none.
void name_events(std::vector<Ranked>& facts, const std::string& main_family) {
  if (main_family.empty()) return;
  for (auto& ranked : facts) {
    if (ranked.fact.about == "event") ranked.fact.about = main_family;
  }
}

using At = std::pair<std::string_view, uint32_t>;  // article, first byte

At at_of(const model::FactValue& value) { return {value.article, value.span.begin}; }

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
void drop_repeated(std::vector<Ranked>& facts) {
  std::map<std::pair<std::string_view, At>, std::vector<const model::Fact*>> told;  // by slot
  for (const auto& [fact, salience] : facts) {
    if (fact.verdict == "only") continue;
    for (const auto& value : fact.values) told[{fact.slot, at_of(value)}].push_back(&fact);
  }
  std::set<const model::Fact*> repeated;
  for (const auto& [fact, salience] : facts) {
    if (fact.verdict != "agree" || fact.slot == "outcome" || fact.slot == "certainty") continue;
    const auto& others = told[{fact.slot, at_of(fact.values.front())}];
    const bool again = std::any_of(others.begin(), others.end(), [&](const model::Fact* other) {
      return other != &fact && !repeated.contains(other) && is_within(fact, *other);
    });
    if (again) repeated.insert(&fact);
  }
  std::erase_if(facts, [&](const Ranked& ranked) { return repeated.contains(&ranked.fact); });
}

void append(std::vector<Ranked>& to, std::vector<Ranked> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
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

// Differences first by how sure they are, then by how much they matter.
void sort_facts(std::vector<Ranked>& facts) {
  std::stable_sort(facts.begin(), facts.end(), [](const Ranked& a, const Ranked& b) {
    const double left = a.fact.confidence * (0.3 + a.salience);
    const double right = b.fact.confidence * (0.3 + b.salience);
    return left != right ? left > right : a.fact.id < b.fact.id;
  });
}

// Ids are made of the first cell; where one cell stands in two facts, the verdict tells them apart.
bool claim_id(model::Fact& fact, std::set<std::string>& ids) {
  if (ids.insert(fact.id).second) return true;
  fact.id = fmt::format("f{:08x}", static_cast<uint32_t>(fnv1a(fact.id + fact.verdict)));
  return ids.insert(fact.id).second;
}

void hand_out(std::vector<Ranked>& facts, model::Synopsis& synopsis) {
  std::set<std::string> ids;
  for (auto& ranked : facts) {
    auto& fact = ranked.fact;
    if (!claim_id(fact, ids)) continue;
    if (fact.verdict == "agree") {
      synopsis.agree.push_back(std::move(fact));
    } else if (fact.verdict == "only") {
      synopsis.only.push_back(std::move(fact));
    } else if (fact.verdict == "update") {
      synopsis.updates.push_back(std::move(fact));
    } else {
      synopsis.differ.push_back(std::move(fact));
    }
  }
}

std::vector<Ranked> facts_of(const Input& input) {
  const Passages passages(input);
  auto groups = align(input, passages);
  auto names_of_copies = compare_copies(input, groups);
  const auto outcomes = read_outcomes(input, passages);
  const Deeds deeds = compare_deeds(input);
  Quotes quotes = compare_quotes(input);

  std::vector<Ranked> facts = judge(input, groups);
  append_differing(facts, compare_zeros(input));
  append(facts, compare_headline_places(input));
  append_differing(facts, compare_doers(input, passages));
  append_differing(facts, compare_names(input, passages));
  append(facts, compare_standings(input));
  append_differing(facts, std::move(names_of_copies));
  append(facts, find_singles(input, groups, deeds, quotes, passages));
  name_events(facts, deeds.main_family);
  append(facts, deeds.facts);
  append(facts, compare_outcomes(input, passages, outcomes));
  append_differing(facts, compare_kinds(input, passages));
  append_differing(facts, compare_causes(input, passages));
  append(facts, compare_holders(input));
  append(facts, compare_statements(input, passages, outcomes).facts);
  append(facts, std::move(quotes.facts));
  append(facts, compare_parties(input, facts));
  append(facts, compare_speakers(input, passages));
  auto directions = compare_directions(input, passages);
  drop_against(directions, facts);
  append(facts, std::move(directions));
  return facts;
}

// The accounts of one event alone, under their numbers in the story.
Input part_of(const Input& input, const std::vector<uint32_t>& accounts) {
  Input out;
  out.knowledge = input.knowledge;
  out.accounts = input.accounts;
  for (const auto& telling : input.tellings) {
    if (std::find(accounts.begin(), accounts.end(), telling.account) == accounts.end()) continue;
    out.tellings.push_back(telling);
    for (auto& claim : out.tellings.back().claims) {
      claim.article = static_cast<uint32_t>(out.tellings.size() - 1);
    }
  }
  for (const auto& [entity, named_by] : input.named_by) {
    for (const uint32_t account : accounts) {
      if (named_by.contains(account)) out.named_by[entity].insert(account);
    }
  }
  return out;
}

}  // namespace

model::Synopsis compare(const model::Story& story,
                        std::span<const model::Annotated* const> articles,
                        const knowledge::Knowledge& knowledge) {
  const Input input = read_tellings(story, articles, knowledge);
  const auto events = events_of(input);
  std::vector<Ranked> facts;
  if (events.size() == 1) {
    facts = facts_of(input);
  } else {
    for (const auto& accounts : events) append(facts, facts_of(part_of(input, accounts)));
  }
  drop_repeated(facts);
  sort_facts(facts);

  model::Synopsis synopsis;
  synopsis.story = story.id;
  synopsis.title = story.title;
  synopsis.articles = story.articles;
  synopsis.accounts = story.accounts;
  hand_out(facts, synopsis);
  synopsis.provenance = trace(story, input);
  synopsis.notes = notes_of(input, events);
  return synopsis;
}

}  // namespace synoptic::compare
