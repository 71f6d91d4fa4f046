// Small words of names and beside them (data/text/names.tsv).
#pragma once

#include <cstddef>
#include <string_view>

namespace synoptic::text {

// "'s", "’s": how many bytes at the text's front say that what follows belongs to the name before
// it; 0: none do.
size_t genitive_length(std::string_view text);
// The letters of one, behind its apostrophe.
bool is_genitive(std::string_view folded);

// "the", "a": opens a name and is no part of it.
bool is_name_article(std::string_view folded);

// "jr", "iii": tells a son from his father of the same name.
bool is_mark_of_son(std::string_view folded);
bool is_mark_of_father(std::string_view folded);

}  // namespace synoptic::text
