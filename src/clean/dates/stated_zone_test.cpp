#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

struct Shown {
  std::string lang, byline, stated;
  std::string head = {};  // more of the page's head
};

model::DateEvidence published(const Shown& shown) {
  const std::string page =
      "<html lang=\"" + shown.lang + "\"><head><title>Harbour bridge closed for repairs</title>" +
      "<meta property=\"article:published_time\" content=\"" + shown.stated + "\">" + shown.head +
      "</head><body><article><h1>Harbour bridge closed for repairs</h1><p class=\"date\">" +
      shown.byline + "</p>" +
      "<p>The harbour bridge was closed on Monday after engineers had found cracks in two of its "
      "pillars, the city said in a statement.</p><p>Ferries will take walkers and cyclists across "
      "until the repairs are done, which may take until the end of the summer.</p>"
      "</article></body></html>";
  const auto articles = clean_text(page, model::Format::kHtml);
  if (articles.size() != 1 || !articles[0].published) return {};
  return *articles[0].published;
}

std::string moment(const Shown& shown) {
  const model::DateValue value = published(shown).value;
  return model::iso(value) + " " + value.zone;
}

TEST(StatedZone, TheSameTimeInThePageDataGivesItsZone) {
  EXPECT_EQ(moment({"en", "2026-06-09 18:22", "2026-06-09T18:22:41+08:00"}),
            "2026-06-09T18:22 +08:00");
}

TEST(StatedZone, ANameOfSeveralZonesIsSettledByThePage) {
  EXPECT_EQ(moment({"hi", "9 जून 2026, 01:05 PM IST", "2026-06-09T13:05:00+05:30"}),
            "2026-06-09T13:05 IST");
  EXPECT_EQ(published({"hi", "9 जून 2026, 01:05 PM IST", "2026-06-09T13:05:00+05:30"})
                .value.offset_minutes,
            330);
  EXPECT_EQ(
      published({"en", "9 June 2026, 13:05 IST", "2026-06-09T10:05:00Z"}).value.offset_minutes, 180)
      << "Jerusalem";
  EXPECT_EQ(published({"en", "9 June 2026, 13:05 IST", "2026-06-09",
                       "<link rel=\"canonical\" href=\"https://news.example.in/1\">"})
                .value.offset_minutes,
            330)
      << "by the address";
  EXPECT_EQ(published({"en", "9 June 2026, 13:05 IST", "2026-06-09"}).value.offset_minutes,
            std::nullopt);
  EXPECT_EQ(published({"en", "9 June 2026, 13:05 ET", "2026-06-09"}).value.offset_minutes, -240);
}

TEST(StatedZone, OneMomentInUtcAndByAUsualClock) {
  EXPECT_EQ(moment({"en", "2026-06-09 08:22", "2026-06-09T12:22:00+00:00"}),
            "2026-06-09T08:22 -04:00");
  EXPECT_EQ(moment({"en", "2026-06-10 00:15", "2026-06-09T22:15:00Z",
                    "<link rel=\"canonical\" href=\"https://news.example.de/1\">"}),
            "2026-06-10T00:15 +02:00")
      << "the day after";
}

TEST(StatedZone, TheLastChangeMayBeWhatIsShown) {
  EXPECT_EQ(moment({"en", "2026-06-09 15:02", "2026-06-09T11:00:00Z",
                    "<meta property=\"article:modified_time\" content=\"2026-06-09T14:02:10Z\">"}),
            "2026-06-09T15:02 +01:00");
}

TEST(StatedZone, AnotherTimeIsByTheSameClock) {
  EXPECT_EQ(moment({"en", "2026-06-09 19:05", "2026-06-09T18:22:00+05:30"}),
            "2026-06-09T19:05 +05:30");
}

TEST(StatedZone, AMomentIsBetterThanATimeByAnUnknownClock) {
  EXPECT_EQ(moment({"en", "2026-06-09 19:05", "2026-06-09T18:22:00Z"}), "2026-06-09T18:22:00 Z");
}

TEST(StatedZone, LocalTimeThatAServerCallsUtcStaysLocal) {
  const auto date = published({"en", "2026-06-09 18:22", "2026-06-09T18:22:00Z",
                               "<link rel=\"canonical\" href=\"https://news.example.jp/1\">"});
  EXPECT_EQ(model::iso(date.value), "2026-06-09T18:22");
  EXPECT_FALSE(date.value.offset_minutes);
  EXPECT_EQ(moment({"en", "2026-06-09 18:22", "2026-06-09T18:22:00Z"}), "2026-06-09T18:22 Z")
      << "nobody knows where the site is";
}

TEST(StatedZone, AZoneThatIsShownStays) {
  EXPECT_EQ(moment({"en", "June 9, 2026, 6:22 p.m. GMT", "2026-06-09T18:22:00+08:00"}),
            "2026-06-09T18:22 GMT");
}

TEST(StatedZone, FrontMatterGivesItsZoneToTheByline) {
  const auto articles = clean_text(
      "---\ntitle: Harbour bridge closed for repairs\ndate: 2026-06-09T18:22:00+03:00\n---\n\n"
      "# Harbour bridge closed for repairs\n\n9 June 2026, 18:22\n\n"
      "The harbour bridge was closed on Monday after engineers had found cracks in two of its "
      "pillars, the city said in a statement.\n\nFerries will take walkers across until then.\n",
      model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_TRUE(articles[0].published);
  EXPECT_EQ(articles[0].published->value.zone, "+03:00");
  EXPECT_EQ(articles[0].published->value.offset_minutes, 180);
}

}  // namespace
}  // namespace synoptic::clean
