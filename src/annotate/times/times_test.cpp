#include <gtest/gtest.h>

#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

std::string times(std::string_view text, std::string_view lang, std::string_view published) {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  if (const auto value = model::parse_iso(published)) {
    annotated.article.published.emplace();
    annotated.article.published->value = *value;
  }
  annotated.article.blocks.resize(2);  // the first may hold a dateline
  annotated.article.blocks[1].text = std::string(text);
  const Sources sources = make_sources(annotated.article);
  find_times(annotated, sources, **knowledge);
  std::string out;
  for (const model::TimeMention& time : annotated.times) {
    if (!out.empty()) out += "; ";
    if (time.precision == "unresolved") {
      out += "unresolved";
      continue;
    }
    out += model::iso(time.from);
    if (time.from != time.to) out += "/" + model::iso(time.to);
    out += " " + time.precision;
    if (time.approximate) out += " approximate";
  }
  return out;
}

TEST(Times, RelativeTimesLieOnTheRightSide) {
  EXPECT_EQ(times("خلال زيارته الأسبوع الماضي", "ar", "2026-03-18"), "2026-03-09/2026-03-15 week");
  EXPECT_EQ(times("في الشهر المقبل", "ar", "2026-12-18"), "2027-01 month");
  EXPECT_EQ(times("three years ago", "en", "2026-03-18"), "2023 year");
  EXPECT_EQ(times("полтора года назад", "ru", "2026-10-18"), "2025 year");
  EXPECT_EQ(times("полтора года назад", "ru", "2026-03-18"), "2024 year");
  EXPECT_EQ(times("vor anderthalb Monaten", "de", "2026-10-22"), "2026-09 month");
  EXPECT_EQ(times("다음 달 1일부터 8월 14일까지", "ko", "2026-06-30"), "2026-07-01/2026-08-14 day");
  EXPECT_EQ(times("jusqu'en 2030", "fr", "2026-07-21"), "2030 year");
  EXPECT_EQ(times("через два дня", "ru", "2026-03-18"), "2026-03-20 day");
  EXPECT_EQ(times("昨年11月", "ja", "2026-03-18"), "2025-11 month");
  EXPECT_EQ(times("上周三", "zh", "2026-03-18"), "2026-03-11 day");
  EXPECT_EQ(times("geçen ay", "tr", "2026-01-18"), "2025-12 month");
}

TEST(Times, AMonthAloneIsTheLastOneUnlessTheSentenceLooksAhead) {
  EXPECT_EQ(times("اجتمعوا في أكتوبر في مسقط", "ar", "2026-02-15"), "2025-10 month");
  EXPECT_EQ(times("They met in October.", "en", "2026-02-15"), "2025-10 month");
  EXPECT_EQ(times("They will meet in October.", "en", "2026-02-15"), "2026-10 month");
  EXPECT_EQ(times("He may go", "en", "2026-02-15"), "");
}

TEST(Times, ADayWithoutAYearIsTheNearerOneUnlessTheSentenceTellsOfThePast) {
  EXPECT_EQ(times("Die nächste Sitzung steht am 17. Dezember an.", "de", "2026-10-22"),
            "2026-12-17 day");
  EXPECT_EQ(times("Следующее заседание — 17 декабря.", "ru", "2026-10-22"), "2026-12-17 day");
  EXPECT_EQ(times("La réunion est fixée au 17 décembre.", "fr", "2026-10-22"), "2026-12-17 day");
  EXPECT_EQ(times("次回会合は12月17日。", "ja", "2026-10-22"), "2026-12-17 day");
  EXPECT_EQ(times("The crash on 17 December killed 41 people.", "en", "2026-10-22"),
            "2025-12-17 day");
  EXPECT_EQ(times("Авария произошла 17 декабря.", "ru", "2026-10-22"), "2025-12-17 day");
}

TEST(Times, WordsQuotedWithinAClausePartNone) {
  EXPECT_EQ(times("They will come to the \"party mile\" on Sunday.", "en", "2017-12-29"),
            "2017-12-31 day");
  EXPECT_EQ(times("The \"new deal\" collapsed on Sunday.", "en", "2017-12-29"), "2017-12-24 day");
}

