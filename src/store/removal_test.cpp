// Articles taken out of a store: nothing of them is left in any table, nor in the file.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/sweep.h"

namespace synoptic::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRare = "zorblattine";  // of the texts that go

class RemovalTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_removal_XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path() const { return folder_ + "/s.db"; }
  Store open(Mode mode = Mode::kReadWrite) const {
    auto store = Store::open(path(), mode);
    if (!store) throw std::runtime_error(store.error().message());
    return std::move(*store);
  }
  bool in_file(const std::string& word) const {
    for (const char* end : {"", "-wal", "-shm"}) {
      std::ifstream in(path() + end, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      if (bytes.find(word) != std::string::npos) return true;
    }
    return false;
  }

  std::string folder_;
};

model::Capture page_of(const std::string& text, const std::string& url = {}) {
  model::Capture capture;
  capture.path = sha256_hex(text).substr(0, 6) + ".txt";
  capture.url = url;
  capture.text = text;
  capture.sha256 = sha256_hex(text);
  return capture;
}

model::Annotated article_of(const model::Capture& capture, uint32_t index = 0) {
  model::Annotated annotated;
  model::Article& article = annotated.article;
  article.sha256 = capture.sha256;
  article.id = model::article_id(capture.sha256, index);
  article.index = index;
  article.path = capture.path;
  article.capture_url = capture.url;
  article.title = "Title " + capture.text;
  article.lang = "en";
  article.dir = "ltr";
  model::Block block;
  block.text = capture.text + " of part " + std::to_string(index);
  article.blocks = {block};
  return annotated;
}

Result<Store::Rest> nothing_left(const Removal&) { return Store::Rest{}; }

// The words of many other articles, so that the index has more than one segment.
void fill(Store& store, int from) {
  for (int i = from; i < from + 30; ++i) {
    const auto capture = page_of("filling text number " + std::to_string(i));
    ASSERT_TRUE(*store.add(capture, {article_of(capture)}));
  }
}

TEST_F(RemovalTest, ItsBytesAreNowhereInTheFile) {
  Store store = open();
  fill(store, 0);
  const auto capture = page_of(std::string("a ") + kRare + " text");
  ASSERT_TRUE(*store.add(capture, {article_of(capture)}));
  fill(store, 30);
  Search search;
  search.terms = {{kRare, {}, {}}};
  ASSERT_EQ(store.articles(9, 0, search)->size(), 1u);
  ASSERT_TRUE(in_file(kRare));
  const auto gone =
      store.remove({model::article_id(capture.sha256, 0)}, Take::kArticles, nothing_left);
  ASSERT_TRUE(gone) << gone.error().message();
  ASSERT_EQ(gone->articles.size(), 1u);
  ASSERT_EQ(gone->captures.size(), 1u);
  EXPECT_TRUE(store.articles(9, 0, search)->empty());
  EXPECT_FALSE(*store.has_capture(capture.sha256));
  EXPECT_FALSE(*store.is_swept());
  ASSERT_TRUE(store.sweep());
  EXPECT_TRUE(*store.is_swept());
  EXPECT_FALSE(in_file(kRare));
  EXPECT_EQ(*store.damage(), "");
  search.terms[0].word = "filling";
  EXPECT_EQ(store.articles(99, 0, search)->size(), 60u);
  auto database = Database::open(path(), false).value();
  EXPECT_TRUE(database.run("INSERT INTO words(words) VALUES('integrity-check')"));
  EXPECT_TRUE(*store.add(capture, {article_of(capture)}));  // as new
}

// A removal is known of until its bytes are gone.
TEST_F(RemovalTest, ACrashBeforeTheSweepIsKnownOf) {
  const auto capture = page_of(kRare);
  {
    Store store = open();
    ASSERT_TRUE(*store.add(capture, {article_of(capture)}));
    ASSERT_TRUE(store.remove({capture.sha256}, Take::kArticles, nothing_left));
  }
  EXPECT_FALSE(*open(Mode::kReadOnly).is_swept());
  Store store = open();
  ASSERT_TRUE(store.sweep());
  EXPECT_TRUE(*store.is_swept());
}

