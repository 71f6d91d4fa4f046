// One thing has one class in all languages: the caught again, the burned, machines, votes.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

using Told = std::pair<const char*, const char*>;

std::string classes_told(const Told& told) { return numbers_told(told.first, told.second, false); }

TEST(CountedClasses, WhoIsCaughtAgain) {
  for (const Told& told : {Told{"en", "Police have recaptured 19 of them."},
                           {"es", "De ellos, 19 fueron recapturados."},
                           {"fr", "Parmi eux, 19 ont été rattrapés."},
                           {"de", "Davon wurden 19 wieder gefasst."},
                           {"pt", "Deles, 19 foram recapturados."},
                           {"ru", "Из них 19 снова задержаны."},
                           {"uk", "З них 19 знову затримано."},
                           {"ar", "أعيد القبض على 19 منهم."},
                           {"fa", "۱۹ نفر از آنان دوباره دستگیر شدند."},
                           {"hi", "इनमें से 19 लोग फिर पकड़े गए।"},
                           {"id", "Sebanyak 19 orang ditangkap kembali."},
                           {"tr", "Bunlardan 19 kişi yeniden yakalandı."},
                           {"ja", "このうち19人が再拘束された。"},
                           {"ko", "이 가운데 19명이 다시 붙잡혔다."},
                           {"zh", "其中19人已被抓回。"}}) {
    EXPECT_EQ(classes_told(told), "count 19 recaptured") << told.second;
  }
  EXPECT_EQ(classes_told({"de", "Die Polizei hat 19 Menschen festgenommen."}), "count 19 arrested");
  EXPECT_EQ(classes_told({"id", "Sebanyak 19 orang ditangkap."}), "count 19 arrested");
  EXPECT_EQ(classes_told({"ko", "이 가운데 19명이 체포됐다."}), "count 19 arrested");
}

TEST(CountedClasses, WhoHasBurns) {
  for (const Told& told : {Told{"en", "Another 17 suffered burns."},
                           {"de", "17 Menschen erlitten Verbrennungen."},
                           {"fr", "17 personnes souffrent de brûlures."},
                           {"es", "17 personas sufrieron quemaduras."},
                           {"pt", "17 pessoas sofreram queimaduras."},
                           {"ru", "Ещё 17 получили ожоги."},
                           {"uk", "Ще 17 людей отримали опіки."},
                           {"ar", "أصيب 17 شخصا بحروق."},
                           {"fa", "۱۷ نفر دچار سوختگی شدند."},
                           {"hi", "17 लोग झुलस गए।"},
                           {"id", "Sebanyak 17 orang mengalami luka bakar."},
                           {"ja", "17人がやけどを負った。"},
                           {"ko", "17명이 화상을 입었다."},
                           {"zh", "另有17人烧伤。"}}) {
    EXPECT_EQ(classes_told(told), "count 17 injured") << told.second;
  }
  EXPECT_EQ(classes_told({"en", "The fire burned 17 huts."}), "count 17 buildings");
}

TEST(CountedClasses, Machines) {
  for (const Told& told : {Told{"en", "22 fire engines were sent."},
                           {"es", "Enviaron 22 camionetas."},
                           {"fr", "On a envoyé 22 camions."},
                           {"de", "22 Löschfahrzeuge waren im Einsatz."},
                           {"pt", "Foram enviadas 22 viaturas."},
                           {"ru", "Направили 22 фуры."},
                           {"uk", "Надіслали 22 фури."},
                           {"fa", "۲۲ لاری عبور کرد."},
                           {"hi", "22 कारें जल गईं।"},
                           {"tr", "22 tır geçti."},
                           {"zh", "现场有22辆消防车。"},
                           {"ja", "トラック22台が燃えた。"},
                           {"ko", "차량 22대가 불에 탔다."}}) {
    EXPECT_EQ(classes_told(told), "count 22 vehicles") << told.second;
  }
  for (const Told& told : {Told{"en", "Eleven boxships waited."},
                           {"ru", "Одиннадцать контейнеровозов ждали."},
                           {"uk", "Одинадцять катерів чекали."},
                           {"de", "Elf Frachter warteten."},
                           {"fa", "۱۱ قایق منتظر ماند."},
                           {"ko", "어선 11척이 기다렸다."},
                           {"zh", "11艘货轮在等待。"}}) {
    EXPECT_EQ(classes_told(told), "count 11 vessels") << told.second;
  }
  for (const Told& told : {Told{"hi", "93 ड्रोन गिराए गए।"},
                           {"id", "Sebanyak 93 helikopter terbang."},
                           {"ko", "헬기 93대를 투입했다."},
                           {"ja", "ドローン93機が飛んだ。"},
                           {"uk", "Прилетіли 93 дрони."},
                           {"ru", "Прилетели 93 дрона."}}) {
    EXPECT_EQ(classes_told(told), "count 93 aircraft") << told.second;
  }
}

