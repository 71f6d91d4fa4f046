#include "clean/headline_lines.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "clean/bars.h"
#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

struct NewsLines {
  const char* day;
  const char* lead;
  std::vector<const char*> headlines;
};

// Headlines that begin with or hold a word of counters, buttons and labels, in each language.
const std::vector<NewsLines>& news_lines() {
  static const std::vector<NewsLines> all{
      {"March 14, 2026",
       "The council of the harbour town said on Saturday that the works would go on until the "
       "autumn "
       "of next year.",
       {"Gas price hits 90 dollars", "Storm hits 4 towns on the coast",
        "Print runs fall by 12 percent at two papers", "Share of renters rises to 60 percent",
        "Editor of the Harbour Post dies at 71", "Two views on 1 harbour",
        "Source: 3 ships to leave on Monday", "Comments by 2 ministers anger the port",
        "Update 2 of harbour plan passes council"}},
      {"14. März 2026",
       "Der Rat der Hafenstadt teilte am Samstag mit, dass die Arbeiten bis zum Herbst des "
       "nächsten "
       "Jahres dauern werden.",
       {"Stadt plant 4 Aufrufe für neue Kais", "Teilen statt kaufen: 5 Ideen aus dem Hafen",
        "Foto: 2 Verletzte bei Brand im Hafen", "Stand der Arbeiten: 6 Wochen nach der Flut",
        "Drucken wird um 8 Prozent teurer"}},
      {"14 mars 2026",
       "Le conseil de la ville portuaire a indiqué samedi que les travaux dureraient jusqu'à "
       "l'automne de l'année prochaine.",
       {"Les lectures publiques attirent 3 000 habitants",
        "Partager un quai : 5 pistes pour le port", "Plus de 300 dockers en grève",
        "Imprimer coûte 8 % plus cher"}},
      {"14 de marzo de 2026",
       "El consejo de la ciudad portuaria dijo el sábado que las obras durarán hasta el otoño del "
       "próximo año.",
       {"El alcalde hará 3 visitas a los muelles", "Compartir muelle cuesta un 12% más",
        "Más de 300 heridos en el puerto", "Comentarios del alcalde indignan a 5 barrios",
        "Las visitas al faro suben un 9%"}},
      {"14 de março de 2026",
       "O conselho da cidade portuária disse no sábado que as obras vão durar até o outono do "
       "próximo ano.",
       {"Porto tem 270 mil acessos por dia", "Compartilhar o cais rende 3 multas",
        "Fonte: 3 navios saem na segunda", "Mais de 300 feridos no porto"}},
      {"14 марта 2026",
       "Совет портового города сообщил в субботу, что работы продлятся до осени следующего года.",
       {"Число просмотров фильма о порте достигло 10 миллионов",
        "Источник: 3 судна уйдут в понедельник", "Поделиться причалом обязали 3 фирмы",
        "Комментарии мэра: 5 тезисов о порте", "Фото: пожар в порту, 5 раненых"}},
      {"14 березня 2026",
       "Рада портового міста повідомила в суботу, що роботи триватимуть до осені наступного року.",
       {"Кількість переглядів фільму про порт сягнула 10 мільйонів",
        "Джерело: 3 судна підуть у понеділок", "Поділитися причалом зобов'язали 3 фірми"}},
      {"14 Mart 2026",
       "Liman kentinin meclisi cumartesi günü yaptığı açıklamada çalışmaların gelecek yılın "
       "sonbaharına kadar süreceğini söyledi.",
       {"Mecliste 3 yasa teklifi okundu", "Kaynak: 3 gemi pazartesi ayrılacak",
        "Paylaşım yapan 12 işçi gözaltında"}},
      {"14 مارس 2026",
       "قال مجلس مدينة الميناء يوم السبت إن الأعمال ستستمر حتى خريف العام المقبل بسبب الأضرار.",
       {"الوزير يبدأ زيارة إلى الميناء تستمر 4 أيام", "المجلس يقر الخطة في قراءة أولى بـ 20 صوتا",
        "شارك 200 ألف في مظاهرات الميناء", "مصدر: الاتفاق خلال 48 ساعة"}},
      {"۲۳ اسفند ۱۴۰۴",
       "شورای شهر بندری روز شنبه اعلام کرد که کارها تا پاییز سال آینده ادامه خواهد داشت و بندر "
       "بسته است.",
       {"بازدید ۳ ساعته وزیر از بندر شهر", "چاپ اسکناس ۵۰ درصد افزایش یافت",
        "عکس: آتش‌سوزی بندر با ۵ کشته"}},
      {"14 मार्च 2026",
       "बंदरगाह शहर की परिषद ने शनिवार को कहा कि काम अगले साल की शरद ऋतु तक चलता रहेगा और घाट बंद रहेगा।",
       {"बंदरगाह की फिल्म के व्यूज 10 करोड़ के पार पहुंचे", "सूत्र: 3 जहाज सोमवार को रवाना होंगे"}},
      {"14 Maret 2026",
       "Dewan kota pelabuhan mengatakan pada Sabtu bahwa pekerjaan akan berlangsung sampai musim "
       "gugur tahun depan.",
       {"Peluncuran kapal dilihat 5 juta warga", "Bagikan beras, 3 pejabat pelabuhan ditangkap",
        "Komentar 3 menteri soal harga ikan"}},
      {"2026年3月14日",
       "港町の議会は土曜日、工事が来年の秋まで続くと明らかにした。岸壁は当面閉鎖されるという。",
       {"市長が独占インタビュー 岸壁は2027年に", "印刷会社で火災、3人けが",
        "シェア自転車、港の3地区で導入"}},
      {"2026년 3월 14일",
       "항구 도시 의회는 토요일 공사가 내년 가을까지 계속될 것이라고 밝혔다. 부두는 당분간 닫힌다.",
       {"경찰, 무단 조회 1만건 적발한 항구 조사", "공유 자전거 5천대 도입", "댓글 조작 3명 구속"}},
      {"2026年3月14日",
       "港口城市的议会星期六表示，工程将持续到明年秋天，码头在此期间将一直关闭，居民需要绕行。",
       {"港口新增8家全民阅读中心", "码头热度不减 融资超30亿元", "打印店起火3人受伤",
        "编辑部爆炸案3人被判刑"}},
  };
  return all;
}

