#include "eval/similarity.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

namespace synoptic::eval {
namespace {

using Rows = std::vector<std::vector<std::string>>;

TEST(Csv, QuotedFieldsHoldCommasQuotesAndLines) {
  EXPECT_EQ(parse_csv("a,b\r\n\"x, \"\"y\"\"\n2\",\n"), (Rows{{"a", "b"}, {"x, \"y\"\n2", ""}}));
  EXPECT_EQ(parse_csv(""), Rows{});
  EXPECT_EQ(parse_csv("last,line"), (Rows{{"last", "line"}}));
}

TEST(Pearson, FollowsTheLine) {
  EXPECT_NEAR(pearson({1, 2, 3}, {2, 4, 6}), 1, 1e-9);
  EXPECT_NEAR(pearson({1, 2, 3}, {3, 2, 1}), -1, 1e-9);
  EXPECT_EQ(pearson({1, 1, 1}, {1, 2, 3}), 0);
}

TEST(Similarity, ARowCutShortIsAnError) {
  const std::string path = testing::TempDir() + "pairs.csv";
  std::ofstream(path) << "lang1,lang2,text1,text2,Overall\nen,de,a flood,eine Flut\n";
  const auto pairs = read_graded_pairs(path);
  ASSERT_FALSE(pairs);
  EXPECT_EQ(pairs.error().why, "row 2 is cut short");
  std::remove(path.c_str());
}

TEST(Similarity, TheSameNewsInTwoLanguagesIsNearer) {
  const std::string en = "The flood destroyed two bridges in the capital, the governor said.";
  const std::string de =
      "Das Hochwasser zerstörte zwei Brücken in der Hauptstadt, sagte der "
      "Gouverneur.";
  const std::string other = "Der Verein gewann das Endspiel nach Elfmeterschießen.";
  const knowledge::Knowledge knowledge;
  const auto languages = text::LanguageId::embedded();
  ASSERT_TRUE(languages);
  EXPECT_GT(similarity_of({"en", "de", en, de, 0}, knowledge, *languages),
            2 * similarity_of({"en", "de", en, other, 0}, knowledge, *languages));
}

}  // namespace
}  // namespace synoptic::eval
