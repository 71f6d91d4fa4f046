// What pages state of themselves, one way of stating it at a time.
#include <algorithm>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const char* const kText =
    "<p>The harbour board said on Monday that it would close the old pier, and that ferries would "
    "move to the northern quay until the autumn.</p><p>Traders near the pier, some of whom have "
    "worked there for decades, asked for help with rents while the work lasts.</p>";

struct Page {
  model::Article article;

  Page(const std::string& head, const std::string& above_text, std::string_view fetched = {}) {
    model::Capture capture;
    capture.text = "<html><head><title>Old pier to close next month</title>" + head +
                   "</head><body><article><h1>Old pier to close next month</h1>" + above_text +
                   kText + "</article></body></html>";
    capture.format = model::Format::kHtml;
    capture.sha256 = "00";
    capture.url = "https://www.quaypost.example/news/pier";
    capture.fetched = fetched;
    auto articles = clean(capture, test_knowledge(), test_languages());
    if (!articles.empty()) article = std::move(articles.front());
  }

  std::string authors() const {
    std::string names;
    for (const auto& author : article.authors) names += (names.empty() ? "" : "; ") + author.name;
    return names;
  }
  std::string published() const {
    return article.published ? model::iso(article.published->value) : "none";
  }
  std::string metadata(const std::string& key) const {
    const auto found = article.metadata.find(key);
    return found == article.metadata.end() ? "none" : found->second.front();
  }
};

std::string json_ld(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

TEST(HtmlFacts, LabelsInAHeadingAreNoWordsOfIt) {
  for (const std::string heading :
       {"Old pier to close <button>Copy link</button>", "Old pier to close<button>Share</button>",
        "<button><svg><title>Share</title></svg>Share</button> Old pier to close",
        "Old pier <svg><title>x</title></svg>to close<script>f()</script>",
        "Old <ruby>pier<rp>(</rp><rt>peer</rt><rp>)</rp></ruby> to close <input value=Copy>"}) {
    model::Capture capture;
    capture.text = "<html lang=en><body><article><h1>" + heading + "</h1>" + kText +
                   "</article></body></html>";
    capture.format = model::Format::kHtml;
    const auto articles = clean(capture, test_knowledge(), test_languages());
    ASSERT_EQ(articles.size(), 1u) << heading;
    EXPECT_EQ(articles[0].title, "Old pier to close") << heading;
    const Span span = articles[0].title_span;
    EXPECT_EQ(capture.text.substr(span.begin, 3), "Old") << heading;
    EXPECT_EQ(capture.text.substr(span.end - 5, 5), "close") << heading;
  }
}

TEST(HtmlFacts, WhoMaySeeAPageIsNotTold) {
  const Page page("<link rel=canonical href='https://user:secret@www.quaypost.example/x'>" +
                      json_ld(R"({"@type":"NewsArticle","headline":"Old pier to close next month",)"
                              R"("author":{"@type":"Person","name":"Ada Holt",)"
                              R"("url":"https://user:secret@www.quaypost.example/ada"}})"),
                  "");
  EXPECT_EQ(page.article.url, "https://www.quaypost.example/x");
  ASSERT_EQ(page.article.authors.size(), 1u);
  EXPECT_EQ(page.article.authors[0].url, "https://www.quaypost.example/ada");
}

TEST(HtmlFacts, TheRegionTellsTheOrderOfNumbers) {
  const std::string line = "<p>Published: 02/12/2025 10:20</p>";
  const auto lang = [](const std::string& tag) {
    return "<meta http-equiv=\"content-language\" content=\"" + tag + "\">";
  };
  EXPECT_EQ(Page(lang("en-GB"), line).published(), "2025-12-02T10:20");
  EXPECT_EQ(Page(lang("en-US"), line).published(), "2025-02-12T10:20");
}

TEST(HtmlFacts, DatesOfListsBeforeTheArticleDoNotHideItsOwn) {
  std::string list;
  for (int i = 0; i < 90; ++i) list += "<li><time datetime=\"2026-02-01\">1 Feb</time></li>";
  EXPECT_EQ(Page("", "<nav><ul>" + list + "</ul></nav><time datetime=\"2026-03-04\">4 Mar</time>")
                .published(),
            "2026-03-04");
}

TEST(HtmlFacts, JsonLdInAGraphWithReferences) {
  const Page page(json_ld(R"({"@context":"https://schema.org","@graph":[
    {"@type":"WebPage","@id":"#page","datePublished":"2026-03-01"},
    {"@type":"NewsArticle","headline":"Old pier to close next month",
     "author":[{"@id":"#ada"},{"@id":"#ben"}],"datePublished":"2026-03-02T05:00:00Z"},
    {"@type":"Person","@id":"#ada","name":"Ada Brook"},
    {"@type":"Person","@id":"#ben","givenName":"Ben","familyName":"Crane","name":"Ben Crane"}]})"),
                  "");
  EXPECT_EQ(page.authors(), "Ada Brook; Ben Crane");
  EXPECT_EQ(page.published(), "2026-03-02T05:00:00");
}

