#include <fmt/format.h>
#include <gtest/gtest.h>

#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

std::string quantities(std::string_view text, std::string_view lang) {
  std::string out;
  for (const model::Quantity& quantity : numbers_read(text, lang).quantities) {
    if (!out.empty()) out += "; ";
    out += fmt::format("{} {}", quantity.kind, quantity.value);
    if (quantity.max) out += fmt::format("-{}", *quantity.max);
    if (quantity.of) out += fmt::format(" of {}", *quantity.of);
    for (const std::string* part : {&quantity.unit, &quantity.modifier, &quantity.counted_class}) {
      if (!part->empty()) out += " " + *part;
    }
  }
  return out;
}

TEST(Quantities, WhoeverSufferedItIsCountedAsThat) {
  for (const auto& [text, lang] : {
           std::pair{"Two crew members were slightly injured.", "en"},
           std::pair{"Zwei Mitglieder des Rettungsteams wurden schwer verletzt.", "de"},
           std::pair{"Deux membres d'équipage ont été légèrement blessés.", "fr"},
           std::pair{"Dos miembros del equipo de rescate resultaron heridos.", "es"},
           std::pair{"Dois tripulantes ficaram levemente feridos.", "pt"},
           std::pair{"Двое членов экипажа получили легкие травмы.", "ru"},
           std::pair{"Два моряки були тяжко поранені.", "uk"},
           std::pair{"أصيب عضوان من فريق الإنقاذ بجروح خطيرة.", "ar"},
           std::pair{"دو ملوان به شدت زخمی شدند.", "fa"},
           std::pair{"Ekibin iki üyesi ağır yaralandı.", "tr"},
           std::pair{"Dua anggota tim luka parah.", "id"},
           std::pair{"चालक दल के दो सदस्य मामूली रूप से घायल हुए।", "hi"},
           std::pair{"两名船员受轻伤。", "zh"},
           std::pair{"爆発で救助隊員2人が重いけがをした。", "ja"},
           std::pair{"폭발로 구조대원 2명이 크게 다쳤다.", "ko"},
       }) {
    EXPECT_EQ(quantities(text, lang), "count 2 injured") << lang;
  }
  EXPECT_EQ(quantities("Five members of the crew were killed.", "en"), "count 5 killed");
  EXPECT_EQ(quantities("The council has 15 members.", "en"), "count 15 members");
  EXPECT_EQ(quantities("The ship sailed with 20 crew members on board.", "en"), "count 20 crew");
}

TEST(Quantities, AtLeastBeforeAVerb) {
  EXPECT_EQ(quantities("大桥将至少关闭10天。", "zh"), "duration 10 day at_least");
  EXPECT_EQ(quantities("事故至少已造成3人死亡。", "zh"), "count 3 at_least killed");
  EXPECT_EQ(quantities("It will be closed at least for ten days.", "en"),
            "duration 10 day at_least");
  EXPECT_EQ(quantities("至少关闭，共10天。", "zh"), "duration 10 day");
}

TEST(Quantities, RanksInBothOrders) {
  EXPECT_EQ(quantities("it ranks 31st out of 83 countries", "en"), "rank 31 of 83");
  EXPECT_EQ(quantities("Most of the 17 brewers had left.", "en"), "count 17");
  EXPECT_EQ(quantities("在 83 个国家中排名第 31 位", "zh"), "rank 31 of 83");
  EXPECT_EQ(quantities("في المرتبة 31 من أصل 83 دولة", "ar"), "rank 31 of 83");
  EXPECT_EQ(quantities("заняла 31-е место из 83", "ru"), "rank 31 of 83");
  EXPECT_EQ(quantities("31位（83か国中）", "ja"), "rank 31 of 83");
  EXPECT_EQ(quantities("di peringkat keempat", "id"), "rank 4");
}

TEST(Quantities, ATotalStandsInThePhraseOfItsRank) {
  EXPECT_EQ(quantities("injuring 41 people and closing a part of the third-largest city", "en"),
            "count 41 injured; rank 3");
  EXPECT_EQ(quantities("The third-largest city mourned the sudden death of 41 miners", "en"),
            "rank 3; count 41 workers");
  EXPECT_EQ(quantities("the third largest economy of 41", "en"), "rank 3 of 41");
}

