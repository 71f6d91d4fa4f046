#include <algorithm>

#include "annotate/annotate.h"
#include "annotate/events/event_times.h"
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::event;
using testing::names;
using testing::TestArticle;

constexpr EntityType kPerson = EntityType::kPerson;
constexpr EntityType kCountry = EntityType::kCountry;

TEST(Events, EnglishOrderHasItsAddresseesAndItsPartner) {
  TestArticle article("en", {"President Lula ordered the Ministry of Health and Petrobras to "
                             "strengthen cooperation with India on vaccines."});
  article.mention("Lula", "lula", kPerson)
      .mention("Ministry of Health", "brazil/health")
      .mention("Petrobras", "petrobras")
      .mention("India", "india", kCountry);
  const auto* order = event(article.events(), "order");
  ASSERT_NE(order, nullptr);
  EXPECT_EQ(names(order->actor), "lula");
  EXPECT_EQ(names(order->recipient), "brazil/health|petrobras");
  EXPECT_EQ(names(order->partner), "india");
  EXPECT_EQ(order->type, "COOPERATE");
  EXPECT_EQ(order->modality, "asserted");
}

TEST(Events, ArabicOrderInTwoWordsTakesTheNameBehindItsPreposition) {
  TestArticle article("ar", {"أصدر السيسي تعليمات لبنك مصر بالبدء في تعاون مع الهند."});
  article.mention("السيسي", "sisi", kPerson)
      .mention("بنك مصر", "banque-misr")
      .mention("الهند", "india", kCountry);
  const auto* order = event(article.events(), "order");
  ASSERT_NE(order, nullptr);
  EXPECT_EQ(names(order->actor), "sisi");
  EXPECT_EQ(names(order->recipient), "banque-misr");
  EXPECT_EQ(names(order->partner), "india");
  EXPECT_EQ(order->type, "COOPERATE");
}

TEST(Events, ACityIsWhereAThingIsSignedAndNoSideOfIt) {
  TestArticle fr("fr", {"La France et l'Inde ont signé mardi à Lisbonne un accord."});
  fr.mention("France", "france", kCountry)
      .mention("Inde", "india", kCountry)
      .mention("Lisbonne", "lisbon", EntityType::kCity);
  const auto* sign = event(fr.events(), "sign");
  ASSERT_NE(sign, nullptr);
  EXPECT_EQ(names(sign->recipient), "");
  ASSERT_TRUE(sign->place.has_value());
  EXPECT_EQ(sign->place->entity, "lisbon");
}

TEST(Events, WhatNumbersCountIsNoSideOfADeed) {
  TestArticle en("en", {"India and France signed a contract for three Corvina-class boats."});
  en.mention("India", "india", kCountry)
      .mention("France", "france", kCountry)
      .mention("Corvina-class", "", EntityType::kOrg);
  const auto* sign = event(en.events(), "sign");
  ASSERT_NE(sign, nullptr);
  EXPECT_EQ(names(sign->recipient), "");
  TestArticle fr("fr", {"L'Inde a signé un contrat pour trois sous-marins Corvina."});
  fr.mention("Inde", "india", kCountry).mention("Corvina", "", EntityType::kOrg);
  sign = event(fr.events(), "sign");
  ASSERT_NE(sign, nullptr);
  EXPECT_EQ(names(sign->recipient), "");
}

TEST(Events, ASentenceToPrisonIsNoArrest) {
  TestArticle en("en", {"The court sentenced Demir to 12 years in prison."});
  en.mention("Demir", "demir", kPerson);
  EXPECT_NE(event(en.events(), "sentence"), nullptr);
  TestArticle uk("uk", {"Суд засудив Демира до 12 років ув'язнення."});
  uk.mention("Демира", "demir", kPerson);
  EXPECT_NE(event(uk.events(), "sentence"), nullptr);
}

