// Sides are noun phrases of somebody, where the language tells by what such a phrase ends with.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::TestArticle;

std::string side_texts(const std::vector<model::Argument>& side) {
  std::string all;
  for (const model::Argument& argument : side) all += (all.empty() ? "" : "+") + argument.text;
  return all;
}

const model::Event* first_deed(const model::Annotated& annotated, std::string_view action) {
  for (const model::Event& event : annotated.events) {
    if (event.action == action) return &event;
  }
  return nullptr;
}

std::string party_doing(const model::Annotated& annotated, std::string_view action) {
  const model::Event* event = first_deed(annotated, action);
  return event == nullptr ? "none" : side_texts(event->actor);
}

std::string party_befallen(const model::Annotated& annotated, std::string_view action) {
  const model::Event* event = first_deed(annotated, action);
  return event == nullptr ? "none" : side_texts(event->recipient);
}

TEST(EventParties, APlaceBeforeItsPeopleDoesNothingItself) {
  TestArticle chinese("zh", {"伦德渔民救起12名船员。"});
  chinese.mention("伦德", "lund", EntityType::kCity);
  EXPECT_EQ(party_doing(chinese.events(), "rescue"), "伦德渔民");
  TestArticle counted("zh", {"伦德港约1900名码头工人星期一开始罢工。"});
  counted.mention("伦德", "lund", EntityType::kCity);
  EXPECT_EQ(party_doing(counted.events(), "strike"), "伦德港约1900名码头工人");
  TestArticle japanese("ja", {"ルンドの裁判所は22日、男を逮捕した。"});
  japanese.mention("ルンド", "lund", EntityType::kCity);
  EXPECT_EQ(party_doing(japanese.events(), "arrest"), "ルンドの裁判所");
  TestArticle korean("ko", {"룬드 선수의 이의 제기는 거부했다."});
  korean.mention("룬드", "lund", EntityType::kCity);
  EXPECT_NE(party_doing(korean.events(), "reject"), "룬드");
  TestArticle rebels("ko", {"룬드 반군이 인질을 석방했다."});
  rebels.mention("룬드", "lund", EntityType::kCity);
  EXPECT_EQ(party_doing(rebels.events(), "release"), "룬드 반군");
}

TEST(EventParties, ANameRightBeforeItsVerbStaysTheDoer) {
  TestArticle chinese("zh", {"挪威再次谴责智利。"});
  chinese.mention("挪威", "norway", EntityType::kCountry)
      .mention("智利", "chile", EntityType::kCountry);
  EXPECT_EQ(party_doing(chinese.events(), "condemn"), "挪威");
  EXPECT_EQ(party_befallen(chinese.events(), "condemn"), "智利");
  TestArticle japanese("ja", {"ノルウェーがチリを非難した。"});
  japanese.mention("ノルウェー", "norway", EntityType::kCountry)
      .mention("チリ", "chile", EntityType::kCountry);
  EXPECT_EQ(party_doing(japanese.events(), "condemn"), "ノルウェー");
  TestArticle korean("ko", {"노르웨이가 칠레를 비난했다."});
  korean.mention("노르웨이", "norway", EntityType::kCountry)
      .mention("칠레", "chile", EntityType::kCountry);
  EXPECT_EQ(party_doing(korean.events(), "accuse"), "노르웨이");
}

TEST(EventParties, APhraseOfNobodyIsNoDoer) {
  TestArticle money("zh", {"以29亿美元收购了这家工厂。"});
  EXPECT_NE(party_doing(money.events(), "buy"), "以29亿美元");
  TestArticle adverb("zh", {"警方共拘留212人。"});
  EXPECT_EQ(party_doing(adverb.events(), "arrest"), "警方");
  EXPECT_EQ(party_befallen(adverb.events(), "arrest"), "212人");
  TestArticle inside("zh", {"选举委员会突然拒绝了请求。"});
  EXPECT_EQ(party_doing(inside.events(), "reject"), "选举委员会");
  TestArticle japanese("ja", {"最終セットは優勝した。"});
  EXPECT_NE(party_doing(japanese.events(), "win"), "最終セット");
  TestArticle korean("ko", {"앞서 검찰은 공장을 압수수색했다."});
  EXPECT_EQ(party_doing(korean.events(), "seize"), "검찰");
  TestArticle things("ko", {"당국은 풍선 25개를 확인하고 3명을 체포했다."});
  EXPECT_EQ(party_doing(things.events(), "arrest"), "당국");
}

TEST(EventParties, WhoSuffersInAPassiveIsNoDoer) {
  TestArticle chinese("zh", {"三名工程师星期一被武装人员劫持。"});
  EXPECT_EQ(party_doing(chinese.events(), "abduct"), "武装人员");
  EXPECT_EQ(party_befallen(chinese.events(), "abduct"), "三名工程师");
  TestArticle court("zh", {"福斯被伦德一家法院判处七年监禁。"});
  court.mention("福斯", "voss", EntityType::kPerson).mention("伦德", "lund", EntityType::kCity);
  EXPECT_EQ(party_doing(court.events(), "sentence"), "伦德一家法院");
  EXPECT_EQ(party_befallen(court.events(), "sentence"), "福斯");
  TestArticle japanese("ja", {"フォスは月曜日に逮捕された。"});
  japanese.mention("フォス", "voss", EntityType::kPerson);
  EXPECT_EQ(party_doing(japanese.events(), "arrest"), "");
  EXPECT_EQ(party_befallen(japanese.events(), "arrest"), "フォス");
  TestArticle korean("ko", {"포스는 월요일에 구속됐다."});
  korean.mention("포스", "voss", EntityType::kPerson);
  EXPECT_EQ(party_doing(korean.events(), "arrest"), "");
  EXPECT_EQ(party_befallen(korean.events(), "arrest"), "포스");
  TestArticle active("ko", {"경찰은 포스를 구속했다."});
  active.mention("포스", "voss", EntityType::kPerson);
  EXPECT_EQ(party_doing(active.events(), "arrest"), "경찰");
}

