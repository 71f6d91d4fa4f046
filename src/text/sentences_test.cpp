#include "text/sentences.h"

#include <gtest/gtest.h>

#include <string>

#include "text/utf8.h"

namespace synoptic::text {
namespace {

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> parts;
  for (const Range range : sentences(text)) parts.emplace_back(range.of(text));
  return parts;
}

using Parts = std::vector<std::string>;

TEST(Sentences, EndBehindFullStopsOfManyScripts) {
  EXPECT_EQ(cut("He came. She left!"), (Parts{"He came.", "She left!"}));
  EXPECT_EQ(cut("他来了。她走了。"), (Parts{"他来了。", "她走了。"}));
  EXPECT_EQ(cut("هل جاء؟ نعم."), (Parts{"هل جاء؟", "نعم."}));
  EXPECT_EQ(cut("वह आया। वह गई।"), (Parts{"वह आया।", "वह गई।"}));
}

TEST(Sentences, GoOnBehindAbbreviationsInitialsAndNumbers) {
  EXPECT_EQ(cut("Dr. J. Smith paid 3.5 dollars.").size(), 1u);
  EXPECT_EQ(cut("Рост на 2,5 млн. Всего").size(), 1u);
}

TEST(Sentences, GoOnBehindOrdinals) {
  EXPECT_EQ(cut("Am Montag, dem 3. März 2026, kam er. Dann ging er.").size(), 2u);
  EXPECT_EQ(cut("Der 2. Senat entschied im 19. Jahrhundert. Es blieb dabei.").size(), 2u);
  EXPECT_EQ(cut("Das war am 3. marts 2026. Han gik.").size(), 2u);
  EXPECT_EQ(cut("Sie sahen 15. Dann kamen 20. Alle gingen.").size(), 3u);
  EXPECT_EQ(cut("It rose to 15. The rest fell.").size(), 2u);
  EXPECT_EQ(cut("Nach Art. 5 des Gesetzes. Und Abs. 2 auch.").size(), 2u);
}

TEST(Sentences, TakeTheClosingQuotationMarkAlong) {
  EXPECT_EQ(cut("他说：“不行。”然后走了。"), (Parts{"他说：“不行。”", "然后走了。"}));
}

TEST(Sentences, HoldEveryByteButWhiteSpace) {
  const std::string text = " One.\nTwo three?  Four … five. ";
  std::string joined;
  for (const auto& part : cut(text)) joined += part;
  std::string bare;
  for (const char c : text) {
    if (c != ' ' && c != '\n') bare += c;
  }
  std::erase(joined, ' ');
  EXPECT_EQ(joined, bare);
}

TEST(Sentences, AreCutWhenTheyNeverEnd) {
  std::string endless;
  for (int i = 0; i < 5000; ++i) endless += "и ещё, ";
  const auto ranges = sentences(endless);
  EXPECT_GT(ranges.size(), 10u);
  for (const Range range : ranges) {
    EXPECT_LE(range.size(), 3001u);
    EXPECT_TRUE(is_valid_utf8(range.of(endless)));
  }
  EXPECT_GT(sentences(std::string(10000, 'x')).size(), 3u);
}

TEST(Sentences, ShortTitlesEndNone) {
  EXPECT_EQ(sentences("Путин обвинил г. Зеленского.").size(), 1u);
  EXPECT_EQ(sentences("Порошенко звинуватив п. Зеленського.").size(), 1u);
  EXPECT_EQ(sentences("Зеленский раскритиковал ген. Залужного.").size(), 1u);
  EXPECT_EQ(sentences("Это было в 2024 г. Президент выступил.").size(), 2u);
  EXPECT_TRUE(ends_short_form("a accusé M", " Bayrou"));
  EXPECT_FALSE(ends_short_form("in the U.S", " On Monday"));
}

TEST(Sentences, AreFoundByOffset) { EXPECT_EQ(sentence_at("One. Two.", 6), (Range{5, 9})); }

}  // namespace
}  // namespace synoptic::text
