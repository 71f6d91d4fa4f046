// Two days side by side, days that something is put off to, and the same day.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

using DayTold = std::pair<const char*, const char*>;

// In an article of 20 November 2026: "2026-12-17/2026-12-18".
std::string days_told(const DayTold& told) {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = told.first;
  annotated.article.published.emplace();
  annotated.article.published->value = *model::parse_iso("2026-11-20");
  annotated.article.blocks.resize(2);
  annotated.article.blocks[1].text = told.second;
  const Sources sources = make_sources(annotated.article);
  find_times(annotated, sources, **knowledge);
  find_quantities(annotated, sources, **knowledge);
  std::string out;
  for (const auto& time : annotated.times) {
    if (!out.empty()) out += "; ";
    out += model::iso(time.from);
    if (time.to != time.from) out += "/" + model::iso(time.to);
  }
  for (const auto& quantity : annotated.quantities) out += " " + quantity.text;
  return out;
}

TEST(TimesPairs, AnHourTakesTheDayToldBeforeIt) {
  for (const DayTold& told :
       {DayTold{"pt", "O ataque foi no sábado. Dois homens dispararam por volta das 22h30."},
        {"ko", "사건은 14일 발생했다. 남성들이 군중을 향해 오후 10시 30분께 총을 쐈다."}}) {
    EXPECT_EQ(days_told(told).substr(0, 28), "2026-11-14; 2026-11-14T22:30") << told.second;
  }
}

TEST(TimesPairs, FromADayOfOneMonthToALaterDayOfTheNext) {
  for (const DayTold& told : {DayTold{"en", "The fair runs from 3 November to 14 December."},
                              {"de", "Die Messe läuft vom 3. November bis 14. Dezember."},
                              {"fr", "La foire se tient du 3 novembre au 14 décembre."},
                              {"ru", "Ярмарка идёт с 3 ноября до 14 декабря."},
                              {"ja", "会期は11月3日から12月14日まで。"},
                              {"ko", "박람회는 11월 3일부터 12월 14일까지 열린다."},
                              {"zh", "展期自11月3日起，至12月14日止。"}}) {
    EXPECT_EQ(days_told(told), "2026-11-03/2026-12-14") << told.second;
  }
}

TEST(TimesPairs, TwoDaysInARow) {
  for (const DayTold& told :
       {DayTold{"en", "The summit will be held on 17 and 18 December."},
        {"de", "Der Gipfel findet am 17. und 18. Dezember statt."},
        {"fr", "Le sommet aura lieu les 17 et 18 décembre."},
        {"es", "La cumbre se celebrará el 17 y 18 de diciembre."},
        {"pt", "A cúpula será nos dias 17 e 18 de dezembro."},
        {"ru", "Саммит пройдет 17 и 18 декабря."},
        {"uk", "Саміт відбудеться 17 і 18 грудня."},
        {"ar", "ستعقد القمة يومي 17 و18 ديسمبر."},
        {"fa", "این نشست در ۱۷ و ۱۸ دسامبر برگزار می‌شود."},
        {"hi", "शिखर सम्मेलन 17 और 18 दिसंबर को होगा।"},
        {"id", "KTT akan digelar pada 17 dan 18 Desember."},
        {"tr", "Zirve 17 ve 18 Aralık'ta yapılacak."},
        {"ja", "首脳会議は12月17、18日に開かれる。"},
        {"ja", "首脳会議は12月17日と18日に開かれる。"},
        {"ko", "정상회의는 12월 17, 18일 열린다."},
        {"ko", "정상회의는 12월 17일과 18일 열린다."},
        {"zh", "峰会将于12月17、18日举行。"},
        {"zh", "峰会将于12月17日和18日举行。"}}) {
    EXPECT_EQ(days_told(told), "2026-12-17/2026-12-18") << told.second;
  }
  EXPECT_EQ(days_told({"en", "The summit is on 17 and 19 December."}), "2026-12-17; 2026-12-19");
  EXPECT_EQ(days_told({"es", "La huelga será los días 10, 11 y 12 de diciembre."}),
            "2026-12-10/2026-12-12");
  EXPECT_EQ(days_told({"en", "It killed 12 people on 18 December."}), "2026-12-18 12");
  EXPECT_EQ(days_told({"ja", "12月17日に3人、18日に2人が来る。"}).substr(0, 10), "2026-12-17");
}

