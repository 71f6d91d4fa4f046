#include "compare/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "compare/agreements.h"
#include "compare/alone.h"
#include "compare/facts.h"
#include "compare/notes.h"
#include "compare/provenance/provenance.h"
#include "compare/repeats.h"

namespace synoptic::compare {
namespace {

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
