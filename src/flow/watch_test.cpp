// Adding to a store over time: what is new is logged, a page that changed is a revision.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "flow/flow.h"

namespace synoptic::flow {
namespace {

namespace fs = std::filesystem;

const Engine& engine() {
  static const Engine made = Engine::load().value();
  return made;
}

class WatchTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_watch_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) const {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path) << text;
    return path;
  }

  static std::string page(const std::string& url, const std::string& outlet,
                          const std::string& killed, const std::string& more = {}) {
    return "<html lang=\"en\"><head><title>Ferry sinks off Sulawesi</title><link rel=\"canonical\" "
           "href=\"" +
           url + "\"><meta property=\"og:site_name\" content=\"" + outlet +
           "\"><meta property=\"article:published_time\" content=\"2026-03-10T08:00:00Z\"></head>"
           "<body><article><h1>Ferry sinks off Sulawesi</h1><p>A ferry with 200 passengers sank "
           "off the coast of Sulawesi on Tuesday and " +
           killed +
           " people were killed, the Indonesian coast guard said in Makassar.</p><p>The ship had "
           "left Makassar in a storm, and rescuers from Jakarta searched for survivors.</p>" +
           more + "</article></body></html>";
  }

  store::Store open() const {
    return std::move(store::Store::open(folder_ + "/s.db", store::Mode::kReadWrite).value());
  }

  void add(const std::vector<std::string>& paths, const std::string& time) const {
    auto store = open();
    Options options;
    options.time = time;
    options.webhook = webhook_;
    const auto done = add_all(engine(), store, paths, options,
                              [](const Error& error) { ADD_FAILURE() << error.message(); });
    ASSERT_TRUE(done) << done.error().message();
  }

  // Kinds of the entries of the last run, sorted.
  std::vector<std::string> news() const {
    const auto store = open();
    store::LogQuery query;
    query.run = store.last_run().value();
    std::vector<std::string> kinds;
    const auto rows = store.log(query).value();
    for (const auto& row : rows) {
      kinds.emplace_back(watch::kind_name(row.entry.kind));
    }
    std::sort(kinds.begin(), kinds.end());
    return kinds;
  }
  bool told(const std::string& kind) const {
    const auto kinds = news();
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }

  std::string folder_, webhook_;
};

constexpr const char* kQuay = "https://quay.example/ferry";

// The same event in other words.
std::string ledger(const std::string& killed) {
  return "<html lang=\"en\"><head><title>Sulawesi ferry disaster kills many</title><link "
         "rel=\"canonical\" href=\"https://ledger.example/ferry\"><meta "
         "property=\"og:site_name\" content=\"The Ledger\"><meta "
         "property=\"article:published_time\" content=\"2026-03-10T09:00:00Z\"></head><body>"
         "<article><h1>Sulawesi ferry disaster kills many</h1><p>At least one of the worst nights "
         "at sea in years: " +
         killed +
         " people were killed when a ferry went down off Sulawesi in Indonesia on "
         "Tuesday.</p><p>It "
         "had sailed from Makassar with 200 passengers in a storm. Teams from Jakarta are "
         "searching, the Indonesian coast guard said.</p></article></body></html>";
}

// A toll that is lower later is a difference; higher, it is an update.
TEST_F(WatchTest, ADifferenceIsLoggedOnceAndResolvedByARevision) {
  add({write("a.html", page(kQuay, "The Quay", "15"))}, "2026-03-10T09:00:00Z");
  EXPECT_TRUE(news().empty());  // one account has nothing to differ from
  add({write("b.html", ledger("12"))}, "2026-03-10T10:00:00Z");
  ASSERT_EQ(open().counts()->stories, 1u);
  EXPECT_TRUE(told("new_difference"));
  const auto before = open().log({}).value();
  add({folder_ + "/b.html"}, "2026-03-10T10:30:00Z");
  EXPECT_TRUE(news().empty());
  add({write("a2.html", page(kQuay, "The Quay", "12"))}, "2026-03-10T11:00:00Z");
  EXPECT_TRUE(told("revision"));
  EXPECT_TRUE(told("difference_gone"));
  EXPECT_FALSE(told("new_difference"));
  // Of the same fact.
  const auto rows = open().log({}).value();
  const auto fact_of = [](const std::vector<store::LogRow>& log, watch::Kind kind) {
    for (const auto& row : log) {
      if (row.entry.kind == kind) return row.entry.fact;
    }
    return std::string();
  };
  EXPECT_EQ(fact_of(rows, watch::Kind::kDifferenceGone),
            fact_of(before, watch::Kind::kNewDifference));
  // Questions to the log.
  const auto store = open();
  store::LogQuery query;
  query.since = "2026-03-10T11:00:00Z";
  EXPECT_EQ(store.log(query)->size(), rows.size() - before.size());
  query.since.clear();
  query.kinds = {watch::Kind::kRevision};
  EXPECT_EQ(store.log(query)->size(), 1u);
  query.kinds.clear();
  query.story = store.articles(1, 0)->front().story;
  EXPECT_EQ(store.log(query)->size(), rows.size());
}

