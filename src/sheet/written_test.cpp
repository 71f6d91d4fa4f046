#include <simdjson.h>

#include "sheet/markdown_text.h"
#include "sheet/testing_story.h"

namespace synoptic::sheet {
namespace {

using testing_story::StoryTest;

TEST_F(StoryTest, MarkdownHasEveryCellWithItsBytes) {
  const std::string text = markdown(accounts());
  EXPECT_EQ(text, markdown(accounts()));
  EXPECT_EQ(text.rfind("# Title of a1\n", 0), 0u);
  for (const char* part :
       {"| What | A1 Post | A2 Times | A3 Star |", "how many killed (differ, 0.90)",
        "`1111111111111111111111111111111111111111111111111111111111111111` |",
        "Alice → Bank: REQUEST order, 2 of 3 accounts", "Star (A3) names no source",
        "Times (A2): 2 steps from Wire", "| A1 copy | Echo |"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
  // Every note that is called is there, once.
  for (size_t i = 1; text.find("[^" + std::to_string(i) + "]:") != std::string::npos; ++i) {
    const std::string mark = "[^" + std::to_string(i) + "]";
    EXPECT_LT(text.find(mark), text.find(mark + ":")) << i;
  }
}

TEST_F(StoryTest, NothingOfADocumentIsMarkdownOrMarkup) {
  const std::string bad = "<script>|`*[x](javascript:1)\n# head\u202E";
  for (auto& annotated : articles_) {
    annotated.article.title = bad;
    annotated.article.publisher->name = bad;
    annotated.article.url = "javascript:alert(1)";
  }
  synopsis_.title = bad;
  for (auto& value : synopsis_.differ[0].values) value.text = value.evidence = bad;
  const std::string text = markdown(accounts());
  EXPECT_EQ(text.find("<script"), std::string::npos);
  EXPECT_EQ(text.find("x](javascript"), std::string::npos);
  EXPECT_EQ(text.find("\n# head"), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
}

TEST(Markdown, TextIsEscapedOnOneLine) {
  EXPECT_EQ(plain("a_b *c* | `d` [e] <f>"), "a\\_b \\*c\\* \\| \\`d\\` \\[e\\] &lt;f&gt;");
  EXPECT_EQ(plain("  two\r\n lines "), "two lines");
  EXPECT_EQ(plain("سلام"), "\u2068سلام\u2069");
  EXPECT_EQ(code("a`b|c"), "`a'b\u00A6c`");
  EXPECT_EQ(link("t", "https://x.example/a b)"), "[t](https://x.example/a%20b%29)");
  EXPECT_EQ(link("t", "javascript:1"), "t");
}

TEST_F(StoryTest, JsonNamesWhatIsDoubtful) {
  synopsis_.differ[0].confidence = 0.6;
  JsonWriter writer;
  model::write_json(writer, synopsis_);
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const std::string json = with_sheet(writer.take(), accounts());
  ASSERT_EQ(parser.parse(json).get(root), simdjson::SUCCESS);
  EXPECT_EQ(std::string_view(root["doubtful"].at(0)), "f1");
}

TEST_F(StoryTest, JsonGoesOnWhereTheSynopsisEnds) {
  JsonWriter writer;
  model::write_json(writer, synopsis_);
  const std::string json = with_sheet(writer.take(), accounts());
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  ASSERT_EQ(parser.parse(json).get(root), simdjson::SUCCESS);
  for (const char* key : {"story", "differ", "event", "lineage", "deeds", "timeline"}) {
    EXPECT_EQ(root[key].error(), simdjson::SUCCESS) << key;
  }
  EXPECT_EQ(root["doubtful"].get_array().size(), 0u);
  EXPECT_EQ(root["event"]["cells"].get_array().size(), 4u);
  EXPECT_EQ(root["lineage"]["reports"].get_array().size(), 5u);
}

}  // namespace
}  // namespace synoptic::sheet
