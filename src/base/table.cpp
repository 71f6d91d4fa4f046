#include "base/table.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>

#include "base/data.h"

namespace synoptic {
namespace {

[[noreturn]] void end_program(const Error& error) {
  fmt::print(stderr, "synoptic: data/{}\n", error.message());
  std::abort();
}

}  // namespace

Result<DataTable> DataTable::read(std::string_view path, std::string_view text,
                                  size_t fewest_cells) {
  DataTable table;
  table.path_ = path;
  for (uint32_t line = 1; !text.empty(); ++line) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view written = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (written.ends_with('\r')) written.remove_suffix(1);
    if (written.starts_with('#') || trim(written).empty()) continue;
    Place place{static_cast<uint32_t>(table.cells_.size()), 1, line};
    for (size_t tab; (tab = written.find('\t')) != std::string_view::npos; ++place.count) {
      table.cells_.push_back(written.substr(0, tab));
      written.remove_prefix(tab + 1);
    }
    table.cells_.push_back(written);
    if (place.count < fewest_cells) {
      return failure(
          ErrorCode::kMalformed, fmt::format("{}:{}", path, line),
          fmt::format("expected {} cells parted by tabs, found {}", fewest_cells, place.count));
    }
    table.rows_.push_back(place);
  }
  return table;
}

DataTable DataTable::embedded(std::string_view path, size_t fewest_cells) {
  const std::string_view text = embedded_data(path);
  if (text.empty()) end_program({ErrorCode::kNotFound, std::string(path), "no such table"});
  auto table = read(path, text, fewest_cells);
  if (!table) end_program(table.error());
  return *std::move(table);
}

std::string DataTable::where(const TableRow& row) const {
  return fmt::format("{}:{}", path_, row.line());
}

void DataTable::refuse(const TableRow& row, std::string_view why) const {
  end_program({ErrorCode::kMalformed, where(row), std::string(why)});
}

}  // namespace synoptic
