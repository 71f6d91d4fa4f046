// By which terms an article is compared.
#include <gtest/gtest.h>

#include <algorithm>

#include "group/fingerprint.h"
#include "group/testing_sample.h"
#include "lexicon/lexicon.h"

namespace synoptic::group {
namespace {

bool has_terms_of(const Annotated& article, std::string_view english) {
  const Draft made = draft(article, *knowledge());
  std::vector<lexicon::WeightedTerm> terms;
  lexicon::Lexicon::load().terms(english, "en", terms, lexicon::kForStories);
  return std::all_of(terms.begin(), terms.end(), [&](const auto& term) {
    return std::any_of(made.terms.begin(), made.terms.end(),
                       [&](const PartWeights& one) { return one.term == term.term; });
  });
}

TEST(Terms, WhoIsNamedInAnotherLanguageIsReadByTheEnglishNameToo) {
  const auto article = Sample("a", "ru", "В КНДР открыли мост", "2027-03-04T10:00")
                           .named_as("КНДР", "North Korea", EntityType::kCountry)
                           .body("Мост построили за год.");
  EXPECT_TRUE(has_terms_of(article, "North Korea"));
}

TEST(Terms, AnEnglishTextIsReadAsItStands) {
  const auto article = Sample("a", "en", "A bridge is opened in the DPRK", "2027-03-04T10:00")
                           .named_as("DPRK", "North Korea", EntityType::kCountry)
                           .body("It was built in a year.");
  EXPECT_FALSE(has_terms_of(article, "North Korea"));
}

TEST(Terms, AnOrganisationWhoseNameIsMadeOfCommonWordsGivesNone) {
  const auto article = Sample("a", "ru", "ЦБ снизил ставку", "2027-03-04T10:00")
                           .named_as("ЦБ", "Harbour Savings Union", EntityType::kOrg)
                           .body("Решение приняли утром.");
  EXPECT_FALSE(has_terms_of(article, "Harbour Savings Union"));
}

TEST(Terms, AConceptWhoseNameIsMadeOfCommonWordsGivesNone) {
  const auto article = Sample("a", "ru", "Нейросети учат в школе", "2027-03-04T10:00")
                           .named_as("Нейросети", "harbour lantern", EntityType::kConcept)
                           .body("Урок начали утром.");
  EXPECT_FALSE(has_terms_of(article, "harbour lantern"));
}

TEST(Terms, ANameBehindWhatIsReadOfALongTextGivesNone) {
  auto article = Sample("a", "ru", "Открыли мост", "2027-03-04T10:00");
  for (int i = 0; i < 6; ++i) article.body(std::string(3000, '-'));
  article.named_as("КНДР", "North Korea", EntityType::kCountry, false);
  EXPECT_FALSE(has_terms_of(article, "North Korea"));
}

}  // namespace
}  // namespace synoptic::group
