// Who tells of a deed or judges it is not its doer.
#include "annotate/events/told_deeds.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::event;
using testing::TestArticle;

struct ToldCase {
  const char* lang;
  const char* text;
  const char* action;
  std::vector<std::string> names;
};

// The doer's name; "-": nobody, or the deed is not told.
std::string doer_told(const ToldCase& test) {
  TestArticle article(test.lang, {test.text});
  for (const std::string& name : test.names) article.mention(name, name);
  const auto* found = event(article.events(), test.action);
  if (found == nullptr || found->actor.empty()) return "-";
  return found->actor.front().name;
}

TEST(ToldDeeds, WhoReportsAnAttackDidNotMakeIt) {
  const std::vector<ToldCase> cases = {
      {"en", "Kenya reported an attack on Beirut.", "attack", {"Kenya", "Beirut"}},
      {"en", "Kenya recorded 13 deaths in strikes on Beirut.", "attack", {"Kenya", "Beirut"}},
      {"ru", "Кения подтвердила удар по Бейруту.", "attack", {"Кения", "Бейруту"}},
      {"uk",
       "Кенія повідомила про загибель 13 людей під час обстрілу Бейрута.",
       "attack",
       {"Кенія", "Бейрута"}},
      {"de", "Kenia meldete einen Angriff auf Beirut.", "attack", {"Kenia", "Beirut"}},
      {"fr", "Le Kenya a confirmé une attaque contre Beyrouth.", "attack", {"Kenya", "Beyrouth"}},
      {"es", "Kenia confirmó el ataque contra Beirut.", "attack", {"Kenia", "Beirut"}},
      {"pt", "O Quénia confirmou um ataque a Beirute.", "attack", {"Quénia", "Beirute"}},
      {"id", "Kenya melaporkan serangan ke Beirut.", "attack", {"Kenya", "Beirut"}},
      {"ar", "أعلنت كينيا وقوع هجوم على بيروت.", "attack", {"كينيا", "بيروت"}},
      {"fa", "کنیا از حمله به بیروت خبر داد.", "attack", {"کنیا", "بیروت"}},
      {"hi", "केन्या ने बेरूत पर हमले की पुष्टि की।", "attack", {"केन्या", "बेरूत"}},
      {"tr", "Kenya, hastaneye saldırı düzenlendiğini duyurdu.", "attack", {"Kenya"}},
      {"ja", "ケニアは病院への攻撃で3人が死亡したと発表した。", "attack", {"ケニア"}},
      {"ko", "케냐는 병원 공격으로 13명이 숨졌다고 발표했다.", "attack", {"케냐"}},
      {"ko", "케냐는 병원에 대한 공격을 확인했다.", "attack", {"케냐"}},
      {"zh", "肯尼亚通报了针对贝鲁特的袭击。", "attack", {"肯尼亚", "贝鲁特"}}};
  for (const ToldCase& test : cases) EXPECT_EQ(doer_told(test), "-") << test.text;
}

TEST(ToldDeeds, WhoCondemnsADeedDidNotDoIt) {
  const std::vector<ToldCase> cases = {
      {"en", "Kenya criticised the arrest of a journalist in Minsk.", "arrest", {"Kenya"}},
      {"en", "Kenya welcomed the release of a journalist.", "release", {"Kenya"}},
      {"ru", "Кения осудила арест журналиста.", "arrest", {"Кения"}},
      {"uk", "Кенія засудила напад на Бейрут.", "attack", {"Кенія", "Бейрут"}},
      {"de", "Kenia kritisierte den Einmarsch in die Ukraine.", "invade", {"Kenia", "Ukraine"}},
      {"fr", "Le Kenya a condamné l’attaque contre Kiev.", "attack", {"Kenya", "Kiev"}},
      {"pt", "O Quénia condenou o ataque a Kiev.", "attack", {"Quénia", "Kiev"}},
      {"id", "Kenya mengutuk serangan terhadap Kyiv.", "attack", {"Kenya", "Kyiv"}},
      {"ar", "أدانت كينيا اعتقال صحفي.", "arrest", {"كينيا"}},
      {"fa",
       "کنیا حمله به کی‌یف را محکوم کرد.",
       "attack",
       {"کنیا", "کی‌یف"}},
      {"hi", "केन्या ने कीव पर हमले की निंदा की।", "attack", {"केन्या", "कीव"}},
      {"ja", "ケニアはキーウへの攻撃を非難した。", "attack", {"ケニア", "キーウ"}},
      {"ko", "케냐는 기자 체포를 규탄했다.", "arrest", {"케냐"}},
      {"de", "Kenia nannte den Angriff auf den Sudan barbarisch.", "attack", {"Kenia", "Sudan"}},
      {"fr",
       "Le Kenya a qualifié l’attaque contre le Soudan de barbare.",
       "attack",
       {"Kenya", "Soudan"}},
      {"es", "Kenia calificó de bárbaro el ataque contra Sudán.", "attack", {"Kenia", "Sudán"}},
      {"en", "Kenya demanded an end to the attacks on Sudan.", "attack", {"Kenya", "Sudan"}},
      {"ru", "Кения потребовала прекратить удары по Судану.", "attack", {"Кения", "Судану"}},
      {"zh", "肯尼亚对针对苏丹的袭击表示谴责。", "attack", {"肯尼亚", "苏丹"}},
      {"zh", "肯尼亚表示，袭击造成13人死亡。", "attack", {"肯尼亚"}}};
  for (const ToldCase& test : cases) EXPECT_EQ(doer_told(test), "-") << test.text;
}

