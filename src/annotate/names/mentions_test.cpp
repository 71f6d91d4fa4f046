#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/names/testing_world.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::annotated;
using testing::found;
using testing::known;
using testing::mention_of;

TEST(Mentions, RangesPointAtTheText) {
  const auto result = annotated("en", "News", {"On Monday Vladimir Putin spoke."});
  ASSERT_EQ(result.mentions.size(), 1u);
  const auto& mention = result.mentions[0];
  EXPECT_EQ(mention.at.block, 0u);
  EXPECT_EQ(mention.at.range.of(result.article.blocks[0].text), "Vladimir Putin");
  EXPECT_EQ(mention.name, "Vladimir Putin");
  EXPECT_EQ(mention.type, EntityType::kPerson);
}

TEST(Mentions, ArabicProcliticsAreSeenThrough) {
  EXPECT_EQ(found("ar", "وبوتين للبنك المركزي الروسي بالصين"),
            "بوتين=putin; للبنك المركزي الروسي=bank-of-russia; الصين=china");
}

TEST(Mentions, RussianCaseEndings) {
  EXPECT_EQ(found("ru", "Встреча с Владимиром Путиным", {"Он говорил о России и Китае в Москве."}),
            "Владимиром Путиным=putin; России=russia; Китае=china; Москве=moscow");
}

TEST(Mentions, RussianAdjectivesNameTheCountry) {
  const auto result = annotated("ru", "Запуск российского спутника");
  ASSERT_EQ(found(result), "российского=russia");
  EXPECT_EQ(result.mentions[0].form, "adjective");
}

TEST(Mentions, NamesAreNotFoundInsideOtherWords) {
  EXPECT_EQ(known("en", "Belarusification or Chinatown or Putinism"), "");
  EXPECT_EQ(known("ja", "ロシアンルーレット"), "");
  EXPECT_EQ(known("zh", "其中国家队和每日本报"), "");
}

TEST(Mentions, CapitalsTellNamesFromWords) {
  EXPECT_EQ(found("en", "He who told us that the russian doll fell"), "");
  EXPECT_EQ(found("en", "News", {"The WHO told the US about it."}), "WHO=who; US=united-states");
  EXPECT_EQ(found("ru", "мали и москва"), "");
}

TEST(Mentions, ChineseNeedsNoBlanks) {
  EXPECT_EQ(found("zh", "俄罗斯总统普京访问中国"), "俄罗斯=russia; 普京=putin; 中国=china");
}

TEST(Mentions, OneHanLetterCountsOnlyBesideItsLike) {
  EXPECT_EQ(found("zh", "中国与美国", {"中美关系"}),
            "中国=china; 美国=united-states; 中=china; 美=united-states");
  EXPECT_EQ(found("zh", "中国", {"其中美好的中心"}), "中国=china");
}

TEST(Mentions, TwoHanLettersArePairedByWhatIsBetweenThem) {
  EXPECT_EQ(found("zh", "中美关系"), "中=china; 美=united-states");
  EXPECT_EQ(known("zh", "中美洲的中美食"), "");
  EXPECT_EQ(found("zh", "俄罗斯", {"中俄边境"}), "俄罗斯=russia; 中=china; 俄=russia");
}

TEST(Mentions, ProcliticsStandTogetherOnlyAsTheLanguageHasThem) {
  EXPECT_EQ(found("ar", "وبالصين"), "الصين=china");
  EXPECT_EQ(found("ar", "ببموسكو للبموسكو"), "");
}

TEST(Mentions, AmbiguousNamesNeedSupport) {
  EXPECT_EQ(found("en", "Apple harvest begins", {"The fruit is sweet."}), "");
  EXPECT_EQ(found("en", "Apple sales fall", {"Shares of Apple fell.", "Apple said nothing."}),
            "Apple=apple; Apple=apple; Apple=apple");
  EXPECT_EQ(found("zh", "今天吃了两个苹果"), "");
  EXPECT_EQ(found("zh", "苹果发布新手机", {"苹果公司表示"}), "苹果=apple; 苹果公司=apple");
  EXPECT_EQ(found("ar", "شركة آبل", {"قالت آبل"}), "آبل=apple; آبل=apple");
}

