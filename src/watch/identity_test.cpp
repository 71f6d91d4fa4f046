#include "watch/identity.h"

#include <gtest/gtest.h>

namespace synoptic::watch {
namespace {

model::Article article(const std::string& url, const std::string& capture,
                       const std::string& path) {
  model::Article out;
  out.url = url;
  out.capture_url = capture;
  out.path = path;
  return out;
}

model::Article text(const std::string& title, const std::string& body) {
  model::Article out;
  out.title = title;
  model::Block block;
  block.text = body;
  out.blocks.push_back(block);
  return out;
}

TEST(Identity, TheCanonicalAddressThenTheCapturesThenThePath) {
  EXPECT_EQ(identity_of(article("https://q.example/a?utm_source=x#top", "", "p"), true),
            "url:https://q.example/a");
  EXPECT_EQ(identity_of(article("", "https://q.example/a", "p"), true),
            "capture:https://q.example/a#0");
  EXPECT_EQ(identity_of(article("", "", "news/p.txt"), true), "path:news/p.txt#0");
  EXPECT_EQ(identity_of(article("", "", "-"), true), "");
  EXPECT_EQ(identity_of(article("", "", "-:3"), true), "");
}

TEST(Identity, ACopyThatNamesItsOriginalIsAnotherPage) {
  EXPECT_EQ(identity_of(article("https://q.example/a", "https://copy.test/b", "p"), true),
            "capture:https://copy.test/b#0");
  EXPECT_EQ(identity_of(article("https://www.q.example/a", "https://m.q.example/b", "p"), true),
            "url:https://www.q.example/a");
}

TEST(Identity, TheHomePageIsNoArticlesAddress) {
  EXPECT_EQ(identity_of(article("https://q.example/", "https://q.example/b", "p"), true),
            "capture:https://q.example/b#0");
  EXPECT_EQ(identity_of(article("https://q.example", "", "p"), true), "path:p#0");
  EXPECT_EQ(identity_of(article("https://q.example/?id=3", "", "p"), true),
            "url:https://q.example/?id=3");
}

TEST(Identity, OnlyAnAddressOfItsOwnIsBelievedAlone) {
  EXPECT_FALSE(is_weak("url:https://q.example/a"));
  EXPECT_TRUE(is_weak(identity_of(article("https://q.example/a", "", ""), false)));
  EXPECT_TRUE(is_weak("path:p#0"));
}

TEST(Identity, AnEditedTextIsKnownByItsTitleOrItsPhrases) {
  const auto first =
      text("Bridge reopens", "The old bridge will open again after two years of work");
  EXPECT_TRUE(is_edited(first, text("BRIDGE REOPENS", "Other words altogether stand here")));
  EXPECT_TRUE(is_edited(first, text("New", "The old bridge will open again in May, it was said")));
  EXPECT_FALSE(is_edited(first, text("Ferry", "The ferry stops at the end of the month")));
}

TEST(Identity, OneAddressOnAllPagesOfASiteIsNotBelieved) {
  const auto at = [](const std::string& path, const std::string& title, const std::string& body) {
    model::Article out = text(title, body);
    out.path = path;
    return out;
  };
  const auto first = at("s/a.html", "Bridge reopens", "The old bridge will open again in May");
  const auto other = at("s/b.html", "Ferry stops", "The ferry makes its last journey in June");
  EXPECT_FALSE(is_one_page(first, other));
  // The same place, or the same text, or the same title over much of the same text.
  EXPECT_TRUE(is_one_page(first, at("t/a.html", "Ferry stops", "The ferry makes its last trip")));
  EXPECT_TRUE(is_one_page(first, at("s/c.html", "Open", "The old bridge will open again in May")));
  EXPECT_TRUE(is_one_page(
      first, at("s/c.html", "Bridge reopens", "The old bridge will open on Monday, it was said")));
  EXPECT_FALSE(is_one_page(
      first, at("s/c.html", "Ferry", "The old bridge will open on Monday, it was said")));
  // What comes through a pipe has no place.
  EXPECT_TRUE(is_one_page(first, at("-", "Bridge reopens", "Other words stand here now")));
  EXPECT_FALSE(is_one_page(first, at("-", "Ferry", "Other words stand here now")));
  EXPECT_EQ(identity_by_place(first), "path:s/a.html#0");
}

TEST(Identity, OlderIsWhatWasFetchedOrModifiedBefore) {
  model::Article a, b;
  a.fetched = "2026-03-01";
  b.fetched = "2026-03-01T10:00:00Z";
  EXPECT_FALSE(is_older(a, b));  // the day holds the hour
  b.fetched = "2026-03-02T10:00:00Z";
  EXPECT_TRUE(is_older(a, b));
  EXPECT_FALSE(is_older(b, a));
  b.fetched = "yesterday";
  EXPECT_FALSE(is_older(a, b));
}

TEST(RevisedAt, ThePagesOwnTimeThenThatOfFetching) {
  model::Article article;
  EXPECT_EQ(revised_at(article), "");
  article.fetched = "2026-03-10T21:00:00Z";
  EXPECT_EQ(revised_at(article), "2026-03-10T21:00:00Z");
  article.published.emplace().value = *model::parse_iso("2026-03-10T08:00Z");
  article.modified.emplace().value = *model::parse_iso("2026-03-10T19:30Z");
  EXPECT_EQ(revised_at(article), "2026-03-10T19:30Z");
  // A page that gives the time of its first text only, and one fetched before it was published.
  article.modified->value = article.published->value;
  EXPECT_EQ(revised_at(article), "2026-03-10T21:00:00Z");
  article.fetched = "2026-03-09T21:00:00Z";
  EXPECT_EQ(revised_at(article), "");
}

}  // namespace
}  // namespace synoptic::watch
