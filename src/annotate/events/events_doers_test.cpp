// Who is no doer of a deed though his name stands before the verb.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::names;
using testing::TestArticle;

std::string doer_of(const model::Annotated& annotated, std::string_view type) {
  for (const model::Event& event : annotated.events) {
    if (event.type == type) return names(event.actor);
  }
  return "none";
}

TEST(EventDoers, AnOutletThatOnlyReportsADeedDoesNotDoIt) {
  TestArticle english("en", {"The ship, which news agency dpa reports was late, hit the Lund."});
  english.mention("dpa", "dpa").mention("Lund", "lund", EntityType::kProduct);
  EXPECT_NE(doer_of(english.events(), "ASSAULT"), "dpa");
  TestArticle chinese("zh", {"塔斯社报道，攻击伦德城的人逃走了。"});
  chinese.mention("塔斯社", "tass").mention("伦德城", "lund", EntityType::kCity);
  EXPECT_NE(doer_of(chinese.events(), "ASSAULT"), "tass");
  TestArticle itself("en", {"The army attacked Reuters on Monday."});
  itself.mention("Reuters", "reuters");
  const auto* attack = testing::event(itself.events(), "attack");
  ASSERT_NE(attack, nullptr);
  EXPECT_EQ(names(attack->recipient), "reuters");
}

TEST(EventDoers, FilmsAreShotWithoutADeath) {
  TestArticle film("en", {"Anna Holt shot the film in Lund, and the scene was shot twice."});
  film.mention("Anna Holt", "holt", EntityType::kPerson).mention("Lund", "lund", EntityType::kCity);
  EXPECT_EQ(doer_of(film.events(), "ASSAULT"), "none");
  TestArticle man("en", {"Anna Holt shot Karl Voss in Lund."});
  man.mention("Anna Holt", "holt", EntityType::kPerson)
      .mention("Karl Voss", "voss", EntityType::kPerson);
  EXPECT_EQ(doer_of(man.events(), "ASSAULT"), "holt");
}

TEST(EventDoers, AMurderedAmbassadorWasNotKilledByHisLand) {
  TestArticle murder("ru", {"Полиция раскрыла убийство польского посла в Лунде."});
  murder.mention("польского", "poland", EntityType::kCountry, "adjective");
  EXPECT_NE(doer_of(murder.events(), "ASSAULT"), "poland");
  TestArticle attack("ru", {"Началась атака польских войск на Лунд."});
  attack.mention("польских", "poland", EntityType::kCountry, "adjective")
      .mention("Лунд", "lund", EntityType::kCity);
  EXPECT_EQ(doer_of(attack.events(), "ASSAULT"), "poland");
}

TEST(EventDoers, WhetherItHappenedIsAskedAndNotDenied) {
  TestArticle asked("ru", {"Полиция выясняет, не напал ли Карл Фосс на Лунд."});
  asked.mention("Карл Фосс", "voss", EntityType::kPerson)
      .mention("Лунд", "lund", EntityType::kCity);
  const auto* open = testing::event(asked.events(), "attack");
  ASSERT_NE(open, nullptr);
  EXPECT_EQ(open->polarity, model::Polarity::kPositive);
  EXPECT_NE(open->modality, "asserted");
  TestArticle denied("ru", {"Полиция сообщила, что Карл Фосс не напал на Лунд."});
  denied.mention("Карл Фосс", "voss", EntityType::kPerson)
      .mention("Лунд", "lund", EntityType::kCity);
  const auto* none = testing::event(denied.events(), "attack");
  ASSERT_NE(none, nullptr);
  EXPECT_EQ(none->polarity, model::Polarity::kNegative);
}

TEST(EventDoers, NobodyDoesADeedToHimself) {
  TestArticle article("en", {"Ben Holt killed Main Road Ben Holt in Lund."});
  article.mention("Ben Holt", "holt", EntityType::kPerson);
  EXPECT_EQ(doer_of(article.events(), "ASSAULT"), "none");
}

TEST(EventDoers, WhoIsAttackedOrArrestedInAPassiveIsNoDoer) {
  TestArticle chinese("zh", {"伦德医院遭勒索软件攻击。"});
  chinese.mention("伦德医院", "lund");
  EXPECT_NE(doer_of(chinese.events(), "ASSAULT"), "lund");
  TestArticle indonesian("id", {"Karl Voss ditangkap di Lund pada hari Senin."});
  indonesian.mention("Karl Voss", "voss", EntityType::kPerson)
      .mention("Lund", "lund", EntityType::kCity);
  const auto* arrest = testing::event(indonesian.events(), "arrest");
  ASSERT_NE(arrest, nullptr);
  EXPECT_EQ(names(arrest->recipient), "voss");
  EXPECT_EQ(names(arrest->actor), "");
}

TEST(EventDoers, ARocketThatTakesASatelliteUpIsNoAttack) {
  for (const auto& [lang, text] :
       {std::pair{"ko", "룬드는 목요일 소유즈 로켓으로 위성을 발사했다고 밝혔다."},
        std::pair{"ru", "Лунд в четверг запустил спутник на ракете «Союз»."},
        std::pair{"en", "Lund launched the satellite on a Soyuz rocket on Thursday."},
        std::pair{"uk", "Лунд у четвер запустили супутник на ракеті «Союз»."}}) {
    TestArticle article(lang, {text});
    for (const model::Event& event : article.events().events) {
      EXPECT_NE(event.type, "ASSAULT") << text;
      EXPECT_NE(event.type, "MOBILIZE") << text;
    }
  }
  TestArticle shells("ko", {"룬드는 목요일 로켓포로 도시를 공격했다."});
  shells.mention("룬드", "lund");
  EXPECT_EQ(doer_of(shells.events(), "ASSAULT"), "lund");
}

TEST(EventDoers, AnAwardOfContractsAccusesNobody) {
  TestArticle article("fr", {"Anna Holt a attribué deux tronçons à Karl Voss."});
  article.mention("Anna Holt", "holt", EntityType::kPerson)
      .mention("Karl Voss", "voss", EntityType::kPerson);
  EXPECT_EQ(doer_of(article.events(), "ACCUSE"), "none");
}

}  // namespace
}  // namespace synoptic::annotate
