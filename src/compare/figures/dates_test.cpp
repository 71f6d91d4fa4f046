#include "compare/figures/dates.h"

#include "compare/match.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

// An article of one sentence with one date.
Sample told(const std::string& key, const std::string& sentence, const std::string& text,
            const std::string& from, const std::string& rule, const std::string& to = {}) {
  Sample out(key, "en", "Strike", "2026-03-25");
  out.body(sentence).day(text, from).ruled(rule, to);
  return out;
}

std::vector<Claim> dates_of(const std::vector<const Sample*>& samples) {
  static const knowledge::Knowledge nothing;
  model::Story story;
  std::vector<const Annotated*> articles;
  for (const Sample* sample : samples) {
    articles.push_back(&sample->annotated());
    story.accounts.push_back({sample->annotated().article.id});
  }
  std::vector<Claim> out;
  for (const auto& telling : read_tellings(story, articles, nothing).tellings) {
    for (const auto& claim : telling.claims) {
      if (claim.slot == "date") out.push_back(claim);
    }
  }
  return out;
}

TEST(Dates, OnlyTheToldEndOfAStretchCounts) {
  const Sample since = told("a", "The fire has burnt since Friday.", "since Friday", "2026-03-20",
                            "up to the article", "2026-03-25");
  const Sample until = told("b", "The road is shut until 2 April.", "until 2 April", "2026-03-25",
                            "from the article on", "2026-04-02");
  const Sample quarter = told("c", "It opens in the last quarter of 2030.",
                              "the last quarter of 2030", "2030-10", "quarter", "2030-12");
  const auto claims = dates_of({&since, &until, &quarter});
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_EQ(claims[0].norm, "2026-03-20");
  EXPECT_EQ(claims[1].norm, "2026-04-02");
  EXPECT_EQ(claims[2].norm, "2030-10/2030-12");
}

TEST(Dates, AWeekdayIsReadAsTheDayThatAnotherAccountWrites) {
  const Sample a =
      told("a", "Workers and ministers meet on Thursday.", "Thursday", "2026-03-19", "weekday");
  const Sample b = told("b", "Workers will meet the ministers on 26 March.", "26 March",
                        "2026-03-26", "day month");
  const auto claims = dates_of({&a, &b});
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].norm, "2026-03-26");
  EXPECT_EQ(match(claims[0], claims[1]), Match::kSame);
}

TEST(Dates, AWeekdayThatAnotherAccountHasTooStays) {
  const Sample a =
      told("a", "Workers and ministers meet on Thursday.", "Thursday", "2026-03-19", "weekday");
  const Sample b = told("b", "Workers will meet the ministers on 26 March.", "26 March",
                        "2026-03-26", "day month");
  const Sample c =
      told("c", "Workers and ministers met on 19 March.", "19 March", "2026-03-19", "day month");
  EXPECT_EQ(dates_of({&a, &b, &c})[0].norm, "2026-03-19");
}

TEST(Dates, AMonthGetsTheYearThatAnotherAccountWrites) {
  const Sample a =
      told("a", "The first vaccine is shipped in October.", "October", "2025-10", "month");
  const Sample b = told("b", "The first vaccine will be shipped in October 2026.", "October 2026",
                        "2026-10", "month year");
  EXPECT_EQ(dates_of({&a, &b})[0].norm, "2026-10");
}

TEST(Dates, SentencesThatShareNothingLeaveItAlone) {
  const Sample a =
      told("a", "Farmers blocked the bridge on Thursday.", "Thursday", "2026-03-19", "weekday");
  const Sample b =
      told("b", "The final will be played on 26 March.", "26 March", "2026-03-26", "day month");
  EXPECT_EQ(dates_of({&a, &b})[0].norm, "2026-03-19");
}

TEST(Dates, AnUndatedAccountIsLentTheYearOfTheOthers) {
  const Sample a =
      told("a", "The depot burnt down on 24 March.", "24 March", "2026-03-24", "day month");
  Sample b("b", "en", "Depot burns", "");
  b.body("The depot burnt down on Monday. It had opened on 19 November. Yesterday it was rebuilt.");
  b.open_day("Monday", "weekday")
      .open_day("19 November", "day month")
      .open_day("Yesterday", "relative");
  const auto claims = dates_of({&a, &b});
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[1].norm, "2025-11-19");
}

