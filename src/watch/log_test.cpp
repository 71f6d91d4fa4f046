#include "watch/log.h"

#include <gtest/gtest.h>
#include <simdjson.h>

namespace synoptic::watch {
namespace {

model::FactValue value(const std::string& article, uint32_t at, const std::string& norm) {
  model::FactValue out;
  out.article = article;
  out.span = {at, at + 2};
  out.text = out.norm = norm;
  return out;
}

model::Fact fact(const std::string& verdict, std::vector<model::FactValue> values,
                 const std::string& about = "killed") {
  model::Fact out;
  out.slot = "quantity";
  out.about = about;
  out.verdict = verdict;
  out.values = std::move(values);
  return out;
}

// A store of one story: what the last run left, and the kinds that this run logged.
class LogTest : public testing::Test {
 protected:
  std::vector<std::string> run(const std::vector<model::Fact>& facts, const std::string& time,
                               size_t accounts = 2) {
    model::Story story;
    story.id = "s1";
    story.title = "Storm";
    model::Synopsis synopsis;
    synopsis.accounts.resize(accounts);
    for (const auto& fact : facts) {
      (fact.verdict == "agree"    ? synopsis.agree
       : fact.verdict == "only"   ? synopsis.only
       : fact.verdict == "update" ? synopsis.updates
                                  : synopsis.differ)
          .push_back(fact);
    }
    const Sight sight{&story,   &synopsis, {{"a", "T", "The <Quay>", "", "en", "ltr"}},
                      renamed_, time,      label_};
    Step step = watch(std::move(facts_), sight);
    // As if it had been to disk and back.
    facts_.clear();
    for (const Watched& fact : step.facts) {
      auto read = watched_from_json(fact.id, fact.story, fact.json).value();
      read.first_seen = fact.first_seen;
      read.changed = fact.changed;
      read.gone = fact.gone;
      facts_.push_back(std::move(read));
    }
    entries_ = step.entries;
    std::vector<std::string> kinds;
    for (const auto& entry : step.entries) kinds.emplace_back(kind_name(entry.kind));
    return kinds;
  }

