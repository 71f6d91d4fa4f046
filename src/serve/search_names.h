// What a reader looks for, whoever calls it how. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "store/store.h"

namespace synoptic::serve {

// Ids of those whom these words may mean, in any script and with the endings of any language; empty
// where they are no known name.
std::vector<std::string> entities_meant(const knowledge::Knowledge& knowledge,
                                        std::string_view words);

// What a list is narrowed to by these words: each of them, with whom it means and with the words
// that a language writes before it in one; what stands in "marks" is one.
store::Search search_for(const knowledge::Knowledge& knowledge, std::string_view words);

}  // namespace synoptic::serve
