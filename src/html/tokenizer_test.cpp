#include "html/tokenizer.h"

#include <gtest/gtest.h>

#include <string>

namespace synoptic::html {
namespace {

// Tokens as one line: <a x=1> text </a>.
std::string tokens(std::string_view source, Content content = Content::kData,
                   std::string_view end_tag = {}, bool cdata = false) {
  std::vector<Attribute> attributes;
  TextArena arena;
  Tokenizer tokenizer(source, attributes, arena);
  if (content != Content::kData) tokenizer.enter(content, end_tag);
  tokenizer.allow_cdata(cdata);
  std::string out;
  Token token;
  for (tokenizer.next(token); token.kind != TokenKind::kEnd; tokenizer.next(token)) {
    const auto bytes = [&](Span span) { return source.substr(span.begin, span.size()); };
    if (!out.empty()) out += ' ';
    if (token.kind == TokenKind::kText) {
      const TextMode mode = token.raw ? TextMode::kRaw : TextMode::kReplacing;
      out += "'" + std::string(decode_text(bytes(token.span), mode, arena)) + "'";
    } else if (token.kind == TokenKind::kComment) {
      out += "!" + std::string(bytes(token.content)) + "!";
    } else if (token.kind == TokenKind::kDoctype) {
      const Doctype& doctype = tokenizer.doctype();
      out += "doctype(" + std::string(doctype.name) + "," + std::string(doctype.public_id) + "," +
             std::string(doctype.system_id) + (doctype.force_quirks ? ",quirks)" : ")");
    } else {
      out += token.kind == TokenKind::kEndTag ? "</" : "<";
      out += token.name;
      for (uint32_t i = token.attributes_begin; i < token.attributes_end; ++i) {
        out += " " + std::string(attributes[i].name) + "=" + std::string(attributes[i].value);
      }
      out += token.self_closing ? "/>" : ">";
    }
  }
  return out;
}

TEST(Tokenizer, TellsMarkupFromText) {
  EXPECT_EQ(tokens("1 < 2 <3"), "'1 < 2 <3'");
  EXPECT_EQ(tokens("a<b>c</b>"), "'a' <b> 'c' </b>");
  EXPECT_EQ(tokens("a</>b"), "'a' 'b'");
  EXPECT_EQ(tokens("a<"), "'a<'");
  EXPECT_EQ(tokens("a</"), "'a</'");
  EXPECT_EQ(tokens("<?x?>b</ y>"), "!?x?! 'b' ! y!");
  EXPECT_EQ(tokens("<!x>"), "!x!");
}

TEST(Tokenizer, ReadsNamesInLowerCase) {
  EXPECT_EQ(tokens("<DIV><My-Thing><blockquotE><xlockquote>"),
            "<div> <my-thing> <blockquote> <xlockquote>");
  EXPECT_EQ(tokens(std::string_view("<a\0b>", 5)), "<a\uFFFDb>");
}

TEST(Tokenizer, ReadsAttributes) {
  EXPECT_EQ(tokens("<a x=1 y='2' Z=\"3\" w>"), "<a x=1 y=2 z=3 w=>");
  EXPECT_EQ(tokens("<a x = 1 x=2 />"), "<a x=1/>");
  EXPECT_EQ(tokens("<a =x=1 / y>"), "<a =x=1 y=>");
  EXPECT_EQ(tokens("<a x='&amp;&lt' y=&gt;z>"), "<a x=&< y=>z>");
  EXPECT_EQ(tokens("<a href='?a=1&copy=2&copy;'>"), "<a href=?a=1&copy=2©>");
  EXPECT_EQ(tokens("</a x=1>b"), "</a> 'b'");
}

TEST(Tokenizer, DropsATagThatTheSourceEndsIn) {
  for (const char* cut :
       {"a<b", "a<b ", "a<b c", "a<b c=", "a<b c='", "a<b c='d' ", "a<b c=d&", "a</b", "a<b/"}) {
    EXPECT_EQ(tokens(cut), "'a'") << cut;
  }
}

TEST(Tokenizer, EndsComments) {
  EXPECT_EQ(tokens("<!--a-->b"), "!a! 'b'");
  EXPECT_EQ(tokens("<!-->b<!--->c<!---->d"), "!! 'b' !! 'c' !! 'd'");
  EXPECT_EQ(tokens("<!--a--!>b<!--a--!b-->"), "!a! 'b' !a--!b!");
  EXPECT_EQ(tokens("<!--a--->"), "!a-!");
  EXPECT_EQ(tokens("<!--a--"), "!a!");
  EXPECT_EQ(tokens("<!--a>b"), "!a>b!");
}

TEST(Tokenizer, ReadsDoctypes) {
  EXPECT_EQ(tokens("<!doctype HTML>"), "doctype(html,,)");
  EXPECT_EQ(tokens("<!DOCTYPE html PUBLIC \"p\" 's'>"), "doctype(html,p,s)");
  EXPECT_EQ(tokens("<!DOCTYPE html SYSTEM 's' x>"), "doctype(html,,s)");
  EXPECT_EQ(tokens("<!DOCTYPE>"), "doctype(,,,quirks)");
  EXPECT_EQ(tokens("<!DOCTYPE html PUBLIC \"p>x"), "doctype(html,p,,quirks) 'x'");
}

TEST(Tokenizer, ReadsRawTextToItsEndTag) {
  EXPECT_EQ(tokens("a<b>&amp;</styl></STYLE >c", Content::kRawtext, "style"),
            "'a<b>&amp;</styl>' </style> 'c'");
  EXPECT_EQ(tokens("a&amp;<b></title>", Content::kRcdata, "title"), "'a&<b>' </title>");
  EXPECT_EQ(tokens("a</title", Content::kRcdata, "title"), "'a</title'");
  EXPECT_EQ(tokens("a</plaintext>", Content::kPlaintext), "'a</plaintext>'");
}

TEST(Tokenizer, ReadsEscapedScripts) {
  const auto script = [](std::string_view source) {
    return tokens(source, Content::kScript, "script");
  };
  EXPECT_EQ(script("<!--<script></script>--></script>x"),
            "'<!--<script></script>-->' </script> 'x'");
  EXPECT_EQ(script("<!--</script>x"), "'<!--' </script> 'x'");
  EXPECT_EQ(script("<!--><script></script>x"), "'<!--><script>' </script> 'x'");
  EXPECT_EQ(script("<!--<scripty></script>x"), "'<!--<scripty>' </script> 'x'");
  EXPECT_EQ(script("<!--<script>"), "'<!--<script>'");
}

TEST(Tokenizer, ReadsCdataWhereItMayStand) {
  EXPECT_EQ(tokens("a<![CDATA[b<c>&amp;]]]>d", Content::kData, {}, true), "'a' 'b<c>&amp;]' 'd'");
  EXPECT_EQ(tokens("a<![CDATA[b]]>"), "'a' ![CDATA[b]]!");
  EXPECT_EQ(tokens("<![CDATA[]]>a<![CDATA[b", Content::kData, {}, true), "'a' 'b'");
}

TEST(Tokenizer, DecodesReferences) {
  EXPECT_EQ(tokens("&lt;&#20013;&#x4e2d;&notit;&notin;&#128;&#0;&nosuch;&"),
            "'<中中¬it;∉€\uFFFD&nosuch;&'");
  EXPECT_EQ(tokens("&eacute&Aacute;&#x110000;&#;&#x;&ThickSpace;"),
            "'éÁ\uFFFD&#;&#x;\u205F\u200A'");
}

TEST(Tokenizer, MakesLineEndsOne) { EXPECT_EQ(tokens("a\r\nb\rc\n"), "'a\nb\nc\n'"); }

TEST(Tokenizer, LeavesOutAttributesBehindTheMost) {
  std::string source = "<a";
  for (int i = 0; i < 100000; ++i) source += " a" + std::to_string(i);
  std::vector<Attribute> attributes;
  TextArena arena;
  Tokenizer tokenizer(source += ">", attributes, arena);
  Token token;
  tokenizer.next(token);
  EXPECT_EQ(token.attributes_end, Tokenizer::kMaxAttributes);
  EXPECT_TRUE(tokenizer.left_out_attributes());
}

}  // namespace
}  // namespace synoptic::html
