// The tables of data/: a row a line, its cells parted by tabs. Lines that are blank or begin with
// '#' are none.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/strings.h"

namespace synoptic {

class TableRow {
 public:
  TableRow(std::span<const std::string_view> cells, uint32_t line) : cells_(cells), line_(line) {}

  // Empty where the row has no such cell.
  std::string_view operator[](size_t cell) const {
    return cell < cells_.size() ? cells_[cell] : std::string_view();
  }
  size_t size() const { return cells_.size(); }
  std::span<const std::string_view> from(size_t cell) const {
    return cells_.subspan(std::min(cell, cells_.size()));
  }
  std::vector<std::string_view> words(size_t cell, char separator = ';') const {
    return split_trimmed((*this)[cell], separator);
  }
  uint32_t line() const { return line_; }

 private:
  std::span<const std::string_view> cells_;
  uint32_t line_ = 0;  // of the file, from 1
};

// All rows of a table, to go over. What they give looks into the table's text.
class DataTable {
 public:
  // Errors: a row of fewer cells, with path, line and cause.
  static Result<DataTable> read(std::string_view path, std::string_view text, size_t fewest_cells);
  // data/<path>. That it is there and whole is for us to see to: where it is not, the program says
  // what is wrong with which line and ends.
  static DataTable embedded(std::string_view path, size_t fewest_cells);

  class Iterator {
   public:
    Iterator(const DataTable& table, size_t row) : table_(&table), row_(row) {}
    TableRow operator*() const { return table_->row(row_); }
    Iterator& operator++() {
      ++row_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return row_ == other.row_; }

   private:
    const DataTable* table_;
    size_t row_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, rows_.size()}; }

  // "PATH:LINE", as errors name a row.
  std::string where(const TableRow& row) const;
  // An embedded row that says what no reader understands: told as a row that is too short is.
  [[noreturn]] void refuse(const TableRow& row, std::string_view why) const;

 private:
  struct Place {
    uint32_t first = 0, count = 0, line = 0;
  };
  TableRow row(size_t index) const {
    const Place& place = rows_[index];
    return {std::span(cells_).subspan(place.first, place.count), place.line};
  }

  std::string path_;
  std::vector<std::string_view> cells_;  // of all rows
  std::vector<Place> rows_;
};

}  // namespace synoptic