TEST(Quantities, APartOfAWholeIsOneFigureInEveryLanguage) {
  EXPECT_EQ(quantities("Five of the 19 defendants were acquitted.", "en"),
            "count 5 of 19 defendants");
  EXPECT_EQ(quantities("Cinq des 19 accusés ont été acquittés.", "fr"), "count 5 of 19 defendants");
  EXPECT_EQ(quantities("17명 가운데 16명이 구조됐다.", "ko"), "count 16 of 17 rescued");
  EXPECT_EQ(quantities("作業員17人のうち16人が救出された。", "ja"), "count 16 of 17 rescued");
  EXPECT_EQ(quantities("17名工人中16人获救。", "zh"), "count 16 of 17 rescued");
  EXPECT_EQ(quantities("Врятовано 16 із 17 робітників.", "uk"), "count 16 of 17 rescued");
  EXPECT_EQ(quantities("Yargılanan 19 sanıktan beşi beraat etti.", "tr"),
            "count 5 of 19 acquitted");
  EXPECT_EQ(quantities("17 işçiden 5 kişi gelmedi.", "tr"), "count 17 workers; count 5 people");
}

TEST(Quantities, HundredthsOfARate) {
  EXPECT_EQ(quantities("央行減息25點子，將利率下調0.25厘至5.25厘。", "zh"),
            "percent_points 0.25 interest_rate; percent 0.25 interest_rate; percent 5.25 "
            "interest_rate");
  EXPECT_EQ(quantities("央行升息1碼，利率為2%。", "zh"),
            "percent_points 0.25 interest_rate; percent 2 interest_rate");
  EXPECT_EQ(quantities("繩長5厘米，布長3碼。", "zh"), "distance 5 cm; distance 3 yard");
  EXPECT_EQ(quantities("Suku bunga bertahan pada level 5,50 persen.", "id"),
            "percent 5.5 interest_rate");
}

TEST(Quantities, WhatSomethingMovedByAndWhereItCameToAreTwo) {
  EXPECT_EQ(quantities("The bank raised its rate by 0.25% to 5.25%.", "en"),
            "percent 0.25 interest_rate; percent 5.25 interest_rate");
  EXPECT_EQ(quantities("央行将利率下调0.25%至5.25%。", "zh"),
            "percent 0.25 interest_rate; percent 5.25 interest_rate");
  EXPECT_EQ(quantities("El banco bajó los tipos 0,25% a 5,25%.", "es"),
            "percent 0.25 interest_rate; percent 5.25 interest_rate");
  EXPECT_EQ(quantities("Sales will grow by 2% to 3%.", "en"), "percent 2-3");
}

TEST(Quantities, VotesOfTwoSides) {
  EXPECT_EQ(quantities("The committee voted five to one.", "en"), "score 5-1 votes");
  EXPECT_EQ(quantities("Keputusan diambil dengan suara empat berbanding dua.", "id"),
            "score 4-2 votes");
}

TEST(Quantities, CurrenciesOfManyLands) {
  EXPECT_EQ(quantities("40 million kroner", "en"), "money 40000000 NOK");
  EXPECT_EQ(quantities("40 million kronor", "en"), "money 40000000 SEK");
  EXPECT_EQ(quantities("O governo liberou 15 milhões de sóis.", "pt"), "money 15000000 PEN");
  EXPECT_EQ(quantities("政府は5000万ソルの支援を決めた。", "ja"), "money 50000000 PEN");
  EXPECT_EQ(quantities("Una prima de 3.000 dírhams.", "es"), "money 3000 AED");
  EXPECT_EQ(quantities("Сума сягає 3000 дирхамів.", "uk"), "money 3000 AED");
  EXPECT_EQ(quantities("यह 300 दिरहम की है।", "hi"), "money 300 AED");
  EXPECT_EQ(quantities("價值五百萬歐元", "zh"), "money 5000000 EUR");
  EXPECT_EQ(quantities("Нужно 5 реальных реформ.", "ru"), "count 5");
}

