// Removing from a store that has grown: stories, facts, the log and what waits to be sent tell
// nothing of what is gone, and all else as before.
#include "flow/remove.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "flow/flow.h"

namespace synoptic::flow {
namespace {

namespace fs = std::filesystem;

const Engine& removing_engine() {
  static const Engine made = Engine::load().value();
  return made;
}

constexpr const char* kRemoved = "2026-03-11T00:00:00Z";

std::string page(const std::string& outlet, const std::string& title, const std::string& body,
                 const std::string& hour = "08") {
  return fmt::format(
      "<html lang=\"en\"><head><title>{1}</title><link rel=\"canonical\" "
      "href=\"https://{0}.example/ferry\"><meta property=\"og:site_name\" content=\"{0}\"><meta "
      "property=\"article:published_time\" content=\"2026-03-10T{3}:00:00Z\"></head><body>"
      "<article><h1>{1}</h1>{2}</article></body></html>",
      outlet, title, body, hour);
}

std::string quay(const std::string& killed) {
  return page("quay", "Ferry sinks off Sulawesi",
              "<p>A ferry with 200 passengers sank off the coast of Sulawesi on Tuesday and " +
                  killed +
                  " people were killed, the Indonesian coast guard said in Makassar.</p><p>The "
                  "ship had left Makassar in a storm, and rescuers from Jakarta searched for "
                  "survivors.</p>",
              "09");
}
std::string ledger(const std::string& killed) {
  return page("ledger", "Sulawesi ferry disaster kills many",
              "<p>At least one of the worst nights at sea in years: " + killed +
                  " people were killed when a ferry went down off Sulawesi in Indonesia on "
                  "Tuesday.</p><p>It had sailed from Makassar with 200 passengers in a storm. "
                  "Teams from Jakarta are searching, the Indonesian coast guard said.</p>",
              "10");
}
// The first of the story, and the one that goes.
std::string herald(const std::string& killed) {
  return page("herald", "Zorblattine ferry lost near Sulawesi",
              "<p>" + killed +
                  " people were killed on Tuesday when the Zorblattine, a ferry with 230 "
                  "passengers, sank off Sulawesi, the Indonesian coast guard said.</p><p>The "
                  "Zorblattine had left Makassar in a storm; captain Ruslan Zorbo said in Jakarta "
                  "that the zorblattine hull had failed.</p>",
              "07");
}
std::string other_event() {
  return page("tribune", "Zorblattine museum opens in Lyon",
              "<p>The Zorblattine museum opened in Lyon on Monday after six years of work that "
              "cost 40 million euros, mayor Grégory Doucet said.</p><p>Some 3,000 visitors "
              "came on the first day to see its paintings.</p>");
}

class RemoveTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_remove_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  store::Store open(const std::string& name = "s.db") const {
    return std::move(store::Store::open(folder_ + "/" + name, store::Mode::kReadWrite).value());
  }
  void add(const std::string& file, const std::string& text, const std::string& time,
           const std::string& name = "s.db") const {
    std::ofstream(folder_ + "/" + file) << text;
    auto store = open(name);
    Options options;
    options.time = time;
    options.webhook = "http://127.0.0.1:9/hook";
    ASSERT_TRUE(add_all(removing_engine(), store, {folder_ + "/" + file}, options,
                        [](const Error& error) { ADD_FAILURE() << error.message(); }));
  }
  Removed remove(const std::vector<std::string>& asked,
                 store::Take take = store::Take::kArticles) const {
    auto store = open();
    auto done = flow::remove(removing_engine(), store, asked, take, kRemoved);
    if (!done) throw std::runtime_error(done.error().message());
    if (auto swept = store.sweep(); !swept) throw std::runtime_error(swept.error().message());
    return std::move(*done);
  }
  std::string id_of(const std::string& outlet) const {
    const auto store = open();
    const auto found = store.articles(99, 0).value();
    for (const auto& row : found) {
      if (row.url == "https://" + outlet + ".example/ferry") return row.id;
    }
    return "";
  }
  bool in_file(const std::string& word) const {
    for (const char* end : {"", "-wal", "-shm"}) {
      std::ifstream in(folder_ + "/s.db" + end, std::ios::binary);
      std::string bytes{std::istreambuf_iterator<char>(in), {}};
      std::transform(bytes.begin(), bytes.end(), bytes.begin(), [](unsigned char c) {
        return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
      });
      if (bytes.find(word) != std::string::npos) return true;
    }
    return false;
  }
  // All that the store tells, as text.
  static std::string told(const store::Store& store) {
    std::string out;
    const auto stories = store.stories(99, 0).value();
    for (const auto& row : stories) {
      JsonWriter json;
      model::write_json(json, row.story);
      out += json.take() + "\n" + store.synopsis_json(row.story.id).value() + "\n";
    }
    const auto articles = store.articles(99, 0).value();
    for (const auto& row : articles) {
      out += store.article_json(row.id).value() + "\n";
    }
    const auto entities = store.entities(99, 0).value();
    for (const auto& row : entities) {
      out += fmt::format("{} {} {}\n", row.id, row.name, row.articles);
    }
    return out;
  }

