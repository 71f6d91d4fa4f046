#include "store/store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "base/hash.h"
#include "store/schema.h"
#include "store/sqlite.h"

namespace synoptic::store {
namespace {

namespace fs = std::filesystem;

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_store_XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path() const { return folder_ + "/deep/down/s.db"; }
  Store open(Mode mode = Mode::kReadWrite) const {
    auto store = Store::open(path(), mode);
    if (!store) throw std::runtime_error(store.error().message());
    return std::move(*store);
  }

  std::string folder_;
};

model::Capture capture_of(const std::string& text) {
  model::Capture capture;
  capture.path = "a.txt";
  capture.text = text;
  capture.sha256 = sha256_hex(text);
  return capture;
}

model::Annotated article_of(const model::Capture& capture, const std::string& title) {
  model::Annotated annotated;
  annotated.article.sha256 = capture.sha256;
  annotated.article.id = model::article_id(capture.sha256, 0);
  annotated.article.title = title;
  annotated.article.lang = "en";
  annotated.article.dir = "ltr";
  model::Mention mention;
  mention.entity = "japan";
  mention.name = "Japan";
  mention.type = model::EntityType::kCountry;
  annotated.mentions = {mention, mention};
  return annotated;
}

model::Story story_of(const std::string& id, const std::vector<std::string>& articles) {
  model::Story story;
  story.id = id;
  story.title = "T";
  story.articles = articles;
  for (const auto& article : articles) story.accounts.push_back({article});
  return story;
}

// These stories, told without facts, and no others.
Result<bool> have_stories(Store& store, const std::vector<model::Story>& stories) {
  Store::Update update;
  update.stories = stories;
  update.synopses.resize(stories.size());
  update.everything = true;
  return store.update_stories(update);
}

TEST_F(StoreTest, TheSameBytesTwiceAreOneCapture) {
  Store store = open();
  const auto capture = capture_of("hello");
  EXPECT_TRUE(*store.add(capture, {article_of(capture, "Hello")}));
  EXPECT_FALSE(*store.add(capture, {article_of(capture, "Hello")}));
  EXPECT_EQ(store.counts()->captures, 1u);
  EXPECT_EQ(store.counts()->articles, 1u);
  EXPECT_EQ(*store.capture_text(capture.sha256), "hello");
}

TEST_F(StoreTest, ArticlesReadBackAndAreFoundByEntity) {
  const auto capture = capture_of("hello");
  { ASSERT_TRUE(open().add(capture, {article_of(capture, "Hello")})); }
  const Store store = open(Mode::kReadOnly);
  const auto found = store.articles_of_entity("japan", 10);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 1u);
  EXPECT_EQ((*found)[0].title, "Hello");
  EXPECT_EQ(store.entity("japan")->articles, 1u);
  EXPECT_EQ(store.article((*found)[0].id)->mentions.size(), 2u);
  EXPECT_EQ(store.article("nope").error().code, ErrorCode::kNotFound);
}

TEST_F(StoreTest, AStoryThatWasMergedIsStillFoundByItsOldId) {
  Store store = open();
  const auto a = capture_of("a"), b = capture_of("b");
  const auto first = article_of(a, "A"), second = article_of(b, "B");
  ASSERT_TRUE(store.add(a, {first}));
  ASSERT_TRUE(store.add(b, {second}));
  const std::string one = first.article.id, two = second.article.id;
  ASSERT_TRUE(have_stories(store, {story_of("s1", {one}), story_of("s2", {two})}));
  ASSERT_TRUE(have_stories(store, {story_of("s1", {one, two})}));
  const auto old = store.story("s2");
  ASSERT_TRUE(old) << old.error().message();
  EXPECT_EQ(old->story.id, "s1");
  EXPECT_EQ(store.articles_of_story("s2")->size(), 2u);
  EXPECT_EQ(store.story("s3").error().code, ErrorCode::kNotFound);
}

TEST_F(StoreTest, AGuessedZoneOfAStoryReadsBackAsAGuess) {
  Store store = open();
  const auto capture = capture_of("a");
  ASSERT_TRUE(store.add(capture, {article_of(capture, "A")}));
  model::Story story = story_of("s1", {model::article_id(capture.sha256, 0)});
  story.first = "2025-03-14T18:42Z";
  story.last = "2025-03-15T09:05+09:00?";
  ASSERT_TRUE(have_stories(store, {story}));
  const auto read = store.story("s1");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->story.first, story.first);
  EXPECT_EQ(read->story.last, story.last);
}

TEST_F(StoreTest, WhatWasAcknowledgedSurvivesAKill) {
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    Store store = open();
    for (int i = 0;; ++i) {
      const auto capture = capture_of("text " + std::to_string(i));
      if (!store.add(capture, {article_of(capture, "T")})) _exit(1);
      if (write(pipe_ends[1], &i, sizeof i) != sizeof i) _exit(1);
    }
  }
  int last = -1;
  while (last < 20 && read(pipe_ends[0], &last, sizeof last) == sizeof last) {
  }
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  const Store store = open(Mode::kReadOnly);
  for (int i = 0; i <= last; ++i) {
    EXPECT_TRUE(*store.has_capture(sha256_hex("text " + std::to_string(i)))) << i;
  }
  EXPECT_EQ(store.counts()->captures, store.counts()->articles);
}