TEST(EventParties, AReasonBetweenPartsNoSubjectFromItsVerb) {
  TestArticle nurses("zh", {"伦德护士因欠薪星期一罢工。"});
  nurses.mention("伦德", "lund", EntityType::kCity);
  EXPECT_EQ(party_doing(nurses.events(), "strike"), "伦德护士");
  TestArticle minister("zh", {"财政大臣福斯因房贷风波辞职。"});
  minister.mention("福斯", "voss", EntityType::kPerson);
  EXPECT_EQ(party_doing(minister.events(), "resign"), "福斯");
}

TEST(EventParties, WhoIsToldOfBehindAPassiveVerbSuffers) {
  TestArticle chinese("zh", {"大使馆证实，遭武装人员劫持的三名工程师已抵达伦德。"});
  chinese.mention("伦德", "lund", EntityType::kCity);
  EXPECT_EQ(party_befallen(chinese.events(), "abduct"), "三名工程师");
  TestArticle court("ko", {"룬드 법원이 구속된 포스 씨에게 벌금을 부과했다."});
  court.mention("룬드 법원", "court").mention("포스", "voss", EntityType::kPerson);
  EXPECT_EQ(party_befallen(court.events(), "arrest"), "포스");
  TestArticle japanese("ja", {"裁判所は逮捕されたフォスに罰金を科した。"});
  japanese.mention("裁判所", "court").mention("フォス", "voss", EntityType::kPerson);
  EXPECT_EQ(party_befallen(japanese.events(), "arrest"), "フォス");
  TestArticle korean("ko", {"외무부는 선원 포스 씨가 구속됐다고 밝혔다."});
  korean.mention("외무부", "ministry");
  EXPECT_NE(party_befallen(korean.events(), "arrest"), "외무부");
}

TEST(EventParties, NoPlaceIsArrested) {
  TestArticle chinese("zh", {"福斯星期一在伦德机场被检察人员带走。"});
  chinese.mention("福斯", "voss", EntityType::kPerson)
      .mention("伦德机场", "lund", EntityType::kFacility);
  EXPECT_EQ(party_doing(chinese.events(), "arrest"), "检察人员");
  EXPECT_NE(party_befallen(chinese.events(), "arrest"), "伦德机场");
}

TEST(EventParties, AnotherNearerToTheVerbIsNotPassedOver) {
  TestArticle chinese("zh", {"军警在人质获释后撤离了监狱。"});
  EXPECT_NE(party_befallen(chinese.events(), "release"), "军警");
}

TEST(EventParties, TheLastVerbHasTheSubjectBeforeTheClausesInside) {
  TestArticle japanese("ja", {"港湾協会は、外部から攻撃を受けたと発表した。"});
  EXPECT_EQ(party_doing(japanese.events(), "announce"), "港湾協会");
  TestArticle korean("ko", {"룬드 반군이 지난달 납치한 인질을 석방했다."});
  EXPECT_EQ(party_doing(korean.events(), "release"), "룬드 반군");
}

TEST(EventParties, ASecondVerbWithoutSubjectGoesOnWithTheFirstOnes) {
  TestArticle chinese("zh", {"村民谴责公司三天后于八日夜间撤离。"});
  EXPECT_EQ(party_doing(chinese.events(), "withdraw"), "村民");
}

TEST(EventParties, ADeedBesideItsOwnerIsDoneByIt) {
  TestArticle korean("ko", {"노르웨이의 공격은 끝났다."});
  korean.mention("노르웨이", "norway", EntityType::kCountry);
  EXPECT_EQ(party_doing(korean.events(), "attack"), "노르웨이");
}

TEST(EventParties, ObjectsHaveNeitherParticlesNorTheDoer) {
  TestArticle japanese("ja", {"会社は図面を拒否した。"});
  const auto* event = first_deed(japanese.events(), "reject");
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(side_texts(event->actor), "会社");
  EXPECT_EQ(event->object, "図面");
}

TEST(EventParties, ADeedThatTheClauseIsAboutHasNoDoerBefore) {
  TestArticle talks("zh", {"挪威谴责智利。谈判持续到凌晨。"});
  talks.mention("挪威", "norway", EntityType::kCountry)
      .mention("智利", "chile", EntityType::kCountry);
  EXPECT_EQ(party_doing(talks.events(), "negotiate"), "none");
}

TEST(EventParties, ObjectsEndWithTheirHead) {
  TestArticle chinese("zh", {"挪威要求业界立即停售。"});
  chinese.mention("挪威", "norway", EntityType::kCountry);
  EXPECT_EQ(party_befallen(chinese.events(), "demand"), "业界");
  TestArticle rescued("zh", {"挪威海警救出智利船员。"});
  rescued.mention("智利", "chile", EntityType::kCountry)
      .mention("挪威", "norway", EntityType::kCountry);
  EXPECT_EQ(party_doing(rescued.events(), "rescue"), "挪威海警");
  EXPECT_EQ(party_befallen(rescued.events(), "rescue"), "智利船员");
}

}  // namespace
}  // namespace synoptic::annotate
