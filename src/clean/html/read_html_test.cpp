#include <gtest/gtest.h>

#include <algorithm>

#include "base/data.h"
#include "base/strings.h"
#include "clean/draft.h"
#include "clean/html/html_cues.h"
#include "clean/html/html_titles.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

const knowledge::Knowledge& known() {
  static const auto knowledge = knowledge::Knowledge::load();
  return **knowledge;
}

struct Read {
  model::Capture capture;
  Draft draft;

  explicit Read(std::string_view page) {
    capture.text = page;
    capture.url = "https://www.example.com/2026/03/14/story.html";
    capture.format = model::Format::kHtml;
    draft = read_html(capture, known());
  }
  std::string body() const {
    std::string text;
    for (const auto& piece : draft.pieces) {
      if (!piece.outside) text += (text.empty() ? "" : " / ") + piece.text;
    }
    return text;
  }
  const Piece* find(std::string_view words) const {
    const auto found = std::find_if(draft.pieces.begin(), draft.pieces.end(), [&](const Piece& p) {
      return p.text.find(words) != std::string::npos;
    });
    return found == draft.pieces.end() ? nullptr : &*found;
  }
  std::string reason(std::string_view words) const {
    const Piece* piece = find(words);
    if (piece == nullptr) return "absent";
    return std::string(piece->outside ? piece->reason : "inside");
  }
  std::string bytes(Span span) const { return capture.text.substr(span.begin, span.size()); }
};

const char* const kFirst =
    "The harbour board said on Monday that it would close the old pier, and "
    "that ferries would move to the northern quay until the autumn.";
const char* const kSecond =
    "Traders near the pier, some of whom have worked there for decades, "
    "asked for help with rents while the work lasts.";

std::string article(std::string_view inside, std::string_view around = {}) {
  return "<html><head><title>Old pier to close</title></head><body>" + std::string(around) +
         "<article><h1>Old pier to close</h1><p>" + kFirst + "</p>" + std::string(inside) + "<p>" +
         kSecond + "</p></article></body></html>";
}

TEST(ReadHtml, KeepsTheTextAndNamesWhatItLeavesOut) {
  const Read page(article(
      "<div class='share-bar'><a href='#'>Tell a friend</a></div>"
      "<div class='related-posts'><h3>More</h3><ul><li><a href=/2>Tide tables</a></ul></div>",
      "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
      "<div id='cookie-notice'><p>We keep small files on your device, as everyone "
      "does.</p></div>"));
  EXPECT_EQ(page.body(), std::string("Old pier to close / ") + kFirst + " / " + kSecond);
  EXPECT_EQ(page.reason("Home"), "navigation");
  EXPECT_EQ(page.reason("small files"), "consent");
  EXPECT_EQ(page.reason("Tell a friend"), "share");
  EXPECT_EQ(page.reason("Tide tables"), "related");
}

TEST(ReadHtml, TellsTheKindsOfBlocksApart) {
  const Read page(
      article("<h2>What now</h2><ul><li>A shuttle bus runs.</li></ul>"
              "<blockquote><p>We shall miss it.</p></blockquote>"
              "<figure><img src=a><figcaption>The pier in May<span class=credit>"
              "Photo: A. Gull</span></figcaption></figure>"
              "<table><tr><th>Line<th>Berth<tr><td>A<td>4</table>"));
  EXPECT_EQ(page.find("What now")->kind, model::BlockKind::kHeading);
  EXPECT_EQ(page.find("What now")->level, 2);
  EXPECT_EQ(page.find("shuttle")->kind, model::BlockKind::kListItem);
  EXPECT_EQ(page.find("miss it")->kind, model::BlockKind::kQuote);
  EXPECT_EQ(page.find("in May")->kind, model::BlockKind::kCaption);
  EXPECT_EQ(page.reason("in May"), "inside");
  EXPECT_EQ(page.reason("A. Gull"), "caption_credit");
  EXPECT_EQ(page.find("Line")->text, "Line | Berth");
  EXPECT_EQ(page.find("Line")->kind, model::BlockKind::kTable);
}

TEST(ReadHtml, MapsEveryByteToTheCapture) {
  const Read page(article("<p>Fish &amp; chips,\r\n  she said,&nbsp;<b>cost</b> more&hellip;</p>"));
  const Piece* piece = page.find("Fish");
  ASSERT_NE(piece, nullptr);
  EXPECT_EQ(piece->text, "Fish & chips, she said, cost more…");
  const auto span_of = [&](std::string_view words) {
    const auto at = static_cast<uint32_t>(piece->text.find(words));
    return page.bytes(piece->source.to_source({at, at + static_cast<uint32_t>(words.size())}));
  };
  EXPECT_EQ(span_of("&"), "&amp;");
  EXPECT_EQ(span_of("cost"), "cost");
  EXPECT_EQ(span_of("more…"), "more&hellip;");
  EXPECT_EQ(span_of("chips, she"), "chips,\r\n  she");
}

