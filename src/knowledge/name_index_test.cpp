#include "knowledge/name_index.h"

#include <gtest/gtest.h>

#include <array>

#include "text/fold.h"

namespace synoptic::knowledge {
namespace {

TEST(NameIndex, KnowsCapitalsAndSpellings) {
  const std::array<std::pair<std::string_view, std::string_view>, 1> tables{{
      {"entities/test.txt",
       "@ freedonia COUNTRY\ncapital: port\nen: Freedonia; FDN\n@ port CITY\nen: Port Ann\n"},
  }};
  const auto knowledge = Knowledge::from_tables(tables);
  ASSERT_TRUE(knowledge.has_value());
  const NameIndex& names = (*knowledge)->names();
  EXPECT_EQ(names.country_of_capital(1), 0);
  EXPECT_EQ(names.country_of_capital(0), -1);
  const auto entries = names.trie().entries(names.trie().walk("fdn"));
  ASSERT_FALSE(entries.empty());
  EXPECT_TRUE(entries[0].acronym);
  EXPECT_EQ(names.trie().entries(names.trie().walk("port ann"))[0].words, 2);
}

}  // namespace
}  // namespace synoptic::knowledge
