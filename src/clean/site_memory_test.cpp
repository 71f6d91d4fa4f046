#include "clean/site_memory.h"

#include <gtest/gtest.h>

#include <map>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

constexpr const char* kNote =
    "Letters that reach the harbour office before noon are answered on the same day, it says.";

std::string page_about(const std::string& text) {
  return "<html><head><title>Harbour Daily</title></head><body><article><h1>" + text +
         " in the harbour</h1><p>" + text +
         " arrived in the harbour on Monday, the port authority said in a statement.</p><p>" +
         kNote + "</p><p>The crew of " + text +
         " will stay until the end of the week, its captain told reporters.</p></article>"
         "</body></html>";
}

model::Capture capture_of(const std::string& text, const std::string& name) {
  model::Capture capture = html_capture(page_about(text));
  capture.url = "https://daily.example/news/" + name;
  return capture;
}

TEST(SiteMemory, LeavesOutWhatThreeArticlesOfTheHostHave) {
  SiteMemory sites;
  std::map<uint64_t, uint32_t> pages;
  for (const char* ship : {"The ferry Aurora", "The tanker Boreas", "The tug Castor"}) {
    const auto articles = clean_capture(capture_of(ship, "a"));
    ASSERT_EQ(articles.size(), 1u);
    const SiteBlocks learnt = site_blocks(articles[0]);
    EXPECT_EQ(learnt.host, "daily.example");
    for (const uint64_t block : learnt.blocks) ++pages[block];
  }
  for (const auto& [block, count] : pages) sites.add("daily.example", block, count);
  const model::Capture fresh = capture_of("The yacht Delos", "d");
  const auto without = clean_capture(fresh);
  const auto with = clean_capture(fresh, &sites);
  ASSERT_EQ(without.size(), 1u);
  ASSERT_EQ(with.size(), 1u);
  EXPECT_NE(model::body_text(without[0]).find(kNote), std::string::npos);
  EXPECT_EQ(model::body_text(with[0]).find(kNote), std::string::npos);
  EXPECT_NE(model::body_text(with[0]).find("its captain told"), std::string::npos);
  EXPECT_TRUE(std::any_of(with[0].removed.begin(), with[0].removed.end(), [](const auto& removed) {
    return removed.reason == "repeated_on_site";
  }));
}

TEST(SiteMemory, IsNotBelievedWhenItWouldTakeThePage) {
  const model::Capture capture = capture_of("The ferry Aurora", "a");
  const auto articles = clean_capture(capture);
  ASSERT_EQ(articles.size(), 1u);
  SiteMemory sites;
  for (const uint64_t block : site_blocks(articles[0]).blocks) sites.add("daily.example", block, 9);
  const auto again = clean_capture(capture, &sites);
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(model::body_text(again[0]), model::body_text(articles[0]));
}

TEST(SiteMemory, TellsHostsApart) {
  SiteMemory sites;
  sites.add("a.example", 7, 3);
  sites.add("a.example", 8, 2);
  EXPECT_TRUE(sites.repeats("a.example", 7));
  EXPECT_FALSE(sites.repeats("b.example", 7));
  EXPECT_FALSE(sites.repeats("a.example", 8)) << "two pages are too few";
}

}  // namespace
}  // namespace synoptic::clean
