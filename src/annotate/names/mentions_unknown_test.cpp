#include <gtest/gtest.h>

#include <tuple>

#include "annotate/names/testing_world.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::annotated;
using testing::found;
using testing::known;
using testing::mention_of;

TEST(Mentions, UnknownPersonBehindRoleIsNilAndCarriesOn) {
  const auto result =
      annotated("ar", "بيان",
                {"وأفاد المتحدث باسم الحكومة اليابانية تارو ياماموتو، بأن الوفد وصل.",
                 "وفق ياماموتو.", "قال المتحدث باسم الحكومة اليابانية"});
  const auto* full = mention_of(result, "تارو ياماموتو");
  ASSERT_NE(full, nullptr);
  EXPECT_EQ(full->entity, "");
  EXPECT_EQ(full->type, EntityType::kPerson);
  EXPECT_EQ(full->role, "Government spokesperson of Japan");
  const auto* surname = mention_of(result, "ياماموتو");
  ASSERT_NE(surname, nullptr);
  EXPECT_EQ(surname->name, "تارو ياماموتو");
  EXPECT_EQ(surname->form, "short");
  const auto* role = mention_of(result, "المتحدث باسم الحكومة اليابانية");
  ASSERT_NE(role, nullptr);
  EXPECT_EQ(role->name, "تارو ياماموتو");
}

TEST(Mentions, FormsOfOneFullNameCarryItsSurname) {
  const auto result =
      annotated("ru", "Врачи",
                {"Об этом рассказала врач Анна Ковалевич. По словам Анны Ковалевич, "
                 "больных много.",
                 "Позднее Ковалевич уехала."});
  const auto* surname = mention_of(result, "Ковалевич");
  ASSERT_NE(surname, nullptr);
  EXPECT_EQ(surname->name, "Анна Ковалевич");
  EXPECT_EQ(surname->form, "short");
}

TEST(Mentions, GivenNameThatLooksLikeAnAdjective) {
  const auto result = annotated("zh", "消息", {"联邦储蓄银行 CEO German Kovalev 在 2023 年承认"});
  const auto* person = mention_of(result, "German Kovalev");
  ASSERT_NE(person, nullptr);
  EXPECT_EQ(person->entity, "");
  EXPECT_EQ(person->type, EntityType::kPerson);
  EXPECT_EQ(person->role, "CEO of Sberbank");
}

TEST(Mentions, ForeignCapitalsAreNilNeverTheNearestName) {
  const auto result = annotated("ar", "محادثات", {"مع شركات مثل AI Quorve و Vandelay Media"});
  EXPECT_EQ(found(result), "AI Quorve=?; Vandelay Media=?");
  EXPECT_EQ(result.mentions[0].type, EntityType::kOrg);
}

TEST(Mentions, AcronymsInForeignTextAreNoNames) {
  EXPECT_EQ(found("zh", "用于 AI 的 GPU 芯片"), "AI=ai");
}

TEST(Mentions, QuotedNameBehindNewspaperWord) {
  const auto result = annotated("ru", "Пресса", {"Об этом пишет газета «Вечерний Прилив»."});
  ASSERT_EQ(found(result), "Вечерний Прилив=?");
  EXPECT_EQ(result.mentions[0].type, EntityType::kOrg);
}

TEST(Mentions, ATeamGoesByItsCountrysId) {
  const auto result =
      annotated("en", "Friendlies", {"Japan beat Russia 2-1 in Moscow on Saturday."});
  EXPECT_EQ(found(result), "Japan=japan; Russia=russia; Moscow=moscow");
  EXPECT_EQ(result.mentions[0].type, EntityType::kOrg);
  EXPECT_EQ(result.mentions[2].type, EntityType::kCity);
}

TEST(Mentions, BracketsTeachTheOtherName) {
  const auto result = annotated("zh", "联邦储蓄银行(Sber)宣布", {"Sber 是最大银行"});
  EXPECT_EQ(found(result), "联邦储蓄银行=sberbank; Sber=sberbank; Sber=sberbank");
}

