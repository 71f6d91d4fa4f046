// Months in what was promised or demanded look ahead; words that only look like times or numbers.
#include <gtest/gtest.h>

#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

// "text from", a line a time; of an article of 14 March 2026.
std::string times_told(std::string_view lang, std::string_view text) {
  std::string all;
  for (const auto& time : numbers_read(text, lang).times) {
    if (!all.empty()) all += '\n';
    all += model::iso(time.from);
  }
  return all;
}

TEST(Times, AMonthOfAPromiseIsToCome) {
  struct Case {
    const char *lang, *text, *from;
  };
  const Case cases[] = {
      {"de", "Der Minister versprach, das Gesetz im Juli zu prüfen.", "2026-07"},
      {"de", "Die Gewerkschaft forderte, das Gesetz im Juli zu ändern.", "2026-07"},
      {"ru", "Министр пообещал принять закон в июле.", "2026-07"},
      {"ru", "Депутат пообещал рассмотреть его летом.", "2026-06"},
      {"uk", "Партія вимагала провести вибори влітку.", "2026-06"},
      {"es", "El ministro prometió aprobar la ley en julio.", "2026-07"},
      {"fr", "Le parti a exigé des élections en juillet.", "2026-07"},
      {"pt", "O ministro prometeu aprovar a lei em julho.", "2026-07"},
      {"tr", "Bakan yasayı temmuzda çıkarma sözü verdi.", "2026-07"},
      {"ar", "وطالب الحزب بإجراء انتخابات في يوليو.", "2026-07"},
      {"fa", "حزب خواستار برگزاری انتخابات در ژوئیه شد.", "2026-07"},
      {"hi", "मंत्री ने जुलाई में कानून पारित करने का वादा किया।", "2026-07"},
      {"id", "Menteri berjanji mengesahkan undang-undang pada Juli.", "2026-07"},
      {"ja", "大臣は7月に法案を通すと約束した。", "2026-07"},
      {"ko", "당은 7월 선거를 요구했다.", "2026-07"},
      {"zh", "部长承诺7月通过该法。", "2026-07"},
      {"de", "Die Ministerin lud zu einem Treffen im Juli nach Essen ein.", "2026-07"},
      {"tr", "Uzman, bankanın temmuzda faiz indirmeyi planladığını söyledi.", "2026-07"},
      {"es", "Se manifestaron para exigir justicia por la riada del 29 de octubre.", "2025-10-29"},
      // When it was promised.
      {"ru", "Он обещал это в ноябре.", "2025-11"},
      {"es", "Prometió en noviembre bajar los impuestos.", "2025-11"},
      {"de", "Er hatte im November versprochen, die Steuern zu senken.", "2025-11"},
      {"zh", "11月他承诺减税。", "2025-11"},
      {"ru", "Компания потребовала вернуть деньги, переданные в ноябре.", "2025-11"},
  };
  for (const Case& one : cases) EXPECT_EQ(times_told(one.lang, one.text), one.from) << one.text;
}

