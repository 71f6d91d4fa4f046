// When it was said is not when it came about.
#include <gtest/gtest.h>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

// The day of the first event of the action; "" where it has none, "?" where there is no such event.
std::string day_of(const std::string& lang, const std::string& text, std::string_view action) {
  for (const auto& event : read_text(lang, text, "2026-11-25").events) {
    if (event.action == action) return event.time ? model::iso(event.time->from) : "";
  }
  return "?";
}

TEST(DayOfSaying, IsNotTheDayOfTheDeed) {
  for (const auto& [lang, text] : {
           std::pair{"en",
                     "The death toll from the earthquake has risen to 27, the minister said "
                     "on Wednesday."},
           std::pair{"de",
                     "Das Erdbeben forderte 27 Tote, wie der Minister am Mittwoch mitteilte."},
           std::pair{"es", "El terremoto dejó 27 muertos, dijo el miércoles el ministro."},
           std::pair{"fr", "Le séisme a fait 27 morts, a déclaré mercredi le ministre."},
           std::pair{"pt", "O terremoto deixou 27 mortos, disse na quarta-feira o ministro."},
           std::pair{"ru", "Землетрясение унесло 27 жизней, сообщил в среду министр."},
       }) {
    EXPECT_EQ(day_of(lang, text, "earthquake"), "") << lang;
  }
}

TEST(DayOfSaying, TheDeedKeepsItsOwnDay) {
  EXPECT_EQ(day_of("en", "The earthquake struck on Tuesday, the minister said on Wednesday.",
                   "earthquake"),
            "2026-11-24");
  EXPECT_EQ(day_of("de", "Das Erdbeben ereignete sich am Dienstag, sagte der Minister am Mittwoch.",
                   "earthquake"),
            "2026-11-24");
}

}  // namespace
}  // namespace synoptic::annotate
