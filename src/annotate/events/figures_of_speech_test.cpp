// What sounds like an attack or a seizure, and is a figure of speech.
#include <algorithm>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;
using testing::TestArticle;

bool tells_hard(const std::string& lang, const std::string& sentence, const std::string& who = "",
                const std::string& entity = "") {
  TestArticle article(lang, {sentence});
  if (!who.empty()) article.mention(who, entity);
  for (const model::Event& event : article.events().events) {
    if (!event.type.empty() && event.type != "CONSULT" && event.type != "AGREE") return true;
  }
  return false;
}

TEST(FiguresOfSpeech, PricesAndGoalsAreAttackedByNobody) {
  const std::pair<std::string, std::string> cases[] = {
      {"en", "The heat is here and temperatures hit the 40 mark."},
      {"en", "The retailer seized market share."},
      {"tr", "Banka faizleri 25 baz puan düşürdü."},
      {"tr", "Hükümet işsizlik oranını düşürdü."},
      {"tr", "Takım fırsatı kaçırdı."},
      {"es", "La empresa disparó sus ventas."},
      {"es", "Las acciones se dispararon un 5%."},
      {"fr", "La banque a attaqué l'inflation."},
      {"fr", "La motion de censure contre le gouvernement."},
      {"de", "Der Stürmer feuerte den Ball ins Tor."},
      {"pt", "O dólar disparou na terça-feira."},
      {"ru", "Рубль атакует максимумы."},
      {"uk", "Нападник розстріляв ворота."},
      {"ar", "تراجع سهم الشركة بعد الحكم."},
      {"zh", "这家公司侵犯版权，令人失望。"},
      {"zh", "央行释放长期流动性约1万亿元。"},
      {"ja", "会長は影響を注視すべきだと指摘した。"},
      {"ko", "회사는 가격을 공격했다."},
      {"id", "Para peneliti menangkap gambar galaksi."},
      {"hi", "बैंक ने महंगाई पर हमला किया।"},
      {"fa", "دولت به تورم حمله کرد."},
  };
  for (const auto& [lang, text] : cases) EXPECT_FALSE(tells_hard(lang, text)) << text;
}

TEST(FiguresOfSpeech, WhatEdgesUpBeatsNobody) {
  const auto beats = [](const std::string& sentence) {
    TestArticle article("en", {sentence});
    const auto events = article.events().events;
    return std::any_of(events.begin(), events.end(),
                       [](const model::Event& event) { return event.action == "beat"; });
  };
  EXPECT_FALSE(beats("Premiums edged up to 0.3 percent of the value of a ship."));
  EXPECT_TRUE(beats("Riva edged Lund 2-1 on Sunday."));
}

TEST(FiguresOfSpeech, WhatACourtGrantsIsNoAid) {
  const std::pair<std::string, std::string> cases[] = {
      {"en", "The judge granted the union an injunction over unpaid wages of 3 million euros."},
      {"fr", "Le juge a accordé lundi une injonction sur la vente pour 3 millions d'euros."},
      {"es", "La jueza concedió las medidas cautelares por 3 millones de euros."},
      {"pt", "O juiz concedeu uma liminar sobre a venda por 3 milhões de euros."},
      {"de", "Das Gericht gewährte vorläufigen Rechtsschutz gegen den Verkauf für 3 Millionen."},
  };
  for (const auto& [lang, text] : cases) EXPECT_FALSE(tells_hard(lang, text)) << text;
  EXPECT_TRUE(tells_hard("en", "The fund granted the town 3 million euros."));
}

TEST(FiguresOfSpeech, CompaniesAndClubsBombNobody) {
  EXPECT_FALSE(tells_hard("en", "Apple attacked the rival with a phone.", "Apple", "apple"));
  EXPECT_FALSE(
      tells_hard("es", "El Real Madrid atacó por la banda.", "Real Madrid", "real-madrid"));
  EXPECT_FALSE(tells_hard("zh", "华为发布新手机，瞄准欧洲。", "华为", "huawei"));
}

TEST(FiguresOfSpeech, RealOnesStay) {
  EXPECT_TRUE(tells_hard("en", "The army shelled the town on Friday."));
  EXPECT_TRUE(tells_hard("en", "The army attacked a market in the capital."));
  EXPECT_TRUE(tells_hard("tr", "Ordu uçağı düşürdü."));
  EXPECT_TRUE(tells_hard("zh", "战机侵犯我国领空。"));
  EXPECT_TRUE(tells_hard("ja", "組合はストに入った。"));
  EXPECT_TRUE(tells_hard("ko", "군이 도시를 공격했다."));
  EXPECT_TRUE(tells_hard("ar", "قصفت آلاند المدينة.", "آلاند", "aland"));
  EXPECT_TRUE(tells_hard("de", "Die Armee verlegte Truppen an die Grenze."));
}

TEST(FiguresOfSpeech, NoTriggerInsideAWord) {
  EXPECT_FALSE(tells_hard("ja", "球団は負傷者リスト入りを発表した。"));
  EXPECT_FALSE(tells_hard("ja", "同社は新サイトのテスト版を公開した。"));
  EXPECT_FALSE(tells_hard("zh", "嘉義縣0時17分發生地震。"));
  TestArticle english("en", {"The chipmaker won't delay its plant."});
  EXPECT_EQ(testing::event(english.events(), "win"), nullptr);
}

}  // namespace
}  // namespace synoptic::annotate
