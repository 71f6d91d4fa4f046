#include "annotate/events/events_guess.h"

#include <gtest/gtest.h>

namespace synoptic::annotate {
namespace {

const knowledge::Knowledge& known() {
  static const auto knowledge = knowledge::Knowledge::load();
  return **knowledge;
}

EventGuess guess(std::string_view lang, std::string_view text, std::string_view actor,
                 std::string_view recipient) {
  return guess_event({text, lang, actor, recipient, {}}, known());
}

TEST(EventsGuess, SaysWhatOneSideDoesToTheOther) {
  EXPECT_EQ(guess("en", "Chile accused Peru of theft.", "Chile", "Peru").type, "ACCUSE");
  EXPECT_EQ(guess("zh", "智利谴责秘鲁。", "智利", "秘鲁").type, "ACCUSE");
  EXPECT_EQ(guess("ru", "Чили обвинила Перу в краже.", "Чили", "Перу").type, "ACCUSE");
  EXPECT_EQ(guess("ar", "اتهمت تشيلي بيرو بالسرقة.", "تشيلي", "بيرو").type, "ACCUSE");
}

TEST(EventsGuess, WhatIsOnlyThreatenedIsAThreat) {
  const auto threat = guess("en", "Chile threatened to attack Peru.", "Chile", "Peru");
  EXPECT_EQ(threat.type, "THREATEN");
  EXPECT_GT(threat.confidence, 0.5);
}

TEST(EventsGuess, AlwaysHasAType) {
  EXPECT_FALSE(guess("en", "Chile, Peru.", "Chile", "Peru").type.empty());
  EXPECT_FALSE(guess("en", "Nothing is said here.", "", "").type.empty());
  EXPECT_LT(guess("en", "Chile, Peru.", "Chile", "Peru").confidence, 0.6);
}

TEST(EventsGuess, NoTextAndUnknownLanguagesDoNoHarm) {
  EXPECT_NO_FATAL_FAILURE(guess("en", "", "Chile", ""));
  EXPECT_NO_FATAL_FAILURE(guess("eo", "Ĉilio akuzis Peruon.", "Ĉilio", "Peruon"));
}

TEST(EventsGuess, BytesThatAreNoModelAreRefused) {
  EventModel model;
  EXPECT_FALSE(model.open("SYNEVT01"));
  EXPECT_TRUE(model.empty());
  EXPECT_TRUE(model.open(std::string(kEventMagic, 8) + std::string(4096, '\0')) == false);
}

}  // namespace
}  // namespace synoptic::annotate
