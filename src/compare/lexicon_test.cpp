#include "compare/lexicon.h"

#include <gtest/gtest.h>

#include <set>

#include "base/table.h"

namespace synoptic::compare {
namespace {

TEST(Deeds, TheTableHasNoActionThatNoEventIs) {
  std::set<std::string_view> actions;
  const DataTable events = DataTable::embedded("annotate/events_actions.tsv", 2);
  for (const TableRow row : events) actions.insert(row[0]);
  EXPECT_GT(actions.size(), 80u);
  for (const TableRow row : DataTable::embedded("compare/actions.tsv", 3)) {
    for (const size_t cell : {2u, 3u}) {
      for (const auto action : row.words(cell)) EXPECT_TRUE(actions.contains(action)) << action;
    }
  }
}

TEST(Deeds, AnActionOfNoFamilyIsOneOfItsOwn) {
  EXPECT_EQ(deed_of("visit").family, "visit");
  EXPECT_EQ(deed_of("accept").family, "agree");
  EXPECT_EQ(deed_of("release").family, "arrest");
  EXPECT_EQ(deed_of("release").sign, -1);
}

}  // namespace
}  // namespace synoptic::compare
