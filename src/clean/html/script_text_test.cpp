#include "clean/html/script_text.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

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

TEST(ScriptText, ReadsAShortArticleThatTheDataCallSo) {
  const std::string front = "{\"@type\":\"NewsArticle\",\"articleBody\":\"";
  for (const std::string body :
       {"The \\u201cferry\\u201d is late, said the crew on Friday.",
        "<p>The \\u201cferry\\u201d is late,<\\/p><p>said the crew.<\\/p>"}) {
    const auto found = texts_of_script(front + body + "\"}", 0);
    ASSERT_EQ(found.size(), 1u) << body;
    EXPECT_TRUE(found[0].is_body);
    EXPECT_TRUE(found[0].paragraphs[0].text.starts_with("The \u201cferry\u201d is late,")) << body;
    EXPECT_EQ(found[0].paragraphs.size(), body.starts_with('<') ? 2u : 1u);
  }
  EXPECT_TRUE(texts_of_script("{\"@type\":\"NewsArticle\",\"description\":\"A long one, " +
                                  many("and more. ") + "\"}",
                              0)
                  .empty());
}

// A page's data hold its article's blocks under many names; nothing else of it is text.
std::vector<std::string> thorough(const std::string& script) {
  std::vector<std::string> texts;
  for (const ScriptText& found : texts_of_script(script, 0, true)) {
    for (const Piece& piece : found.paragraphs) texts.push_back(piece.text);
  }
  return texts;
}

TEST(ScriptText, ALongBlockOfMarkupIsOneOfMany) {
  const std::string one = many("The ferry is late, said the crew of it, and the quay is full. ");
  const std::string two = "Nobody was hurt on board, said the mayor.";
  const auto block = [](const std::string& body) {
    return "{\"type\":\"text\",\"body\":\"\\u003cp\\u003e" + body + "\\u003c/p\\u003e\"}";
  };
  const auto found =
      texts_of_script("{\"blocks\":[" + block(one) + "," + block(two) + "]}", 0, true);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].paragraphs.size(), 2u);
}

TEST(ScriptText, ReadsBlocksUnderManyNames) {
  const std::string one = many("The ferry is late, said the crew. ");
  const std::string two = many("Nobody was hurt on board. ");
  const auto trimmed = [](std::string text) { return text.substr(0, text.size() - 1); };
  const std::vector<std::string> both{trimmed(one), trimmed(two)};
  const auto blocks = [&](const std::string& front, const std::string& back) {
    return "window.__STATE__ = {\"list\":[" + front + one + back + "," + front + two + back +
           "]};\nrun()";
  };
  for (const auto& [front, back] : std::vector<std::pair<std::string, std::string>>{
           {R"({"type":"text","content":")", R"("})"},
           {R"({"__typename":"Paragraph","text":")", R"("})"},
           {R"({"name":"core/paragraph","attributes":{"content":")", R"("}})"},
           {R"({"_type":"block","children":[{"_type":"span","text":")", R"("}]})"},
           {R"({"type":"unstyled","text":"<b>)", R"(</b>"})"}}) {
    EXPECT_EQ(thorough(blocks(front, back)), both) << front;
  }
  EXPECT_EQ(thorough("{\"paragraphs\":[\"" + one + "\",\"" + two + "\"]}"), both);
  EXPECT_EQ(thorough("{\"body\":\"" + one + "\\n\\n" + two + "\"}"), both);
  EXPECT_EQ(thorough("x=(function(a){return {id:a,body:\"" + one + "\\n" + two + "\"}}(1))"), both);
}

TEST(ScriptText, SaysWordsInPartsOnce) {
  const std::string a = many("The ferry is late, said the crew. "), b = many("Nobody was hurt. ");
  const auto found = thorough(R"({"type":"paragraph","model":{"text":")" + a + b +
                              R"(","blocks":[{"text":")" + a + R"("},{"text":")" + b + R"("}]}})");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0] + " ", a + b);
}

TEST(ScriptText, KeepsHeadingsAsHeadings) {
  const auto found = texts_of_script(
      R"({"b":[{"type":"heading","text":"On the boat"},{"type":"paragraph","text":")" +
          many("The ferry is late, said the crew. ") + R"("}]})",
      0, true);
  ASSERT_FALSE(found.empty());
  ASSERT_EQ(found[0].paragraphs.size(), 2u);
  EXPECT_EQ(found[0].paragraphs[0].kind, model::BlockKind::kHeading);
}

TEST(ScriptText, TakesNoCodeForText) {
  EXPECT_TRUE(
      thorough("{\"text\":\"" + many("a{b:c;d:e} .f{g:h} ") + many("i{j:k;}") + "\"}").empty());
  EXPECT_TRUE(texts_of_script("var a = {\"b\": [1, 2, 3]}; " + many("run(a); "), 0).empty());
  EXPECT_TRUE(texts_of_script("", 0).empty());
  EXPECT_TRUE(texts_of_script("{\"html\":\"" + many("<p>short</p>"), 0).empty()) << "cut off";
}

}  // namespace
}  // namespace synoptic::clean
