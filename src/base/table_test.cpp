#include "base/table.h"

#include <gtest/gtest.h>

#include <set>

#include "base/data.h"

namespace synoptic {
namespace {

TEST(Table, RowsAreLinesWithWords) {
  const auto table =
      DataTable::read("a.tsv", "# what it is\n\nkind\tone; two ;\tlast\r\nmore\t\n", 2);
  ASSERT_TRUE(table.has_value());
  std::string told;
  for (const TableRow row : *table) {
    told += table->where(row) + " " + std::string(row[0]) + " " + std::to_string(row.size());
    for (const auto word : row.words(1)) told.append(" ").append(word);
    told.append(" ").append(row[2]).append("|");
  }
  EXPECT_EQ(told, "a.tsv:3 kind 3 one two last|a.tsv:4 more 2 |");
}

TEST(Table, CellsFromOneOnMayBeNone) {
  const auto table = DataTable::read("a.tsv", "a\tb\tc", 1);
  ASSERT_TRUE(table.has_value());
  const TableRow row = *table->begin();
  EXPECT_EQ(row.from(1).size(), 2U);
  EXPECT_EQ(row.from(1)[1], "c");
  EXPECT_TRUE(row.from(4).empty());
}

TEST(Table, ARowThatIsTooShortIsToldWithItsLine) {
  const auto table = DataTable::read("clean/seams.tsv", "a\tb\tc\n# a\na\tb\n", 3);
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().message(), "clean/seams.tsv:3: expected 3 cells parted by tabs, found 2");
}

TEST(Table, NoRowOfDataStandsTwice) {
  size_t rows = 0;
  for (const auto path : embedded_paths("")) {
    if (!path.ends_with(".tsv")) continue;
    std::set<std::string_view> seen;
    for (const auto line : lines(embedded_data(path))) {
      if (trim(line).empty() || line.starts_with('#')) continue;
      ++rows;
      EXPECT_TRUE(seen.insert(line).second) << path << ": " << line;
    }
  }
  EXPECT_GT(rows, 10'000u);
}

TEST(TableDeathTest, AnEmbeddedTableThatIsMissingOrWrongEndsTheProgram) {
  EXPECT_DEATH(DataTable::embedded("no/such.tsv", 1), "data/no/such.tsv: no such table");
  EXPECT_DEATH(DataTable::embedded("text/sentences.tsv", 9),
               "data/text/sentences.tsv:[0-9]+: expected 9 cells parted by tabs, found 2");
}

// Whoever edits a table with an editor that makes blanks of tabs, or ends cells in blanks, reads of
// it here and not in a text that says something else.
TEST(Table, AllOfDataIsWhole) {
  size_t tables = 0;
  for (const std::string_view path : embedded_paths("")) {
    if (!path.ends_with(".tsv")) continue;
    const auto table = DataTable::read(path, embedded_data(path), 2);
    ++tables;
    if (path == "annotate/common_nouns.tsv") continue;  // words parted by blanks
    EXPECT_TRUE(table.has_value()) << table.error().message();
  }
  EXPECT_GT(tables, 60U);
}

}  // namespace
}  // namespace synoptic
