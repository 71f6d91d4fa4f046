// The words of data/compare/bodies.tsv: bodies and offices that act and are named by a common noun
// ("the coast guard", "la guardia costiera"). Private to the room.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/word_patterns.h"

namespace synoptic::compare {

struct Body {
  std::string name, sort;  // "coast guard"; force, people, office or court
};

struct BodyTable {
  std::vector<Body> bodies;
  LanguagePatterns languages;                          // value: index of the body
  std::set<std::pair<std::string, std::string>> like;  // may be one, either way round

  // "The government" and "the minister of health": one may act through the other.
  bool may_be_one(const std::string& one, const std::string& other) const {
    return one == other || like.contains({one, other});
  }
};

const BodyTable& body_table();

// "force", "people", "office" and "court", beside the sorts of names.
bool is_body_sort(std::string_view sort);

}  // namespace synoptic::compare
