// Units that news gives now and then, durations of three parts, and whose share a percentage is.
#include <gtest/gtest.h>

#include "annotate/quantities/testing_quantities.h"
#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

TEST(RareUnits, WeightLengthAreaVolumeAndData) {
  EXPECT_EQ(numbers_told("zh", "這個金面具重860公克。", false), "weight 860 g");
  EXPECT_EQ(numbers_told("zh", "他们收了500斤苹果。", false), "weight 250 kg");
  EXPECT_EQ(numbers_told("en", "The server holds 40 terabytes.", false), "data 40 TB");
  EXPECT_EQ(numbers_told("de", "Der Motor hat 300 PS.", false), "energy 300 hp");
  EXPECT_EQ(numbers_told("ru", "Фермеры собрали 40 центнеров.", false), "weight 4 t");
  EXPECT_EQ(numbers_told("ja", "中心気圧は950ヘクトパスカルだった。", false), "pressure 950 hPa");
  EXPECT_EQ(numbers_told("fr", "La cave contient 70 hectolitres.", false), "volume 70 hl");
  EXPECT_EQ(numbers_told("ja", "燃料が約30キロリットル漏れた。", false), "volume 30 m3");
  EXPECT_EQ(numbers_told("hi", "किसानों ने 40 क्विंटल गेहूं बेचा।", false), "weight 4 t");
  EXPECT_EQ(numbers_told("tr", "Gemi kıyıdan 12 deniz mili açıktaydı.", false), "distance 12 nmi");
  EXPECT_EQ(numbers_told("fr", "Le PS a gagné 12 sièges.", false), "count 12 seats");
}

// "Of up to 68.5 metres", a second left out.
TEST(RareUnits, GustsAreToldInMetres) {
  EXPECT_EQ(numbers_told("ja", "島では最大瞬間68.5メートルを観測した。", false), "speed 68.5 m/s");
  EXPECT_EQ(numbers_told("ko", "섬에서 순간풍속 41m를 기록했다.", false), "speed 41 m/s");
  EXPECT_EQ(numbers_told("ja", "船は長さ68.5メートルだった。", false), "distance 68.5 m");
}

TEST(RareUnits, MoneyOfSmallerCountries) {
  for (const auto& [lang, text] : {std::pair{"en", "The town got 5 million bolivianos."},
                                   std::pair{"es", "El pueblo recibió 5 millones de bolivianos."},
                                   std::pair{"fr", "La ville a reçu 5 millions de bolivianos."},
                                   std::pair{"de", "Die Stadt bekam 5 Millionen Bolivianos."},
                                   std::pair{"pt", "A cidade recebeu 5 milhões de bolivianos."},
                                   std::pair{"ru", "Город получил 5 млн боливиано."},
                                   std::pair{"uk", "Місто отримало 5 млн болівіано."},
                                   std::pair{"ar", "حصلت المدينة على 5 ملايين بوليفيانو."},
                                   std::pair{"fa", "شهر ۵ میلیون بولیویانو گرفت."},
                                   std::pair{"hi", "शहर को 50 लाख बोलिवियानो मिले।"},
                                   std::pair{"id", "Kota itu menerima 5 juta boliviano."},
                                   std::pair{"ja", "市は500万ボリビアーノを受け取った。"},
                                   std::pair{"ko", "시는 500만 볼리비아노를 받았다."},
                                   std::pair{"tr", "Kent 5 milyon boliviano aldı."},
                                   std::pair{"zh", "该市获得500万玻利维亚诺。"}}) {
    EXPECT_EQ(numbers_told(lang, text, false), "money 5000000 BOB") << text;
  }
  EXPECT_EQ(numbers_told("fr", "L'île a payé 40 millions d'ariary.", false), "money 40000000 MGA");
  EXPECT_EQ(numbers_told("zh", "罚款3万澳门元。", false), "money 30000 MOP");
  EXPECT_EQ(numbers_told("es", "El zoo tiene 5 leones.", false), "count 5 animals");
}

TEST(RareUnits, DurationsOfThreeParts) {
  EXPECT_EQ(numbers_told("en", "She finished in two hours, one minute and 12 seconds.", false),
            "duration 7272 second");
  EXPECT_EQ(numbers_told("ja", "記録は2時間1分12秒だった。", false), "duration 7272 second");
  EXPECT_EQ(numbers_told("ko", "기록은 2시간 1분 12초였다.", false), "duration 7272 second");
  EXPECT_EQ(numbers_told("zh", "成绩为2小时1分12秒。", false), "duration 7272 second");
  EXPECT_EQ(numbers_told("ru", "Он пробежал за 2 часа 1 минуту 12 секунд.", false),
            "duration 7272 second");
  EXPECT_EQ(numbers_told("en", "It took two weeks, 40 days less than planned.", false),
            "duration 2 week; duration 40 day");
}

TEST(RareUnits, AShareOfTheVoteIsNoTurnout) {
  EXPECT_EQ(classes_of("Turnout was 44 percent and she took 53.4 percent of the vote.", "en"),
            "44 turnout; 53.4 votes");
  EXPECT_EQ(classes_of("Вона отримала 53,4 % голосів за явки 54 %.", "uk"),
            "53.4 votes; 54 turnout");
  EXPECT_EQ(
      classes_of("Sie erhielt 53 Prozent der Stimmen bei einer Wahlbeteiligung von 54 Prozent.",
                 "de"),
      "53 votes; 54 turnout");
  EXPECT_EQ(classes_of("Con una participación del 54 %, obtuvo el 53 % de los votos.", "es"),
            "54 turnout; 53 votes");
}

TEST(RareUnits, DeedsThatAreCountedThrough) {
  EXPECT_EQ(numbers_told("es", "Era el lanzamiento número 61 de China.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("es", "Fue el 61.º lanzamiento de China.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("fr", "C'était le lancement numéro 61 de la Chine.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("pt", "Foi o lançamento número 61 da China.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("en", "It was China's launch number 61.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("de", "Es war Chinas Start Nummer 61.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("de", "Es war Chinas 61. Start in diesem Jahr.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("ru", "Это был запуск номер 61 для Китая.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("ar", "وهذه عملية الإطلاق رقم 61 للصين.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("id", "Ini peluncuran nomor 61 negara itu.", false), "ordinal 61");
  EXPECT_EQ(numbers_told("en", "He lives at number 61.", false), "");
  EXPECT_EQ(numbers_told("en", "The bus number 61 was late.", false), "");
}

}  // namespace
}  // namespace synoptic::annotate