// The article is of a Saturday.
TEST(Times, WhatIsSetForADayIsToCome) {
  struct Case {
    const char *lang, *text, *from;
  };
  const Case cases[] = {
      {"en", "The union announced a strike for Friday.", "2026-03-20"},
      {"de", "Die Gewerkschaft kündigte für Freitag einen Warnstreik an.", "2026-03-20"},
      {"fr", "Le juge a fixé l'audience à vendredi.", "2026-03-20"},
      {"fr", "Le syndicat a appelé à la grève vendredi.", "2026-03-20"},
      {"es", "El sindicato anunció una huelga para el viernes.", "2026-03-20"},
      {"pt", "O juiz marcou a audiência para sexta.", "2026-03-20"},
      {"ru", "Суд назначил заседание на пятницу.", "2026-03-20"},
      {"uk", "Суд призначив засідання на п'ятницю.", "2026-03-20"},
      {"ar", "وحددت المحكمة جلسة ليوم الجمعة.", "2026-03-20"},
      {"fa", "اتحادیه برای روز جمعه اعتصاب اعلام کرد.", "2026-03-20"},
      {"id", "Serikat pekerja mengumumkan mogok untuk Jumat.", "2026-03-20"},
      {"tr", "Sendika cuma günü için grev kararı aldı.", "2026-03-20"},
      {"hi", "यूनियन ने शुक्रवार के लिए हड़ताल का ऐलान किया।", "2026-03-20"},
      {"zh", "法院将庭审定在周五，被告不认罪。", "2026-03-20"},
      {"pt", "O Norte enfrenta o Sul no domingo, às 21h30.", "2026-03-15T21:30"},
      {"id", "Persija menjamu Persib pada Rabu pukul 20.00.", "2026-03-18T20:00"},
      // When it was told, or was.
      {"fr", "Le syndicat a appelé vendredi à la grève.", "2026-03-13"},
      {"en", "The minister apologised for Friday's vote.", "2026-03-13"},
      {"de", "In der Nacht auf Freitag endete die Sitzung ohne Ergebnis.", "2026-03-13"},
      {"ru", "В ночь на пятницу завершилось заседание.", "2026-03-13"},
      {"de", "Für Freitag wurden 40 Fälle gemeldet.", "2026-03-13"},
      {"zh", "工会于周五宣布了罢工。", "2026-03-13"},
      {"id", "Persija kalah dari Persib pada Rabu pukul 20.00.", "2026-03-11T20:00"},
  };
  for (const Case& one : cases) EXPECT_EQ(times_told(one.lang, one.text), one.from) << one.text;
}

TEST(Times, TheEndOfAStretchIsNothingSet) {
  for (const auto& [lang, text] :
       {std::pair{"ru", "В ночь с четверга на пятницу суд арестовал двоих."},
        std::pair{"uk", "У ніч з четверга на п'ятницю суд заарештував двох."},
        std::pair{"fr", "Ils ont fait grève de jeudi à vendredi."},
        std::pair{"de", "In der Nacht von Donnerstag auf Freitag endete der Streik."}}) {
    const auto times = numbers_read(text, lang).times;
    ASSERT_FALSE(times.empty()) << text;
    EXPECT_EQ(model::iso(times.back().to), "2026-03-13") << text;
  }
}

TEST(Times, ABorderOfWordsCutsNoTime) {
  EXPECT_EQ(times_told("zh", "總統22日前往台南。"), "2026-03-22");
  EXPECT_EQ(times_told("zh", "總統3月22日前往台南。"), "2026-03-22");
  EXPECT_EQ(times_told("zh", "他3天前離開。"), "2026-03-11");
  EXPECT_EQ(times_told("ja", "1点を返された。"), "");
  EXPECT_EQ(times_told("ja", "25年3月期の純利益は20億円だった。"), "2025");
  EXPECT_EQ(times_told("uk", "Ціни зростуть у другій половині року."), "2026-07");
}

std::string counts_told(std::string_view lang, std::string_view text) {
  std::string all;
  for (const auto& quantity : numbers_read(text, lang).quantities) {
    if (!all.empty()) all += '|';
    all += fmt::format("{} {}", quantity.value, quantity.counted_class);
  }
  return all;
}

TEST(Quantities, TheClauseBesideCountsOthers) {
  EXPECT_EQ(counts_told("zh", "中方宣布制裁七家美國軍工企業。"), "7 ");
  EXPECT_EQ(counts_told("en", "Three were acquitted and five others were sentenced to prison."),
            "3 acquitted|5 people");
  EXPECT_EQ(counts_told("en", "Three people died and five others were injured."),
            "3 killed|5 injured");
  EXPECT_EQ(counts_told("en", "Two soldiers were killed and three civilians."),
            "2 killed|3 killed");
  EXPECT_EQ(counts_told("ar", "56 منزلا انهارت كليا وأن الكهرباء انقطعت عن نحو 12 ألف أسرة."),
            "56 households|12000 households_without_power");
  EXPECT_EQ(counts_told("en", "TSMC (2330.TW) built two plants."), "2 factories");
  EXPECT_EQ(counts_told("ja", "サッカーの試合は、後半9分に先制し、同37分にゴールを決めた。"),
            "54 minute|82 minute");
}

}  // namespace
}  // namespace synoptic::annotate
