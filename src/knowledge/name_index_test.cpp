#include "knowledge/name_index.h"

#include <gtest/gtest.h>

#include <array>

#include "text/fold.h"

namespace synoptic::knowledge {
namespace {

TEST(NameTrie, FindsWhatWasInserted) {
  NameTrie trie;
  trie.insert("north sea", {.target = 7});
  const uint32_t node = trie.walk("north-sea");
  ASSERT_NE(node, NameTrie::kNone);
  ASSERT_NE(trie.first_entry(node), nullptr);
  EXPECT_EQ(trie.first_entry(node)->target, 7u);
  EXPECT_EQ(trie.first_entry(trie.walk("north")), nullptr);
  EXPECT_EQ(trie.walk("south"), NameTrie::kNone);
}

TEST(NameTrie, SurvivesGrowth) {
  NameTrie trie;
  for (uint32_t i = 0; i < 5000; ++i) trie.insert("name" + std::to_string(i), {.target = i});
  for (uint32_t i = 0; i < 5000; ++i) {
    const uint32_t node = trie.walk("name" + std::to_string(i));
    ASSERT_NE(node, NameTrie::kNone);
    ASSERT_EQ(trie.first_entry(node)->target, i);
  }
}

TEST(NameTrie, WordsMayLoseAnEnding) {
  NameTrie trie;
  const std::string folded = text::fold_copy("Москва");
  trie.insert(folded, {.target = 1, .lang = language_code("ru")}, {"а"});
  const NameStem* stem = trie.first_stem(trie.walk(text::fold_copy("Москв")));
  ASSERT_NE(stem, nullptr);
  EXPECT_EQ(stem->target, trie.walk(folded));
  EXPECT_EQ(stem->letters, 5u);
}

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
  const NameEntry* entry = names.trie().first_entry(names.trie().walk("fdn"));
  ASSERT_NE(entry, nullptr);
  EXPECT_TRUE(entry->acronym);
  EXPECT_EQ(names.trie().first_entry(names.trie().walk("port ann"))->words, 2);
}

}  // namespace
}  // namespace synoptic::knowledge