TEST(Times, YearsOfTwoDigits) {
  EXPECT_EQ(times("2028年に着工し、29年の生産開始を見込む。", "ja", "2026-10-22"),
            "2028 year; 2029 year");
  EXPECT_EQ(times("同社は95年に創業した。", "ja", "2026-10-22"), "1995 year");
  EXPECT_EQ(times("懲役29年に処した。30年にわたる戦争。29年の歴史。", "ja", "2026-10-22"), "");
  EXPECT_EQ(times("达产后年产19万吨。", "zh", "2026-10-22"), "");
}

TEST(Times, AQuarterOfAMatchIsNone) {
  EXPECT_EQ(times("He scored twice in the third quarter.", "en", "2026-10-22"), "");
  EXPECT_EQ(times("Profit fell in the third quarter.", "en", "2026-10-22"),
            "2026-07/2026-09 month");
  EXPECT_EQ(times("9to5Mac has the story.", "en", "2026-10-22"), "");
}

TEST(Times, WeekdaysAndStretches) {
  EXPECT_EQ(times("on Friday", "en", "2026-03-14"), "2026-03-13 day");
  EXPECT_EQ(times("will meet on Tuesday", "en", "2026-03-14"), "2026-03-17 day");
  EXPECT_EQ(times("من الأحد إلى الخميس", "ar", "2026-03-17"), "2026-03-15/2026-03-19 day");
  EXPECT_EQ(times("from 14 to 16 March", "en", "2026-03-10"), "2026-03-14/2026-03-16 day");
  EXPECT_EQ(times("5月15日至18日", "zh", "2026-05-01"), "2026-05-15/2026-05-18 day");
  EXPECT_EQ(times("at 23:40 GMT on Friday", "en", "2026-03-14"), "2026-03-13T23:40 minute");
}

TEST(Times, TheVerbSaysWhichWayAWeekdayLies) {
  EXPECT_EQ(times("Am Freitag wird gewählt.", "de", "2026-03-11"), "2026-03-13 day");
  EXPECT_EQ(times("Am Freitag wurde gewählt.", "de", "2026-03-11"), "2026-03-06 day");
  EXPECT_EQ(times("La tregua firmada en diciembre vence el 31 de marzo.", "es", "2026-01-09"),
            "2025-12 month; 2026-03-31 day");
  EXPECT_EQ(times("Cuma günü toplanacak.", "tr", "2026-03-11"), "2026-03-13 day");
  EXPECT_EQ(times("A silence will be held on Friday.", "en", "2026-03-11"), "2026-03-13 day");
}

TEST(Times, ADayAndItsClockAreOne) {
  EXPECT_EQ(times("tomorrow at 10 am", "en", "2026-01-21"), "2026-01-22T10 hour");
  EXPECT_EQ(
      times("The lights went out at 7 p.m. on Monday and came back at 22:15.", "en", "2026-06-02"),
      "2026-06-01T19 hour; 2026-06-01T22:15 minute");
  EXPECT_EQ(times("von 14 bis 16 Uhr", "de", "2026-05-14"), "2026-05-14T14/2026-05-14T16 hour");
  EXPECT_EQ(times("dün akşam saat 9.40'ta", "tr", "2026-04-14"), "2026-04-13T21:40 minute");
  EXPECT_EQ(times("昨晚9时40分", "zh", "2026-04-14"), "2026-04-13T21:40 minute");
  EXPECT_EQ(times("The march lasted six hours.", "en", "2026-04-14"), "");
}

