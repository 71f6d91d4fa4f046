// The store's file is moved or replaced while it is shown.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/hash.h"
#include "serve/router.h"

namespace synoptic::serve {
namespace {

TEST(Replaced, WhatStandsAtThePathIsShownOrSaidToBeMissing) {
  namespace fs = std::filesystem;
  std::string folder = (fs::temp_directory_path() / "synoptic_replaced_XXXXXX").string();
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  const std::string path = folder + "/s.db";
  model::Capture capture;
  capture.path = "a.txt";
  capture.text = "A fire";
  capture.sha256 = sha256_hex(capture.text);
  model::Annotated annotated;
  annotated.article.id = "a1";
  annotated.article.sha256 = capture.sha256;
  annotated.article.title = "Fire in Bergen";
  annotated.article.lang = "en";
  annotated.article.dir = "ltr";
  {
    auto store = store::Store::open(path, store::Mode::kReadWrite);
    ASSERT_TRUE(store);
    ASSERT_TRUE(store->add(capture, {annotated}));
  }
  const auto router = Router::make(path, knowledge::Knowledge::load().value());
  ASSERT_TRUE(router);
  const auto get = [&](const char* target) { return router->handle(parse_target(target)); };
  EXPECT_NE(get("/articles").body.find("Fire in Bergen"), std::string::npos);
  fs::rename(path, folder + "/away.db");
  const Response gone = get("/articles");
  EXPECT_EQ(gone.status, 503u);
  EXPECT_NE(gone.error.find("no such store"), std::string::npos) << gone.error;
  { ASSERT_TRUE(store::Store::open(path, store::Mode::kReadWrite)); }
  const Response other = get("/articles");
  EXPECT_EQ(other.status, 200u);
  EXPECT_EQ(other.body.find("Fire in Bergen"), std::string::npos);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace synoptic::serve
