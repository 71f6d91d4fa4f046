// Lines beside a text without markup: heads of pages, sections, versions, changes.
#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const std::string kOldPier =
    "The harbour board decided on Monday after nine hours to close the old pier of the bay next "
    "month.";
const std::string kNorthShore =
    "The ferry will leave from the north shore until the new pier is built, the board said in a "
    "statement.";

std::string under_head(const std::string& above, const std::string& below = {}) {
  return above + "\n\nOld pier of the bay to close next month\n" + below + "\n" + kOldPier +
         "\n\n" + kNorthShore + "\n";
}

model::Article only_article(const std::string& text, model::Format format = model::Format::kPlain) {
  auto articles = clean_text(text, format);
  EXPECT_EQ(articles.size(), 1u) << text;
  return articles.empty() ? model::Article() : std::move(articles[0]);
}

TEST(BesideText, ASectionIsNoOutletAndNoHeadline) {
  for (const std::string label :
       {"Section: Politics » Courts", "Rubrik: Politik » Inland", "Rubrique : Société",
        "Categoría: Sociedad » Puerto", "Editoria: Cidades", "Рубрика: Общество",
        "Розділ: Суспільство", "Kategori: Gündem", "القسم: محليات", "سرویس: جامعه", "श्रेणी: राज्य",
        "Kategori: Nasional", "カテゴリ：社会", "섹션: 사회", "栏目：社会"}) {
    const model::Article article = only_article(under_head(label));
    EXPECT_EQ(article.title, "Old pier of the bay to close next month") << label;
    EXPECT_FALSE(article.publisher) << label;
  }
}

TEST(BesideText, TheDeskIsNoPartOfTheOutlet) {
  const auto publisher = [](const std::string& line) {
    const auto article = only_article(under_head("", line + " | 18 March 2026 10:15\n"));
    return article.publisher ? article.publisher->name : std::string();
  };
  EXPECT_EQ(publisher("Redacción Diario del Puerto"), "Diario del Puerto");
  EXPECT_EQ(publisher("Redação Jornal da Baía"), "Jornal da Baía");
  EXPECT_EQ(publisher("Harbour Times Bureau"), "Harbour Times");
  EXPECT_EQ(publisher("नर्मदा टाइम्स ब्यूरो"), "नर्मदा टाइम्स");
  EXPECT_EQ(publisher("Harbour Times"), "Harbour Times");
}

TEST(BesideText, ACaptionUnderItsPictureIsNoOutlet) {
  const model::Article article = only_article(
      "# Old pier of the bay to close next month\n\n![Pier of Norrvik](https://a.example/p.jpg)\n\n"
      "Pier of Norrvik\n\n" +
          kOldPier + "\n\n" + kNorthShore + "\n",
      model::Format::kMarkdown);
  EXPECT_FALSE(article.publisher);
}

TEST(BesideText, WhatAgenciesSayOfTheVersion) {
  const model::Article article = only_article(
      "^BC-NORRVIK-PIER/ (UPDATE 2)\nUPDATE 2-Old pier of the bay to close next month\n\n"
      "(Adds mayor's comments, paragraph 4; fares)\n\nNORRVIK, March 14 (Reuters) - " +
      kOldPier + "\n\n" + kNorthShore + "\nREUTERS 140942 GMT MAR 26\n");
  EXPECT_EQ(article.title, "Old pier of the bay to close next month");
  ASSERT_TRUE(article.publisher);
  EXPECT_EQ(article.publisher->entity, "reuters");
  ASSERT_TRUE(article.published);
  EXPECT_TRUE(model::iso(article.published->value).starts_with("2026-03-14T09:42"));
  ASSERT_EQ(article.blocks.size(), 2u);
  EXPECT_TRUE(article.blocks[0].text.starts_with("NORRVIK"));
}

TEST(BesideText, AChatsPictureIsNoHeadline) {
  const model::Article article =
      only_article("[ Photo ]\nOld pier of the bay to close next month\n\n" + kOldPier + "\n\n" +
                   kNorthShore + "\n");
  EXPECT_EQ(article.title, "Old pier of the bay to close next month");
}

TEST(BesideText, TheEndOfALetter) {
  for (const std::string end :
       {"You are receiving this e-mail because you signed up at norrvik.example.",
        "Você recebe este e-mail porque se cadastrou em norrvik.example.",
        "Recibe este e-mail porque se suscribió en norrvik.example.",
        "Vous recevez ce courriel parce que vous êtes inscrit à norrvik.example.",
        "Sie haben diese E-Mail erhalten, weil Sie sich bei norrvik.example angemeldet haben."}) {
    const model::Article article = only_article(under_head("") + "\n" + end + "\n");
    ASSERT_FALSE(article.blocks.empty()) << end;
    EXPECT_EQ(article.blocks.back().text, kNorthShore);
  }
  const model::Article article = only_article(
      under_head("") + "\n--\nThe letter of the harbour\nOut: https://norrvik.example/out\n");
  EXPECT_EQ(article.blocks.back().text, kNorthShore);
}

