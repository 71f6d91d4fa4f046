#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

namespace fs = std::filesystem;

model::Annotated article_of(const std::string& id, const std::string& outlet) {
  model::Annotated out;
  out.article.id = id;
  out.article.lang = "en";
  out.article.publisher = model::Publisher{outlet, "", "", "", {}};
  return out;
}

model::FactValue value_of(const std::string& article, uint32_t account, const std::string& text,
                          const std::string& sentence) {
  model::FactValue value;
  value.article = article;
  value.account = account;
  value.text = value.norm = value.name = text;
  value.evidence = sentence;
  return value;
}

class StoryFactsTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "synoptic_facts_XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string facts() const {
    static const auto knowledge = knowledge::Knowledge::load().value();
    const auto store = store::Store::open(folder_ + "/s.db", store::Mode::kReadWrite);
    EXPECT_TRUE(store);
    const Request request;
    const Context context{*store, *knowledge, request};
    const sheet::Accounts accounts(loaded_.synopsis, loaded_.articles, *knowledge);
    StoryView view{context, loaded_, accounts, 0};
    return story_facts(view);
  }

  std::string folder_;
  LoadedStory loaded_;
};

size_t times(const std::string& text, std::string_view words) {
  size_t found = 0;
  for (size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    ++found;
  return found;
}

TEST_F(StoryFactsTest, WhatACopyChangedStandsUnderItsOwnName) {
  loaded_.articles = {article_of("a", "Post"), article_of("b", "Echo")};
  loaded_.synopsis.accounts = {{"a", "b"}};
  model::Fact fact;
  fact.slot = "quantity";
  fact.about = "killed";
  fact.verdict = "differ";
  fact.confidence = 0.9;
  fact.values = {value_of("a", 0, "4", "4 died."), value_of("b", 0, "6", "6 died.")};
  fact.values[1].side = 1;
  loaded_.synopsis.differ = {fact};
  const std::string html = facts();
  EXPECT_EQ(times(html, "in the copy of"), 1u);
  EXPECT_NE(html.find("Echo", html.find("in the copy of")), std::string::npos);
}

TEST_F(StoryFactsTest, WhatStandsInATitleBesideTheTextHasNoBytes) {
  loaded_.articles = {article_of("a", "Post")};
  loaded_.synopsis.accounts = {{"a"}};
  model::Fact fact;
  fact.slot = "quantity";
  fact.about = "killed";
  fact.verdict = "only";
  fact.values = {value_of("a", 0, "4", "4 die in Lyon")};
  fact.values[0].span = {3, 4};
  loaded_.synopsis.only = {fact};
  EXPECT_EQ(times(facts(), "bytes 3–4</p>"), 1u);
  loaded_.synopsis.only[0].values[0].span = {};
  EXPECT_EQ(times(facts(), "its title</p>"), 1u);
}

TEST_F(StoryFactsTest, OneSpeakerHasOneRow) {
  loaded_.articles = {article_of("a", "Post"), article_of("b", "Echo")};
  loaded_.synopsis.accounts = {{"a"}, {"b"}};
  for (const std::string sentence : {"The bridge was safe, Soto said.", "Rain came, Soto said."}) {
    model::Fact fact;
    fact.id = "f" + std::to_string(sentence.size());
    fact.slot = "attribution";
    fact.about = "statement";
    fact.verdict = "agree";
    fact.values = {value_of("a", 0, "Soto", sentence), value_of("b", 1, "Soto", sentence)};
    loaded_.synopsis.agree.push_back(fact);
  }
  const std::string html = facts();
  EXPECT_EQ(times(html, "scope=\"row\""), 1u);
  EXPECT_GE(times(html, "The bridge was safe, Soto said.</q>"), 2u);
  EXPECT_GE(times(html, "Rain came, Soto said.</q>"), 2u);
}

}  // namespace
}  // namespace synoptic::serve
