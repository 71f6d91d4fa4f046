// The block format of the tables: "@ id TYPE QID", then "key: value" lines, until the next "@".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace synoptic::knowledge {

struct TableBlock {
  std::vector<std::string_view> header;  // words behind "@"
  std::vector<std::pair<std::string_view, std::string_view>> fields;
  size_t line = 0;
  size_t begin = 0, end = 0;  // its bytes in the table
};

Result<std::vector<TableBlock>> read_blocks(std::string_view path, std::string_view table);

}  // namespace synoptic::knowledge