TEST(Mentions, AmbiguousCountryIsTakenWithItsCapital) {
  EXPECT_EQ(known("en", "Peaches in season", {"Georgia peaches are sweet."}), "");
  EXPECT_EQ(found("en", "Talks held", {"Leaders met in Tbilisi as Georgia voted."}),
            "Tbilisi=tbilisi; Georgia=georgia");
}

TEST(Mentions, BoundNamesNeedTheFullNameFirst) {
  EXPECT_EQ(known("ar", "ولم يجر شي شيئا"), "");
  EXPECT_EQ(found("ar", "زيارة", {"التقى شي جين بينغ الوفد.", "ولم يجر شي زيارة."}),
            "شي جين بينغ=xi; شي=xi");
}

TEST(Mentions, GluedWordsArePartedAtTheArticle) {
  const auto result = annotated("ar", "شركة آبل", {"خدمات آبلالذكية"});
  const auto* mention = mention_of(result, "آبل");
  ASSERT_NE(mention, nullptr);
  ASSERT_EQ(result.mentions.size(), 2u);
  EXPECT_EQ(result.mentions[1].form, "glued");
}

TEST(Mentions, InstitutionsAreComposedInEitherOrder) {
  const std::vector<std::pair<std::string, std::string>> claims{
      {"ar", "قررت الحكومة اليابانية"},
      {"zh", "日本政府决定"},
      {"ja", "日本政府は"},
      {"en", "The Japanese government met"},
      {"en", "The government of Japan met"},
      {"en", "Japan's government met"},
      {"tr", "Japonya hükümeti"},
      {"ko", "일본 정부는"},
      {"id", "Kata pemerintah Jepang"}};
  for (const auto& [lang, text] : claims) {
    const auto result = annotated(lang, text);
    ASSERT_FALSE(result.mentions.empty()) << text;
    EXPECT_EQ(result.mentions[0].entity, "japan/government") << text;
    EXPECT_EQ(result.mentions[0].name, "Government of Japan") << text;
    EXPECT_EQ(result.mentions[0].form, "composed") << text;
  }
  for (const auto& [lang, text] :
       std::vector<std::pair<std::string, std::string>>{{"ru", "Так решило правительство России"},
                                                        {"ru", "российское правительство"},
                                                        {"es", "el gobierno ruso"},
                                                        {"es", "el gobierno de Rusia"},
                                                        {"fr", "le gouvernement russe"},
                                                        {"de", "die russische Regierung"},
                                                        {"fa", "دولت روسیه"},
                                                        {"hi", "रूस की सरकार"}}) {
    const auto result = annotated(lang, text);
    ASSERT_FALSE(result.mentions.empty()) << text;
    EXPECT_EQ(result.mentions[0].entity, "russia/government") << text;
  }
}

TEST(Mentions, KnownInstitutionKeepsItsOwnId) {
  const auto result = annotated("en", "The Russian central bank raised rates");
  ASSERT_FALSE(result.mentions.empty());
  EXPECT_EQ(result.mentions[0].entity, "bank-of-russia");
}

TEST(Mentions, BareGovernmentIsThatOfTheSentencesOnlyCountry) {
  EXPECT_EQ(found("zh", "俄罗斯总统普京下令政府加强合作"),
            "俄罗斯=russia; 普京=putin; 政府=russia/government");
  EXPECT_EQ(found("zh", "日本与俄罗斯之间政府合作").find("/government"), std::string::npos);
}

TEST(Mentions, RoleGoesToThePersonBesideIt) {
  for (const auto& [lang, text] : std::vector<std::pair<std::string, std::string>>{
           {"ar", "أعلن الرئيس الروسي فلاديمير بوتين"},
           {"zh", "俄罗斯总统普京"},
           {"ru", "президент России Владимир Путин"},
           {"en", "Russian President Vladimir Putin"},
           {"en", "Vladimir Putin, the president of Russia, left"},
           {"ja", "ロシアのプーチン大統領"},
           {"ko", "러시아 푸틴 대통령"},
           {"es", "el presidente ruso Vladimir Putin"},
           {"hi", "रूस के राष्ट्रपति व्लादिमीर पुतिन"},
           {"tr", "Rusya Devlet Başkanı Vladimir Putin"}}) {
    const auto result = annotated(lang, text);
    const auto person =
        std::find_if(result.mentions.begin(), result.mentions.end(),
                     [](const model::Mention& mention) { return mention.entity == "putin"; });
    ASSERT_NE(person, result.mentions.end()) << text;
    EXPECT_EQ(person->role, "President of Russia") << text;
  }
}