TEST(HtmlFacts, JsonLdAuthorsInEveryShape) {
  const auto authors = [](const std::string& value) {
    return Page(json_ld(R"({"@type":"NewsArticle","headline":"Pier","author":)" + value + "}"), "")
        .authors();
  };
  EXPECT_EQ(authors(R"("Ada Brook")"), "Ada Brook");
  EXPECT_EQ(authors(R"("Ada Brook, Ben Crane and Cleo Dunn")"), "Ada Brook; Ben Crane; Cleo Dunn");
  EXPECT_EQ(authors(R"({"@type":"Person","name":["Ada Brook","Ben Crane"]})"),
            "Ada Brook; Ben Crane");
  EXPECT_EQ(authors(R"x([{"@type":"Person","name":"Ada Brook (abr)"}])x"), "Ada Brook");
  EXPECT_EQ(authors(R"({"@type":"Person","name":"Ada Brook, Chief Reporter"})"), "Ada Brook");
  EXPECT_EQ(authors(R"({"@type":"Person","name":"Ada Brook | abrook@quaypost.example"})"),
            "Ada Brook");
  EXPECT_EQ(authors(R"({"@list":[{"name":"Ada Brook"},{"name":"Ben Crane"}]})"),
            "Ada Brook; Ben Crane");
  EXPECT_EQ(authors(R"({"@type":"Person","name":"admin"})"), "");
}

TEST(HtmlFacts, JsonLdThatIsBroken) {
  const Page page(json_ld("<!--\n{\"@type\":\"NewsArticle\",\"headline\":\"The \"old\" pier\",\n"
                          "\"description\":\"two\nlines\",\"author\":{\"name\":\"Ada Brook\",},\n"
                          "\"datePublished\":\"2026-03-02\",}\n-->"),
                  "");
  EXPECT_EQ(page.authors(), "Ada Brook");
  EXPECT_EQ(page.published(), "2026-03-02");
}

TEST(HtmlFacts, Microdata) {
  const Page page("", R"(<div itemprop="author" itemscope itemtype="https://schema.org/Person">
      <span itemprop="name">Ada Brook</span></div>
      <meta itemprop="datePublished" content="2026-03-02T05:00:00+01:00">
      <meta itemprop="isAccessibleForFree" content="false">)");
  EXPECT_EQ(page.authors(), "Ada Brook");
  EXPECT_EQ(page.published(), "2026-03-02T05:00:00");
  EXPECT_EQ(page.metadata("access"), "paid");
}

TEST(HtmlFacts, Rdfa) {
  const Page page("", R"(<div vocab="http://schema.org/" typeof="NewsArticle">
      <span property="schema:author">Ada Brook</span>
      <span property="datePublished" content="2026-03-02">2 March</span></div>)");
  EXPECT_EQ(page.authors(), "Ada Brook");
  EXPECT_EQ(page.published(), "2026-03-02");
}

TEST(HtmlFacts, Microformats) {
  const Page page("", R"(<p>by <span class="byline author vcard"><span class="fn">Ada Brook</span>
      </span> <abbr class="published" title="2026-03-02T05:00:00Z">this morning</abbr></p>)");
  EXPECT_EQ(page.authors(), "Ada Brook");
  EXPECT_EQ(page.published(), "2026-03-02T05:00:00");
}