TEST(Quantities, SumsWhoseCurrencyIsToldElsewhere) {
  EXPECT_EQ(quantities("El club pagará 22 millones de euros. Llegó por un traspaso de nueve "
                       "millones. Lo venden por 22 millones.",
                       "es"),
            "money 22000000 EUR; money 9000000 EUR; money 22000000 EUR");
  EXPECT_EQ(quantities("Cobrará 3,5 millones netos, tras pagar 22 millones de euros.", "es"),
            "money 3500000 EUR; money 22000000 EUR");
  EXPECT_EQ(quantities("Viven allí nueve millones.", "es"), "");
}

TEST(Quantities, MagnitudesRightAtTheWordForTheQuake) {
  EXPECT_EQ(quantities("M8.4の地震があった。", "ja"), "magnitude 8.4 earthquake");
  EXPECT_EQ(quantities("Um terremoto de 8,4 matou mais de 70 pessoas.", "pt"),
            "magnitude 8.4 earthquake; count 70 more_than killed");
  EXPECT_EQ(quantities("O abalo, de magnitude 6,9, ocorreu cedo.", "pt"),
            "magnitude 6.9 earthquake");
}

TEST(Quantities, WhatHappenedToOneNumberIsNotToldOfAnother) {
  EXPECT_EQ(quantities("The disease has killed 221 people out of 4,860 infected.", "en"),
            "count 221 killed; count 4860 infected");
  EXPECT_EQ(quantities("Cholera toll rises to 221", "en"), "count 221 killed");
  EXPECT_EQ(quantities("The building held 180 patients.", "en"), "count 180 patients");
  EXPECT_EQ(quantities("18쪽 분량의 문서는 법적 구속력을 갖는다.", "ko"), "count 18");
  EXPECT_EQ(quantities("71 في المئة من المضربين البالغ عددهم 2300.", "ar"),
            "percent 71 strikers; count 2300 strikers");
}

TEST(Quantities, HowLongSomethingTakesIsNoBound) {
  EXPECT_EQ(quantities("Wages will rise by 8 percent over two years.", "en"),
            "percent 8 pay_rise; duration 2 year");
  EXPECT_EQ(quantities("The strike lasted over two years.", "en"), "duration 2 year more_than");
}

TEST(Quantities, MoneyAndWeightWithTheSameWords) {
  EXPECT_EQ(quantities("It must pay 40m lira, 12m euros.", "en"),
            "money 40000000 TRY; money 12000000 EUR");
  EXPECT_EQ(quantities("A 40m tower was built.", "en"), "distance 40 m");
  EXPECT_EQ(quantities("Вона сплатить 40 млн лір.", "uk"), "money 40000000 TRY");
  EXPECT_EQ(quantities("5.1 million pounds of thrust", "en"), "weight 5100000 lb");
  EXPECT_EQ(quantities("the 400-pound gorilla", "en"), "weight 400 lb");
  EXPECT_EQ(quantities("3 million pounds of public money", "en"), "money 3000000 GBP");
  EXPECT_EQ(quantities("Het bedrijf betaalde $15 miljard.", "nl"), "money 15000000000 USD");
}

TEST(Quantities, DegreesOfAnEarthquakeAreItsMagnitude) {
  EXPECT_EQ(quantities("قوة الزلزال 6.3 درجات على مقياس ريختر", "ar"), "magnitude 6.3 earthquake");
  EXPECT_EQ(quantities("Un terremoto de 5,8 grados sacudió la costa.", "es"),
            "magnitude 5.8 earthquake");
  EXPECT_EQ(quantities("O sismo, de 6,3 na escala de Richter, foi sentido.", "pt"),
            "magnitude 6.3 earthquake");
  EXPECT_EQ(quantities("Магнитуда землетрясения составила 6,3.", "ru"), "magnitude 6.3 earthquake");
  EXPECT_EQ(quantities("El sismo tuvo una profundidad de 10 km.", "es"), "distance 10 km depth");
}

