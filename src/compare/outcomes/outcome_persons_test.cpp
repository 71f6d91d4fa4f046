// One matter of two people, and what stands in another time or another's stead.
#include "compare/outcomes/outcome_persons.h"

#include "compare/outcomes/outcome_words.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

constexpr auto kPerson = model::EntityType::kPerson;

Sample of_two(const std::string& key, const std::string& lang, const std::string& of_lind,
              const std::string& of_ruiz) {
  return Sample(key, lang, "Title of " + key, "2026-05-02")
      .body(of_lind + " " + of_ruiz)
      .names("Lind", "lind", kPerson)
      .names("Ruiz", "ruiz", kPerson);
}

std::string convict_sides(const Sample& a, const Sample& b, const Sample& c) {
  const auto out = synopsis({&a, &b, &c});
  for (const auto& fact : out.differ) {
    if (fact.slot != "outcome") continue;
    std::string sides = fact.about;
    for (const auto& value : fact.values) sides += " " + value.norm;
    return sides;
  }
  return "";
}

TEST(OutcomesByPerson, TheOneConvictedEverywhereTellsNothingOfTheOther) {
  const Sample pt = of_two("a", "pt", "O banqueiro Lind foi condenado a oito anos de prisão.",
                           "A diretora Ruiz foi absolvida pelo tribunal.");
  const Sample es = of_two("b", "es", "El banquero Lind fue condenado a ocho años de cárcel.",
                           "La directora Ruiz fue declarada culpable por el tribunal.");
  const Sample de = of_two("c", "de", "Der Bankier Lind wurde zu acht Jahren Haft verurteilt.",
                           "Die Direktorin Ruiz wurde vom Gericht freigesprochen.");
  EXPECT_EQ(convict_sides(pt, es, de), "convict no yes no");
}

TEST(OutcomesByPerson, WhereAllTellThemAlikeNothingDiffers) {
  const Sample pt = of_two("a", "pt", "O banqueiro Lind foi condenado a oito anos de prisão.",
                           "A diretora Ruiz foi absolvida pelo tribunal.");
  const Sample es = of_two("b", "es", "El banquero Lind fue condenado a ocho años de cárcel.",
                           "La directora Ruiz fue absuelta por el tribunal.");
  const Sample de = of_two("c", "de", "Der Bankier Lind wurde zu acht Jahren Haft verurteilt.",
                           "Die Direktorin Ruiz wurde vom Gericht freigesprochen.");
  EXPECT_EQ(convict_sides(pt, es, de), "");
}

std::string met_loosely(std::string_view lang, std::string_view text) {
  for (const auto& cue : loose_outcome_cues(text, lang)) {
    if (cue.matter == "met_them") return cue.outcome == Outcome::kYes ? "+" : "-";
  }
  return "";
}

TEST(LooseOutcomes, AreReadWithoutWhatTheMatterIsAbout) {
  EXPECT_EQ(met_loosely("fr", "Le maire a refusé de recevoir les marcheurs"), "-");
  EXPECT_EQ(met_loosely("es", "El alcalde se negó a recibir a la marcha"), "-");
  EXPECT_EQ(met_loosely("tr", "Başkan yürüyenlerle görüşmeyi reddetti"), "-");
  EXPECT_EQ(met_loosely("en", "The mayor opened a bridge"), "");
  for (const auto& cue : outcome_cues("Le maire a refusé de recevoir les marcheurs", "fr")) {
    EXPECT_NE(cue.matter, "met_them") << "nobody who protests is named";
  }
}

}  // namespace
}  // namespace synoptic::compare
