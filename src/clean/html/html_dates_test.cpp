// Where pages tell their day, one way of telling it at a time.
#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const char* const kText =
    "<p>The harbour board said on Monday that it would close the old pier, and that ferries would "
    "move to the northern quay until the autumn.</p><p>Traders near the pier, some of whom have "
    "worked there for decades, asked for help with rents while the work lasts.</p>";

std::string published(const std::string& head, const std::string& above_text) {
  model::Capture capture =
      html_capture("<html><head><title>Old pier to close next month</title>" + head +
                   "</head><body><article><h1>Old pier to close next month</h1>" + above_text +
                   kText + "</article></body></html>");
  capture.url = "https://www.quaypost.example/news/pier";
  const auto articles = clean_capture(capture);
  if (articles.empty() || !articles[0].published) return "none";
  return model::iso(articles[0].published->value);
}

std::string json_ld(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

TEST(HtmlDates, TheArticleIsDatedNotTheFilmInIt) {
  const std::string film =
      json_ld(R"({"@type":"VideoObject","name":"Pier","datePublished":"2026-03-02T08:00:00Z"})");
  const std::string article = json_ld(
      R"({"@type":"NewsArticle","headline":"Pier","datePublished":"2026-03-04T08:00:00Z"})");
  EXPECT_EQ(published(film + article, ""), "2026-03-04T08:00:00");
  EXPECT_EQ(published(film, ""), "2026-03-02T08:00:00");
}

TEST(HtmlDates, OfManyArticlesThePagesOwnIsDated) {
  const auto article = [](const std::string& address, const std::string& day) {
    return json_ld(
        R"({"@type":"NewsArticle","headline":"Pier","url":"https://www.quaypost.example)" +
        address + R"(","datePublished":)" + day + "}");
  };
  EXPECT_EQ(
      published(article("/news/quay", "\"2026-03-01\"") + article("/news/pier", "\"2026-03-04\""),
                ""),
      "2026-03-04");
  EXPECT_EQ(published(article("/news/pier", "1772619600000"), ""), "2026-03-04T10:20:00")
      << "thousandths of a second";
  EXPECT_EQ(published(article("/news/pier", R"({"@type":"Date","@value":"2026-03-04"})"), ""),
            "2026-03-04");
}

TEST(HtmlDates, LabelsOfManyLanguagesTellTheChangeApart) {
  EXPECT_EQ(published("", "<p>Aktualizováno 5. 3. 2026 10:20 | Publikováno 4. 3. 2026</p>"),
            "2026-03-04");
  EXPECT_EQ(published("", "<p>Uppdaterad 5 mars 2026 Publicerad 4 mars 2026</p>"), "2026-03-04");
  EXPECT_EQ(published("",
                      "<p>By Ada Quill | quill@quaypost.example | Quay Post | PUBLISHED: March 4, "
                      "2026 at 9:44 a.m. | UPDATED: March 5, 2026 at 10:00 a.m.</p>"),
            "2026-03-04T09:44");
}

TEST(HtmlDates, ASentenceBelowTheTextTellsWhenItWasPosted) {
  model::Capture capture = html_capture(
      std::string("<title>Old pier to close</title><h1>Old pier to close</h1>") + kText +
      "<p>This entry was posted on Wednesday, March 4th, 2026 at 10:20 am and is filed under News. "
      "You can follow any responses to this entry through the feed.</p>");
  const auto articles = clean_capture(capture);
  ASSERT_FALSE(articles.empty());
  ASSERT_TRUE(articles[0].published);
  EXPECT_EQ(model::iso(articles[0].published->value), "2026-03-04T10:20");
}

TEST(HtmlDates, TheStateOfAPageTellsItsDay) {
  const auto state = [](const std::string& code) {
    return published("<script>" + code + "</script>", "");
  };
  EXPECT_EQ(state(R"(var page={"id":7,"dateOfPublication":"2026-03-04T10:20:00Z"};)"),
            "2026-03-04T10:20:00");
  EXPECT_EQ(state(R"(page.metrics.publishDate = "2026-03-04 10:20";)"), "2026-03-04T10:20");
  EXPECT_EQ(state(R"(var page={"lastPublished":"2026-03-04","publishedYear":2026};)"), "none");
}

TEST(HtmlDates, NamesOfOneSitesOwnAreReadByTheirWords) {
  const auto meta = [](const std::string& name) {
    return published("<meta name=\"" + name + "\" content=\"2026-03-04T10:20:00\">", "");
  };
  for (const char* name : {"quay:firstPublishedOn", "article-publish-date", "nyp:pdate",
                           "page.content.published", "eGMS.date", "dcterms:issued"}) {
    EXPECT_EQ(meta(name), "2026-03-04T10:20:00") << name;
  }
  for (const char* name : {"quay:expires", "event-date", "cache-date", "quay:version"}) {
    EXPECT_EQ(meta(name), "none") << name;
  }
  EXPECT_EQ(
      published("<meta name=\"quay:filing-date\" content=\"2026-03-09T10:20:00\">"
                "<meta property=\"og:url\" content=\"https://www.quaypost.example/2026/03/04/p\">",
                ""),
      "2026-03-04")
      << "a vague name is the weakest";
}