TEST(Times, PartsOfYearsAndDecades) {
  EXPECT_EQ(times("in the third quarter of 2025", "en", "2026-02-01"), "2025-07/2025-09 month");
  EXPECT_EQ(times("2026'nın ilk çeyreğinde", "tr", "2026-04-21"), "2026-01/2026-03 month");
  EXPECT_EQ(times("今年1~3月期", "ja", "2026-05-21"), "2026-01/2026-03 month");
  EXPECT_EQ(times("昭和30年代", "ja", "2026-05-21"), "1955/1964 year");
  EXPECT_EQ(times("в середине 60-х", "ru", "2026-05-21"), "1960/1969 year");
  EXPECT_EQ(times("занял 31-е место", "ru", "2026-05-21"), "");
  EXPECT_EQ(times("Im Sommer 2023", "de", "2026-05-21"), "2023-06/2023-08 month");
  EXPECT_EQ(times("去年年底", "zh", "2026-01-05"), "2025-12 month");
}

TEST(Times, SinceAndUntilReachTheArticlesDay) {
  EXPECT_EQ(times("Seit Montag suchen Retter.", "de", "2025-10-09"), "2025-10-06/2025-10-09 day");
  EXPECT_EQ(times("20 Kasım'a kadar", "tr", "2025-11-04"), "2025-11-04/2025-11-20 day");
  EXPECT_EQ(times("自2019年以来", "zh", "2026-02-27"), "2019/2026 year");
}

TEST(Times, OtherCalendars) {
  EXPECT_EQ(times("در شهریور به مجلس رفت و در ۱۵ مهر تصویب شد.", "fa", "2025-10-25"),
            "2025-08/2025-09 month approximate; 2025-10-07 day");
  EXPECT_EQ(times("در 1 شوال 1447", "ar", "2026-03-22"), "2026-03-20 day approximate");
  EXPECT_EQ(times("سنة 1110 للهجرة", "ar", "2026-03-22"), "1698/1699 year approximate");
  EXPECT_EQ(times("明治5年", "ja", "2026-03-22"), "1872 year");
}

TEST(Times, NamesAndNumbersAreNoTimes) {
  EXPECT_EQ(times("The Friday Mosque was built of brick.", "en", "2026-03-27"), "");
  EXPECT_EQ(times("El banco tiene 1999 cajeros.", "es", "2026-03-27"), "");
  EXPECT_EQ(times("Die Bank zählt 2024 Filialen.", "de", "2026-03-27"), "");
  EXPECT_EQ(times("pazar payı yüksek şirket", "tr", "2026-03-27"), "");
  EXPECT_EQ(times("《八月》获金马奖", "zh", "2026-03-27"), "");
}

TEST(Times, YearsAndPeriodsSince) {
  EXPECT_EQ(times("في سنة 2018", "ar", "2026-02-15"), "2018 year");
  EXPECT_EQ(times("在 2021 年承认", "zh", "2026-02-15"), "2021 year");
  EXPECT_EQ(times("منذ 4 سنوات", "ar", "2026-02-15"), "2022/2026 year");
  EXPECT_EQ(times("the first time in 4 years", "en", "2026-02-15"), "2022/2026 year");
}

TEST(Times, WithoutAnAnchorOnlyAbsoluteTimesAreResolved) {
  EXPECT_EQ(times("في ديسمبر الماضي", "ar", ""), "unresolved");
  EXPECT_EQ(times("on Friday", "en", ""), "unresolved");
  EXPECT_EQ(times("on 3 April 2026", "en", ""), "2026-04-03 day");
}

TEST(Times, ForeignShortMonthsAreNotMonths) {
  EXPECT_EQ(times("21 des 63 sièges", "fr", "2026-05-31"), "");
}

TEST(Times, WhatWasToBeLiesOnTheNearerSide) {
  EXPECT_EQ(times("The vote was due to take place on Friday.", "en", "2026-03-11"),
            "2026-03-13 day");
  EXPECT_EQ(times("debía fallar el viernes", "es", "2026-09-23"), "2026-09-25 day");
  EXPECT_EQ(times("Der Streik sollte am Freitag beginnen.", "de", "2026-03-11"), "2026-03-13 day");
  EXPECT_EQ(times("当初は13日の予定だったが、延期していた", "ja", "2026-10-15"), "2026-10-13 day");
  EXPECT_EQ(times("당초 13일로 예정됐던 발사는 미뤄졌다", "ko", "2026-10-15"), "2026-10-13 day");
  EXPECT_EQ(times("会议原定16日举行，因故推迟", "zh", "2026-03-18"), "2026-03-16 day");
}