TEST(BesideText, WhatPressReleasesAddForTheLaw) {
  const model::Article article = only_article(
      "# Norrvik Harbour plc to close its old pier\n\n" + kOldPier + "\n\n" + kNorthShore +
          "\n\n**Forward-Looking Statements**\n\nThis press release contains forward-looking "
          "statements within the meaning of the law of 1995.\n",
      model::Format::kMarkdown);
  EXPECT_EQ(article.blocks.back().text, kNorthShore);
}

TEST(BesideText, AnAppIsNoPartOfTheReport) {
  const auto articles = clean_text(
      "港口舊碼頭下月關閉\n\n港務委員會星期一開會九個小時，決定下個月關閉海灣的舊碼頭，委員會發言人"
      "表"
      "示。\n\n渡輪今後將從北岸出發，直到新碼頭建成為止。（編輯：李明宗）1150309\n\n下載「港口新聞"
      "」ap"
      "p，每日新聞不漏接！");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].blocks.back().text, "渡輪今後將從北岸出發，直到新碼頭建成為止。");
}

TEST(BesideText, TheHeadOfEachPrintedPage) {
  const std::string head =
      "The Norrvik Gazette                                    Tuesday, 10 March 2026\n";
  const std::string text =
      head + "No. 24,817                                                             Page 3\n\n" +
      "Old pier of the bay to close next month\n\nBy Anna Berg\n\n" + kOldPier + "\n\n" + head +
      "                                                                       Page 4\n\n" +
      kNorthShore + "\n\n" + kOldPier + "\n";
  const model::Article article = only_article(text);
  EXPECT_EQ(article.title, "Old pier of the bay to close next month");
  ASSERT_TRUE(article.publisher);
  EXPECT_EQ(article.publisher->name, "The Norrvik Gazette");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(model::iso(article.published->value), "2026-03-10");
  EXPECT_EQ(kinds(article), "ppP");
}

TEST(BesideText, RowsOfATableAreNoHeads) {
  const std::string row = "Norrvik   3   1   Ostby\n";
  const model::Article article =
      only_article("Results of the harbour league\n\n" + kOldPier + "\n\n" + row + row +
                   "Vik   2   2   Ny\n\n" + kNorthShore + "\n\n" + row);
  bool held = false;
  for (const auto& block : article.blocks)
    held |= block.text.find("Norrvik 3 1 Ostby") != block.text.npos;
  EXPECT_TRUE(held);
}

TEST(BesideText, ATimeBehindTheDayIsWhenItWasChanged) {
  for (const std::string line :
       {"March 14, 2026, 09:42 | Updated 16:05", "14 mar 2026, 09h42 · Atualizado às 16h05",
        "2026/3/14 09:42（3/14 16:05 更新）", "2026年3月14日 09:42 更新：16:05",
        "14.03.2026, 09:42 Uhr, aktualisiert um 16:05 Uhr",
        "Publié le 14 mars 2026 à 09h42, mis à jour à 16h05",
        "14 de marzo de 2026, 09:42 | Actualizado a las 16:05",
        "14 марта 2026, 09:42. Обновлено в 16:05", "14 березня 2026, 09:42 | Оновлено о 16:05",
        "14 Mart 2026 09:42 | Güncelleme: 16:05", "2026.03.14 09:42 수정 16:05",
        "14 مارس 2026، 09:42 - آخر تحديث: 16:05",
        "۲۳ اسفند ۱۴۰۴ ۰۹:۴۲ | به‌روزرسانی: ۱۶:۰۵",
        "14 मार्च 2026, 09:42 | अपडेट: 16:05", "14 Maret 2026, 09:42 WIB | Diperbarui 16:05 WIB"}) {
    const model::Article article = only_article(under_head("", line + "\n"));
    ASSERT_TRUE(article.published) << line;
    EXPECT_TRUE(model::iso(article.published->value).starts_with("2026-03-14T09:42")) << line;
    ASSERT_TRUE(article.modified) << line;
    EXPECT_TRUE(model::iso(article.modified->value).starts_with("2026-03-14T16:05")) << line;
  }
}

TEST(BesideText, ATimeOfAnotherDayIsLeft) {
  const model::Article article =
      only_article(under_head("", "2026/3/14 09:42（3/15 16:05 更新）\n"));
  EXPECT_TRUE(!article.modified || article.modified->value.day != 14);
}

}  // namespace
}  // namespace synoptic::clean