TEST(Events, ByBehindANounIsNoPassive) {
  TestArticle game("en", {"The Steelers led 13-6 after three turnovers by the Texans."});
  game.mention("Steelers", "steelers").mention("Texans", "texans");
  const auto* lead = event(game.events(), "lead");
  ASSERT_NE(lead, nullptr);
  EXPECT_EQ(names(lead->actor), "steelers");
  TestArticle attack("en", {"The town attacked by Russia burned."});
  attack.mention("Russia", "russia", kCountry);
  const auto* attacked = event(attack.events(), "attack");
  ASSERT_NE(attacked, nullptr);
  EXPECT_EQ(names(attacked->actor), "russia");
}

TEST(Events, AGoalThatIsConcededIsNotForgiven) {
  TestArticle game("ja", {"鹿島は先制を許した。"});
  game.mention("鹿島", "kashima");
  EXPECT_EQ(event(game.events(), "forgive"), nullptr);
  TestArticle cup("id", {"Kashima mengangkat trofi di Jakarta."});
  cup.mention("Kashima", "kashima").mention("Jakarta", "jakarta", EntityType::kCity);
  EXPECT_EQ(event(cup.events(), "appoint"), nullptr);
}

TEST(Events, WordsInAnotherSenseAreNoDeeds) {
  TestArticle fire("en", {"A car of Siemens caught fire in Berlin."});
  fire.mention("Siemens", "siemens").mention("Berlin", "berlin", EntityType::kCity);
  EXPECT_EQ(event(fire.events(), "arrest"), nullptr);
  TestArticle quake("en", {"An earthquake strikes Iran."});
  quake.mention("Iran", "iran", kCountry);
  EXPECT_EQ(event(quake.events(), "attack"), nullptr);
  EXPECT_NE(event(quake.events(), "earthquake"), nullptr);
  TestArticle defeat("es", {"Évora reconoció la derrota ante Lopes."});
  defeat.mention("Évora", "evora", kPerson).mention("Lopes", "lopes", kPerson);
  EXPECT_EQ(event(defeat.events(), "beat"), nullptr);
  EXPECT_NE(event(defeat.events(), "admit_defeat"), nullptr);
  TestArticle according("pt", {"Não houve vítimas, de acordo com a Marinha de Portugal."});
  according.mention("Marinha de Portugal", "portugal/navy");
  EXPECT_EQ(event(according.events(), "agree"), nullptr);
  TestArticle funds("en", {"Peru freed up 50 million soles in aid."});
  funds.mention("Peru", "peru", kCountry);
  EXPECT_EQ(event(funds.events(), "release"), nullptr);
  TestArticle lawyer("ko", {"윤태석의 변호인은 항소하겠다고 말했다."});
  lawyer.mention("윤태석", "yoon", kPerson);
  EXPECT_EQ(event(lawyer.events(), "defend"), nullptr);
}

TEST(Events, ArabicAchievingIsNoInquiryAndDominanceIsNoSeizure) {
  TestArticle achieve("ar", {"يوفر ذلك للهند فرصة لتحقيق تقدم في هذا القطاع."});
  achieve.mention("للهند", "india", kCountry);
  EXPECT_EQ(event(achieve.events(), "investigate"), nullptr);
  TestArticle inquiry("ar", {"فتحت الهند تحقيقا في الحادث."});
  inquiry.mention("الهند", "india", kCountry);
  EXPECT_NE(event(inquiry.events(), "investigate"), nullptr);
  TestArticle dominance("ar", {"تواجه الشركات سيطرة الهند على الأسواق."});
  dominance.mention("الهند", "india", kCountry);
  EXPECT_EQ(event(dominance.events(), "seize"), nullptr);
  TestArticle seizure("ar", {"سيطرت الهند على السفينة."});
  seizure.mention("الهند", "india", kCountry);
  EXPECT_NE(event(seizure.events(), "seize"), nullptr);
}

