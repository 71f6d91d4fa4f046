#include "compare/names/sounds.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace synoptic::compare {
namespace {

Sounds sounds(std::string_view name) { return sounds_of(text::fold_copy(name)); }

double whole(std::string_view a, std::string_view b) {
  return alike_in_sound(sounds(a).whole, sounds(b).whole);
}

TEST(Sounds, OneNameInSeveralScripts) {
  EXPECT_EQ(sounds("Оливер Хейлз").words.size(), 2u);
  EXPECT_GT(whole("Оливер Хейлз", "Oliver Hales"), 0.7);
  EXPECT_GT(whole("تیمیکا", "Timika"), 0.8);
  EXPECT_GT(whole("蒂米卡", "Timika"), 0.8);
  EXPECT_GT(whole("Йей", "Yei"), 0.8);
  EXPECT_LT(whole("Тимика", "Wamena"), 0.6);
  EXPECT_EQ(alike_in_sound("", "timika"), 0);
}

TEST(Sounds, OneWordOfALongerName) {
  const auto found = likest_span(sounds("Goasguen"), sounds("Yann Le Goasguen"));
  EXPECT_GT(found.alike, 0.99);
  EXPECT_LT(found.share, 0.7);
  const auto words = word_by_word(sounds("Anna Bondar"), sounds("Бондар Ирина"));
  EXPECT_LT(words.least, words.mean);
}

TEST(Sounds, HanLettersInBothWaysOfWriting) {
  EXPECT_EQ(same_letters(sounds("農業部漁業署"), sounds("农业部渔业署")), 1);
  EXPECT_EQ(same_letters(sounds(""), sounds("农业")), 0);
}

TEST(Sounds, FirstLetters) {
  EXPECT_TRUE(is_short_for(sounds("WFP"), sounds("World Food Programme")));
  EXPECT_FALSE(is_short_for(sounds("WHO"), sounds("World Food Programme")));
}

TEST(Sounds, VeryLongNames) {
  const std::string word(4000, 'b');
  EXPECT_LE(whole(word + " " + word, "ba"), 1);
  EXPECT_LE(likest_span(sounds(word + " " + word), sounds(word)).alike, 1);
}

}  // namespace
}  // namespace synoptic::compare
