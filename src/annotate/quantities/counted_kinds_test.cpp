// What numbers count where the words beside them tell of something else.
#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

std::string kinds(const std::string& lang, const std::string& text) {
  return numbers_told(lang, text, true);
}

TEST(CountedKinds, ThoseInHospitalAreNoDead) {
  for (const auto& [lang, text] :
       {std::pair{"en", "27 children died and 214 patients were hospitalised."},
        std::pair{"de", "27 Kinder starben, 214 Patienten liegen im Krankenhaus."},
        std::pair{"es", "Murieron 27 niños y 214 pacientes están ingresados."},
        std::pair{"fr", "27 enfants sont morts et 214 patients sont hospitalisés."},
        std::pair{"pt", "Morreram 27 crianças e 214 pacientes estão internados."},
        std::pair{"ru", "Умерли 27 детей, 214 пациентов находятся в больницах."},
        std::pair{"uk", "Померли 27 дітей, 214 пацієнтів перебувають у лікарнях."},
        std::pair{"ar", "توفي 27 طفلا ويرقد 214 مريضا في المستشفيات."},
        std::pair{"fa", "۲۷ کودک جان باختند و ۲۱۴ بیمار در بیمارستان بستری هستند."},
        std::pair{"hi", "27 बच्चों की मौत हो चुकी है और 214 मरीज अस्पतालों में भर्ती हैं।"},
        std::pair{"id", "Sebanyak 27 anak meninggal dan 214 pasien dirawat di rumah sakit."},
        std::pair{"ja", "子ども27人が死亡し、患者214人が入院している。"},
        std::pair{"ko", "어린이 27명이 숨지고 환자 214명이 입원했다."},
        std::pair{"tr", "27 çocuk öldü, 214 hasta hastanede tedavi görüyor."},
        std::pair{"zh", "已有27名儿童死亡，214名患者住院治疗。"}}) {
    EXPECT_EQ(kinds(lang, text), "count 27 killed; count 214 in_hospital") << text;
  }
  EXPECT_EQ(kinds("en", "12 people were injured and taken to hospital."), "count 12 injured");
  EXPECT_EQ(kinds("ru", "Погибли 12 пациентов."), "count 12 killed");
}

TEST(CountedKinds, PatientsMayDieFartherOn) {
  EXPECT_EQ(kinds("zh", "已有三名患者在当地的一家大型综合医院里不治身亡。"), "count 3 killed");
  EXPECT_EQ(kinds("en", "27 children died and the clinics have now seen 214 patients."),
            "count 27 killed; count 214 patients");
}

TEST(CountedKinds, HospitalsAreNoHomes) {
  EXPECT_EQ(kinds("id", "Serangan siber melumpuhkan enam rumah sakit."), "count 6 hospitals");
  EXPECT_EQ(kinds("de", "Der Angriff legte sechs Kliniken lahm."), "count 6 hospitals");
  EXPECT_EQ(kinds("ru", "Атака парализовала шесть больниц."), "count 6 hospitals");
  EXPECT_EQ(kinds("hi", "28 लोग अस्पताल में हैं।"), "count 28 people");
  EXPECT_EQ(kinds("tr", "28 kişi hastanede."), "count 28 people");
  EXPECT_EQ(kinds("es", "Los heridos son veintiocho según el hospital."), "count 28 injured");
}

TEST(CountedKinds, SatellitesExpertsAndPollingStationsHaveClasses) {
  for (const auto& [lang, text] :
       {std::pair{"en", "The rocket carried six small satellites."},
        std::pair{"de", "Die Rakete brachte sechs kleine Satelliten ins All."},
        std::pair{"es", "El cohete llevó seis pequeños satélites."},
        std::pair{"fr", "La fusée a emporté six petits satellites."},
        std::pair{"pt", "O foguete levou seis pequenos satélites."},
        std::pair{"ru", "Ракета вывела на орбиту шесть малых спутников."},
        std::pair{"uk", "Ракета вивела на орбіту шість малих супутників."},
        std::pair{"ar", "حمل الصاروخ ستة أقمار صناعية صغيرة إلى المدار."},
        std::pair{"fa", "این موشک شش ماهواره کوچک را به مدار برد."},
        std::pair{"hi", "रॉकेट छह छोटे उपग्रह लेकर गया।"},
        std::pair{"id", "Roket itu membawa enam satelit kecil ke orbit."},
        std::pair{"ja", "ロケットは小型衛星6基を軌道に運んだ。"},
        std::pair{"ko", "로켓은 소형 위성 6기를 궤도에 올렸다."},
        std::pair{"tr", "Roket 6 uydu taşıdı."}, std::pair{"zh", "火箭将6颗小卫星送入轨道。"}}) {
    EXPECT_EQ(kinds(lang, text), "count 6 satellites") << text;
  }
  EXPECT_EQ(kinds("ja", "フランスから専門家5人が来る。"), "count 5 experts");
  EXPECT_EQ(kinds("ko", "프랑스에서 전문가 5명이 온다."), "count 5 experts");
  EXPECT_EQ(kinds("ar", "وسيعاد التصويت في 14 مركز اقتراع."), "count 14 polling_stations");
  EXPECT_EQ(kinds("es", "Se perdieron 200 cabezas de ganado."), "count 200 animals");
}