TEST_F(RemovalTest, WhatFailsRemovesNothing) {
  Store store = open();
  const auto capture = page_of(kRare);
  ASSERT_TRUE(*store.add(capture, {article_of(capture)}));
  const auto done = store.remove(
      {capture.sha256}, Take::kArticles,
      [](const Removal&) -> Result<Store::Rest> { return failure(ErrorCode::kStore, "", "no"); });
  EXPECT_FALSE(done);
  EXPECT_TRUE(*store.has_capture(capture.sha256));
  EXPECT_TRUE(*store.is_swept());
  EXPECT_EQ(store.counts()->articles, 1u);
}

TEST_F(RemovalTest, AnArticleGoesWithAllOfItsVersions) {
  Store store = open();
  const std::string url = "https://quay.example/ferry";
  std::vector<std::string> ids;
  for (const char* text : {"one zorblattine text", "two zorblattine texts"}) {
    const auto capture = page_of(text, url);
    auto article = article_of(capture);
    article.article.url = url;
    article.article.title = "Title";
    ids.push_back(article.article.id);
    ASSERT_TRUE(*store.add(capture, {article}));
  }
  ASSERT_EQ(store.history(ids[0])->size(), 2u);
  for (const std::string& asked : {ids[0], ids[1], url, url + "?utm_source=x#top"}) {
    const auto what = store.what_goes({asked}, Take::kArticles);
    ASSERT_EQ(what->articles.size(), 2u) << asked;
    EXPECT_FALSE(what->articles[0].told);
    EXPECT_TRUE(what->articles[1].told);
    EXPECT_EQ(what->captures.size(), 2u);
    EXPECT_TRUE(what->unknown.empty());
  }
  ASSERT_TRUE(store.remove({ids[0]}, Take::kArticles, nothing_left));
  EXPECT_EQ(store.history(ids[1]).error().code, ErrorCode::kNotFound);
}

TEST_F(RemovalTest, ACaptureStaysForItsOtherArticlesUnlessAllAreAskedFor) {
  Store store = open();
  const auto capture = page_of("two articles", "https://quay.example/both");
  const auto first = article_of(capture, 0), second = article_of(capture, 1);
  ASSERT_TRUE(*store.add(capture, {first, second}));
  auto what = store.what_goes({first.article.id}, Take::kArticles);
  EXPECT_EQ(what->articles.size(), 1u);
  EXPECT_TRUE(what->captures.empty());
  ASSERT_EQ(what->holding.size(), 1u);
  EXPECT_EQ(what->holding[0].others, 1u);
  for (const auto& [asked, take] :
       {std::pair{first.article.id, Take::kCaptures},
        {capture.sha256, Take::kArticles},
        {capture.url, Take::kArticles},
        {first.article.id + " " + second.article.id, Take::kArticles}}) {
    const size_t blank = asked.find(' ');
    std::vector<std::string> words{asked.substr(0, blank)};
    if (blank != std::string::npos) words.push_back(asked.substr(blank + 1));
    what = store.what_goes(words, take);
    EXPECT_EQ(what->articles.size(), 2u) << asked;
    EXPECT_EQ(what->captures.size(), 1u) << asked;
    EXPECT_TRUE(what->holding.empty()) << asked;
  }
}

// Who copies an article names its address, and is another page.
TEST_F(RemovalTest, ACopyElsewhereDoesNotGoWithTheAddressOfItsOriginal) {
  Store store = open();
  const auto original = page_of("the original", "https://quay.example/a");
  const auto copy = page_of("the copy", "https://ledger.example/a");
  for (const auto& capture : {original, copy}) {
    auto article = article_of(capture);
    article.article.url = original.url;
    ASSERT_TRUE(*store.add(capture, {article}));
  }
  const auto what = store.what_goes({original.url}, Take::kArticles);
  ASSERT_EQ(what->captures.size(), 1u);
  EXPECT_EQ(what->captures[0].sha256, original.sha256);
}

TEST_F(RemovalTest, WhatIsNotThereIsSaid) {
  Store store = open();
  const auto known = page_of("known");
  ASSERT_TRUE(*store.add(known, {article_of(known)}));
  const std::vector<std::string> unknown{"0123456789abcdef", sha256_hex("none"),
                                         "https://none.example/"};
  const auto what =
      store.what_goes({unknown[0], known.sha256, unknown[1], unknown[2]}, Take::kArticles);
  EXPECT_EQ(what->unknown, unknown);
  EXPECT_EQ(what->articles.size(), 1u);
  ASSERT_TRUE(store.remove(unknown, Take::kArticles, nothing_left));
  EXPECT_TRUE(*store.is_swept());  // nothing was removed
}