TEST(Quantities, NumbersThatCountNothing) {
  EXPECT_EQ(quantities("6/16 A woman in white", "en"), "");
  EXPECT_EQ(quantities("a mum-of-four said", "en"), "");
  EXPECT_EQ(quantities("По данным Красного Полумесяца", "ru"), "");
  EXPECT_EQ(quantities("거리는 조용하고", "ko"), "");
  EXPECT_EQ(quantities("She said that he is 3.", "en"), "age 3 year");
  EXPECT_EQ(quantities("a 4yo boy", "en"), "age 4 year");
}

std::string standings(std::string_view text, std::string_view lang) {
  std::string out;
  for (const model::Quantity& quantity : numbers_read(text, lang).quantities) {
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", quantity.value, quantity.scope);
  }
  return out;
}

TEST(Quantities, WhatWasExpectedOrWasBeforeIsNotWhatCameToBe) {
  EXPECT_EQ(standings("The bank lowered the rate from 33% to 31.5%.", "en"),
            "33 former; 31.5 event");
  EXPECT_EQ(standings("The bank lowered the rate to 31.5% from 33%.", "en"),
            "31.5 event; 33 former");
  EXPECT_EQ(standings("Банк снизил ставку с 33% до 31,5%.", "ru"), "33 former; 31.5 event");
  EXPECT_EQ(standings("政策金利を33%から31.5%に引き下げた。", "ja"), "33 former; 31.5 event");
  EXPECT_EQ(standings("politika faizini yüzde 33'ten yüzde 31,5'e indirdi", "tr"),
            "33 former; 31.5 event");
  EXPECT_EQ(standings("La fiscalía pedía 25 años de cárcel.", "es"), "25 expected");
  EXPECT_EQ(standings("検察は懲役25年を求刑していた。", "ja"), "25 expected");
  EXPECT_EQ(standings("The plant will create 600 jobs.", "en"), "600 event");
  EXPECT_EQ(standings("It cut by 150 basis points, against an expected 100 basis points.", "en"),
            "1.5 event; 1 expected");
}

TEST(Quantities, AScoreInGoals) {
  EXPECT_EQ(quantities("فاز كاشيما بثلاثة أهداف مقابل هدف.", "ar"), "score 3-1");
  EXPECT_EQ(quantities("فاز الهلال بهدفين دون رد.", "ar"), "score 2-0");
}

TEST(Quantities, WhereAVerbComesToIsNoBound) {
  EXPECT_EQ(quantities("Інфляція прискорилася до 11,9% у жовтні", "uk"), "percent 11.9 inflation");
  EXPECT_EQ(quantities("Його засудили до семи років", "uk"), "duration 7 year");
  EXPECT_EQ(quantities("Ему грозит до семи лет", "ru"), "duration 7 year at_most");
  EXPECT_EQ(quantities("Число вакансий выросло до 700", "ru"), "count 700 jobs");
}

TEST(Quantities, TelephoneNumbersCountNothing) {
  EXPECT_EQ(quantities("Гаряча лінія: 0 800 123 456.", "uk"), "");
  EXPECT_EQ(quantities("linha de apoio da câmara: 212 345 678", "pt"), "");
  EXPECT_EQ(quantities("call +34 900 123 456", "en"), "");
  EXPECT_EQ(quantities("The hotline took 230,000 calls", "en"), "count 230000");
}

TEST(Quantities, TheDayOfADatelineCountsNothing) {
  static const auto knowledge = knowledge::Knowledge::load();
  for (const auto& [lang, text] :
       {std::pair{"en", "ZAGREB, 12 October 2026 - A tram injured 11 people."},
        std::pair{"ru", "ЗАГРЕБ, 12 октября 2026 - Трамвай ранил 11 человек."},
        std::pair{"zh", "（萨格勒布12日电）电车撞伤11人。"}}) {
    model::Annotated annotated;
    annotated.article.lang = lang;
    annotated.article.blocks.push_back({.text = text});
    const Sources sources = make_sources(annotated.article);
    find_times(annotated, sources, **knowledge);
    find_quantities(annotated, sources, **knowledge);
    ASSERT_EQ(annotated.quantities.size(), 1u) << text;
    EXPECT_EQ(annotated.quantities[0].value, 11);
  }
}

