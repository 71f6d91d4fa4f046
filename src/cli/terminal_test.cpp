#include "cli/terminal.h"

#include <gtest/gtest.h>

#include "cli/render.h"

namespace synoptic::cli {
namespace {

TEST(Columns, WideCharactersTakeTwoAndMarksNone) {
  EXPECT_EQ(columns_of("abc"), 3u);
  EXPECT_EQ(columns_of("中国"), 4u);
  EXPECT_EQ(columns_of("e\u0301"), 1u);
}

TEST(Fit, CutsOrPadsToTheColumns) {
  EXPECT_EQ(fit("abc", 5), "abc  ");
  EXPECT_EQ(fit("abcdef", 4), "abc…");
  EXPECT_EQ(columns_of(fit("中国北京市", 6)), 6u);
}

TEST(Isolate, KeepsRightToLeftTextFromTheRestOfTheLine) {
  EXPECT_EQ(isolate("abc"), "abc");
  EXPECT_EQ(isolate("سلام"), "\u2068سلام\u2069");
}

TEST(OneLine, HasNoControlCharacters) {
  EXPECT_EQ(one_line("a\n\x1b[31mb"), "a  [31mb");
  EXPECT_EQ(one_line("a\xC2\x9B 中"), "a  中");
  EXPECT_EQ(one_line("a\u202Eb"), "ab");
}

TEST(Shown, TerminalsGetNoSequencesOfPages) {
  EXPECT_EQ(shown("a\x1b]52;c;x\x07\n\tb"), "a\uFFFD]52;c;x\uFFFD\n\tb");
  model::Article article;
  article.title =
      "a\x1b\x07"
      "b\r\n\tc";
  const std::string matter = article_as_markdown(article);
  EXPECT_NE(matter.find("title: \"a\uFFFD\uFFFDb\\r\\n\\tc\"\n"), std::string::npos) << matter;
  EXPECT_EQ(matter.find('\x1b'), std::string::npos);
}

TEST(Markdown, FrontMatterSurvivesEveryTitle) {
  model::Article article;
  article.title = "He said \"no\": \\ # why?";
  model::Block block;
  block.text = "# not a heading";
  article.blocks.push_back(block);
  const std::string text = article_as_markdown(article);
  EXPECT_NE(text.find("title: \"He said \\\"no\\\": \\\\ # why?\"\n"), std::string::npos);
  EXPECT_NE(text.find("\n\\# not a heading\n"), std::string::npos);
}

TEST(Markdown, ANumberInFrontOfASentenceIsNoList) {
  model::Article article;
  for (const char* text : {"2025. That year", "<b> is bold", "3 million"}) {
    model::Block block;
    block.text = text;
    article.blocks.push_back(block);
  }
  const std::string text = article_as_markdown(article);
  for (const char* line : {"\n2025\\. That year\n", "\n\\<b> is bold\n", "\n3 million\n"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line;
  }
}

TEST(Table, ARowHasTheWidthOfItsHead) {
  model::Article article;
  article.title = "北海道沖で地震、12人けが、1万2千戸停電、鉄道は昼まで運休、市長が会見で説明";
  article.lang = "ja";
  article.path = "PATH";
  const std::string head = article_table_head(), row = article_as_table_row(article);
  EXPECT_EQ(columns_of(row.substr(0, row.find("PATH"))),
            columns_of(head.substr(0, head.find("path"))));
}

}  // namespace
}  // namespace synoptic::cli
