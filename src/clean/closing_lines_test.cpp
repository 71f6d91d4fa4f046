// Boxes about writers, tags and helpers below a text that came without its markup.
#include <gtest/gtest.h>

#include "clean/test_support.h"
#include "clean/testing_short_articles.h"

namespace synoptic::clean {
namespace {

model::Article page_with_end(const std::string& lang, const std::string& end) {
  const ShortArticle& page = kShortArticles.at(lang);
  auto articles = clean_text(page.headline + "\n" + page.day + "\n" + page.first + "\n" +
                             page.last + "\n" + end);
  EXPECT_EQ(articles.size(), 1u) << end;
  if (articles.size() != 1) return {};
  EXPECT_EQ(articles[0].title, page.headline) << end;
  return std::move(articles[0]);
}

std::vector<std::string> author_names(const model::Article& article) {
  std::vector<std::string> found;
  for (const auto& author : article.authors) found.push_back(author.name);
  return found;
}

struct WriterBox {
  std::string lang, label, name, life;
};

TEST(ClosingLines, ABoxAboutTheWriterIsNoText) {
  for (const auto& [lang, label, name, life] : std::vector<WriterBox>{
           {"en", "About the author", "Carmen Aldama", "Correspondent in Mexico since 2019."},
           {"de", "Über den Autor", "Carl Berger", "Korrespondent in Mexiko. Er war beim Radio."},
           {"fr", "À propos de l’auteur", "Anne Roux", "Correspondante au Mexique depuis 2019."},
           {"es", "Sobre la firma", "Carmen Aldama", "Corresponsal en México desde 2019."},
           {"pt", "Sobre a autora", "Lúcia Prado", "Correspondente no México desde 2019."},
           {"ru", "Об авторе", "Анна Белова", "Корреспондент в Мексике. Раньше была на радио."},
           {"uk", "Про автора", "Олена Бойко", "Кореспондентка в Мексиці з 2019 року."},
           {"tr", "Yazar hakkında", "Ayşe Demir", "2019 yılından beri Meksika muhabiri."},
           {"ar", "عن الكاتب", "ليث الحياري", "مراسل في المكسيك منذ عام 2019."},
           {"fa", "درباره نویسنده", "نرگس احمدی", "خبرنگار در مکزیک از سال ۱۳۹۸."},
           {"hi", "लेखक के बारे में", "अंजलि मिश्रा", "2019 से मेक्सिको में संवाददाता।"},
           {"id", "Tentang Penulis", "Rizky Pratama", "Koresponden di Meksiko sejak 2019."},
           {"ja", "この記事を書いた人", "佐々木真", "2019年からメキシコ特派員。"},
           {"ko", "필자 소개", "김하나", "2019년부터 멕시코 특파원이다."},
           {"zh", "作者简介", "李晓明", "自2019年起任驻墨西哥记者。"}}) {
    const auto article = page_with_end(lang, label + "\n" + name + "\n" + life + "\n");
    EXPECT_EQ(kinds(article), "pP") << label;
    EXPECT_EQ(author_names(article), std::vector<std::string>{name}) << label;
    const auto bare = page_with_end(lang, label + "\n" + life + "\n");
    EXPECT_EQ(kinds(bare), "pP") << label;
  }
}

// A subhead of a review: paragraphs stand below.
TEST(ClosingLines, ASubheadAboutAnAuthorStays) {
  for (const auto& [lang, label] :
       std::vector<std::pair<std::string, std::string>>{{"en", "About the author"},
                                                        {"de", "Über den Autor"},
                                                        {"es", "Sobre el autor"},
                                                        {"ru", "Об авторе"},
                                                        {"zh", "作者简介"}}) {
    const ShortArticle& page = kShortArticles.at(lang);
    const auto article = page_with_end(lang, label + "\n" + page.last + "\n" + page.first + "\n");
    EXPECT_EQ(article.blocks.size(), 5u) << label;
    EXPECT_TRUE(article.authors.empty()) << label;
  }
}

struct TagWords {
  std::string lang, label, first, second;
};

const std::vector<TagWords> kTags{{"en", "Filed under", "central bank", "interest rate"},
                                  {"de", "Schlagwörter", "Zentralbank", "Leitzins"},
                                  {"fr", "Mots-clés", "banque centrale", "taux directeur"},
                                  {"es", "Archivado en", "banco central", "tasa de interés"},
                                  {"pt", "Assuntos", "banco central", "taxa básica"},
                                  {"ru", "Теги", "ключевую ставку", "аналитики рынка"},
                                  {"uk", "Теги", "облікову ставку", "аналітики ринку"},
                                  {"tr", "Etiketler", "Merkez bankası", "politika faizini"},
                                  {"ar", "كلمات مفتاحية", "البنك المركزي", "سعر الفائدة"},
                                  {"fa", "برچسب‌ها", "بانک مرکزی", "نرخ بهره"},
                                  {"hi", "टैग", "केंद्रीय बैंक", "ब्याज दर"},
                                  {"id", "Tag", "bank sentral", "suku bunga"},
                                  {"ja", "キーワード", "中央銀行", "政策金利"},
                                  {"ko", "태그", "중앙은행", "기준금리"},
                                  {"zh", "标签", "央行", "基准利率"}};

TEST(ClosingLines, TagsBelowTheText) {
  for (const auto& [lang, label, first, second] : kTags) {
    const std::vector<std::string> both{first, second};
    EXPECT_EQ(page_with_end(lang, first + "\n" + second + "\n").keywords, both) << lang;
    EXPECT_EQ(page_with_end(lang, label + "\n" + first + "\n" + second + "\n").keywords, both)
        << lang;
    EXPECT_EQ(page_with_end(lang, label + "\n" + first + " · " + second + "\n").keywords, both)
        << lang;
  }
}

TEST(ClosingLines, OtherShortLinesAreNoTags) {
  // Writers and other headlines: words that the text does not have.
  EXPECT_TRUE(page_with_end("en", "Ada Brook\nTom Klein\n").keywords.empty());
  EXPECT_TRUE(page_with_end("de", "Mehr Züge im Norden\nNeue Brücke in Bonn\n").keywords.empty());
  EXPECT_TRUE(page_with_end("ja", "佐藤花\n山田太郎\n").keywords.empty());
  EXPECT_TRUE(page_with_end("en", "central bank\n").keywords.empty());  // one alone may be anything
  // A list of the text.
  const auto list = page_with_end("en", "Those who met:\nthe central bank\nthe press\n");
  EXPECT_TRUE(list.keywords.empty());
}

TEST(ClosingLines, TwoColumns) {
  const auto article = page_with_end("ru", "Авторы Теги\nАнна Клепикова\nключевую ставку рынка\n");
  EXPECT_EQ(author_names(article), std::vector<std::string>{"Анна Клепикова"});
  EXPECT_FALSE(article.keywords.empty());
  EXPECT_EQ(kinds(article), "pP");
}

TEST(ClosingLines, WhoHelpedIsTheWriterWhereNobodyElseIs) {
  struct HelperLine {
    std::string lang, line, name;
  };
  for (const auto& [lang, line, name] :
       std::vector<HelperLine>{{"de", "Mit Informationen von Anja Weber, NDR", "Anja Weber"},
                               {"en", "Additional reporting by Ada Brook", "Ada Brook"},
                               {"pt", "Colaborou Renata Lopes, de Recife", "Renata Lopes"},
                               {"es", "Con la colaboración de Ana Torres", "Ana Torres"},
                               {"fr", "Avec la contribution de Anne Roux", "Anne Roux"},
                               {"ru", "При участии: Анна Белова", "Анна Белова"},
                               {"tr", "Katkıda bulunan: Ayşe Demir", "Ayşe Demir"},
                               {"ar", "شارك في التغطية: ليث الحياري", "ليث الحياري"}}) {
    const auto article = page_with_end(lang, line + "\n");
    EXPECT_EQ(kinds(article), "pP") << line;
    EXPECT_EQ(author_names(article), std::vector<std::string>{name}) << line;
  }
  const ShortArticle& page = kShortArticles.at("pt");
  const auto with_writer =
      clean_text(page.headline + "\nPor Lucas Tavares\n" + page.day + "\n" + page.first + "\n" +
                 page.last + "\nColaborou Renata Lopes, de Recife\n");
  ASSERT_EQ(with_writer.size(), 1u);
  EXPECT_EQ(author_names(with_writer[0]), std::vector<std::string>{"Lucas Tavares"});
  const auto agency = page_with_end("en", "Additional reporting by Reuters\n");
  ASSERT_EQ(agency.origins.size(), 1u);
  EXPECT_EQ(agency.origins[0].name, "Reuters");
  EXPECT_TRUE(agency.authors.empty());
}

TEST(ClosingLines, TagsOnOneLine) {
  EXPECT_EQ(page_with_end("en", "central bank, interest rate, press\n").keywords.size(), 3u);
  EXPECT_EQ(page_with_end("ar", "البنك المركزي، سعر الفائدة، بيان\n").keywords.size(), 3u);
  EXPECT_EQ(page_with_end("hi", "केंद्रीय बैंक, ब्याज दर, बयान\n").keywords.size(), 3u);
  EXPECT_EQ(page_with_end("ja", "中央銀行、政策金利、市場\n").keywords.size(), 3u);
  EXPECT_TRUE(page_with_end("en", "Bridges, floods, press\n").keywords.empty());
  EXPECT_TRUE(page_with_end("en", "central bank, interest rate\n").keywords.empty());
}

TEST(ClosingLines, ANameBelowTheHeadlineAndAgainBelowTheText) {
  for (const auto& [lang, name] :
       std::vector<std::pair<std::string, std::string>>{{"ar", "ليث الحياري"},
                                                        {"fa", "نرگس احمدی"},
                                                        {"hi", "अंजलि मिश्रा"},
                                                        {"ko", "김하나"},
                                                        {"ru", "Анна Белова"},
                                                        {"en", "Ada Brook"}}) {
    const ShortArticle& page = kShortArticles.at(lang);
    const auto articles = clean_text(page.headline + "\n" + name + "\n" + page.day + "\n" +
                                     page.first + "\n" + page.last + "\n" + name + "\n");
    ASSERT_EQ(articles.size(), 1u);
    EXPECT_EQ(author_names(articles[0]), std::vector<std::string>{name});
    EXPECT_EQ(articles[0].title, page.headline);
  }
  // The paper's name above the headline and again at the end.
  const ShortArticle& page = kShortArticles.at("en");
  const auto articles = clean_text("Hafen Bote\n" + page.headline + "\n" + page.day + "\n" +
                                   page.first + "\n" + page.last + "\nHafen Bote\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_TRUE(articles[0].authors.empty());
}

TEST(ClosingLines, WhoTheWriterIs) {
  const ShortArticle& page = kShortArticles.at("en");
  const auto with = [&](const std::string& by, const std::string& end) {
    const auto articles = clean_text(page.headline + "\n" + by + page.day + "\n" + page.first +
                                     "\n" + page.last + "\n" + end + "\n");
    return articles.size() == 1 ? kinds(articles[0]) : "";
  };
  EXPECT_EQ(with("By Ada Brook\n", "Ada Brook is a reporter for the paper in Lima."), "pP");
  EXPECT_EQ(with("By Tom Klein\n", "Ada Brook is a reporter for the paper in Lima."), "ppP");
}

TEST(ClosingLines, WhoTheWriterIsWhereNothingElseNamesOne) {
  for (const auto& [lang, end, name] : std::vector<std::array<std::string, 3>>{
           {"en", "Ada Brook is a reporter who covers the coast for the paper.", "Ada Brook"},
           {"de", "Ida Holm ist Redakteurin im Ressort Wirtschaft.", "Ida Holm"},
           {"fr", "Anne Colle est journaliste au service économie.", "Anne Colle"},
           {"es", "Ana Costa es redactora de economía en este diario.", "Ana Costa"}}) {
    const auto article = page_with_end(lang, end);
    EXPECT_EQ(model::main_text(article).find(name), std::string::npos) << end;
    EXPECT_EQ(author_names(article), std::vector<std::string>{name}) << end;
  }
  // Whom the text speaks of is no writer.
  const ShortArticle& page = kShortArticles.at("en");
  const auto articles =
      clean_text(page.headline + "\n" + page.day + "\n" + page.first + "\n" +
                 "The police let Ada Brook go after two hours, her paper said on Monday.\n" +
                 page.last + "\nAda Brook is a reporter who covers the coast for the paper.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_TRUE(articles[0].authors.empty());
}

}  // namespace
}  // namespace synoptic::clean