TEST(Events, ChineseOrderJoinsTwoAddressees) {
  TestArticle article("zh-Hans", {"莫迪指示财政部以及印度国家银行(SBI)加强与巴西在农业上的合作。"});
  article.mention("莫迪", "modi", kPerson)
      .mention("财政部", "india/finance")
      .mention("印度国家银行", "sbi")
      .mention("SBI", "sbi")
      .mention("巴西", "brazil", kCountry);
  const auto* order = event(article.events(), "order");
  ASSERT_NE(order, nullptr);
  EXPECT_EQ(names(order->actor), "modi");
  EXPECT_EQ(names(order->recipient), "india/finance|sbi");
  EXPECT_EQ(names(order->partner), "brazil");
}

TEST(Events, WhatIsToldWithAScoreIsNoAssault) {
  const auto assaults = [](const std::string& text) {
    model::Article article;
    article.lang = "en";
    article.blocks.push_back({.text = text});
    const auto annotated = annotate(std::move(article), testing::knowledge());
    return std::count_if(annotated.events.begin(), annotated.events.end(),
                         [](const model::Event& found) { return found.type == "ASSAULT"; });
  };
  EXPECT_EQ(assaults("Japan beat Russia 2-1 in Moscow on Saturday."), 0);
  EXPECT_EQ(assaults("Police beat protesters in Moscow on Saturday."), 1);
}

TEST(Events, RussianOrderGoesToTheDative) {
  TestArticle article("ru", {"Токаев поручил Казатомпрому начать сотрудничество с Францией."});
  article.mention("Токаев", "tokayev", kPerson)
      .mention("Казатомпрому", "kazatomprom")
      .mention("Францией", "france", kCountry);
  const auto* order = event(article.events(), "order");
  ASSERT_NE(order, nullptr);
  EXPECT_EQ(names(order->actor), "tokayev");
  EXPECT_EQ(names(order->recipient), "kazatomprom");
}

TEST(Events, AnAddresseeWithoutAKnownNameIsKeptAsWritten) {
  TestArticle article("en", {"Meloni ordered the rice board to buy grain."});
  article.mention("Meloni", "meloni", kPerson);
  const auto* order = event(article.events(), "order");
  ASSERT_NE(order, nullptr);
  ASSERT_EQ(order->recipient.size(), 1u);
  EXPECT_EQ(order->recipient[0].text, "rice board");
  EXPECT_TRUE(order->recipient[0].entity.empty());
}

TEST(Events, TriggerAndClauseAreBytesOfTheBlock) {
  const std::string text = "Wetter gut. Kanzler Merz besuchte Polen.";
  TestArticle article("de", {text});
  article.mention("Merz", "merz", kPerson).mention("Polen", "poland", kCountry);
  const auto* visit = event(article.events(), "visit");
  ASSERT_NE(visit, nullptr);
  EXPECT_EQ(visit->trigger.range.of(text), "besuchte");
  EXPECT_EQ(visit->at.range.of(text), "Kanzler Merz besuchte Polen");
  EXPECT_EQ(names(visit->recipient), "poland");
}

TEST(Events, ANegationTurnsThePolarity) {
  TestArticle article("en", {"Norway did not sign the treaty with Chile."});
  article.mention("Norway", "norway", kCountry).mention("Chile", "chile", kCountry);
  const auto* sign = event(article.events(), "sign");
  ASSERT_NE(sign, nullptr);
  EXPECT_EQ(sign->polarity, model::Polarity::kNegative);
}

TEST(Events, ArabicNegationReachesOverARelativeClause) {
  TestArticle article("ar", {"ولم يجر ماكرون الذي قصد كندا، أي زيارة دولة إلى المكسيك."});
  article.mention("ماكرون", "macron", kPerson)
      .mention("كندا", "canada", kCountry)
      .mention("المكسيك", "mexico", kCountry);
  const auto& found = article.events();
  const auto* visit = event(found, "visit");
  ASSERT_NE(visit, nullptr);
  EXPECT_EQ(names(visit->actor), "macron");
  EXPECT_EQ(names(visit->recipient), "mexico");
  EXPECT_EQ(visit->polarity, model::Polarity::kNegative);
  const auto* go = event(found, "go");
  ASSERT_NE(go, nullptr);
  EXPECT_EQ(names(go->actor), "macron");
  EXPECT_EQ(go->polarity, model::Polarity::kPositive);
}

