#include <gtest/gtest.h>

#include "clean/main_text/main_text_test_page.h"

namespace synoptic::clean {
namespace {

std::string last_block(const std::string& behind) {
  const auto articles = clean_text("<html><head><title>Ferry stays free</title></head><body>" +
                                       article({}, behind) + "</body></html>",
                                   model::Format::kHtml);
  return articles.size() == 1 && !articles[0].blocks.empty() ? articles[0].blocks.back().text : "";
}

TEST(TextEnd, WhatAFigureComesToIsOfTheText) {
  EXPECT_EQ(last_block("<p>($1 = 10.61 Swedish crowns)</p>"), "($1 = 10.61 Swedish crowns)");
}

TEST(TextEnd, AListMayHavePlusesBeforeItsItems) {
  EXPECT_EQ(
      last_block("<p>+ Added a pier</p><p>+ Added two boats</p><p>+ Added lamps at night</p>"),
      "+ Added lamps at night");
}

TEST(TextEnd, AnInterviewEndsWithItsLastAnswer) {
  const std::string asked =
      "<p><b>Were you surprised?</b></p>" + p(kFirst) + "<p><b>And the boats?</b></p>" + p(kSecond);
  const std::string last = "<p><b>What would you do with more time?</b></p><p>Fish more.</p>";
  EXPECT_EQ(last_block(asked + last), "Fish more.");
  EXPECT_NE(last_block(last), "Fish more.") << "one question is none of an interview";
}

}  // namespace
}  // namespace synoptic::clean
