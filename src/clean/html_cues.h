// What the names in class, id, role and itemprop attributes tell of an element, after the table
// data/clean/html_cues.tsv. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "html/html.h"

namespace synoptic::clean {

// What an element is for. Empty: nothing known. Kinds of content begin with '+' ("+body", "+lead",
// "+caption", "+title"); all others are reasons to leave the element out ("navigation", "share").
using ElementKind = std::string_view;

// One entry per node of the document; only elements have a kind of their own. Linear in the page.
std::vector<ElementKind> element_kinds(const html::Document& document);

// The kind that a list of names (a class attribute) tells.
ElementKind kind_of_names(std::string_view names);

inline bool is_content(ElementKind kind) { return kind.starts_with('+'); }

}  // namespace synoptic::clean
