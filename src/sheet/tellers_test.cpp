// Who gives a value: accounts, and copies beside them.
#include "sheet/testing_story.h"

namespace synoptic::sheet {
namespace {

using testing_story::put_on_sides;
using testing_story::StoryTest;
using testing_story::Told;

using Side = std::vector<const model::FactValue*>;

class Tellings : public StoryTest {};

TEST_F(Tellings, WhatACopyChangedIsNoSecondAccount) {
  model::FactValue changed = copy_.value(0, "7", "9");
  changed.text = changed.name = "9";
  model::Fact& fact = synopsis_.differ[0];
  fact.values = {first_.value(0, "7", "7"), second_.value(1, "7", "7"), changed};
  put_on_sides(fact.values);
  const auto found = sides(fact);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(counted(tellers_of(accounts(), found[0]), 3), "2 of 3");
  EXPECT_EQ(counted(tellers_of(accounts(), found[1]), 3), "a copy");
  EXPECT_EQ(tellers_of(accounts(), found[1]).copies, std::vector<std::string_view>{"a4"});
  // A copy that says the same is told with its original; one that joins another account stands
  // beside it.
  fact.values = {first_.value(0, "7", "7"), copy_.value(0, "7", "7"), third_.value(2, "9", "9"),
                 changed};
  put_on_sides(fact.values);
  EXPECT_EQ(counted(tellers_of(accounts(), Side{&fact.values[0], &fact.values[1]}), 3), "1 of 3");
  EXPECT_EQ(counted(tellers_of(accounts(), Side{&fact.values[2], &fact.values[3]}), 3),
            "1 of 3 and a copy");
}

TEST_F(Tellings, CopiesDoNotPutAFigureFirst) {
  model::FactValue copied = copy_.value(0, "7", "7"), again = copied;
  synopsis_.accounts[0].push_back("a5");
  again.article = "a5";
  model::Fact& fact = synopsis_.differ[0];
  fact.values = {first_.value(0, "7", "7"), copied, again, second_.value(1, "7", "9"),
                 third_.value(2, "9", "9")};
  put_on_sides(fact.values);
  for (auto& annotated : articles_) annotated.article.title = "Bank row: 7 dead, or 9";
  const EventLine line = event_line(accounts());
  const auto cell = std::find_if(line.cells.begin(), line.cells.end(),
                                 [](const auto& one) { return one.role == Role::kHowMany; });
  ASSERT_NE(cell, line.cells.end());
  EXPECT_EQ(cell->values.front().norm, "9");
}

TEST_F(Tellings, FiguresAreNotAddedUp) {
  model::FactValue a = first_.value(0, "7", "7"), b = a;
  a.value = 200, a.name = "200";
  b.value = 200, b.name = "about 200", b.modifier = "about";
  EXPECT_EQ(shown(Side{&a, &b}), "200, about 200");
}

TEST_F(Tellings, WhomAnotherDeedOfLongAgoMetDoesNotHeadTheLine) {
  model::Fact whom;
  whom.id = "f2";
  whom.slot = "recipient";
  whom.about = "order";
  whom.verdict = "agree";
  whom.values = {first_.value(0, "Bank", "belgium"), second_.value(1, "Bank", "belgium")};
  put_on_sides(whom.values);
  synopsis_.agree = {whom};
  const auto whom_of = [&] {
    const EventLine line = event_line(accounts());
    for (const auto& cell : line.cells) {
      if (cell.role == Role::kWhom) return cell.values.front().norm;
    }
    return std::string();
  };
  EXPECT_EQ(whom_of(), "belgium");
  for (auto& value : synopsis_.agree[0].values) value.scope = "background";
  EXPECT_NE(whom_of(), "belgium");
}

TEST_F(Tellings, WhomFewNameDoesNotHeadTheLine) {
  synopsis_ = {};
  articles_.clear();
  for (size_t i = 0; i < 13; ++i) {
    const std::string id = "b" + std::to_string(i);
    Told told(id, "Paper " + id, "Alice ordered the Bank to pay.", "2026-05-01");
    if (i < 2) told.deed("Alice", "ordered", "Bank");
    articles_.push_back(told.annotated);
    synopsis_.articles.push_back(id);
    synopsis_.accounts.push_back({id});
  }
  const auto names_who = [&] {
    const EventLine line = event_line(accounts());
    return std::any_of(line.cells.begin(), line.cells.end(),
                       [](const auto& one) { return one.role == Role::kWho; });
  };
  EXPECT_FALSE(names_who());
  synopsis_.accounts.resize(10);
  EXPECT_TRUE(names_who()) << "two of ten do";
}

TEST_F(Tellings, ANameThatOneAccountDoesNotKnowForOneCounts) {
  const auto who_of = [&](const std::string& text, const std::string& who) {
    synopsis_ = {};
    articles_.clear();
    Told known("d1", "Paper d1", "Alice ordered the Bank to pay.", "2026-05-01");
    known.deed("Alice", "ordered", "Bank");
    Told words("d2", "Paper d2", text, "2026-05-01");
    words.deed(who, "ordered", "Bank");
    words.annotated.events.back().actor.front().entity.clear();
    for (const Told* told : {&known, &words}) {
      articles_.push_back(told->annotated);
      synopsis_.articles.push_back(told->annotated.article.id);
      synopsis_.accounts.push_back({told->annotated.article.id});
    }
    for (const auto& cell : event_line(accounts()).cells) {
      if (cell.role == Role::kWho) return cell.shown + " " + std::to_string(cell.values.size());
    }
    return std::string();
  };
  EXPECT_EQ(who_of("The billionaire Alice ordered the Bank to pay.", "The billionaire Alice"),
            "Alice 2");
  EXPECT_EQ(who_of("The billionaire ordered the Bank to pay.", "The billionaire"), "");
  EXPECT_EQ(who_of("The Alicea council ordered the Bank to pay.", "The Alicea council"), "");
}

}  // namespace
}  // namespace synoptic::sheet
