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

bool are_related(const knowledge::Knowledge& knowledge, std::string_view one,
                 std::string_view other) {
  return one == other || includes(knowledge, one, other) || includes(knowledge, other, one);
}

}  // namespace synoptic::compare
