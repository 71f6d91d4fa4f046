#include "knowledge/stamps.h"

#include <gtest/gtest.h>

namespace synoptic::knowledge {
namespace {

TEST(Stamps, ALineThatOnlyDatesTheArticle) {
  for (const char* line :
       {"March 4,2011", "Published: March 4,2011 at 1:24 PM", "12 April 2012-21:29",
        "MONDAY, APRIL 2,2012,9:36 AM", "7:00pm UK, Monday 02 April 2012",
        "Last updated 15:48 15 / 09 / 2012", "8:44AM BST 16 Apr 2012",
        "Posted 2 / 3 / 2012 11:11 PM", "posted at 10:04 am on May 14,2012", "on Jul 7 2011,5:55p",
        "Agency | Updated: 2012-04-15 21:45", "Edited time: April 13,2012 02:15",
        "(April 20,2012) - -"}) {
    EXPECT_TRUE(is_stamp(line, "en")) << line;
  }
  EXPECT_TRUE(is_stamp("Понеділок, 16 квітня 2012, 15:26", "uk"));
  EXPECT_TRUE(is_stamp("08:01 23.04.2012 12123", "ru"));
  EXPECT_TRUE(is_stamp("发布时间：2012年4月15日 08:30", "zh"));
}

TEST(Stamps, ASentenceWithADayIsNone) {
  for (const char* line :
       {"The bridge fell on March 4, 2011.", "She was released on 4 March 2011 at 9:30 am.",
        "Four people were hurt.", "The mill burnt down in 2011", "2011: the mill burnt down",
        "Storm Ida, 4 March 2011"}) {
    EXPECT_FALSE(is_stamp(line, "en")) << line;
  }
  EXPECT_FALSE(is_stamp("桥于2011年3月4日倒塌", "zh"));
}

TEST(Stamps, ADayRightBehindALabel) {
  const std::string_view text = "Bridge falls, four hurt Updated: 2012-04-15 06:50 (Agency)";
  const auto at = static_cast<uint32_t>(text.find("2012"));
  EXPECT_TRUE(is_stamp_at(text, {at, at + 16}, "en"));
  const std::string_view post = "The bridge at night — Ann Lee (@annlee) April 5, 2012";
  const auto day = static_cast<uint32_t>(post.find("April"));
  EXPECT_TRUE(is_stamp_at(post, {day, day + 13}, "en"));
  const std::string_view news = "The bridge fell on April 5, 2012";
  const auto fell = static_cast<uint32_t>(news.find("April"));
  EXPECT_FALSE(is_stamp_at(news, {fell, fell + 13}, "en"));
}

}  // namespace
}  // namespace synoptic::knowledge