TEST(Times, FromADayOnIsAPlanUnlessTheVerbBesideItIsPast) {
  EXPECT_EQ(times("Streik ab Montag", "de", "2026-03-11"), "2026-03-16 day");
  EXPECT_EQ(times("Water will be rationed, starting on Monday.", "en", "2026-03-11"),
            "2026-03-16 day");
  EXPECT_EQ(times("ويسري وقف إطلاق النار اعتباراً من الأربعاء", "ar", "2026-09-14"),
            "2026-09-16 day");
  EXPECT_EQ(times("suyun pazartesiden itibaren kesilmesi talimatını verdi", "tr", "2025-11-08"),
            "2025-11-10 day");
  EXPECT_EQ(times("دستور داد از دوشنبه آب تهران قطع شود", "fa", "2025-11-08"), "2025-11-10 day");
}

TEST(Times, TheTenseOfAnotherClauseSaysLittle) {
  EXPECT_EQ(
      times("Das könne nicht erfüllt werden, teilte das Amt am Samstag mit.", "de", "2026-03-18"),
      "2026-03-14 day");
  EXPECT_EQ(times("白宫顾问周日承诺，联邦政府将延长期限。", "zh", "2026-03-18"), "2026-03-15 day");
  EXPECT_EQ(times("Am Freitag ist der Autor im Alter von 97 Jahren gestorben.", "de", "2026-03-18"),
            "2026-03-13 day");
  EXPECT_EQ(times("Bis Sonntag waren 28 Spieler getestet worden.", "de", "2026-03-18"),
            "2026-03-15 day");
  EXPECT_EQ(times("截至周六，报告的病例已达206例", "zh", "2026-03-18"), "2026-03-14 day");
}

TEST(Times, PlansForAMonthLieAhead) {
  EXPECT_EQ(times("La fábrica abrirá en septiembre.", "es", "2026-11-15"), "2027-09 month");
  EXPECT_EQ(times("Das Werk soll Ende September öffnen.", "de", "2026-11-15"), "2027-09 month");
  EXPECT_EQ(times("पहली खेप अक्टूबर में भेजी जाएँगी", "hi", "2026-08-12"), "2026-10 month");
  EXPECT_EQ(times("6月に交換業者から流出した事件の指揮役が含まれる", "ja", "2026-11-17"),
            "2026-06 month");
  EXPECT_EQ(times("hasta finales de marzo", "es", "2026-10-21"), "2027-03 month");
  EXPECT_EQ(times("They went unnoticed until this February.", "en", "2026-05-20"), "2026-02 month");
  EXPECT_EQ(times("до кінця березня", "uk", "2026-10-20"), "2027-03 month");
  EXPECT_EQ(times("до полудня четверга", "ru", "2025-10-22"), "2025-10-23T12 hour");
}

TEST(Times, NightsAndPairsOfDays) {
  EXPECT_EQ(
      times("Trois personnes sont mortes dans la nuit de mardi à mercredi.", "fr", "2026-03-18"),
      "2026-03-17/2026-03-18 day");
  EXPECT_EQ(times("قتل ثلاثة أشخاص ليل الثلاثاء", "ar", "2026-03-18"), "2026-03-17 day");
  EXPECT_EQ(times("deux jours chômés, dimanche et lundi", "fr", "2026-08-09"),
            "2026-08-09 day; 2026-08-10 day");
  EXPECT_EQ(times("von November bis März", "de", "2026-10-20"), "2026-11/2027-03 month");
}

TEST(Times, DaysAsSeenFromTheOneToldLast) {
  EXPECT_EQ(times("On May 4 shops closed, and the next day they opened.", "en", "2026-05-20"),
            "2026-05-04 day; 2026-05-05 day");
  EXPECT_EQ(times("31日公布结果，在前一天举行的投票中胜出", "zh", "2026-08-31"),
            "2026-08-31 day; 2026-08-30 day");
  EXPECT_EQ(times("The first opens in May 2027 and the second a year later.", "en", "2026-03-18"),
            "2027-05 month; 2028 year");
  EXPECT_EQ(times("He died a year later.", "en", "2026-03-18"), "");
}

