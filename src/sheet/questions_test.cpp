#include <array>

#include "base/data.h"
#include "base/strings.h"
#include "sheet/testing_story.h"

namespace synoptic::sheet {
namespace {

using testing_story::StoryTest;

TEST_F(StoryTest, WhatTheQuestionSaysIsNotSaidAgain) {
  model::Fact fact;
  fact.slot = "rank", fact.about = "rank";
  EXPECT_EQ(asked(fact).question, std::string("which rank"));
  EXPECT_EQ(asked(fact).about, "");
  fact.slot = "date", fact.about = "mentioned";
  EXPECT_EQ(asked(fact).question, std::string("day named"));
  fact.about = "beat_up";
  EXPECT_EQ(asked(fact).about, "beat up");
  EXPECT_EQ(label(asked(fact)), "when: beat up");
  fact.slot = "outcome", fact.about = "list";
  EXPECT_EQ(label(asked(fact)), "a list");
  fact.about = "concern";
  EXPECT_EQ(label(asked(fact)), "a worry or reproach");
  fact.slot = "quantity", fact.about = "duration";
  EXPECT_EQ(label(asked(fact)), "how long");
  fact.about = "interest_rate";
  EXPECT_EQ(label(asked(fact)), "what interest rate");
}

TEST_F(StoryTest, APlaceThatIsOnlyNamedIsNoAnswerToWhere) {
  model::Fact fact;
  fact.slot = "place", fact.verdict = "agree", fact.about = "mentioned";
  EXPECT_EQ(label(asked(fact)), "place named");
  fact.about = "felt";
  EXPECT_EQ(label(asked(fact)), "where felt");
}

TEST_F(StoryTest, AMatterAsksWhatItIsAbout) {
  model::Fact fact;
  fact.slot = "outcome", fact.about = "control";
  EXPECT_EQ(label(asked(fact)), "whether the fire is under control");
  fact.about = "kill";
  EXPECT_EQ(label(asked(fact)), "did it happen: kill");
}

TEST_F(StoryTest, APronounDoesNotSayWhatIsCounted) {
  model::Fact fact;
  fact.slot = "quantity", fact.about = "them";
  EXPECT_EQ(label(asked(fact)), "how many");
  fact.about = "vineyards";
  EXPECT_EQ(label(asked(fact)), "how many vineyards");
}

TEST_F(StoryTest, ASumIsNotOfTheDeed) {
  model::Fact fact;
  fact.slot = "money", fact.about = "support";
  fact.values.resize(1);
  fact.values[0].text = "€250,000", fact.values[0].evidence = "It was fined €250,000 on Monday.";
  EXPECT_EQ(label(asked(fact)), "how much");
  fact.about = "fine";
  fact.values[0].evidence = "The fine of €250,000 is due.";
  EXPECT_EQ(label(asked(fact)), "how much: fine");
}

TEST_F(StoryTest, AWordOfAnArticleIsToldFromOurs) {
  model::Fact fact;
  fact.slot = "quantity", fact.about = "casas";
  model::FactValue value;
  value.article = "b";
  value.text = "40";
  value.evidence = "El fuego quemó 40 casas.";
  fact.values = {value};
  const auto spanish = [](std::string_view id) { return std::string(id == "b" ? "es" : "en"); };
  Asked what = asked(fact, spanish);
  EXPECT_EQ(what.question, "how many");
  EXPECT_EQ(what.word.text, "casas");
  EXPECT_EQ(what.word.lang, "es");
  fact.about = "casa";  // stands in no text: nobody's word
  EXPECT_EQ(asked(fact, spanish).word.text, "");
  fact.about = "people";  // ours, whatever the articles say
  fact.values[0].evidence = "El equipo People ganó 40.";
  EXPECT_EQ(asked(fact, spanish).word.text, "");
  fact.about = "casas";  // an account in the reader's language has it, too
  fact.values[0].evidence = "40 casas";
  fact.values.push_back(fact.values[0]);
  fact.values[1].article = "a";
  EXPECT_EQ(asked(fact, spanish).word.text, "");
  EXPECT_EQ(asked(fact, spanish).about, "casas");
}

// A new class has its question as well.
TEST(Questions, AllThatIsCountedHasOne) {
  const auto check = [](std::string_view name) {
    std::string about(name.substr(name.find(':') + 1));
    if (about.ends_with('?')) about.pop_back();  // a noun that is a counter, too
    if (about.empty()) return;
    model::Fact fact;
    fact.slot = "quantity", fact.about = about;
    model::FactValue value;
    std::replace(fact.about.begin(), fact.about.end(), '_', ' ');
    value.evidence = fact.about;
    fact.values = {value};
    const auto elsewhere = [](std::string_view) { return std::string("es"); };
    EXPECT_EQ(asked(fact, elsewhere).word.text, "")
        << about << " is not in data/sheet/questions.tsv";
  };
  for (const auto line : lines(embedded_data("compare/classes.tsv"))) {
    if (!line.empty() && line[0] != '#') check(split(line, '\t')[0]);
  }
  for (const auto line : lines(embedded_data("annotate/counted.tsv"))) {
    const auto cells = split(line, '\t');
    const bool named = cells.size() > 2 && (cells[0] == "noun" || cells[0] == "state" ||
                                            cells[0] == "power" || cells[0] == "measure");
    if (named) check(cells[2]);
  }
}

TEST(Questions, AllMattersHaveOne) {
  const auto check = [](std::string_view matter) {
    model::Fact fact;
    fact.slot = "outcome", fact.about = matter;
    std::string words = fact.about;
    std::replace(words.begin(), words.end(), '_', ' ');
    EXPECT_NE(label(asked(fact)), "did it happen: " + words)
        << matter << " is not in data/sheet/matters.tsv";
  };
  constexpr std::array kTables{"compare/outcomes.tsv", "compare/bound_outcomes.tsv",
                               "compare/outcome_stems.tsv"};
  for (const auto* const table : kTables) {
    for (const auto line : lines(embedded_data(table))) {
      const auto cells = split(line, '\t');
      if (cells.size() < 3 || line[0] == '#' || cells[0] == "flag" || cells[0] == "like" ||
          cells[0] == "against" || cells[0] == "none") {  // words that say nothing of a matter
        continue;
      }
      check(cells[0] == "rival" ? cells[1] : cells[0]);
    }
  }
}

TEST_F(StoryTest, TheWordsAroundADayTellWhichOne) {
  model::Fact fact;
  fact.slot = "date", fact.about = "win";
  model::FactValue value;
  value.text = "20 January";
  value.evidence = "She will be sworn in on 20 January in Praia, it said.";
  fact.values = {value};
  EXPECT_EQ(asked(accounts(), fact).around.text, "will be sworn in on … in Praia");
  EXPECT_EQ(label(asked(accounts(), fact)), "when “will be sworn in on … in Praia”");
  fact.values[0].evidence = "\"On 20 January,\" Governor Andriy said.";
  EXPECT_EQ(asked(accounts(), fact).around.text, "On … Governor Andriy");
  fact.values[0].evidence = "The party won 20 January's first vote.";
  EXPECT_EQ(asked(accounts(), fact).around.text, "The party won … first vote.");
  fact.values[0].evidence = "\"20 January\" – ...";
  EXPECT_EQ(label(asked(accounts(), fact)), "when: win");
  fact.values[0].evidence = "20 January.";
  EXPECT_EQ(label(asked(accounts(), fact)), "when: win");
}

}  // namespace
}  // namespace synoptic::sheet