TEST(Mentions, OneSlipBehindACompanyWord) {
  const auto result = annotated("ar", "مفاوضات", {"قالت شركة تنسينت إن أرباحها ارتفعت."});
  const auto* mention = mention_of(result, "تنسينت");
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(mention->entity, "tencent");
  EXPECT_EQ(mention->form, "fuzzy");
  EXPECT_EQ(known("ar", "رأيت تنسينت اليوم"), "");
  EXPECT_EQ(known("ar", "", {"قال حزب تنسينت اليوم"}), "");
}

TEST(Mentions, UnknownPersonOfAnOrganisation) {
  const auto result =
      annotated("en", "News", {"It was late, analyst Jane Roe of Vandelay Corp said. Roe left."});
  EXPECT_EQ(found(result), "Jane Roe=?; Vandelay Corp=?; Roe=?");
  EXPECT_EQ(result.mentions[0].type, EntityType::kPerson);
  EXPECT_EQ(result.mentions[1].type, EntityType::kOrg);
  EXPECT_EQ(result.mentions[2].name, "Jane Roe");
}

TEST(Descriptions, TheAmericanCompanyIsTheOnlyOneNamed) {
  const std::vector<std::tuple<std::string, std::string, std::string>> claims{
      {"en", "Corveo met Zhenli. Later the American company left.", "American company"},
      {"ar", "كورفيو مع جينلي. إن الشركة الأمريكية رحلت.", "الشركة الأمريكية"},
      {"zh", "科尔韦与真力会谈。这家美国公司离开了。", "美国公司"},
      {"ru", "Корвео и Чжэньли. Теперь американская компания ушла.", "американская компания"},
      {"es", "Corveo vino. Ahora la empresa estadounidense calla.", "empresa estadounidense"},
      {"de", "Corveo kam. Nun schweigt der amerikanische Konzern.", "amerikanische Konzern"}};
  for (const auto& [lang, text, words] : claims) {
    const auto result = annotated(lang, "", {text});
    const auto* mention = mention_of(result, words);
    ASSERT_NE(mention, nullptr) << text << "\n" << found(result);
    EXPECT_EQ(mention->entity, "corveo") << text;
    EXPECT_EQ(mention->form, "description");
    EXPECT_EQ(mention->rule, "only_organisation_that_fits");
  }
}

TEST(Descriptions, NobodyWhereTwoFitOrNoneIsNamedYet) {
  for (const std::string text :
       {"Apple Inc. met Corveo. Later the American company left.",
        "The American company left. Later Corveo came.", "Corveo met an American company.",
        "Corveo met the American company Vandelay."}) {
    for (const auto& mention : annotated("en", "", {text}).mentions) {
      EXPECT_NE(mention.form, "description") << text;
    }
  }
  for (const auto& mention : annotated("zh", "", {"科尔韦来了。美国公司很多。"}).mentions) {
    EXPECT_NE(mention.form, "description");
  }
}

TEST(Descriptions, ThisCompanyNeedsNoCountry) {
  EXPECT_EQ(found("zh", "", {"真力来了。该公司表示"}), "真力=zhenli; 该公司=zhenli");
  EXPECT_EQ(found("zh", "", {"真力和科尔韦来了。该公司表示"}), "真力=zhenli; 科尔韦=corveo");
  EXPECT_EQ(found("ja", "", {"クォーヴが来た。同社は"}), "クォーヴ=corveo; 同社=corveo");
}

TEST(Descriptions, TheCountryIsTheOneLastSpokenOf) {
  EXPECT_EQ(found("en", "", {"Aid reached Mali. The army guards the country."}),
            "Mali=mali; country=mali");
  EXPECT_EQ(found("en", "", {"Mali and Russia met. The army guards the country."}),
            "Mali=mali; Russia=russia");
  EXPECT_EQ(found("zh", "", {"他访问俄罗斯。该国很大。"}), "俄罗斯=russia; 该国=russia");
}

}  // namespace
}  // namespace synoptic::annotate
