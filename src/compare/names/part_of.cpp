#include "compare/names/part_of.h"

#include "compare/lexicon.h"

namespace synoptic::compare {

bool contains(const knowledge::Knowledge& knowledge, std::string_view whole,
              std::string_view part) {
  if (whole == part) return false;
  for (int depth = 0; depth < 4; ++depth) {
    const auto* entity = knowledge.find(part);
    if (entity == nullptr) return false;
    if (entity->part_of == whole || entity->country == whole || entity->owner == whole) return true;
    if (entity->part_of.empty()) return false;
    part = entity->part_of;
  }
  return false;
}

bool includes(const knowledge::Knowledge& knowledge, std::string_view whole,
              std::string_view part) {
  return is_of_bloc(whole, part) || contains(knowledge, whole, part);
}

bool may_lie_in(const knowledge::Knowledge& knowledge, std::string_view town,
                std::string_view region) {
  const auto* whole = knowledge.find(region);
  if (whole == nullptr || whole->type != model::EntityType::kRegion || whole->country.empty() ||
      knowledge.is_of_tables(*whole)) {
    return false;
  }
  const auto* part = knowledge.find(town);
  if (part == nullptr) return true;
  return part->type == model::EntityType::kCity && part->country == whole->country;
}

bool are_related(const knowledge::Knowledge& knowledge, std::string_view one,
                 std::string_view other) {
  return one == other || includes(knowledge, one, other) || includes(knowledge, other, one);
}

}  // namespace synoptic::compare
