#include "compare/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "compare/agreements.h"
#include "compare/alone.h"
#include "compare/facts.h"
#include "compare/notes.h"
#include "compare/provenance.h"

namespace synoptic::compare {
namespace {

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

// Two sides of the fact are two of `other`: the depth that an update explains is no difference.
bool is_explained(const model::Fact& fact, const model::Fact& other) {
  std::map<At, uint32_t> sides;
  for (const auto& value : other.values) sides.emplace(at_of(value), value.side);
  std::map<uint32_t, uint32_t> there;  // the side of `other` for one of the fact
  for (const auto& value : fact.values) {
    const auto found = sides.find(at_of(value));
    if (found != sides.end()) there.emplace(value.side, found->second);
  }
  return std::any_of(there.begin(), there.end(),
                     [&](const auto& side) { return side.second != there.begin()->second; });
}

void drop_explained(std::vector<Ranked>& facts) {
  std::set<std::string> explained;
  for (const auto& [fact, salience] : facts) {
    if (fact.verdict != "differ") continue;
    const bool is = std::any_of(facts.begin(), facts.end(), [&](const Ranked& other) {
      return (other.fact.verdict == "update" || other.fact.verdict == "attributed") &&
             other.fact.slot == fact.slot && is_explained(fact, other.fact);
    });
    if (is) explained.insert(fact.id);
  }
  std::erase_if(facts, [&](const Ranked& ranked) {
    return ranked.fact.verdict == "differ" && explained.contains(ranked.fact.id);
  });
}

void append(std::vector<Ranked>& to, std::vector<Ranked> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
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

// What is told of one event.
std::vector<Ranked> tell(const Input& input) {
  const Passages passages(input);
  auto facts = facts_of(input, passages);
  drop_doubtful_singles(input, passages, facts);
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
    facts = tell(input);
  } else {
    for (const auto& accounts : events) append(facts, tell(part_of(input, accounts)));
  }
  drop_repeated(facts);
  drop_explained(facts);
  drop_doubtful_agreements(input, facts);
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