TEST(HtmlFacts, MetaElementsOfManyVendors) {
  const auto published = [](const std::string& name) {
    return Page("<meta name=\"" + name + "\" content=\"2026-03-02\">", "").published();
  };
  for (const char* name : {"DC.date.issued", "parsely-pub-date", "sailthru.date", "pubdate",
                           "citation_publication_date", "article:published_time", "published-date",
                           "http://ogp.me/ns/article#published_time"}) {
    EXPECT_EQ(published(name), "2026-03-02") << name;
  }
  const auto author = [](const std::string& name, const std::string& value) {
    return Page("<meta name=\"" + name + "\" content=\"" + value + "\">", "").authors();
  };
  EXPECT_EQ(author("author", "By Ada Brook and Ben Crane"), "Ada Brook; Ben Crane");
  EXPECT_EQ(author("article:author", "https://www.facebook.com/quaypost"), "");
  EXPECT_EQ(author("DC.creator", "Ada Brook; Ben Crane"), "Ada Brook; Ben Crane");
  EXPECT_EQ(author("articleAuthor", "Ada Brook"), "Ada Brook");
  const Page card(
      "<meta name='twitter:label1' content='Written by'>"
      "<meta name='twitter:data1' content='Ada Brook'>",
      "");
  EXPECT_EQ(card.authors(), "Ada Brook");
}

TEST(HtmlFacts, LabelledNamesBeatLinksBesideThem) {
  const Page page("",
                  "<p><a href='/people/harbour-affairs'>Harbour Affairs</a></p>"
                  "<p>By: <a href='/people/ada-brook'>Ada Brook</a></p>");
  EXPECT_EQ(page.authors(), "Ada Brook");
  EXPECT_EQ(Page("", "<p><a href='/authors/ada'>ByAda Brook</a></p>").authors(), "Ada Brook");
}

TEST(HtmlFacts, AuthorsInTheDataOfScripts) {
  const auto authors = [](const std::string& script, const std::string& above = {}) {
    return Page("<script>" + script + "</script>", above).authors();
  };
  EXPECT_EQ(authors(R"(window.d={"article":{"id":7,"author":{"id":3,"name":"Anna Berg"}}};)"),
            "Anna Berg");
  EXPECT_EQ(authors(R"(dataLayer=[{"articleAuthor":"Anna Berg","author":["Anna Berg"]}])"),
            "Anna Berg");
  EXPECT_EQ(authors(R"(d=JSON.parse("{\"author\":\"Anna Berg\"}"))"), "Anna Berg");
  // Those of other articles, code, and what the page itself says.
  EXPECT_EQ(authors(R"(d=[{"author":"Anna Berg"},{"author":"Lars Holm"}])"), "");
  EXPECT_EQ(authors("var x={author:y.name,writer:Quay Post}"), "");
  EXPECT_EQ(authors("// Author: Anna Berg <anna@code.example>"), "");
  EXPECT_EQ(authors(R"(d={"author":"Anna Berg"})", "<p class=byline>By Lars Holm</p>"),
            "Lars Holm");
}

TEST(HtmlFacts, DesksAreNobody) {
  for (const char* desk : {"Editorial Staff", "Newsroom", "Die Redaktion", "La rédaction",
                           "Редакция", "編集部", "Haber Merkezi", "هيئة التحرير"}) {
    const std::string author = json_ld(R"({"@type":"NewsArticle","headline":"Pier","author":")" +
                                       std::string(desk) + "\"}");
    EXPECT_EQ(Page(author, "").authors(), "") << desk;
    EXPECT_EQ(Page("", "<p>By " + std::string(desk) + "</p>").authors(), "") << desk;
  }
}

TEST(HtmlFacts, SomebodysOwnSiteHasTheirName) {
  const Page page("<meta property='og:site_name' content='Ada Brook'>", "<p>by Ada Brook</p>");
  EXPECT_EQ(page.authors(), "Ada Brook");
}

TEST(HtmlFacts, OneWordInTheDataAgainstANameOnThePage) {
  const Page page(json_ld(R"({"@type":"NewsArticle","headline":"Pier","author":"Abrook"})"),
                  "<p>By Cleo Dunn</p>");
  EXPECT_EQ(page.authors(), "Cleo Dunn");
  EXPECT_FALSE(page.article.author_statements.empty());
  EXPECT_EQ(page.article.author_statements.front().text, "Abrook");
  EXPECT_EQ(page.article.author_statements.front().where, "json_ld");
}