TEST(Mentions, RoleAloneStandsForItsHolder) {
  auto result = annotated("ar", "زيارة", {"دعوة وزير الخارجية الصيني"});
  const auto* mention = mention_of(result, "وزير الخارجية الصيني");
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(mention->entity, "china/foreign-minister");
  EXPECT_EQ(mention->name, "Minister of Foreign Affairs of China");
  EXPECT_EQ(mention->stands_for, "wang");
  EXPECT_EQ(mention->form, "role");
}

TEST(Mentions, RoleIsReadAroundTheCountrysAdjective) {
  const auto result = annotated("fr", "", {"Le ministre russe de l’Économie a parlé."});
  const auto* mention = mention_of(result, "ministre russe de l’Économie");
  ASSERT_NE(mention, nullptr) << found(result);
  EXPECT_EQ(mention->name, "Minister of Economy of Russia");
  EXPECT_EQ(known("fr", "", {"Le ministre russe de l’Économiste"}),
            "ministre russe=russia/minister; russe=russia");
}

TEST(Mentions, DualRoleIsTwoHolders) {
  EXPECT_EQ(found("ar", "اجتمع وزيرا الخارجية الياباني والصيني"),
            "وزيرا الخارجية الياباني=japan/foreign-minister; الياباني=japan; "
            "الصيني=china/foreign-minister");
}

TEST(Mentions, CapitalThatActsStandsForItsCountry) {
  auto result = annotated("ar", "خبر", {"وتعتزم طوكيو دعوة الوزير."});
  ASSERT_NE(mention_of(result, "طوكيو"), nullptr);
  EXPECT_EQ(mention_of(result, "طوكيو")->entity, "tokyo");
  EXPECT_EQ(mention_of(result, "طوكيو")->stands_for, "japan");
  result = annotated("zh", "北京表示反对");
  ASSERT_EQ(found(result), "北京=beijing");
  EXPECT_EQ(result.mentions[0].stands_for, "china");
  result = annotated("en", "News", {"Relations between Moscow and Washington cooled."});
  ASSERT_NE(mention_of(result, "Moscow"), nullptr);
  EXPECT_EQ(mention_of(result, "Moscow")->stands_for, "russia");
  EXPECT_EQ(mention_of(result, "Washington")->stands_for, "united-states");
}

TEST(Mentions, CapitalThatIsAPlaceStaysOne) {
  const auto result = annotated("en", "News", {"A fire broke out in Moscow on Monday."});
  ASSERT_EQ(found(result), "Moscow=moscow");
  EXPECT_EQ(result.mentions[0].stands_for, "");
}

TEST(Mentions, LikelyStemBeatsTheShorterOne) {
  EXPECT_EQ(found("ru", "Мало кто знал", {"Он уехал из Мали."}), "Мали=mali");
}

TEST(Mentions, SecondRoleBehindACommaIsSomebodyElse) {
  const auto result =
      annotated("en", "Russian President Vladimir Putin, Japanese Foreign Minister to meet");
  const auto* putin = mention_of(result, "Vladimir Putin");
  ASSERT_NE(putin, nullptr);
  EXPECT_EQ(putin->role, "President of Russia");
  EXPECT_NE(mention_of(result, "Japanese Foreign Minister"), nullptr);
}

TEST(Mentions, KoreanAndTurkishEndings) {
  EXPECT_EQ(found("ko", "푸틴은 러시아에서"), "푸틴=putin; 러시아=russia");
  EXPECT_EQ(found("tr", "Putin'in Rusya'daki konuşması"), "Putin=putin; Rusya=russia");
}

TEST(Mentions, OrderIsTitleThenBlocks) {
  const auto result = annotated("en", "Putin speaks", {"In Japan and China.", "Then Russia."});
  EXPECT_EQ(found(result), "Putin=putin; Japan=japan; China=china; Russia=russia");
}

TEST(Mentions, MalformedAndEmptyTextsAreSafe) {
  EXPECT_EQ(found("ar", ""), "");
  EXPECT_EQ(found("zh", "\xE4\xBF", {"\xFF\xFE(", "（", "\"", "总统"}), "");
  EXPECT_EQ(found("xx", "Putin ("), "Putin=putin");
}

}  // namespace
}  // namespace synoptic::annotate
