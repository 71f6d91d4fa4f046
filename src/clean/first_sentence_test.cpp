// A short first sentence that names an agency is text, and nobody's name.
#include <gtest/gtest.h>

#include <algorithm>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

struct HeadOfPage {
  std::string headline, day, paragraph;
};

const HeadOfPage kEnglishHead{
    "Central bank cuts its key rate to 14 percent", "19 March 2026",
    "The central bank cut its key interest rate to 14 percent on Wednesday, it said."};
const HeadOfPage kSpanishHead{
    "El banco central baja la tasa al 14 por ciento", "19 de marzo de 2026",
    "El banco central redujo este miércoles la tasa de interés al 14 por ciento."};
const HeadOfPage kArabicHead{"البنك المركزي يخفض سعر الفائدة إلى 14 في المئة", "19 مارس 2026",
                             "خفض البنك المركزي يوم الأربعاء سعر الفائدة الرئيسي إلى 14 في المئة."};
const HeadOfPage kChineseHead{"央行宣布下調基準利率至百分之十四", "2026年3月19日",
                              "央行星期三將基準利率下調至百分之十四，該行在一份聲明中表示。"};
const HeadOfPage kJapaneseHead{
    "中央銀行が政策金利を14％に引き下げ", "2026年3月19日",
    "中央銀行は水曜日、政策金利を14％に引き下げた。市場では見込まれていた。"};
const HeadOfPage kTurkishHead{"Merkez bankası faizi yüzde 14 seviyesine indirdi", "19 Mart 2026",
                              "Merkez bankası çarşamba günü politika faizini yüzde 14'e indirdi."};
const HeadOfPage kPersianHead{"بانک مرکزی نرخ بهره را به ۱۴ درصد کاهش داد", "۲۸ اسفند ۱۴۰۴",
                              "بانک مرکزی روز چهارشنبه نرخ بهره را به ۱۴ درصد کاهش داد."};
const HeadOfPage kRussianHead{"Центробанк снизил ключевую ставку до 14 процентов", "19 марта 2026",
                              "Центральный банк в среду снизил ключевую ставку до 14 процентов."};

model::Article article_below(const HeadOfPage& head, const std::string& lines) {
  const auto articles = clean_text(head.headline + "\n" + head.day + "\n" + lines + "\n" +
                                   head.paragraph + "\n\n" + head.paragraph + "\n");
  EXPECT_EQ(articles.size(), 1u) << lines;
  return articles.empty() ? model::Article{} : articles[0];
}

bool has_block(const model::Article& article, std::string_view text) {
  return std::any_of(article.blocks.begin(), article.blocks.end(),
                     [&](const model::Block& block) { return block.text == text; });
}

TEST(FirstSentence, ThatNamesAnAgencyIsText) {
  const std::pair<const HeadOfPage*, std::string> kSentences[]{
      {&kArabicHead, "قضت محكمة بذلك، وفق ما نقلته وكالة رويترز."},
      {&kArabicHead, "أكدت وكالة رويترز ذلك."},
      {&kChineseHead, "法院如此裁決，據路透社報道。"},
      {&kChineseHead, "路透社已證實此事。"},
      {&kSpanishHead, "La agencia EFE lo confirmó."},
      {&kJapaneseHead, "共同通信が確認した。"},
      {&kTurkishHead, "Anadolu Ajansı bunu doğruladı."},
      {&kPersianHead, "خبرگزاری ایسنا آن را تایید کرد."},
  };
  for (const auto& [head, sentence] : kSentences) {
    const model::Article article = article_below(*head, sentence);
    EXPECT_TRUE(has_block(article, sentence)) << sentence;
    EXPECT_FALSE(article.publisher) << sentence;
    EXPECT_TRUE(article.authors.empty()) << sentence;
  }
}

TEST(FirstSentence, OfSeveralShortOnesNoneIsLost) {
  const std::tuple<const HeadOfPage*, std::string, std::string> kPairs[]{
      {&kEnglishHead, "No details were given.", "A court so ruled."},
      {&kRussianHead, "Подробностей пока нет.", "Так решил суд."},
      {&kArabicHead, "لم ترد تفاصيل أخرى.", "هكذا قضت المحكمة."},
      {&kChineseHead, "暂无更多细节。", "法院如此裁決。"},
  };
  for (const auto& [head, first, second] : kPairs) {
    const model::Article article = article_below(*head, first + "\n" + second);
    EXPECT_TRUE(has_block(article, first)) << first;
    EXPECT_TRUE(has_block(article, second)) << second;
  }
}

TEST(FirstSentence, ANameOfAnOutletIsNone) {
  const std::pair<const HeadOfPage*, std::string> kNames[]{
      {&kEnglishHead, "Harbour Daily News"},  {&kEnglishHead, "Harbour Daily News Inc."},
      {&kArabicHead, "صحيفة الميناء الجديد"}, {&kChineseHead, "新渡快报"},
      {&kSpanishHead, "Diario del Puerto"},
  };
  for (const auto& [head, name] : kNames) {
    const model::Article article = article_below(*head, name);
    EXPECT_FALSE(has_block(article, name)) << name;
    ASSERT_TRUE(article.publisher) << name;
    EXPECT_TRUE(name.starts_with(article.publisher->name)) << article.publisher->name;
  }
}

}  // namespace
}  // namespace synoptic::clean