TEST_F(WatchTest, WhatIsNewWaitsForItsReceiver) {
  webhook_ = "http://127.0.0.1:9/hook";
  add({write("a.html", page(kQuay, "The Quay", "15"))}, "2026-03-10T09:00:00Z");
  EXPECT_TRUE(open().outbox()->empty());
  add({write("b.html", ledger("12"))}, "2026-03-10T10:00:00Z");
  const auto parcels = open().outbox().value();
  ASSERT_EQ(parcels.size(), 1u);
  EXPECT_EQ(parcels[0].url, webhook_);
  EXPECT_NE(parcels[0].body.find("\"kind\":\"new_difference\""), std::string::npos);
  EXPECT_NE(parcels[0].body.find(parcels[0].id), std::string::npos);
}

TEST_F(WatchTest, ARevisionTakesTheOlderOnesPlaceAndNothingIsLost) {
  const std::string old_page = page(kQuay, "The Quay", "12");
  add({write("a.html", old_page)}, "2026-03-10T09:00:00Z");
  const auto before = open().articles(10, 0).value();
  ASSERT_EQ(before.size(), 1u);
  const std::string story = before[0].story;
  add({write("a2.html", page(kQuay, "The Quay", "15"))}, "2026-03-10T11:00:00Z");
  const auto store = open();
  const auto after = store.articles(10, 0).value();
  ASSERT_EQ(after.size(), 1u);
  EXPECT_NE(after[0].id, before[0].id);
  EXPECT_EQ(after[0].story, story);
  EXPECT_EQ(store.story(story)->story.articles, std::vector<std::string>{after[0].id});
  EXPECT_EQ(store.counts()->captures, 2u);
  for (const auto& id : {before[0].id, after[0].id}) {
    const auto history = store.history(id).value();
    ASSERT_EQ(history.size(), 2u);
    EXPECT_EQ(history[0].id, before[0].id);
    EXPECT_FALSE(history[0].current);
    EXPECT_TRUE(history[1].current);
    EXPECT_EQ(history[1].added, "2026-03-10T11:00:00Z");
    EXPECT_EQ(*store.capture_text(history[0].sha256), old_page);
  }
  EXPECT_EQ(news(), std::vector<std::string>{"revision"});
  const auto rows = store.log({}).value();
  EXPECT_NE(rows[0].entry.json.find("\"kind\":\"figure_changed\""), std::string::npos);
  // A third version, and a grouper that starts anew, know the same story.
  add({write("a3.html", page(kQuay, "The Quay", "17"))}, "2026-03-10T12:00:00Z");
  EXPECT_EQ(news(), std::vector<std::string>{"revision"});
  EXPECT_EQ(open().history(before[0].id)->size(), 3u);
  EXPECT_EQ(open().articles(10, 0)->front().story, story);
  EXPECT_EQ(open().counts()->stories, 1u);
}

TEST_F(WatchTest, ACorrectionDownwardsIsNoRise) {
  add({write("a.html", page(kQuay, "The Quay", "17")), write("b.html", ledger("14"))},
      "2026-03-10T10:00:00Z");
  std::string corrected = page(kQuay, "The Quay", "14");
  const std::string published = "<meta property=\"article:published_time\"";
  corrected.insert(corrected.find(published),
                   "<meta property=\"article:modified_time\" content=\"2026-03-10T19:30:00Z\">");
  add({write("a2.html", corrected)}, "2026-03-10T20:00:00Z");
  const auto store = open();
  const auto rows = store.stories(10, 0).value();
  ASSERT_EQ(rows.size(), 1u);
  std::vector<model::Annotated> articles;
  for (const auto& id : rows[0].story.articles) articles.push_back(store.article(id).value());
  const auto synopsis = compare_story(engine(), rows[0].story, articles);
  const auto revised = std::find_if(articles.begin(), articles.end(), [](const auto& annotated) {
    return !annotated.article.revised.empty();
  });
  ASSERT_NE(revised, articles.end());
  EXPECT_TRUE(synopsis.updates.empty());
  std::string time;
  for (const auto& fact : synopsis.agree) {
    for (const auto& value : fact.values) {
      if (fact.about == "killed" && value.article == revised->article.id) time = value.time;
    }
  }
  EXPECT_EQ(time, "2026-03-10T19:30:00Z");
}

