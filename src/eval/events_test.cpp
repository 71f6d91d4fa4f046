#include "eval/events.h"

#include <gtest/gtest.h>

namespace synoptic::eval {
namespace {

Result<EventCase> read(std::string_view line) {
  simdjson::dom::parser parser;
  return event_case(parser.parse(line.data(), line.size()).value());
}

const EventCase& accusation() {
  static const EventCase one =
      read(R"({"text":"Norway has not accused Chile of theft.","date":"2026-01-02","events":[)"
           R"({"type":"ACCUSE","actor":"Norway","recipient":"Chile","trigger":"accused",)"
           R"("polarity":"-","modality":"asserted"}]})")
          .value();
  return one;
}

model::Event found(std::string type, uint32_t begin, uint32_t end) {
  model::Event event;
  event.type = std::move(type);
  event.modality = "asserted";
  event.trigger.range = {begin, end};
  event.actor.push_back({"Norway", "norway", "Norway", {}});
  event.recipient.push_back({"the Chile", "chile", "Chile", {}});
  event.polarity = model::Polarity::kNegative;
  return event;
}

TEST(EventScore, ACaseHasItsEventsWithTheirTriggersInTheText) {
  ASSERT_EQ(accusation().golds.size(), 1u);
  const EventGold& gold = accusation().golds[0];
  EXPECT_EQ(gold.range.of(accusation().text), "accused");
  EXPECT_TRUE(gold.negative);
  EXPECT_EQ(accusation().date, "2026-01-02");
  EXPECT_TRUE(read(R"({"text":"Nothing.","events":[]})"));
}

TEST(EventScore, ATypeThatPloverLacksOrATriggerThatIsNotThereIsNoCase) {
  EXPECT_FALSE(read(R"({"text":"A hit B."})"));
  EXPECT_FALSE(read(R"({"text":"A hit B.","events":[{"type":"HIT","trigger":"hit"}]})"));
  EXPECT_FALSE(read(R"({"text":"A hit B.","events":[{"type":"ASSAULT","trigger":"met"}]})"));
}

TEST(EventScore, TheTypeAndTheTriggerMakeAMatch) {
  std::vector<std::string> misses;
  EventFigures figures = score(accusation(), {found("ACCUSE", 15, 22)}, misses);
  EXPECT_EQ(figures.matched, 1u);
  EXPECT_EQ(figures.actor.value(), 1);
  EXPECT_EQ(figures.recipient.value(), 1);
  EXPECT_EQ(figures.polarity.value(), 1);
  EXPECT_TRUE(misses.empty());

  figures = score(accusation(), {found("REJECT", 15, 22), found("ACCUSE", 0, 6)}, misses);
  EXPECT_EQ(figures.matched, 0u);
  EXPECT_EQ(figures.found, 2u);
  EXPECT_EQ(misses.size(), 3u);
}

TEST(EventScore, AnEventWithoutATypeIsNeitherRightNorWrong) {
  std::vector<std::string> misses;
  const EventFigures figures = score(accusation(), {found("", 15, 22)}, misses);
  EXPECT_EQ(figures.found, 0u);
  EXPECT_EQ(misses.size(), 1u);
}

TEST(EventScore, RootsAreCountedOverAllAndOverTheSurerHalf) {
  EventFigures figures;
  figures.roots = {{"AID", "AID", 0.9}, {"AGREE", "CONSULT", 0.2}, {"ASSAULT", "AID", 0.5}};
  EXPECT_NEAR(figures.root(), 1.0 / 3, 1e-9);
  EXPECT_NEAR(figures.confident(), 0.5, 1e-9);
  // verbal cooperation 1, material cooperation 2/3, material conflict 0; verbal conflict is not
  // there
  EXPECT_NEAR(figures.quad_f1(), (1 + 2.0 / 3 + 0) / 3, 1e-9);
}

TEST(EventScore, EveryTypeHasItsQuad) {
  EXPECT_EQ(quad_of("CONCEDE"), "verbal_cooperation");
  EXPECT_EQ(quad_of("RETREAT"), "material_cooperation");
  EXPECT_EQ(quad_of("THREATEN"), "verbal_conflict");
  EXPECT_EQ(quad_of("SANCTION"), "material_conflict");
  EXPECT_EQ(quad_of("DEED"), "");
}

}  // namespace
}  // namespace synoptic::eval
