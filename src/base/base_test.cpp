#include <gtest/gtest.h>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/data.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/position.h"
#include "base/sorted.h"
#include "base/strings.h"

namespace synoptic {
namespace {

TEST(Sha256, MatchesTheStandardsExample) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

// RFC 4231, test cases 2 and 6.
TEST(Hmac, MatchesTheStandardsExamples) {
  EXPECT_EQ(hmac_sha256_hex("Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hmac_sha256_hex(std::string(131, '\xaa'),
                            "Test Using Larger Than Block-Size Key - Hash Key First"),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Position, IsWhereTheStandardLibraryFindsIt) {
  const std::string_view text = "a wall, a wal and a wall";
  for (const std::string_view words :
       {"wall", "a", "l", "wal ", "walls", "a wall, a wal and a wall"}) {
    for (const size_t from : {0, 1, 3, 20, 30}) {
      EXPECT_EQ(position_of(text, words, from), text.find(words, from)) << words << from;
    }
    EXPECT_EQ(last_position_of(text, words), text.rfind(words)) << words;
  }
  EXPECT_FALSE(holds_words(text, "")) << "nothing is found nowhere";
}

TEST(Clock, TimesAreWrittenAndReadBack) {
  EXPECT_EQ(utc_time(1773482400), "2026-03-14T10:00:00Z");
  EXPECT_EQ(parse_utc("2026-03-14T10:00:00Z"), 1773482400);
  EXPECT_EQ(parse_utc("2026-03-14T10:00"), 1773482400);
  EXPECT_EQ(parse_utc("2026-03-14"), 1773446400);
  for (const char* bad : {"", "2026", "2026-02-31", "2026-03-14T25:00", "2026-3-14", "yesterday"}) {
    EXPECT_EQ(parse_utc(bad), std::nullopt) << bad;
  }
  EXPECT_EQ(http_date(1773482400), "Sat, 14 Mar 2026 10:00:00 GMT");
}

TEST(Sorted, ThoseWithAKeyStandTogether) {
  const std::vector<std::string> words = {"ant", "bear", "bee", "cat"};
  const auto those = [&](char first) {
    const auto found = those_with(words, first, [](const std::string& word) { return word[0]; });
    return std::vector<std::string>(found.begin(), found.end());
  };
  EXPECT_EQ(those('b'), (std::vector<std::string>{"bear", "bee"}));
  EXPECT_EQ(those('c'), (std::vector<std::string>{"cat"}));
  EXPECT_TRUE(those('d').empty());
}

TEST(Strings, LinesDropLineEndsAndKeepEmptyLines) {
  EXPECT_EQ(lines("a\r\n\nb"), (std::vector<std::string_view>{"a", "", "b"}));
}

TEST(Strings, SplitTrimmedDropsEmptyParts) {
  EXPECT_EQ(split_trimmed(" a ; ;b", ';'), (std::vector<std::string_view>{"a", "b"}));
}

TEST(JsonWriter, QuotesAndSeparates) {
  JsonWriter json;
  json.begin_object().field("a", "x\"\n").key("b").begin_array().value(1).value(2.5).value(true);
  json.null().end_array().end_object();
  EXPECT_EQ(json.text(), R"({"a":"x\"\n","b":[1,2.5,true,null]})");
}

TEST(JsonWriter, ReplacesInvalidUtf8) {
  JsonWriter json;
  json.value("a\xC3");
  EXPECT_EQ(json.text(), "\"a\xEF\xBF\xBD\"");
}

TEST(EmbeddedData, EveryPathIsFound) {
  const auto paths = embedded_paths("");
  EXPECT_GT(paths.size(), 50u);
  for (const std::string_view path : paths) EXPECT_FALSE(embedded_data(path).empty()) << path;
}

TEST(EmbeddedData, UnknownPathIsEmpty) { EXPECT_TRUE(embedded_data("no/such/file").empty()); }

TEST(Strings, LongNumbersAreGroupedForPeople) {
  EXPECT_EQ(group_digits("120000 t"), "120\u202F000 t");
  EXPECT_EQ(group_digits("1234567"), "1\u202F234\u202F567");
  EXPECT_EQ(group_digits("1200000 t"), "1.2\u00A0million t");
  EXPECT_EQ(group_digits("1800000000 EUR"), "1.8\u00A0billion EUR");
  EXPECT_EQ(group_digits("3000000000000 KRW"), "3\u00A0trillion KRW");
  EXPECT_EQ(group_digits("15000000.5"), "15\u202F000\u202F000.5");
  EXPECT_EQ(group_digits("2026"), "2026");
  EXPECT_EQ(group_digits("2026-01-15"), "2026-01-15");
  EXPECT_EQ(group_digits("12345abc"), "12345abc");
  EXPECT_EQ(group_digits(""), "");
}

TEST(Bytes, ShortRunsAreComparedWhole) {
  const std::string text = "abcdefghijklmnopqrstuvwxyz";
  for (size_t size = 0; size <= text.size(); ++size) {
    EXPECT_TRUE(same_bytes(text.data(), text.data(), size));
    EXPECT_TRUE(begins_with(text, text.substr(0, size)));
    for (size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = '-';
      EXPECT_FALSE(same_bytes(text.data(), other.data(), size)) << size << " " << at;
      EXPECT_FALSE(begins_with(text, other.substr(0, size)));
      if (size > 8) continue;
      EXPECT_NE(load_few(text.data(), size), load_few(other.data(), size));
    }
  }
  EXPECT_FALSE(begins_with("ab", "abc"));
}

}  // namespace
}  // namespace synoptic