TEST(TimesPairs, WhatIsPutOffIsToCome) {
  for (const DayTold& told : {DayTold{"en", "The trial was postponed to February."},
                              {"de", "Der Prozess wurde auf Februar verschoben."},
                              {"fr", "Le procès a été reporté à février."},
                              {"es", "El juicio fue aplazado a febrero."},
                              {"pt", "O julgamento foi adiado para fevereiro."},
                              {"ru", "Суд перенесли на февраль."},
                              {"uk", "Суд перенесли на лютий."},
                              {"ar", "تم تأجيل المحاكمة إلى فبراير."},
                              {"fa", "محاکمه به ماه فوریه موکول شد."},
                              {"hi", "सुनवाई फरवरी तक टाल दी गई।"},
                              {"id", "Sidang ditunda ke Februari."},
                              {"tr", "Dava şubat ayına ertelendi."},
                              {"ja", "裁判は2月に延期された。"},
                              {"ko", "재판은 2월로 연기됐다."},
                              {"zh", "审判推迟到2月举行。"}}) {
    EXPECT_EQ(days_told(told), "2027-02") << told.second;
  }
  for (const DayTold& told : {DayTold{"zh", "會議押後至12月20日舉行。"},
                              {"zh", "审判推迟至12月20日。"},
                              {"en", "The trial was postponed until 20 December."},
                              {"ja", "裁判は12月20日まで延期された。"},
                              {"hi", "सुनवाई 20 दिसंबर तक टाल दी गई।"}}) {
    EXPECT_EQ(days_told(told), "2026-12-20") << told.second;
  }
  EXPECT_EQ(days_told({"zh", "展览持续至12月20日。"}), "2026-11-20/2026-12-20");
  EXPECT_EQ(days_told({"en", "The trial opened in February."}), "2026-02");
}

TEST(TimesPairs, WhatIsNotRuledOutIsNear) {
  for (const DayTold& told :
       {DayTold{"de",
                "Sie verlangt mehr Geld und schließt unbefristete Streiks im Januar nicht aus."},
        {"en", "The union has not ruled out a walkout in January."},
        {"fr", "Le syndicat n'a pas exclu une grève illimitée en janvier."},
        {"hi", "यूनियन ने जनवरी में हड़ताल से इनकार नहीं किया।"},
        {"ko", "노조는 1월 파업 가능성을 배제하지 않았다."},
        {"zh", "工会不排除1月罢工的可能。"}}) {
    EXPECT_EQ(days_told(told), "2027-01") << told.second;
  }
  EXPECT_EQ(days_told({"es", "Una subida de tipos en diciembre está descartada."}), "2026-12");
  EXPECT_EQ(days_told({"es", "El Gobierno descartó en enero una huelga."}), "2026-01");
}

TEST(TimesPairs, TheSameDayIsNoDayToCome) {
  for (const DayTold& told :
       {DayTold{"zh", "合同将于12月16日到期。发言人当天表示正在谈判。"},
        {"ja", "契約は12月16日に期限を迎える。報道官は同日、協議中だと述べた。"},
        {"ko", "계약은 12월 16일에 만료된다. 대변인은 이날 협상 중이라고 밝혔다."},
        {"en", "The contract expires on 16 December. He said that same day that talks went on."}}) {
    EXPECT_EQ(days_told(told), "2026-12-16; 2026-11-20") << told.second;
  }
  EXPECT_EQ(days_told({"en", "The talks open on 16 December and will end the same day."}),
            "2026-12-16; 2026-12-16");
  EXPECT_EQ(days_told({"ja", "首脳会議は12月17、18日に開かれる。同日、政府は発表した。"}),
            "2026-12-17/2026-12-18; 2026-11-20");
  EXPECT_EQ(days_told({"zh", "地震发生在11月16日。警方当天表示已展开调查。"}),
            "2026-11-16; 2026-11-16");
}

}  // namespace
}  // namespace synoptic::annotate