TEST_F(WatchTest, OtherBytesOfTheSameTextAreNoRevision) {
  add({write("a.html", page(kQuay, "The Quay", "12"))}, "2026-03-10T09:00:00Z");
  const std::string id = open().articles(10, 0)->front().id;
  add({write("b.html", page(kQuay, "The Quay", "12") + "<!-- 77 -->")}, "2026-03-10T10:00:00Z");
  EXPECT_TRUE(news().empty());
  EXPECT_EQ(open().articles(10, 0)->front().id, id);
  EXPECT_EQ(open().articles(10, 0)->size(), 1u);
  const auto history = open().history(id).value();
  ASSERT_EQ(history.size(), 2u);
  EXPECT_TRUE(history[1].same_text);
  // Adding the first again changes nothing.
  add({folder_ + "/a.html"}, "2026-03-10T11:00:00Z");
  EXPECT_EQ(open().history(id)->size(), 2u);
  EXPECT_TRUE(open().has_ungrouped().value() == false);
}

TEST_F(WatchTest, TheSamePathWithAnotherTextIsAnotherArticle) {
  const std::string path = write("page.txt",
                                 "Bridge reopens in the old town\n\nThe council said on Monday "
                                 "that the bridge will open again after two years of work.\n");
  add({path}, "2026-03-10T09:00:00Z");
  write("page.txt",
        "Ferry stops at the end of the month\n\nThe ship that took people over the river for a "
        "hundred years makes its last journey in June, its owner told guests.\n");
  add({path}, "2026-03-10T10:00:00Z");
  const auto articles = open().articles(10, 0).value();
  ASSERT_EQ(articles.size(), 2u);
  for (const auto& row : articles) EXPECT_EQ(open().history(row.id)->size(), 1u);
  // And an edit of the text that stands there now is a revision of that one.
  write("page.txt",
        "Ferry stops at the end of the month\n\nThe ship that took people over the river for a "
        "hundred years makes its last journey in July, its owner told guests.\n");
  add({path}, "2026-03-10T11:00:00Z");
  EXPECT_EQ(open().articles(10, 0)->size(), 2u);
  EXPECT_EQ(news(), std::vector<std::string>{"revision"});
}

TEST_F(WatchTest, WhatWasFetchedEarlierDoesNotTakeThePlaceOfTheNewer) {
  const auto fetched = [&](const std::string& day, const std::string& number) {
    return "---\nurl: " + std::string(kQuay) + "\nfetched: " + day +
           "\n---\n\n# Ferry sinks off Sulawesi\n\nA ferry sank off Sulawesi and " + number +
           " people were killed, the coast guard said in Makassar on Tuesday evening.\n";
  };
  add({write("new.md", fetched("2026-03-12", "15"))}, "2026-03-13T09:00:00Z");
  const std::string id = open().articles(10, 0)->front().id;
  add({write("old.md", fetched("2026-03-10", "12"))}, "2026-03-13T10:00:00Z");
  EXPECT_EQ(open().articles(10, 0)->front().id, id);
  const auto history = open().history(id).value();
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[1].id, id);
}

TEST_F(WatchTest, ARunThatWasCutShortIsMendedByTheNext) {
  // As after a kill between the two transactions: the revision is filed, its story is not told.
  add({write("a.html", page(kQuay, "The Quay", "12"))}, "2026-03-10T09:00:00Z");
  {
    auto store = open();
    collect::Inputs inputs = collect::list_inputs({write("b.html", page(kQuay, "The Quay", "15"))});
    auto document = understand(engine(), collect::read_file(inputs.files[0]).value());
    ASSERT_TRUE(store.add(document.capture, document.articles, "2026-03-10T10:00:00Z"));
    EXPECT_TRUE(store.has_ungrouped().value());
  }
  add({folder_ + "/b.html"}, "2026-03-10T11:00:00Z");
  EXPECT_EQ(news(), std::vector<std::string>{"revision"});
  EXPECT_FALSE(open().has_ungrouped().value());
  EXPECT_EQ(open().counts()->stories, 1u);
}