TEST(Times, WhatFollowedAnEventIsNotSeenFromTheArticlesDay) {
  EXPECT_EQ(times("Пуск состоялся в 08:35, через 16 минут аппарат вышел на орбиту.", "ru",
                  "2026-11-20T10:30"),
            "2026-11-20T08:35 minute; 2026-11-20T08:51 minute");
  EXPECT_EQ(times("火箭于13时35分（东京时间14时35分）升空，约16分钟后出现异常。", "zh",
                  "2026-11-20T18:00"),
            "2026-11-20T13:35 minute; 2026-11-20T14:35 minute; 2026-11-20T13:51 minute");
  EXPECT_EQ(times("大火在7分钟后被扑灭。", "zh", "2026-11-17T18:10"), "unresolved");
  EXPECT_EQ(times("警報は約2時間後に解除された。", "ja", "2026-09-13T12:00"), "unresolved");
  EXPECT_EQ(times("Через два дня он умер.", "ru", "2026-03-18"), "unresolved");
  EXPECT_EQ(times("Выборы пройдут через два дня.", "ru", "2026-03-18"), "2026-03-20 day");
}

TEST(Times, WhatLooksLikeAClockOrADay) {
  EXPECT_EQ(times("The bank kept its rate at 5.25 percent.", "en", "2026-11-03"), "");
  EXPECT_EQ(times("Shares closed at 12.45 euros.", "en", "2026-11-03"), "");
  EXPECT_EQ(times("The match begins at 12.45.", "en", "2026-11-03"), "2026-11-03T12:45 minute");
  EXPECT_EQ(times("बैंक ने रेपो दर में 0.25 प्रतिशत की कटौती की।", "hi", "2026-11-03"), "");
  EXPECT_EQ(times("海軍は一時、警報を出した。", "ja", "2026-11-03"), "");
  EXPECT_EQ(times("午後一時に始まる。", "ja", "2026-11-03"), "2026-11-03T13 hour");
  EXPECT_EQ(times("当初の予定より2日遅れた。", "ja", "2026-11-20"), "");
  EXPECT_EQ(times("チャンドラヤーン3号で成功した。", "ja", "2026-11-20"), "");
}

TEST(Times, TheSentenceGoesOnBehindAConditionOfItsOwn) {
  EXPECT_EQ(times("Debutará, si llega el permiso, el domingo contra el líder.", "es", "2026-08-28"),
            "2026-08-30 day");
}

TEST(Times, AMillionIsNoVerb) {
  EXPECT_EQ(times("این گروه در خرداد خواستار ۵ میلیون دلار شده بود.", "fa", "2026-10-16"),
            "2026-05/2026-06 month approximate");
}

TEST(Times, AClockBelongsToTheDayToldBefore) {
  EXPECT_EQ(times("A hall burned down late on Sunday. Crews were called at 10:20 p.m.", "en",
                  "2026-05-11T07:30"),
            "2026-05-10 day; 2026-05-10T22:20 minute");
  EXPECT_EQ(times("A hall burned down on Sunday. Crews were called at 10:20 p.m. and left shortly "
                  "after 3 a.m. on Monday.",
                  "en", "2026-05-11T07:30"),
            "2026-05-10 day; 2026-05-10T22:20 minute; 2026-05-11T03 hour");
  EXPECT_EQ(times("Um 22.15 Uhr wurde der Zoll alarmiert.", "de", "2026-05-11T06:00"),
            "2026-05-10T22:15 minute");
  EXPECT_EQ(times("Das Konzert beginnt um 22.15 Uhr.", "de", "2026-05-11T06:00"),
            "2026-05-11T22:15 minute");
  EXPECT_EQ(times("The hall was shut. Doors will open at 10:20 p.m.", "en", "2026-05-11T07:30"),
            "2026-05-11T22:20 minute");
  EXPECT_EQ(times("Elle a appelé peu après 21 heures.", "fr", "2026-05-11T06:00"),
            "2026-05-10T21 hour");
}

