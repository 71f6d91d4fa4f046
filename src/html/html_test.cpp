#include "html/html.h"

#include <gtest/gtest.h>

namespace synoptic::html {
namespace {

// The tree as brackets: p(#text b(#text)).
std::string shape(const Document& document, uint32_t index = 0) {
  const Node& node = document.nodes()[index];
  if (node.kind == NodeKind::kText) return "'" + std::string(node.text) + "'";
  if (node.kind == NodeKind::kComment) return "!" + std::string(node.text);
  std::string out(node.name);
  std::string inner;
  for (uint32_t i = index + 1; i < node.subtree_end; i = document.nodes()[i].subtree_end) {
    inner += (inner.empty() ? "" : " ") + shape(document, i);
  }
  if (node.kind == NodeKind::kDocument) return inner;
  return inner.empty() ? out : out + "(" + inner + ")";
}

std::string parsed(std::string_view source) { return shape(*Document::parse(source)); }

// Every text node's mapped bytes, end to end.
void expect_spans_hold(std::string_view source) {
  const auto document = Document::parse(source);
  for (const Node& node : document->nodes()) {
    if (node.kind != NodeKind::kText) continue;
    ASSERT_LE(node.span.end, source.size());
    const text::OffsetMap map = document->source_map(node);
    if (node.verbatim) {
      EXPECT_EQ(source.substr(node.span.begin, node.span.size()), node.text);
    } else {
      EXPECT_EQ(map.size(), node.text.size());
      EXPECT_EQ(map.to_source({0, map.size()}), node.span);
    }
  }
}

TEST(Tree, EndsWhatHtmlEndsOnItsOwn) {
  EXPECT_EQ(parsed("<p>a<p>b"), "p('a') p('b')");
  EXPECT_EQ(parsed("<p>a<div>b</div>c"), "p('a') div('b') 'c'");
  EXPECT_EQ(parsed("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>"),
            "ul(li('a') li('b' ul(li('c'))) li('d'))");
  EXPECT_EQ(parsed("<dl><dt>a<dd>b<dt>c</dl>"), "dl(dt('a') dd('b') dt('c'))");
  EXPECT_EQ(parsed("<h1>a<h2>b</h1>c"), "h1('a') h2('b') 'c'");
  EXPECT_EQ(parsed("<table><tr><td>a<td>b<tr><td>c</table>d"),
            "table(tr(td('a') td('b')) tr(td('c'))) 'd'");
}

TEST(Tree, KeepsHeadAndBodyApart) {
  EXPECT_EQ(parsed("<html><head><title>t</title><div>x</div></html>"),
            "html(head(title('t')) div('x'))");
  EXPECT_EQ(parsed("<head><meta a=1>text"), "head(meta) 'text'");
  EXPECT_EQ(parsed("<body a=1>x<body b=2>y</body>z"), "body('x' 'y' 'z')");
}

TEST(Tree, SurvivesMisplacedTags) {
  EXPECT_EQ(parsed("a</nosuch>b"), "'a' 'b'");
  EXPECT_EQ(parsed("</div><div>x"), "div('x')");
  EXPECT_EQ(parsed("<a href=1>x<a href=2>y</a>z"), "a('x') a('y') 'z'");
  EXPECT_EQ(parsed("<a><p>x</a>y</p>z"), "a(p('x')) p('y') 'z'");
  EXPECT_EQ(parsed("<div><table><tr><td></div>x</table>y</div>"), "div(table(tr(td('x'))) 'y')");
  EXPECT_EQ(parsed("x</p>y</br>z"), "'x' p 'y' br 'z'");
}

TEST(Tree, ReadsRawTextToItsEndTag) {
  EXPECT_EQ(parsed("<script>a<b>&amp;</scripty></script>c"), "script('a<b>&amp;</scripty>') 'c'");
  EXPECT_EQ(parsed("<title>a&amp;<b></title>"), "title('a&<b>')");
  EXPECT_EQ(parsed("<style>p{}"), "style('p{}')");
  EXPECT_EQ(parsed("<script><!--<script></script>--></script>x"),
            "script('<!--<script></script>-->') 'x'");
}

TEST(Tree, TellsMarkupFromText) {
  EXPECT_EQ(parsed("1 < 2 <3"), "'1 < 2 <3'");
  EXPECT_EQ(parsed("<!doctype html><!--a-->b<!-->c<?x?>d</ y>e"), "!a 'b' ! 'c' !?x? 'd' ! y 'e'");
  EXPECT_EQ(parsed("a<"), "'a<'");
  EXPECT_EQ(parsed("a<b"), "'a' b");
}

TEST(Tree, LeavesForeignContentWhereHtmlBegins) {
  EXPECT_EQ(parsed("<svg><title>x<b>y"), "svg(title('x')) b('y')");
  EXPECT_EQ(parsed("<svg><path/><g/></svg>z"), "svg(path g) 'z'");
}

TEST(Attributes, AreDecodedAndPlaced) {
  const std::string source = "<A HREF='x?a=1&amp;b&copy=2' class=c href=z disabled>";
  const auto document = Document::parse(source);
  const Node& a = document->nodes()[1];
  EXPECT_EQ(a.name, "a");
  const Attribute* href = document->attribute(a, "href");
  ASSERT_NE(href, nullptr);
  EXPECT_EQ(href->value, "x?a=1&b&copy=2");
  EXPECT_EQ(source.substr(href->span.begin, href->span.size()), "x?a=1&amp;b&copy=2");
  EXPECT_EQ(document->attribute_value(a, "class"), "c");
  EXPECT_NE(document->attribute(a, "disabled"), nullptr);
  EXPECT_EQ(document->attribute(a, "id"), nullptr);
}

TEST(References, AreDecodedAsTheStandardSays) {
  EXPECT_EQ(parsed("&lt;&#20013;&#x4e2d;&notit;&notin;&#128;&#0;&nosuch;&"),
            "'<中中¬it;∉€\uFFFD&nosuch;&'");
  EXPECT_EQ(parsed("&eacute&Aacute;&#x110000;&#;"), "'éÁ\uFFFD&#;'");
}

TEST(Spans, HoldThroughReferencesAndLineEnds) {
  const std::string source = "<p>a&amp;b\r\nc</p>";
  const auto document = Document::parse(source);
  const Node& text = document->nodes()[2];
  EXPECT_EQ(text.text, "a&b\nc");
  const text::OffsetMap map = document->source_map(text);
  EXPECT_EQ(map.to_source({1, 2}), (Span{4, 9}));
  EXPECT_EQ(map.to_source({2, 3}), (Span{9, 10}));
  EXPECT_EQ(map.to_source({3, 5}), (Span{10, 13}));
  for (const char* page : {"<p>a&amp;b\r\nc</p>", "&lt;", "x\ry&nbsp;", "<title>é&eacute;</title>",
                           "a</x>b&c<b>d<table>e<tr><td>f</table>g", "<script>\r\n</script>"}) {
    expect_spans_hold(page);
  }
}

std::string repeated(std::string_view part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

// Work that grows faster than the page would run into the time limit of the whole test: the same
// pages cost a quadratic parser minutes.
TEST(Bounds, DeepAndBrokenPagesMakeNoMoreNodesThanTheyHaveParts) {
  constexpr int kTimes = 100000;
  for (const char* part : {"<div>", "<b><p>", "<a href=x><div>", "<table><tr><td>", "<svg>", "</p>",
                           "<", "<!--", "&", "<ul><li>", "<a ", "<script>", "<b></i>", "</div>"}) {
    const auto document = Document::parse(repeated(part, kTimes));
    ASSERT_TRUE(document) << part;
    EXPECT_LE(document->nodes().size(), size_t{4} * kTimes) << part;
  }
}

TEST(Bounds, KeepTextBehindTooDeepElementsInPlace) {
  const std::string page =
      "<main>" + repeated("<div>", 20000) + "x" + repeated("</div>", 20000) + "<p>y</p></main>z";
  const auto document = Document::parse(page);
  const uint32_t p = document->find("p");
  ASSERT_NE(p, kNone);
  EXPECT_EQ(document->nodes()[document->nodes()[p].parent].name, "main");
  EXPECT_EQ(document->text_content(0), "xyz");
}

TEST(Html, MillionsOfTagsAreBoundedInNumberAndDepth) {
  std::string page = "<body>";
  for (int i = 0; i < 2'500'000; ++i) page += "<b>";
  const auto document = Document::parse(page);
  ASSERT_TRUE(document);
  EXPECT_LE(document->nodes().size(), 2'000'000u);
  EXPECT_LE(document->nodes().back().depth, 512u);
}

}  // namespace
}  // namespace synoptic::html
