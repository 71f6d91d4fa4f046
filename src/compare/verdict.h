// From values laid side by side to facts. docs/synopsis.md defines each verdict. Private to the
// room.
#pragma once

#include <iterator>

#include "compare/align.h"
#include "model/story.h"

namespace synoptic::compare {

struct Ranked {  // a fact with what it is sorted by
  model::Fact fact;
  double salience = 0;
};

// Groups of two accounts or more become facts; groups of one are left to the caller.
std::vector<Ranked> judge(const Input& input, const std::vector<Group>& groups);

// Fills id and account-independent fields; `values` must not be empty.
model::Fact make_fact(std::string slot, std::string about, std::string verdict,
                      std::vector<model::FactValue> values, double confidence, std::string rule);

// Values that only grow in the order of publication, each later one from a later article.
bool replaces_in_time(const Input& input, const std::vector<const Claim*>& claims);

std::string about_of_group(const Input& input, const std::vector<const Claim*>& claims);
// The value's name for people: "12000", "31 of 83", the entity's English name.
model::FactValue named_cell(const Input& input, const Claim& claim);

inline void append(std::vector<Ranked>& to, std::vector<Ranked> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

}  // namespace synoptic::compare
