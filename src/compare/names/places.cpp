#include "compare/names/places.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/names/beside.h"
#include "compare/names/name_sorts.h"
#include "compare/names/part_of.h"
#include "model/lead.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kLeadSentences = 3;  // the title is the first
constexpr std::string_view kFelt = "felt";

struct PlaceCounts {
  std::map<std::string, const Claim*> headline;  // cities of the title and lead
  std::set<std::string> all;                     // every place of the article
};

// "Quetta Gladiators": who is called after a city has it in the account, wherever it plays.
void add_home(const model::Mention& mention, const knowledge::Knowledge& knowledge,
              PlaceCounts& where) {
  constexpr size_t kMostWords = 3;  // of a city's name
  const auto words = text::words(mention.text);
  for (size_t i = 0; i + 1 < words.size() && i < kMostWords; ++i) {
    const Range name{words[0].range.begin, words[i].range.end};
    for (const auto* entity : knowledge.find_by_name(name.of(mention.text))) {
      if (entity->type == model::EntityType::kCity) where.all.insert(entity->id);
    }
  }
}

// "Quetta railway station": an unknown place that is called by a city names the city.
void add_places_within(const Telling& telling, const knowledge::Knowledge& knowledge,
                       PlaceCounts& where) {
  for (const auto& mention : telling.annotated->mentions) {
    if (is_government(mention)) continue;
    if (!mention.entity.empty()) where.all.insert(mention.entity);  // in the dateline, too
    if (mention.type == model::EntityType::kOrg) add_home(mention, knowledge, where);
    const bool unknown = mention.entity.empty() && (mention.type == model::EntityType::kRegion ||
                                                    mention.type == model::EntityType::kFacility);
    if (!unknown) continue;
    for (const auto& word : text::words(mention.text)) {
      for (const auto* entity : knowledge.find_by_name(word.range.of(mention.text))) {
        if (entity->type == model::EntityType::kCity) where.all.insert(entity->id);
      }
    }
  }
}

std::map<uint32_t, PlaceCounts> places_of_accounts(const Input& input) {
  std::map<uint32_t, PlaceCounts> out;
  for (const auto& telling : input.tellings) {
    if (!telling.original) continue;
    if (telling.annotated != nullptr) {
      add_places_within(telling, *input.knowledge, out[telling.account]);
    }
    for (const auto& claim : telling.claims) {
      if (claim.slot != "place") continue;
      PlaceCounts& where = out[claim.account];
      where.all.insert(claim.entity);
      if (claim.sentence < kLeadSentences && claim.sort == "city" && !is_dateline(claim) &&
          claim.about != kFelt && !is_beside(telling, claim)) {
        where.headline.try_emplace(claim.entity, &claim);
      }
    }
  }
  return out;
}

bool rivals(const knowledge::Knowledge& knowledge, const std::string& a, const std::string& b) {
  const auto* left = knowledge.find(a);
  const auto* right = knowledge.find(b);
  return a != b && left != nullptr && right != nullptr && !left->country.empty() &&
         left->country == right->country && !contains(knowledge, a, b) &&
         !contains(knowledge, b, a);
}

// "The West", "Europe": no place where something happens.
bool is_wide(const knowledge::Knowledge& knowledge, const model::Mention& mention) {
  if (mention.type != model::EntityType::kRegion) return false;
  const auto* entity = knowledge.find(mention.entity);
  return entity != nullptr && entity->country.empty();
}

}  // namespace

std::vector<Ranked> compare_headline_places(const Input& input) {
  const auto accounts = places_of_accounts(input);
  std::map<std::string, std::vector<const Claim*>> with;
  for (const auto& [account, where] : accounts) {
    for (const auto& [city, claim] : where.headline) with[city].push_back(claim);
  }
  std::vector<Ranked> out;
  for (const auto& [city, claims] : with) {
    if (claims.size() < 2) continue;
    std::vector<model::FactValue> values;
    for (const Claim* claim : claims) values.push_back(named_cell(input, *claim));
    const size_t same = values.size();
    for (const auto& told_by : accounts) {
      const auto& where = told_by.second;
      if (where.all.contains(city) || where.headline.size() != 1) continue;
      const auto& other = where.headline.begin()->first;
      const auto& claim = where.headline.begin()->second;
      // A city that others name as well is a second scene.
      const bool second = std::any_of(accounts.begin(), accounts.end(), [&](const auto& told) {
        return told.first != told_by.first && told.second.all.contains(other);
      });
      if (!second && rivals(*input.knowledge, city, other))
        values.push_back(named_cell(input, *claim));
    }
    if (values.size() == same) continue;
    out.push_back({make_fact("place", "event", "differ", std::move(values), 0.75,
                             "the leads put it into different cities"),
                   0.9});
  }
  return out;
}

void collect_places(Telling& telling, uint32_t index, const knowledge::Knowledge& knowledge) {
  const uint32_t lead = model::lead_block(telling.annotated->article);
  const uint32_t dateline = model::dateline_end(*telling.annotated, lead);
  for (const auto& mention : telling.annotated->mentions) {
    const auto sort = sort_of(mention.type);
    // A dateline says where the report was written.
    if (mention.at.block == lead && mention.at.range.end <= dateline) continue;
    if (!is_place_sort(sort) || mention.entity.empty() || !mention.stands_for.empty()) continue;
    if (is_beyond(telling, mention.at)) break;
    if (is_source(telling.annotated->article, mention) || is_wide(knowledge, mention) ||
        is_little_known(knowledge, mention.entity) || is_of_office(telling, mention.at)) {
      continue;
    }
    Claim claim = claim_at(telling, index, mention.at);
    claim.slot = "place";
    claim.sort = sort;
    claim.entity = mention.entity;
    claim.text = mention.text;
    claim.norm = mention.entity;
    claim.name = mention.name;
    claim.about = is_where_felt(telling, claim.sentence, mention.at)
                      ? std::string(kFelt)
                      : deed_at(telling, claim.sentence, mention.at);
    telling.claims.push_back(std::move(claim));
  }
}

}  // namespace synoptic::compare
