// One deed as several accounts tell it: the slots of its events compared. Private to the room.
#pragma once

#include "compare/names/cast.h"
#include "compare/outcomes/deeds.h"

namespace synoptic::compare {

using Keys = std::vector<std::string>;  // sorted

struct Node {
  DeedRef ref;
  const model::Event* event = nullptr;
  Deed deed;
  uint32_t account = 0, sentence = 0;
  bool background = false;
  bool has_content = false;  // what was ordered with a partner is a deed of its own
  Keys actors, recipients, partners;
};

// What parties are compared by (cast.h).
Keys keys_of(const Telling& telling, const std::vector<model::Argument>& arguments);
bool share(const Keys& a, const Keys& b);

// The body tells it more fully than the title: the sentence with most parties is shown.
double fullness(const Node& node);

// False when a single account tells it; then there is nothing to compare.
bool compare_scene(const Input& input, const std::vector<Node>& nodes, std::vector<Ranked>& facts);

}  // namespace synoptic::compare