TEST(HtmlFacts, BylinesWhateverTheirElements) {
  EXPECT_EQ(Page("", "<div><span>By</span><span>Ada Brook</span></div>").authors(), "Ada Brook");
  EXPECT_EQ(Page("", "<div><p>Written by</p><p>Ada Brook</p></div>").authors(), "Ada Brook");
  EXPECT_EQ(Page("", "<p><a href='/authors/ada-brook'>Ada Brook</a> 2 March 2026</p>").authors(),
            "Ada Brook");
  EXPECT_EQ(Page("", "<p>Mehr von <a href='/'>Home</a></p>").authors(), "");
}

TEST(HtmlFacts, AByLineOfLinkedNamesAndAnOutletThatGoesByItsAddress) {
  EXPECT_EQ(Page("",
                 "<ul><li>By: <span><a href='/ann-lee'>Ann Lee</a>, </span>"
                 "<span><a href='/tom-hale'>Tom Hale</a></span></li></ul>")
                .authors(),
            "Ann Lee; Tom Hale");
  EXPECT_EQ(Page("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{"
                 "\"@type\":\"Organization\",\"name\":\"quaypost.example\"}}</script>",
                 "")
                .authors(),
            "quaypost.example");
}

TEST(HtmlFacts, WhatAnotherElementConfirmsIsBelieved) {
  const Page page("<meta name=author content='Ada Brook'>",
                  "<p>By Ada Brook</p><p><a rel=author href=/x>Cleo Dunn</a></p>");
  EXPECT_EQ(page.authors(), "Ada Brook");
}

TEST(HtmlFacts, NamesInCapitalsAreThoseOfPeopleWhereTheyCanBeSpoken) {
  const auto role_of = [](const std::string& name) {
    const Page page("", "<div class=byline>By <a href='/author/x'>" + name + "</a></div>");
    return page.article.authors.empty() ? "none" : page.article.authors[0].role;
  };
  EXPECT_EQ(role_of("RAY DELGADO"), "");
  EXPECT_EQ(role_of("MDR THÜRINGEN"), "organisation");
}

TEST(HtmlFacts, TheCityBeforeAName) {
  EXPECT_EQ(
      Page("", "<div class=byline>By <a href='/author/x'>London: Ada Brook</a></div>").authors(),
      "Ada Brook");
}

TEST(HtmlFacts, TheDayBehindAClockIsNoZone) {
  const auto articles = clean_text(
      "<html lang=ar><body><article><h1>مكتبة متنقلة تصل إلى القرى</h1><div>نُشر: 14:20-13 يناير "
      "2025 م"
      "</div><p>في السابعة صباحاً تنطلق ثلاثة جمال من وسط الواحة محملة بصناديق خشبية، لا تحمل تمراً "
      "ولا "
      "ملحاً، بل كتباً ملونة للأطفال.</p></article></body></html>",
      model::Format::kHtml);
  ASSERT_FALSE(articles.empty());
  ASSERT_TRUE(articles[0].published);
  EXPECT_EQ(articles[0].published->value.zone, "") << "no zone lies so far behind";
}

TEST(HtmlFacts, DesksAreMarkedAndTheOutletComesLast) {
  const Page desk("<meta name=author content='Harbour News Desk'>", "");
  ASSERT_EQ(desk.article.authors.size(), 1u);
  EXPECT_EQ(desk.article.authors[0].role, "organisation");
  const std::string site = "<meta property='og:site_name' content='The Quay Post'>";
  const std::string outlet = R"({"@type":"NewsArticle","headline":"Pier","author":)"
                             R"({"@type":"Organization","name":"The Quay Post"}})";
  EXPECT_EQ(Page(site + json_ld(outlet), "<p>By Ada Brook</p>").authors(), "Ada Brook");
  EXPECT_EQ(Page(site + "<meta name=author content='The Quay Post'>", "").authors(), "");
}

TEST(HtmlFacts, DatesNearTheHeadlineWhateverTheirElements) {
  EXPECT_EQ(Page("", "<aside><time datetime='2026-03-02'>x</time></aside>").published(),
            "2026-03-02");
  EXPECT_EQ(Page("", "<ul><li class='post-date'>2 March 2026</li></ul>").published(), "2026-03-02");
  EXPECT_EQ(Page("", "<div><h4>Published</h4><div>March 2, 2026</div></div>").published(),
            "2026-03-02");
  EXPECT_EQ(Page("", "<div class='date' data-timestamp='1772427600'>x</div>").published(),
            "2026-03-02T05:00:00");
}