// A store as version 3 made it, by hand.
TEST_F(StoreTest, AnOlderStoreIsBroughtUpToDate) {
  const auto a = capture_of("a"), b = capture_of("b");
  auto first = article_of(a, "A"), second = article_of(b, "B");
  first.article.url = "https://quay.example/a?utm_source=x";
  first.article.path = "a.txt";
  second.article.path = "b.txt";
  fs::create_directories(fs::path(path()).parent_path());
  {
    auto database = Database::open(path(), true).value();
    for (size_t i = 0; i < 3; ++i) ASSERT_TRUE(database.run(kMigrations[i]));
    ASSERT_TRUE(database.run("PRAGMA user_version = 3"));
    for (const auto* annotated : {&first, &second}) {
      auto capture =
          database.prepare("INSERT INTO capture(sha256, path, raw) VALUES($1, 'p', 'r')");
      capture->bind(1, annotated->article.sha256);
      capture->step();
      ASSERT_FALSE(capture->failed());
      auto insert = database.prepare(
          "INSERT INTO article(id, sha256, title, lang, dir, url, json) "
          "VALUES($1, $2, 'T', 'en', 'ltr', $3, $4)");
      insert->bind(1, annotated->article.id).bind(2, annotated->article.sha256);
      insert->bind_or_null(3, annotated->article.url);
      insert->bind_blob(4, model::to_stored_json(*annotated));
      insert->step();
      ASSERT_FALSE(insert->failed());
    }
  }
  EXPECT_FALSE(Store::open(path(), Mode::kReadOnly));
  Store store = open();
  EXPECT_EQ(store.counts()->articles, 2u);
  EXPECT_EQ(store.history(first.article.id)->size(), 1u);
  EXPECT_TRUE(store.log({})->empty());
  // The old article is known when it comes in again.
  const auto again = capture_of("a, changed");
  auto changed = article_of(again, "A, changed");
  changed.article.url = "https://quay.example/a";
  changed.article.path = "a.txt";
  ASSERT_TRUE(*store.add(again, {changed}, "2026-03-10T09:00:00Z"));
  EXPECT_EQ(store.history(first.article.id)->size(), 2u);
  EXPECT_EQ(store.counts()->articles, 2u);
  const auto same_path = capture_of("b, changed");
  auto moved = article_of(same_path, "B");
  moved.article.path = "b.txt";
  model::Block block;
  block.text = "more";
  moved.article.blocks = {block};
  ASSERT_TRUE(*store.add(same_path, {moved}));
  EXPECT_EQ(store.history(second.article.id)->size(), 2u);
}

// A store as version 4 made it.
TEST_F(StoreTest, AStoreWithoutVectorsGetsRoomForThem) {
  const auto capture = capture_of("a");
  ASSERT_TRUE(open().add(capture, {article_of(capture, "A")}));
  {
    auto database = Database::open(path(), true).value();
    ASSERT_TRUE(database.run(
        "DROP TABLE embedding; DROP TABLE comeback; DROP TABLE words; PRAGMA user_version = 4"));
  }
  Store store = open();
  EXPECT_EQ(store.counts()->articles, 1u);
  EXPECT_TRUE(store.vector("k")->empty());
  ASSERT_TRUE(store.put_vectors("m", {{"k", {0.5F, -1.25F}}, {"l", {1}}}));
  ASSERT_TRUE(store.put_vectors("m", {{"k", {9.0F}}}));  // what is there stays
  EXPECT_EQ(*store.vector("k"), (std::vector<float>{0.5F, -1.25F}));
  EXPECT_EQ(store.vector("l")->size(), 1u);
}

TEST_F(StoreTest, ARedirectFollowsTheStoryItLedTo) {
  Store store = open();
  const auto a = capture_of("a");
  const auto first = article_of(a, "A");
  ASSERT_TRUE(store.add(a, {first}));
  Store::Update update;
  update.stories = {story_of("s2", {first.article.id})};
  update.synopses = {{}};
  update.redirects = {{"s1", "s2"}};
  ASSERT_TRUE(store.update_stories(update));
  update.stories = {story_of("s3", {first.article.id})};
  update.redirects = {{"s2", "s3"}};
  ASSERT_TRUE(store.update_stories(update));
  for (const char* old : {"s1", "s2"}) EXPECT_EQ(store.story(old)->story.id, "s3") << old;
}

