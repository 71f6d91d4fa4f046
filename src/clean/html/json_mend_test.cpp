#include "clean/html/json_mend.h"

#include <gtest/gtest.h>
#include <simdjson.h>

namespace synoptic::clean {
namespace {

// The value behind a key after mending; "broken" where it is still no JSON.
std::string value(std::string_view json, std::string_view key) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(mend_json(unwrap_json(json))).get(root) != simdjson::SUCCESS) return "broken";
  std::string_view text;
  return root.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : "absent";
}

TEST(MendJson, LeavesGoodJsonAlone) {
  EXPECT_EQ(value(R"({"a": "x, \"y\": z", "b": [1, {"c": null}], "d": "e\\"})", "a"),
            "x, \"y\": z");
  EXPECT_EQ(value(R"({"a": "", "b": "é\u00e9"})", "b"), "éé");
}

TEST(MendJson, DropsCommasTooManyAndAddsForgottenOnes) {
  EXPECT_EQ(value(R"({"a": ["x", "y", ], "b": "pier",})", "b"), "pier");
  EXPECT_EQ(value("{\"a\": \"x\"\n \"b\": \"pier\"}", "b"), "pier");
  EXPECT_EQ(value(R"({"a": [{"x": 1} {"x": 2}], "b": "pier"})", "b"), "pier");
}

TEST(MendJson, ReadsRawLineBreaksAndBadEscapes) {
  EXPECT_EQ(value("{\"a\": \"two\nlines\there\"}", "a"), "two\nlines here");
  EXPECT_EQ(value(R"({"a": "the pier\'s end"})", "a"), "the pier's end");
}

TEST(MendJson, KnowsQuotationMarksInsideAString) {
  EXPECT_EQ(value(R"({"a": "The "old" pier closes", "b": "x"})", "a"), "The \"old\" pier closes");
  EXPECT_EQ(value(R"({"a": "He said: "no"", "b": "x"})", "b"), "x");
}

TEST(MendJson, TakesWrappingsOff) {
  EXPECT_EQ(value("<!-- {\"a\": \"pier\"} -->", "a"), "pier");
  EXPECT_EQ(value("//<![CDATA[\n{\"a\": \"pier\"}\n//]]>", "a"), "pier");
  EXPECT_EQ(value("/*<![CDATA[*/ {\"a\": \"pier\"}; /*]]>*/", "a"), "pier");
  EXPECT_EQ(value("{\"a\": \"pier\" /* the old one */}", "a"), "pier");
}

TEST(MendJson, ReadsCharacterReferencesForAllQuotationMarks) {
  EXPECT_EQ(value("{&quot;a&quot;: &quot;pier &amp; quay&quot;}", "a"), "pier & quay");
}

TEST(MendJson, EndsOnAnyText) {
  for (const char* text : {"", "{", "\"", "[[[", "{\"a\": \"", "}{", "\\", "{\"a\":\\"}) {
    const std::string mended = mend_json(unwrap_json(text));
    EXPECT_EQ(mend_json(mended), mended) << text;  // nothing is left to mend
  }
}

}  // namespace
}  // namespace synoptic::clean
