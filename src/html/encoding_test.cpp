#include "html/encoding.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/data.h"
#include "base/strings.h"

namespace synoptic::html {
namespace {

std::string sniffed(std::string_view bytes, std::string_view transport = {}) {
  const auto found = sniff_encoding(bytes, transport);
  return found ? std::string(found->encoding.name) : "none";
}

std::string named(std::string_view label) {
  const auto found = encoding_of_label(label);
  return found ? std::string(found->name) : "none";
}

TEST(Labels, AreThoseOfTheEncodingStandard) {
  std::set<std::string_view> names, all;
  size_t count = 0;
  for (const auto line : lines(embedded_data("html/encodings.tsv"))) {
    if (line.starts_with('#')) continue;
    const auto fields = split(line, '\t');
    ASSERT_GE(fields.size(), 3u) << line;
    names.insert(fields[0]);
    for (const auto label : split_trimmed(fields[2], ' ')) {
      ++count;
      all.insert(label);
      EXPECT_EQ(named(label), fields[0]);
    }
  }
  EXPECT_EQ(names.size(), 40u);
  EXPECT_EQ(count, 228u);
  EXPECT_EQ(all.size(), 228u);
}

TEST(Labels, MeanWhatBrowsersReadThemAs) {
  EXPECT_EQ(named("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(named("iso-8859-9"), "windows-1254");
  EXPECT_EQ(named("tis-620"), "windows-874");
  EXPECT_EQ(named("gb2312"), "GBK");
  EXPECT_EQ(named("ks_c_5601-1987"), "EUC-KR");
  EXPECT_EQ(named(" \t\nUtf-8\f\r "), "UTF-8");
  EXPECT_EQ(named("\vutf-8"), "none");
  EXPECT_EQ(named("utf-7"), "none");
  EXPECT_EQ(named(""), "none");
  EXPECT_TRUE(encoding_of_label("iso-2022-kr")->converter.empty());
}

TEST(Sniff, AMarkGoesBeforeAllThenWhatCameAlong) {
  const std::string page = "<meta charset=koi8-r>";
  EXPECT_EQ(sniffed("\xEF\xBB\xBF" + page, "big5"), "UTF-8");
  EXPECT_EQ(sniffed("\xFE\xFF" + page, "big5"), "UTF-16BE");
  EXPECT_EQ(sniffed("\xFF\xFE" + page, "big5"), "UTF-16LE");
  EXPECT_EQ(sniffed(page, "big5"), "Big5");
  EXPECT_EQ(sniffed(page, "nonsense"), "KOI8-R");
  EXPECT_EQ(sniff_encoding("\xEF\xBB\xBFx")->mark_size, 3u);
  EXPECT_EQ(sniff_encoding("x", "big5")->basis, EncodingBasis::kTransport);
}

TEST(Sniff, ReadsMetaAsTheStandardSays) {
  EXPECT_EQ(sniffed("<META/CharSet = 'KOI8-R' >"), "KOI8-R");
  EXPECT_EQ(sniffed("<p title='<meta charset=koi8-r>'>x"), "none");
  EXPECT_EQ(sniffed("<!-- <meta charset=koi8-r> --><meta charset=big5>"), "Big5");
  EXPECT_EQ(sniffed("<!--><meta charset=big5>"), "Big5");
  EXPECT_EQ(sniffed("<! <meta charset=koi8-r>"), "none");
  EXPECT_EQ(sniffed("</ <meta charset=koi8-r>"), "none");
  EXPECT_EQ(sniffed("<metax charset=koi8-r>"), "none");
  EXPECT_EQ(sniffed("<meta name=charset value=koi8-r>"), "none");
  EXPECT_EQ(sniffed("<meta charset=koi8-r charset=big5>"), "KOI8-R");
  EXPECT_EQ(sniffed("<meta charset=koi8-r"), "none");
  EXPECT_EQ(sniffed("<meta charset=odd><meta charset=big5>"), "Big5");
}

TEST(Sniff, ContentCountsWithItsPragmaOnly) {
  const std::string pragma = "http-equiv=Content-Type ";
  EXPECT_EQ(sniffed("<meta content='text/html; charset=koi8-r'>"), "none");
  EXPECT_EQ(sniffed("<meta " + pragma + "content='text/html; charset=koi8-r'>"), "KOI8-R");
  EXPECT_EQ(sniffed("<meta content='text/html; charset=koi8-r;x' " + pragma + ">"), "KOI8-R");
  EXPECT_EQ(sniffed("<meta " + pragma + "content='charset charset = \"koi8-r\"'>"), "KOI8-R");
  EXPECT_EQ(sniffed("<meta " + pragma + "content='charset=\"koi8-r'>"), "none");
  EXPECT_EQ(sniffed("<meta " + pragma + "content='charset=koi8-r' charset=big5>"), "Big5");
  EXPECT_EQ(sniffed("<meta " + pragma + "charset=odd content='charset=koi8-r'>"), "none");
}

TEST(Sniff, WhatReadsAsAsciiIsNotUtf16) {
  EXPECT_EQ(sniffed("<meta charset=utf-16le>"), "UTF-8");
  EXPECT_EQ(sniffed("<meta charset=x-user-defined>"), "windows-1252");
  EXPECT_EQ(sniffed("<?xml version='1.0' encoding='utf-16'?>"), "UTF-8");
  EXPECT_EQ(sniffed({"<\0?\0x\0m\0l\0", 10}), "UTF-16LE");
  EXPECT_EQ(sniffed({"\0<\0?\0x\0m\0l", 10}), "UTF-16BE");
}

TEST(Sniff, AnXmlDeclarationCountsWhereNoMetaDoes) {
  EXPECT_EQ(sniffed("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>"), "KOI8-R");
  EXPECT_EQ(sniffed("<?xml encoding = 'koi8-r'?><meta charset=big5>"), "Big5");
  EXPECT_EQ(sniffed(" <?xml encoding='koi8-r'?>"), "none");
  EXPECT_EQ(sniffed("<?xml encoding='koi8-r '?>"), "none");
  EXPECT_EQ(sniffed("<?xml encoding=koi8-r?>"), "none");
  EXPECT_EQ(sniffed("<?xml encoding='koi8-r'"), "none");
}

TEST(Sniff, ALateMetaIsFoundButNotInScripts) {
  const std::string filler(2000, ' ');
  const auto late = sniff_encoding(filler + "<meta charset=koi8-r>");
  ASSERT_TRUE(late);
  EXPECT_EQ(late->basis, EncodingBasis::kLateMeta);
  EXPECT_EQ(sniffed(filler + "<script>'<meta charset=big5>'</SCRIPT><meta charset=koi8-r>"),
            "KOI8-R");
  EXPECT_EQ(sniffed(filler + "<style><meta charset=big5></style>"), "none");
}

// Bytes cut anywhere neither read behind the end nor loop.
TEST(Sniff, EndsWithTheBytes) {
  const std::string page =
      "<?xml encoding='a'?><!-- a --></b c='d'><script>x</script><meta http-equiv=content-type "
      "content=\"x; charset='koi8-r'\"><meta charset = big5 >";
  for (size_t i = 0; i < page.size(); ++i) {
    const std::string cut = page.substr(i), head = page.substr(0, i);
    sniff_encoding(head);
    sniff_encoding(cut);
    sniff_encoding(std::string(1100, ' ') + head);
  }
  EXPECT_EQ(sniffed(page), "KOI8-R");
}

}  // namespace
}  // namespace synoptic::html
