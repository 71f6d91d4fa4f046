// What accounts of one language only seem to agree on.
#include <algorithm>

#include "compare/names/one_name.h"
#include "compare/rules.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(OneName, IsToldInFullInPartOrByItsInitials) {
  EXPECT_TRUE(may_be_one_name("Anna Lind", "Lind"));
  EXPECT_TRUE(may_be_one_name("Mo Lindgren", "Maurice Lindgren"));
  EXPECT_TRUE(may_be_one_name("Grammy Awards", "Grammys"));
  EXPECT_TRUE(may_be_one_name("Винсента Виолу", "Виола"));
  EXPECT_TRUE(may_be_one_name("NFC", "Norland Football Club"));
  EXPECT_TRUE(may_be_one_name("police", "Lakeside police"));
}

TEST(OneName, HasNoTitleInIt) {
  static const auto kLoaded = knowledge::Knowledge::load();
  const knowledge::Knowledge& known = **kLoaded;
  EXPECT_EQ(without_titles("Mr Lind", known), "Lind");
  EXPECT_EQ(without_titles("Prof. Dr. Anna Lind", known), "Anna Lind");
  EXPECT_EQ(without_titles("г-н Виола", known), "Виола");
  EXPECT_EQ(without_titles("Sayın Lind", known), "Lind");
  EXPECT_EQ(without_titles("Bulin Lind", known), "Bulin Lind");
  EXPECT_EQ(without_titles("Mr", known), "Mr");
}

TEST(OneName, IsNotToldWithAnotherWordInItsPlace) {
  EXPECT_FALSE(may_be_one_name("Sonoma County", "Marin County"));
  EXPECT_FALSE(may_be_one_name("97th Avenue", "117th Street"));
  EXPECT_FALSE(may_be_one_name("Юрия Луценко", "Юрий Витренко"));
  EXPECT_FALSE(may_be_one_name("Hanna", "Rick Sturm"));
}

TEST(OneName, IsNotWhatRunsOnBehindIt) {
  EXPECT_FALSE(may_be_one_name("Lind", "Lind sued"));
  EXPECT_FALSE(may_be_one_name("Anna Lind", "Anna Lind's lawyer"));
  EXPECT_FALSE(may_be_one_name("Harbour Papers", "Harbour Papers: Where have Norland"));
}

TEST(OneName, ScriptsWithoutCapitalsAreNotToldApart) {
  EXPECT_TRUE(may_be_one_name("安娜", "林德"));
  EXPECT_TRUE(may_be_one_name("آنا لیند", "لیند"));
}

Sample counts(const std::string& key, const std::string& lang, const std::string& sentence,
              const std::string& figure, double value) {
  return Sample(key, lang, "Title", "").body(sentence).count(figure, value, "");
}

TEST(Agreements, AFigureCountsTheSameInWordsThatAreAlike) {
  const Sample a =
      counts("a", "en", "The teenager overtook 130 cars on the wet track.", "130", 130);
  const Sample b =
      counts("b", "en", "A sailor found the box of letters at pier 130 again.", "130", 130);
  const Sample c = counts("c", "en", "The young driver overtook 130 cars in the rain.", "130", 130);
  const auto agree = [](const Sample& one, const Sample& other) {
    const auto facts = synopsis({&one, &other}).agree;
    return std::any_of(facts.begin(), facts.end(),
                       [](const auto& fact) { return fact.slot == "quantity"; });
  };
  EXPECT_FALSE(agree(a, b));
  EXPECT_TRUE(agree(a, c));
}

TEST(Agreements, WhatOneLanguageDeniesSharesItsWords) {
  const Sample a = Sample("a", "en", "Plan", "").body("The government has not withdrawn the plan.");
  const Sample b =
      Sample("b", "en", "Plans", "").body("The plan has not been withdrawn by the government.");
  EXPECT_NE(find(synopsis({&a, &b}).agree, "outcome", "statement"), nullptr);
}

