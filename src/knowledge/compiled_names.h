// The names of the tables, compiled into a trie when the program was built.
#pragma once

#include <string_view>

namespace synoptic::knowledge {

// The bytes of NameTrie::from_bytes(), valid for the whole run; empty in the program that makes
// them.
std::string_view compiled_names();

}  // namespace synoptic::knowledge