TEST(ToldDeeds, TheSubjectOfWhatIsSaidIsNotWhoSaysIt) {
  const std::vector<ToldCase> cases = {
      {"de",
       "Kenia teilte mit, Unbekannte hätten den Hafen angegriffen.",
       "attack",
       {"Kenia", "Beirut"}},
      {"tr", "Kenya, silahlı kişilerin bir hastaneye saldırdığını açıkladı.", "attack", {"Kenya"}},
      {"ja", "ケニアは、武装集団が病院を攻撃したと発表した。", "attack", {"ケニア"}},
      {"ko", "케냐는 무장 괴한이 병원을 공격했다고 밝혔다.", "attack", {"케냐"}},
      {"ko", "케냐는 괴한이 병원을 공격했다고 밝혔다.", "attack", {"케냐"}},
      {"zh", "花蓮縣消防局說，死者均遭落石擊中。", "attack", {"花蓮縣消防局"}}};
  for (const ToldCase& test : cases) EXPECT_EQ(doer_told(test), "-") << test.text;
  EXPECT_EQ(
      doer_told(
          {"es", "Kenia informó que desconocidos atacaron Beirut.", "attack", {"Kenia", "Beirut"}}),
      "-");
  EXPECT_EQ(
      doer_told(
          {"uk", "Кенія повідомила, що невідомі напали на Бейрут.", "attack", {"Кенія", "Бейрут"}}),
      "невідомі");
}

TEST(ToldDeeds, TheFirstSubjectSaysWhatTheInnerOneDid) {
  const std::vector<ToldCase> cases = {
      {"ja", "ケニアは、スーダンが約束を破ったと批判した。", "condemn", {"ケニア", "スーダン"}},
      {"ja", "ケニアは、病院への攻撃で13人が死亡したと発表した。", "announce", {"ケニア"}},
      {"ko", "케냐는 수단이 휴전을 깼다고 비난했다.", "accuse", {"케냐", "수단"}},
      {"ko", "케냐는 병원 공격으로 13명이 숨졌다고 발표했다.", "announce", {"케냐"}},
      {"ja", "ケニアは休み、スーダンは港が閉まったと批判した。", "condemn", {"スーダン", "ケニア"}},
      {"ja", "スーダンが約束を破ったとケニアが批判した。", "condemn", {"ケニア", "スーダン"}}};
  for (const ToldCase& test : cases) {
    EXPECT_EQ(doer_told(test), test.names.front()) << test.text;
  }
  EXPECT_EQ(doer_told({"ja", "市長は学校を閉めると発表した。", "announce", {}}), "市長");
  EXPECT_EQ(doer_told({"ja", "攻撃を受けたと発表した。", "announce", {}}), "-");
  EXPECT_EQ(doer_told({"tr", "Valilik otelin mühürlendiğini açıkladı.", "announce", {}}), "-");
}

TEST(ToldDeeds, ADoerOfItsOwnStays) {
  const std::vector<ToldCase> cases = {
      {"en",
       "Kenya condemned the talks and launched an attack on Beirut.",
       "attack",
       {"Kenya", "Beirut"}},
      {"en", "Kenya announced a visit to Beirut.", "visit", {"Kenya", "Beirut"}},
      {"en", "Kenya defended its attack on Beirut.", "attack", {"Kenya", "Beirut"}},
      {"ru", "Кения объявила о визите в Китай.", "visit", {"Кения", "Китай"}},
      {"de", "Kenia erklärte, es habe den Hafen angegriffen.", "attack", {"Kenia"}},
      {"tr", "Kenya, Beyrut'u vurduğunu açıkladı.", "attack", {"Kenya", "Beyrut"}},
      {"tr", "Kenya, düşman ordusunun üssünü vurduğunu açıkladı.", "attack", {"Kenya"}},
      {"ja", "ケニアはベイルートを攻撃したと発表した。", "attack", {"ケニア", "ベイルート"}},
      {"ko", "케냐는 베이루트를 공격했다고 발표했다.", "attack", {"케냐", "베이루트"}},
      {"ja", "ケニア軍が港を攻撃すると表明した。", "attack", {"ケニア軍"}},
      {"ar", "أعلنت كينيا مسؤوليتها عن الهجوم على السودان.", "attack", {"كينيا", "السودان"}},
      {"ja", "ケニアは、スーダンが停戦を破ったと非難した。", "attack", {"スーダン", "ケニア"}},
      {"zh", "肯尼亚称，已袭击贝鲁特。", "attack", {"肯尼亚", "贝鲁特"}}};
  for (const ToldCase& test : cases) {
    EXPECT_EQ(doer_told(test), test.names.front()) << test.text;
  }
  EXPECT_EQ(
      doer_told({"hi", "केन्या ने सूडान पर रूस के हमले की निंदा की।", "condemn", {"रूस", "केन्या", "सूडान"}}),
      "केन्या");
  const std::vector<ToldCase> owned = {
      {"tr", "Kenya, Sudan'ın Çad'a saldırdığını açıkladı.", "attack", {"Sudan", "Kenya", "Çad"}},
      {"tr", "Kenya, Sudan'ın üssünü vurduğunu açıkladı.", "attack", {"Kenya", "Sudan"}},
      {"ru", "Кения осудила нападение России на Судан.", "attack", {"России", "Кения", "Судан"}},
      {"fr",
       "Le Kenya a condamné l’attaque de la Russie contre le Soudan.",
       "attack",
       {"Russie", "Kenya", "Soudan"}},
      {"hi", "केन्या ने सूडान पर रूस के हमले की निंदा की।", "attack", {"रूस", "केन्या", "सूडान"}}};
  for (const ToldCase& test : owned) {
    EXPECT_EQ(doer_told(test), test.names.front()) << test.text;
  }
}

}  // namespace
}  // namespace synoptic::annotate
