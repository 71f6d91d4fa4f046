#include "annotate/word_table.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "annotate/quantities/quantities_table.h"
#include "base/table.h"
#include "text/fold.h"

namespace synoptic::annotate {
namespace {

std::string words_at(const WordTable& table, std::string_view text) {
  std::string out;
  table.visit_at("ru", text, 0, [&](WordTable::Hit hit) {
    out += fmt::format("{}:{} ", hit.id, text.substr(0, hit.length));
    return false;
  });
  return out;
}

TEST(WordTable, AStarInsideStandsForTheRestOfAWord) {
  WordTable table;
  table.add("лир", 1, "ru");
  table.add("лир*", 2, "ru");
  table.add("лир* турец*", 3, "ru");
  table.add("турецк* лир*", 4, "ru");
  table.add("фунт* стерлингов", 5, "ru");
  EXPECT_EQ(words_at(table, "турецких лир и"), "4:турецких лир ");
  EXPECT_EQ(words_at(table, "турецких рек"), "");
  EXPECT_EQ(words_at(table, "лир"), "1:лир 2:лир ");
  // The longest first.
  EXPECT_EQ(words_at(table, "лира турецкая"), "3:лира турецкая 2:лира ");
  EXPECT_EQ(words_at(table, "фунтов стерлингов"), "5:фунтов стерлингов ");
  EXPECT_EQ(words_at(table, "фунтов стерлинговых"), "");
  EXPECT_FALSE(table.rejects("ru", "турецких"));
  EXPECT_TRUE(table.rejects("ru", "турция"));
}

// Every word of a table is found as it is written, and with an ending for each of its stars.
TEST(WordTable, NoStarOfTheUnitsIsDead) {
  for (const std::string_view path : {"annotate/units.tsv", "annotate/counted.tsv"}) {
    for (const TableRow row : DataTable::embedded(path, 4)) {
      if (row[0] == "money_of" || row[0] == "marks") continue;
      for (const std::string_view word : row.words(3)) {
        if (word.find('*') == std::string_view::npos) continue;
        std::string plain(word);
        std::erase(plain, '*');
        const std::string text = text::fold_copy(plain);
        const std::string lang(row[1] == "*" ? std::string_view("en") : row[1]);
        bool found = false;
        QuantityTable::get().visit_at(lang, text, 0, [&](const NumberHit& hit) {
          found = found || hit.range.end == text.size();
        });
        EXPECT_TRUE(found) << path << ": " << word;
      }
    }
  }
}

// Times and numerals are written out; a verb has its star in front or behind.
TEST(WordTable, OtherTablesHaveNoStarsThatTheirReadersDoNotKnow) {
  for (const std::string_view path : {"annotate/times.tsv", "annotate/numerals.tsv"}) {
    for (const TableRow row : DataTable::embedded(path, 4)) {
      EXPECT_EQ(row[3].find('*'), std::string_view::npos) << path << ": " << row[3];
    }
  }
  for (const TableRow row : DataTable::embedded("annotate/tenses.tsv", 2)) {
    for (std::string_view word : row.words(2)) {
      const size_t begin = word.find_first_not_of('*');
      if (begin == std::string_view::npos) continue;
      const size_t star = word.substr(begin).find('*');
      const bool known = star == std::string_view::npos || (begin == 0 && star + 1 == word.size());
      EXPECT_TRUE(known) << word;
    }
  }
}

}  // namespace
}  // namespace synoptic::annotate