TEST_F(StoreTest, AStoryThatIsOnlyLinkedAnewKeepsItsSynopsis) {
  Store store = open();
  model::Synopsis synopsis;
  synopsis.title = "kept";
  Store::Update update;
  update.stories = {story_of("s1", {"a"})};
  update.synopses = {synopsis};
  ASSERT_TRUE(store.update_stories(update));
  update = {};
  update.relinked = {story_of("s1", {"a"})};
  update.relinked[0].links = {{"s2", "similar"}};
  ASSERT_TRUE(store.update_stories(update));
  ASSERT_EQ(store.story("s1")->story.links.size(), 1u);
  EXPECT_EQ(store.story("s1")->story.links[0].story, "s2");
  EXPECT_NE(store.synopsis_json("s1")->find("kept"), std::string::npos);
}

// By another user where there is one: nothing is closed to root.
TEST_F(StoreTest, AStoreThatCannotBeWrittenToIsRead) {
  const auto capture = capture_of("a");
  ASSERT_TRUE(open().add(capture, {article_of(capture, "A")}));
  const fs::path folder = fs::path(path()).parent_path();
  const auto articles = [&] {
    const pid_t child = fork();
    if (child == 0) {
      if (getuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(9);
      const auto store = Store::open(path(), Mode::kReadOnly);
      _exit(store && store->counts() ? static_cast<int>(store->counts()->articles) : 8);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
  };
  for (const auto& above : {fs::path(folder_), folder.parent_path(), folder}) {
    fs::permissions(above, fs::perms(0755));
  }
  fs::permissions(path(), fs::perms(0444));
  fs::permissions(folder, fs::perms(0555));
  EXPECT_EQ(articles(), 1);  // both closed
  fs::permissions(folder, fs::perms(0777));
  EXPECT_EQ(articles(), 1);  // the file alone
  fs::permissions(path(), fs::perms(0666));
  fs::permissions(folder, fs::perms(0555));
  EXPECT_EQ(articles(), 1);  // the folder alone
  fs::permissions(folder, fs::perms(0755));
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Another program's file stays as it is, to the byte, whatever its tables and its version are.
TEST_F(StoreTest, RefusesTheFilesOfOtherProgramsUntouched) {
  const std::string other = folder_ + "/other.db";
  for (const char* sql : {"CREATE TABLE t(a)", "CREATE TABLE article(id)",
                          "CREATE TABLE t(a); PRAGMA user_version = 3", "PRAGMA user_version = 7",
                          "CREATE TABLE capture(a); PRAGMA application_id = 77"}) {
    fs::remove(other);
    ASSERT_TRUE(Database::open(other, true)->run(sql)) << sql;
    const std::string before = bytes_of(other);
    for (const Mode mode : {Mode::kReadWrite, Mode::kReadOnly}) {
      const auto store = Store::open(other, mode);
      ASSERT_FALSE(store) << sql;
      EXPECT_EQ(store.error().why, "is not a Synoptic store") << sql;
    }
    EXPECT_EQ(bytes_of(other), before) << sql;
    EXPECT_FALSE(fs::exists(other + "-wal"));
  }
}

TEST_F(StoreTest, AStoreWithoutAMarkIsKnownByItsTablesAndGetsOne) {
  const auto capture = capture_of("a");
  ASSERT_TRUE(open().add(capture, {article_of(capture, "A")}));
  const auto mark = [&] {
    auto database = Database::open(path(), false).value();
    auto row = database.prepare("PRAGMA application_id").value();
    return row.step() ? row.number(0) : -1;
  };
  const int64_t ours = mark();
  EXPECT_NE(ours, 0);
  ASSERT_TRUE(Database::open(path(), false)->run("PRAGMA application_id = 0"));
  EXPECT_EQ(open(Mode::kReadOnly).counts()->articles, 1u);
  EXPECT_EQ(mark(), 0);
  EXPECT_EQ(open().counts()->articles, 1u);
  EXPECT_EQ(mark(), ours);
}

TEST_F(StoreTest, DamageIsFound) {
  constexpr int kPage = 4096;
  {
    Store store = open();
    for (int i = 0; i < 40; ++i) {
      const auto capture = capture_of(std::string(3000, 'a') + std::to_string(i));
      ASSERT_TRUE(store.add(capture, {article_of(capture, "A")}));
    }
  }
  EXPECT_EQ(open(Mode::kReadOnly).damage().value(), "");
  std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
  for (int page = 3; page < 40; page += 4) file.seekp(page * kPage) << std::string(300, 'x');
  file.close();
  const auto damage = open(Mode::kReadOnly).damage();
  EXPECT_TRUE(!damage || !damage->empty());
}

TEST_F(StoreTest, RefusesWhatIsNoStore) {
  EXPECT_EQ(Store::open(path(), Mode::kReadOnly).error().code, ErrorCode::kNotFound);
  const std::string other = folder_ + "/x.db";
  std::ofstream(other) << std::string(5000, 'x');
  EXPECT_EQ(Store::open(other, Mode::kReadWrite).error().code, ErrorCode::kStore);
}

}  // namespace
}  // namespace synoptic::store