TEST(ReadHtml, CutsParagraphsAtDoubleBreaksAndWideIndents) {
  const Read page(std::string("<body><h1>T</h1><div>") + kFirst + "<br><br>" + kSecond +
                  "<br>\n<br/>" + kFirst + " Again.</div>");
  EXPECT_EQ(page.draft.pieces.size(), 4u);
  const Read chinese(
      "<body><h1>旧码头将关闭　渡轮北移</h1><div>　　港务局周一说，旧码头将从下月起关闭。\n"
      "　　附近的商户希望得到租金方面的帮助，\n他们中有人干了几十年。</div>");
  EXPECT_EQ(chinese.body(),
            "旧码头将关闭　渡轮北移 / 港务局周一说，旧码头将从下月起关闭。 / "
            "附近的商户希望得到租金方面的帮助，他们中有人干了几十年。");
}

TEST(ReadHtml, ResolvesLinks) {
  const Read page(
      article("<p>The <a href='../plan.html'>harbour plan</a> was drawn up last year, "
              "the board said.</p>"));
  const Piece* piece = page.find("harbour plan");
  ASSERT_EQ(piece->links.size(), 1u);
  EXPECT_EQ(piece->links[0].url, "https://www.example.com/2026/03/plan.html");
  EXPECT_EQ(piece->links[0].range.of(piece->text), "harbour plan");
  EXPECT_EQ(page.bytes(piece->links[0].span), "../plan.html");
}

TEST(ReadHtml, DoesNotBelieveANameOnTheWholePage) {
  const Read page("<body><div class='with-sidebar comments-open'>" + article("") + "</div>");
  EXPECT_EQ(page.reason("harbour board"), "inside");
}

TEST(ReadHtml, CollectsWhatThePageStates) {
  const Read page(
      "<html lang=en-GB><head><title>Old pier to close | The Quay Post</title>"
      "<meta property='og:site_name' content='The Quay Post'>"
      "<meta property='og:type' content='article'>"
      "<meta property='article:published_time' content='2026-03-14T05:05:00Z'>"
      "<meta name=keywords content='pier, ferries，harbour'>"
      "<link rel=canonical href='/story?sid=7&amp;utm_source=x'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Old pier to "
      "close\",\"dateModified\":\"2026-03-15\",\"author\":[{\"@type\":\"Person\",\"name\":"
      "\"Ada Brook\"},{\"@type\":\"Organization\",\"name\":\"The Quay Post\"}],}</script></head>" +
      article(""));
  const PageFacts& facts = page.draft.facts;
  EXPECT_EQ(facts.url, "https://www.example.com/story?sid=7");
  EXPECT_EQ(facts.lang, "en-GB");
  EXPECT_TRUE(facts.says_article);
  EXPECT_FALSE(facts.is_listing);
  ASSERT_TRUE(facts.publisher);
  EXPECT_EQ(facts.publisher->name, "The Quay Post");
  ASSERT_EQ(facts.authors.size(), 1u);
  EXPECT_EQ(facts.authors[0].name, "Ada Brook");
  EXPECT_EQ(page.bytes(facts.authors[0].span), "Ada Brook");
  EXPECT_EQ(facts.keywords, (std::vector<std::string>{"pier", "ferries", "harbour"}));
  const auto title = std::find_if(facts.titles.begin(), facts.titles.end(),
                                  [](const auto& t) { return t.where == "title"; });
  ASSERT_NE(title, facts.titles.end());
  EXPECT_EQ(title->text, "Old pier to close");
  EXPECT_EQ(page.bytes(title->span), "Old pier to close");
  const auto date = [&](std::string_view role) {
    const auto found = std::find_if(facts.dates.begin(), facts.dates.end(),
                                    [&](const auto& d) { return d.role == role; });
    return found == facts.dates.end() ? "none" : page.bytes(found->span);
  };
  EXPECT_EQ(date("published"), "2026-03-14T05:05:00Z");
  EXPECT_EQ(date("modified"), "2026-03-15");
}

TEST(ReadHtml, SurvivesBrokenJsonLd) {
  const Read page(
      "<head><script type='application/ld+json'>{\"@type\":\"NewsArticle\" "
      "\"headline\":\"Old pier\", \"datePublished\": \"2026-03-14\" oops</script>" +
      article(""));
  ASSERT_FALSE(page.draft.facts.dates.empty());
  EXPECT_EQ(page.bytes(page.draft.facts.dates[0].span), "2026-03-14");
}