TEST(CountedKinds, HowManyOfTheSickDieIsNoRateOfInterest) {
  for (const auto& [lang, text] :
       {std::pair{"en", "The fatality rate can reach 30 %."},
        std::pair{"fr", "Le taux de létalité peut atteindre 30 %."},
        std::pair{"es", "La tasa de letalidad llega al 30 %."},
        std::pair{"pt", "A taxa de letalidade chega a 30 %."},
        std::pair{"de", "Die Sterblichkeitsrate liegt bei 30 Prozent."},
        std::pair{"ru", "Уровень летальности достигает 30 %."},
        std::pair{"uk", "Рівень летальності сягає 30 %."},
        std::pair{"ar", "يصل معدل الوفيات إلى 30 في المئة."},
        std::pair{"hi", "मृत्यु दर 30 प्रतिशत तक है।"},
        std::pair{"id", "Tingkat kematian mencapai 30 persen."},
        std::pair{"ja", "致死率は30%に達する。"}, std::pair{"ko", "치사율은 30%에 이른다."},
        std::pair{"tr", "Ölüm oranı yüzde 30'a ulaşıyor."}, std::pair{"zh", "病死率可达30%。"}}) {
    EXPECT_EQ(kinds(lang, text), "percent 30 fatality_rate") << text;
  }
  EXPECT_EQ(kinds("fr", "Le taux de la banque est de 3 %."), "percent 3 interest_rate");
}

TEST(CountedKinds, MachinesAreNoVehicles) {
  EXPECT_EQ(kinds("ja", "メーカーは温風機130万台を自主回収する。"), "count 1300000");
  EXPECT_EQ(kinds("ja", "温風機130万台回収 国内でも実施"), "count 1300000");
  EXPECT_EQ(kinds("ja", "高速道路で車5台が絡む事故があった。"), "count 5 vehicles");
}

TEST(CountedKinds, TheNumberInANameInMarks) {
  EXPECT_EQ(kinds("ja", "温風機「ウォーミー2」を回収する。"), "");
  EXPECT_EQ(kinds("zh", "公司召回“暖风2”。"), "");
  EXPECT_EQ(kinds("ko", "온풍기 '워미2'를 회수한다."), "");
}

TEST(CountedKinds, Magnitudes) {
  EXPECT_EQ(kinds("tr", "Yaklaşık 8,4 milyonunun oy kullandığını söyledi."),
            "count 8400000 votes about");
  EXPECT_EQ(kinds("tr", "Kulüp 75 bin franklık ceza aldı."), "money 75000 CHF");
  EXPECT_EQ(kinds("tr", "Maç 1 saat 58 dakika sürdü."), "duration 118 minute");
  EXPECT_EQ(kinds("hi", "बजट 122.3 ट्रिलियन येन का है।"), "money 122300000000000 JPY");
  EXPECT_EQ(kinds("hi", "सौदा 3 बिलियन यूरो का है।"), "money 3000000000 EUR");
  EXPECT_EQ(kinds("ar", "بلغت الميزانية 3 ملايير يورو."), "money 3000000000 EUR");
}

TEST(CountedKinds, CubicKilometres) {
  for (const auto& [lang, text] : {std::pair{"en", "The dam holds 28 cubic kilometres."},
                                   std::pair{"de", "Der Stausee fasst 28 Kubikkilometer."},
                                   std::pair{"fr", "Le barrage retient 28 kilomètres cubes d'eau."},
                                   std::pair{"es", "La presa retiene 28 kilómetros cúbicos."},
                                   std::pair{"pt", "A barragem retém 28 quilômetros cúbicos."},
                                   std::pair{"ru", "Плотина держит 28 кубических километров."},
                                   std::pair{"uk", "Гребля тримає 28 кубічних кілометрів."},
                                   std::pair{"ar", "يتسع السد لـ28 كيلومترا مكعبا من المياه."},
                                   std::pair{"fa", "سد ۲۸ کیلومتر مکعب آب دارد."},
                                   std::pair{"hi", "बांध में 28 घन किलोमीटर पानी है।"},
                                   std::pair{"id", "Bendungan menampung 28 kilometer kubik air."},
                                   std::pair{"ja", "貯水量は28立方キロメートル。"},
                                   std::pair{"ko", "저수량은 28세제곱킬로미터다."},
                                   std::pair{"tr", "Baraj 28 kilometreküp su tutuyor."},
                                   std::pair{"zh", "水库蓄水28立方千米。"}}) {
    EXPECT_EQ(kinds(lang, text), "volume 28 km3") << text;
  }
}

TEST(CountedKinds, AnOrderOverASumIsOfTheSum) {
  EXPECT_EQ(kinds("de", "Die Firma erhielt Aufträge über 47 Millionen Euro."),
            "money 47000000 EUR");
  EXPECT_EQ(kinds("de", "Der Preis liegt über 47 Millionen Euro."), "money 47000000 EUR more_than");
}

TEST(CountedKinds, HowManyWatched) {
  EXPECT_EQ(kinds("pt", "O público total foi de 57,3 mil."), "count 57300 spectators");
}

TEST(CountedKinds, AYearByItsLastDigitsIsNoSpan) {
  EXPECT_EQ(kinds("ja", "24年3月から26年10月まで代表を務めた。"), "");
  EXPECT_EQ(kinds("ko", "24년 3월부터 대표를 맡았다."), "");
  EXPECT_EQ(kinds("ja", "代表を5年務めた。"), "duration 5 year");
}

TEST(CountedKinds, AnArticleThatLostItsVowelIsNoNoun) {
  static const auto knowledge = knowledge::Knowledge::load().value();
  model::Article article;
  article.lang = "fr";
  article.title = "x";
  article.blocks.resize(1);
  article.blocks[0].text = "Ils en ont vendu 152 000 l'an dernier.";
  const auto read = annotate(article, *knowledge);
  ASSERT_EQ(read.quantities.size(), 1u);
  EXPECT_EQ(read.quantities[0].value, 152000);
  EXPECT_NE(read.quantities[0].counted, "l");
}

}  // namespace
}  // namespace synoptic::annotate
