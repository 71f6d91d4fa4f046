// Names of people in Japan, whose Han signs do not tell how they are said. Private to the room.
#pragma once

#include <string_view>
#include <vector>

namespace synoptic::compare {

// How the family that the name begins with is called in Latin letters (data/compare/
// family_readings.tsv): 高田創 "takada", "takata". Empty: none that is known.
const std::vector<std::string_view>& family_readings(std::string_view name);

enum class Read {
  kElse,     // no case of this: either has an id, or both or neither are in Han signs
  kUnknown,  // one is in Han signs that may be read in any way
  kOne,      // … whose family is called like a word of the other
  kTwo,      // … whose family is called otherwise
};

// Keys with "?" are names without an id.
Read read_names(std::string_view key_a, std::string_view written_a, std::string_view key_b,
                std::string_view written_b);

}  // namespace synoptic::compare