TEST(Times, WithinALengthFromTheArticlesDayOn) {
  EXPECT_EQ(times("They will meet within three weeks.", "en", "2026-05-11"),
            "2026-05-11/2026-06-01 day");
  EXPECT_EQ(times("Innerhalb von sechs Stunden fielen 80 Millimeter.", "de", "2026-05-11T06:00"),
            "");
  EXPECT_EQ(times("The court ordered him to leave within ten days.", "en", "2026-05-11"),
            "2026-05-11/2026-05-21 day");
  EXPECT_EQ(times("双方将在十天内签字", "zh", "2026-05-11"), "2026-05-11/2026-05-21 day");
  EXPECT_EQ(times("两天内有三人受伤", "zh", "2026-05-11"), "");
}

TEST(Times, BeforeADayOfAMonthEndsThere) {
  EXPECT_EQ(times("双方须在6月20日前签字", "zh", "2026-05-11"), "2026-05-11/2026-06-20 day");
  EXPECT_EQ(times("渡轮20日前停运", "zh", "2026-05-11"), "2026-04-21 day");
}

TEST(Times, SinceAMonthLiesBehind) {
  EXPECT_EQ(times("自2月起停运的渡轮将恢复", "zh", "2026-05-11"), "2026-02/2026-05 month");
  EXPECT_EQ(times("自9月1日起将提高票价", "zh", "2026-05-11"), "2026-09-01 day");
}

TEST(Times, ADayOfComparisonIsNotWhereTheTaleGoesOn) {
  EXPECT_EQ(times("公司11日宣布合并，价格较上周五收盘价高一成。当日股价下跌。", "zh", "2026-05-12"),
            "2026-05-11 day; 2026-05-08 day; 2026-05-11 day");
}

TEST(Times, WeekdaysThatAreOrdinals) {
  EXPECT_EQ(times("venceu no domingo a segunda volta da votação", "pt", "2026-05-11"),
            "2026-05-10 day");
  EXPECT_EQ(times("chegaram na segunda à noite", "pt", "2026-05-12"), "2026-05-11 day");
  EXPECT_EQ(times("foi a segunda em dez anos", "pt", "2026-05-12"), "");
}

TEST(Times, DaysTheArticleTellsInFullElsewhere) {
  EXPECT_EQ(times("Streik am Montag. Die Gewerkschaft ruft für Montag, 19. Januar, zum Ausstand.",
                  "de", "2026-01-15"),
            "2026-01-19 day; 2026-01-19 day");
  EXPECT_EQ(times("Talks on Monday. The talks will begin on Monday.", "en", "2026-01-15"),
            "2026-01-19 day; 2026-01-19 day");
}

TEST(Times, BareDaysYearsAndClocksInOne) {
  EXPECT_EQ(times("voltaremos à rua no dia 23", "pt", "2026-09-08"), "2026-09-23 day");
  EXPECT_EQ(times("el día 2 de la huelga", "es", "2026-09-08"), "");
  EXPECT_EQ(times("lost contact at 0340 GMT", "en", "2026-06-09"), "2026-06-09T03:40 minute");
  EXPECT_EQ(times("the 2019 election and the 2000 metres", "en", "2026-06-09"), "2019 year");
  EXPECT_EQ(times("林若瑄今（27）日奪冠", "zh", "2026-09-27"), "2026-09-27 day");
  EXPECT_EQ(times("در زمستان ۱۴۰۲", "fa", "2026-01-27"), "2023-12/2024-02 month");
  EXPECT_EQ(times("خرداد سال گذشته", "fa", "2026-05-28"), "2025-05/2025-06 month approximate");
  EXPECT_EQ(times("سیزدهم شهریور برگزار خواهد شد", "fa", "2026-08-05"), "2026-09-04 day");
}