TEST(Quantities, PeopleAndWhatHappenedToThem) {
  EXPECT_EQ(quantities("12 people were injured and 3 killed.", "en"),
            "count 12 injured; count 3 killed");
  EXPECT_EQ(quantities("أصيب 14 شخصًا", "ar"), "count 14 injured");
  EXPECT_EQ(quantities("造成40多人死亡", "zh"), "count 40 more_than killed");
  EXPECT_EQ(quantities("3人死亡、12人がけが", "ja"), "count 3 killed; count 12 injured");
  EXPECT_EQ(quantities("Das kostete 5 Menschen das Leben", "de"), "count 5 killed");
  EXPECT_EQ(quantities("It sank with 84 people aboard, killing at least 19.", "en"),
            "count 84 people; count 19 at_least killed");
  EXPECT_EQ(
      quantities("Un ferry transportant 84 personnes a sombré lundi, faisant 21 morts.", "fr"),
      "count 84 people; count 21 killed");
  EXPECT_EQ(quantities("船上有84人，造成21人死亡", "zh"), "count 84 people; count 21 killed");
  EXPECT_EQ(quantities("За него отдали голоса 45,1%, явка составила 61%", "ru"),
            "percent 45.1; percent 61 turnout");
  EXPECT_EQ(quantities("All 84 people on board died.", "en"), "count 84 killed");
  EXPECT_EQ(quantities("ранило 12 человек", "ru"), "count 12 injured");
  EXPECT_EQ(quantities("evacuó a unas 800 personas de seis pueblos", "es"),
            "count 800 about evacuated; count 6 villages");
}

TEST(Quantities, HouseholdsVotesSeats) {
  EXPECT_EQ(quantities("cutting power to about 12,000 households", "en"),
            "count 12000 about households_without_power");
  EXPECT_EQ(quantities("won 21 of the 63 seats", "en"), "count 21 of 63 seats");
  EXPECT_EQ(quantities("a obtenu 21 des 63 sièges", "fr"), "count 21 of 63 seats");
}

TEST(Quantities, EachStateBelongsToItsOwnNumber) {
  constexpr std::string_view kBoth = "count 31 at_least killed; count 52 injured";
  for (const auto& [lang, text] :
       {std::pair{"en", "A blast hit a market, killing at least 31 people and wounding 52."},
        std::pair{"es", "La explosión mató al menos a 31 personas e hirió a 52."},
        std::pair{"fr", "L'explosion a tué au moins 31 personnes et en a blessé 52."},
        std::pair{"de", "Die Explosion tötete mindestens 31 Menschen und verletzte 52."},
        std::pair{"pt", "A explosão matou ao menos 31 pessoas e feriu 52."},
        std::pair{"ru", "Взрыв убил как минимум 31 человека и ранил 52."},
        std::pair{"uk", "Вибух убив щонайменше 31 людину й поранив 52."},
        std::pair{"ar", "أسفر الانفجار عن مقتل ما لا يقل عن 31 شخصا وإصابة 52."},
        std::pair{"zh", "爆炸造成至少31人死亡，52人受伤。"},
        std::pair{"ja", "爆発で少なくとも31人が死亡し、52人がけがをした。"},
        std::pair{"ko", "폭발로 최소 31명이 숨지고 52명이 다쳤다."},
        std::pair{"tr", "Patlamada en az 31 kişi öldü ve 52 kişi yaralandı."},
        std::pair{"fa",
                  "در این انفجار دست‌کم 31 نفر کشته و 52 نفر زخمی "
                  "شدند."},
        std::pair{"hi", "विस्फोट में कम से कम 31 लोगों की मौत हो गई और 52 घायल हो गए।"},
        std::pair{"id", "Ledakan itu menewaskan sedikitnya 31 orang dan melukai 52 lainnya."}}) {
    EXPECT_EQ(quantities(text, lang), kBoth) << text;
  }
}