  using Kinds = std::vector<std::string>;
  std::vector<Watched> facts_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::string> renamed_;
  std::function<std::string(const model::Fact&)> label_;
};

TEST_F(LogTest, ADifferenceComesAndGoes) {
  EXPECT_EQ(run({fact("only", {value("a", 10, "12")})}, "t1"), Kinds{"new_single"});
  const std::string id = facts_[0].id;
  EXPECT_EQ(run({fact("differ", {value("a", 10, "12"), value("b", 7, "15")})}, "t2"),
            Kinds{"new_difference"});
  EXPECT_EQ(run({fact("agree", {value("a", 10, "12"), value("b", 7, "12")})}, "t3"),
            Kinds{"difference_gone"});
  ASSERT_EQ(facts_.size(), 1u);
  EXPECT_EQ(facts_[0].id, id);
  EXPECT_EQ(facts_[0].first_seen, "t1");
  EXPECT_EQ(facts_[0].changed, "t3");
}

TEST_F(LogTest, NothingNewLogsNothing) {
  const std::vector<model::Fact> facts{fact("differ", {value("a", 10, "12"), value("b", 7, "15")}),
                                       fact("only", {value("b", 40, "3")}, "missing")};
  EXPECT_EQ(run(facts, "t1").size(), 2u);
  EXPECT_EQ(run(facts, "t2"), Kinds{});
  EXPECT_EQ(facts_[0].changed, "t1");
}

TEST_F(LogTest, FactsAreKnownByCellsNotByTheirPlaceInTheList) {
  const auto one = fact("only", {value("a", 10, "12")}), two = fact("only", {value("b", 9, "4")});
  run({one, two}, "t1");
  const std::string id_of_two = facts_[1].id;
  EXPECT_EQ(run({two, one}, "t2"), Kinds{});
  run({two}, "t3");
  for (const auto& fact : facts_) EXPECT_EQ(fact.gone.empty(), fact.id == id_of_two);
}

TEST_F(LogTest, ASingleThatIsConfirmedAndADifferenceThatVanishes) {
  run({fact("only", {value("a", 10, "12")}),
       fact("differ", {value("a", 60, "1"), value("b", 8, "2")}, "missing")},
      "t1");
  EXPECT_EQ(run({fact("agree", {value("a", 10, "12"), value("c", 5, "12")})}, "t2"),
            (Kinds{"single_confirmed", "difference_gone"}));
  EXPECT_NE(entries_[1].json.find(R"("verdict":"gone")"), std::string::npos);
  // It is the same fact when it comes back.
  const std::string id = facts_[1].id;
  EXPECT_EQ(run({fact("agree", {value("a", 10, "12"), value("c", 5, "12")}),
                 fact("differ", {value("a", 60, "1"), value("b", 8, "2")}, "missing")},
                "t3"),
            Kinds{"new_difference"});
  EXPECT_EQ(facts_.size(), 2u);
  EXPECT_EQ(facts_[1].id, id);
  EXPECT_EQ(facts_[1].gone, "");
}

TEST_F(LogTest, AnotherValueOrAnotherVerdictIsTold) {
  run({fact("differ", {value("a", 10, "12"), value("b", 7, "15")})}, "t1");
  EXPECT_EQ(
      run({fact("differ", {value("a", 10, "12"), value("b", 7, "15"), value("c", 3, "17")})}, "t2"),
      Kinds{"updated"});
  EXPECT_EQ(run({fact("broader_narrower",
                      {value("a", 10, "12"), value("b", 7, "15"), value("c", 3, "17")})},
                "t3"),
            Kinds{"verdict_changed"});
  EXPECT_EQ(
      run({fact("update", {value("a", 10, "12"), value("b", 7, "15"), value("c", 3, "17")})}, "t4"),
      (Kinds{"difference_gone", "updated"}));
}

TEST_F(LogTest, AFactFollowsItsArticleIntoANewVersion) {
  run({fact("differ", {value("a", 10, "12"), value("b", 7, "15")})}, "t1");
  const std::string id = facts_[0].id;
  renamed_ = {{"a", "a2"}};
  EXPECT_EQ(run({fact("agree", {value("a2", 14, "15"), value("b", 7, "15")})}, "t2"),
            Kinds{"difference_gone"});
  EXPECT_EQ(facts_[0].id, id);
}

TEST_F(LogTest, AStoryOfOneAccountHasNothingToWatch) {
  EXPECT_EQ(run({fact("only", {value("a", 10, "12")})}, "t1", 1), Kinds{});
  EXPECT_TRUE(facts_.empty());
}

TEST_F(LogTest, WhatACopyChangedIsNews) {
  EXPECT_EQ(run({fact("differ", {value("a", 10, "4"), value("b", 10, "6")}),
                 fact("only", {value("a", 40, "31")}, "injured")},
                "t1", 1),
            Kinds{"new_difference"});
  ASSERT_EQ(facts_.size(), 1u);
  EXPECT_EQ(run({fact("update", {value("a", 10, "4"), value("b", 10, "6"), value("c", 10, "9")})},
                "t2", 1),
            (Kinds{"difference_gone", "updated"}));
  EXPECT_EQ(run({fact("differ", {value("a", 10, "4"), value("a", 70, "2")}, "missing")}, "t3", 1),
            Kinds{})
      << "one article alone contradicts nobody";
}

TEST_F(LogTest, EntriesAreWholeAndNamedForWhatTheySay) {
  run({fact("differ", {value("a", 10, "12"), value("b", 7, "15")})}, "t1");
  ASSERT_EQ(entries_.size(), 1u);
  const auto& entry = entries_[0];
  EXPECT_TRUE(entry.id.starts_with("urn:uuid:"));
  EXPECT_EQ(entry.id.size(), 45u);
  EXPECT_EQ(entry.id[23], '8');
  simdjson::dom::parser parser;
  simdjson::dom::element root = parser.parse(entry.json);
  EXPECT_EQ(std::string_view(root["kind"]), "new_difference");
  EXPECT_EQ(std::string_view(root["summary"]), "They differ: killed: 12 (The <Quay>) | 15");
  EXPECT_EQ(std::string_view(root["fact"]["verdict"]), "differ");
  EXPECT_EQ(std::string_view(root["tellers"].at(0)["publisher"]), "The <Quay>");
}

TEST_F(LogTest, ASummaryIsToldInWordsForPeople) {
  label_ = [](const model::Fact& fact) { return "how many " + fact.about; };
  run({fact("differ", {value("a", 10, "12"), value("b", 7, "15")})}, "t1");
  ASSERT_EQ(entries_.size(), 1u);
  simdjson::dom::parser parser;
  EXPECT_EQ(std::string_view(parser.parse(entries_[0].json)["summary"]),
            "They differ: how many killed: 12 (The <Quay>) | 15");
}

TEST(Kinds, ReadBack) {
  for (const auto kind : {Kind::kNewDifference, Kind::kSingleConfirmed, Kind::kRevision}) {
    EXPECT_EQ(kind_from_name(kind_name(kind)), kind);
  }
  EXPECT_EQ(kind_from_name("nonsense"), std::nullopt);
}

}  // namespace
}  // namespace synoptic::watch