TEST(Events, NotOnlyDeniesNothing) {
  TestArticle article("zh-Hans", {"德国不仅落后于日本和韩国。"});
  article.mention("德国", "germany", kCountry)
      .mention("日本", "japan", kCountry)
      .mention("韩国", "south-korea", kCountry);
  const auto* lag = event(article.events(), "lag");
  ASSERT_NE(lag, nullptr);
  EXPECT_EQ(names(lag->recipient), "japan|south-korea");
  EXPECT_EQ(lag->polarity, model::Polarity::kPositive);
}

TEST(Events, WhatIsAskedForMayBeDeniedAndIsAskedFor) {
  TestArticle article("hi", {"मूसा कोनाते ने 15 अक्टूबर तक माल न देने की अपील की है।"});
  article.mention("मूसा कोनाते", "konate", kPerson);
  const auto* urge = event(article.events(), "urge");
  ASSERT_NE(urge, nullptr);
  EXPECT_EQ(urge->polarity, model::Polarity::kPositive);
}

TEST(Events, PlansAndRumoursAreNotFacts) {
  TestArticle plan("en", {"Japan plans to invite Lula."});
  plan.mention("Japan", "japan", kCountry).mention("Lula", "lula", kPerson);
  const auto* invite = event(plan.events(), "invite");
  ASSERT_NE(invite, nullptr);
  EXPECT_EQ(invite->modality, "planned");

  TestArticle rumour("ar", {"أجرت سوني محادثات مع نوكيا، كما ظهرت شائعات حول محادثات مع ياهو."});
  rumour.mention("سوني", "sony").mention("نوكيا", "nokia").mention("ياهو", "yahoo");
  const auto& found = rumour.events();
  ASSERT_EQ(found.events.size(), 2u);
  EXPECT_EQ(names(found.events[0].recipient), "nokia");
  EXPECT_EQ(found.events[0].modality, "asserted");
  EXPECT_EQ(names(found.events[1].actor), "sony");
  EXPECT_EQ(names(found.events[1].recipient), "yahoo");
  EXPECT_EQ(found.events[1].modality, "rumoured");
}

TEST(Events, AnObjectFirstRelativeClauseFindsItsAntecedentOverTheCopula) {
  TestArticle article("ar", {"وقالت الصحف إن نوكيا هي الشركة التي اختارتها سوني لهذه الصفقة."});
  article.mention("نوكيا", "nokia").mention("سوني", "sony");
  const auto* choose = event(article.events(), "choose");
  ASSERT_NE(choose, nullptr);
  EXPECT_EQ(names(choose->actor), "sony");
  EXPECT_EQ(names(choose->recipient), "nokia");
}

TEST(Events, ASecondVerbGoesOnWithTheFirstSubject) {
  TestArticle article("ar", {"سوني ترفض نوكيا وتختار هذه الشركة"});
  article.mention("نوكيا", "nokia").mention("سوني", "sony");
  const auto& found = article.events();
  const auto* reject = event(found, "reject");
  ASSERT_NE(reject, nullptr);
  EXPECT_EQ(names(reject->actor), "sony");
  EXPECT_EQ(names(reject->recipient), "nokia");
  const auto* choose = event(found, "choose");
  ASSERT_NE(choose, nullptr);
  EXPECT_EQ(names(choose->actor), "sony");
  EXPECT_EQ(names(choose->recipient), "هذه الشركة");
}

