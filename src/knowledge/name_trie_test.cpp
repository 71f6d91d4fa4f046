#include "knowledge/name_trie.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::knowledge {
namespace {

uint32_t target_of(const NameTrie& trie, std::string_view name) {
  const uint32_t node = trie.walk(name);
  if (node == NameTrie::kNone || trie.entries(node).empty()) return NameTrie::kNone;
  return trie.entries(node)[0].target;
}

TEST(NameTrie, FindsWhatWasInserted) {
  NameTrieBuilder builder;
  builder.insert("north sea", {.target = 7}, "North Sea", "a value");
  const NameTrie trie = builder.build();
  const uint32_t node = trie.walk("north-sea");
  ASSERT_NE(node, NameTrie::kNone);
  ASSERT_EQ(trie.entries(node).size(), 1u);
  EXPECT_EQ(trie.entries(node)[0].target, 7u);
  EXPECT_EQ(trie.text(trie.entries(node)[0]), "North Sea");
  EXPECT_EQ(trie.value(trie.entries(node)[0]), "a value");
  EXPECT_TRUE(trie.entries(trie.walk("north")).empty());
  EXPECT_EQ(trie.walk("south"), NameTrie::kNone);
}

TEST(NameTrie, EmptyOneFindsNothing) {
  const NameTrie trie;
  EXPECT_TRUE(trie.empty());
  EXPECT_EQ(trie.walk("a"), NameTrie::kNone);
  EXPECT_FALSE(trie.ends(NameTrie::kRoot));
}

// The trie against a map, with names that are beginnings of each other, in several scripts.
TEST(NameTrie, HoldsExactlyTheNamesGiven) {
  std::mt19937 random(7);
  constexpr std::array<std::string_view, 9> kLetters{"a", "b", "c", " ", "я", "ب", "国", "é", "z"};
  for (const bool direct : {false, true}) {
    NameTrieBuilder builder;
    std::map<std::string, uint32_t> names;
    for (uint32_t i = 0; i < 3000; ++i) {
      std::string name;
      for (uint32_t length = 1 + random() % 6; length > 0; --length) {
        name += kLetters[random() % kLetters.size()];
      }
      if (names.emplace(name, i).second) builder.insert(name, {.target = i}, name);
    }
    const NameTrie trie = builder.build(direct);
    EXPECT_EQ(trie.names(), names.size());
    for (const auto& [name, target] : names) ASSERT_EQ(target_of(trie, name), target) << name;
    for (int i = 0; i < 3000; ++i) {
      std::string name;
      for (uint32_t length = 1 + random() % 7; length > 0; --length) {
        name += kLetters[random() % kLetters.size()];
      }
      const auto known = names.find(name);
      ASSERT_EQ(target_of(trie, name), known == names.end() ? NameTrie::kNone : known->second);
    }
  }
}

TEST(NameTrie, SameNameInTheOrderOfInsertionAndOnce) {
  NameTrieBuilder builder;
  builder.insert("georgia", {.target = 2}, "Georgia");
  builder.insert("georgia", {.target = 1}, "Georgia");
  builder.insert("georgia", {.target = 2}, "GEORGIA");
  const NameTrie trie = builder.build();
  const auto entries = trie.entries(trie.walk("georgia"));
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].target, 2u);
  EXPECT_EQ(entries[1].target, 1u);
}

TEST(NameTrie, WordsMayLoseAnEnding) {
  NameTrieBuilder builder;
  const std::string folded = text::fold_copy("Москва");
  const std::vector<std::string> endings{"а"}, others{"ва"};
  const std::vector<DroppableEndings> droppable{{9, endings}, {8, others}};
  builder.insert(folded, {.target = 1, .lang = 9}, "Москва", {}, droppable);
  const NameTrie trie = builder.build();
  const auto stems = trie.stems(trie.walk(text::fold_copy("Москв")));
  ASSERT_EQ(stems.size(), 1u);
  EXPECT_EQ(stems[0].target, trie.walk(folded));
  EXPECT_EQ(stems[0].letters, 5u);
  EXPECT_EQ(stems[0].lang, 9u);
  EXPECT_EQ(trie.stems(trie.walk(text::fold_copy("Моск")))[0].lang, 8u);
}

TEST(NameTrie, OneSlipOfThePen) {
  NameTrieBuilder builder;
  builder.insert("sberbank", {.target = 1}, "Sberbank");
  const NameTrie trie = builder.build();
  for (const std::string_view written :
       {"sberbnk", "sberbankk", "sbarbank", "sbrebank", "sberban", "sberbakn"}) {
    const auto found = trie.one_slip_away(written);
    EXPECT_TRUE(std::ranges::find(found, trie.walk("sberbank")) != found.end()) << written;
  }
  for (const std::string_view written : {"sberbank", "berbank", "zberbank", "sbrbnk", "bank"}) {
    EXPECT_TRUE(trie.one_slip_away(written).empty()) << written;
  }
}

TEST(NameTrie, DamagedBytesAreAnErrorOrHarmless) {
  NameTrieBuilder builder;
  builder.insert("north sea", {.target = 7}, "North Sea");
  builder.insert("north", {.target = 8}, "North");
  const std::string whole = builder.bytes(false);
  for (size_t size = 0; size < whole.size(); size += 7) {
    (void)NameTrie::from_bytes(std::string_view(whole).substr(0, size), "x");
  }
  for (size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(~damaged[at]);
    const auto trie = NameTrie::from_bytes(damaged, "x");
    if (!trie) continue;
    const uint32_t node = trie->walk("north sea");
    if (node == NameTrie::kNone) continue;
    for (const NameEntry& entry : trie->entries(node)) (void)trie->text(entry);
    (void)trie->stems(node);
    (void)trie->one_slip_away("nort");
  }
}

}  // namespace
}  // namespace synoptic::knowledge