// A word right before the number, and counters that say what is counted.
TEST(CountedClasses, TheWordRightBefore) {
  EXPECT_EQ(classes_told({"ko", "열차 96편을 취소했다."}), "count 96 trains");
  EXPECT_EQ(classes_told({"ko", "승객 86명이 있다."}), "count 86 passengers");
  EXPECT_EQ(classes_told({"ko", "승객 86명이 숨졌다."}), "count 86 killed");
  EXPECT_EQ(classes_told({"ko", "백신 2100회분을 보냈다."}), "count 2100 doses");
  EXPECT_EQ(classes_told({"ja", "賛成391、反対51で可決した。"}), "count 391 votes; count 51 votes");
  EXPECT_EQ(classes_told({"ja", "棄権12だった。"}), "count 12 abstentions");
  EXPECT_EQ(classes_told({"ko", "기권 2표가 나왔다."}), "count 2 abstentions");
  EXPECT_EQ(classes_told({"es", "El robo de once piezas de oro."}), "count 11 objects");
  EXPECT_EQ(classes_told({"es", "El once de septiembre llegó."}), "");
  EXPECT_EQ(classes_told({"ja", "ふもとの3村が孤立した。"}), "count 3 villages");
  EXPECT_EQ(classes_told({"ja", "印章11点が見つかった。"}), "count 11");
  EXPECT_EQ(classes_told({"zh", "世卫组织送来1200剂疫苗。"}), "count 1200 doses");
  EXPECT_EQ(classes_told({"zh", "目前积案为2.74万件。"}), "count 27400");
}

TEST(CountedClasses, Factories) {
  for (const Told& told : {Told{"en", "The firm has seven factories."},
                           {"tr", "Şirket 7 fabrikada üretiyor."},
                           {"ru", "У компании 7 заводов."},
                           {"id", "Perusahaan punya 7 pabrik."}}) {
    EXPECT_EQ(classes_told(told), "count 7 factories") << told.second;
  }
}

// "The former president": no former figure.
TEST(CountedClasses, FormerPeopleAreNoFormerFigures) {
  const auto read = block_read("ar", "عوقب رئيس الاتحاد السابق 5 سنوات.");
  ASSERT_EQ(read.quantities.size(), 1U);
  EXPECT_EQ(read.quantities[0].scope, "event");
}

TEST(CountedClasses, DunamsAreTenthsOfHectares) {
  EXPECT_EQ(classes_told({"tr", "Yangında 6 bin 500 dönüm alan yandı."}), "area 650 ha");
}

TEST(CountedClasses, Depths) {
  EXPECT_EQ(classes_told({"zh", "爆炸地点在地下430米处。"}), "distance 430 m depth");
  EXPECT_EQ(classes_told({"tr", "Yerin 320 metre altında kaldılar."}), "distance 320 m depth");
  EXPECT_EQ(classes_told({"fr", "Ils sont à 320 mètres sous terre."}), "distance 320 m depth");
  EXPECT_EQ(classes_told({"ja", "地下鉄の駅から400メートル歩いた。"}), "distance 400 m");
}

TEST(CountedClasses, Ages) {
  EXPECT_EQ(classes_told({"ru", "Задержанному 34 года."}), "age 34 year");
  EXPECT_EQ(classes_told({"uk", "Затриманому 34 роки."}), "age 34 year");
  EXPECT_EQ(classes_told({"ru", "Договору 34 года."}), "duration 34 year");
  EXPECT_EQ(classes_told({"hi", "20 वर्षीया खिलाड़ी जीतीं।"}), "age 20 year");
  EXPECT_EQ(classes_told({"ko", "선장 김모(58) 씨가 숨졌다."}), "age 58 year");
  EXPECT_EQ(classes_told({"uk", "Контракт 25-річного форварда дійсний."}), "age 25 year");
  EXPECT_EQ(classes_told({"es", "Detuvieron a Denys K., ucraniano de 34 años, en Marbella."}),
            "age 34 year");
  EXPECT_EQ(classes_told({"es", "Firmaron ayer, contrato de 34 años, en Marbella."}),
            "duration 34 year");
  EXPECT_EQ(classes_told({"es", "Detuvieron a una mujer de 34 años."}), "age 34 year");
  EXPECT_EQ(classes_told({"es", "Murieron 16 personas. La pena es de 34 años de cárcel."}),
            "count 16 killed; duration 34 year prison_term");
}

TEST(CountedClasses, WhatCountsNothing) {
  EXPECT_EQ(classes_told({"ru", "Его обвиняют по ч. 3 ст. 263 УК."}), "");
  EXPECT_EQ(classes_told({"ar", "سعر الذهب عيار 21 اليوم."}), "");
  EXPECT_EQ(classes_told({"de", "Verbrannt sind rund 3800 Hektar."}), "area 3800 ha");
  EXPECT_EQ(classes_told({"de", "Der Gewinn betrug 2,8 Milliarden ein Jahr zuvor."}),
            "count 2800000000");
  EXPECT_EQ(classes_told({"de", "Voriges Jahr baute das Werk 620 Instrumente."}),
            "count 620 objects");
}

// "Rose to 3.1 billion from 2.8 billion a year earlier": the time is of the second.
TEST(CountedClasses, TheYearBeforeIsOfItsOwnNumber) {
  for (const Told& told :
       {Told{"en", "Profit rose to 31% from 28% a year earlier."},
        {"de", "Die Quote stieg auf 31 Prozent nach 28 Prozent ein Jahr zuvor."},
        {"fr", "Le taux est passé à 31 % contre 28 % un an plus tôt."},
        {"es", "La tasa subió a 31 % frente a 28 % un año antes."},
        {"pt", "A taxa subiu para 31% ante 28% um ano antes."},
        {"ru", "Доля выросла до 31 % против 28 % годом ранее."},
        {"uk", "Частка зросла до 31 % проти 28 % роком раніше."},
        {"id", "Angka itu naik menjadi 31 persen dari 28 persen setahun sebelumnya."}}) {
    const auto read = block_read(told.first, told.second);
    ASSERT_EQ(read.quantities.size(), 2U) << told.second;
    EXPECT_EQ(read.quantities[0].scope, "event") << told.second;
    EXPECT_EQ(read.quantities[1].scope, "background") << told.second;
  }
}

}  // namespace
}  // namespace synoptic::annotate
