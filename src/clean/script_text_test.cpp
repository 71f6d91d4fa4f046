#include "clean/script_text.h"

#include <gtest/gtest.h>

#include <string>

namespace synoptic::clean {
namespace {

std::string many(const std::string& sentence) {
  std::string text;
  for (int i = 0; i < 8; ++i) text += sentence;
  return text;
}

TEST(ScriptText, ReadsHtmlThatAScriptHandsOn) {
  const std::string script =
      "window.q = window.q || []; "
      "window.q.push({\"id\":7,\"data\":{\"contentHtml\":\"\\u003cp\\u003e" +
      many("The ferry is late, said the crew. ") +
      "\\u003c\\/p\\u003e\\u003cfigure\\u003e\\u003cfigcaption\\u003eA "
      "ferry\\u003c/figcaption\\u003e"
      "\\u003c/figure\\u003e\\u003cp\\u003eTea \\u0026amp; \\\"bread\\\" for "
      "\\u003cb\\u003eall\\u003c/b\\u003e. " +
      many("Nobody was hurt on board. ") + "\\u003cbr\\u003eThe end.\\u003c/p\\u003e\"}})";
  const uint32_t begin = 100;
  const std::string capture = std::string(begin, ' ') + script;
  const auto found = texts_of_script(script, begin);
  ASSERT_EQ(found.size(), 1u);
  const auto& paragraphs = found[0].paragraphs;
  ASSERT_EQ(paragraphs.size(), 3u) << "two paragraphs, one of them broken; no caption";
  EXPECT_TRUE(paragraphs[0].text.starts_with("The ferry is late"));
  EXPECT_TRUE(paragraphs[1].text.starts_with("Tea & \"bread\" for all."));
  EXPECT_EQ(paragraphs[2].text, "The end.");
  const Span ampersand = paragraphs[1].source.to_source({4, 5});
  EXPECT_EQ(capture.substr(ampersand.begin, ampersand.size()), "\\u0026amp;");
  EXPECT_EQ(capture.substr(paragraphs[2].span.begin, paragraphs[2].span.size()), "The end.");
}

TEST(ScriptText, TakesNoCodeForText) {
  EXPECT_TRUE(texts_of_script("var a = {\"b\": [1, 2, 3]}; " + many("run(a); "), 0).empty());
  EXPECT_TRUE(texts_of_script("", 0).empty());
  EXPECT_TRUE(texts_of_script("{\"html\":\"" + many("<p>short</p>"), 0).empty()) << "cut off";
}

}  // namespace
}  // namespace synoptic::clean
