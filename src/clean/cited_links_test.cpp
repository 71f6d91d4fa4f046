// Lines that are only a link to the article that a text is from.
#include <gtest/gtest.h>

#include "clean/clean.h"
#include "clean/test_support.h"
#include "model/model.h"

namespace synoptic::clean {
namespace {

std::string cited(const std::string& line) {
  const auto articles = clean_text(
      "# Council closes the old ferry terminal\n\n2026-03-14\n\n"
      "The harbour council closed the ferry terminal on Monday after a long debate.\n\n"
      "Builders expect a new terminal to open before the end of next summer, it said.\n\n" +
          line + "\n",
      model::Format::kMarkdown);
  std::string all;
  for (const auto& article : articles) {
    for (const auto& origin : article.origins) {
      if (!all.empty()) all += "; ";
      all += origin.name + " " + origin.url;
    }
  }
  return all;
}

TEST(CitedLinks, ALinkToAnOutletsArticleTellsWhereTheTextIsFrom) {
  const std::string url = "https://www.reuters.com/world/ferry-terminal-2026-03-14/";
  const std::string reuters = "Reuters " + url;
  EXPECT_EQ(cited("[via Reuters](" + url + ")"), reuters);
  EXPECT_EQ(cited("via [Reuters](" + url + ")"), reuters);
  EXPECT_EQ(cited("[来源](" + url + ")"), reuters);
  EXPECT_EQ(cited("[Read the original](" + url + ")"), reuters);
}

TEST(CitedLinks, OtherLinksCiteNobody) {
  EXPECT_EQ(cited("[via Reuters](https://www.reuters.com/)"), "");
  EXPECT_EQ(cited("[Oil prices rise](https://www.reuters.com/world/oil-2026-03-14/)"), "");
  EXPECT_EQ(cited("[via Reuters](https://www.example.org/world/oil-2026-03-14/)"), "");
}

}  // namespace
}  // namespace synoptic::clean
