// Articles that stand one behind the other in a text without markup.
#include <gtest/gtest.h>

#include <algorithm>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

struct GluedPair {
  const char *title, *day, *lead, *more;  // of the first
  const char* also;                       // "Read also:"
  const char *headline, *dateline, *text, *rest;
};

const std::vector<GluedPair>& glued_pairs() {
  static const std::vector<GluedPair> all{
      {"Norrvik lowers its harbour fees", "12 March 2026",
       "Norrvik will lower the fees of its harbour by a third in the summer, the council said on "
       "Thursday.",
       "Fishermen had asked for that since the winter, when many boats stayed at home.",
       "Read also:", "Two hurt as school roof collapses in Ostby", "OSTBY, March 13 (Reuters) - ",
       "Two people were hurt when the roof of a school collapsed in the town of Ostby, the rescue "
       "service said.",
       "Eighty pupils were led out of the school. The cause of the collapse is not known."},
      {"Norrvik senkt die Hafengebühren", "12. März 2026",
       "Norrvik senkt die Gebühren seines Hafens im Sommer um ein Drittel, teilte der Rat am "
       "Donnerstag mit.",
       "Die Fischer hatten das seit dem Winter verlangt, als viele Boote nicht ausliefen.",
       "Lesen Sie auch:", "Zwei Verletzte nach Einsturz eines Schuldachs in Ostby",
       "Ostby (dpa) - ",
       "Beim Einsturz eines Schuldachs in Ostby sind zwei Menschen verletzt worden, wie die Retter "
       "mitteilten.",
       "Achtzig Schüler wurden aus der Schule geführt. Die Ursache des Einsturzes ist unklar."},
      {"Norrvik baisse les taxes du port", "12 mars 2026",
       "Norrvik baissera d'un tiers les taxes de son port cet été, a annoncé le conseil jeudi.",
       "Les pêcheurs le demandaient depuis l'hiver, quand beaucoup de bateaux restaient à quai.",
       "Lire aussi :", "Deux blessés dans l'effondrement d'une école à Ostby",
       "OSTBY, 13 mars (AFP) - ",
       "Deux personnes ont été blessées dans l'effondrement du toit d'une école à Ostby, selon les "
       "secours.",
       "Quatre-vingts élèves ont quitté l'école. La cause de l'effondrement reste inconnue."},
      {"Norrvik baja las tasas de su puerto", "12 de marzo de 2026",
       "Norrvik bajará un tercio las tasas de su puerto en el verano, anunció el jueves el "
       "consejo.",
       "Los pescadores lo pedían desde el invierno, cuando muchos barcos no salieron.",
       "Lea también:", "Dos heridos al hundirse el techo de una escuela en Ostby",
       "Ostby, 13 mar (EFE).- ",
       "Dos personas resultaron heridas al hundirse el techo de una escuela en Ostby, informó el "
       "servicio de rescate.",
       "Ochenta alumnos salieron de la escuela. La causa del hundimiento del techo no se conoce."},
      {"Norrvik reduz as taxas do porto", "12 de março de 2026",
       "Norrvik vai reduzir em um terço as taxas do seu porto no verão, anunciou o conselho na "
       "quinta.",
       "Os pescadores pediam isso desde o inverno, quando muitos barcos ficaram parados.",
       "Leia também:", "Dois feridos no desabamento do telhado de escola em Ostby",
       "Ostby, 13 mar (Lusa) – ",
       "Duas pessoas ficaram feridas no desabamento do telhado de uma escola em Ostby, disse o "
       "socorro.",
       "Oitenta alunos deixaram a escola. A causa do desabamento ainda não é conhecida."},
      {"Норрвик снижает портовые сборы", "12 марта 2026",
       "Норрвик летом снизит сборы своего порта на треть, сообщил в четверг городской совет.",
       "Рыбаки просили об этом с зимы, когда многие лодки не выходили в море.", "Читайте также:",
       "В Остбю при обрушении крыши школы пострадали двое", "ОСТБЮ, 13 мар — РИА Новости. ",
       "Два человека пострадали при обрушении крыши школы в Остбю, сообщили спасатели.",
       "Из школы вывели восемьдесят учеников. Причина обрушения крыши пока неизвестна."},
      {"Норрвік знижує портові збори", "12 березня 2026",
       "Норрвік улітку знизить збори свого порту на третину, повідомила в четвер міська рада.",
       "Рибалки просили про це з зими, коли багато човнів не виходили в море.", "Читайте також:",
       "В Остбю під час обвалу даху школи постраждали двоє", "ОСТБЮ, 13 бер (Укрінформ) — ",
       "Двоє людей постраждали під час обвалу даху школи в Остбю, повідомили рятувальники.",
       "Зі школи вивели вісімдесят учнів. Причина обвалу даху поки невідома."},
      {"Norrvik liman ücretlerini indiriyor", "12 Mart 2026",
       "Norrvik yazın limanının ücretlerini üçte bir indirecek, kent meclisi perşembe günü "
       "açıkladı.",
       "Balıkçılar bunu kıştan beri istiyordu, birçok tekne denize çıkmamıştı.",
       "İlginizi çekebilir:", "Ostby'de okulun çatısı çöktü, iki kişi yaralandı",
       "OSTBY, 13 Mart (AA) - ",
       "Ostby kentinde okulun çatısı çöktü ve iki kişi yaralandı, kurtarma ekipleri bunu duyurdu.",
       "Okuldan seksen öğrenci çıkarıldı. Çatının neden çöktüğü henüz bilinmiyor."},
      {"نورفيك تخفض رسوم الميناء", "12 مارس 2026",
       "ستخفض مدينة نورفيك رسوم مينائها بمقدار الثلث في الصيف، كما أعلن المجلس يوم الخميس.",
       "وكان الصيادون يطلبون ذلك منذ الشتاء حين بقيت قوارب كثيرة في الميناء.",
       "اقرأ أيضا:", "إصابة شخصين في انهيار سقف مدرسة في أوستبي", "أوستبي، 13 مارس (رويترز) - ",
       "أصيب شخصان في انهيار سقف مدرسة في مدينة أوستبي، كما أعلنت فرق الإنقاذ في بيان.",
       "وأخرج ثمانون تلميذا من المدرسة. ولم يعرف سبب انهيار سقف المدرسة بعد."},
      {"نورویک عوارض بندر را کم می‌کند", "۲۱ اسفند ۱۴۰۴",
       "شهر نورویک عوارض بندر خود را در تابستان یک سوم کم می‌کند، شورای شهر روز "
       "پنجشنبه "
       "اعلام "
       "کرد.",
       "ماهیگیران از زمستان این را می‌خواستند که قایق‌های زیادی "
       "به "
       "دریا "
       "نرفتند.",
       "بیشتر بخوانید:", "دو زخمی در فرو ریختن سقف مدرسه در اوستبی", "اوستبی، ۲۲ اسفند (ایرنا) - ",
       "دو نفر در فرو ریختن سقف مدرسه در شهر اوستبی زخمی شدند، گروه‌های امداد این "
       "را "
       "اعلام "
       "کردند.",
       "هشتاد دانش‌آموز از مدرسه بیرون برده شدند. علت فرو ریختن "
       "سقف "
       "معلوم "
       "نیست."},
      {"नोर्विक बंदरगाह का शुल्क घटाएगा", "12 मार्च 2026",
       "नोर्विक गर्मियों में अपने बंदरगाह का शुल्क एक तिहाई घटाएगा, नगर परिषद ने गुरुवार को यह जानकारी दी।",
       "मछुआरे सर्दियों से इसकी मांग कर रहे थे, जब कई नावें समुद्र में नहीं गईं।",
       "यह भी पढ़ें:", "ओस्टबी में स्कूल की छत गिरने से दो लोग घायल", "ओस्टबी, 13 मार्च (भाषा) ",
       "ओस्टबी शहर में स्कूल की छत गिरने से दो लोग घायल हो गए, बचाव दल ने यह जानकारी दी।",
       "स्कूल से अस्सी बच्चों को बाहर निकाला गया। छत गिरने का कारण अभी पता नहीं चला है।"},
      {"Norrvik turunkan biaya pelabuhan", "12 Maret 2026",
       "Norrvik akan menurunkan biaya pelabuhannya sepertiga pada musim panas, kata dewan kota "
       "Kamis.",
       "Nelayan memintanya sejak musim dingin, ketika banyak perahu tidak melaut.",
       "Baca juga:", "Dua orang terluka akibat atap sekolah runtuh di Ostby", "Ostby (ANTARA) - ",
       "Dua orang terluka setelah atap sekolah runtuh di kota Ostby, kata petugas penyelamat.",
       "Delapan puluh murid dibawa keluar dari sekolah. Penyebab atap runtuh belum diketahui."},
      {"ノルビク市、港の料金を引き下げ", "2026年3月12日",
       "ノルビク市は夏に港の料金を三分の一引き下げると市議会が木曜日に発表した。漁師らが求めていた"
       "。",
       "漁師らは冬から値下げを求めていた。多くの船が海に出られなかったためだ。",
       "関連記事:", "オストビの学校で屋根が崩落、2人けが", "【オストビ＝佐藤花子】",
       "オストビの学校で屋根が崩落し、2人がけがをした。救助隊が明らかにした。児童は避難した。",
       "学校からは児童80人が避難した。屋根が崩落した原因は分かっていない。"},
      {"노르비크 항구 요금 인하", "2026년 3월 12일",
       "노르비크시는 여름에 항구 요금을 3분의 1 내린다고 시의회가 목요일 발표했다. 어민들이 "
       "환영했다.",
       "어민들은 많은 배가 바다에 나가지 못한 겨울부터 인하를 요구해 왔다.",
       "관련 기사:", "오스트비 학교 지붕 무너져 2명 부상", "(오스트비=연합뉴스) 김지훈 기자 = ",
       "오스트비의 한 학교 지붕이 무너져 2명이 부상했다고 구조대가 밝혔다. 학생들은 대피했다.",
       "학교에서 학생 80명이 대피했다. 지붕이 무너진 원인은 아직 알려지지 않았다."},
      {"诺尔维克降低港口收费", "2026年3月12日",
       "诺尔维克市议会星期四宣布，今年夏天将把港口收费降低三分之一，渔民对此表示欢迎和支持。",
       "渔民从冬天起就要求降低收费，当时许多渔船无法出海捕鱼，收入大为减少。", "相关阅读：",
       "奥斯特比学校屋顶倒塌两人受伤", "新华社奥斯特比3月13日电 ",
       "奥斯特比一所学校的屋顶倒塌，造成两人受伤，救援部门星期五表示，学生已经全部撤离。",
       "学校撤离了八十名学生。屋顶倒塌的原因目前还不清楚，调查正在进行。"},
  };
  return all;
}

