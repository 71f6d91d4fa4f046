// Names of towns in Devanagari as newspapers spell them.
#pragma once

#include <string>

namespace synoptic::towns {

// A dot for the nasal before a consonant, no dots below borrowed letters.
std::string plain_devanagari(const std::string& name);
// "गाज़ा" for "Gaza": the dots that tell z and f, where the English name has these.
std::string dotted_devanagari(const std::string& name, const std::string& english);

}  // namespace synoptic::towns
