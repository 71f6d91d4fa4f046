#include "compare/figures/turns.h"

#include <gtest/gtest.h>

namespace synoptic::compare {
namespace {

TEST(Turns, WordsOfChangeInManyLanguages) {
  EXPECT_TRUE(has_change_word("The death toll rose to 23.", "en", ChangeWord::kChanged));
  EXPECT_TRUE(has_change_word("bringing the death toll to 15", "en", ChangeWord::kChanged));
  EXPECT_TRUE(has_change_word("Die Zahl der Toten stieg auf 14.", "de", ChangeWord::kChanged));
  EXPECT_TRUE(has_change_word("死亡人數增至6人", "zh", ChangeWord::kChanged));
  EXPECT_FALSE(has_change_word("The storm killed 23.", "en", ChangeWord::kChanged));
  EXPECT_TRUE(has_change_word("So far 12 are dead.", "en", ChangeWord::kSoFar));
  EXPECT_FALSE(has_change_word("So far 12 are dead.", "en", ChangeWord::kChanged));
  EXPECT_FALSE(has_change_word("rose to 12", "xx", ChangeWord::kChanged));
}

}  // namespace
}  // namespace synoptic::compare
