// Sections, writers, captions and addresses around the headline.
#include <gtest/gtest.h>

#include <array>

#include "clean/people/origins.h"
#include "clean/test_support.h"
#include "clean/testing_short_articles.h"

namespace synoptic::clean {
namespace {

model::Article sole_article(std::vector<model::Article> articles, const std::string& what) {
  EXPECT_EQ(articles.size(), 1u) << what;
  return articles.size() == 1 ? std::move(articles[0]) : model::Article{};
}

model::Article marked_down(const std::string& lang, const std::string& above,
                           const std::string& below = {}) {
  const ShortArticle& page = kShortArticles.at(lang);
  const std::string text = above + "# " + page.headline + "\n\n" + below + page.day + "\n\n" +
                           page.first + "\n\n" + page.last + "\n";
  auto article = sole_article(clean_text(text, model::Format::kMarkdown), above + below);
  EXPECT_EQ(article.title, page.headline) << above << below;
  return article;
}

model::Article plain_page(const std::string& lang, const std::string& above,
                          const std::string& below = {}, const std::string& end = {}) {
  const ShortArticle& page = kShortArticles.at(lang);
  auto article = sole_article(clean_text(above + page.headline + "\n" + below + page.day + "\n" +
                                         page.first + "\n" + page.last + "\n" + end),
                              above + below);
  EXPECT_EQ(article.title, page.headline) << above << below;
  return article;
}

std::string writers_of(const model::Article& article) {
  std::string all;
  for (const auto& author : article.authors) all += (all.empty() ? "" : ", ") + author.name;
  return all;
}

const std::vector<std::pair<std::string, std::string>> kSections{
    {"en", "Business"}, {"de", "Wirtschaft"}, {"fr", "Économie"},  {"es", "Economía"},
    {"pt", "Mercado"},  {"ru", "Экономика"},  {"uk", "Економіка"}, {"tr", "Ekonomi"},
    {"ar", "اقتصاد"},   {"fa", "اقتصادی"},    {"hi", "बिजनेस"},     {"id", "Ekonomi"},
    {"ja", "経済"},     {"ko", "경제"},       {"zh", "财经"}};

TEST(HeadLines, ASectionAsAHeadingIsNoTitle) {
  for (const auto& [lang, section] : kSections) {
    EXPECT_EQ(marked_down(lang, section + "\n=======\n\n").section, section);
    EXPECT_EQ(marked_down(lang, "# " + section + "\n\n").section, section);
  }
  // A word of the menu above.
  EXPECT_EQ(marked_down("en", "[Harbour](/harbour) [Town](/town)\n\n# Harbour\n\n").section,
            "Harbour");
}

TEST(HeadLines, AHeadlineOverASecondHeadingStays) {
  const ShortArticle& page = kShortArticles.at("en");
  const auto article =
      sole_article(clean_text("# Rates fall\n\n# What the cut means for those who save\n\n" +
                                  page.day + "\n\n" + page.first + "\n\n" + page.last + "\n",
                              model::Format::kMarkdown),
                   "two headings");
  EXPECT_EQ(article.title, "Rates fall");
  EXPECT_EQ(article.section, "");
}

// As a tool writes the page down: the heading's line has another above it.
TEST(HeadLines, AHeadingBelowALabel) {
  for (const std::string lang : {"de", "ja"}) {
    const ShortArticle& page = kShortArticles.at(lang);
    const auto article = sole_article(
        clean_text("Title: " + page.headline + "\n\nURL Source: https://news.example/a/b.html\n\n" +
                       "Markdown Content:\n" + page.headline + "\n===============\n\n" +
                       page.first + "\n\n" + page.last + "\n",
                   model::Format::kMarkdown),
        lang);
    EXPECT_EQ(article.title, page.headline);
    EXPECT_EQ(kinds(article), "pP");
    EXPECT_EQ(article.url, "https://news.example/a/b.html");
  }
}

TEST(HeadLines, AWriterAsALinkToTheirPage) {
  for (const auto& [lang, name, part] :
       std::vector<std::array<std::string, 3>>{{"pt", "Lucas Tavares", "autores"},
                                               {"en", "Ada Brook", "author"},
                                               {"es", "Ana Torres", "autor"},
                                               {"ru", "Анна Белова", "author"}}) {
    const auto article =
        marked_down(lang, "", "[" + name + "](https://a.example/" + part + "/x-y)\n\n");
    EXPECT_EQ(writers_of(article), name);
  }
  // A link to anything else.
  EXPECT_EQ(writers_of(marked_down("en", "", "[Ada Brook](https://a.example/topics/x-y)\n\n")), "");
}

TEST(HeadLines, ItalicsBelowAPictureAreItsCaption) {
  const auto article = marked_down(
      "en", "", "![hall](https://a.example/h.jpg)\n*The hall of the bank as it met on Monday*\n\n");
  EXPECT_EQ(kinds(article), "cpP");
  const auto byline = marked_down("en", "", "![hall](https://a.example/h.jpg)\n*By Ada Brook*\n\n");
  EXPECT_EQ(writers_of(byline), "Ada Brook");
  const auto text =
      marked_down("en", "", "![hall](https://a.example/h.jpg)\n\n*It met* again.\n\n");
  EXPECT_EQ(kinds(text).find('c'), std::string::npos);
}

TEST(HeadLines, TheAddressAmongLabelledLines) {
  const ShortArticle& page = kShortArticles.at("en");
  const std::string rest = "\nPublished Time: 2026-11-23T19:28:00-03:00\n\nMarkdown Content:\n# " +
                           page.headline + "\n\n" + page.first + "\n\n" + page.last + "\n";
  const auto article = sole_article(
      clean_text("Title: " + page.headline + "\nURL Source: https://news.example/a/budget" + rest,
                 model::Format::kMarkdown),
      "head");
  EXPECT_EQ(article.url, "https://news.example/a/budget");
  EXPECT_EQ(article.title, page.headline);
  // An address behind another label is a source.
  const auto other = sole_article(
      clean_text("Title: " + page.headline + "\nPhoto: https://news.example/a.jpg" + rest,
                 model::Format::kMarkdown),
      "photo");
  EXPECT_NE(other.url, "https://news.example/a.jpg");
}

TEST(HeadLines, SectionsBelowEachOtherAreNoOutlet) {
  for (const auto& [lang, lines, section] : std::vector<std::array<std::string, 3>>{
           {"de", "Startseite\nWirtschaft\nUnternehmen", "Unternehmen"},
           {"de", "Startseite\nWirtschaft\nHafenbau", ""},
           {"fr", "Accueil\nÉconomie\nEntreprises", "Entreprises"},
           {"es", "Inicio\nEconomía\nEmpresas", "Empresas"},
           {"pt", "Início\nEconomia\nEmpresas", "Empresas"},
           {"ru", "Главная\nЭкономика\nКомпании", "Компании"},
           {"ko", "홈\n경제\n기업", "기업"},
           {"tr", "Ana Sayfa\nEkonomi\nŞirketler", "Şirketler"}}) {
    const auto article = plain_page(lang, lines + "\n");
    EXPECT_FALSE(article.publisher) << lines;
    if (!section.empty()) {
      EXPECT_EQ(article.section, section);
    }
  }
  const auto outlet = plain_page("en", "Home\nBusiness\nThe Harbour Times\n");
  ASSERT_TRUE(outlet.publisher);
  EXPECT_EQ(outlet.publisher->name, "The Harbour Times");
}

TEST(HeadLines, TrailsThatDoNotBeginAtHome) {
  for (const auto& [lang, line, section] :
       std::vector<std::array<std::string, 3>>{{"de", "Start / Welt / Amerika", "Amerika"},
                                               {"uk", "Головна — Війна", "Війна"},
                                               {"en", "Home - World", "World"},
                                               {"ar", "اقتصاد | نفط وغاز", "نفط وغاز"},
                                               {"en", "Front › World", "World"}}) {
    const auto article = plain_page(lang, line + "\n");
    EXPECT_EQ(article.section, section) << line;
    EXPECT_FALSE(article.publisher) << line;
  }
  EXPECT_EQ(plain_page("en", "Home | News | Forum | Feeds\n").section, "");
}

TEST(HeadLines, AMenuWithUnknownSections) {
  for (const auto& [lang, outlet, menu] : std::vector<std::array<std::string, 3>>{
           {"zh", "中央社", "政治 產經 社會 藝文 文化 運動 國際"},
           {"en", "The Harbour Times", "Politics Business Quay Culture Sport World"},
           {"ru", "Городские вести", "Политика Экономика Гавань Культура Спорт"}}) {
    const auto article = plain_page(lang, outlet + "\n" + menu + "\n");
    ASSERT_TRUE(article.publisher) << menu;
    EXPECT_EQ(article.publisher->name, outlet);
  }
}

// Below the text the name stands again, where its bearer is told of.
TEST(HeadLines, ANameInCapitalsBelowTheHeadlineIsTheWriter) {
  for (const auto& [lang, above, below] :
       std::vector<std::array<std::string, 3>>{{"es", "CARMEN ALDAMA", "Carmen Aldama"},
                                               {"en", "CARMEN ALDAMA", "Carmen Aldama"},
                                               {"ru", "АННА БЕЛОВА", "Анна Белова"},
                                               {"tr", "AYLA DEMIR", "Ayla Demir"}}) {
    const auto article = plain_page(lang, "", above + "\n", below + "\n");
    EXPECT_EQ(writers_of(article), above);
  }
}

TEST(HeadLines, WritersByPlaceDeskAndOutlet) {
  EXPECT_EQ(writers_of(plain_page("ar", "", "بغداد/ حسين الجبوري\n")), "حسين الجبوري");
  EXPECT_EQ(writers_of(plain_page("es", "", "Lima / Ana Torres\n")), "Ana Torres");
  EXPECT_EQ(writers_of(plain_page("ja", "", "", "（経済部・佐々木真、ワシントン＝井上拓也）\n")),
            "佐々木真, 井上拓也");
  const ShortArticle& page = kShortArticles.at("ar");
  const auto article =
      sole_article(clean_text(page.headline + "\n" + page.day + "\nالمدينة نيوز - ليث الحياري - " +
                              page.first + "\n" + page.last + "\n"),
                   "outlet");
  EXPECT_EQ(writers_of(article), "ليث الحياري");
  // A place and its agency, or what is no name.
  EXPECT_EQ(writers_of(plain_page("tr", "", "ANKARA (AA)\n")), "");
  EXPECT_EQ(writers_of(plain_page("ar", "", "بغداد/ وكالات\n")), "");
  EXPECT_EQ(writers_of(plain_page("ja", "", "", "（前年比・増減率）\n")), "");
}

TEST(HeadLines, AnAgencyInBracketsBehindItsPlace) {
  const auto article = plain_page("tr", "", "ANKARA (AA)\n");
  ASSERT_EQ(article.origins.size(), 1u);
  EXPECT_EQ(kinds(article), "pP");
}

TEST(HeadLines, ANumberOfThePageIsNoOutlet) {
  for (const auto& [lang, line] : std::vector<std::pair<std::string, std::string>>{
           {"fa", "کد خبر: ۱۲۸۸۴۰۳ | تاریخ انتشار: ۰۲ آذر ۱۴۰۵ - ۱۱:۴۵"},
           {"en", "News ID: 1288403 | Published: 23 November 2026 11:45"},
           {"tr", "Haber No: 1288403 | Yayın tarihi: 23.11.2026 11:45"}}) {
    const ShortArticle& page = kShortArticles.at(lang);
    const auto article = sole_article(
        clean_text(page.headline + "\n" + line + "\n" + page.first + "\n" + page.last + "\n"),
        line);
    EXPECT_FALSE(article.publisher) << line;
    EXPECT_TRUE(article.origins.empty()) << line;
    EXPECT_TRUE(article.published) << line;
  }
}

TEST(HeadLines, AnOutletInFrontOfAStatedTitle) {
  const ShortArticle& page = kShortArticles.at("en");
  for (const std::string sign : {" — ", " | ", ": "}) {
    const auto article = sole_article(
        clean_text("---\ntitle: The Harbour Times" + sign + page.headline + "\n---\n\n# " +
                       page.headline + "\n\n" + page.first + "\n\n" + page.last + "\n",
                   model::Format::kMarkdown),
        sign);
    EXPECT_EQ(article.title, page.headline);
    ASSERT_TRUE(article.publisher) << sign;
    EXPECT_EQ(article.publisher->name, "The Harbour Times");
  }
}

TEST(HeadLines, TheSectionAboveAHeadlineOfElements) {
  const auto section = [](const std::string& above) {
    const ShortArticle& page = kShortArticles.at("en");
    return sole_article(clean_capture(html_capture(
                            "<html><body><main>" + above + "<h1>" + page.headline + "</h1><p>" +
                            page.first + "</p><p>" + page.last + "</p></main></body></html>")),
                        above)
        .section;
  };
  EXPECT_EQ(section("<div class=rubric><a href=/i>Incidents</a></div>"), "Incidents");
  EXPECT_EQ(section("<p class=kicker>Politics</p>"), "Politics");
  EXPECT_EQ(section("<p class=kicker>Crisis at the central bank</p>"), "");
  EXPECT_EQ(section("<p class=tagline>Politics</p>"), "");
}

TEST(HeadLines, CountersWithPictures) {
  const auto article = plain_page("en", "", "19 March 2026 10:15  👁 12 408  💬 56\n");
  const auto views = article.metadata.find("views"), comments = article.metadata.find("comments");
  ASSERT_NE(views, article.metadata.end());
  ASSERT_NE(comments, article.metadata.end());
  EXPECT_EQ(views->second, std::vector<std::string>{"12408"});
  EXPECT_EQ(comments->second, std::vector<std::string>{"56"});
  const auto rounded = plain_page("en", "", "19 March 2026 10:15  👁 1.2k\n");
  EXPECT_EQ(rounded.metadata.count("views"), 0u);
}

TEST(HeadLines, LabelsValuesWithoutTheirRest) {
  EXPECT_EQ(without_rest_of_label("卫报 条评论"), "卫报");
  EXPECT_EQ(without_rest_of_label("الشرق الأوسط + وكالات"), "الشرق الأوسط");
  EXPECT_EQ(without_rest_of_label("Le Monde + agences"), "Le Monde");
  EXPECT_EQ(without_rest_of_label("Canal+"), "Canal+");
  EXPECT_EQ(without_rest_of_label("Foreign Comment"), "Foreign Comment");
}

TEST(HeadLines, AKnownAcronymAtTheTopIsTheOutlet) {
  for (const auto& [lang, outlet, section] : std::vector<std::array<std::string, 3>>{
           {"ru", "РБК", "Политика"}, {"en", "BBC", "World"}, {"ja", "NHK", "経済"}}) {
    const auto article = plain_page(lang, outlet + "\n" + section + "\n");
    ASSERT_TRUE(article.publisher) << outlet;
    EXPECT_EQ(article.publisher->name, outlet);
    EXPECT_EQ(article.section, section);
  }
  EXPECT_FALSE(plain_page("en", "WHO\nWorld\n").publisher);
  EXPECT_FALSE(plain_page("en", "LIVE\nWorld\n").publisher);
}

TEST(HeadLines, TheKnownOneOfTwoOwners) {
  const auto article = plain_page("de", "", "", "© ARD-aktuell / tagesschau.de\n");
  ASSERT_TRUE(article.publisher);
  EXPECT_EQ(article.publisher->name, "tagesschau.de");
  EXPECT_FALSE(plain_page("de", "", "", "© Hafenbau / Werftblick\n").publisher);
  EXPECT_FALSE(plain_page("de", "", "", "© Getty / AFP\n").publisher);
}

// Words that sections are called by, in a headline.
TEST(HeadLines, HeadlinesWithSectionsInThemStay) {
  for (const std::string headline :
       {"World health leaders discuss sport and culture", "Politik und Wirtschaft streiten",
        "Мир и спорт: наука против политики", "国际科技公司文化报告发布"}) {
    const ShortArticle& page = kShortArticles.at("en");
    const auto article = sole_article(
        clean_text(headline + "\n" + page.day + "\n" + page.first + "\n" + page.last + "\n"),
        headline);
    EXPECT_EQ(article.title, headline);
  }
}

TEST(HeadLines, AWayToTheHeadlineIsNoHeadline) {
  for (const char* front : {"Harbour News / City / ", "हिंदी न्यूज़ / देश / ", "Portal › Lokales › ",
                            "Новости города / Порт / ", "港口新闻 > 本地 > "}) {
    for (const auto& [lang, page] : kShortArticles) plain_page(lang, front + page.headline + "\n");
  }
}

TEST(HeadLines, CallsToFollowInAQuoteAreNone) {
  for (const char* call : {"Seguinos en [Instagram](https://instagram.com/x)",
                           "Síguenos en [Instagram](https://instagram.com/x)",
                           "Suscribite a nuestro [newsletter](https://example.org/n)"}) {
    const ShortArticle& page = kShortArticles.at("es");
    const auto article = sole_article(clean_text("# " + page.headline + "\n\n" + page.first +
                                                     "\n\n" + page.last + "\n\n> " + call + "\n",
                                                 model::Format::kMarkdown),
                                      call);
    for (const auto& block : article.blocks) {
      EXPECT_NE(block.kind, model::BlockKind::kQuote) << call;
    }
  }
}

}  // namespace
}  // namespace synoptic::clean
