// What different accounts say put together, the likest first. Private to the room.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace synoptic::compare {

struct Pairing {  // of two items
  double likeness = 0;
  uint32_t a = 0, b = 0;
};

// All items in groups of which each has one of an account at most. `accounts`: of each item;
// `holds`: asked of a pairing that would put two groups together. Sorts the pairings.
std::vector<std::vector<uint32_t>> gather(std::vector<Pairing>& pairings,
                                          const std::vector<uint32_t>& accounts,
                                          const std::function<bool(const Pairing&)>& holds);

using Tied = std::function<bool(uint32_t, uint32_t)>;

// What was gathered from one to the next, in rows in which each is tied to half of the others at
// least. Who is tied to fewer is left out, or has a row with others of its kind.
std::vector<std::vector<uint32_t>> parted(std::vector<uint32_t> group, const Tied& tied);

}  // namespace synoptic::compare
