// Sections, outlets and writers told by lines around the text.
#include <gtest/gtest.h>

#include "clean/test_support.h"
#include "clean/testing_short_articles.h"

namespace synoptic::clean {
namespace {

model::Article article_with(const std::string& lang, const std::string& above,
                            const std::string& below, const std::string& end = {}) {
  const ShortArticle& page = kShortArticles.at(lang);
  auto articles = clean_text(above + page.headline + "\n" + page.day + "\n" + below + page.first +
                             "\n\n" + page.last + "\n" + end);
  EXPECT_EQ(articles.size(), 1u) << above << below;
  if (articles.size() != 1) return {};
  EXPECT_EQ(articles[0].title, page.headline) << above << below;
  return std::move(articles[0]);
}

struct Told {
  std::string lang, line, section;
};

TEST(SectionTrail, TheLastPlaceOfATrail) {
  for (const auto& [lang, line, section] :
       std::vector<Told>{{"ar", "الرئيسية / اقتصاد", "اقتصاد"},
                         {"fr", "Accueil / Politique", "Politique"},
                         {"de", "Startseite > Wirtschaft", "Wirtschaft"},
                         {"id", "Home > Nasional", "Nasional"},
                         {"en", "Home > Business > Economy", "Economy"},
                         {"es", "Inicio > Economía", "Economía"},
                         {"pt", "Início > Economia", "Economia"},
                         {"ru", "Главная / Экономика", "Экономика"},
                         {"uk", "Головна > Економіка", "Економіка"},
                         {"tr", "Ana Sayfa > Ekonomi", "Ekonomi"},
                         {"fa", "صفحه اصلی > اقتصادی", "اقتصادی"},
                         {"hi", "होम > बिजनेस", "बिजनेस"},
                         {"ko", "홈 > 경제", "경제"},
                         {"ja", "トップ > 経済", "経済"},
                         {"en", "Section: Politics » Courts", "Courts"}}) {
    for (const bool above : {true, false}) {
      const auto article = article_with(lang, above ? line + "\n" : "", above ? "" : line + "\n");
      EXPECT_EQ(article.section, section) << line;
      EXPECT_FALSE(article.publisher) << line;
    }
  }
}

TEST(SectionTrail, ASectionAlone) {
  for (const auto& [lang, line, section] : std::vector<Told>{
           {"uk", "Економіка", "Економіка"},
           {"tr", "Ekonomi", "Ekonomi"},
           {"fa", "سیاست خارجی", "سیاست خارجی"},
           {"en", "Business", "Business"},
           {"de", "Wirtschaft", "Wirtschaft"},
           {"fr", "Politique", "Politique"},
           {"es", "Economía", "Economía"},
           {"pt", "Economia", "Economia"},
           {"ru", "Экономика", "Экономика"},
           {"ar", "اقتصاد", "اقتصاد"},
           {"hi", "बिजनेस", "बिजनेस"},
           {"id", "Ekonomi", "Ekonomi"},
           {"ja", "経済", "経済"},
           {"ko", "경제", "경제"},
           {"zh", "财经", "财经"},
           {"en", "Section: Business", "Business"},
           {"de", "Rubrik: Wirtschaft", "Wirtschaft"},
           {"fr", "Rubrique : Politique", "Politique"},
           {"es", "Sección: Economía", "Economía"},
           {"pt", "Editoria: Economia", "Economia"},
           {"ru", "Рубрика: Экономика", "Экономика"},
           {"uk", "Рубрика: Економіка", "Економіка"},
           {"ar", "القسم: اقتصاد", "اقتصاد"},
           {"fa", "سرویس: اقتصادی", "اقتصادی"},
           {"tr", "Kategori: Ekonomi", "Ekonomi"},
           {"hi", "श्रेणी: बिजनेस", "बिजनेस"},
           {"id", "Kategori: Ekonomi", "Ekonomi"},
           {"ja", "カテゴリ：経済", "経済"},
           {"ko", "카테고리: 경제", "경제"},
           {"zh", "栏目：财经", "财经"},
       }) {
    const auto article = article_with(lang, line + "\n", "");
    EXPECT_EQ(article.section, section) << line;
    EXPECT_FALSE(article.publisher) << line;
  }
}

TEST(SectionTrail, ItsFirstPlaceMayBeTheOutlet) {
  const auto first = article_with("zh", "新华网 > 财经 > 正文\n", "");
  EXPECT_EQ(first.section, "财经");
  ASSERT_TRUE(first.publisher);
  EXPECT_EQ(first.publisher->name, "新华网");
  const auto second = article_with("zh", "香港電台網站 > 新聞 > 大中華\n", "");
  EXPECT_EQ(second.section, "大中華");
  ASSERT_TRUE(second.publisher);
  EXPECT_EQ(second.publisher->name, "香港電台網站");
}

TEST(SectionTrail, AMenuNamesNone) {
  EXPECT_EQ(article_with("en", "World\nBusiness\nSports\n", "").section, "");
  EXPECT_EQ(article_with("en", "Home\n", "").section, "");
  EXPECT_EQ(article_with("en", "Live\n", "").section, "");
  EXPECT_EQ(article_with("en", "", "").section, "");
}

TEST(SectionTrail, AnOutletThatSignsAgainBelowIsNoHeadline) {
  for (const auto& [lang, outlet] : std::vector<std::pair<std::string, std::string>>{
           {"ja", "スポーツ日日新聞"},
           {"zh", "新渡日报"},
           {"en", "The Harbour Times"},
           {"ru", "Невский вестник"},
           {"ar", "صحيفة الميناء"},
           {"es", "Diario del Puerto"},
           {"fa", "روزنامه بندر"},
           {"tr", "Liman Gazetesi"},
           {"hi", "दैनिक बंदरगाह"},
           {"id", "Harian Pelabuhan"},
           {"uk", "Портовий вісник"},
           {"fr", "Le Journal du Port"},
           {"pt", "Diário do Cais"},
       }) {
    const auto article = article_with(lang, "", outlet + "\n", outlet + "\n");
    ASSERT_TRUE(article.publisher) << outlet;
    EXPECT_EQ(article.publisher->name, outlet);
  }
}

std::vector<std::string> writers_told(const model::Article& article) {
  std::vector<std::string> names;
  for (const auto& author : article.authors) names.push_back(author.name);
  return names;
}

using WritersTold = std::vector<std::string>;

TEST(WritersBelow, AreNamesOfFamiliesAlone) {
  EXPECT_EQ(writers_told(article_with("ru", "", "", "\nАнна Соколова\n")),
            WritersTold{"Анна Соколова"});
  EXPECT_EQ(writers_told(article_with("uk", "", "", "\nОлена Гнатюк\n")),
            WritersTold{"Олена Гнатюк"});
  for (const char* line : {"Читать Далее", "Московский Кремль", "Яндекс Дзен", "Новости"}) {
    EXPECT_EQ(writers_told(article_with("ru", "", "", std::string("\n") + line + "\n")),
              WritersTold{})
        << line;
  }
}

TEST(WritersBelow, ANameInBracketsAndAnotherThatIsNone) {
  EXPECT_EQ(writers_told(article_with("ja", "", "", "\n（佐藤健）\n\n関連する企業の一覧\n")),
            WritersTold{"佐藤健"});
  EXPECT_EQ(writers_told(article_with("ja", "", "", "\n文化部\n")), WritersTold{});
}

TEST(WritersBelow, ButtonsAndServicesAreNoPartOfThem) {
  EXPECT_EQ(writers_told(article_with("ko", "", "김민수 기자\n기자 페이지\n")),
            WritersTold{"김민수"});
  EXPECT_EQ(writers_told(article_with("ko", "", "기자 페이지\n")), WritersTold{});
  EXPECT_EQ(writers_told(article_with(
                "ar", "", "", "(إعداد نادية الورياغلي للنشرة العربية - تحرير سامي الجندي)\n")),
            WritersTold{"نادية الورياغلي"});
}

}  // namespace
}  // namespace synoptic::clean
