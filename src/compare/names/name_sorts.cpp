#include "compare/names/name_sorts.h"

#include <algorithm>

#include "model/lead.h"
#include "text/dateline.h"

namespace synoptic::compare {

using model::EntityType;

std::string_view sort_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return "person";
    case EntityType::kOrg:
      return "org";
    case EntityType::kCountry:
      return "country";
    case EntityType::kCity:
      return "city";
    case EntityType::kRegion:
      return "region";
    case EntityType::kFacility:
      return "facility";
    default:
      return "";
  }
}

bool is_place_sort(std::string_view sort) {
  return sort == "city" || sort == "region" || sort == "facility";
}

bool is_source(const model::Article& article, const model::Mention& mention) {
  // "Brasília (dpa) - ": an agency in the dateline.
  constexpr uint32_t kLongestDateline = 200;
  if (mention.type == EntityType::kOrg && mention.at.range.end < kLongestDateline &&
      mention.at.block < article.blocks.size() && mention.at.block == model::lead_block(article) &&
      mention.at.range.end <= text::dateline_end(article.blocks[mention.at.block].text)) {
    return true;
  }
  return std::any_of(article.origins.begin(), article.origins.end(), [&](const auto& origin) {
    return origin.span.overlaps(mention.at.span) && !origin.span.empty();
  });
}

bool is_little_known(const knowledge::Knowledge& knowledge, std::string_view id) {
  constexpr size_t kFewNames = 12;
  const auto* entity = knowledge.find(id);
  return entity != nullptr && entity->aliases.size() < kFewNames &&
         !knowledge.is_of_tables(*entity);
}

bool is_government(const model::Mention& mention) {
  return !mention.stands_for.empty() && is_place_sort(sort_of(mention.type));
}

}  // namespace synoptic::compare