TEST(Quantities, TheDeadOfAHeadlineAreNoVehicles) {
  for (const auto& [lang, text] :
       {std::pair{"en", "27 killed as ferry bus plunges into gorge"},
        std::pair{"en", "27 dead after train hits lorry"},
        std::pair{"es", "27 muertos al volcar un autobús"},
        std::pair{"fr", "27 morts dans l'accident d'un bus"},
        std::pair{"de", "27 Tote nach Unfall mit Bus"},
        std::pair{"pt", "27 mortos após ônibus cair em ravina"},
        std::pair{"ru", "27 погибших при столкновении поезда с грузовиком"},
        std::pair{"uk", "27 загиблих унаслідок падіння автобуса"},
        std::pair{"ar", "مصرع 27 إثر اصطدام قطار بشاحنة"}, std::pair{"zh", "至少27死，巴士坠谷"},
        std::pair{"ja", "27人死亡、列車とトラックが衝突"},
        std::pair{"ko", "27명 숨져, 열차와 트럭 충돌"},
        std::pair{"tr", "27 ölü: otobüs uçuruma yuvarlandı"},
        std::pair{"fa", "27 کشته در سقوط اتوبوس به دره"},
        std::pair{"hi", "27 की मौत, बस खाई में गिरी"},
        std::pair{"id", "27 tewas saat bus terjun ke jurang"}}) {
    const std::string found = quantities(text, lang);
    EXPECT_TRUE(found.starts_with("count 27") && found.ends_with("killed"))
        << text << ": " << found;
  }
  EXPECT_EQ(quantities("Two passengers were unhurt.", "en"), "count 2 unhurt");
  EXPECT_EQ(quantities("Yarışta 31'inci oldu.", "tr"), "rank 31");
}

TEST(Quantities, MoneyPercentMeasures) {
  EXPECT_EQ(quantities("$1.8bn", "en"), "money 1800000000 USD");
  EXPECT_EQ(quantities("R$ 400 milhões", "pt"), "money 400000000 BRL");
  EXPECT_EQ(quantities("300 millones de euros", "es"), "money 300000000 EUR");
  EXPECT_EQ(quantities("百分之五", "zh"), "percent 5");
  EXPECT_EQ(quantities("yüzde 5", "tr"), "percent 5");
  EXPECT_EQ(quantities("half a percentage point", "en"), "percent_points 0.5");
  EXPECT_EQ(quantities("200万吨", "zh"), "weight 2000000 t");
  EXPECT_EQ(quantities("a magnitude 6.4 earthquake", "en"), "magnitude 6.4 earthquake");
  // The word is of the number before it.
  EXPECT_EQ(quantities("6.1 magnitude earthquake: 4 dead", "en"),
            "magnitude 6.1 earthquake; count 4 killed");
  EXPECT_EQ(quantities("Deprem 6,1 büyüklüğünde: 4 ölü", "tr"),
            "magnitude 6.1 earthquake; count 4 killed");
  EXPECT_EQ(quantities("زلزال بقوة 6.4 درجة", "ar"), "magnitude 6.4 earthquake");
  EXPECT_EQ(quantities("发生规模6.4强震", "zh"), "magnitude 6.4 earthquake");
  EXPECT_EQ(quantities("منذ 4 سنوات", "ar"), "duration 4 year");
}

TEST(Quantities, AWordThatOpensASentenceIsNoNameBeforeItsNumber) {
  EXPECT_EQ(quantities("Roads are closed. About 950 trees fell.", "en"), "count 950 about trees");
  EXPECT_EQ(quantities("Дороги закрыты. Еще 950 деревьев упало.", "ru"), "count 950 trees");
  EXPECT_EQ(quantities("Yollar kapalı. Bölgede 950 ağaç devrildi.", "tr"), "count 950 trees");
}

TEST(Quantities, SecondPilotsAreNoRanksAndFeminineOrdinalsAreRead) {
  EXPECT_EQ(quantities("Среди погибших — второй пилот.", "ru"), "");
  EXPECT_EQ(quantities("Серед загиблих — другий пілот.", "uk"), "");
  EXPECT_EQ(quantities("यह रॉकेट की 56वीं उड़ान थी।", "hi"), "ordinal 56");
}