// The same bytes for the third time: what was withdrawn in between is not what is told.
TEST_F(WatchTest, APageThatGoesBackToItsOldTextIsToldAgain) {
  const std::string first = page(kQuay, "The Quay", "12"), second = page(kQuay, "The Quay", "15");
  add({write("a.html", first), write("b.html", ledger("12"))}, "2026-03-10T09:00:00Z");
  const std::string id = open().articles(10, 0)->back().id;
  add({write("a.html", second)}, "2026-03-10T10:00:00Z");
  const std::string newer = open().history(id)->back().id;
  EXPECT_TRUE(told("new_difference"));
  add({write("a.html", first)}, "2026-03-10T11:00:00Z");
  EXPECT_TRUE(told("revision"));
  EXPECT_TRUE(told("difference_gone"));
  const auto history = open().history(id).value();
  ASSERT_EQ(history.size(), 3u);
  EXPECT_EQ(history[0].id, id);
  EXPECT_EQ(history[1].id, newer);
  EXPECT_EQ(history[2].id, id);
  EXPECT_FALSE(history[0].current);
  EXPECT_TRUE(history[2].current);
  EXPECT_EQ(history[2].added, "2026-03-10T11:00:00Z");
  const std::string story = open().story_of_article(id).value();
  EXPECT_FALSE(story.empty());
  EXPECT_TRUE(open().story_of_article(newer)->empty());
  EXPECT_EQ(open().counts()->articles, 2u);
  // Read once more it is known; and it may go on from there.
  add({folder_ + "/a.html"}, "2026-03-10T12:00:00Z");
  EXPECT_TRUE(news().empty());
  EXPECT_EQ(open().history(id)->size(), 3u);
  add({write("a.html", page(kQuay, "The Quay", "17"))}, "2026-03-10T13:00:00Z");
  EXPECT_TRUE(told("revision"));
  add({write("a.html", second)}, "2026-03-10T14:00:00Z");
  EXPECT_TRUE(told("revision"));
  const auto all = open().history(id).value();
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all.back().id, newer);
  EXPECT_TRUE(all.back().current);
  EXPECT_EQ(open().story_of_article(newer).value(), story);
}

TEST_F(WatchTest, AnOldFileThatStillLiesThereTakesNothingBack) {
  add({write("a.html", page(kQuay, "The Quay", "12")),
       write("b.html", page(kQuay, "The Quay", "15"))},
      "2026-03-10T09:00:00Z");
  const std::string now = open().articles(10, 0)->front().id;
  add({folder_}, "2026-03-10T10:00:00Z");
  add({folder_ + "/./a.html"}, "2026-03-10T11:00:00Z");
  EXPECT_EQ(open().articles(10, 0)->front().id, now);
  EXPECT_EQ(open().history(now)->size(), 2u);
}

TEST_F(WatchTest, TheTimeOfFetchingTellsWhetherAPageWentBack) {
  const auto line = [](const std::string& number) {
    return "\"html\":\"<link rel=canonical href=" + std::string(kQuay) +
           "><h1>Ferry sinks off Sulawesi</h1><p>A ferry sank off Sulawesi on Tuesday and " +
           number + " people were killed, the coast guard said in Makassar.\"}";
  };
  const auto at = [&](const std::string& day, const std::string& number) {
    return "{\"url\":\"" + std::string(kQuay) + "\",\"fetched\":\"2026-03-" + day +
           "T10:00:00Z\"," + line(number) + "\n";
  };
  add({write("p.jsonl", at("10", "12") + at("11", "15") + at("12", "12"))}, "2026-03-13T09:00:00Z");
  const auto articles = open().articles(10, 0).value();
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(open().history(articles[0].id)->size(), 3u);
  add({folder_ + "/p.jsonl"}, "2026-03-13T10:00:00Z");
  EXPECT_EQ(open().articles(10, 0)->front().id, articles[0].id);
  EXPECT_EQ(open().history(articles[0].id)->size(), 3u);
}

TEST_F(WatchTest, OneAddressOnAllPagesMakesThemNoVersionsOfOne) {
  const auto page_of = [](const std::string& title, const std::string& text) {
    return "<html lang=en><head><title>" + title +
           "</title><link rel=canonical href=https://quay.example/news.html></head><body><article>"
           "<h1>" +
           title + "</h1><p>" + text + "</p></article></body></html>";
  };
  add({write("a.html", page_of("Bridge reopens in the old town",
                               "The council said on Monday that the old bridge will open again "
                               "after two years of work, and thanked all.")),
       write("b.html", page_of("Ferry stops at the end of the month",
                               "The ship that took people over the river for a hundred years makes "
                               "its last journey in June, its owner told guests."))},
      "2026-03-10T09:00:00Z");
  EXPECT_EQ(open().counts()->articles, 2u);
  // Each goes on with its own history.
  add({write("b.html", page_of("Ferry stops at the end of the month",
                               "The ship that took people over the river for a hundred years makes "
                               "its last journey in July, its owner told guests."))},
      "2026-03-10T10:00:00Z");
  EXPECT_EQ(open().counts()->articles, 2u);
  EXPECT_EQ(news(), std::vector<std::string>{"revision"});
}

}  // namespace
}  // namespace synoptic::flow
