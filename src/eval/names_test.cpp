#include "eval/names.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace synoptic::eval {
namespace {

class NamedSets : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / "synoptic_names_test";
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string write(const std::string& name, const std::string& content) {
    const auto path = folder_ / name;
    std::ofstream(path) << content;
    return path.string();
  }
  std::filesystem::path folder_;
};

TEST_F(NamedSets, MarksInPlace) {
  const auto set = read_named_set(
      write("tr.txt", "# comment\n[PER Ada Roe] [LOC/city:ankara Ankara]'da konuştu.\n\nBoş.\n"));
  ASSERT_TRUE(set);
  EXPECT_EQ(set->lang, "tr");
  ASSERT_EQ(set->sentences.size(), 2U);
  const auto& first = set->sentences[0];
  EXPECT_EQ(first.text, "Ada Roe Ankara'da konuştu.");
  ASSERT_EQ(first.names.size(), 2U);
  EXPECT_EQ(first.names[1].range.of(first.text), "Ankara");
  EXPECT_EQ(first.names[1].place, "city:ankara");
  EXPECT_TRUE(set->sentences[1].names.empty());
}

TEST_F(NamedSets, ColumnsWithTheText) {
  const auto set = read_named_set(write(
      "sr_set-ud-dev.iob2",
      "# text = U Nišu, Roe.\n1\tU\tO\t-\t-\n2\tNišu\tB-LOC\t-\t-\n3\t,\tO\t-\t-\n4\tRoe\tB-PER\n"
      "5\t.\tB-OTH\n\n"));
  ASSERT_TRUE(set);
  EXPECT_EQ(set->lang, "sr");
  ASSERT_EQ(set->sentences.size(), 1U);
  const auto& sentence = set->sentences[0];
  EXPECT_EQ(sentence.text, "U Nišu, Roe.");
  ASSERT_EQ(sentence.names.size(), 2U);
  EXPECT_EQ(sentence.names[0].range.of(sentence.text), "Nišu");
  EXPECT_EQ(sentence.names[1].kind, NameKind::kPerson);
}

TEST_F(NamedSets, ColumnsWithoutNumbers) {
  const auto set =
      read_named_set("fr:" + write("dev", "fr:Omaha\tB-LOC\nfr:Beach\tI-LOC\nfr:.\tO\n\n"));
  ASSERT_TRUE(set);
  ASSERT_EQ(set->sentences.size(), 1U);
  EXPECT_EQ(set->sentences[0].text, "Omaha Beach .");
  EXPECT_EQ(set->sentences[0].names[0].range, (Range{0, 11}));
}

TEST_F(NamedSets, BrokenMarksAreAnError) {
  EXPECT_FALSE(read_named_set(write("en.txt", "[PER Ada\n")));
  EXPECT_FALSE(read_named_set(write("de.txt", "[THING Ada]\n")));
  EXPECT_FALSE(read_named_set("en:/nowhere/at/all.txt"));
}

TEST(WholeWords, TakeTheRestOfTheWordOnBothSides) {
  const std::string text = "وروسيا 日本政府 Ankara'da";
  const auto whole = [&](std::string_view part) {
    const auto at = static_cast<uint32_t>(text.find(part));
    const Range range{at, at + static_cast<uint32_t>(part.size())};
    return std::string(whole_words(text, range).of(text));
  };
  EXPECT_EQ(whole("روسيا"), "وروسيا");
  EXPECT_EQ(whole("日本"), "日本");
  EXPECT_EQ(whole("kar"), "Ankara");
}

}  // namespace
}  // namespace synoptic::eval
