// Texts that came without their markup: what stands inside them and is not of the article.
#include <gtest/gtest.h>

#include <algorithm>

#include "clean/test_support.h"
#include "clean/testing_short_articles.h"

namespace synoptic::clean {
namespace {

const std::string kTitle = "Bridge over the Lorne closed for repairs\n";
const std::string kFirst =
    "The bridge over the river Lorne was closed on Tuesday, after engineers had found cracks in "
    "two "
    "of its pillars.\n";
const std::string kSecond =
    "Repairs will take until autumn, the mayor of Norrvik said, and lorries have to go by the road "
    "along the coast.\n";

model::Article only(const std::string& text) {
  const auto articles = clean_text(text);
  EXPECT_EQ(articles.size(), 1u);
  return articles.empty() ? model::Article() : articles[0];
}

// Text that is not told as a caption.
std::string body(const model::Article& article) {
  std::string text;
  for (const auto& block : article.blocks) {
    if (block.kind != model::BlockKind::kCaption) text += block.text + "\n";
  }
  return text;
}

std::string captions(const model::Article& article) {
  std::string text;
  for (const auto& block : article.blocks) {
    if (block.kind == model::BlockKind::kCaption) text += block.text + "\n";
  }
  return text;
}

// A line between the two paragraphs is not of the text.
void expect_gone(const std::string& line) {
  const model::Article article = only(kTitle + kFirst + line + "\n" + kSecond);
  EXPECT_EQ(body(article), kFirst + kSecond) << line;
}

TEST(PlainResidue, Galleries) {
  const model::Article article =
      only(kTitle + kFirst + "1/12 The bridge in 1931\n2/12 Lorries wait in line\n" + kSecond);
  EXPECT_EQ(body(article), kFirst + kSecond);
  expect_gone("2 of 8 Hide Caption Engineers below the bridge on Monday");
  expect_gone("Engineers below the bridge on Monday. Hide Caption 2 of 8");
  const std::string score =
      "3/4 of all lorries went by the road along the coast already, it said.\n";
  EXPECT_EQ(body(only(kTitle + kFirst + score + kSecond)), kFirst + score + kSecond) << "a share";
}

TEST(PlainResidue, AGalleryMayBeTheArticle) {
  const model::Article article =
      only(kTitle +
           "The bridge was opened in 1931 by the king of the time and his mother. Hide "
           "Caption 1 of 3\nLorries wait in line in front of the bridge on Tuesday night. "
           "Hide Caption 2 of 3\n");
  EXPECT_EQ(article.title + "\n", kTitle);
  EXPECT_EQ(body(article).find("Hide Caption"), std::string::npos);
  EXPECT_NE(body(article).find("opened in 1931"), std::string::npos);
}

TEST(PlainResidue, LinesAboutPictures) {
  const model::Article article = only(
      kTitle + kFirst + "Image copyright Agency Image caption The bridge on Monday\n" + kSecond);
  EXPECT_EQ(body(article), kFirst + kSecond);
  EXPECT_EQ(captions(article), "The bridge on Monday\n");
  EXPECT_FALSE(only(kTitle + "Image copyright Reuters Image caption The bridge on Monday\n" +
                    kFirst + kSecond)
                   .publisher);  // whose the picture is
  for (const char* line :
       {"A lorry in front of the closed bridge. REUTERS/Ada Quill",
        "A lorry in front of the closed bridge. ADA QUILL / AFP",
        "Ein Lastwagen vor der Brücke Bildquelle: EPA",
        "Un camión ante el puente cerrado. EFE/ Ada Quill",
        "Caminhão diante da ponte — Foto: Reprodução/TV Globo",
        "图为关闭的大桥。新华社记者 张三 摄", "通行止めの橋＝3日午前（山田太郎撮影）",
        "다리 앞에 트럭이 서 있다. 2026.03.03. quill@agency.com",
        "صورة أرشيفية للجسر المغلق (رويترز)", "На фото: грузовик перед закрытым мостом"}) {
    expect_gone(line);
  }
  const std::string news =
      "The mayor told Reuters/Ipsos pollsters that few drivers had complained.\n";
  EXPECT_EQ(body(only(kTitle + kFirst + news + kSecond)), kFirst + news + kSecond);
}

TEST(PlainResidue, BoxesAndTeasers) {
  for (const char* line :
       {"MOST READ IN NEWS SNOW JOKE Four inches of snow 'MY WORLD' Widow's grief after crash",
        "RELATED ARTICLES Previous 1 Next Two held after blaze in the marina",
        "Lire aussi | Article réservé aux abonnés Le port s'endort",
        "Ver más: ¿Cuándo cae la fiesta?", "İLGİLİ HABER Altın fiyatlarında son durum",
        "あわせて読みたい 円安進行、一時151円台", "관련기사 내일 전국 비…기온 뚝",
        "[Vidéo] Revivez la fermeture du pont", "list 1 of 3 Why bridges fail",
        "Story highlights Two pillars have cracks Repairs take until autumn"}) {
    expect_gone(line);
  }
}

TEST(PlainResidue, NotesToReaders) {
  for (const char* line :
       {"Do you live near the bridge? Email us at news@paper.example or call 0207 555 0142.",
        "Newsletter Sign Up Continue reading the main story Please verify you're not a robot.",
        "Get the day's news in one letter every morning. Sign up here.", "See all topics",
        "audio Lesezeit: 4 Min."}) {
    expect_gone(line);
  }
  const model::Article article =
      only(kTitle + kFirst + kSecond + "Ada Quill in Lima contributed to this report.\n");
  EXPECT_EQ(body(article), kFirst + kSecond);
}

TEST(PlainResidue, TheSignOffIsNoPartOfTheLastSentence) {
  const model::Article article = only(kTitle + kFirst + kSecond.substr(0, kSecond.size() - 1) +
                                      " (Writing by Ada Quill; Editing by Olaf Berg and Ida Moe\n");
  EXPECT_EQ(body(article), kFirst + kSecond);
  ASSERT_FALSE(article.authors.empty());
  EXPECT_EQ(article.authors[0].name, "Ada Quill");
}

TEST(PlainResidue, ASentenceGluedToATeaserIsText) {
  const model::Article article = only(
      "Jembatan di atas sungai ditutup\nJembatan di atas sungai itu ditutup pada hari Selasa "
      "setelah retakan ditemukan di dua tiangnya.\nBaca juga: Harga cabai naik jelang "
      "RamadanSebanyak 48 rumah rusak, kata kepala desa.\n");
  EXPECT_NE(body(article).find("Sebanyak 48 rumah rusak"), std::string::npos);
  EXPECT_EQ(body(article).find("Harga cabai"), std::string::npos);
}

TEST(PlainResidue, AShortSentenceBehindATeaserIsText) {
  const model::Article article = only(kTitle + kFirst + kSecond +
                                      "Read also: Ferry stays free of charge\n"
                                      "The council will meet again in June.\nComments\n");
  EXPECT_EQ(body(article), kFirst + kSecond + "The council will meet again in June.\n");
}

TEST(PlainResidue, AMenuIsNoHeadline) {
  const model::Article article =
      only("Market data and tools for professionals\n" + kTitle + "\n" + kFirst + kSecond);
  EXPECT_EQ(article.title + "\n", kTitle);
}

TEST(PlainResidue, AHeadlineOfAnotherSaidAgain) {
  const auto article = only(
      "原标题：洛恩河大桥因维修关闭两根桥墩发现裂缝\n洛恩河大桥因维修关闭两根桥墩发现裂缝\n"
      "洛恩河大桥星期二关闭，工程师在两根桥墩上发现了裂缝，维修将持续到秋天。\n");
  EXPECT_EQ(article.title, "洛恩河大桥因维修关闭两根桥墩发现裂缝");
}

constexpr std::string_view kPier =
    "The harbour council met on Monday and spoke for nine hours about the old pier in the bay.";
constexpr std::string_view kFerries =
    "The members voted to close it next month, and the ferries will leave from the north bank.";

std::vector<model::Article> with_lines(const std::string& lines) {
  return clean_text("Council closes the old pier\n\n" + std::string(kPier) + "\n\n" + lines +
                    "\n\n" + std::string(kFerries) + "\n");
}

TEST(PlainResidue, AListThatIsReadAloudGoesWholeToItsEnd) {
  const auto articles = with_lines(
      "Recommended Stories\nlist of 2 items\nlist 1 of 2\nWho pays for the new bridge over the "
      "bay?\nlist 2 of 2\nBread gets dearer as mills close\nend of list");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "pP");
  // Without its end only what says that it is of a list.
  const auto open =
      with_lines("list 1 of 2\n\nWho pays for the new bridge over the bay, ask many?");
  ASSERT_EQ(open.size(), 1u);
  EXPECT_EQ(kinds(open[0]), "ppP");
}

TEST(PlainResidue, WhatThePageSaysOfItself) {
  for (const std::string line :
       {"Unlock the Editor’s Digest for free", "扫一下二维码便可将本文分享至朋友圈。",
        "注：本文链接可能含有推广内容，详情请查看声明。",
        "रहें हर खबर से अपडेट, हमारा ऐप अपने मोबाइल पर डाउनलोड करें।", "विस्तार", "انتهای پیام"}) {
    const auto articles = with_lines(line);
    ASSERT_EQ(articles.size(), 1u) << line;
    EXPECT_EQ(kinds(articles[0]), "pP") << line;
  }
}

TEST(PlainResidue, NamesOfSectionsAboveTheText) {
  const auto articles = clean_text(
      "Council closes the old pier\n9 March 2025\nDaftar Isi\nThe "
      "vote\nThe ferries\n" +
      std::string(kPier) + "\n\nThe ferries\n" + std::string(kFerries) + "\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "phP");
}

TEST(PlainResidue, TheHeadGoesOnBelowADeckAndItsCaption) {
  for (const std::string byline : {"By Nora Quayle\nPublished On 9 Mar 2025\n4 mins\ninfo",
                                   "By AFP and Reuters\n9 March 2025", "9 March 2025 10:20"}) {
    const auto articles = clean_text(
        "Council closes the old pier\n\nFerries leave from the north bank; the fishermen call it a "
        "great mistake.\n\nThe pier at dawn seen from the mole [File: Toby Crane/Reuters]\n" +
        byline + "\n\n" + std::string(kPier) + "\n\n" + std::string(kFerries) + "\n");
    ASSERT_EQ(articles.size(), 1u);
    EXPECT_EQ(kinds(articles[0]), "pcpP") << byline;
    EXPECT_TRUE(articles[0].published.has_value()) << byline;
  }
}

// Of the site's software, its newsletters, its partners and its agencies.
TEST(PlainResidue, LinesOfTheSiteAroundAText) {
  struct Residue {
    std::string lang, line;
  };
  for (const auto& [lang, line] : std::vector<Residue>{
           {"en", "Share full article 112"},
           {"en", "From our partners: Save 20% on your first box of coffee with code LEDGER20."},
           {"en", "Comments do not reflect the views of this paper."},
           {"es", "Los comentarios no representan la opinión del diario."},
           {"fr", "Les commentaires n’engagent que leurs auteurs."},
           {"de", "Über dieses Thema berichtete NDR Info am 25. November 2026 um 17:08 Uhr."},
           {"pt", "Receba no seu email as notícias da manhã"},
           {"pt", "Os comentários não representam a opinião do jornal."},
           {"ru", "Читать в полной версии"},
           {"uk", "Ілюстративне фото: ДСНС Одещини"},
           {"tr",
            "Haber, editöryel müdahalesi olmadan ajans kanallarından geldiği şekliyle alındı."},
           {"ar", "صورة تعبيرية: رويترز"},
           {"hi",
            "(इस खबर को हमारी टीम ने संपादित नहीं किया है. यह सिंडीकेट फीड से सीधे प्रकाशित की गई है।)"},
           {"zh", "网友评论不代表本站立场；评论不代表本报观点。"}}) {
    const ShortArticle& page = kShortArticles.at(lang);
    const auto articles = clean_text(page.headline + "\n" + page.day + "\n" + page.first + "\n" +
                                     page.last + "\n" + line + "\n");
    ASSERT_EQ(articles.size(), 1u) << line;
    EXPECT_EQ(kinds(articles[0]), "pP") << line;
    EXPECT_FALSE(articles[0].publisher) << line;
  }
}

TEST(PlainResidue, SentencesWithSuchWordsStay) {
  struct Kept {
    std::string lang, line;
  };
  for (const auto& [lang, line] : std::vector<Kept>{
           {"en", "Partners of the bank saved 20 percent on their first loan, it said on Monday."},
           {"pt", "O banco colaborou com a polícia durante toda a investigação do caso."},
           {"de", "Über dieses Thema sprach der Rat am Montag noch einmal mit der Presse."},
           {"es", "Los comentarios del gobernador no gustaron a los mercados, según la prensa."},
           {"ru",
            "Читать отчёт регулятор советует вместе с прошлогодним, говорится в сообщении."}}) {
    const ShortArticle& page = kShortArticles.at(lang);
    const auto articles = clean_text(page.headline + "\n" + page.day + "\n" + page.first + "\n" +
                                     page.last + "\n" + line + "\n");
    ASSERT_EQ(articles.size(), 1u) << line;
    EXPECT_EQ(kinds(articles[0]), "ppP") << line;
  }
}

TEST(PlainResidue, ACaptionWithItsAgencyAboveTheText) {
  const ShortArticle& page = kShortArticles.at("es");
  const auto articles =
      clean_text(page.headline + "\n" + page.day +
                 "\nEl gobernador, este jueves en el banco. PRESIDENCIA DE MÉXICO (EFE)\n" +
                 page.first + "\n" + page.last + "\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "cpP");
}

}  // namespace
}  // namespace synoptic::clean
