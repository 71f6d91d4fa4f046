#include "knowledge/blocks.h"

#include <fmt/format.h>

#include "base/strings.h"

namespace synoptic::knowledge {

Result<std::vector<TableBlock>> read_blocks(std::string_view path, std::string_view table) {
  std::vector<TableBlock> blocks;
  size_t number = 0;
  for (std::string_view line : lines(table)) {
    ++number;
    line = trim(line);
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '@') {
      const auto begin = static_cast<size_t>(line.data() - table.data());
      if (!blocks.empty()) blocks.back().end = begin;
      blocks.push_back({split_trimmed(line.substr(1), ' '), {}, number, begin, table.size()});
      if (blocks.back().header.empty()) {
        return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, number), "no id behind @");
      }
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || blocks.empty()) {
      return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, number),
                     "expected 'key: value' inside a block");
    }
    blocks.back().fields.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  return blocks;
}

}  // namespace synoptic::knowledge
