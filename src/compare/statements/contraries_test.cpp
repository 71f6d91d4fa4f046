// Whole sentences on one point: which state the same, and which contradict each other.
#include <set>

#include "base/data.h"
#include "compare/statements/same_statement.h"
#include "compare/testing_sample.h"
#include "compare/trees.h"

namespace synoptic::compare {
namespace {

const model::Fact* contrary_in(const model::Synopsis& synopsis) {
  const auto& facts = synopsis.differ;
  const auto found = std::find_if(facts.begin(), facts.end(), [](const model::Fact& fact) {
    return fact.slot == "outcome" && fact.about == "statement";
  });
  return found == facts.end() ? nullptr : &*found;
}

TEST(Contraries, TheTablesAreOfTheFeatures) {
  const std::span<const std::string_view> names = SameStatement::names();
  EXPECT_FALSE(Trees(embedded_data("compare/contrary.tsv"), names).empty());
  EXPECT_FALSE(Trees(embedded_data("compare/same_statement.tsv"), names.first(SameStatement::kNear))
                   .empty());
}

TEST(Contraries, WhatOneDeniesIsNotStatedAlike) {
  const Sample a = Sample("a", "en", "Tanker aground", "")
                       .body("The tanker ran aground near the island at dawn.")
                       .body("Oil has reached the beaches of the island, the mayor said.");
  const Sample b = Sample("b", "de", "Tanker auf Grund", "")
                       .body("Der Tanker lief im Morgengrauen nahe der Insel auf Grund.")
                       .body(
                           "An den Stränden der Insel ist kein Öl angekommen, sagte der "
                           "Bürgermeister.");
  const Sample c = Sample("c", "fr", "Un pétrolier échoué", "")
                       .body("Le pétrolier s'est échoué à l'aube près de l'île.")
                       .body("Le pétrole a atteint les plages de l'île, selon le maire.");
  bool of_oil = false;
  for (const auto& fact : synopsis({&a, &b, &c}).agree) {
    std::set<std::string> accounts;
    bool oil = false;
    for (const auto& value : fact.values) {
      accounts.insert(value.article);
      oil = oil || value.text.find("beaches") != std::string::npos;
    }
    if (!oil) continue;
    of_oil = true;
    EXPECT_FALSE(accounts.contains("b"));
  }
  EXPECT_TRUE(of_oil);
}

TEST(Contraries, ADenialOfSomethingElseIsNone) {
  const Sample a = Sample("a", "en", "Tanker aground", "")
                       .body("The tanker ran aground near the island at dawn; nobody was hurt.");
  const Sample b = Sample("b", "de", "Tanker auf Grund", "")
                       .body("Der Tanker lief im Morgengrauen nahe der Insel auf Grund.");
  const Sample c = Sample("c", "fr", "Un pétrolier échoué", "")
                       .body("Le pétrolier s'est échoué à l'aube près de l'île.");
  EXPECT_EQ(contrary_in(synopsis({&a, &b, &c})), nullptr);
}

TEST(Contraries, SentencesThatOnlyNameTheSameTownDoNotStateTheSame) {
  const Sample a = Sample("a", "de", "Beben", "").body("Er wird in Erzurum behandelt.");
  const Sample b =
      Sample("b", "en", "Quake", "")
          .body("The road to Erzurum, cut by a landslide in the morning, was opened for lorries.");
  for (const auto& fact : synopsis({&a, &b}).agree) EXPECT_NE(fact.about, "statement");
}

}  // namespace
}  // namespace synoptic::compare
