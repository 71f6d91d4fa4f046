// What evidence() needs of an article, as bytes: for stories over more articles than memory holds.
// Private to the room.
#pragma once

#include <optional>
#include <string>

#include "group/fingerprint.h"

namespace synoptic::group {

std::string sketch_of(const Draft& draft, const Labels& labels);

struct Sketch {
  std::vector<Feature> features;  // before their rarity in the window
  Labels labels;
  Fingerprint print;  // without features and terms
};
std::optional<Sketch> read_sketch(std::string_view bytes);

}  // namespace synoptic::group
