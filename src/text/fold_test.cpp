#include "text/fold.h"

#include <gtest/gtest.h>

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