TEST(ReadHtml, ReadsJsonLdAtTheVeryEnd) {
  const std::string json = "{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-03-14\"}";
  for (const char* end : {"", "</script>"}) {
    const Read page(article("") + "<script type='application/ld+json'>" + json + end);
    ASSERT_FALSE(page.draft.facts.dates.empty());
    EXPECT_EQ(page.bytes(page.draft.facts.dates[0].span), "2026-03-14");
  }
}

TEST(ReadHtml, KnowsAFrontPage) {
  std::string teasers;
  for (const char* words : {"Pier to close", "Rain ahead", "Cup final", "New school", "Old mill",
                            "Tide tables", "Bus routes", "Fish prices", "Choir sings"}) {
    teasers += "<div><h2><a href='/" + std::string(words) + "'>" + words +
               " in our quiet little town</a></h2><p>A short line about it.</p></div>";
  }
  EXPECT_TRUE(Read("<body>" + teasers).draft.facts.is_listing);
  EXPECT_FALSE(Read(article("<aside>" + teasers + "</aside>")).draft.facts.is_listing);
  EXPECT_FALSE(Read("<body><h1>Ferry late</h1><p>The ferry from the islands was an hour late on "
                    "Friday, the line said.</p>")
                   .draft.facts.is_listing);
}

TEST(ReadHtml, TakesAPageThatEndsWithASubhead) {
  const Read page(std::string("<body><h1>Pier</h1><p>") + kFirst + "</p><p>" + kSecond +
                  "</p><h2>Only a subhead</h2>");
  EXPECT_EQ(page.reason("Only a subhead"), "related");
  EXPECT_EQ(page.reason("harbour board"), "inside");
}

TEST(ReadHtml, ShowsLongScriptsCutBetweenCharacters) {
  std::string script = "<script>x";
  for (int i = 0; i < 300; ++i) script += "中";
  const Read page(script + "</script><p>word</p>");
  EXPECT_TRUE(text::is_valid_utf8(page.find("中")->text));
}

TEST(ReadHtml, TakesAnyPage) {
  for (const char* page : {"", "<", "x", "<html>", "<script>", "<table><tr><td>", "<a href=x>y",
                           "<br><br>", "\xEF\xBF\xBD", "<title></title>", "<ul><li>"}) {
    const Read read(page);
    for (const auto& piece : read.draft.pieces) {
      EXPECT_EQ(piece.source.size(), piece.text.size()) << page;
    }
  }
  EXPECT_EQ(Read("x").draft.pieces.size(), 1u);
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div class='related'>";
  EXPECT_EQ(Read(deep + "word").draft.pieces.size(), 1u);
}

TEST(KindOfNames, EveryKindOfTheTableIsKnown) {
  for (const std::string_view line : lines(embedded_data("clean/html_cues.tsv"))) {
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    EXPECT_TRUE(ElementKind::named(line.substr(0, tab)).has_value()) << line.substr(0, tab);
  }
}

TEST(KindOfNames, ReadsWordsInAnySpelling) {
  EXPECT_EQ(kind_of_names("articleBody js-x").name(), "+body");
  EXPECT_EQ(kind_of_names("c-related_posts").name(), "related");
  EXPECT_EQ(kind_of_names("entry-content with-sidebar").name(), "+body");
  EXPECT_EQ(kind_of_names("wp-caption-text").name(), "+caption");
  EXPECT_EQ(kind_of_names("shadow header2 loadable").name(), "");
}

TEST(CutPageTitle, TakesTheSiteOff) {
  const auto cut = [](std::string title, std::vector<std::string> sites = {},
                      std::vector<std::string> titles = {}) {
    return cut_page_title({title, {0, static_cast<uint32_t>(title.size())}}, sites, titles)
        .title.text;
  };
  EXPECT_EQ(cut("Old pier to close next month - The Quay Post"), "Old pier to close next month");
  EXPECT_EQ(cut("旧码头下月起关闭渡轮移往北岸_国内_潮报"), "旧码头下月起关闭渡轮移往北岸");
  EXPECT_EQ(cut("Quay Post: Old pier to close", {"Quay Post"}), "Old pier to close");
  EXPECT_EQ(cut("Pier - a farewell - Quay Post", {}, {"Pier - a farewell"}), "Pier - a farewell");
  EXPECT_EQ(cut("COVID-19 rules eased: what now"), "COVID-19 rules eased: what now");
}

TEST(CutPageTitle, OfWhatTheDataStateOnlyWhatBeginsWithTheSiteIsCut) {
  const auto cut = [](std::string title) {
    return cut_page_title({title, {0, static_cast<uint32_t>(title.size())}}, {"Quay Post"},
                          {"Old pier to close"}, true)
        .title.text;
  };
  EXPECT_EQ(cut("Quay Post Mobile :: Old pier to close"), "Old pier to close");
  EXPECT_EQ(cut("Harbour :: Old pier to close"), "Harbour :: Old pier to close");
}

}  // namespace
}  // namespace synoptic::clean