  std::string folder_;
};

TEST_F(RemoveTest, NothingIsLeftOfItsText) {
  add("h.html", herald("19"), "2026-03-10T07:30:00Z");
  add("a.html", quay("15"), "2026-03-10T09:30:00Z");
  add("b.html", ledger("12"), "2026-03-10T10:30:00Z");
  add("h2.html", herald("21"), "2026-03-10T11:30:00Z");  // another version
  ASSERT_EQ(open().counts()->stories, 1u);
  const std::string story = open().stories(1, 0)->front().story.id;
  ASSERT_TRUE(in_file("zorblattine"));
  ASSERT_FALSE(open().outbox()->empty());
  const auto log_before = open().log({})->size();
  const auto done = remove({id_of("herald")});
  EXPECT_EQ(done.what.articles.size(), 2u);
  EXPECT_EQ(done.what.captures.size(), 2u);
  EXPECT_EQ(done.changed, std::vector<std::string>{story});
  EXPECT_FALSE(in_file("zorblattine"));
  const auto store = open();
  const auto left = store.story(story);
  ASSERT_TRUE(left) << left.error().message();
  EXPECT_EQ(left->story.title, "Ferry sinks off Sulawesi");
  EXPECT_EQ(left->story.articles, (std::vector<std::string>{id_of("quay"), id_of("ledger")}));
  EXPECT_GE(left->differences, 1u);  // 15 and 12
  EXPECT_FALSE(*store.has_ungrouped());
  EXPECT_EQ(*store.damage(), "");
  // What was new of the others is told still, and what waits is what the log tells.
  const auto log = store.log({}).value();
  EXPECT_LT(log.size(), log_before);
  const auto is_told = [&](const std::string& words) {
    return std::any_of(log.begin(), log.end(), [&](const auto& row) {
      return row.entry.json.find(words) != std::string::npos;
    });
  };
  EXPECT_TRUE(is_told("how many killed: 15 (quay) | 12 (ledger)"));
  EXPECT_TRUE(is_told("how many passengers, differ → agree: 200 (quay) +1"));
  const auto parcels = store.outbox().value();
  for (const auto& parcel : parcels) {
    EXPECT_NE(parcel.body.find("\"entries\":[{"), std::string::npos);
  }
}

// Whoever joined nobody leaves the store as if it had never come.
TEST_F(RemoveTest, WhatJoinedNobodyLeavesNoTrace) {
  add("a.html", quay("15"), "2026-03-10T09:30:00Z");
  add("c.html", other_event(), "2026-03-10T10:00:00Z");
  add("b.html", ledger("12"), "2026-03-10T10:30:00Z");
  const std::string gone = open().story_of_article(id_of("tribune")).value();
  ASSERT_EQ(open().counts()->stories, 2u);
  const auto done = remove({"https://tribune.example/ferry?utm_source=mail"});
  EXPECT_EQ(done.empty, std::vector<std::string>{gone});
  EXPECT_TRUE(done.changed.empty());
  add("a.html", quay("15"), "2026-03-10T09:30:00Z", "t.db");
  add("b.html", ledger("12"), "2026-03-10T10:30:00Z", "t.db");
  EXPECT_EQ(told(open()), told(open("t.db")));
  EXPECT_EQ(open().story(gone).error().code, ErrorCode::kNotFound);
  EXPECT_FALSE(in_file("zorblattine"));
  // Nor do they differ in what comes after.
  add("h.html", herald("19"), "2026-03-10T12:00:00Z");
  add("h.html", herald("19"), "2026-03-10T12:00:00Z", "t.db");
  EXPECT_EQ(told(open()), told(open("t.db")));
}

TEST_F(RemoveTest, WhatIsAddedAgainIsNew) {
  add("h.html", herald("19"), "2026-03-10T07:30:00Z");
  add("a.html", quay("15"), "2026-03-10T09:30:00Z");
  const std::string before = told(open());
  remove({id_of("herald")});
  EXPECT_EQ(id_of("herald"), "");
  add("h.html", herald("19"), "2026-03-12T07:30:00Z");
  EXPECT_EQ(told(open()), before);  // it founded the story, which has kept its name
  EXPECT_FALSE(*open().has_ungrouped());
}

TEST_F(RemoveTest, FactsThatVanishAreTold) {
  add("a.html", quay("15"), "2026-03-10T09:30:00Z");
  add("h.html", herald("12"), "2026-03-10T10:30:00Z");
  const auto kinds = [&](int64_t run) {
    store::LogQuery query;
    query.run = run;
    std::vector<watch::Kind> out;
    const auto rows = open().log(query).value();
    for (const auto& row : rows) out.push_back(row.entry.kind);
    return out;
  };
  const auto has = [](const std::vector<watch::Kind>& list, watch::Kind kind) {
    return std::find(list.begin(), list.end(), kind) != list.end();
  };
  ASSERT_TRUE(has(kinds(*open().last_run()), watch::Kind::kNewDifference));
  const std::string first = open().first_entry().value();
  remove({id_of("herald")});
  EXPECT_TRUE(has(kinds(*open().last_run()), watch::Kind::kDifferenceGone));
  EXPECT_FALSE(in_file("zorbl"));
  EXPECT_EQ(open().first_entry().value(), first);  // feeds keep their id
  store::LogQuery query;
  query.id = first;
  EXPECT_TRUE(open().log(query)->empty());
}

TEST_F(RemoveTest, CopiesThatStayAreNamed) {
  add("h.html", herald("19"), "2026-03-10T07:30:00Z");
  std::string copy = herald("19");
  for (size_t at; (at = copy.find("herald")) != std::string::npos;) copy.replace(at, 6, "mirror");
  add("m.html", copy, "2026-03-10T08:30:00Z");
  const auto goes = what_goes(open(), {id_of("herald")}, store::Take::kArticles);
  ASSERT_EQ(goes->copies.size(), 1u);
  EXPECT_EQ(goes->copies[0].id, id_of("mirror"));
  EXPECT_EQ(open().counts()->articles, 2u);  // only told
  remove({id_of("herald")});
  const auto story = open().stories(1, 0)->front().story;
  EXPECT_EQ(story.accounts, (std::vector<std::vector<std::string>>{{id_of("mirror")}}));
}

// Rows of another version are of no use to grouping, and hold titles all the same.
TEST_F(RemoveTest, GroupingThatCannotBeReadIsForgotten) {
  add("h.html", herald("19"), "2026-03-10T07:30:00Z");
  add("a.html", quay("15"), "2026-03-10T09:30:00Z");
  {
    auto store = open();
    store::Store::Update update;
    update.changed_rows = {{0, "zorblattine"}};
    ASSERT_TRUE(store.update_stories(update));
  }
  remove({id_of("herald")});
  EXPECT_FALSE(in_file("zorblattine"));
  EXPECT_TRUE(open().grouping()->rows.empty());
  EXPECT_EQ(open().counts()->stories, 1u);
  EXPECT_EQ(open().stories(1, 0)->front().story.title, "Ferry sinks off Sulawesi");
  add("b.html", ledger("12"), "2026-03-10T10:30:00Z");
  EXPECT_EQ(open().counts()->articles, 2u);
  EXPECT_FALSE(*open().has_ungrouped());
}

}  // namespace
}  // namespace synoptic::flow