TEST(Events, APassiveSubjectReceives) {
  TestArticle english("en", {"Kaspersky was banned by Australia."});
  english.mention("Kaspersky", "kaspersky").mention("Australia", "australia", kCountry);
  const auto* ban = event(english.events(), "ban");
  ASSERT_NE(ban, nullptr);
  EXPECT_EQ(names(ban->actor), "australia");
  EXPECT_EQ(names(ban->recipient), "kaspersky");

  TestArticle arabic("ar", {"تعرضت نوكيا لقيود من قبل أستراليا بسبب مخاوف."});
  arabic.mention("نوكيا", "nokia").mention("أستراليا", "australia", kCountry);
  ban = event(arabic.events(), "ban");
  ASSERT_NE(ban, nullptr);
  EXPECT_EQ(names(ban->actor), "australia");
  EXPECT_EQ(names(ban->recipient), "nokia");
}

TEST(Events, ASubmissionIsReceivedByWhoMustApprove) {
  TestArticle article("ar", {"سوني ونوكيا تقدمتا بالفعل بمجموعة من الخدمات للموافقة عليها من قبل "
                             "وزارة الاتصالات."});
  article.mention("سوني", "sony").mention("نوكيا", "nokia").mention("وزارة الاتصالات", "ministry");
  const auto* submit = event(article.events(), "submit");
  ASSERT_NE(submit, nullptr);
  EXPECT_EQ(names(submit->actor), "sony|nokia");
  EXPECT_EQ(names(submit->recipient), "ministry");
}

TEST(Events, AReasonIsBackgroundAndANounOfDoingHasItsSides) {
  TestArticle article("zh-Hans", {"因伊拉克入侵科威特，英国对伊拉克的制裁导致了主要银行离开。"});
  article.mention("伊拉克", "iraq", kCountry)
      .mention("科威特", "kuwait", kCountry)
      .mention("英国", "uk", kCountry);
  const auto& found = article.events();
  const auto* invade = event(found, "invade");
  ASSERT_NE(invade, nullptr);
  EXPECT_EQ(invade->type, "ASSAULT");
  EXPECT_EQ(invade->modality, "background");
  EXPECT_EQ(names(invade->recipient), "kuwait");
  const auto* sanction = event(found, "sanction");
  ASSERT_NE(sanction, nullptr);
  EXPECT_EQ(names(sanction->actor), "uk");
  EXPECT_EQ(names(sanction->recipient), "iraq");
}

TEST(Events, AdjectivesBesideANounAreItsSides) {
  TestArticle article("ar", {"تتواصل المحادثات التركية المصرية."});
  article.mention("التركية", "turkey", kCountry, "adjective")
      .mention("المصرية", "egypt", kCountry, "adjective");
  const auto* talks = event(article.events(), "negotiate");
  ASSERT_NE(talks, nullptr);
  EXPECT_EQ(names(talks->actor), "turkey");
  EXPECT_EQ(names(talks->recipient), "egypt");
}

TEST(Events, VerbLastLanguagesMarkTheirNames) {
  TestArticle japanese("ja", {"石破首相はトヨタに生産の拡大を指示した。"});
  japanese.mention("石破首相", "ishiba", kPerson).mention("トヨタ", "toyota");
  const auto* order = event(japanese.events(), "order");
  ASSERT_NE(order, nullptr);
  EXPECT_EQ(names(order->actor), "ishiba");
  EXPECT_EQ(names(order->recipient), "toyota");

  TestArticle turkish("tr", {"Erdoğan, Botaş'a talimat verdi."});
  turkish.mention("Erdoğan", "erdogan", kPerson).mention("Botaş", "botas");
  order = event(turkish.events(), "order");
  ASSERT_NE(order, nullptr);
  EXPECT_EQ(names(order->actor), "erdogan");
  EXPECT_EQ(names(order->recipient), "botas");
}

TEST(Events, AnOfficeKnownByItsCountryOnlyIsKeptAsWritten) {
  TestArticle article("ar",
                      {"سوني ونوكيا تقدمتا بطلب للموافقة عليه من قبل الهيئة المنظمة الهندية."});
  article.mention("سوني", "sony")
      .mention("نوكيا", "nokia")
      .mention("الهندية", "india", kCountry, "adjective");
  const auto* submit = event(article.events(), "submit");
  ASSERT_NE(submit, nullptr);
  ASSERT_EQ(submit->recipient.size(), 1u);
  EXPECT_EQ(submit->recipient[0].text, "الهيئة المنظمة الهندية");
  EXPECT_TRUE(submit->recipient[0].entity.empty());
}

