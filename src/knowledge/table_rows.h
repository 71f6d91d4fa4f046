// The rows of the tables of entities, roles and institutions, read off their blocks. Private to the
// room.
#pragma once

#include <string_view>

#include "base/result.h"
#include "knowledge/blocks.h"
#include "knowledge/knowledge.h"

namespace synoptic::knowledge {

// Errors: a malformed row, with the path and the line.
Result<Entity> read_entity(std::string_view path, const TableBlock& block);
Term read_term(const TableBlock& block);
Language read_language(const TableBlock& block);

}  // namespace synoptic::knowledge
