#include "clean/first_letters.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace synoptic::clean {
namespace {

FirstLetters letters_of(const std::vector<std::string>& texts) {
  std::vector<knowledge::Cue> cues;
  for (const std::string& text : texts) cues.push_back({"label", "en", text, ""});
  return FirstLetters(cues);
}

TEST(FirstLetters, TellOffWhatBeginsOtherwise) {
  const FirstLetters letters = letters_of({"by", "a cura di", "автор", "éd"});
  EXPECT_TRUE(letters.may_begin("By Ada Brook"));
  EXPECT_TRUE(letters.may_begin("  – by"));
  EXPECT_TRUE(letters.may_begin("A\n cura di"));
  EXPECT_FALSE(letters.may_begin("Before"));
  EXPECT_FALSE(letters.may_begin("12 o'clock"));
  EXPECT_FALSE(letters.may_begin(" - 12"));
}

TEST(FirstLetters, LeaveOtherScriptsToTheCues) {
  const FirstLetters letters = letters_of({"by"});
  EXPECT_TRUE(letters.may_begin("Автор"));
  EXPECT_TRUE(letters.may_begin("« by"));
  EXPECT_TRUE(letters.may_begin("b\u00FD"));
  EXPECT_TRUE(letters_of({"#by"}).may_begin("anything"));
}

}  // namespace
}  // namespace synoptic::clean