TEST(HeadlineLines, StayInFifteenLanguages) {
  for (const NewsLines& news : news_lines()) {
    for (const std::string headline : news.headlines) {
      const std::string lead = news.lead;
      const auto plain =
          clean_text(headline + "\n" + news.day + "\n\n" + lead + "\n\n" + lead + "\n");
      ASSERT_EQ(plain.size(), 1u) << headline;
      EXPECT_EQ(plain[0].title, headline);
      EXPECT_TRUE(plain[0].published) << headline;
    }
  }
}

TEST(HeadlineLines, TheTitleThatThePageStatesStays) {
  for (const NewsLines& news : news_lines()) {
    for (const std::string headline : news.headlines) {
      const std::string lead = news.lead;
      const auto stated = clean_text("---\ntitle: " + headline + "\n---\n" + headline + "\n" +
                                         news.day + "\n\n" + lead + "\n\n" + lead + "\n",
                                     model::Format::kMarkdown);
      ASSERT_EQ(stated.size(), 1u) << headline;
      EXPECT_EQ(stated[0].title, headline);
      EXPECT_EQ(reasons(stated[0]), std::vector<std::string>{}) << headline;
    }
  }
}

TEST(HeadlineLines, SentencesAndSubheadsWithAFigureStay) {
  const auto holds = [](const std::string& between) {
    const std::string lead = news_lines()[0].lead;
    const auto articles =
        clean_text("# Harbour works go on\n\n" + lead + "\n\n" + between + "\n\n" + lead + "\n",
                   model::Format::kMarkdown);
    const std::string words = between.substr(between.find_first_not_of("# "));
    return articles.size() == 1 &&
           std::any_of(articles[0].blocks.begin(), articles[0].blocks.end(),
                       [&](const model::Block& block) { return block.text == words; });
  };
  for (const char* text :
       {"The storm hits 3 states.", "## Share prices of 4 yards fall",
        "Print runs fell by 12 percent.", "## Compartir muelle cuesta un 12% más",
        "## Комментарии мэра: 5 тезисов о порте", "## 印刷会社で火災、3人けが",
        "## مصدر: الاتفاق خلال 48 ساعة"}) {
    EXPECT_TRUE(holds(text)) << text;
  }
}

TEST(HeadlineLines, CountersGoInFifteenLanguages) {
  for (const char* counter : {"1,234 views",
                              "Views: 1,234",
                              "1.2K views · 14 comments",
                              "This article was read 12 times.",
                              "Politics  Hits: 123",
                              "Aufrufe: 311",
                              "Dieser Beitrag wurde 123 mal gelesen",
                              "123 vues",
                              "Lectures : 1 204",
                              "Esta nota tiene 123 visitas",
                              "Visualizações: 88",
                              "1,2 тыс. просмотров",
                              "Просмотров: 1204",
                              "Переглядів: 88",
                              "Bu haber 123 kez okundu.",
                              "عدد المشاهدات: 123",
                              "1204 مشاهدة",
                              "تعداد بازدید: ۱۲۳",
                              "123 व्यूज",
                              "Dibaca: 123 kali",
                              "閲覧数 123",
                              "조회수 1,234회",
                              "조회 88",
                              "阅读 1.2万",
                              "本文阅读量 1234次",
                              "点击量：88"}) {
    Piece piece;
    piece.text = counter;
    EXPECT_TRUE(counts_readers(test_knowledge(), measure(std::move(piece)))) << counter;
  }
}

TEST(HeadlineLines, LabelsAboveATextWithoutAHeadlineGo) {
  const std::string lead = news_lines()[0].lead;
  for (const char* label :
       {"By Anna Smith", "Source: The Harbour Post", "Share this story with your friends",
        "Photo: Anna Smith", "Copyright 2026 The Harbour Post", "Editor: Anna Smith"}) {
    const auto articles = clean_text(std::string(label) + "\n\n" + lead + "\n\n" + lead + "\n");
    ASSERT_EQ(articles.size(), 1u) << label;
    EXPECT_NE(articles[0].title, label);
  }
}

}  // namespace
}  // namespace synoptic::clean
