// Sentences that are alike and say another thing are no agreement.
#include "compare/statements/one_word.h"

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

bool told_otherwise(const Sample& a, const Sample& b) {
  const auto telling = [](const Sample& sample) {
    Telling out;
    out.annotated = &sample.annotated();
    const auto& text = out.annotated->article.blocks[0].text;
    Sentence sentence;
    sentence.range = {0, static_cast<uint32_t>(text.size())};
    sentence.text = text;
    out.sentences.push_back(std::move(sentence));
    return out;
  };
  const Telling one = telling(a), other = telling(b);
  return tell_otherwise({one, 0}, {other, 0});
}

Sample says(const std::string& lang, const std::string& text) {
  return Sample("a", lang, "Title", "").body(text);
}

Sample aged(const std::string& text, const std::string& words, double years) {
  return says("en", text).count(words, years, "", "", "age", "year");
}

TEST(OneWord, AnotherWordInOnePlaceIsNoAgreement) {
  EXPECT_TRUE(told_otherwise(says("en", "The dam above the village of Oake was built in haste."),
                             says("en", "The dam above the village of Oake was built in stone.")));
  EXPECT_FALSE(told_otherwise(says("en", "The dam above the village of Oake was built in haste."),
                              says("en", "The dam above the village of Oake was built in haste.")));
  EXPECT_FALSE(
      told_otherwise(says("en", "The old dam above the village of Oake was built in haste."),
                     says("en", "The dam above the village of Oake was built in haste.")))
      << "one only says more";
  EXPECT_FALSE(told_otherwise(says("en", "A dam broke."), says("en", "A dyke held.")))
      << "too little is one";
}

TEST(OneWord, TwoEndsOfAScaleInTwoLanguages) {
  EXPECT_TRUE(told_otherwise(says("de", "Der Wasserstand ist nach wie vor niedrig."),
                             says("fr", "Le niveau de l'eau reste élevé.")));
  EXPECT_FALSE(told_otherwise(says("de", "Der Wasserstand ist nach wie vor hoch."),
                              says("fr", "Le niveau de l'eau reste élevé.")));
  EXPECT_TRUE(told_otherwise(says("es", "La ganadora es una enfermera de Lugo."),
                             says("tr", "Kazanan kişi Lugolu bir öğretmen.")));
}

TEST(OneWord, TwoPostsThatAreDismissed) {
  EXPECT_TRUE(told_otherwise(says("uk", "Міністр звільнив директора копальні."),
                             says("zh", "部长免去了矿山监察员的职务。")));
  EXPECT_TRUE(told_otherwise(says("tr", "Bakan ocağın müdürünü görevden aldı."),
                             says("es", "El ministro destituyó al inspector de la mina.")));
  EXPECT_FALSE(told_otherwise(says("uk", "Міністр звільнив директора копальні."),
                              says("tr", "Bakan ocağın müdürünü görevden aldı.")));
}

TEST(OneWord, TwoAges) {
  const Sample a = aged("The skipper is 31 years old.", "31 years old", 31);
  EXPECT_TRUE(told_otherwise(a, aged("The skipper, aged 39.", "39", 39)));
  EXPECT_FALSE(told_otherwise(a, aged("The skipper, aged 31.", "31", 31)));
}

TEST(OneWord, TwoHoursOfADay) {
  const Sample a = says("en", "The gates opened at 9.").day("at 9", "2026-03-02T09");
  EXPECT_TRUE(told_otherwise(a, says("en", "Gates open at 11.").day("at 11", "2026-03-02T11")));
  EXPECT_FALSE(told_otherwise(a, says("en", "Gates open: 9.20.").day("9.20", "2026-03-02T09:20")));
  EXPECT_FALSE(told_otherwise(a, says("en", "Gates open on 2 March.").day("2 March", "2026-03-02")))
      << "no hour";
}

TEST(OneWord, SentencesThatDifferInAWordDoNotAgree) {
  const auto told_as_one = [](const std::string& a, const std::string& b) {
    const Sample one = Sample("a", "en", "Lake", "").body(a);
    const Sample other = Sample("b", "en", "Water", "").body(b);
    return find(synopsis({&one, &other}).agree, "outcome", "statement") != nullptr;
  };
  const std::string told = "Engineers rated the danger of a breach at the lake as ";
  EXPECT_TRUE(told_as_one(told + "high.", told + "high."));
  EXPECT_FALSE(told_as_one(told + "high.", told + "low."));
}

}  // namespace
}  // namespace synoptic::compare
