#include "html/html.h"

#include <gtest/gtest.h>

#include <random>

#include "html/test_support.h"

namespace synoptic::html {
namespace {

// What is promised of any bytes.
void expect_promises(std::string_view source, const Document& document) {
  const auto& nodes = document.nodes();
  ASSERT_FALSE(nodes.empty());
  ASSERT_EQ(nodes[0].subtree_end, nodes.size());
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    ASSERT_LE(node.span.begin, node.span.end);
    ASSERT_LE(node.span.end, source.size());
    ASSERT_GT(node.subtree_end, i);
    if (i > 0) {
      ASSERT_LT(node.parent, i);
      ASSERT_LE(node.subtree_end, nodes[node.parent].subtree_end);
      ASSERT_EQ(node.depth, nodes[node.parent].depth + 1);
    }
    ASSERT_LE(node.depth, 512u);
    for (uint32_t k = node.attributes_begin(); k < node.attributes_end(); ++k) {
      ASSERT_LE(document.attributes()[k].span.end, source.size());
    }
    if (node.kind != NodeKind::kText && node.kind != NodeKind::kComment) continue;
    if (node.verbatim) {
      ASSERT_EQ(source.substr(node.span.begin, node.span.size()), node.text());
    } else {
      const text::OffsetMap map = document.source_map(node);
      ASSERT_EQ(map.size(), node.text().size());
      ASSERT_TRUE(node.text().empty() || node.span.contains(map.to_source({0, map.size()})));
    }
  }
}

TEST(Attributes, AreDecodedAndPlaced) {
  const std::string source = "<A HREF='x?a=1&amp;b&copy=2' class=c href=z disabled>";
  const auto document = Document::parse(source);
  const Node& a = document->nodes()[document->find("a")];
  const Attribute* href = document->attribute(a, "href");
  ASSERT_NE(href, nullptr);
  EXPECT_EQ(href->value, "x?a=1&b&copy=2");
  EXPECT_EQ(source.substr(href->span.begin, href->span.size()), "x?a=1&amp;b&copy=2");
  EXPECT_EQ(document->attribute_value(a, "class"), "c");
  EXPECT_NE(document->attribute(a, "disabled"), nullptr);
  EXPECT_EQ(document->attribute(a, "id"), nullptr);
}

TEST(Attributes, ThatNobodyAsksForAreLeftOutAndTheTreeIsTheSame) {
  // Formatting elements are told apart by their attributes, and inputs by their type.
  const std::string source =
      "<p><b x=1><b x=2><b x=3><b x=4><a x=1>1</p>2<a X=2>3<table><input type=hidden x=1>"
      "<input x=2></table><svg viewbox=1 ID=s><font color=1>4";
  const auto all = Document::parse(source);
  const ParseOptions options{.asks_for = [](std::string_view name) { return name == "id"; }};
  const auto some = Document::parse(source, options);
  ASSERT_EQ(all->nodes().size(), some->nodes().size());
  for (size_t i = 0; i < all->nodes().size(); ++i) {
    const Node &node = all->nodes()[i], &other = some->nodes()[i];
    EXPECT_EQ(node.words(), other.words());
    EXPECT_EQ(node.parent, other.parent);
    EXPECT_EQ(all->attribute_value(node, "id"), some->attribute_value(other, "id"));
    if (node.tag == Tag::a) {
      EXPECT_EQ(some->attribute(other, "x"), nullptr);
    }
  }
}

TEST(Spans, HoldThroughReferencesAndLineEnds) {
  const std::string source = "<p>a&amp;b\r\nc</p>";
  const auto document = Document::parse(source);
  const Node& text = document->nodes()[document->find("p") + 1];
  EXPECT_EQ(text.text(), "a&b\nc");
  const text::OffsetMap map = document->source_map(text);
  EXPECT_EQ(map.to_source({1, 2}), (Span{4, 9}));
  EXPECT_EQ(map.to_source({2, 3}), (Span{9, 10}));
  EXPECT_EQ(map.to_source({3, 5}), (Span{10, 13}));
}

TEST(Spans, OfMadeUpElementsAreEmptyWhereTheyWereMissed) {
  const auto document = Document::parse(" <table><td>x");
  const Node& row = document->nodes()[document->find("tr")];
  EXPECT_EQ(row.span, (Span{8, 8}));
  const Node& cell = document->nodes()[document->find("td")];
  EXPECT_EQ(cell.span, (Span{8, 12}));
}

TEST(Spans, OfMovedTextStay) {
  const auto document = Document::parse("<table>a<tr><td>b");
  const Node& text = document->nodes()[document->find("body") + 1];
  EXPECT_EQ(text.text(), "a");
  EXPECT_EQ(text.span, (Span{7, 8}));
}

TEST(Views, ArePartsOfTheCallersBytes) {
  const std::string source = "<p>text</p>";
  const auto document = Document::parse_view(source);
  const Node& text = document->nodes()[document->find("p") + 1];
  EXPECT_EQ(text.text().data(), source.data() + 3);
}

// Pages of pieces put together by chance.
TEST(Promises, HoldForAnyBytes) {
  constexpr std::string_view kPieces[] = {"<",
                                          ">",
                                          "</",
                                          "&",
                                          "&amp",
                                          "&#13;",
                                          "\r\n",
                                          std::string_view("\0x", 2),
                                          "x",
                                          " ",
                                          "\n",
                                          "='",
                                          "\"",
                                          "<!--",
                                          "-->",
                                          "<p>",
                                          "</p>",
                                          "<b>",
                                          "</b>",
                                          "<i c=d>",
                                          "</i>",
                                          "<a>",
                                          "</a>",
                                          "<table>",
                                          "</table>",
                                          "<tr>",
                                          "<td>",
                                          "</td>",
                                          "<caption>",
                                          "<col>",
                                          "<select>",
                                          "<option>",
                                          "<div>",
                                          "</div>",
                                          "<svg>",
                                          "</svg>",
                                          "<math>",
                                          "<mi>",
                                          "<title>",
                                          "</title>",
                                          "<script>",
                                          "</script>",
                                          "<style>",
                                          "<body q=1>",
                                          "</body>",
                                          "</html>",
                                          "<head>",
                                          "</head>",
                                          "<frameset>",
                                          "<frame>",
                                          "<template>",
                                          "</template>",
                                          "<form>",
                                          "</form>",
                                          "<li>",
                                          "<ul>",
                                          "</ul>",
                                          "<![CDATA[",
                                          "]]>",
                                          "<button>",
                                          "<object>",
                                          "</object>",
                                          "<nobr>",
                                          "<h1>",
                                          "</h2>",
                                          "<ruby>",
                                          "<rt>",
                                          "<pre>",
                                          "<textarea>",
                                          "</textarea>",
                                          "<noscript>",
                                          "<br>",
                                          "</br>",
                                          "<input type=hidden>",
                                          "<desc>",
                                          "<font size=1>",
                                          "<foreignObject>",
                                          "<annotation-xml encoding='text/html'>",
                                          "<image>",
                                          "<!doctype html>"};
  constexpr std::string_view kContexts[] = {"",         "td",    "table", "select",
                                            "template", "title", "body",  "colgroup",
                                            "frameset", "head",  "form"};
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    std::string source;
    for (size_t i = random() % 60; i > 0; --i) source += kPieces[random() % std::size(kPieces)];
    ParseOptions options;
    options.scripting = random() % 2 == 0;
    options.context = kContexts[random() % std::size(kContexts)];
    const auto document = Document::parse(source, options);
    ASSERT_TRUE(document);
    expect_promises(source, *document);
    if (HasFatalFailure()) FAIL() << source;
  }
}