std::string glued_first(const GluedPair& pair) {
  return std::string(pair.title) + "\n" + pair.day + "\n\n" + pair.lead + "\n\n" + pair.more +
         "\n\n";
}

void expect_two(const std::string& text, const GluedPair& pair) {
  const auto articles = clean_text(text);
  ASSERT_EQ(articles.size(), 2u) << pair.headline;
  EXPECT_EQ(articles[0].title, pair.title);
  EXPECT_EQ(articles[1].title, pair.headline);
  ASSERT_FALSE(articles[1].blocks.empty());
  EXPECT_NE(articles[1].blocks.back().text.find(pair.rest), std::string::npos) << pair.headline;
}

TEST(GluedArticles, AHeadlineOverADatelineBeginsOne) {
  for (const GluedPair& pair : glued_pairs()) {
    expect_two(glued_first(pair) + pair.headline + "\n\n" + pair.dateline + pair.text + "\n\n" +
                   pair.rest + "\n",
               pair);
  }
}

TEST(GluedArticles, TheYearIsThatOfTheFirst) {
  for (const GluedPair& pair : glued_pairs()) {
    if (std::string(pair.dateline).find("13") == std::string::npos) continue;
    const auto articles = clean_text(glued_first(pair) + pair.headline + "\n\n" + pair.dateline +
                                     pair.text + "\n\n" + pair.rest + "\n");
    ASSERT_EQ(articles.size(), 2u) << pair.headline;
    if (std::string(pair.headline).find("ओस्टबी") != std::string::npos) continue;  // no dash
    ASSERT_TRUE(articles[1].published) << pair.headline;
    EXPECT_EQ(model::iso(articles[1].published->value), "2026-03-13") << pair.headline;
  }
}