TEST(Times, BeforeADayIsUntilIt) {
  for (const std::string_view text :
       {"须在9月1日前提交方案", "须在9月1日之前提交方案", "須於9月1日以前提交方案"}) {
    EXPECT_EQ(times(text, "zh", "2026-03-14"), "2026-03-14/2026-09-01 day") << text;
  }
  EXPECT_EQ(times("9月1日までに提出する", "ja", "2026-03-14"), "2026-03-14/2026-09-01 day");
  EXPECT_EQ(times("9월 1일 전까지 제출한다", "ko", "2026-03-14"), "2026-03-14/2026-09-01 day");
  EXPECT_EQ(times("3日前に会談した", "ja", "2026-03-14"), "2026-03-11 day");
}

TEST(Times, LettersOfANameDoNotEndATime) {
  EXPECT_EQ(times("후반 13분 후셈이 골을 넣었다", "ko", "2026-03-14T10:00"), "");
  EXPECT_EQ(times("사흘 회담은 3일 후에 끝난다", "ko", "2026-03-14"), "2026-03-17 day");
}

TEST(Times, WhatWasAgreedForAMonthLiesAhead) {
  EXPECT_EQ(times("दोनों पक्ष जुलाई में मिलने पर सहमत हुए हैं।", "hi", "2026-06-12"), "2026-07 month");
  EXPECT_EQ(times("양측은 7월에 다시 만나기로 합의했다.", "ko", "2026-06-12"), "2026-07 month");
  EXPECT_EQ(times("両国は7月に会談することで合意した。", "ja", "2026-06-12"), "2026-07 month");
  EXPECT_EQ(times("Taraflar temmuzda buluşma konusunda anlaştı.", "tr", "2026-06-12"),
            "2026-07 month");
}

TEST(Times, TheDayInBracketsTellsWhichWeek) {
  EXPECT_EQ(times("Nesta sexta-feira (13), o ministro segue para o Uruguai.", "pt", "2026-03-11"),
            "2026-03-13 day");
  EXPECT_EQ(times("O acordo foi assinado na sexta-feira (6).", "pt", "2026-03-11"),
            "2026-03-06 day");
  EXPECT_EQ(times("El viernes (30) se reunieron.", "es", "2026-02-02"), "2026-01-30 day");
  // A footnote, or a count: no Friday near is the 5th.
  EXPECT_EQ(times("Na sexta-feira (5) foi assinado.", "pt", "2026-03-11"), "2026-03-06 day");
}

TEST(Times, AnHourAndItsMinutes) {
  for (const auto& [lang, text] :
       {std::pair{"fa", "انفجار ساعت ۳ و ۳۰ دقیقه بامداد رخ داد"},
        std::pair{"fa", "ساعت سه و نیم رخ داد"},
        std::pair{"ar", "وقع الانفجار الساعة 3 و30 دقيقة فجرا"},
        std::pair{"ar", "في الساعة الثالثة والنصف صباحا"},
        std::pair{"ru", "Взрыв произошёл в 3 часа 30 минут"},
        std::pair{"uk", "Вибух стався о 3 годині 30 хвилин"},
        std::pair{"tr", "Patlama saat 3.30'da oldu"},
        std::pair{"tr", "Patlama saat 3 buçukta oldu"}, std::pair{"hi", "विस्फोट साढ़े तीन बजे हुआ"},
        std::pair{"hi", "विस्फोट 3 बजकर 30 मिनट पर हुआ"},
        std::pair{"de", "Sie geschah um halb vier."}, std::pair{"de", "Sie geschah um 3 Uhr 30."},
        std::pair{"es", "Ocurrió a las tres y media de la madrugada"},
        std::pair{"pt", "às 3 horas e 30 minutos"},
        std::pair{"id", "terjadi pukul setengah empat pagi"},
        std::pair{"en", "at half past three"}}) {
    EXPECT_EQ(times(text, lang, "2026-03-14"), "2026-03-14T03:30 minute") << text;
  }
  EXPECT_EQ(times("Операция длилась три часа", "ru", "2026-03-14"), "");
  EXPECT_EQ(times("informó a las tres víctimas", "es", "2026-03-14"), "");
}

}  // namespace
}  // namespace synoptic::annotate
