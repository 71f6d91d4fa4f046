#include "clean/html/stated_words.h"

#include <gtest/gtest.h>

#include <string>

namespace synoptic::clean {
namespace {

// The part of `value` that says `words`; "-" where none does.
std::string part(std::string_view value, std::string_view words) {
  const std::string page = "<x>" + std::string(value) + "</x>";
  const Span all{3, 3 + static_cast<uint32_t>(value.size())};
  const auto map = find_stated(page, all, words);
  if (!map) return "-";
  const Span span = map->to_source({0, static_cast<uint32_t>(words.size())});
  return page.substr(span.begin, span.size());
}

TEST(StatedWords, StandInAPartOfTheirValue) {
  EXPECT_EQ(part("Bridge reopens - The Quay", "Bridge reopens"), "Bridge reopens");
  EXPECT_EQ(part("The Quay - Bridge\n  reopens", "Bridge reopens"), "Bridge\n  reopens");
  EXPECT_EQ(part("Bridge reopens", "Bridge closes"), "-");
  EXPECT_EQ(part("Bridge reopens", ""), "-");
}

TEST(StatedWords, AreFoundBehindReferencesAndEscapes) {
  EXPECT_EQ(part("Salt &amp; pepper &#x27;now&#x27;", "pepper 'now'"), "pepper &#x27;now&#x27;");
  EXPECT_EQ(part("Salt &amp;amp; pepper", "Salt & pepper"), "Salt &amp;amp; pepper");
  EXPECT_EQ(part("A & B &lt; C", "A & B <"), "A & B &lt;");
  EXPECT_EQ(part(R"({"headline":"\u00dcber \"alles\" \/ 1"})", "Über \"alles\" / 1"),
            R"(\u00dcber \"alles\" \/ 1)");
  EXPECT_EQ(part("Bridge <i>re</i>opens", "Bridge reopens"), "Bridge <i>re</i>opens");
  EXPECT_EQ(part("Bridge<br>reopens", "Bridge reopens"), "Bridge<br>reopens");
}

TEST(StatedWords, KnowTheBytesOfEachWord) {
  const std::string page = "Salt &amp; pepper - Quay";
  const auto map = find_stated(page, {0, static_cast<uint32_t>(page.size())}, "Salt & pepper");
  ASSERT_TRUE(map);
  EXPECT_EQ(map->to_source({7, 13}), (Span{11, 17}));
}

}  // namespace
}  // namespace synoptic::clean
