#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

// A page with these elements in its head and above its two paragraphs.
std::string title_of(const std::string& head, const std::string& body) {
  const auto articles = clean_text(
      "<html><head>" + head + "</head><body><article>" + body +
          "<p>The harbour council met on Monday and spoke for nine hours about the old pier, which "
          "has stood in the bay since the first ferries came.</p>"
          "<p>The members voted to close it next month, and the ferries will leave from the north "
          "bank until a new one has been built.</p></article></body></html>",
      model::Format::kHtml);
  return articles.empty() ? "" : articles[0].title;
}

std::string meta(const std::string& title) {
  return "<title>" + title + "</title><meta property=\"og:title\" content=\"" + title + "\">";
}

TEST(ChooseTitle, OfTwoHeadingsTheOneThatThePageAgreesOn) {
  EXPECT_EQ(title_of(meta("Old pier closes and ferries move north"),
                     "<h1>Storm warning</h1><h1>Old pier closes and ferries move north</h1>"),
            "Old pier closes and ferries move north");
}

TEST(ChooseTitle, AHeadingThatNamesTheSectionIsNone) {
  EXPECT_EQ(title_of(meta("Ferries move to the north bank"),
                     "<h1>Notebook</h1><h2>Ferries move to the north bank</h2>"),
            "Ferries move to the north bank");
}

TEST(ChooseTitle, TheReadersHeadlineBeatsTheOneMadeForSearch) {
  EXPECT_EQ(title_of(meta("Pier news: everything about the closing of the pier"),
                     "<h1>Old pier closes and ferries move north</h1>"),
            "Old pier closes and ferries move north");
}

TEST(ChooseTitle, AKickerInTheHeadingIsCutWhereThePageSaysTheHeadlineAlone) {
  EXPECT_EQ(title_of(meta("Old pier closes and ferries move north"),
                     "<h1><span>Harbour news</span> Old pier closes and ferries move north</h1>"),
            "Old pier closes and ferries move north");
  EXPECT_EQ(title_of(meta("Old pier closes and ferries move north"),
                     "<h1>Port of Elm: Old pier closes and ferries move north</h1>"),
            "Port of Elm: Old pier closes and ferries move north");
}

}  // namespace
}  // namespace synoptic::clean
