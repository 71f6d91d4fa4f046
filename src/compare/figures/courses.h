// All values of a count that changed, as one: what it became from account to account, or what does
// not fit that. Private to the room.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "compare/figures/ties.h"

namespace synoptic::compare {

struct Course {
  std::vector<size_t> clusters;
  // In the order of time (700, then 1,000, then 2,000). An account stands where it tells the last.
  Cluster claims;
  bool fits = true;         // every value follows the one before it
  std::string_view reason;  // by what it is known that the count changed
};

// Values that another account gives of the same count belong to the course, or speak against it.
std::vector<Course> find_courses(const Input& input, std::span<const Cluster> clusters);

// Clusters of the same count from accounts that give none of these values.
std::vector<size_t> others_of_count(std::span<const Cluster> clusters,
                                    const std::vector<size_t>& steps);

}  // namespace synoptic::compare
