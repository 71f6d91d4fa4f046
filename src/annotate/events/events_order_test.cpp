// Which name is the subject and which the object where the order of the words does not tell it.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::TestArticle;

// A name that stands in the text of a case is an entity of the same name.
const std::vector<std::pair<EntityType, std::vector<std::string>>> kNames = {
    {EntityType::kPerson,
     {"Karl Voss", "Anna Holt", "Карл Фосс", "Анну Хольт", "Игоря Залесского", "山本隆", "박정호",
      "करन वोस", "अन्ना होल्ट", "최안나"}},
    {EntityType::kCountry,
     {"Lundia", "Tarsk", "Malmö", "Лундія", "Мальмії", "伦德", "马尔默", "隆德", "Malmia",
      "लुंडिया"}},
    {EntityType::kCity, {"Visby", "룬드"}},
    {EntityType::kOrg, {"Norpol", "ФСБ", "НАБУ", "Holtec", "ЄС", "警視庁", "북구청"}},
};

struct OrderCase {
  std::string lang, text, action, actor, recipient;
};

void expect_sides(const std::vector<OrderCase>& cases) {
  for (const OrderCase& given : cases) {
    TestArticle article(given.lang, {given.text});
    for (const auto& [type, names] : kNames) {
      for (const auto& name : names) {
        if (given.text.find(name) != std::string::npos) article.mention(name, name, type);
      }
    }
    const model::Event* found = testing::event(article.events(), given.action);
    ASSERT_NE(found, nullptr) << given.text;
    EXPECT_EQ(testing::names(found->actor), given.actor) << given.text;
    EXPECT_EQ(testing::names(found->recipient), given.recipient) << given.text;
  }
}

TEST(EventOrder, BehindAnAsideTheSubjectBeforeItGoesOn) {
  expect_sides({
      {"en", "Karl Voss, who was arrested by Norpol in 2021, accused Lundia of lies.", "accuse",
       "Karl Voss", "Lundia"},
      {"fr", "Karl Voss, qui a été arrêté par Norpol lundi, a accusé Lundia.", "accuse",
       "Karl Voss", "Lundia"},
      {"de", "Karl Voss, der von Norpol verhaftet wurde, beschuldigte Lundia.", "accuse",
       "Karl Voss", "Lundia"},
      {"es", "Karl Voss, que fue detenido por Norpol, acusó a Lundia.", "accuse", "Karl Voss",
       "Lundia"},
      {"id", "Karl Voss, yang ditangkap Norpol, memecat Anna Holt.", "dismiss", "Karl Voss",
       "Anna Holt"},
      // The relative clause itself goes on with its own subject.
      {"en", "Norpol arrested Karl Voss, who criticised Lundia.", "condemn", "Karl Voss", "Lundia"},
  });
}

TEST(EventOrder, WhomARelativeWordTakesUpIsTheObject) {
  expect_sides({
      {"ru", "Карл Фосс, которого задержала ФСБ, молчит.", "arrest", "ФСБ", "Карл Фосс"},
      {"uk", "Карл Фосс, якого затримало НАБУ, мовчить.", "arrest", "НАБУ", "Карл Фосс"},
      {"es", "Karl Voss, a quien detuvo la Norpol, calla.", "arrest", "Norpol", "Karl Voss"},
      {"ru", "Карл Фосс, который задержал Анну Хольт, молчит.", "arrest", "Карл Фосс",
       "Анну Хольт"},
  });
}

TEST(EventOrder, TheObjectMayStandFirst) {
  expect_sides({
      {"de", "Den Tarsk hat Malmö angegriffen.", "attack", "Malmö", "Tarsk"},
      {"de", "Den Vorschlag lehnte Karl Voss ab.", "reject", "Karl Voss", ""},
      {"de", "Tarsk hat Malmö kritisiert.", "condemn", "Tarsk", "Malmö"},
      {"de", "Karl Voss will Anna Holt treffen.", "meet", "Karl Voss", "Anna Holt"},
      {"de", "Karl Voss plant, Anna Holt zu besuchen.", "visit", "Karl Voss", "Anna Holt"},
      {"de", "Tarsk kritisierte Malmö.", "condemn", "Tarsk", "Malmö"},
      {"es", "A Tarsk la acusó Malmö.", "accuse", "Malmö", "Tarsk"},
      {"ru", "Игоря Залесского задержала ФСБ.", "arrest", "ФСБ", "Игоря Залесского"},
  });
}

TEST(EventOrder, OfJoinedVerbsEachHasItsOwnObject) {
  expect_sides({
      {"en", "Norpol moved ships to Visby and warned Holtec.", "warn", "Norpol", "Holtec"},
      {"es", "Norpol desvió barcos a Visby y advirtió a Holtec.", "warn", "Norpol", "Holtec"},
      {"uk", "Лундія спинила транш ЄС і пригрозила Мальмії.", "threaten", "Лундія", "Мальмії"},
      {"zh", "伦德感谢马尔默并指责隆德。", "accuse", "伦德", "隆德"},
      {"es", "Norpol expulsó a Karl Voss y nombró a Anna Holt.", "appoint", "Norpol", "Anna Holt"},
      // A list is no second verb.
      {"en", "Lundia and Malmia condemned Norpol.", "condemn", "Lundia|Malmia", "Norpol"},
  });
}

TEST(EventOrder, ATitleBehindTheNameHidesNoMarker) {
  expect_sides({
      {"ja", "警視庁は1日、山本隆容疑者を逮捕した。", "arrest", "警視庁", "山本隆"},
      {"ja", "警視庁は山本隆容疑者（57）を逮捕した。", "arrest", "警視庁", "山本隆"},
      {"ko", "북구청은 박정호 씨를 체포했다.", "arrest", "북구청", "박정호"},
      {"ko", "북구청은 박정호(49) 씨를 체포했다.", "arrest", "북구청", "박정호"},
  });
}

TEST(EventOrder, ATopicAndAWayThereAreNoSubject) {
  expect_sides({
      {"tr", "Norpol, Lundia'yı Malmö konusunda suçladı.", "accuse", "Norpol", "Lundia"},
      {"hi", "करन वोस लुंडिया जाकर अन्ना होल्ट से मिले।", "meet", "करन वोस", "अन्ना होल्ट"},
      {"ko", "박정호는 룬드로 가서 최안나를 만났다.", "meet", "박정호", "최안나"},
  });
}

TEST(EventOrder, WhereSomebodyIsInvitedToIsNoRecipient) {
  expect_sides({
      {"en", "Karl Voss invited Anna Holt to Visby.", "invite", "Karl Voss", "Anna Holt"},
      {"es", "Karl Voss invitó a Anna Holt a Visby.", "invite", "Karl Voss", "Anna Holt"},
      {"de", "Karl Voss lud Anna Holt nach Visby ein.", "invite", "Karl Voss", "Anna Holt"},
      {"tr", "Karl Voss, Anna Holt'u Visby'ye davet etti.", "invite", "Karl Voss", "Anna Holt"},
      {"es", "Karl Voss invitó a Lundia.", "invite", "Karl Voss", "Lundia"},
  });
}

}  // namespace
}  // namespace synoptic::annotate