TEST(Dates, ALineThatDatesTheArticleIsNoClaim) {
  const Sample a = told("a", "Last updated March 25, 2026 9:36 AM", "March 25, 2026", "2026-03-25",
                        "month day year");
  EXPECT_TRUE(dates_of({&a}).empty());
}

TEST(Dates, ClocksOfLanguages) {
  EXPECT_EQ(usual_hours("zh-Hant"), 8);
  EXPECT_EQ(usual_hours("es"), -3);
  EXPECT_EQ(usual_hours("en"), 0);
}

TEST(Dates, OtherReadingsDoNotContradict) {
  Claim a, b;
  a.slot = b.slot = "date";
  a.told = DateTold::kDayOfMonth;
  a.date = a.until = *model::parse_iso("2026-04-22");
  b.date = b.until = *model::parse_iso("2026-05-22");
  a.is_day = b.is_day = true;
  a.text = "22", b.text = "22 May 2026", a.norm = "2026-04-22", b.norm = "2026-05-22";
  EXPECT_EQ(match(a, b), Match::kRelated);
  a.told = DateTold::kDay;
  EXPECT_EQ(match(a, b), Match::kDifferent);
}

TEST(Dates, TheNightToADayBeginsOnTheDayBefore) {
  Sample night("a", "de", "Angriff", "2026-03-25");
  night.body("Der Angriff war in der Nacht zum Montag.")
      .day("in der Nacht zum Montag", "2026-03-23");
  const auto claims = dates_of({&night});
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].norm, "2026-03-22/2026-03-23");
}

TEST(Dates, ADayByTheReadersClockMayBeTheNextOne) {
  const auto day = [](const std::string& lang, const std::string& sentence, const std::string& text,
                      const std::string& iso) {
    Sample sample("a", lang, "Final", "2026-05-17");
    sample.body(sentence).day(text, iso);
    return dates_of({&sample}).front();
  };
  const Claim local = day("en", "They lost the final on 16 May.", "16 May", "2026-05-16");
  const Claim korean = day("ko", "강원은 17일(한국시간) 결승에서 졌다.", "17일", "2026-05-17");
  const Claim japanese = day("ja", "決勝は17日（日本時間）に行われた。", "17日", "2026-05-17");
  const Claim plain = day("ko", "강원은 17일 결승에서 졌다.", "17일", "2026-05-17");
  EXPECT_EQ(match(korean, local), Match::kSame);
  EXPECT_EQ(match(japanese, local), Match::kSame);
  EXPECT_EQ(match(plain, local), Match::kDifferent);
  const Claim later = day("ko", "강원은 18일(한국시간) 결승에서 졌다.", "18일", "2026-05-18");
  EXPECT_EQ(match(later, local), Match::kDifferent);
}

TEST(Dates, MidnightBetweenTwoDaysIsOneMoment) {
  const auto moment = [](const std::string& text, const std::string& iso) {
    Claim claim;
    claim.slot = "date";
    claim.told = DateTold::kDay;
    claim.date = claim.until = *model::parse_iso(iso);
    claim.is_day = true;
    claim.text = text, claim.norm = iso;
    return claim;
  };
  const Claim words = moment("midnight on Friday", "2026-04-24T00:00");
  const Claim clock = moment("0:00 on 25 April", "2026-04-25T00:00");
  EXPECT_EQ(match(words, clock), Match::kSame);
  EXPECT_EQ(match(moment("Friday", "2026-04-24"), clock), Match::kRelated);
  EXPECT_EQ(match(moment("Friday", "2026-04-24"), moment("25 April", "2026-04-25")),
            Match::kDifferent);
  EXPECT_EQ(match(words, moment("0:00 on 26 April", "2026-04-26T00:00")), Match::kDifferent);
}

}  // namespace
}  // namespace synoptic::compare