TEST(HtmlFacts, WeakEvidenceWhereNothingElseTells) {
  EXPECT_EQ(
      Page("<script>state={\"publishedAt\":\"2026-03-02T05:00:00Z\"}</script>", "").published(),
      "2026-03-02T05:00:00");
  EXPECT_EQ(Page("<meta property='og:image' content='/img/2026/03/02/pier.jpg'>", "").published(),
            "2026-03-02");
  EXPECT_EQ(Page("<meta name=date content='2026-03-04'>"
                 "<script>x={\"publishedAt\":\"2026-03-02\"}</script>",
                 "")
                .published(),
            "2026-03-04");
  EXPECT_EQ(Page("", "<!-- <rdf:Description trackback:ping='x' dc:date=\"2026-03-02\" /> -->")
                .published(),
            "2026-03-02");
}

TEST(HtmlFacts, DistancesAreCountedFromTheFetch) {
  const std::string time = "<time>3 hours ago</time>";
  EXPECT_EQ(Page("", time, "2026-03-02T05:00:00Z").published(), "2026-03-02T02");
  EXPECT_EQ(Page("", time).published(), "none");
}

TEST(HtmlFacts, AnArticleWithoutText) {
  model::Capture capture;
  capture.text =
      "<head><meta property='og:type' content='article'>"
      "<meta property='article:published_time' content='2026-03-02'></head>"
      "<body><h1>The pier in pictures</h1><img src=1.jpg></body>";
  capture.format = model::Format::kHtml;
  capture.sha256 = "00";
  capture.url = "https://www.quaypost.example/pictures/pier";
  const auto articles = clean(capture, test_knowledge(), test_languages());
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "The pier in pictures");
  EXPECT_TRUE(articles[0].published);
}

TEST(HtmlFacts, ImageAndAccess) {
  const Page page(
      "<meta property='og:image' content='/img/pier.jpg'>"
      "<meta property='article:content_tier' content='metered'>",
      "");
  EXPECT_EQ(page.metadata("image"), "https://www.quaypost.example/img/pier.jpg");
  EXPECT_EQ(page.metadata("access"), "metered");
}

TEST(HtmlFacts, TitlesLoseTheSitesNameHoweverItIsParted) {
  const auto title = [](const std::string& words, const std::string& body = "") {
    model::Capture capture = html_capture("<html><head><title>" + words + "</title></head><body>" +
                                          body + kText + "</body></html>");
    capture.url = "https://www.quaypost.example/news/pier";
    const auto articles = clean_capture(capture);
    return articles.empty() ? std::string("none") : articles[0].title;
  };
  for (const char* parted : {" // ", " ~ ", " &lt; ", "-", " | "}) {
    EXPECT_EQ(title("Old pier to close next month" + std::string(parted) + "Quay Post"),
              "Old pier to close next month")
        << parted;
  }
  EXPECT_EQ(
      title("Old pier to close next month, and the ferries leave from the northern quay - The "
            "Quay Post and Harbour Advertiser of Elm"),
      "Old pier to close next month, and the ferries leave from the northern quay")
      << "a long name that the address knows";
  EXPECT_EQ(title("Old pier to close next month | Harbour | News | Quay Post"),
            "Old pier to close next month");
  EXPECT_EQ(title("Old pier-side market to close"), "Old pier-side market to close");
  EXPECT_EQ(title("The Quay Post: Old pier to close", "<font><b>Old pier to close</b></font>"),
            "Old pier to close")
      << "the headline of an old page is in no heading";
  EXPECT_EQ(title("Quay Post", "<h2>Old pier to close next month</h2>"),
            "Old pier to close next month")
      << "the site's name is no title of a page";
  EXPECT_EQ(title("Old pier to close next month | Quay Post",
                  "<h1><span>Harbour</span> Old pier to close next month</h1>"),
            "Old pier to close next month")
      << "the kicker stands in the heading only";
  EXPECT_EQ(
      title("x</title><meta property=\"og:title\" content=\"Pier &amp;amp; quay to close next "
            "month\"><title>"),
      "Pier & quay to close next month");
}

}  // namespace
}  // namespace synoptic::clean
