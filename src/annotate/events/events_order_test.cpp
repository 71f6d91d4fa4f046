// Which name is the subject and which the object where the order of the words does not tell it.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::TestArticle;

struct OrderCase {
  std::string lang, text, action, actor, recipient;
  std::vector<std::string> persons = {}, lands = {}, cities = {}, bodies = {};
};

// Every name is an entity of the same name.
void expect_sides(const OrderCase& given) {
  TestArticle article(given.lang, {given.text});
  for (const auto& name : given.persons) article.mention(name, name, EntityType::kPerson);
  for (const auto& name : given.lands) article.mention(name, name, EntityType::kCountry);
  for (const auto& name : given.cities) article.mention(name, name, EntityType::kCity);
  for (const auto& name : given.bodies) article.mention(name, name, EntityType::kOrg);
  const model::Event* found = testing::event(article.events(), given.action);
  ASSERT_NE(found, nullptr) << given.text;
  EXPECT_EQ(testing::names(found->actor), given.actor) << given.text;
  EXPECT_EQ(testing::names(found->recipient), given.recipient) << given.text;
}

TEST(EventOrder, BehindAnAsideTheSubjectBeforeItGoesOn) {
  for (const OrderCase& given : std::vector<OrderCase>{
           {"en",
            "Karl Voss, who was arrested by Norpol in 2021, accused Lundia of lies.",
            "accuse",
            "Karl Voss",
            "Lundia",
            {"Karl Voss"},
            {"Lundia"},
            {},
            {"Norpol"}},
           {"fr",
            "Karl Voss, qui a été arrêté par Norpol lundi, a accusé Lundia.",
            "accuse",
            "Karl Voss",
            "Lundia",
            {"Karl Voss"},
            {"Lundia"},
            {},
            {"Norpol"}},
           {"de",
            "Karl Voss, der von Norpol verhaftet wurde, beschuldigte Lundia.",
            "accuse",
            "Karl Voss",
            "Lundia",
            {"Karl Voss"},
            {"Lundia"},
            {},
            {"Norpol"}},
           {"es",
            "Karl Voss, que fue detenido por Norpol, acusó a Lundia.",
            "accuse",
            "Karl Voss",
            "Lundia",
            {"Karl Voss"},
            {"Lundia"},
            {},
            {"Norpol"}},
           {"id",
            "Karl Voss, yang ditangkap Norpol, memecat Anna Holt.",
            "dismiss",
            "Karl Voss",
            "Anna Holt",
            {"Karl Voss", "Anna Holt"},
            {},
            {},
            {"Norpol"}},
           // The relative clause itself goes on with its own subject.
           {"en",
            "Norpol arrested Karl Voss, who criticised Lundia.",
            "condemn",
            "Karl Voss",
            "Lundia",
            {"Karl Voss"},
            {"Lundia"},
            {},
            {"Norpol"}}}) {
    expect_sides(given);
  }
}

TEST(EventOrder, WhomARelativeWordTakesUpIsTheObject) {
  for (const OrderCase& given :
       std::vector<OrderCase>{{"ru",
                               "Карл Фосс, которого задержала ФСБ, молчит.",
                               "arrest",
                               "ФСБ",
                               "Карл Фосс",
                               {"Карл Фосс"},
                               {},
                               {},
                               {"ФСБ"}},
                              {"uk",
                               "Карл Фосс, якого затримало НАБУ, мовчить.",
                               "arrest",
                               "НАБУ",
                               "Карл Фосс",
                               {"Карл Фосс"},
                               {},
                               {},
                               {"НАБУ"}},
                              {"es",
                               "Karl Voss, a quien detuvo la Norpol, calla.",
                               "arrest",
                               "Norpol",
                               "Karl Voss",
                               {"Karl Voss"},
                               {},
                               {},
                               {"Norpol"}},
                              {"ru",
                               "Карл Фосс, который задержал Анну Хольт, молчит.",
                               "arrest",
                               "Карл Фосс",
                               "Анну Хольт",
                               {"Карл Фосс", "Анну Хольт"}}}) {
    expect_sides(given);
  }
}

TEST(EventOrder, TheObjectMayStandFirst) {
  for (const OrderCase& given : std::vector<OrderCase>{
           {"de",
            "Den Lund hat Malmö angegriffen.",
            "attack",
            "Malmö",
            "Lund",
            {},
            {"Lund", "Malmö"}},
           {"de", "Den Vorschlag lehnte Karl Voss ab.", "reject", "Karl Voss", "", {"Karl Voss"}},
           {"de", "Lund hat Malmö kritisiert.", "condemn", "Lund", "Malmö", {}, {"Lund", "Malmö"}},
           {"de",
            "Karl Voss will Anna Holt treffen.",
            "meet",
            "Karl Voss",
            "Anna Holt",
            {"Karl Voss", "Anna Holt"}},
           {"de",
            "Karl Voss plant, Anna Holt zu besuchen.",
            "visit",
            "Karl Voss",
            "Anna Holt",
            {"Karl Voss", "Anna Holt"}},
           {"de", "Lund kritisierte Malmö.", "condemn", "Lund", "Malmö", {}, {"Lund", "Malmö"}},
           {"es", "A Lund la acusó Malmö.", "accuse", "Malmö", "Lund", {}, {"Lund", "Malmö"}},
           {"ru",
            "Игоря Залесского задержала ФСБ.",
            "arrest",
            "ФСБ",
            "Игоря Залесского",
            {},
            {},
            {},
            {"ФСБ"}}}) {
    if (given.lang != "ru") {
      expect_sides(given);
      continue;
    }
    TestArticle article(given.lang, {given.text});
    article.mention("ФСБ", "ФСБ").mention("Игоря Залесского", "", EntityType::kPerson);
    const model::Event* found = testing::event(article.events(), given.action);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(testing::names(found->actor), given.actor);
    EXPECT_EQ(testing::names(found->recipient), given.recipient);
  }
}

