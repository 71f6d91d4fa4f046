#include "knowledge/key_table.h"

#include <gtest/gtest.h>

#include <map>

namespace synoptic::knowledge {
namespace {

TEST(KeyTable, FindsWhatItWasGivenInItsOrder) {
  KeyTableBuilder builder;
  std::map<std::string, std::vector<uint32_t>> twin;
  for (uint32_t i = 0; i < 1000; ++i) {
    const std::string key = "key " + std::to_string(i % 300);
    builder.add(key, i);
    twin[key].push_back(i);
  }
  builder.add("", 7);
  const std::string bytes = builder.bytes();
  const auto table = KeyTable::from_bytes(bytes);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->size(), 301u);
  EXPECT_EQ(table->key(2), "key 2");
  for (const auto& [key, numbers] : twin) {
    const auto found = table->find(key);
    EXPECT_EQ(std::vector<uint32_t>(found.begin(), found.end()), numbers) << key;
    EXPECT_EQ(table->first(key), numbers.front());
  }
  EXPECT_EQ(table->first(""), 7u);
  EXPECT_TRUE(table->find("key").empty());
  EXPECT_FALSE(table->first("key 300"));
}

TEST(KeyTable, OfNoKeysFindsNothing) {
  EXPECT_TRUE(KeyTable().find("a").empty());
  const std::string bytes = KeyTableBuilder().bytes();
  EXPECT_FALSE(KeyTable::from_bytes(bytes)->first("a"));
}

TEST(KeyTable, RefusesBytesThatAreCutShort) {
  KeyTableBuilder builder;
  builder.add("a", 1);
  const std::string bytes = builder.bytes();
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(KeyTable::from_bytes(std::string_view(bytes).substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace synoptic::knowledge
