// A store that is copied, put back, moved: nothing is lost without a word.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "base/hash.h"
#include "store/left_log.h"
#include "store/sqlite.h"
#include "store/store.h"

namespace synoptic::store {
namespace {

namespace fs = std::filesystem;

class BackupTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_backup_XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string at(const std::string& name) const { return folder_ + "/" + name; }
  static Store open(const std::string& path, Mode mode = Mode::kReadWrite) {
    auto store = Store::open(path, mode);
    if (!store) throw std::runtime_error(store.error().message());
    return std::move(*store);
  }
  static void put(Store& store, const std::string& text) {
    model::Capture capture;
    capture.path = text + ".txt";
    capture.text = text;
    capture.sha256 = sha256_hex(text);
    model::Annotated annotated;
    annotated.article.sha256 = capture.sha256;
    annotated.article.id = model::article_id(capture.sha256, 0);
    annotated.article.title = text;
    annotated.article.lang = "en";
    annotated.article.dir = "ltr";
    ASSERT_TRUE(store.add(capture, {annotated}));
  }
  static bool has_own_log(const std::string& path) {
    return is_own_log(Database::open(path, false).value());
  }
  static bool has(const Store& store, const std::string& text) {
    return *store.has_capture(sha256_hex(text));
  }
  // A process that writes and is killed: the log stays beside the file.
  void write_and_be_killed(const std::string& path, const std::vector<std::string>& texts) {
    const pid_t child = fork();
    if (child == 0) {
      Store store = open(path);
      for (const auto& text : texts) put(store, text);
      kill(getpid(), SIGKILL);
    }
    waitpid(child, nullptr, 0);
    ASSERT_GT(fs::file_size(path + "-wal"), 0u);
  }

  std::string folder_;
};

TEST_F(BackupTest, ABackupHasAllWhileOthersWriteAndRead) {
  Store store = open(at("s.db"));
  put(store, "one");
  const Store reader = open(at("s.db"), Mode::kReadOnly);
  put(store, "two");  // stands in the log alone
  const auto done = reader.back_up(at("b.db"));
  ASSERT_TRUE(done) << done.error().message();
  put(store, "three");
  const Store copy = open(at("b.db"), Mode::kReadOnly);
  EXPECT_TRUE(has(copy, "one") && has(copy, "two"));
  EXPECT_FALSE(has(copy, "three"));
  EXPECT_EQ(*copy.damage(), "");
  EXPECT_EQ(reader.back_up(at("b.db")).error().code, ErrorCode::kUsage);
  for (const auto& entry : fs::directory_iterator(folder_)) {
    EXPECT_EQ(entry.path().string().find(".part"), std::string::npos);
  }
  EXPECT_FALSE(reader.back_up(at("no/folder/b.db")));
}

TEST_F(BackupTest, TheLogOfAKilledWriterIsTheStoresOwn) {
  write_and_be_killed(at("s.db"), {"one", "two"});  // the file itself is empty still
  EXPECT_TRUE(has_own_log(at("s.db")));
  write_and_be_killed(at("s.db"), {"three"});
  Store store = open(at("s.db"));
  EXPECT_TRUE(has(store, "one") && has(store, "two") && has(store, "three"));
  for (int i = 0; i < 400; ++i) put(store, "many " + std::to_string(i));  // through checkpoints
  EXPECT_TRUE(has_own_log(at("s.db")));
  const Store reader = open(at("s.db"), Mode::kReadOnly);
  EXPECT_TRUE(has(reader, "many 399"));
}

TEST_F(BackupTest, TheLogOfAnotherStateIsNotReplayed) {
  {
    Store store = open(at("s.db"));
    put(store, "one");
  }
  fs::copy_file(at("s.db"), at("old.db"));
  {
    Store store = open(at("s.db"));
    put(store, "two");
    ASSERT_TRUE(store.back_up(at("b.db")));
  }
  write_and_be_killed(at("s.db"), {"three", "four"});
  const std::string log = at("s.db") + "-wal";
  for (const std::string& other : {at("old.db"), at("b.db")}) {
    fs::copy_file(other, at("s.db"), fs::copy_options::overwrite_existing);
    for (const Mode mode : {Mode::kReadOnly, Mode::kReadWrite}) {
      const auto store = Store::open(at("s.db"), mode);
      ASSERT_FALSE(store) << other;
      EXPECT_NE(store.error().why.find("-wal is not its own"), std::string::npos);
    }
  }
  {
    Store another = open(at("another.db"));
    put(another, "five");
  }
  fs::copy_file(at("another.db"), at("s.db"), fs::copy_options::overwrite_existing);
  EXPECT_FALSE(Store::open(at("s.db"), Mode::kReadWrite));
  fs::remove(log);
  fs::remove(at("s.db") + "-shm");
  const Store store = open(at("s.db"));
  EXPECT_TRUE(has(store, "five"));
  EXPECT_EQ(*store.damage(), "");
}

TEST_F(BackupTest, AStoreThatWasReplacedIsNotWrittenTo) {
  Store store = open(at("s.db"));
  put(store, "one");
  EXPECT_FALSE(store.was_moved());
  ASSERT_TRUE(store.back_up(at("b.db")));
  fs::rename(at("b.db"), at("s.db"));
  EXPECT_TRUE(store.was_moved());
  const auto run = store.begin_run("2026-03-01T10:00:00Z");  // the first that an `add` writes
  ASSERT_FALSE(run);
  EXPECT_NE(run.error().why.find("was replaced"), std::string::npos);
}

// Closing a file takes all locks of the process on it along: a second connection must not lead to a
// log that another process deletes as the last one to use it.
TEST_F(BackupTest, ASecondConnectionLeavesTheLocksOfTheFirst) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t child = fork();  // before anything is open here
  if (child == 0) {
    char go = 0;
    if (read(ends[0], &go, 1) != 1) _exit(1);
    {
      Store other = open(at("s.db"));
      put(other, "two");
    }
    _exit(0);
  }
  {
    Store store = open(at("s.db"));
    put(store, "one");
  }
  const Store first = open(at("s.db"), Mode::kReadOnly);
  EXPECT_TRUE(has(first, "one"));
  { const Store second = open(at("s.db"), Mode::kReadOnly); }
  ASSERT_EQ(write(ends[1], "g", 1), 1);
  waitpid(child, nullptr, 0);
  close(ends[0]);
  close(ends[1]);
  EXPECT_TRUE(fs::exists(at("s.db") + "-wal")) << "the first one has it open still";
  EXPECT_TRUE(has(first, "two"));
}

TEST_F(BackupTest, WhatIsWrittenInOneIsThereOrNot) {
  Store store = open(at("s.db"));
  const pid_t child = fork();
  if (child == 0) {
    Store own = open(at("s.db"));
    (void)own.in_one([&]() -> Result<void> {
      put(own, "one");
      put(own, "two");
      kill(getpid(), SIGKILL);
      return {};
    });
  }
  waitpid(child, nullptr, 0);
  EXPECT_FALSE(has(store, "one") || has(store, "two"));
  ASSERT_TRUE(store.in_one([&]() -> Result<void> {
    put(store, "one");
    put(store, "two");
    return {};
  }));
  const auto done = store.in_one([&]() -> Result<void> {
    put(store, "three");
    return failure(ErrorCode::kStore, "", "no more");
  });
  EXPECT_FALSE(done);
  EXPECT_TRUE(has(store, "three")) << "what was whole before stays";
  EXPECT_EQ(store.counts()->captures, 3u);
}

}  // namespace
}  // namespace synoptic::store
