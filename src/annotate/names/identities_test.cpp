// Whom a name means: which land's office, whose surname, and what is no name at all.
#include <gtest/gtest.h>

#include <tuple>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

// What the last mention that is written so means: an id, "?" and the name of what has none; ""
// where there is no such mention.
std::string meant(const std::string& lang, const std::string& text, std::string_view written) {
  std::string out;
  for (const auto& mention : read_text(lang, text).mentions) {
    if (mention.text != written) continue;
    out = mention.entity.empty() ? "?" + mention.name : mention.entity;
  }
  return out;
}

std::string role_of(const std::string& lang, const std::string& text, std::string_view written) {
  for (const auto& mention : read_text(lang, text).mentions) {
    if (mention.text == written) return mention.role;
  }
  return "no mention";
}

struct Hearing {  // a ministry with its land and without; a person in full and by a surname
  const char *lang, *text, *office, *surname, *full;
};

const Hearing kHearings[] = {
    {"en",
     "The Foreign Ministry of Kenya summoned the ambassador on Tuesday. Judge Carlos Lima opened "
     "the "
     "hearing in Mombasa. The Foreign Ministry gave no reason. Lima said the next session is on 17 "
     "December.",
     "Foreign Ministry", "Lima", "Carlos Lima"},
    {"de",
     "Das Außenministerium Kenias bestellte am Dienstag den Botschafter ein. Richter Carlos Lima "
     "eröffnete die Anhörung in Mombasa. Das Außenministerium nannte keinen Grund. Lima sagte, die "
     "nächste Sitzung sei am 17. Dezember.",
     "Außenministerium", "Lima", "Carlos Lima"},
    {"fr",
     "Le ministère des Affaires étrangères du Kenya a convoqué l'ambassadeur mardi. Le juge Carlos "
     "Lima a ouvert l'audience à Mombasa. Le ministère des Affaires étrangères n'a donné aucune "
     "raison. Lima a dit que la prochaine séance aura lieu le 17 décembre.",
     "ministère des Affaires étrangères", "Lima", "Carlos Lima"},
    {"es",
     "El Ministerio de Asuntos Exteriores de Kenia convocó al embajador el martes. El juez Carlos "
     "Lima abrió la audiencia en Mombasa. El Ministerio de Asuntos Exteriores no dio razones. Lima "
     "dijo que la próxima sesión será el 17 de diciembre.",
     "Ministerio de Asuntos Exteriores", "Lima", "Carlos Lima"},
    {"pt",
     "O Ministério dos Negócios Estrangeiros do Quénia convocou o embaixador na terça-feira. O "
     "juiz "
     "Carlos Lima abriu a audiência em Mombaça. O Ministério dos Negócios Estrangeiros não deu "
     "razões. Lima disse que a próxima sessão será a 17 de dezembro.",
     "Ministério dos Negócios Estrangeiros", "Lima", "Carlos Lima"},
    {"ru",
     "Министерство иностранных дел Кении во вторник вызвало посла. Судья Карлос Лима открыл "
     "слушания в Момбасе. Министерство иностранных дел не назвало причин. Лима сказал, что "
     "следующее заседание пройдёт 17 декабря.",
     "Министерство иностранных дел", "Лима", "Карлос Лима"},
    {"uk",
     "Міністерство закордонних справ Кенії у вівторок викликало посла. Суддя Карлос Ліма відкрив "
     "слухання в Момбасі. Міністерство закордонних справ не назвало причин. Ліма сказав, що "
     "наступне засідання відбудеться 17 грудня.",
     "Міністерство закордонних справ", "Ліма", "Карлос Ліма"},
    {"tr",
     "Kenya Dışişleri Bakanlığı salı günü büyükelçiyi çağırdı. Yargıç Carlos Lima Mombasa'da "
     "duruşmayı açtı. Dışişleri Bakanlığı gerekçe göstermedi. Lima, bir sonraki oturumun 17 Aralık "
     "tarihinde yapılacağını söyledi.",
     "Dışişleri Bakanlığı", "Lima", "Carlos Lima"},
    {"id",
     "Kementerian Luar Negeri Kenya memanggil duta besar pada Selasa. Hakim Carlos Lima membuka "
     "sidang di Mombasa. Kementerian Luar Negeri tidak memberi alasan. Lima mengatakan sidang "
     "berikutnya pada 17 Desember.",
     "Kementerian Luar Negeri", "Lima", "Carlos Lima"},
    {"ar",
     "استدعت وزارة الخارجية الكينية السفير يوم الثلاثاء. وافتتح القاضي كارلوس ليما الجلسة في "
     "مومباسا. ولم تذكر وزارة الخارجية السبب. وقال ليما إن الجلسة المقبلة ستعقد في 17 ديسمبر.",
     "وزارة الخارجية", "ليما", "كارلوس ليما"},
    {"fa",
     "وزارت خارجه کنیا روز سه‌شنبه سفیر را فراخواند. قاضی "
     "کارلوس "
     "لیما "
     "جلسه "
     "را "
     "در "
     "مومباسا "
     "گشود. "
     "وزارت خارجه دلیلی نگفت. لیما گفت جلسه بعدی روز ۱۷ دسامبر برگزار "
     "می‌شود.",
     "وزارت خارجه", "لیما", "کارلوس لیما"},
    {"hi",
     "केन्या के विदेश मंत्रालय ने मंगलवार को राजदूत को तलब किया। न्यायाधीश कार्लोस लीमा ने मोम्बासा में सुनवाई "
     "शुरू की। विदेश मंत्रालय ने कोई कारण नहीं बताया। लीमा ने कहा कि अगली सुनवाई 17 दिसंबर को होगी।",
     "विदेश मंत्रालय", "लीमा", "कार्लोस लीमा"},
    {"ja",
     "ケニア外務省は火曜日、大使を呼び出した。カルロス・リマ判事はモンバサで審理を開いた。"
     "外務省は理由を明らかにしていない。リマ判事は次回の審理は12月17日だと述べた。",
     "外務省", "リマ", "カルロス・リマ"},
    {"ko",
     "케냐 외무부는 화요일 대사를 불러들였다. 카를로스 리마 판사는 몸바사에서 심리를 열었다. "
     "외무부는 이유를 밝히지 않았다. 리마 판사는 다음 심리가 12월 17일이라고 말했다.",
     "외무부", "리마", "카를로스 리마"},
    {"zh",
     "肯尼亚外交部周二召见了大使。法官卡洛斯·利马在蒙巴萨开庭。外交部没有说明原因。"
     "利马说，下一次开庭在12月17日。",
     "外交部", "利马", "卡洛斯·利马"},
};

