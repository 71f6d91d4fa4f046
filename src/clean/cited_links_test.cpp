// Lines that are only a link to the article that a text is from.
#include <gtest/gtest.h>

#include "clean/clean.h"
#include "clean/test_support.h"
#include "model/model.h"

namespace synoptic::clean {
namespace {

std::string cited(const std::vector<model::Article>& articles) {
  std::string all;
  for (const auto& article : articles) {
    for (const auto& origin : article.origins) {
      if (!all.empty()) all += "; ";
      all += origin.name + " " + origin.url;
    }
  }
  return all;
}

std::string cited_by_element(const std::string& element) {
  return cited(clean_capture(html_capture(
      "<title>Council closes the old ferry terminal</title><h1>Council closes the old ferry "
      "terminal</h1><p>The harbour council closed the ferry terminal on Monday after a long "
      "debate.</p><p>Builders expect a new terminal to open before the end of next summer.</p>" +
      element)));
}

std::string cited(const std::string& line) {
  return cited(clean_text(
      "# Council closes the old ferry terminal\n\n2026-03-14\n\n"
      "The harbour council closed the ferry terminal on Monday after a long debate.\n\n"
      "Builders expect a new terminal to open before the end of next summer, it said.\n\n" +
          line + "\n",
      model::Format::kMarkdown));
}

TEST(CitedLinks, ALinkToAnOutletsArticleTellsWhereTheTextIsFrom) {
  const std::string url = "https://www.reuters.com/world/ferry-terminal-2026-03-14/";
  const std::string reuters = "Reuters " + url;
  EXPECT_EQ(cited("[via Reuters](" + url + ")"), reuters);
  EXPECT_EQ(cited("via [Reuters](" + url + ")"), reuters);
  EXPECT_EQ(cited("[来源](" + url + ")"), reuters);
  EXPECT_EQ(cited("[Read the original](" + url + ")"), reuters);
}

const std::string kSourceLines[]{"Source: Reuters",   "المصدر: رويترز",  "来源：路透社",
                                 "Источник: Reuters", "Fuente: Reuters", "Source : Reuters",
                                 "Quelle: Reuters",   "Fonte: Reuters",  "出典：ロイター",
                                 "Kaynak: Reuters",   "منبع: رویترز",    "Джерело: Reuters",
                                 "स्रोत: रॉयटर्स",      "출처: 로이터",    "Sumber: Reuters"};

TEST(CitedLinks, TheLabelMayStandInTheLink) {
  const std::string url = "https://www.reuters.com/world/ferry-terminal-2026-03-14/";
  for (const std::string& line : kSourceLines) {
    EXPECT_EQ(cited("[" + line + "](" + url + ")"), "Reuters " + url) << line;
    EXPECT_EQ(cited("- [" + line + "](" + url + ")"), "Reuters " + url) << line;
    EXPECT_EQ(cited_by_element("<p><a href=\"" + url + "\">" + line + "</a></p>"), "Reuters " + url)
        << line;
  }
  EXPECT_EQ(cited("[Source: Harbour blog](https://blog.example.org/2026/03/ferry-terminal)"),
            "Harbour blog https://blog.example.org/2026/03/ferry-terminal");
}

TEST(CitedLinks, ALabelInBracketsBehindTheLastSentence) {
  for (const std::string& line : kSourceLines) {
    EXPECT_EQ(cited("The ferry will leave from the north shore until then. (" + line + ")"),
              "Reuters ")
        << line;
  }
}

TEST(CitedLinks, OtherLinksCiteNobody) {
  EXPECT_EQ(cited("[via Reuters](https://www.reuters.com/)"), "");
  EXPECT_EQ(cited("[Oil prices rise](https://www.reuters.com/world/oil-2026-03-14/)"), "");
  EXPECT_EQ(cited("[via Reuters](https://www.example.org/world/oil-2026-03-14/)"), "");
}

}  // namespace
}  // namespace synoptic::clean
