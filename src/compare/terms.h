// What words say, whatever the language: texts as terms of the cross-lingual lexicon, to be laid
// side by side. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "lexicon/lexicon.h"

namespace synoptic::compare {

using Terms = std::vector<lexicon::WeightedTerm>;  // sorted by term

// Numbers are left out: they are compared by themselves.
Terms terms_of(std::string_view text, std::string_view lang);

// The words around a value and its own, without what stands further off than a few words.
Terms terms_around(std::string_view sentence, Range value, std::string_view lang);

// The two or three words on each side of a value, without its own.
Terms terms_beside(std::string_view sentence, Range value, std::string_view lang);

// 0 … 1: how much two texts say the same.
double likeness(const Terms& a, const Terms& b);

}  // namespace synoptic::compare
