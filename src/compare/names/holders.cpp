#include "compare/names/holders.h"

#include <algorithm>
#include <map>

#include "compare/names/part_of.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kNearWord = 40;  // bytes between the name and the word

// holding -> account -> where the account names a holder
using Holders = std::map<std::string, std::map<uint32_t, Claim>>;

bool is_party(const model::Mention& mention) {
  return !mention.entity.empty() &&
         (mention.type == model::EntityType::kCountry ||
          mention.type == model::EntityType::kRegion || mention.type == model::EntityType::kOrg);
}

using BySentence = std::vector<std::vector<const model::Mention*>>;

BySentence parties_of(const Telling& telling) {
  BySentence out(telling.sentences.size());
  for (const auto& mention : telling.annotated->mentions) {
    if (is_party(mention) && !is_beyond(telling, mention.at)) {
      out[sentence_of(telling, mention.at)].push_back(&mention);
    }
  }
  return out;
}

const model::Mention* nearest(const std::vector<const model::Mention*>& parties, Range word) {
  const model::Mention* best = nullptr;
  for (const auto* mention : parties) {
    const uint32_t here = mention->at.range.distance(word);
    if (here > kNearWord) continue;
    if (best == nullptr || here < best->at.range.distance(word)) best = mention;
  }
  return best;
}

Claim claim_of(const Telling& telling, uint32_t article, uint32_t sentence,
               const model::Mention& mention) {
  Claim claim;
  claim.article = article;
  claim.account = telling.account;
  claim.slot = "recipient";
  claim.entity = claim.norm = mention.entity;
  claim.text = mention.text;
  claim.name = mention.name;
  claim.at = mention.at;
  claim.sentence = sentence;
  claim.salience = salience_at(telling, sentence);
  return claim;
}

// The body's sentence is kept where title and body both have one.
void collect(const Telling& telling, uint32_t article, Holders& holders) {
  const auto lang = model::table_language(telling.annotated->article.lang);
  const auto& holdings = holdings_of(lang);
  if (holdings.empty()) return;
  const BySentence parties = parties_of(telling);
  for (uint32_t i = 0; i < telling.sentences.size(); ++i) {
    if (parties[i].empty()) continue;
    const Sentence& sentence = telling.sentences[i];
    const text::Folded& folded = sentence.folded;
    for (const auto& [word, holding] : holdings) {
      const size_t at = find_word(folded.text, word);
      if (at == std::string::npos) continue;
      Range range =
          folded.to_source({static_cast<uint32_t>(at), static_cast<uint32_t>(at + word.size())});
      range.begin += sentence.range.begin;
      range.end += sentence.range.begin;
      const auto* party = nearest(parties[i], range);
      if (party == nullptr) continue;
      Claim claim = claim_of(telling, article, i, *party);
      auto [kept, fresh] = holders[holding].try_emplace(telling.account, claim);
      if (!fresh && kept->second.sentence == 0) kept->second = std::move(claim);
    }
  }
}

}  // namespace

std::vector<Ranked> compare_holders(const Input& input) {
  Holders holders;
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    if (input.tellings[i].original) collect(input.tellings[i], i, holders);
  }
  std::vector<Ranked> out;
  for (const auto& [holding, by_account] : holders) {
    if (by_account.size() < 2) continue;
    const std::string& first = by_account.begin()->second.entity;
    bool alike = true, held = true;
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const auto& [account, claim] : by_account) {
      alike &= claim.entity == first;
      held &= claim.entity == first || includes(*input.knowledge, first, claim.entity) ||
              includes(*input.knowledge, claim.entity, first);
      salience = std::max(salience, claim.salience);
      values.push_back(cell(input, claim));
    }
    if (!held) continue;
    out.push_back({make_fact("recipient", holding, alike ? "agree" : "broader_narrower",
                             std::move(values), 0.6, "whose " + holding + " it is"),
                   salience});
  }
  return out;
}

}  // namespace synoptic::compare