TEST(Agreements, ADateIsNotCutOutOfAName) {
  const auto told = [](const std::string& key, const std::string& text) {
    return Sample(key, "en", "Title", "")
        .body("The " + text + " phone is sold by Norland Mobile in " + text + ".")
        .day(text.substr(0, 2), "2026-01-01");
  };
  const auto has_date = [](const Sample& one, const Sample& other) {
    const auto facts = synopsis({&one, &other}).agree;
    return std::any_of(facts.begin(), facts.end(),
                       [](const auto& fact) { return fact.slot == "date"; });
  };
  const Sample a = told("a", "Q10"), b = told("b", "Q10");
  const Sample c = told("c", "Q1"), d = told("d", "Q1");
  EXPECT_FALSE(has_date(a, b));
  EXPECT_TRUE(has_date(c, d));
}

TEST(Agreements, SentencesOnOneMatterMayStateDifferentThings) {
  const auto told = [](const std::string& key, const std::string& sentence) {
    return Sample(key, "en", "Title", "").body(sentence);
  };
  const Sample a = told("a", "Anna Lind runs a rural clinic in the harbour town of Lakeside.");
  const Sample b = told("b", "Anna Lind runs a rural clinic in Lakeside, a harbour town.");
  const Sample c = told("c", "Storms hit Lakeside twice, and the clinic lost its roof.");
  EXPECT_NE(find(synopsis({&a, &b}).agree, "outcome", "statement"), nullptr);
  EXPECT_EQ(find(synopsis({&a, &c}).agree, "outcome", "statement"), nullptr);
}

TEST(Agreements, QuotesOfOneSpeakerAreAlikeInOneLanguage) {
  const auto said = [](const std::string& key, const std::string& lang, const std::string& words) {
    return Sample(key, lang, "Title", "")
        .body("\"" + words + "\", said Anna Lind.")
        .names("Anna Lind", "anna-lind", model::EntityType::kPerson)
        .quote(words, "anna-lind");
  };
  const Sample a = said("a", "en", "My father built this harbour with his own hands");
  const Sample b = said("b", "en", "The budget will be short of money next spring");
  const Sample c = said("c", "de", "Im Frühling wird dem Haushalt Geld fehlen");
  const auto say_one_thing = [](const model::Synopsis& out) {
    return std::ranges::any_of(out.agree, [](const model::Fact& fact) {
      return fact.rule == rules::kSameSpeaker || fact.rule == rules::kOneStatement;
    });
  };
  EXPECT_FALSE(say_one_thing(synopsis({&a, &b})));
  EXPECT_TRUE(say_one_thing(synopsis({&b, &c})));
}

TEST(Agreements, OfWhereSomebodyIsFromNoPlaceIsMade) {
  const auto named = [](const std::string& key, const std::string& word, bool adjective) {
    Sample sample = Sample(key, "en", "Title", "")
                        .body("The " + word + " star left the circuit in tears after the race.")
                        .names(word, "norland", model::EntityType::kCountry);
    if (adjective) sample.as_adjective();
    return sample;
  };
  const Sample a = named("a", "Norlandic", true), b = named("b", "Norlandic", true);
  const Sample c = named("c", "Norland", false), d = named("d", "Norland", false);
  EXPECT_EQ(find(synopsis({&a, &b}).agree, "place", "mentioned"), nullptr);
  EXPECT_NE(find(synopsis({&c, &d}).agree, "place", "mentioned"), nullptr);
}

TEST(Agreements, APlaceInUnlikeSentencesOfTwoLanguagesIsOnlyNamed) {
  const auto told = [](const std::string& key, const std::string& lang, const std::string& text) {
    return Sample(key, lang, "", "").body(text).names("Trier", "trier", model::EntityType::kCity);
  };
  const Sample a =
      told("a", "de", "Der verletzte Fahrer wurde in eine Klinik nach Trier gebracht.");
  const Sample b = told("b", "pt", "O secretário de Estado viaja hoje para Trier com a família.");
  const Sample c =
      told("c", "en", "The injured driver was taken to a clinic in Trier after the crash.");
  EXPECT_EQ(find(synopsis({&a, &b}).agree, "place", "event"), nullptr);
  EXPECT_NE(find(synopsis({&a, &b}).agree, "place", "mentioned"), nullptr);
  EXPECT_NE(find(synopsis({&a, &c}).agree, "place", "event"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
