// Which way figures go, and accounts that tell one figure the other way.
#include "compare/figures/direction_words.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

// "+", "-", with "=" where it is what the figure is now; empty: nothing is told.
std::string way(std::string_view sentence, std::string_view lang, std::string_view figure,
                Axis axis = Axis::kChange, std::string_view other = {}) {
  const auto at = [&](std::string_view text) {
    const auto begin = static_cast<uint32_t>(sentence.find(text));
    EXPECT_NE(sentence.find(text), std::string_view::npos) << sentence;
    return Range{begin, begin + static_cast<uint32_t>(text.size())};
  };
  std::vector<Range> others;
  if (!other.empty()) others.push_back(at(other));
  const auto out = direction_of(sentence, lang, at(figure), axis, others);
  return !out ? "" : std::string(out->up ? "+" : "-") + (out->level ? "=" : "");
}

struct Case {
  std::string_view lang, sentence, figure, way;
};

TEST(Directions, OfAChange) {
  const std::vector<Case> cases{
      {"en", "The share rose 3.7% in London.", "3.7%", "+"},
      {"en", "The share opened late and fell 3.7% in London.", "3.7%", "-"},
      {"en", "The peso weakened to 18.42 per dollar.", "18.42", "-="},
      {"fr", "Le titre a gagné 3,7 % à Paris.", "3,7 %", "+"},
      {"fr", "L'action a reculé de 3,7 % à Paris.", "3,7 %", "-"},
      {"es", "La acción subió un 3,7 % en Madrid.", "3,7 %", "+"},
      {"es", "La acción cayó un 3,7 % en Madrid.", "3,7 %", "-"},
      {"pt", "As ações subiram 3,7% em Lisboa.", "3,7%", "+"},
      {"pt", "As ações caíram 3,7% em Lisboa.", "3,7%", "-"},
      {"de", "Die Aktie legte um 3,7 Prozent zu.", "3,7 Prozent", "+"},
      {"de", "Die Aktie gab um 3,7 Prozent nach.", "3,7 Prozent", "-"},
      {"de", "Die Aktie verlor 3,7 Prozent an Wert.", "3,7 Prozent", "-"},
      {"ru", "Акции компании выросли на 3,7%.", "3,7%", "+"},
      {"ru", "Акции компании упали на 3,7%.", "3,7%", "-"},
      {"uk", "Акції компанії зросли на 3,7%.", "3,7%", "+"},
      {"uk", "Акції компанії впали на 3,7%.", "3,7%", "-"},
      {"ar", "ارتفع سهم الشركة بنسبة 3.7 في المئة.", "3.7 في المئة", "+"},
      {"ar", "وتراجع سهم الشركة بنسبة 3.7 في المئة.", "3.7 في المئة", "-"},
      {"fa", "سهام شرکت ۳.۷ درصد رشد کرد.", "۳.۷ درصد", "+"},
      {"fa", "سهام شرکت ۳.۷ درصد افت کرد.", "۳.۷ درصد", "-"},
      {"tr", "Şirketin hissesi yüzde 3,7 yükseldi.", "yüzde 3,7", "+"},
      {"tr", "Şirketin hissesi yüzde 3,7 geriledi.", "yüzde 3,7", "-"},
      {"id", "Saham perusahaan itu naik 3,7 persen.", "3,7 persen", "+"},
      {"ms", "Saham syarikat itu jatuh 3.7 peratus.", "3.7 peratus", "-"},
      {"hi", "कंपनी का शेयर 3.7 प्रतिशत चढ़ा।", "3.7 प्रतिशत", "+"},
      {"hi", "कंपनी का शेयर 3.7 प्रतिशत गिरा।", "3.7 प्रतिशत", "-"},
      {"zh", "该公司股价上涨3.7%。", "3.7%", "+"},
      {"zh", "该公司股价下跌3.7%。", "3.7%", "-"},
      {"zh", "該公司股價升3.7%。", "3.7%", "+"},
      {"ja", "同社の株価は3.7%上昇した。", "3.7%", "+"},
      {"ja", "同社の株価は3.7%安で引けた。", "3.7%", "-"},
      {"ko", "회사 주가는 3.7% 올랐다.", "3.7%", "+"},
      {"ko", "회사 주가는 3.7% 하락했다.", "3.7%", "-"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(way(one.sentence, one.lang, one.figure), one.way) << one.sentence;
}

TEST(Directions, OfASum) {
  const std::vector<Case> cases{
      {"en", "The maker posted a loss of 41 million euros.", "41 million euros", "-"},
      {"en", "The maker posted a profit of 41 million euros.", "41 million euros", "+"},
      {"fr", "L'entreprise affiche une perte de 41 millions d'euros.", "41 millions d'euros", "-"},
      {"es", "La empresa ganó 41 millones de euros.", "41 millones de euros", "+"},
      {"pt", "A empresa teve prejuízo de 41 milhões de euros.", "41 milhões de euros", "-"},
      {"de", "Der Verlust lag bei 41 Millionen Euro.", "41 Millionen Euro", "-="},
      {"ru", "Убыток составил 41 млн евро.", "41 млн евро", "-"},
      {"uk", "Прибуток становив 41 млн євро.", "41 млн євро", "+"},
      {"ar", "سجلت الشركة خسائر بلغت 41 مليون يورو.", "41 مليون يورو", "-"},
      {"fa", "زیان شرکت ۴۱ میلیون یورو بود.", "۴۱ میلیون یورو", "-"},
      {"tr", "Şirket 41 milyon avro zarar etti.", "41 milyon avro", "-"},
      {"id", "Perusahaan itu membukukan laba 41 juta euro.", "41 juta euro", "+"},
      {"hi", "कंपनी को 41 करोड़ रुपये का घाटा हुआ।", "41 करोड़ रुपये", "-"},
      {"zh", "公司亏损4100万欧元。", "4100万欧元", "-"},
      {"ja", "最終損益は41億円の赤字だった。", "41億円", "-"},
      {"ko", "회사는 41억 원의 흑자를 냈다.", "41억 원", "+"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(way(one.sentence, one.lang, one.figure, Axis::kResult), one.way) << one.sentence;
  }
}

TEST(Directions, WhatTellsNone) {
  EXPECT_EQ(way("Up to 3.7% of the staff may go.", "en", "3.7%"), "");
  EXPECT_EQ(way("The price did not rise by 3.7%.", "en", "3.7%"), "");
  EXPECT_EQ(way("Bread went up and milk is at 3.7 euros.", "en", "3.7 euros"), "")
      << "another thing, behind the word that goes on";
  EXPECT_EQ(way("The rate was cut to 6% from 3.7%.", "en", "3.7%", Axis::kChange, "6%"), "");
  EXPECT_EQ(way("La tasa bajó de 3,7 % a 3 %.", "es", "3,7 %", Axis::kChange, "3 %"), "");
  EXPECT_EQ(way("央行将预测由3.7%下调至3%。", "zh", "3.7%", Axis::kChange, "3%"), "");
  EXPECT_EQ(way("The bank cut its forecast for growth to 3.7%.", "en", "3.7%"), "")
      << "both on one side";
  EXPECT_EQ(way("Ростов получил 3,7 млн рублей.", "ru", "3,7 млн рублей"), "");
  EXPECT_EQ(way("घटना में 37 लोग गिरफ्तार हुए।", "hi", "37"), "");
}

// With a share of 3.7.
Sample market(const std::string& key, const std::string& lang, const std::string& body,
              const std::string& figure) {
  return Sample(key, lang, "Market " + key, "2026-01-01T12:00")
      .body(body)
      .count(figure, 3.7, "", "", "percent", "%");
}

TEST(Directions, OneFigureThatGoesTheOtherWayIsADifference) {
  const Sample rose = market("a", "en", "Shares in the toolmaker rose 3.7% in Milan.", "3.7%");
  const Sample fell =
      market("b", "de", "Die Aktie des Werkzeugbauers fiel in Mailand um 3,7 %.", "3,7 %");
  const auto out = synopsis({&rose, &fell});
  const auto* fact = find(out.differ, "outcome", "rise");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].text, "rose 3.7%");
  EXPECT_EQ(fact->values[1].norm, "no");
  EXPECT_EQ(find(out.agree, "quantity", "percent"), nullptr);
}

TEST(Directions, ALevelIsNoChange) {
  const Sample by = market("a", "en", "Consumer prices rose 3.7% in the year to March.", "3.7%");
  const Sample to = market("b", "en", "Consumer price inflation fell to 3.7% in March.", "3.7%");
  EXPECT_EQ(find(synopsis({&by, &to}).differ, "outcome", "rise"), nullptr);
}

TEST(Directions, WhoTellsItBothWaysSpeaksOfTwoThings) {
  const Sample both = Sample("a", "en", "Market a", "2026-01-01T12:00")
                          .body("Shares in the toolmaker rose 3.7% in Milan.")
                          .body("Those of its rival fell 3.7% on the day.")
                          .count("3.7%", 3.7, "", "", "percent", "%");
  const Sample fell =
      market("b", "de", "Die Aktie des Werkzeugbauers fiel in Mailand um 3,7 %.", "3,7 %");
  EXPECT_EQ(find(synopsis({&both, &fell}).differ, "outcome", "rise"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
