#include "compare/names/heads.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace synoptic::compare {
namespace {

bool are_two(std::string_view a, const std::string& a_lang, std::string_view b,
             const std::string& b_lang) {
  return have_different_rests(spelling_of(a, a_lang, false), spelling_of(b, b_lang, false));
}

TEST(Heads, TwoHospitalsAreNotOneByTheWord) {
  EXPECT_TRUE(are_two("Mercy Hospital", "en", "Hospital Santa Lucía", "es"));
  EXPECT_TRUE(are_two("Kartin University", "en", "Universität Heidelberg", "de"));
  EXPECT_TRUE(are_two("river Volta", "en", "río Paraná", "es"));
}

TEST(Heads, OneNameInTwoLanguagesIsOne) {
  EXPECT_FALSE(are_two("Hospital Santa Lucía", "es", "Santa Lucia Hospital", "en"));
  EXPECT_FALSE(are_two("カーティン大学", "ja", "Curtin University", "en"));
  EXPECT_FALSE(are_two("río Paraná", "es", "rio Paraná", "pt"));
}

TEST(Heads, WhereNothingIsLeftItIsNotKnown) {
  EXPECT_FALSE(are_two("Central Bank", "en", "Merkez Bankası", "tr"));
  EXPECT_EQ(without_head(text::fold_copy("Central Bank"), "en"), "");
}

}  // namespace
}  // namespace synoptic::compare