TEST(HtmlDates, TheDayInALinkToAnotherArticleIsItsOwn) {
  EXPECT_EQ(published("",
                      "<p><b>Updated:</b> March 16, 2026, 5:01 PM</p>"
                      "<ul><li><a href='/v/1'><img src='1.jpg'><div><span class='create-date'>"
                      "Wednesday 25 February, 2026</span> <span>Can the harbour pay for a new "
                      "northern quay?</span></div></a></li></ul>"),
            "2026-03-16T17:01");
  EXPECT_EQ(published("",
                      "<p><a href='/archive/2026/03/16'><span class='date'>16 March 2026</span>"
                      "</a></p>"),
            "2026-03-16");
}

TEST(HtmlDates, AScriptsRecordTellsTheOutletsOwnDayBesideAStampInUtc) {
  const auto stamp = [](const std::string& clock) {
    return json_ld(R"({"@type":"NewsArticle","headline":"Pier","datePublished":"2026-03-05T)" +
                   clock + R"("})");
  };
  const std::string record = R"(<script>var page={"id":"7","DateCreation":"2026-03-04"}</script>)";
  EXPECT_EQ(published(stamp("00:23:00Z"), record), "2026-03-04");
  EXPECT_EQ(published(stamp("13:23:00Z"), record), "2026-03-05T13:23:00")
      << "no zone is that far behind";
  EXPECT_EQ(published(stamp("00:23:00-05:00"), record), "2026-03-05T00:23:00") << "its own zone";
  EXPECT_EQ(
      published(stamp("00:23:00Z"), record + R"(<script>var more=[{"DateCreation":"2026-03-04"},)"
                                             R"({"DateCreation":"2026-03-01"}]</script>)"),
      "2026-03-04");
  EXPECT_EQ(published(stamp("00:23:00Z"), R"(<script>var more=[{"DateCreation":"2026-03-04"},)"
                                          R"({"DateCreation":"2026-03-01"}]</script>)"),
            "2026-03-05T00:23:00")
      << "a list of articles";
}

TEST(HtmlDates, WrittenDatesAndCountsOfSecondsInData) {
  EXPECT_EQ(published("", R"(<script>var page={"displayDate":"March 4, 2026","n":1}</script>)"),
            "2026-03-04");
  EXPECT_EQ(
      published("", R"(<script>var page={"pubDate":"Wed, 04 Mar 2026 10:21:00 GMT"}</script>)")
          .substr(0, 10),
      "2026-03-04");
  EXPECT_EQ(published("", "<span class='when' data-timestamp='1772619600'>long ago</span>"),
            "2026-03-04T10:20:00");
}

TEST(HtmlDates, DatesInPartsOfALine) {
  EXPECT_EQ(published("", "<div><div>4</div><div>March</div><div>2026</div></div>"), "2026-03-04");
  EXPECT_EQ(published("", "<div><div>Mar</div><div>4</div><div>2026</div></div>"), "2026-03-04");
  EXPECT_EQ(
      published("",
                "<div><span>Ada Quill, keeper of the northern lights</span><p>4 March 2026</p>"
                "<p>Seen by 1,204 of our dear readers</p></div>"),
      "2026-03-04");
}

TEST(HtmlDates, DatesInAttributesFieldsAndRecords) {
  EXPECT_EQ(published("", "<b data-published=\"2026-03-04T10:20:00Z\">2 days ago</b>"),
            "2026-03-04T10:20:00");
  EXPECT_EQ(published("", "<b aria-label=\"4 March 2026\">2 days ago</b>"), "2026-03-04");
  EXPECT_EQ(published("", "<b data-updated=\"2026-03-04\">2 days ago</b>"), "none");
  EXPECT_EQ(published("", "<form><input type=hidden name=pubDate value=\"2026-03-04\"></form>"),
            "2026-03-04");
  EXPECT_EQ(published("", "<!-- <title>Pier</title><date>2026-03-04 10:20:00.0</date> -->"),
            "2026-03-04T10:20:00");
  EXPECT_EQ(published("", "<!-- built: 2026-03-04 -->"), "none");
}

TEST(HtmlDates, APictureBesideTheHeadlineTellsTheDayWhereNothingElseDoes) {
  EXPECT_EQ(published("", "<img src=\"/media/2026/03/04/pier.jpg\">"), "2026-03-04");
  EXPECT_EQ(published("", "<img src=\"/media/2026/03/04/pier.jpg\"><p>5 March 2026</p>"),
            "2026-03-05");
}

TEST(HtmlDates, DatesInPlacesOfLastResort) {
  EXPECT_EQ(published("", "<p><script>writeDate('2026/03/04 10:20:00')</script></p>"),
            "2026-03-04T10:20:00");
  EXPECT_EQ(published("", "<p>By Ada Quill <abbr title=\"Mar 4, 2026 at 2:40PM\">Mar 4</abbr></p>"),
            "2026-03-04T14:40");
  EXPECT_EQ(
      published("", "<div>2026-03-04 10:20 Read by 12 people, size: A | AA, copy the link</div>"),
      "2026-03-04T10:20");
  EXPECT_EQ(
      published("<meta property=\"og:url\" content=\"https://www.quaypost.example/2026/03/04/p\">",
                ""),
      "2026-03-04");
}

}  // namespace
}  // namespace synoptic::clean