watch::Entry entry_of(const std::string& id, const std::string& story, const std::string& title,
                      const std::string& article) {
  watch::Entry entry;
  entry.id = "urn:uuid:" + id;
  entry.at = "2026-03-10T09:00:00Z";
  entry.story = story;
  entry.json = R"({"id":")" + entry.id + R"(","summary":"so \"title\":\"x\"","story":{"id":")" +
               story + R"(","title":")" + title + R"("},"fact":{"values":[{"article":")" + article +
               R"("}]}})";
  return entry;
}

// What is told of others stays, under the name that their story has now.
TEST_F(RemovalTest, TheLogAndWhatWaitsTellOfOthersOnly) {
  Store store = open();
  std::vector<std::string> ids;
  for (const char* text : {"zorblattine", "second", "third"}) {
    const auto capture = page_of(text);
    ids.push_back(article_of(capture).article.id);
    ASSERT_TRUE(*store.add(capture, {article_of(capture)}));
  }
  const auto story_of = [](const std::string& id, const std::string& title,
                           const std::vector<std::string>& articles) {
    model::Story story;
    story.id = id;
    story.title = title;
    story.articles = articles;
    return story;
  };
  const std::string old = "Title zorblattine";
  Store::Update update;
  update.stories = {story_of("s1", old, {ids[0], ids[1]}), story_of("s2", "Other", {ids[2]})};
  update.synopses = {{}, {}};
  update.entries = {entry_of("1", "s1", old, ids[0]), entry_of("2", "s1", old, ids[1]),
                    entry_of("3", "s2", "Other", ids[2])};
  for (const auto& entries : {std::vector{update.entries[0]}, update.entries}) {
    Parcel parcel;
    parcel.id = "p" + std::to_string(entries.size());
    parcel.url = "http://127.0.0.1:9/";
    parcel.body = R"({"id":"p","at":"2026-03-10T09:00:00Z","entries":[)";
    for (const auto& entry : entries)
      parcel.body += (&entry == &entries[0] ? "" : ",") + entry.json;
    parcel.body += "]}";
    update.parcels.push_back(parcel);
  }
  ASSERT_TRUE(store.update_stories(update));
  ASSERT_TRUE(store.remove({ids[0]}, Take::kArticles, [&](const Removal&) -> Result<Store::Rest> {
    Store::Rest rest;
    rest.update.stories = {story_of("s1", "Title second", {ids[1]})};
    rest.update.synopses = {{}};
    return rest;
  }));
  const auto log = store.log({}).value();
  ASSERT_EQ(log.size(), 2u);
  EXPECT_EQ(log[0].entry.json, update.entries[2].json);
  EXPECT_EQ(log[1].entry.json, entry_of("2", "s1", "Title second", ids[1]).json);
  EXPECT_EQ(*store.first_entry(), "urn:uuid:1");
  const auto waiting = store.outbox().value();
  ASSERT_EQ(waiting.size(), 1u);
  EXPECT_EQ(waiting[0].body, R"({"id":"p","at":"2026-03-10T09:00:00Z","entries":[)" +
                                 log[1].entry.json + "," + log[0].entry.json + "]}");
  ASSERT_TRUE(store.sweep());
  EXPECT_FALSE(in_file(kRare));
  // The last of a story takes it along.
  ASSERT_TRUE(store.remove({ids[1]}, Take::kArticles, [](const Removal&) -> Result<Store::Rest> {
    Store::Rest rest;
    rest.empty_stories = {"s1"};
    return rest;
  }));
  EXPECT_EQ(store.story("s1").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store.log({})->size(), 1u);
}

TEST_F(RemovalTest, ARunThatReadBeforeARemovalWritesNothingAfterIt) {
  Store store = open();
  Store::Update update;
  update.seen_run = *store.last_run();
  ASSERT_TRUE(*store.update_stories(update));
  Store other = open();
  ASSERT_TRUE(other.begin_run("2026-03-10T09:00:00Z"));
  const auto done = store.update_stories(update);
  ASSERT_TRUE(done);
  EXPECT_FALSE(*done);
}

}  // namespace
}  // namespace synoptic::store
