#include "annotate/running_time.h"

#include <gtest/gtest.h>

#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

double seconds(const std::string& text, const std::string& lang = "en") {
  const auto at = static_cast<uint32_t>(text.find_first_of("0123456789"));
  const auto run = running_time_at(text, at, lang);
  return run ? run->seconds : -1;
}

TEST(RunningTime, WithTheSignsOfHoursAndMinutes) {
  EXPECT_EQ(seconds("2 h 08 min 14 s", "fr"), 7694);
  EXPECT_EQ(seconds("com 2h08min14 neste domingo", "pt"), 7694);
  EXPECT_EQ(seconds("2h08min", "pt"), 7680);
  EXPECT_EQ(seconds("à 2h08 du matin", "fr"), -1);
}

TEST(RunningTime, BehindAWordThatSaysSoOrInBrackets) {
  EXPECT_EQ(seconds("won in 2:08:41 on sunday"), 7721);
  EXPECT_EQ(seconds("con un tiempo de 2:08:41", "es"), 7721);
  EXPECT_EQ(seconds("с результатом 2:08:41", "ru"), 7721);
  EXPECT_EQ(seconds("以2:08:41夺冠", "zh"), 7721);
  EXPECT_EQ(seconds("kiptarus (2:08:41) and"), 7721);
  EXPECT_EQ(seconds("lifted off at 2:08:41 utc"), -1);
  EXPECT_EQ(seconds("в 2:08:41", "ru"), -1);
}

TEST(RunningTime, WithHundredthsOrAUnitBehind) {
  EXPECT_DOUBLE_EQ(seconds("won in 3:29.41 on sunday"), 209.41);
  EXPECT_DOUBLE_EQ(seconds("lief 1:54,32 minuten", "de"), 114.32);
  EXPECT_EQ(seconds("flew for 9:58 minutes"), 598);
  EXPECT_EQ(seconds("in 2:08:41 stunden", "de"), 7721);
}

TEST(RunningTime, AClockADateAndAScoreAreNone) {
  for (const char* text : {"at 9:30.", "at 9:30, he said", "at 18:30 hours", "7:30 h", "lost 3:2",
                           "12:75:10", "won in 2:08", "2026-01-02 14:05:33", "10:30.12.2026"}) {
    EXPECT_EQ(seconds(text), -1) << text;
  }
}

TEST(RunningTime, IsADurationAndNoTime) {
  EXPECT_EQ(numbers_told("en", "He won the marathon in 2:08:41 on Sunday.", false),
            "duration 7721 second");
  EXPECT_EQ(numbers_told("fr", "Il a gagné en 2 h 08 min 14 s dimanche.", false),
            "duration 7694 second");
  EXPECT_EQ(numbers_told("es", "Ganó en 2 horas, 27 minutos y 3 segundos.", false),
            "duration 8823 second");
  EXPECT_EQ(numbers_told("en", "The rocket lifted off at 2:08:41 UTC.", false), "");
}

}  // namespace
}  // namespace synoptic::annotate
