#include <gtest/gtest.h>

#include "base/data.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/strings.h"

namespace synoptic {
namespace {

TEST(Sha256, MatchesTheStandardsExample) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
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

TEST(EmbeddedData, UnknownPathIsEmpty) { EXPECT_TRUE(embedded_data("no/such/file").empty()); }

TEST(Strings, LongNumbersAreGroupedForPeople) {
  EXPECT_EQ(group_digits("1200000 t"), "1\u202F200\u202F000 t");
  EXPECT_EQ(group_digits("2026"), "2026");
  EXPECT_EQ(group_digits("2026-01-15"), "2026-01-15");
  EXPECT_EQ(group_digits("12345abc"), "12345abc");
  EXPECT_EQ(group_digits(""), "");
}

}  // namespace
}  // namespace synoptic
