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

TEST(NameIndex, DeclinesNamesOfPeopleAsTheLanguageSays) {
  const std::array<std::pair<std::string_view, std::string_view>, 2> tables{{
      {"languages.txt",
       "@ en\nname: English\n@ pl\nname: Polish\nsuffixes: y\ndroppable: a\ndeclines: en\n"},
      {"entities/test.txt", "@ amanda-roe PERSON\nen: Amanda Roe\n@ acma ORG\nen: Acma\n"},
  }};
  const auto knowledge = Knowledge::from_tables(tables);
  ASSERT_TRUE(knowledge.has_value());
  const NameTrie& trie = (*knowledge)->names().trie();
  const auto stems = trie.stems(trie.walk("amand"));
  ASSERT_EQ(stems.size(), 1u);
  EXPECT_EQ(stems[0].lang, language_code("pl"));
  EXPECT_TRUE(trie.stems(trie.walk("acm")).empty());
}

}  // namespace
}  // namespace synoptic::knowledge