TEST(Identities, ABareOfficeIsThatOfTheFullerName) {
  for (const Hearing& one : kHearings) {
    EXPECT_EQ(meant(one.lang, one.text, one.office), "kenya/foreign-ministry") << one.lang;
  }
}

TEST(Identities, ASurnameIsNotTheTown) {
  for (const Hearing& one : kHearings) {
    EXPECT_EQ(meant(one.lang, one.text, one.surname), std::string("?") + one.full) << one.lang;
  }
}

TEST(Identities, ATownBehindInIsATown) {
  EXPECT_EQ(meant("en", "Judge Carlos Lima flew home. He was born in Lima.", "Lima"), "lima");
  EXPECT_EQ(meant("es", "El juez Carlos Lima volvió a casa. Nació en Lima.", "Lima"), "lima");
}

TEST(Identities, AnAliasOfAnotherLandsBankGoesWithTheFullerName) {
  const std::string text =
      "بانک مرکزی ترکیه نرخ بهره را کاهش داد. بانک مرکزی روی لبه تیغ راه "
      "می‌رود. "
      "ایران "
      "واکنشی "
      "نداشت.";
  EXPECT_EQ(meant("fa", text, "بانک مرکزی"), "central-bank-of-turkey");
}

TEST(Identities, TheGovernmentIsNotThatOfAForeignFirmsLand) {
  const std::string text =
      "A sul-coreana Hanbit compra a mina de Boticas. O Governo ainda não deu luz verde à operação "
      "dos sul-coreanos.";
  EXPECT_NE(meant("pt", text, "Governo"), "south-korea/government");
}

TEST(Identities, AnOfficeIsNoneOfABodyOfManyLands) {
  const std::string text =
      "Верховна Рада підтримала угоду. Європарламент проголосує в травні. "
      "Парламент має і бюджетні питання.";
  EXPECT_NE(meant("uk", text, "Парламент"), "verkhovna-rada");
}

