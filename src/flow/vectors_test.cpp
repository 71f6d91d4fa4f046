// Vectors of a model server in grouping: what they change, what is kept, what happens without it.
#include "flow/vectors.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "embed/testing_server.h"
#include "flow/stories.h"

namespace synoptic::flow {
namespace {

namespace fs = std::filesystem;

const Engine& engine() {
  static const Engine loaded = Engine::load().value();
  return loaded;
}

// Two reports whose words say little of each other.
constexpr const char* kOne =
    "Bakers in Norway win the golden loaf\n\nThe jury gave the golden "
    "loaf to a shop by the harbour on Friday, after two hours of tasting.\n";
constexpr const char* kTwo =
    "Prize for bread goes to a town in Peru\n\nA small oven near the quay "
    "made the loaf that tasters called the finest crust of the year.\n";

class VectorsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_vectors_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    std::ofstream(folder_ + "/one.txt") << kOne;
    std::ofstream(folder_ + "/two.txt") << kTwo;
    server_.fixed = {{"golden", {1, 0.1F}}, {"finest crust", {1, 0.11F}}};
  }
  void TearDown() override { fs::remove_all(folder_); }

  Embedding embedding(float weight, const std::string& url) const {
    Embedding out;
    out.server.url = url;
    out.server.model = "tiny";
    out.server.tries = 1;
    out.server.seconds_a_try = 5;
    out.weight = weight;
    return out;
  }
  size_t stories_with(const std::optional<Embedding>& embedding) {
    auto stream = StoryStream::open(
        engine(), true, embedding, [&](const Error& error) { errors_.push_back(error.message()); });
    read_all(engine(), {folder_}, {}, [&](Result<Document> result) {
      for (auto& article : result->articles) {
        if (!stream->add(std::move(article))) throw std::runtime_error("not added");
      }
    });
    return stream->stories().value().size();
  }
  size_t stories_in_store(const std::optional<Embedding>& embedding) {
    auto store = store::Store::open(folder_ + "/s.db", store::Mode::kReadWrite).value();
    Options options;
    options.time = "2026-03-01T10:00:00Z";
    options.embedding = embedding;
    const auto totals =
        add_all(engine(), store, {folder_ + "/one.txt", folder_ + "/two.txt"}, options,
                [&](const Error& error) { errors_.push_back(error.message()); });
    if (!totals) throw std::runtime_error(totals.error().message());
    return store.counts()->stories;
  }

  std::string folder_;
  embed::TestingServer server_;
  std::vector<std::string> errors_;
};

TEST_F(VectorsTest, TheCosineJoinsWhatWordsKeepApart) {
  EXPECT_EQ(stories_with(std::nullopt), 2u);
  EXPECT_EQ(stories_with(embedding(0, server_.url())), 2u);
  EXPECT_EQ(stories_with(embedding(40, server_.url())), 1u);
  EXPECT_TRUE(errors_.empty());
}

TEST_F(VectorsTest, AServerThatFailsIsToldOnceAndGroupingGoesOn) {
  std::string gone;
  { gone = embed::TestingServer().url(); }
  EXPECT_EQ(stories_with(embedding(40, gone)), 2u);
  ASSERT_EQ(errors_.size(), 1u);
  EXPECT_NE(errors_[0].find("grouping goes on without vectors"), std::string::npos) << errors_[0];
}

TEST_F(VectorsTest, TheStoreKeepsWhatTheServerSaid) {
  EXPECT_EQ(stories_in_store(embedding(40, server_.url())), 1u);
  EXPECT_EQ(server_.requests().size(), 1u);
  const auto store = store::Store::open(folder_ + "/s.db", store::Mode::kReadOnly).value();
  size_t kept = 0;
  const auto articles = store.all_articles().value();
  for (const auto& article : articles) {
    const auto key = embed::cache_key("tiny", embedded_text(article.article));
    kept += store.vector(key)->size();
  }
  EXPECT_EQ(kept, 4u);
  // All of it known: the server is not asked again.
  Vectors vectors(embedding(1, server_.url()), const_cast<store::Store*>(&store),
                  [](const Error&) {});
  EXPECT_EQ(vectors.of({&articles[0], &articles[1]})[1].values.size(), 2u);
  EXPECT_EQ(server_.requests().size(), 1u);
}

TEST(EmbeddedText, IsTheTitleAndTheBeginningOfTheBody) {
  model::Article article;
  article.title = "Title";
  model::Block block;
  for (int i = 0; i < 1500; ++i) block.text += "é";
  article.blocks = {block};
  const auto text = embedded_text(article);
  EXPECT_TRUE(text.starts_with("Title\né"));
  EXPECT_LE(text.size(), 2000u);
  EXPECT_TRUE(text.ends_with("é"));
}

}  // namespace
}  // namespace synoptic::flow
