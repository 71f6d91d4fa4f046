// Reports from one template tell many events; copies with a corrected figure tell one.
#include <gtest/gtest.h>

#include "group/testing_sample.h"

namespace synoptic::group {
namespace {

Sample match(const std::string& home, const std::string& away, const std::string& score,
             const std::string& date) {
  Sample out(home + away + score + date, "en", home + " against " + away + " ends " + score, date);
  out.body("The Harbour League match between " + home + " and " + away + " ended " + score +
           " in the rain on the matchday.");
  out.body(home + " had more of the ball in the first half, but " + away +
           " came back into the game after the break, the league said in its report.");
  out.body("The referee showed three yellow cards. Both teams play again next weekend.");
  out.named(home, EntityType::kOrg).named(away, EntityType::kOrg);
  return out.named("Harbour League", EntityType::kOrg);
}

std::vector<model::Story> grouped(const std::vector<Sample>& articles) {
  Grouper grouper(knowledge());
  for (const auto& article : articles) grouper.add(article);
  return grouper.stories();
}

TEST(Slots, MatchesOfOneTemplateAreStoriesOfTheirOwnThoughTheLeagueIsOne) {
  const auto stories = grouped({match("Quillmouth", "Tarnbridge", "2-1", "2026-03-08T10:00"),
                                match("Osterby", "Fenwick Rovers", "3-0", "2026-03-09T10:00"),
                                match("Dunholm", "Carrick Vale", "1-1", "2026-03-09T12:00"),
                                match("Elmsworth", "Port Hadley", "0-2", "2026-03-11T10:00")});
  ASSERT_EQ(stories.size(), 4u);
  for (const auto& story : stories) EXPECT_EQ(story.accounts.size(), 1u);
}

TEST(Slots, ManyOfOneTemplateAreKeptApart) {  // more than are found by their phrases
  const std::vector<std::string> towns = {
      "Abkarth",  "Bostrev",  "Cindmoor", "Dravfen",  "Eskwold",  "Fenholt",  "Gorblick",
      "Hexpool",  "Ilmgard",  "Jarvstok", "Kemdrift", "Lorzbeck", "Mudgrove", "Norvquay",
      "Ostgilde", "Pimlarch", "Quorbex",  "Rilswick", "Sambreft", "Tolvance", "Ulsgreen",
      "Vexholm",  "Wrenfald", "Yorgtoft", "Zelbrook", "Askvarn",  "Birkplen", "Cortvash",
      "Dulmeth",  "Elgstrom", "Farnpyke", "Gweltide", "Holdbarr", "Inkforth", "Jupwell",
      "Kraigmor", "Lyndspar", "Mervcote", "Nulbraid", "Orpskell"};
  std::vector<Sample> articles;
  for (size_t i = 0; i + 1 < towns.size(); i += 2) {
    articles.push_back(
        match(towns[i], towns[i + 1], std::to_string(i % 5) + "-1", "2026-03-08T10:00"));
  }
  EXPECT_EQ(grouped(articles).size(), articles.size());
}

TEST(Slots, ACopyWithAnotherScoreIsACopy) {
  const auto stories = grouped({match("Quillmouth", "Tarnbridge", "2-1", "2026-03-08T10:00"),
                                match("Quillmouth", "Tarnbridge", "2-2", "2026-03-08T10:20")});
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].accounts.size(), 1u);
}

TEST(Slots, ACopyWithAnotherHeadlineIsACopy) {
  Sample other("other", "en", "Rain and late drama at the coast", "2026-03-09T10:00");
  other.body("Captain Ivo Marsh called it the wettest day of his life.");
  other.body(
      "Quillmouth had more of the ball in the first half, but Tarnbridge came back into the game "
      "after the break, the league said in its report.");
  other.body("The referee showed three yellow cards. Both teams play again next weekend.");
  other.named("Ivo Marsh", EntityType::kPerson).named("Harbour League", EntityType::kOrg);
  const auto stories =
      grouped({match("Quillmouth", "Tarnbridge", "2-1", "2026-03-08T10:00"), other});
  ASSERT_EQ(stories.size(), 1u);
  EXPECT_EQ(stories[0].accounts.size(), 1u);
}

// Quotations of every day: the same names, other figures all along.
Sample prices(const std::string& day, double gram, double dollar, double ounce) {
  const auto text = [](double value) { return std::to_string(static_cast<int>(value)); };
  Sample out("prices" + day, "en", "Gold price today: a gram costs " + text(gram) + " lira", day);
  out.body("In the Grand Bazaar a gram of gold costs " + text(gram) + " lira and an ounce " +
           text(ounce) + " dollars, the association of goldsmiths said in the morning.");
  out.body("The dollar stands at " + text(dollar) +
           " lira. Prices change during the day with the trade on the markets.");
  for (const double value : {gram, dollar, ounce}) out.figure("money", value, "");
  return out.named("Grand Bazaar", EntityType::kFacility);
}

TEST(Slots, ASeriesOfFiguresIsAStoryADay) {
  EXPECT_EQ(grouped({prices("2026-04-14T08:00", 4021, 44, 3230),
                     prices("2026-04-15T08:00", 4102, 45, 3317),
                     prices("2026-04-17T08:00", 4260, 47, 3391)})
                .size(),
            3u);
}

}  // namespace
}  // namespace synoptic::group