TEST(Identities, BodiesThatOneLandCallsSo) {
  const std::string ships =
      "Indien schickt Schiffe. Die indische Marine half. Die Bundeswehr hilft.";
  EXPECT_EQ(meant("de", ships, "Bundeswehr"), "bundeswehr");
  const std::string consulate = "KJRI Hong Kong mencatat 165.000 pekerja di kota itu.";
  EXPECT_EQ(meant("id", consulate, "KJRI Hong Kong"), "indonesia/consulate");
}

TEST(Identities, ThePressOfOneLandMeansItsOwnMinistry) {
  const std::string text =
      "Росія і Туреччина відновили переговори. Україна заявила протест. За даними МЗС, у порту "
      "чекають 27 суден.";
  EXPECT_EQ(meant("uk", text, "МЗС"), "ukraine/foreign-ministry");
}

TEST(Identities, AClubIsNotItsTown) {
  const std::string text =
      "Rafael Montanha decide na prorrogação e o Kashima é campeão. O Kashima Antlers venceu a "
      "final "
      "por 3 a 1. Kashima levantou a taça diante da torcida.";
  EXPECT_EQ(meant("pt", text, "Kashima"), "?Kashima Antlers");
}

TEST(Identities, ANumberIsNoCity) {
  EXPECT_EQ(meant("id", "Pengadilan memutus perkara itu. Lima dari 19 terdakwa bebas.", "Lima"),
            "");
  EXPECT_EQ(meant("id", "Ia tinggal di Lima sejak tahun lalu.", "Lima"), "lima");
}

TEST(Identities, ACurrencyIsNoTown) {
  EXPECT_EQ(meant("de", "Die Lira verlor gegenüber dem Dollar zwei Prozent.", "Lira"), "");
}

TEST(Identities, DaysAreNoNames) {
  const std::pair<const char*, std::pair<const char*, const char*>> rows[] = {
      {"tr", {"Bir sonraki toplantı 10 Aralık'ta yapılacak.", "10 Aralık"}},
      {"de", {"Die nächste Sitzung steht am 17. Dezember an.", "17. Dezember"}},
      {"hi", {"सुरंग 12 अक्टूबर को धंस गई थी।", "12 अक्टूबर"}},
      {"ru", {"ДУШАНБЕ, 22 июля. Двое пограничников ранены.", "22 июля"}},
      {"fa", {"کمیته سیاست پولی روز پنجشنبه جلسه داشت.", "روز پنجشنبه"}},
      {"ar", {"ومنذ أغسطس تنتظر السفن في الميناء.", "أغسطس"}},
      {"en", {"The stay runs until a hearing on December 3.", "December 3"}},
  };
  for (const auto& [lang, row] : rows) EXPECT_EQ(meant(lang, row.first, row.second), "") << lang;
  EXPECT_EQ(meant("en", "Theresa May resigned. May spoke for ten minutes.", "May"), "theresa-may");
}

TEST(Identities, CommonNounsAreNoNames) {
  const std::pair<const char*, std::pair<const char*, const char*>> rows[] = {
      {"ja",
       {"韓国ハンビット、ポルトガルのリチウム鉱山を買収。リチウムは電池に使われる。", "リチウム"}},
      {"hi", {"कंपनी पुर्तगाल की लिथियम खदान खरीदेगी। लिथियम की मांग बढ़ी है।", "लिथियम"}},
      {"hi", {"सौदा 85 करोड़ यूरो में हुआ।", "यूरो"}},
      {"ko", {"가시마가 연장 혈투 끝에 이겼다. 스타디움은 가득 찼다.", "스타디움"}},
      {"ru", {"Землетрясение произошло ночью. Толчок ощущался в столице.", "Толчок"}},
      {"de", {"In der Grube explodierte Methan, zwölf Menschen starben.", "Methan"}},
      {"tr", {"Kazada 31 kişi öldü. Rapor mahkemeye sunuldu.", "Rapor"}},
  };
  for (const auto& [lang, row] : rows) EXPECT_EQ(meant(lang, row.first, row.second), "") << lang;
}

TEST(Identities, FullerNamesOfOnePerson) {
  const std::string steyer =
      "James P. Steyer warned the Senate. Schools spend too much, James Steyer said.";
  EXPECT_EQ(meant("en", steyer, "James Steyer"), "?James P. Steyer");
  const std::string tavares =
      "Helena Tavares Monteiro foi eleita. Em Praia, Tavares agradeceu aos eleitores.";
  EXPECT_EQ(meant("pt", tavares, "Tavares"), "?Helena Tavares Monteiro");
  const std::string sons = "John Tremlett Jr. spoke first. His father, John Tremlett, was silent.";
  EXPECT_EQ(meant("en", sons, "John Tremlett").find("Jr"), std::string::npos);
}

