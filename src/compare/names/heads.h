// Names without what they say of their sort: "Mercy Hospital" and "Hope Hospital" share a word that
// makes nothing one. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "compare/names/spelling.h"

namespace synoptic::compare {

// The name without the words of data/compare/heads.tsv; empty where nothing is left.
std::string without_head(std::string_view folded, std::string_view lang);

// Both have a word for their sort, and what they have besides is alike neither in sound nor in
// meaning.
bool have_different_rests(const Spelling& a, const Spelling& b);

}  // namespace synoptic::compare
