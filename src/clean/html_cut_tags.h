// What the cutter of pages knows of elements by their tags. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "html/html.h"

namespace synoptic::clean {

bool is_block(html::Tag tag);  // begins and ends a line
// The reason an element is left out with, "" for none worth listing; nullopt: it is read.
std::optional<std::string_view> skipped_with(html::Tag tag);
int heading_level(html::Tag tag);  // 1-6; 0: no heading
// A table of figures, not of layout: several rows of short cells, nothing nested.
bool is_data_table(const html::Document& document, uint32_t table);

}  // namespace synoptic::clean