TEST(GluedArticles, AWholeArticleBehindReadAlsoIsOne) {
  for (const GluedPair& pair : glued_pairs()) {
    expect_two(glued_first(pair) + pair.also + "\n\n" + pair.headline + "\n\n" + pair.dateline +
                   pair.text + "\n\n" + pair.rest + "\n",
               pair);
  }
}

TEST(GluedArticles, ALinkedHeadlineIsNone) {
  for (const GluedPair& pair : glued_pairs()) {
    const auto articles = clean_text(std::string(pair.title) + "\n" + pair.day + "\n\n" +
                                     pair.lead + "\n\n" + pair.also + "\n\n" + pair.headline +
                                     "\n\n" + pair.more + "\n\n" + pair.lead + "\n");
    ASSERT_EQ(articles.size(), 1u) << pair.headline;
    for (const auto& block : articles[0].blocks) {
      EXPECT_EQ(block.text.find(pair.headline), std::string::npos) << pair.headline;
    }
  }
}

// Below a link the text goes on, under a subhead that says what it goes on about.
TEST(GluedArticles, ASubheadBelowALinkIsNone) {
  struct Boxed {
    const char *title, *lead, *more, *also, *link, *subhead, *next, *last;
  };
  for (const Boxed& boxed : std::vector<Boxed>{
           {"Norrvik and Ostby sign a harbour treaty",
            "The mayors of Norrvik and Ostby signed a treaty on their common harbour on Thursday.",
            "They had talked for thirty years about who may fish in the bay of Norrvik.",
            "Read also", "Dollar rate for tomorrow", "What the treaty says",
            "Under the treaty the boats of Ostby may land their fish on the north shore.",
            "What the treaty costs the mayors did not say. In 1998 two men of Norrvik were hurt."},
           {"Норрвик и Остбю подписали договор о гавани",
            "Мэры городов Норрвик и Остбю в четверг подписали договор об общей гавани.",
            "Переговоры о рыболовстве в бухте города Норрвик велись более тридцати лет.",
            "Читайте также", "Курс доллара на завтра", "Что предусматривает договор",
            "По договору лодки из Остбю смогут выгружать рыбу на северном берегу бухты.",
            "Сколько стоит договор, мэры не сообщили. В 1998 году в гавани пострадали двое."},
           {"Norrvik dan Ostby teken perjanjian pelabuhan",
            "Wali kota Norrvik dan Ostby menandatangani perjanjian tentang pelabuhan pada Kamis.",
            "Mereka berunding tiga puluh tahun tentang siapa yang boleh melaut di teluk Norrvik.",
            "Baca juga", "Kurs Dolar Besok", "Isi Perjanjian",
            "Menurut perjanjian itu perahu dari Ostby boleh membongkar ikan di pantai utara.",
            "Biaya perjanjian itu tidak disebut. Pada 1998 dua nelayan terluka di pelabuhan."},
           {"Norrvik y Ostby firman un tratado del puerto",
            "Los alcaldes de Norrvik y Ostby firmaron el jueves un tratado sobre su puerto común.",
            "Habían negociado treinta años sobre quién puede pescar en la bahía de Norrvik.",
            "Lea también", "El precio del dólar mañana", "Qué prevé el tratado",
            "Según el tratado, los barcos de Ostby pueden descargar en la orilla norte.",
            "Cuánto cuesta el tratado no se dijo. En 1998 dos hombres resultaron heridos."}}) {
    const auto articles = clean_text(std::string(boxed.title) + "\n13.03.2025\n" + boxed.lead +
                                     "\n" + boxed.more + "\n" + boxed.also + "\n" + boxed.link +
                                     "\n" + boxed.subhead + "\n" + boxed.next + "\n" + boxed.last);
    ASSERT_EQ(articles.size(), 1u) << boxed.title;
    EXPECT_EQ(articles[0].blocks.back().text, boxed.last);
  }
}

TEST(GluedArticles, ASubheadOverTheSamePlaceIsNone) {
  const GluedPair& pair = glued_pairs()[0];
  const auto articles =
      clean_text(glued_first(pair) + "What the fishermen say about it\n\n" +
                 "Fishermen said the council had listened to them in the end, and "
                 "that fees would be fair.\n\n" +
                 pair.more + "\n");
  EXPECT_EQ(articles.size(), 1u);
}

}  // namespace
}  // namespace synoptic::clean