TEST(EventOrder, OfJoinedVerbsEachHasItsOwnObject) {
  for (const OrderCase& given :
       std::vector<OrderCase>{{"en",
                               "Norpol moved ships to Lund and warned Holtec.",
                               "warn",
                               "Norpol",
                               "Holtec",
                               {},
                               {},
                               {"Lund"},
                               {"Norpol", "Holtec"}},
                              {"es",
                               "Norpol desvió barcos a Lund y advirtió a Holtec.",
                               "warn",
                               "Norpol",
                               "Holtec",
                               {},
                               {},
                               {"Lund"},
                               {"Norpol", "Holtec"}},
                              {"uk",
                               "Лундія спинила транш ЄС і пригрозила Мальмії.",
                               "threaten",
                               "Лундія",
                               "Мальмії",
                               {},
                               {"Лундія", "Мальмії"},
                               {},
                               {"ЄС"}},
                              {"zh",
                               "伦德感谢马尔默并指责隆德。",
                               "accuse",
                               "伦德",
                               "隆德",
                               {},
                               {"伦德", "马尔默", "隆德"}},
                              {"es",
                               "Norpol expulsó a Karl Voss y nombró a Anna Holt.",
                               "appoint",
                               "Norpol",
                               "Anna Holt",
                               {"Karl Voss", "Anna Holt"},
                               {},
                               {},
                               {"Norpol"}},
                              // A list is no second verb.
                              {"en",
                               "Lundia and Malmia condemned Norpol.",
                               "condemn",
                               "Lundia|Malmia",
                               "Norpol",
                               {},
                               {"Lundia", "Malmia"},
                               {},
                               {"Norpol"}}}) {
    expect_sides(given);
  }
}

TEST(EventOrder, ATitleBehindTheNameHidesNoMarker) {
  for (const OrderCase& given : std::vector<OrderCase>{{"ja",
                                                        "警視庁は1日、山本隆容疑者を逮捕した。",
                                                        "arrest",
                                                        "警視庁",
                                                        "山本隆",
                                                        {"山本隆"},
                                                        {},
                                                        {},
                                                        {"警視庁"}},
                                                       {"ja",
                                                        "警視庁は山本隆容疑者（57）を逮捕した。",
                                                        "arrest",
                                                        "警視庁",
                                                        "山本隆",
                                                        {"山本隆"},
                                                        {},
                                                        {},
                                                        {"警視庁"}},
                                                       {"ko",
                                                        "북구청은 박정호 씨를 체포했다.",
                                                        "arrest",
                                                        "북구청",
                                                        "박정호",
                                                        {"박정호"},
                                                        {},
                                                        {},
                                                        {"북구청"}},
                                                       {"ko",
                                                        "북구청은 박정호(49) 씨를 체포했다.",
                                                        "arrest",
                                                        "북구청",
                                                        "박정호",
                                                        {"박정호"},
                                                        {},
                                                        {},
                                                        {"북구청"}}}) {
    expect_sides(given);
  }
}

TEST(EventOrder, ATopicAndAWayThereAreNoSubject) {
  for (const OrderCase& given :
       std::vector<OrderCase>{{"tr",
                               "Norpol, Lundia'yı Malmö konusunda suçladı.",
                               "accuse",
                               "Norpol",
                               "Lundia",
                               {},
                               {"Lundia", "Malmö"},
                               {},
                               {"Norpol"}},
                              {"hi",
                               "करन वोस लुंडिया जाकर अन्ना होल्ट से मिले।",
                               "meet",
                               "करन वोस",
                               "अन्ना होल्ट",
                               {"करन वोस", "अन्ना होल्ट"},
                               {"लुंडिया"}},
                              {"ko",
                               "박정호는 룬드로 가서 최안나를 만났다.",
                               "meet",
                               "박정호",
                               "최안나",
                               {"박정호", "최안나"},
                               {},
                               {"룬드"}}}) {
    expect_sides(given);
  }
}

TEST(EventOrder, WhereSomebodyIsInvitedToIsNoRecipient) {
  for (const OrderCase& given : std::vector<OrderCase>{{"en",
                                                        "Karl Voss invited Anna Holt to Lund.",
                                                        "invite",
                                                        "Karl Voss",
                                                        "Anna Holt",
                                                        {"Karl Voss", "Anna Holt"},
                                                        {},
                                                        {"Lund"}},
                                                       {"es",
                                                        "Karl Voss invitó a Anna Holt a Lund.",
                                                        "invite",
                                                        "Karl Voss",
                                                        "Anna Holt",
                                                        {"Karl Voss", "Anna Holt"},
                                                        {},
                                                        {"Lund"}},
                                                       {"de",
                                                        "Karl Voss lud Anna Holt nach Lund ein.",
                                                        "invite",
                                                        "Karl Voss",
                                                        "Anna Holt",
                                                        {"Karl Voss", "Anna Holt"},
                                                        {},
                                                        {"Lund"}},
                                                       {"tr",
                                                        "Karl Voss, Anna Holt'u Lund'a davet etti.",
                                                        "invite",
                                                        "Karl Voss",
                                                        "Anna Holt",
                                                        {"Karl Voss", "Anna Holt"},
                                                        {},
                                                        {"Lund"}},
                                                       {"es",
                                                        "Karl Voss invitó a Lundia.",
                                                        "invite",
                                                        "Karl Voss",
                                                        "Lundia",
                                                        {"Karl Voss"},
                                                        {"Lundia"}}}) {
    expect_sides(given);
  }
}

}  // namespace
}  // namespace synoptic::annotate
