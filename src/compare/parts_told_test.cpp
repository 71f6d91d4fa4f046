// What one article tells of the parts of an event.
#include "compare/parts_told.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

using model::EntityType;

// The words that have the part, each once.
std::string holders(const Sample& sample, std::string_view part) {
  static const knowledge::Knowledge nothing;
  std::string out;
  for (const PartTold& told : parts_told(sample.annotated(), nothing)) {
    const std::string words(told.at.of(sample.annotated().article.blocks[1].text));
    if (told.part != part || out.ends_with(words)) continue;
    out += (out.empty() ? "" : " ") + words;
  }
  return out;
}

Sample account(const std::string& lang, const std::string& text) {
  return Sample("a", lang, "News", "2026-03-01").body("It was told on Sunday.").body(text);
}

TEST(PartsTold, ANameABodyADayAndACauseHaveParts) {
  EXPECT_EQ(holders(account("en", "The sailors were rescued by the coast guard."), "rescued by"),
            "coast guard");
  EXPECT_EQ(holders(account("en", "The funeral will be on Friday.").day("Friday", "2026-03-06"),
                    "funeral"),
            "Friday");
  EXPECT_EQ(
      holders(account("en", "The fire was caused by a short circuit."), "accident: short circuit"),
      "short circuit");
  EXPECT_EQ(holders(account("de", "Die Züge wurden von Otokar gebaut.")
                        .names("Otokar", "Q1", EntityType::kOrg),
                    "maker"),
            "Otokar");
}

TEST(PartsTold, WhoIsReplacedBeatenOrHelpedHasNoPart) {
  EXPECT_EQ(holders(account("en", "Mia Holt opened the scoring after a pass from Rosa Vidal.")
                        .stranger("Mia Holt")
                        .stranger("Rosa Vidal"),
                    "first goal"),
            "Mia Holt");
  EXPECT_EQ(
      holders(
          account("en", "Beating Rosa Vidal, she was named best actress.").stranger("Rosa Vidal"),
          "best actress"),
      "");
  EXPECT_EQ(
      holders(account("es", "Mia Holt obtuvo el premio de mejor actriz por delante de Rosa Vidal.")
                  .stranger("Mia Holt")
                  .stranger("Rosa Vidal"),
              "best actress"),
      "Mia Holt");
}

TEST(PartsTold, WordsOfThePartItselfTellOfNobodyElse) {
  EXPECT_EQ(
      holders(account("en", "She succeeds Rosa Vidal.").stranger("Rosa Vidal"), "predecessor"),
      "Rosa Vidal");
}

TEST(PartsTold, ACountryBesideANameIsNotInSecondPlace) {
  EXPECT_EQ(holders(account("en", "The Kenyan runner Mia Holt came second.")
                        .names("Kenyan", "Q114", EntityType::kCountry)
                        .as_adjective()
                        .stranger("Mia Holt"),
                    "second place"),
            "Mia Holt");
}

TEST(PartsTold, WhatMayBeIsNotTold) {
  for (const char* text : {"The navy may have rescued the sailors.", "The navy rescued nobody.",
                           "The navy refused to be rescued by anybody.",
                           "The sailors can go home if rescued by the navy."}) {
    EXPECT_EQ(holders(account("en", text), "rescued by"), "") << text;
  }
}

}  // namespace
}  // namespace synoptic::compare