TEST(Events, WordsInsideANameAreNoTriggers) {
  TestArticle article("en", {"The European Bank for Reconstruction and Development is in London."});
  article.mention("European Bank for Reconstruction and Development", "ebrd");
  EXPECT_TRUE(article.events().events.empty());
}

TEST(Events, CaptionsRepeatAndAreLeftOut) {
  TestArticle article("en", {"Lula visits Chile."});
  article.kind(0, model::BlockKind::kCaption)
      .mention("Lula", "lula", kPerson)
      .mention("Chile", "chile", kCountry);
  EXPECT_TRUE(article.events().events.empty());
}

TEST(Events, MalformedTextIsSurvived) {
  TestArticle article("ar", {"\xd8 أمر \xff", "((((", "", "من قبل", "، ، ،"});
  TestArticle chinese("zh", {"被被被制裁的制裁对对向\xe4\xb8", "“"});
  for (const auto* read : {&article.events(), &chinese.events()}) {
    for (const model::Event& event : read->events) {
      EXPECT_LE(event.at.range.end, model::text_of(read->article, event.at).size());
    }
  }
  for (const model::Quote& quote : chinese.quotes().quotes) {
    EXPECT_LE(quote.at.range.end, model::text_of(chinese.quotes().article, quote.at).size());
  }
}

// Times are set by hand: the step reads those of the step before it.
model::TimeMention time_at(uint32_t block, uint32_t at, const std::string& precision, int from,
                           int to) {
  model::TimeMention time;
  time.at = {block, {at, at + 4}, {at, at + 4}};
  time.text = "time";
  time.from = {.year = 2025, .month = 1, .day = from};
  time.to = {.year = 2025, .month = 1, .day = to};
  time.precision = precision;
  return time;
}

model::Annotated visit_this_week(const std::vector<model::TimeMention>& periods) {
  model::Annotated annotated;
  annotated.article.blocks.resize(2);
  annotated.article.blocks[1].text = "Aland and Bland meet. Others wait.";
  const auto mention = [&](uint32_t at, uint32_t end, const std::string& id) {
    model::Mention m;
    m.at = {1, {at, end}, {at, end}};
    m.entity = id;
    annotated.mentions.push_back(m);
  };
  mention(0, 5, "aland/armed-forces");
  mention(10, 15, "bland");
  model::Event event;
  event.at.block = 0;
  event.actor = {{.text = "Aland", .entity = "aland"}};
  event.recipient = {{.text = "Bland", .entity = "bland"}};
  event.time = time_at(0, 0, "week", 13, 19);
  annotated.events = {event};
  annotated.times = periods;
  narrow_times(annotated, testing::knowledge());
  return annotated;
}

TEST(EventTimes, AWeekTakesTheOnlyPeriodNearbyInsideIt) {
  const auto narrowed = visit_this_week({time_at(1, 6, "day", 13, 17)});
  EXPECT_EQ(narrowed.events[0].time->to.day, 17);
  EXPECT_NE(narrowed.events[0].time->rule, "");
}

TEST(EventTimes, NotOneOfTwoNorOneDayNorAnotherMatter) {
  EXPECT_EQ(visit_this_week({time_at(1, 6, "day", 13, 17), time_at(1, 8, "day", 14, 15)})
                .events[0]
                .time->to.day,
            19);
  EXPECT_EQ(visit_this_week({time_at(1, 6, "day", 14, 14)}).events[0].time->to.day, 19);
  EXPECT_EQ(visit_this_week({time_at(1, 25, "day", 13, 17)}).events[0].time->to.day, 19);
  EXPECT_EQ(visit_this_week({time_at(1, 6, "day", 17, 21)}).events[0].time->to.day, 19);
}

}  // namespace
}  // namespace synoptic::annotate
