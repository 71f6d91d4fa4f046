// The index of words: any script, names that nobody knows, words of the text.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/hash.h"
#include "store/search_text.h"
#include "store/store.h"

namespace synoptic::store {
namespace {

namespace fs = std::filesystem;

TEST(SearchText, RunsAreCutIntoPairs) {
  EXPECT_EQ(search_text("Élan, vital!"), "elan vital");
  EXPECT_EQ(search_text("東京都"), search_text("东京都"));
  EXPECT_EQ(search_text("a東京b"), "a 东京 京 b");
  EXPECT_EQ(search_text("—!"), "");
}

TEST(SearchText, AWordIsAskedByItsBeginning) {
  EXPECT_EQ(search_phrase("Hamb"), "\"hamb\"*");
  EXPECT_EQ(search_phrase("to"), "\"to\"");
  EXPECT_EQ(search_phrase("东京"), "\"东京\"");
  EXPECT_EQ(search_phrase("京"), "\"京\"*");
  EXPECT_EQ(search_phrase("3.5"), "\"3 5\"");
  EXPECT_EQ(search_phrase("\"*) OR ("), "\"or\"");
  EXPECT_EQ(search_phrase("?!"), "");
}

class SearchTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_search_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    put("en", "Fire at the mill", "The miller Jorun Askvik said nothing; Hamburg was quiet.");
    put("ja", "工場で火災", "製粉業者の山田花子さんは東京都に住んでいた。");
    put("ko", "공장 화재", "서울시장은 현장을 방문했다.");
    put("ar", "حريق في المصنع", "وقال الوزير إن الحريق أخمد.");
    put("hi", "मिल में आग", "मंत्री ने कहा कि आग बुझा दी गई।");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void put(const std::string& lang, const std::string& title, const std::string& text) {
    auto store = Store::open(folder_ + "/s.db", Mode::kReadWrite).value();
    model::Capture capture;
    capture.path = lang;
    capture.text = text;
    capture.sha256 = sha256_hex(text);
    model::Annotated annotated;
    annotated.article.id = lang;
    annotated.article.sha256 = capture.sha256;
    annotated.article.title = title;
    annotated.article.lang = lang;
    annotated.article.dir = "ltr";
    model::Block block;
    block.text = text;
    annotated.article.blocks = {block};
    model::Mention mention;
    mention.entity = "ministry";
    mention.text = mention.name = "Ministry";
    if (lang == "hi") annotated.mentions = {mention};
    ASSERT_TRUE(store.add(capture, {annotated}));
  }

  std::string found(const std::vector<SearchTerm>& terms,
                    const std::vector<std::string>& entities = {}) const {
    const auto store = Store::open(folder_ + "/s.db", Mode::kReadOnly).value();
    Search search;
    search.terms = terms;
    search.entities = entities;
    const auto rows = store.articles(10, 0, search);
    EXPECT_TRUE(rows) << rows.error().message();
    std::string out;
    for (const auto& row : *rows) out += (out.empty() ? "" : " ") + row.id;
    return out;
  }

  std::string folder_;
};

TEST_F(SearchTest, WordsOfTheTextAreFoundInAnyScript) {
  EXPECT_EQ(found({{"askvik", {}, {}}}), "en");
  EXPECT_EQ(found({{"JORUN", {}, {}}, {"hamb", {}, {}}}), "en");
  EXPECT_EQ(found({{"Jorun Askvik", {}, {}}}), "en");
  EXPECT_EQ(found({{"Askvik Jorun", {}, {}}}), "");
  EXPECT_EQ(found({{"山田", {}, {}}}), "ja");
  EXPECT_EQ(found({{"花", {}, {}}}), "ja");
  EXPECT_EQ(found({{"田花子", {}, {}}}), "ja");
  EXPECT_EQ(found({{"山花", {}, {}}}), "");
  EXPECT_EQ(found({{"시장", {}, {}}}), "ko");
  EXPECT_EQ(found({{"وزير", {"الوزير"}, {}}}), "ar");
  EXPECT_EQ(found({{"मंत्री", {}, {}}}), "hi");
  EXPECT_EQ(found({{"nobody", {}, {}}}), "");
  EXPECT_EQ(found({{"?", {}, {}}}), "");
  EXPECT_EQ(found({}).size(), std::string("en ja ko ar hi").size());
}

TEST_F(SearchTest, AMentionWillDoForAWord) {
  EXPECT_EQ(found({{"ministerio", {}, {"ministry"}}}), "hi");
  EXPECT_EQ(found({{"ministerio", {}, {"ministry"}}, {"आग", {}, {}}}), "hi");
  EXPECT_EQ(found({{"ministerio", {}, {"ministry"}}, {"mill", {}, {}}}), "");
  EXPECT_EQ(found({{"two", {}, {}}, {"words", {}, {}}}, {"ministry"}), "hi");
}

}  // namespace
}  // namespace synoptic::store
