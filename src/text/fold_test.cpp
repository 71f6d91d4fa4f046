#include "text/fold.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/ascii.h"
#include "text/fold_dots.h"
#include "text/offset_map.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::text {
namespace {

TEST(Fold, UnifiesWhatReadersTakeForTheSame) {
  EXPECT_EQ(fold_copy("ÉCOLE"), "ecole");
  EXPECT_EQ(fold_copy("هائلًا"), fold_copy("هائلا"));
  EXPECT_EQ(fold_copy("إيران"), fold_copy("ايران"));
  EXPECT_EQ(fold_copy("國際"), fold_copy("国际"));
  EXPECT_EQ(fold_copy("１２"), "12");
  EXPECT_EQ(fold_copy("٣٥"), "35");
  EXPECT_EQ(fold_copy("Erdoğan"), "erdogan");
}

TEST(Fold, KeepsLettersThatOnlyLookAccented) {
  EXPECT_NE(fold_copy("й"), fold_copy("и"));
  EXPECT_NE(fold_copy("が"), fold_copy("か"));
}

TEST(Fold, MapsBackToTheSourceBytes) {
  const std::string source = "É نموًا!";
  const Folded folded = fold(source);
  const size_t at = folded.text.find("نموا");
  ASSERT_NE(at, std::string::npos);
  const Range range = folded.to_source(
      {static_cast<uint32_t>(at), static_cast<uint32_t>(at + std::string_view("نموا").size())});
  EXPECT_EQ(range.of(source), "نموًا");
}

// However characters of one, two, three and four bytes follow each other.
TEST(Fold, IsThatOfEachCharacter) {
  const std::vector<std::string> signs{"A", " ", "`", "Ж", "é", "Ё", "ß", "国", "ﬁ",      "ـ", "½",
                                       "𝔸", "z", "٣", "ｶ", "A", " ", "ё", "b",  "\u2019", "ü"};
  const size_t count = signs.size();
  for (size_t step = 1; step < count; ++step) {
    std::string text, expected;
    for (size_t i = 0; i < 40; ++i) {
      const std::string& sign = signs[(i * step + i / count) % count];
      text += sign;
      expected += fold_copy(sign);
      ASSERT_EQ(fold_copy(text), expected) << text;
    }
    const Folded folded = fold(text);
    ASSERT_EQ(folded.text, expected);
    ASSERT_EQ(folded.origin.size(), expected.size() + 1);
    size_t at = 0;
    for (size_t source = 0; source < text.size();) {
      const size_t length = decode(text, source).length;
      const size_t size = fold_copy(std::string_view(text).substr(source, length)).size();
      for (size_t i = 0; i < size; ++i) ASSERT_EQ(folded.origin[at++], source);
      source += length;
    }
  }
  EXPECT_EQ(fold_copy("cafe\u0301 и\u0306"), "cafe и\u0306");  // of Latin letters only
}

TEST(Fold, DevanagariLosesItsNukta) {
  const std::string dotted = "लाइफ\u093C जैकेट", composed = "लाइ\u095E जैकेट";
  EXPECT_EQ(fold_copy(dotted), "लाइफ जैकेट");
  EXPECT_EQ(fold_copy(composed), fold_copy(dotted));
  EXPECT_EQ(fold_copy("\u0931\u0934\u0929"), "\u0930\u0933\u0928");
  // The dot belongs to the letter before it.
  const Folded folded = fold(dotted);
  const auto end = static_cast<uint32_t>(folded.text.find(' '));
  EXPECT_EQ(folded.to_source({0, end}).of(dotted), "लाइफ\u093C");
  EXPECT_EQ(folded.to_source({end + 1, end + 4}).of(dotted), "ज");
  // Where it is kept, it is one sign of its own.
  EXPECT_EQ(fold_with_dots(composed), dotted);
  EXPECT_EQ(fold_with_dots(dotted), dotted);
  EXPECT_EQ(fold_with_dots("École и\u0306 \xE0"), fold_copy("École и\u0306 \xE0"));
}

TEST(OffsetMap, LinearAndWholePieces) {
  OffsetMap map;
  map.append_linear(3, 10);
  map.append_whole(1, {13, 19});
  map.append_linear(2, 19);
  EXPECT_EQ(map.to_source({1, 2}), (Span{11, 12}));
  EXPECT_EQ(map.to_source({2, 5}), (Span{12, 20}));
  EXPECT_EQ(map.to_source({3, 4}), (Span{13, 19}));
}

TEST(OffsetMap, OneByteForOneByteIsLinear) {
  OffsetMap map;
  map.append_linear(3, 10);
  map.append_whole(1, {13, 14});  // a line break, written as a blank
  map.append_linear(2, 14);
  EXPECT_EQ(map.pieces().size(), 1u);
  EXPECT_EQ(map.to_source({3, 4}), (Span{13, 14}));
  EXPECT_EQ(map.to_source({2, 6}), (Span{12, 16}));
}

TEST(OffsetMap, CopiesAreTheirOwn) {
  OffsetMap map, one;
  one.append_linear(2, 5);
  for (uint32_t i = 0; i < 9; ++i) map.append_whole(1, {10 * i, 10 * i + 4});
  OffsetMap copy = map;
  map = one;
  copy.append_linear(1, 200);
  EXPECT_EQ(map.to_source({0, 2}), (Span{5, 7}));
  EXPECT_EQ(copy.pieces().size(), 10u);
  EXPECT_EQ(copy.to_source({8, 10}), (Span{80, 201}));
  one = std::move(copy);
  EXPECT_EQ(one.to_source({0, 1}), (Span{0, 4}));
}

// What is read eight bytes at a time, beside what is read one by one.
TEST(Ascii, EightAtATimeIsTheSame) {
  std::string signs;
  for (char c = 1; c < 0x7F; ++c) signs += c;
  std::string folded;
  for (const char c : signs) folded += fold_copy(std::string(1, c));
  EXPECT_EQ(fold_copy(signs), folded);

  const std::string text = "one  two three\tfour fünf six  seven 8 nine";
  for (size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_ascii_visible(text[begin])) continue;
    const VisibleRun run = visible_eights(text, begin);
    const std::string_view taken = std::string_view(text).substr(begin, run.end - begin);
    EXPECT_EQ(std::count(taken.begin(), taken.end(), ' '), run.blanks);
    EXPECT_FALSE(taken.ends_with(' '));
    EXPECT_EQ(collapse_space(taken), taken);
  }
  EXPECT_EQ(collapse_space(" a  b c\n d "), "a b c d");
  EXPECT_EQ(collapse_space("\n          a\u3000 \t          é  "), "a é");
  EXPECT_EQ(collapse_space(" \n \u00A0"), "");
  EXPECT_EQ(trim_space("\n          a  b\u3000 \t\u200B          \n"), "a  b");
  EXPECT_EQ(trim_space(" \n         \u00A0 "), "");
  EXPECT_EQ(end_of_blanks("x" + std::string(19, ' ') + "y", 1), 20u);
}

TEST(Words, HanStandsAlone) {
  const std::string text = "AI在 2023 年";
  const auto found = words(text);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[1].range.of(text), "在");
  EXPECT_TRUE(found[1].spaceless);
}

TEST(Utf8, BadBytesBecomeReplacements) {
  EXPECT_FALSE(is_valid_utf8("a\xC3"));
  EXPECT_EQ(replace_invalid_utf8("a\xC3"), "a\xEF\xBF\xBD");
}

}  // namespace
}  // namespace synoptic::text
