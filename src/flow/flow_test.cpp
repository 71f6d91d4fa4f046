#include "flow/flow.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace synoptic::flow {
namespace {

namespace fs = std::filesystem;

const Engine& engine() {
  static const Engine made = Engine::load().value();
  return made;
}

class FlowTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_flow_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    for (int i = 0; i < 60; ++i) {
      std::ofstream(fmt_name(i)) << "Bridge number " << i << " reopens in the old town\n\n"
                                 << "The council said on Monday that bridge " << i
                                 << " will open again after two years of work and much waiting.\n";
    }
    std::ofstream(folder_ + "/f30-empty.txt");
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string fmt_name(int i) const {
    return folder_ + "/f" + (i < 10 ? "0" : "") + std::to_string(i) + ".txt";
  }
  std::vector<std::string> titles(unsigned threads, Totals* totals = nullptr) const {
    std::vector<std::string> all;
    Options options;
    options.threads = threads;
    const Totals done = read_all(engine(), {folder_}, options, [&](Result<Document> result) {
      all.push_back(!result                    ? "error"
                    : result->articles.empty() ? "none"
                                               : result->articles[0].article.title);
    });
    if (totals != nullptr) *totals = done;
    return all;
  }

  std::string folder_;
};

TEST_F(FlowTest, ResultsComeInTheOrderOfTheInputsOnAnyNumberOfThreads) {
  Totals totals;
  const auto one = titles(1, &totals);
  EXPECT_EQ(one.size(), 61u);
  EXPECT_EQ(one[5], "Bridge number 5 reopens in the old town");
  EXPECT_EQ(std::count(one.begin(), one.end(), "error"), 1);
  EXPECT_EQ(totals.failed, 1u);
  EXPECT_EQ(totals.articles, 60u);
  for (const unsigned threads : {2u, 7u, 64u}) EXPECT_EQ(titles(threads), one);
}

TEST_F(FlowTest, LinesOfAFileOfPagesComeInTheirOrderAmongTheFiles) {
  {
    std::ofstream lines(folder_ + "/f05-more.jsonl");
    for (int i = 100; i < 300; ++i) {
      const std::string n = std::to_string(i);
      if (i == 250) lines << "{broken\n\n";
      lines << R"({"html":"<h1>Bridge number )" << n << R"( reopens in the old town</h1>)"
            << R"(<p>The council said on Monday that bridge )" << n
            << R"( will open again after two years of work and much waiting."})"
            << "\n";
    }
  }
  Totals totals;
  const auto one = titles(1, &totals);
  EXPECT_EQ(totals.documents, 262u);
  EXPECT_EQ(totals.failed, 2u);
  EXPECT_EQ(one[5], "Bridge number 100 reopens in the old town");  // '-' sorts before '.'
  EXPECT_EQ(one[5 + 150], "error");
  EXPECT_EQ(one[5 + 201], "Bridge number 5 reopens in the old town");
  for (const unsigned threads : {2u, 7u, 64u}) EXPECT_EQ(titles(threads), one);
}

TEST_F(FlowTest, AnArticleWithoutTextIsTold) {
  const auto read = [](const std::string& body) {
    model::Capture capture;
    capture.text =
        "<html><head><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
        "\"headline\":\"Bridge falls in Lyon\",\"datePublished\":\"2025-03-14\"" +
        body + "}</script></head><body><div id=root></div></body></html>";
    capture.format = model::Format::kHtml;
    capture.url = "https://user:secret@www.quaypost.example/news/bridge";
    return understand(engine(), std::move(capture));
  };
  const Document bare = read("");
  ASSERT_EQ(bare.articles.size(), 1u);
  EXPECT_TRUE(bare.articles[0].article.blocks.empty());
  EXPECT_EQ(bare.capture.warnings.size(), 1u);
  EXPECT_EQ(bare.capture.url, "https://www.quaypost.example/news/bridge");
  const Document whole = read(
      ",\"articleBody\":\"At least 12 people were killed on Friday when a bridge collapsed in "
      "Lyon, the mayor said. The bridge was built in 1962.\"");
  ASSERT_EQ(whole.articles.size(), 1u);
  ASSERT_EQ(whole.articles[0].article.blocks.size(), 1u);
  EXPECT_TRUE(whole.articles[0].article.blocks[0].text.starts_with("At least 12"));
  EXPECT_TRUE(whole.capture.warnings.empty());
}

TEST_F(FlowTest, TheShareOfProgressEndsAtOne) {
  Options options;
  double share = 0;
  options.progress = [&](const Progress& progress) {
    EXPECT_GE(progress.share, share);
    share = progress.share;
  };
  read_all(engine(), {folder_}, options, [](const Result<Document>&) {});
  EXPECT_EQ(share, 1);
}

TEST_F(FlowTest, AddingTwiceChangesNothing) {
  auto store = store::Store::open(folder_ + "/store/s.db", store::Mode::kReadWrite);
  ASSERT_TRUE(store);
  int failed = 0;
  const auto fail = [&](const Error&) { ++failed; };
  const auto first = add_all(engine(), *store, {folder_}, {}, fail);
  ASSERT_TRUE(first) << first.error().message();
  EXPECT_EQ(failed, 1);
  const auto counts = *store->counts();
  EXPECT_EQ(counts.articles, 60u);
  EXPECT_GE(counts.stories, 1u);
  const auto again = add_all(engine(), *store, {folder_}, {}, fail);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->known, 60u);
  EXPECT_EQ(store->counts()->articles, 60u);
}

TEST_F(FlowTest, WhatComesTwiceInOneRunIsCountedAsKnown) {
  auto store = store::Store::open(folder_ + "/store/s.db", store::Mode::kReadWrite);
  ASSERT_TRUE(store);
  fs::copy_file(fmt_name(3), folder_ + "/zz-again.txt");
  std::vector<std::string> order;
  const auto done = add_all(
      engine(), *store, {folder_}, {},
      [&](const Error& error) { order.push_back(fs::path(error.where).filename()); },
      [&](const Document& one) { order.push_back(fs::path(one.capture.path).filename()); });
  ASSERT_TRUE(done) << done.error().message();
  EXPECT_EQ(done->known, 1u);
  EXPECT_EQ(store->counts()->articles, 60u);
  EXPECT_EQ(order.size(), 61u);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end())) << "told in the order of the inputs";
}

TEST_F(FlowTest, AStoryOutOfTheStoreHasTheSameSynopsis) {
  std::vector<model::Annotated> articles;
  read_all(engine(), {folder_}, {}, [&](Result<Document> result) {
    if (result) {
      for (auto& annotated : result->articles) articles.push_back(std::move(annotated));
    }
  });
  std::vector<model::Annotated> stored;
  for (const auto& annotated : articles) {
    stored.push_back(model::annotated_from_json(model::to_stored_json(annotated)).value());
  }
  const Grouped fresh = group_and_compare(engine(), articles);
  const Grouped again = group_and_compare(engine(), stored);
  ASSERT_EQ(fresh.synopses.size(), again.synopses.size());
  for (size_t i = 0; i < fresh.synopses.size(); ++i) {
    JsonWriter one, two;
    model::write_json(one, fresh.synopses[i]);
    model::write_json(two, again.synopses[i]);
    EXPECT_EQ(one.text(), two.text());
  }
}

}  // namespace
}  // namespace synoptic::flow
