// Tables in Markdown: rows of cells between strokes, a row of dashes under the first. Private to
// the room.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::clean {

struct MarkdownTable {
  size_t begin, end;  // lines: the heads of the columns, the dashes, rows; the same: no table
};

// The first table among the lines from `from` on.
MarkdownTable table_in(std::string_view text, const std::vector<Span>& lines, size_t from);

// A row without the strokes around it.
Span inner_row(std::string_view text, Span row);

}  // namespace synoptic::clean
