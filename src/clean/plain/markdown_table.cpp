#include "clean/plain/markdown_table.h"

#include "base/strings.h"

namespace synoptic::clean {
namespace {

std::string_view line_of(std::string_view text, Span line) {
  return text.substr(line.begin, line.size());
}

bool is_stroke(std::string_view text, size_t at) {
  return text[at] == '|' && (at == 0 || text[at - 1] != '\\');
}

size_t count_strokes(std::string_view row) {
  size_t strokes = 0;
  for (size_t at = 0; at < row.size(); ++at) strokes += is_stroke(row, at);
  return strokes;
}

// "|---|:--:|": dashes in each cell, colons at their ends.
bool is_row_of_dashes(std::string_view row) {
  return row.find_first_not_of("|-: \t\r") == std::string_view::npos &&
         row.find('-') != std::string_view::npos && row.find('|') != std::string_view::npos;
}

}  // namespace

Span inner_row(std::string_view text, Span row) {
  std::string_view inner = trim(line_of(text, row));
  if (!inner.empty() && is_stroke(inner, 0)) inner.remove_prefix(1);
  if (!inner.empty() && is_stroke(inner, inner.size() - 1)) inner.remove_suffix(1);
  inner = trim(inner);
  const auto begin = static_cast<uint32_t>(inner.data() - text.data());
  return {begin, begin + static_cast<uint32_t>(inner.size())};
}

MarkdownTable table_in(std::string_view text, const std::vector<Span>& lines, size_t from) {
  const auto cells = [&](size_t line) {
    return count_strokes(line_of(text, inner_row(text, lines[line]))) + 1;
  };
  for (size_t i = from; i + 1 < lines.size(); ++i) {
    if (!is_row_of_dashes(line_of(text, lines[i + 1])) ||
        count_strokes(line_of(text, lines[i])) == 0 || cells(i) != cells(i + 1)) {
      continue;
    }
    size_t end = i + 2;
    while (end < lines.size() && count_strokes(line_of(text, lines[end])) > 0) ++end;
    return {i, end};
  }
  return {lines.size(), lines.size()};
}

}  // namespace synoptic::clean
