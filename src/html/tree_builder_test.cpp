#include "html/tree_builder.h"

#include <gtest/gtest.h>

#include "html/test_support.h"

namespace synoptic::html {
namespace {

TEST(Tree, MakesUpHtmlHeadAndBody) {
  EXPECT_EQ(page_of(""), "html(head body)");
  EXPECT_EQ(page_of("x"), "html(head body('x'))");
  EXPECT_EQ(page_of("<!doctype html><title>t</title>x"),
            "doctype html(head(title('t')) body('x'))");
  EXPECT_EQ(page_of("<head><meta a=1>text"), "html(head(meta) body('text'))");
  EXPECT_EQ(page_of("</head><link>"), "html(head(link) body)");
}

TEST(Tree, EndsWhatHtmlEndsOnItsOwn) {
  EXPECT_EQ(body_of("<p>a<p>b"), "p('a') p('b')");
  EXPECT_EQ(body_of("<p>a<div>b</div>c"), "p('a') div('b') 'c'");
  EXPECT_EQ(body_of("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>"),
            "ul(li('a') li('b' ul(li('c'))) li('d'))");
  EXPECT_EQ(body_of("<dl><dt>a<dd>b<dt>c</dl>"), "dl(dt('a') dd('b') dt('c'))");
  EXPECT_EQ(body_of("<h1>a<h2>b</h1>c"), "h1('a') h2('b') 'c'");
  EXPECT_EQ(body_of("<table><tr><td>a<td>b<tr><td>c</table>d"),
            "table(tbody(tr(td('a') td('b')) tr(td('c')))) 'd'");
  EXPECT_EQ(body_of("<select><option>a<option>b</select>c"), "select(option('a') option('b')) 'c'");
}

TEST(Tree, KeepsAttributesOfTheFirstBody) {
  const auto document = Document::parse("<body a=1>x<body a=2 b=2>y</body>z");
  EXPECT_EQ(shape(*document), "html(head body('x' 'y' 'z'))");
  const Node& body = document->nodes()[document->find("body")];
  EXPECT_EQ(document->attribute_value(body, "a"), "1");
  EXPECT_EQ(document->attribute_value(body, "b"), "2");
}

TEST(Tree, SurvivesMisplacedTags) {
  EXPECT_EQ(body_of("a</nosuch>b"), "'a' 'b'");
  EXPECT_EQ(body_of("</div><div>x"), "div('x')");
  EXPECT_EQ(body_of("<a href=1>x<a href=2>y</a>z"), "a('x') a('y') 'z'");
  EXPECT_EQ(body_of("<div><table><tr><td></div>x</table>y</div>"),
            "div(table(tbody(tr(td('x')))) 'y')");
  EXPECT_EQ(body_of("x</p>y</br>z"), "'x' p 'y' br 'z'");
}

TEST(Tree, MovesWhatDoesNotBelongInTables) {
  EXPECT_EQ(body_of("<table>a<tr>b<td>c</table>d"), "'a' 'b' table(tbody(tr(td('c')))) 'd'");
  EXPECT_EQ(body_of("<table><div>x</div><tr><td>y</table>"), "div('x') table(tbody(tr(td('y'))))");
  EXPECT_EQ(body_of("<table> <tr> </table>"), "table(' ' tbody(tr(' ')))");
}

TEST(Tree, OpensFormattingAnew) {
  EXPECT_EQ(body_of("<b><p>x</b>y</p>z"), "b p(b('x') 'y') 'z'");
  EXPECT_EQ(body_of("<p><i>a<p>b"), "p(i('a')) p(i('b'))");
  EXPECT_EQ(body_of("<a><p>x</a>y</p>z"), "a p(a('x') 'y') 'z'");
  EXPECT_EQ(body_of("<b>1<i>2</b>3</i>"), "b('1' i('2')) i('3')");
}

TEST(Tree, SaysWhichElementsAreOpenedAnew) {
  const auto document = Document::parse("<b><p>x</b>");
  const uint32_t first = document->find("b");
  EXPECT_FALSE(document->nodes()[first].again);
  EXPECT_TRUE(document->nodes()[document->find("b", first + 1)].again);
}

TEST(Tree, KnowsSvgAndMath) {
  const auto document = Document::parse("<svg viewbox=1><foreignobject><p>x</p></svg>y");
  EXPECT_EQ(shape(*document, document->find("body")), "body(svg(foreignObject(p('x'))) 'y')");
  const Node& svg = document->nodes()[document->find("svg")];
  EXPECT_EQ(svg.space, Namespace::kSvg);
  EXPECT_EQ(document->attribute_value(svg, "viewBox"), "1");
  EXPECT_EQ(document->nodes()[document->find("p")].space, Namespace::kHtml);
  EXPECT_EQ(body_of("<svg><path/><g/></svg>z"), "svg(path g) 'z'");
  EXPECT_EQ(body_of("<svg><p>y"), "svg p('y')");
  EXPECT_EQ(body_of("<math><mi>x<p>y</p></math>z"), "math(mi('x' p('y'))) 'z'");
}

TEST(Tree, PutsTemplatesContentInThem) {
  EXPECT_EQ(page_of("<template><tr><td>x</template>"), "html(head(template(tr(td('x')))) body)");
}

TEST(Tree, ReadsNoscriptAsAsked) {
  EXPECT_EQ(body_of("<p><noscript><b>x</b></noscript>"), "p(noscript(b('x')))");
  ParseOptions options;
  options.scripting = true;
  EXPECT_EQ(page_of("<p><noscript><b>x</b></noscript>", options),
            "html(head body(p(noscript('<b>x</b>'))))");
}

TEST(Tree, ReadsFragments) {
  ParseOptions options;
  options.context = "tr";
  EXPECT_EQ(page_of("<td>x<td>y", options), "td('x') td('y')");
  options.context = "title";
  EXPECT_EQ(page_of("<b>&amp;", options), "'<b>&'");
}

TEST(Tree, TellsQuirks) {
  EXPECT_EQ(Document::parse("<!doctype html>x")->quirks(), Quirks::kNone);
  EXPECT_EQ(Document::parse("x")->quirks(), Quirks::kFull);
  EXPECT_EQ(body_of("<!doctype html><p><table>"), "p table");
  EXPECT_EQ(body_of("<p><table>"), "p(table)");
}

TEST(Tree, KeepsFramesets) {
  EXPECT_EQ(page_of("<frameset> x <frame></frameset>"), "html(head frameset(' ' ' ' frame))");
}

TEST(Tree, DropsTheFirstLineEndOfPre) {
  EXPECT_EQ(body_of("<pre>\r\n\nx</pre><textarea>\n</textarea>"), "pre('\nx') textarea");
}

}  // namespace
}  // namespace synoptic::html
