// When it was, of the line: of the days that the accounts give, not what comes next.
#include "sheet/testing_story.h"

namespace synoptic::sheet {
namespace {

using testing_story::put_on_sides;
using testing_story::StoryTest;

class WhenOfTheLine : public StoryTest {
 protected:
  std::string when(const std::string& day, bool at_once = false) {
    model::Fact fact;
    fact.id = "f2";
    fact.slot = "date";
    fact.about = "order";
    fact.verdict = "agree";
    fact.values = {first_.value(0, "Bank", day), second_.value(1, "Bank", day)};
    for (auto& value : fact.values) {
      value.name = day;
      if (!at_once) value.evidence_span = {500, 520};  // further down
    }
    put_on_sides(fact.values);
    synopsis_.agree = {fact};
    const EventLine line = event_line(accounts());
    for (const auto& cell : line.cells) {
      if (cell.role == Role::kWhen) return cell.shown;
    }
    return "";
  }
};

TEST_F(WhenOfTheLine, IsADayBeforeTheArticles) {
  EXPECT_EQ(when("2026-04-30"), "2026-04-30");
  EXPECT_EQ(when("2026-05-01"), "2026-05-01");
  EXPECT_EQ(when("2024-03-02"), "2024-03-02") << "long ago, where no other day is told";
}

TEST_F(WhenOfTheLine, IsNoDayOfWhatComesNext) {
  EXPECT_EQ(when("2026-05-14"), "");
  EXPECT_EQ(when("2027-05-14"), "");
  EXPECT_EQ(when("2026-07"), "");
  EXPECT_EQ(when("2026-05-14", true), "2026-05-14") << "the news itself: from then on";
}

TEST_F(WhenOfTheLine, WhoSaidItDoesNotSayHimself) {
  model::FactValue value = first_.value(0, "Alice", "alice");
  value.name = "Alice";
  value.claimant = "alice";
  EXPECT_EQ(claimant_of(accounts(), value), "");
  value.claimant = "Bob";
  EXPECT_EQ(claimant_of(accounts(), value), "Bob");
}

}  // namespace
}  // namespace synoptic::sheet
