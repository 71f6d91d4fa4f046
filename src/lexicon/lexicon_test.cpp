#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "base/data.h"
#include "lexicon/format.h"
#include "lexicon/name_key.h"
#include "lexicon/units.h"

namespace synoptic::lexicon {
namespace {

std::vector<WeightedTerm> terms_of(std::string_view text, std::string_view language) {
  std::vector<WeightedTerm> terms;
  Lexicon::load().terms(text, language, terms);
  return terms;
}

float likeness(std::string_view a, std::string_view a_language, std::string_view b,
               std::string_view b_language) {
  return cosine(terms_of(a, a_language), terms_of(b, b_language));
}

std::string first_translation(std::string_view word, std::string_view language) {
  const auto found = Lexicon::load().translations(word, language);
  return found.empty() ? "" : found[0].word;
}

bool share_a_term(std::string_view a, std::string_view a_language, std::string_view b,
                  std::string_view b_language) {
  return likeness(a, a_language, b, b_language) > 0;
}

TEST(Lexicon, KnowsFifteenLanguagesAndTwoAddedLater) {
  EXPECT_EQ(Lexicon::load().languages().size(), 17U);
  for (const char* code : {"ar", "zh", "ru", "en", "es", "fr", "de", "pt", "ja", "tr", "fa", "uk",
                           "hi", "ko", "id", "it", "pl"}) {
    EXPECT_TRUE(Lexicon::load().knows(code)) << code;
  }
  EXPECT_TRUE(Lexicon::load().knows("zh-Hant"));
  EXPECT_FALSE(Lexicon::load().knows("nl"));
}

TEST(Lexicon, TranslatesWordsInTheirForms) {
  EXPECT_EQ(first_translation("землетрясения", "ru"), "earthquake");
  EXPECT_EQ(first_translation("زلزال", "ar"), "earthquake");
  EXPECT_EQ(first_translation("地震", "zh"), "earthquake");
  EXPECT_EQ(first_translation("地震", "ja"), "earthquake");
  EXPECT_EQ(first_translation("depremde", "tr"), "earthquake");
  EXPECT_EQ(first_translation("gempa", "id"), "earthquake");
  EXPECT_EQ(first_translation("भूकंप", "hi"), "earthquake");
  EXPECT_EQ(first_translation("trzęsieniem", "pl"), "earthquake");
  EXPECT_EQ(first_translation("terremoti", "it"), "earthquake");
  EXPECT_EQ(first_translation("Белом доме", "ru"), "white house");
  EXPECT_EQ(first_translation("白宫", "zh"), "white house");
}

TEST(Lexicon, BringsNamesOfManyScriptsTogether) {
  for (const auto& [word, language] :
       std::vector<std::pair<const char*, const char*>>{{"بوتين", "ar"},
                                                        {"普京", "zh"},
                                                        {"Путин", "ru"},
                                                        {"Путіна", "uk"},
                                                        {"푸틴은", "ko"},
                                                        {"プーチン", "ja"},
                                                        {"پوتین", "fa"},
                                                        {"पुतिन", "hi"},
                                                        {"Putin'in", "tr"}}) {
    EXPECT_TRUE(share_a_term(word, language, "Putin", "en")) << word;
  }
}

TEST(Lexicon, BringsUnknownNamesTogetherByTheirConsonants) {
  EXPECT_TRUE(share_a_term("Drabkovsky", "en", "Драбковский", "ru"));
  EXPECT_TRUE(share_a_term("Drabkovsky", "en", "درابكوفسكي", "ar"));
  EXPECT_TRUE(share_a_term("Putin", "en", "Πούτιν", "el"));
  EXPECT_TRUE(share_a_term("Putin", "en", "პუტინი", "ka"));
  EXPECT_FALSE(share_a_term("Drabkovsky", "en", "Михельсон", "ru"));
}

TEST(Lexicon, NamesOfTwoWordsAreTerms) {
  const auto has_name = [](std::string_view text, std::string_view language) {
    const auto terms = terms_of(text, language);
    return std::any_of(terms.begin(), terms.end(), [](const WeightedTerm& term) {
      return Lexicon::load().word_of(term.term) == "white house";
    });
  };
  EXPECT_TRUE(has_name("The White House said", "en"));
  EXPECT_TRUE(has_name("в Белом доме сообщили", "ru"));
  EXPECT_TRUE(has_name("白宫发言人", "zh"));
  EXPECT_TRUE(has_name("la Casa Blanca anunció", "es"));
  EXPECT_FALSE(has_name("a house that is white", "en"));
}

TEST(Lexicon, NumbersAreTermsHoweverTheyAreWritten) {
  EXPECT_FLOAT_EQ(likeness("1,012", "en", "1.012", "de"), 1);
  EXPECT_FLOAT_EQ(likeness("1,012", "en", "1 012", "fr"), 1);
  EXPECT_FLOAT_EQ(likeness("1,012", "en", "1\u202F012", "fr"), 1);
  EXPECT_FLOAT_EQ(likeness("35", "en", "٣٥", "ar"), 1);
  EXPECT_FLOAT_EQ(likeness("2020 300", "en", "2020300", "en"), 0);
  EXPECT_FLOAT_EQ(likeness("2.5", "en", "2,5", "ru"), 1);
  EXPECT_FLOAT_EQ(likeness("2.5", "en", "25", "en"), 0);
}

TEST(Lexicon, ATranslationIsNearerThanAnotherSentence) {
  const char* english = "The central bank raised interest rates to fight inflation.";
  const char* other = "Rescue teams are looking for people under the collapsed buildings.";
  for (const auto& [text, language] : std::vector<std::pair<const char*, const char*>>{
           {"رفع البنك المركزي أسعار الفائدة لمكافحة التضخم.", "ar"},
           {"央行提高利率以对抗通货膨胀。", "zh"},
           {"Центральный банк повысил процентные ставки для борьбы с инфляцией.", "ru"},
           {"Die Zentralbank erhöhte die Zinsen, um die Inflation zu bekämpfen.", "de"},
           {"中央銀行はインフレと戦うために金利を引き上げた。", "ja"},
           {"중앙은행은 인플레이션을 막기 위해 금리를 인상했다.", "ko"},
           {"Центральний банк підвищив процентні ставки для боротьби з інфляцією.", "uk"}}) {
    EXPECT_GT(likeness(text, language, english, "en"), likeness(text, language, other, "en") + 0.1F)
        << language;
  }
}

TEST(Lexicon, ReadsALanguageWithoutATableByItsKin) {
  EXPECT_EQ(first_translation("terremoto", "gl"), "earthquake");
  EXPECT_TRUE(terms_of("", "gl").empty());
}

TEST(Lexicon, PartsOfCompoundsAreRead) {
  EXPECT_TRUE(share_a_term("Wasserpreise", "de", "water", "en"));
  EXPECT_TRUE(share_a_term("Wasserpreise", "de", "price", "en"));
}

TEST(Lexicon, TermsAreSortedAndOnceEach) {
  const auto terms = terms_of("Water, water and 12 fires near Mariupol; water again, 12.", "en");
  ASSERT_FALSE(terms.empty());
  for (size_t i = 1; i < terms.size(); ++i) EXPECT_LT(terms[i - 1].term, terms[i].term);
  for (const WeightedTerm& term : terms) EXPECT_GT(term.weight, 0);
  EXPECT_NEAR(cosine(terms, terms), 1, 1e-5);
}

TEST(Lexicon, ReadingsTellWhereEachTermCameFrom) {
  const auto& lexicon = Lexicon::load();
  const std::string text = "홍길동은 2023년 서울에서 Kwabena Mensah를 만났다.";
  std::map<Term, float> sums;
  for (const Reading& reading : lexicon.readings(text, "ko")) {
    EXPECT_LT(reading.source.begin, reading.source.end);
    EXPECT_LE(reading.source.end, text.size());
    sums[reading.term] += reading.weight;
  }
  std::vector<WeightedTerm> terms;
  lexicon.terms(text, "ko", terms, {1, 0});
  ASSERT_EQ(sums.size(), terms.size());
  for (const auto& [term, weight] : terms) EXPECT_NEAR(sums[term], weight, 1e-5F);
}

TEST(Lexicon, OddInputGivesNoTermsOrSaneOnes) {
  EXPECT_TRUE(terms_of("", "en").empty());
  EXPECT_TRUE(terms_of("… — !?", "zh").empty());
  EXPECT_TRUE(terms_of("\xFF\xC3\x28", "en").empty());
  EXPECT_FLOAT_EQ(cosine({}, terms_of("water", "en")), 0);
  EXPECT_LE(terms_of(std::string(100000, 'x'), "en").size(), 2U);
  EXPECT_LE(terms_of(std::string(100000, '7'), "en").size(), 1U);
  EXPECT_FALSE(terms_of("water", "no-such-language").empty());
}

TEST(Lexicon, RareWordsWeighMoreInStories) {
  std::vector<WeightedTerm> sentence, story;
  Lexicon::load().terms("the earthquake", "en", sentence, kForSentences);
  Lexicon::load().terms("the earthquake", "en", story, kForStories);
  const auto share = [](const std::vector<WeightedTerm>& terms) {
    float all = 0, top = 0;
    for (const auto& term : terms) all += term.weight, top = std::max(top, term.weight);
    return top / all;
  };
  EXPECT_GT(share(story), share(sentence));
}

TEST(LexiconPackage, BrokenOnesAreRefused) {
  const std::string whole(embedded_data("models/lexicon.bin"));
  ASSERT_TRUE(Lexicon::from_bytes(whole));
  EXPECT_FALSE(Lexicon::from_bytes(""));
  EXPECT_FALSE(Lexicon::from_bytes("SYX1"));
  EXPECT_FALSE(Lexicon::from_bytes(std::string_view(whole).substr(0, whole.size() - 1)));
  std::string changed = whole;
  changed[0] = 'X';
  EXPECT_FALSE(Lexicon::from_bytes(changed));
  for (size_t field = 4; field < sizeof(Header); field += 4) {
    changed = whole;
    const uint32_t huge = 0xFFFFFFF0;
    std::memcpy(changed.data() + field, &huge, sizeof huge);
    const auto read = Lexicon::from_bytes(changed);
    if (!read) continue;  // refused, or read without reaching outside
    std::vector<WeightedTerm> terms;
    read->terms("water 普京 вода", "ru", terms);
  }
  EXPECT_FALSE(Lexicon::open("/no/such/package"));
  EXPECT_FALSE(Lexicon::open("/"));
}

TEST(Units, SpacelessTextIsReadAsGramsAndForeignNamesAsWords) {
  Units units;
  read_units("日本でプーチン", "ja", units);
  std::vector<std::string> texts;
  for (const Unit& unit : units.list) texts.emplace_back(units.text(unit));
  EXPECT_NE(std::find(texts.begin(), texts.end(), "日本"), texts.end());
  EXPECT_NE(std::find(texts.begin(), texts.end(), "プーチン"), texts.end());
  EXPECT_EQ(std::find(texts.begin(), texts.end(), "プー"), texts.end());
}

TEST(Units, AJoinerPartsPersianAffixes) {
  Units units;
  read_units("می\u200cخواهم", "fa", units);
  EXPECT_EQ(std::count_if(units.list.begin(), units.list.end(),
                          [](const Unit& unit) { return unit.kind == UnitKind::kWord; }),
            2);
}

TEST(Units, TwoWordsSideBySideAreAPairToo) {
  Units units;
  read_units("The White House. Then", "en", units);
  std::vector<uint64_t> pairs, other;
  for (const Unit& unit : units.list) {
    if (unit.kind == UnitKind::kPair) pairs.push_back(unit.key);
  }
  EXPECT_EQ(pairs.size(), 3U);  // a full stop and a blank may stand in a name: St. Petersburg
  read_units("white-house", "en", units);
  ASSERT_EQ(units.list.size(), 3U);
  EXPECT_EQ(units.list[1].key, pairs[1]);
}

TEST(NameKey, OneKeyForOneSound) {
  std::string a, b;
  latin_name_key("schmidt", a);
  latin_name_key("smit", b);
  EXPECT_EQ(a, b);
  latin_name_key("", a);
  EXPECT_EQ(a, "");
}

}  // namespace
}  // namespace synoptic::lexicon