// Work that grows faster than the page would run into the time limit of the whole test: the same
// pages cost a quadratic parser minutes.
TEST(Bounds, DeepAndBrokenPagesAreRead) {
  constexpr int kTimes = 100000;
  for (const char* part : {"<div>",
                           "<b><p>",
                           "<b>",
                           "<a href=x><div>",
                           "<table><tr><td>",
                           "<table>x",
                           "<table><a>",
                           "<table><td><table>",
                           "<svg>",
                           "</p>",
                           "<",
                           "</",
                           "<!--",
                           "<!-- >",
                           "&",
                           "&#",
                           "&am",
                           "<ul><li>",
                           "<a ",
                           "<a b='",
                           "<a b=\">",
                           "<script>",
                           "<script><!--",
                           "<b></i>",
                           "</div>",
                           "<![CDATA[",
                           "<svg><![CDATA[",
                           "<title>",
                           "<form>",
                           "<select><option>",
                           "<template>",
                           "<template><td>",
                           "<nobr>",
                           "<button>",
                           "<body a=1>",
                           "<object>",
                           "<math><mi><p>",
                           "<p></b>",
                           "<i><div></i>",
                           "<dl><dd><p>",
                           "<frameset>",
                           "<x>",
                           "</x>",
                           "]]>",
                           "-->"}) {
    const std::string page = repeated(part, kTimes);
    const auto document = Document::parse(page);
    ASSERT_TRUE(document) << part;
    EXPECT_LE(document->nodes().size(), size_t{4} * kTimes + 250'100) << part;
    expect_promises(page, *document);
    if (HasFatalFailure()) FAIL() << part;
  }
}

TEST(Bounds, FormattingIsNotOpenedAnewForEver) {
  std::string page;
  for (int i = 0; i < 1000; ++i) page += "<b a=" + std::to_string(i) + ">";
  page += repeated("<p>x</p>", 100000);
  page = "<div>" + page + "</div>" + repeated("<div>x</div>", 100000);
  const auto document = Document::parse(page);
  EXPECT_TRUE(document->notes().reopened);
  EXPECT_LE(document->nodes().size(), 1'000'000u);
}

TEST(Bounds, KeepTextBehindTooDeepElementsInPlace) {
  const std::string page =
      "<main>" + repeated("<div>", 20000) + "x" + repeated("</div>", 20000) + "<p>y</p></main>z";
  const auto document = Document::parse(page);
  EXPECT_TRUE(document->notes().depth);
  const uint32_t p = document->find("p");
  ASSERT_NE(p, kNone);
  EXPECT_EQ(document->nodes()[document->nodes()[p].parent].name(), "main");
  EXPECT_EQ(document->text_content(0), "xyz");
}

TEST(Bounds, LeaveWhatStandsAroundATableAtTheGreatestDepthAlone) {
  for (const char* part : {"<table><tr><td>x</table>", "<template><td>x</template>"}) {
    for (int depth = 495; depth < 515; ++depth) {
      const std::string page = "<main>" + repeated("<div>", depth) + part +
                               repeated("</div>", depth) + "<p>y</p></main>z";
      const auto document = Document::parse(page);
      expect_promises(page, *document);
      const uint32_t p = document->find("p");
      ASSERT_NE(p, kNone);
      EXPECT_EQ(document->nodes()[document->nodes()[p].parent].name(), "main") << depth;
      EXPECT_EQ(document->text_content(0), "xyz") << depth;
    }
  }
}

TEST(Bounds, HoldForTextsThatBecomeManyNodes) {
  const auto frames = Document::parse("<frameset>" + repeated("x ", 3'000'000));
  EXPECT_TRUE(frames->notes().nodes);
  EXPECT_LE(frames->nodes().size(), 2'000'000u);
  const auto table = Document::parse("<table>" + repeated("x</>", 2'500'000));
  EXPECT_TRUE(table->notes().nodes);
  EXPECT_LE(table->nodes().size(), 2'000'000u);
}

TEST(Bounds, MillionsOfTagsAreBoundedInNumberAndDepth) {
  const auto document = Document::parse("<body>" + repeated("<b>", 2'500'000));
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->notes().nodes);
  EXPECT_LE(document->nodes().size(), 2'000'000u);
  EXPECT_LE(document->nodes().back().depth, 512u);
}

TEST(Bounds, AreNotTouchedByCommonPages) {
  const auto document = Document::parse("<p>a<b>b<p>c<table>d<tr><td>e</table>");
  EXPECT_FALSE(document->notes().any());
}

}  // namespace
}  // namespace synoptic::html
