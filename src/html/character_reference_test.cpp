#include "html/character_reference.h"

#include <gtest/gtest.h>

#include <string>

#include "base/data.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace synoptic::html {
namespace {

std::string decoded(std::string_view raw, TextMode mode = TextMode::kData) {
  TextArena arena;
  return std::string(decode_text(raw, mode, arena));
}

TEST(References, OfTheWholeTableAreDecoded) {
  size_t rows = 0;
  for (const auto line : lines(embedded_data("html/character_references.tsv"))) {
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    std::string text;
    for (const auto hex : split_trimmed(line.substr(tab + 1), ' ')) {
      text::append_utf8(text, static_cast<char32_t>(std::stoul(std::string(hex), nullptr, 16)));
    }
    EXPECT_EQ(decoded("&" + std::string(line.substr(0, tab)) + " x"), text + " x");
    ++rows;
  }
  EXPECT_EQ(rows, 2231u);
}

TEST(References, TakeTheLongestName) {
  EXPECT_EQ(decoded("&notin; &notit; &not"), "∉ ¬it; ¬");
  EXPECT_EQ(decoded("&ampx &amx &"), "&x &amx &");
}

TEST(References, InAddressesStayParameters) {
  EXPECT_EQ(decoded("?a&copy=1&copyx&copy;&copy", TextMode::kAttribute), "?a&copy=1&copyx©©");
}

TEST(References, ByNumberAreMappedAsTheStandardSays) {
  EXPECT_EQ(decoded("&#128;&#x80;&#0;&#xD800;&#x110000;&#99999999999;"),
            "€€\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(decoded("&#65&#x42&#X43;&#;&#x;&#xg;"), "ABC&#;&#x;&#xg;");
}

TEST(Text, IsTheSameWhereverItsSignsStand) {
  // Sixteen bytes are copied at a time; what means something else may stand anywhere among them.
  for (size_t before = 0; before < 40; ++before) {
    for (size_t behind = 0; behind < 40; behind += 13) {
      const std::string a(before, 'a'), b(behind, 'b');
      EXPECT_EQ(decoded(a + "&amp;" + b + "&lt;"), a + "&" + b + "<");
      EXPECT_EQ(decoded(a + "\r\n" + b + "\r"), a + "\n" + b + "\n");
      EXPECT_EQ(decoded(a + "&zzz; " + b), a + "&zzz; " + b);
    }
  }
}

TEST(Text, LosesOrReplacesNul) {
  const std::string_view raw("a\0b", 3);
  EXPECT_EQ(decoded(raw), "ab");
  EXPECT_EQ(decoded(raw, TextMode::kReplacing), "a\uFFFDb");
  EXPECT_EQ(decoded(raw, TextMode::kRaw), "a\uFFFDb");
}

TEST(Text, ThatIsItsBytesIsNotCopied) {
  TextArena arena;
  const std::string_view raw = "no & reference &nosuch; here";
  EXPECT_EQ(decode_text(raw, TextMode::kData, arena).data(), raw.data());
}

TEST(Text, HasItsWayBack) {
  const text::OffsetMap map = map_of_text("a&lt;\r\nb", 10, TextMode::kData);
  EXPECT_EQ(map.size(), 4u);
  EXPECT_EQ(map.to_source({1, 2}), (Span{11, 15}));
  EXPECT_EQ(map.to_source({2, 3}), (Span{15, 17}));
  EXPECT_EQ(map.to_source({3, 4}), (Span{17, 18}));
}

TEST(Text, KnowsItsLeadingSpace) {
  EXPECT_EQ(leading_space(" \t&#32;&Tab;x", true), 12u);
  EXPECT_EQ(leading_space(" &#32;x", false), 1u);
  EXPECT_EQ(leading_newline("&#10;x", true), 5u);
  EXPECT_EQ(leading_newline("\r\nx", true), 2u);
  EXPECT_EQ(leading_newline("x\n", true), 0u);
}

}  // namespace
}  // namespace synoptic::html
