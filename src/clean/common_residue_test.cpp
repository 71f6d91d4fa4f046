// Residue that pages of many languages have in common, and headlines that look like it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "clean/test_support.h"
#include "clean/testing_short_articles.h"

namespace synoptic::clean {
namespace {

std::string page_around(const std::string& lang, const std::string& head, const std::string& inside,
                        const std::string& end = {}) {
  const ShortArticle& page = kShortArticles.at(lang);
  return page.headline + "\n" + page.day + "\n" + head + page.first + "\n" + inside + page.last +
         "\n" + end;
}

bool holds_words(const model::Article& article, std::string_view words) {
  return std::any_of(article.blocks.begin(), article.blocks.end(), [&](const model::Block& block) {
    return block.kind != model::BlockKind::kCaption && block.text.find(words) != std::string::npos;
  });
}

void expect_cut(const std::string& text, const std::string& words) {
  const auto articles = clean_text(text);
  ASSERT_EQ(articles.size(), 1u) << words;
  EXPECT_FALSE(holds_words(articles[0], words)) << words;
}

using LinesOf = std::vector<std::pair<std::string, std::string>>;  // language, line

TEST(CommonResidue, WhatReadersGaveAndWrote) {
  for (const auto& [lang, line] : LinesOf{
           {"en", "412 points by quietfox 3 hours ago | hide | past | favorite | 187 comments"},
           {"en", "128 points • 45 comments • submitted 5 hours ago by rivermill"},
           {"en", "1.2k points, 300 comments"},
           {"en", "Score: 412 · Comments: 187"},
           {"en", "187 comments"},
           {"fr", "412 points par quietfox il y a 3 heures | masquer | 187 commentaires"},
           {"es", "412 puntos por quietfox hace 3 horas | ocultar | 187 comentarios"},
           {"pt", "412 pontos por quietfox há 3 horas | ocultar | 187 comentários"},
           {"de", "412 Punkte von quietfox vor 3 Stunden | ausblenden | 187 Kommentare"},
           {"ru", "412 баллов от quietfox 3 часа назад | скрыть | 187 комментариев"},
           {"uk", "412 балів від quietfox 3 години тому | приховати | 187 коментарів"},
           {"zh", "412 分 quietfox 3 小时前 | 隐藏 | 187 条评论"},
           {"ja", "412 ポイント quietfox 3時間前 | 非表示 | 187 コメント"},
           {"ko", "412 포인트 quietfox 3시간 전 | 숨기기 | 댓글 187개"},
           {"ar", "412 نقطة بواسطة quietfox قبل 3 ساعات | إخفاء | 187 تعليقا"},
           {"fa", "412 امتیاز توسط quietfox 3 ساعت پیش | پنهان کردن | 187 نظر"},
           {"tr", "412 puan quietfox 3 saat önce | gizle | 187 yorum"},
           {"hi", "412 अंक quietfox 3 घंटे पहले | छिपाएं | 187 टिप्पणियां"},
           {"id", "412 poin oleh quietfox 3 jam lalu | sembunyikan | 187 komentar"},
       }) {
    expect_cut(page_around(lang, line + "\n\n", ""), line);
  }
}

TEST(CommonResidue, CaptionsFromTheArchive) {
  for (const auto& [lang, line] : LinesOf{
           {"ar", "البنك المركزي المصري - أرشيفية"},
           {"ar", "مقر البنك المركزي (أرشيف)"},
           {"ar", "البنك المركزي - صورة أرشيفية"},
           {"zh", "央行大楼 - 资料图"},
           {"zh", "央行大楼（资料图）"},
           {"zh", "中央銀行大樓 - 資料照"},
           {"en", "Bank of England headquarters - file photo"},
           {"en", "The central bank building (file photo)"},
           {"en", "Central bank headquarters - file image"},
           {"ru", "Здание Центробанка - архивное фото"},
           {"ru", "Здание Центробанка (архивное фото)"},
           {"ru", "Здание Центробанка. Архивное фото"},
           {"es", "Sede del banco central - foto de archivo"},
           {"es", "Sede del banco central (archivo)"},
           {"es", "Sede del banco central. Foto de archivo"},
           {"fr", "Le siège de la banque centrale - photo d'archives"},
           {"fr", "Le siège de la banque centrale (photo d'archives)"},
           {"de", "Gebäude der Zentralbank - Archivbild"},
           {"de", "Gebäude der Zentralbank (Archivfoto)"},
           {"de", "Gebäude der Zentralbank - Symbolbild"},
           {"pt", "Sede do banco central - foto de arquivo"},
           {"pt", "Sede do banco central (arquivo)"},
           {"pt", "Sede do banco central - imagem de arquivo"},
           {"ja", "中央銀行の本店（資料写真）"},
           {"ja", "中央銀行の本店＝資料写真"},
           {"ja", "中央銀行の本店 - 資料写真"},
           {"tr", "Merkez Bankası binası - arşiv"},
           {"tr", "Merkez Bankası binası (Arşiv fotoğrafı)"},
           {"tr", "Merkez Bankası binası - arşiv fotoğrafı"},
           {"fa", "ساختمان بانک مرکزی - عکس آرشیوی"},
           {"fa", "ساختمان بانک مرکزی (آرشیو)"},
           {"fa", "ساختمان بانک مرکزی - آرشیو"},
           {"uk", "Будівля Нацбанку - архівне фото"},
           {"uk", "Будівля Нацбанку (архівне фото)"},
           {"uk", "Будівля Нацбанку. Архівне фото"},
           {"hi", "केंद्रीय बैंक का मुख्यालय - फाइल फोटो"},
           {"hi", "केंद्रीय बैंक का मुख्यालय (फाइल फोटो)"},
           {"hi", "केंद्रीय बैंक - फ़ाइल फ़ोटो"},
           {"ko", "중앙은행 본점 - 자료사진"},
           {"ko", "중앙은행 본점 (자료사진)"},
           {"ko", "중앙은행 본점 [자료사진]"},
           {"id", "Gedung bank sentral - foto arsip"},
           {"id", "Gedung bank sentral (arsip)"},
           {"id", "Gedung bank sentral - dok. Antara"},
       }) {
    expect_cut(page_around(lang, "\n" + line + "\n\n", ""), line);
    expect_cut(page_around(lang, "", "\n" + line + "\n\n"), line);
  }
}

TEST(CommonResidue, CreditAndCaptionBehindACommaLabel) {
  for (const auto& [lang, line] : LinesOf{
           {"en", "Image source, Reuters"},
           {"en", "Image caption, People gather in front of the bank"},
           {"fa", "منبع تصویر، ISNA"},
           {"fa", "توضیح تصویر، تجمع مردم در مقابل بانک"},
           {"ru", "Автор фото, Reuters"},
           {"ru", "Подпись к фото, Люди собрались у здания банка"},
           {"es", "Fuente de la imagen, Getty Images"},
           {"es", "Pie de foto, La gente se reúne frente al banco"},
           {"pt", "Crédito, Reuters"},
           {"pt", "Legenda da foto, Pessoas se reúnem em frente ao banco"},
           {"ar", "صدر الصورة، Reuters"},
           {"ar", "التعليق على الصورة، تجمع الناس أمام البنك"},
           {"zh", "图像来源，Reuters"},
           {"zh", "图像加注文字，人们聚集在银行门前"},
           {"hi", "इमेज स्रोत, Getty Images"},
           {"hi", "इमेज कैप्शन, बैंक के सामने जमा लोग"},
           {"id", "Sumber gambar, Reuters"},
           {"id", "Keterangan gambar, Warga berkumpul di depan bank"},
           {"tr", "Kaynak, Reuters"},
           {"tr", "Fotoğraf altı yazısı, Bankanın önünde toplanan halk"},
           {"uk", "Автор фото, Reuters"},
           {"uk", "Підпис до фото, Люди зібралися біля банку"},
           {"ko", "사진 출처, Reuters"},
           {"ko", "사진 설명, 은행 앞에 모인 사람들"},
           {"ja", "画像提供, Reuters"},
           {"ja", "画像説明, 銀行の前に集まる人々"},
           {"fr", "Crédit photo, Getty Images"},
           {"fr", "Légende image, Les gens se rassemblent devant la banque"},
       }) {
    expect_cut(page_around(lang, "", line + "\n"), line);
  }
}

TEST(CommonResidue, ReadAloudAndNotifications) {
  for (const auto& [lang, line] : LinesOf{
           {"ar", "استمع للمقال 3 دقائق"},
           {"zh", "听全文 3分钟"},
           {"en", "Listen to this article 3 min"},
           {"ru", "Слушать статью 3 мин"},
           {"es", "Escuchar artículo 3 min"},
           {"fr", "Écouter l'article 3 min"},
           {"de", "Artikel hören 3 Min."},
           {"pt", "Ouvir artigo 3 min"},
           {"ja", "記事を聴く 3分"},
           {"tr", "Haberi dinle 3 dk"},
           {"fa", "گوش دادن به مقاله 3 دقیقه"},
           {"uk", "Слухати статтю 3 хв"},
           {"hi", "लेख सुनें 3 मिनट"},
           {"ko", "기사 듣기 3분"},
           {"id", "Dengarkan artikel 3 menit"},
       }) {
    expect_cut(page_around(lang, line + "\n", ""), line);
  }
  for (const auto& [lang, line] : LinesOf{
           {"ar", "هل تريد الحصول على أهم الأخبار لحظة بلحظة؟ فعّل الإشعارات!"},
           {"zh", "想第一时间收到最重要的新闻吗？请开启推送通知！"},
           {"en",
            "Do you want to get the most important news in real time? Turn on the notifications of "
            "the Harbour Times!"},
           {"ru", "Хотите получать самые важные новости в реальном времени? Включите уведомления!"},
           {"es",
            "¿Quiere recibir las noticias más importantes en tiempo real? ¡Active las "
            "notificaciones del Diario del Puerto!"},
           {"fr",
            "Vous souhaitez recevoir les informations les plus importantes en temps réel ? Activez "
            "les notifications !"},
           {"de",
            "Möchten Sie die wichtigsten Nachrichten in Echtzeit erhalten? Aktivieren Sie unsere "
            "Push-Benachrichtigungen!"},
           {"pt",
            "Deseja receber as notícias mais importantes em tempo real? Ative as notificações do "
            "Diário do Cais!"},
           {"ja", "最新の重要ニュースをいち早く受け取りたい方は、通知をオンにしてください！"},
           {"tr", "En önemli haberleri anında almak ister misiniz? Bildirimleri açın!"},
           {"fa",
            "می‌خواهید مهم‌ترین خبرها را در لحظه دریافت "
            "کنید؟ "
            "اعلان‌ها "
            "را "
            "فعال "
            "کنید!"},
           {"uk", "Хочете отримувати найважливіші новини в реальному часі? Увімкніть сповіщення!"},
           {"hi", "क्या आप सबसे अहम खबरें तुरंत पाना चाहते हैं? नोटिफिकेशन चालू करें!"},
           {"ko", "가장 중요한 뉴스를 실시간으로 받아보고 싶으신가요? 알림을 켜세요!"},
           {"id", "Ingin menerima berita terpenting secara langsung? Aktifkan notifikasi kami!"},
       }) {
    expect_cut(page_around(lang, "", "", line + "\n"), line);
  }
}

TEST(CommonResidue, HeadlinesThatLookLikeItStay) {
  for (const auto& [lang, line] : LinesOf{
           {"ar", "تقرير: إيران تستعد لهجوم جديد"},
           {"ar", "نص: بيان القمة العربية"},
           {"ar", "مصر: 3 تعليقات على القرار"},
           {"ar", "أرشيف الدولة العثمانية - كنز"},
           {"ar", "استمع الوزير 30 دقيقة"},
           {"ar", "كتابة: فن قديم يعود"},
           {"en", "Trump comments on 3 verdicts"},
           {"en", "Curry scores 40 points in 3 hours"},
           {"en", "How the archive (Archive) was saved"},
           {"en", "3 comments that changed the vote"},
           {"en", "Source, Reuters, denies report"},
           {"en", "187 comments from readers about banks"},
           {"ru", "Написал: письма солдата с фронта"},
           {"ru", "3 комментария к решению суда"},
           {"ru", "Слушать 5 минут и молчать о войне"},
           {"ru", "412 баллов за 3 часа набрал лидер"},
           {"es", "Escribe: el reto de los jóvenes"},
           {"es", "3 comentarios de Milei en 2 horas"},
           {"es", "Crédito, la gran deuda del país"},
           {"fr", "3 commentaires du ministre sur le gel"},
           {"fr", "Crédit, photo et vidéo en crise"},
           {"fr", "12 points par match en 3 heures"},
           {"de", "3 Kommentare zum Urteil in Karlsruhe"},
           {"de", "12 Punkte vor 3 Verfolgern im Ziel"},
           {"de", "Hören: 5 Minuten Stille im Saal"},
           {"pt", "Crédito, o drama das famílias"},
           {"pt", "3 comentários que abalaram o júri"},
           {"pt", "Ative as notificações: guia de 2026"},
           {"ja", "2点差で5分前に追いつく"},
           {"ja", "コメント3件に見る民意の行方"},
           {"ja", "12分で3ポイント下げる円相場"},
           {"tr", "Kaynak, görüşmenin ertelendiğini söyledi"},
           {"tr", "3 yorumun ardından gelen karar"},
           {"tr", "Yazı: geleceğin mirası"},
           {"tr", "12 puan önce 3 saat içinde"},
           {"fa", "گزارش: ایران آماده مذاکره"},
           {"fa", "نوشته: هنر سنگی در بیابان"},
           {"fa", "3 نظر درباره رأی دادگاه"},
           {"uk", "Написав: листи солдата з фронту"},
           {"uk", "3 коментарі до рішення суду"},
           {"hi", "लेख: बदलते गांव की कहानी"},
           {"hi", "3 टिप्पणियां और एक फैसला"},
           {"ko", "3점 차 승리 5시간 전"},
           {"ko", "댓글 3개에 담긴 민심"},
           {"ko", "12포인트 3시간 만에 하락"},
           {"id", "3 komentar soal putusan hakim"},
           {"id", "Teks: bahasa yang berubah"},
           {"id", "12 poin dalam 3 jam"},
           {"zh", "3条评论引发的官司"},
           {"zh", "12分钟内下跌3点"},
           {"zh", "文字：千年的传承"},
           {"zh", "收听率下降3分"},
       }) {
    const ShortArticle& page = kShortArticles.at(lang);
    const auto articles =
        clean_text(line + "\n" + page.day + "\n\n" + page.first + "\n\n" + page.last + "\n");
    ASSERT_EQ(articles.size(), 1u) << line;
    EXPECT_EQ(articles[0].title, line);
    const auto inside = clean_text(page_around(lang, "", "\n" + line + "\n", page.first + "\n"));
    ASSERT_EQ(inside.size(), 1u) << line;
    EXPECT_TRUE(holds_words(inside[0], line)) << line;
  }
}

TEST(CommonResidue, LabelsThatNeedANameBehindThem) {
  for (const auto& [lang, label, name] : std::vector<std::array<std::string, 3>>{
           {"ar", "كتابة: ", "ليلى الشمري"},
           {"ru", "Написала: ", "Анна Соколова"},
           {"es", "Escribe: ", "Lucía Ferrandis"},
           {"tr", "Yazı: ", "Zeynep Duyar"},
           {"fa", "نوشته: ", "سارا مهدوی"},
           {"uk", "Написала: ", "Олена Гнатюк"},
           {"hi", "लेख: ", "रोहन मेहरा"},
           {"id", "Teks: ", "Dian Pertiwi"},
           {"en", "Words: ", "Dana Whitlock"},
       }) {
    const ShortArticle& page = kShortArticles.at(lang);
    const auto articles = clean_text(page.headline + "\n" + label + name + "\n" + page.day + "\n" +
                                     page.first + "\n\n" + page.last + "\n");
    ASSERT_EQ(articles.size(), 1u) << label;
    ASSERT_EQ(articles[0].authors.size(), 1u) << label;
    EXPECT_EQ(articles[0].authors[0].name, name);
  }
}

// Bars and counters in one line, each a part between strokes.
TEST(CommonResidue, RowsOfBars) {
  for (const auto& [lang, line] :
       LinesOf{{"zh", "字号：大 中 小　|　打印　|　分享到：微信 微博 QQ空间　|　阅读量：6.2万"},
               {"en", "Print | Share: Facebook X WhatsApp | 1,204 views"},
               {"ru", "Распечатать | Поделиться: ВКонтакте Telegram | Просмотров: 845"}}) {
    expect_cut(page_around(lang, line + "\n", ""), line);
  }
}

}  // namespace
}  // namespace synoptic::clean
