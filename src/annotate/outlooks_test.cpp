#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

model::Annotated read(const std::string& lang, const std::string& text) {
  model::Article article;
  article.lang = lang;
  article.blocks.resize(1);
  article.blocks[0].text = text;
  return annotate(std::move(article), testing::knowledge());
}

std::string told(const std::string& lang, const std::string& text) {
  std::string all;
  for (const auto& outlook : read(lang, text).outlooks) {
    if (!all.empty()) all += " | ";
    all += outlook.modality + (outlook.polarity == model::Polarity::kNegative ? "-" : "");
    if (outlook.holder) all += " by " + outlook.holder->text;
    all += ": " + outlook.text;
  }
  return all;
}

TEST(Outlooks, WhatIsExpectedStandsBehindItsWordsWithTheOneWhoExpectsIt) {
  EXPECT_EQ(told("en", "Residents fear that the dam will flood their fields."),
            "feared by Residents: the dam will flood their fields");
  EXPECT_EQ(told("en", "Fears of a new wave of layoffs pushed the shares down."),
            "feared: a new wave of layoffs");
  EXPECT_EQ(told("ar", "من المتوقع أن يكون لهذا التعاون تأثيرات كبيرة."),
            "expected: يكون لهذا التعاون تأثيرات كبيرة");
  EXPECT_EQ(told("ar", "يخشى السكان أن يغمر السد حقولهم."), "feared by السكان: يغمر السد حقولهم");
  EXPECT_EQ(told("ja", "住民は、ダムで畑が水没することを懸念している。"),
            "feared by 住民: ダムで畑が水没すること");
}

TEST(Outlooks, WhatStandsBeforeTheWordsMayBeItsSubject) {
  const auto annotated = read("en", "The pact is expected to boost trade by 5.8%.");
  ASSERT_EQ(annotated.outlooks.size(), 1u);
  EXPECT_EQ(annotated.outlooks[0].text, "boost trade by 5.8%");
  EXPECT_EQ(annotated.outlooks[0].about, "The pact");
  EXPECT_FALSE(annotated.outlooks[0].holder);
  EXPECT_EQ(told("zh", "正式合同预计7月签订。"), "expected: 7月签订");
  EXPECT_EQ(told("zh", "气象部门预计台风减弱。"), "expected by 气象部门: 台风减弱");
}

TEST(Outlooks, WhatIsExpectedNotToBeIsDenied) {
  EXPECT_EQ(told("en", "The deal is not expected to change prices."), "expected-: change prices");
  EXPECT_EQ(told("zh", "预计该交易不会改变价格。"), "expected-: 该交易不会改变价格");
}

TEST(Outlooks, LookAlikesAreNotTold) {
  EXPECT_EQ(told("en", "The bank kept its rate at 4%, as expected."), "");
  EXPECT_EQ(told("en", "The mistake could have led to a crash."), "");
  EXPECT_EQ(told("fr", "L'espérance de vie est montée à 81 ans."), "");
  EXPECT_EQ(told("tr", "Yolcular otobüs bekliyor."), "");
  EXPECT_EQ(told("ru", "Концерн открыл завод в Ижевске."), "");
}

TEST(Outlooks, NothingWithinItIsAsserted) {
  const auto annotated = read("en", "Poland fears that Russia attacked Ukraine to reach Moldova.");
  ASSERT_FALSE(annotated.events.empty());
  EXPECT_TRUE(std::ranges::none_of(annotated.events,
                                   [](const auto& event) { return event.modality == "asserted"; }));
}

TEST(Outlooks, ATextOfNothingElseIsReadInTime) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "fears of fears that expected to ";
  EXPECT_GT(read("en", text).outlooks.size(), 0u);
}

TEST(Outlooks, AnOpenQuestionAssertsNothing) {
  EXPECT_EQ(told("en", "The party has not decided whether to expel him."),
            "undecided: to expel him");
  EXPECT_EQ(told("es", "El partido todavía no ha decidido si lo expulsa."),
            "undecided: lo expulsa");
  EXPECT_EQ(told("fr", "Le parti n'a pas décidé s'il l'exclut."), "undecided: l'exclut");
  EXPECT_EQ(told("de", "Die Partei hat nicht entschieden, ob sie ihn ausschließt."),
            "undecided: sie ihn ausschließt");
  EXPECT_EQ(told("pt", "O partido não decidiu se o expulsa."), "undecided: o expulsa");
  EXPECT_EQ(told("ru", "Партия не решила, исключит ли его."), "undecided: исключит ли его");
  EXPECT_EQ(told("uk", "Партія не вирішила, чи виключить його."), "undecided: виключить його");
  EXPECT_EQ(told("ar", "لم يقرر الحزب ما إذا كان سيطرده."), "undecided: سيطرده");
  EXPECT_EQ(told("zh", "该党尚未决定是否开除他。"), "undecided: 开除他");
  EXPECT_EQ(told("ja", "党は彼を除名するかどうか決めていない。"), "undecided: 党は彼を除名する");
  EXPECT_EQ(told("id", "Partai belum memutuskan apakah akan memecatnya."), "undecided: memecatnya");
  EXPECT_EQ(told("de", "Er redet, als ob er gewonnen hätte."), "");
}

}  // namespace
}  // namespace synoptic::annotate