TEST(Quantities, RangesAndModifiers) {
  EXPECT_EQ(quantities("between 10 and 15 people", "en"), "count 10-15 people");
  EXPECT_EQ(quantities("2到3万人", "zh"), "count 20000-30000 people");
  EXPECT_EQ(quantities("по меньшей мере 14 человек", "ru"), "count 14 at_least people");
  EXPECT_EQ(quantities("dozens of people", "en"), "count 12 dozens people");
  EXPECT_EQ(quantities("25-25 लाख रुपये", "hi"), "money 2500000 INR");
  EXPECT_EQ(quantities("denda Rp 500 juta", "ms"), "money 500000000 IDR");
}

TEST(Quantities, ALentScaleBelongsToTheText) {
  static const auto knowledge = knowledge::Knowledge::load();
  model::Annotated annotated;
  annotated.article.lang = "en";
  annotated.article.blocks.push_back({.text = "The budget rose from 1.1 to 1.4 billion dollars."});
  const Sources sources = make_sources(annotated.article);
  find_quantities(annotated, sources, **knowledge);
  ASSERT_EQ(annotated.quantities.size(), 2u);
  EXPECT_EQ(annotated.quantities[0].value, 1.1e9);
  EXPECT_EQ(annotated.quantities[0].text, "1.1 to 1.4 billion dollars");
  EXPECT_EQ(annotated.quantities[1].text, "1.4 billion dollars");
}

TEST(Quantities, WordsThatOnlyLookLikeAnother) {
  EXPECT_EQ(quantities("واحترقت أربع شاحنات بالكامل", "ar"), "count 4 vehicles");  // no quarter
  EXPECT_EQ(quantities("Bloqueada desde quinta-feira", "pt"), "");
  EXPECT_EQ(quantities("위성 6기를 궤도에 올렸다", "ko"), "count 6 satellites");
  EXPECT_EQ(quantities("yerin 500 metre altında", "tr"), "distance 500 m depth");
  EXPECT_EQ(quantities("17 puanla dördüncü oldu", "tr"), "count 17 points; rank 4");  // nobody died
}

TEST(Quantities, TheLongerWordSaysWhoseMoneyItIs) {
  EXPECT_EQ(quantities("費用估計新台幣6000萬元", "zh"), "money 60000000 TWD");
  EXPECT_EQ(quantities("费用约6000万元新台币", "zh"), "money 60000000 TWD about");
  EXPECT_EQ(quantities("The repair cost T$90 million.", "en"), "money 90000000 TWD");
}

TEST(Quantities, WhatIsNoToll) {
  EXPECT_EQ(quantities("7/12 2009 A baker sweeps the steps of the mill", "en"), "");
  EXPECT_EQ(quantities("A mum-of-three was killed in the fire", "en"), "");
  EXPECT_EQ(quantities("A 5yo girl was hurt", "en"), "age 5 year");
  EXPECT_EQ(quantities("Her aunt said that she is 5.", "en"), "age 5 year");
  EXPECT_EQ(quantities("Some 40 people live in the street, which was hit by the fire that killed "
                       "three",
                       "en"),
            "count 40 about people; count 3 killed");
}

TEST(Quantities, WhatIsNoQuantity) {
  EXPECT_EQ(quantities("on 14 March 2026 at 08:40, in 2018", "en"), "");
  EXPECT_EQ(quantities("a Boeing 737, an F-35, the G20, Covid-19 and an iPhone 15.", "en"), "");
  EXPECT_EQ(quantities("see https://example.org/a/12345?b=6 or call 010-62641205", "en"), "");
  EXPECT_EQ(quantities("1. Introduction", "en"), "");
  EXPECT_EQ(quantities("الدولتان الجارتان", "ar"), "");
}

TEST(Quantities, EarlierEventsAreBackground) {
  const auto annotated = numbers_read("In 2018 a quake killed 40 people.", "en");
  ASSERT_EQ(annotated.quantities.size(), 1u);
  EXPECT_EQ(annotated.quantities[0].scope, "background");
}

TEST(Quantities, SurvivesBrokenText) {
  for (const std::string_view text :
       {"\xff 12", "12 \xd9", "百分之", "12-", "$", "1,2,3,4,", "第"}) {
    EXPECT_LE(numbers_read(text, "zh").quantities.size(), 4u);
  }
}

}  // namespace
}  // namespace synoptic::annotate