TEST(Identities, Roles) {
  EXPECT_EQ(role_of("en", "The mine's operations manager Serdar Ucar got 12 years.", "Serdar Ucar"),
            "Director");
  EXPECT_EQ(role_of("en", "Chief Minister Rekha Gupta ordered an inquiry in Delhi.", "Rekha Gupta"),
            "Chief Minister");
  EXPECT_EQ(role_of("hi", "मुख्यमंत्री रेखा गुप्ता ने जाँच के आदेश दिए।", "रेखा गुप्ता"), "Chief Minister");
  EXPECT_EQ(role_of("fa", "دادگاه ترکیه سردار اوچار را به دوازده سال زندان محکوم کرد.", "اوچار"),
            "no mention");
}

TEST(Identities, BodiesOfAKindAreToldApart) {
  EXPECT_EQ(meant("en", "The German consulate in Mazar was attacked.", "German consulate"),
            "germany/consulate");
  const std::string india =
      "India's parliament met in Delhi. Opposition Congress leaders asked for an audit in India.";
  EXPECT_EQ(meant("en", india, "Congress"), "indian-national-congress");
  EXPECT_EQ(meant("en", "Two customers in San Jose, in the United States, fell ill.", "San Jose"),
            "san-jose-california");
  EXPECT_EQ(meant("nl", "De Britse premier sprak in het parlement.", "Britse"), "united-kingdom");
}

TEST(Identities, WordsThatGoOnOtherwiseAreNoOffices) {
  EXPECT_EQ(meant("ko", "회사는 유럽 시장에 진출한다고 밝혔다.", "유럽 시장"), "");
  EXPECT_EQ(meant("ko", "서울 시장은 파리를 방문했다고 밝혔다.", "서울 시장"), "seoul/mayor");
  EXPECT_EQ(meant("tr", "Portekiz'de cumhurbaşkanı seçimi ikinci tura kaldı.", "cumhurbaşkanı"),
            "");
}

TEST(Identities, TheMoonHasASouthPoleToo) {
  EXPECT_EQ(meant("ja", "探査機は月の南極に着陸した。", "南極"), "?南極");
  EXPECT_EQ(meant("ja", "調査隊は南極に着いた。", "南極"), "antarctica");
  EXPECT_NE(meant("zh", "探测器在月球南极附近着陆。", "南极"), "antarctica");
}

TEST(Identities, TheLandBesideABodyTellsWhoseItIs) {
  EXPECT_EQ(meant("uk", "Центральна виборча комісія Румунії оголосила результати виборів.",
                  "Центральна виборча комісія Румунії"),
            "romania/election-commission");
  EXPECT_EQ(meant("zh", "東協領袖在馬尼拉開會。東南亞國協秘書長說。", "東協"), "asean");
  EXPECT_EQ(meant("zh", "東南亞國家協會發表聲明。", "東南亞國家協會"), "asean");
  EXPECT_EQ(meant("ja",
                  "ペルーで地震があった。ペルー政府が発表した。外務省によると、日本人が被害にあ"
                  "ったとの情報はない。",
                  "外務省"),
            "japan/foreign-ministry");
}

TEST(Identities, OurGovernmentIsThatOfThePress) {
  EXPECT_EQ(
      meant("ko",
            "북한 외무성은 12일 북한의 로켓 발사를 발표했다. 북한은 우리 정부의 제안을 거부했다.",
            "정부"),
      "south-korea/government");
  EXPECT_EQ(meant("zh", "日本首相宣布日本将削减预算。我国政府对日本的决定表示欢迎。", "政府"), "")
      << "whose press it is, is not known";
}

TEST(Identities, TheSenateIsOneHouse) {
  EXPECT_EQ(meant("en", "The Kenyan Senate rejected the bill.", "Kenyan Senate"),
            "kenya/upper-house");
  EXPECT_EQ(meant("es", "El Senado de Chile rechazó la ley.", "Senado de Chile"),
            "chile/upper-house");
  EXPECT_EQ(meant("fr", "Le Sénat français a rejeté le texte. Le Sénat siège à Paris.", "Sénat"),
            "french-senate");
  EXPECT_EQ(meant("en", "The Kenyan parliament rejected the bill.", "Kenyan parliament"),
            "kenya/parliament");
}

}  // namespace
}  // namespace synoptic::annotate
