// Boxes among the paragraphs of pages that were copied as text.
#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const std::string kFirst =
    "The old ferry between the two quays will sail for free until the end of next winter, the town "
    "council decided after a long debate on Monday.";
const std::string kSecond =
    "Fishers had warned that a fee would leave the small harbour empty within a year, and the "
    "treasurer said he could live with the loss of money.";
const std::string kThird =
    "A new boat will be built at the yard in the north of the bay, and the crew of the old one "
    "will be taken over by the town before the first of May.";

// The text of the page, its paragraphs parted by "|".
std::string text_of(const std::string& page, model::Format format = model::Format::kPlain) {
  const auto articles = clean_text(page, format);
  std::string all;
  for (const auto& article : articles) {
    for (const auto& block : article.blocks) {
      if (block.kind != model::BlockKind::kCaption) all += (all.empty() ? "" : "|") + block.text;
    }
  }
  return all;
}

std::string with(const std::string& box) {
  return text_of("Ferry stays free until the winter ends\nMon 5 May 2025 06.00 GMT\n" + kFirst +
                 "\n" + kSecond + "\n" + box + "\n" + kThird + "\n");
}

const std::string kAll = kFirst + "|" + kSecond + "|" + kThird;

TEST(PlainBoxes, WhatReadersWroteBelowTheText) {
  const std::string page = "Ferry stays free until the winter ends\nMon 5 May 2025 06.00 GMT\n" +
                           kFirst + "\n" + kSecond + "\n" + kThird;
  EXPECT_EQ(
      text_of(page + "\nComments (2)\nSort by newest\ngull_9\n6 May 2025 08.02\nWe had such a "
                     "boat where I grew up, and nobody paid for it.\nReport\n"),
      kAll);
  // A button above the text begins nothing.
  EXPECT_EQ(text_of("Ferry stays free until the winter ends\nMon 5 May 2025 06.00 GMT\nComments\n" +
                    kFirst + "\n" + kSecond + "\n" + kThird + "\n"),
            kAll);
}

TEST(PlainBoxes, PartsThatCanBeSkipped) {
  EXPECT_EQ(
      with("Skip Our podcast and continue reading\nOur podcast\nThe week at the bay in half an "
           "hour, told by those who know it.\nEnd of Our podcast"),
      kAll);
  EXPECT_EQ(with("skip past newsletter promotion\nSign up to Bay Letter\nAll that was new at the "
                 "bay today\nafter newsletter promotion"),
            kAll);
}

TEST(PlainBoxes, CallsToSignUp) {
  EXPECT_EQ(
      with("Sign up to Bay Letter\nOur morning email tells what is new at the bay\nEnter your "
           "email"),
      kAll);
  EXPECT_EQ(
      text_of("# Ferry stays free until the winter ends\n\n" + kFirst + "\n\n" + kSecond +
                  "\n\n### The Bay newsletter\n\nIn our newsletter we tell you all that is new. "
                  "[Sign up now!](/nl)\n\n" +
                  kThird + "\n",
              model::Format::kMarkdown),
      kAll);
}

TEST(PlainBoxes, SummariesThatAMachineMade) {
  EXPECT_EQ(with("AI-generated summary\nThe ferry stays free.\nThe council voted 9 to 4.\nThis "
                 "summary was created with the help of AI and reviewed by an editor."),
            kAll);
  EXPECT_EQ(text_of("# Ferry stays free until the winter ends\n\nAI summary\n\n- The ferry stays "
                    "free\n- The council voted 9 to 4\n\n" +
                        kFirst + "\n\n" + kSecond + "\n\n" + kThird + "\n",
                    model::Format::kMarkdown),
            kAll);
}

TEST(PlainBoxes, FilmsAndPosts) {
  EXPECT_EQ(with("Video: how the new boat is built in the yard"), kAll);
  EXPECT_EQ(with("Watch the video \"A band greets the boat\""), kAll);
  EXPECT_EQ(with("[Media:Video 20 seconds]"), kAll);
  EXPECT_EQ(with("A post by Harbour Police on Facebook: “We thank all who helped us today!”"),
            kAll);
  const std::string subhead = "Watch keepers of the bay";
  EXPECT_NE(with(subhead).find(subhead), std::string::npos);
}

TEST(PlainBoxes, CodeThatAProgramLeft) {
  EXPECT_EQ(
      with("!function(a,b){\"use strict\";function c(){if(!e){e=!0;a.classList.add(\"x\")}}var "
           "e=!1;c()}(window,document);"),
      kAll);
  EXPECT_EQ(with("Δdocument.getElementById( \"ak_js_1\" ).setAttribute( \"value\", ( new Date() "
                 ").getTime() );"),
            kAll);
}

TEST(PlainBoxes, PicturesByTheirCredits) {
  EXPECT_EQ(with("The boat in the yard on Friday. Photo Harbour Post / Ada BROOK"), kAll);
  EXPECT_EQ(with("The boat in the yard on Friday. Photo A. B."), kAll);
  EXPECT_EQ(with("The boat in the yard on Friday. ADA BROOK"), kAll);
  EXPECT_EQ(with("造船所に置かれた新しい船＝2025年5月7日、港町、岡本岬撮影"), kAll);
}

TEST(PlainBoxes, AHeadingOverPicturesAlone) {
  const auto articles = clean(
      html_capture("<html><head><title>Ferry stays free</title></head><body><article><h1>Ferry "
                   "stays free until the winter ends</h1><p>" +
                   kFirst + "</p><p>" + kSecond +
                   "</p><h2>The pictures</h2><figure><img src=a.jpg><figcaption>The boat in the "
                   "yard</figcaption></figure><figure><img src=b.jpg><figcaption>The crew of "
                   "it</figcaption></figure><h2>A new boat</h2><p>" +
                   kThird + "</p></article></body></html>"),
      test_knowledge(), test_languages());
  ASSERT_EQ(articles.size(), 1u);
  for (const auto& block : articles[0].blocks) EXPECT_NE(block.text, "The pictures");
}

TEST(PlainHeads, TheDayOfThePageIsNotTheArticles) {
  const auto articles = clean_text(
      "Harbour\nWednesday, 14 May 2025\nFerry stays free until the winter ends\n5 May "
      "2025, 13:05\nAda Brook\n" +
      kFirst + "\n" + kSecond + "\n" + kThird + "\n");
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_TRUE(articles[0].published.has_value());
  EXPECT_EQ(model::iso(articles[0].published->value).substr(0, 10), "2025-05-05");
}

TEST(PlainHeads, WhatIsGluedToTheYear) {
  const auto articles = clean_text(
      "# Ferry stays free until the winter ends\n\nBy [Ada Brook](/author/ab/)May 5, 2025Updated "
      "May 7, 20253 Mins Read\n\n" +
          kFirst + "\n\n" + kSecond + "\n",
      model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_TRUE(articles[0].published.has_value());
  EXPECT_EQ(model::iso(articles[0].published->value).substr(0, 10), "2025-05-05");
  ASSERT_EQ(articles[0].authors.size(), 1u);
  EXPECT_EQ(articles[0].authors[0].name, "Ada Brook");
}

TEST(PlainHeads, TheOwnerOfThePageIsNoHeadline) {
  const auto articles = clean_text(
      "EL FARO DE LA RIBERA\nInicio Comarca Deportes Cultura Esquelas\n"
      "Un barco gratis para los vecinos de la ribera\n" +
      std::string("El barco entre los dos muelles será gratis para los "
                  "vecinos hasta el final del invierno, decidió ayer "
                  "el concejo de la ribera.\nLos pescadores habían "
                  "avisado de que una tarifa vaciaría el puerto en un "
                  "año.\n© EL FARO DE LA RIBERA S.L.\n"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "Un barco gratis para los vecinos de la ribera");
}

TEST(PlainHeads, TheNameOfAFeedIsNoHeadline) {
  const auto item = [](const std::string& title, const std::string& text) {
    return "## [" + title + "](https://bay.test/" + std::to_string(title.size()) +
           ")\n\nAda Brook — Mon, 05 May 2025 13:22:07 +0000\n\n" + text + "\n\n---\n\n";
  };
  const auto articles =
      clean_text("# Around the Bay\n\n> What is new\n\n---\n\n" +
                     item("Ferry stays free until the winter ends", kFirst + "\n\n" + kSecond) +
                     item("A new boat for the crew of the old one", kThird + "\n\n" + kSecond),
                 model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title, "Ferry stays free until the winter ends");
}

TEST(PlainBoxes, ASubheadBehindTeasers) {
  const std::string subhead = "Council and harbour";
  const std::string long_one =
      "The council wants the harbour to pay for the ferry from next winter on. The treasurer told "
      "the fishers so after the debate on Monday.";
  // The paragraph takes it up, or an advertisement parts it from them.
  EXPECT_EQ(text_of("Ferry stays free until the winter ends\nMon 5 May 2025 06.00 GMT\n" + kFirst +
                    "\n" + kSecond + "\nRead also\nMayor opens the swimming pool\n" + subhead +
                    "\n" + long_one + "\n"),
            kFirst + "|" + kSecond + "|" + subhead + "|" + long_one);
  EXPECT_EQ(
      with("Read also\nMayor opens the swimming pool\nAdvertisement\nWhat comes next\n" + long_one),
      kFirst + "|" + kSecond + "|What comes next|" + long_one + "|" + kThird);
}

TEST(PlainBoxes, ALabelInBracketsOverTeasers) {
  EXPECT_EQ(with("[Related articles]\nMayor opens the swimming pool"), kAll);
}

TEST(PlainBoxes, ACaptionBelowItsLabel) {
  const auto articles = clean_text(
      "Ferry stays free until the winter ends\nPublished\n14 May 2025\nImage source, Harbour "
      "Police\nImage caption,\nThe boat was built by volunteers in 1926\n" +
      kFirst + "\n" + kSecond + "\n" + kThird + "\n");
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_TRUE(articles[0].published.has_value());
  EXPECT_EQ(model::iso(articles[0].published->value).substr(0, 10), "2025-05-14");
  for (const auto& block : articles[0].blocks) {
    EXPECT_EQ(block.kind == model::BlockKind::kCaption, block.text.starts_with("The boat was"));
  }
}

TEST(PlainBoxes, ACaptionWithItsSourceBelowAPicture) {
  for (const std::string source : {" (Harbour Post)", ". Harbour Post"}) {
    EXPECT_EQ(text_of("# Ferry stays free until the winter ends\n\n![boat](https://bay.test/b.jpg)"
                      "\n\nThe boat in the yard" +
                          source + "\n\n" + kFirst + "\n\n" + kSecond + "\n",
                      model::Format::kMarkdown),
              kFirst + "|" + kSecond);
  }
}

TEST(PlainHeads, AWriterLinkedWithoutAnAddress) {
  const auto articles = clean_text(
      "# Ferry stays free until the winter ends\n\n### What the council decided on Monday "
      "night\n\n[Ada Brook](/author/ada)\n\nNorrvik Bay - 5 May 2025 - 08:00\n\n" +
          kFirst + "\n\n" + kSecond + "\n",
      model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_FALSE(articles[0].authors.empty());
  EXPECT_EQ(articles[0].authors[0].name, "Ada Brook");
}

TEST(PlainHeads, AMenuIsNoHeadline) {
  const auto articles = clean_text(
      "旧港日报\n首页 要闻 本地 视频 民生 专题\n登录\n旧港渡轮明年继续免费\n2025-05-12 09:10\n"
      "市议会周二深夜表决通过，前往离岛的渡轮明年继续免费，辩论持续超过五个小时才结束。\n"
      "渔民曾警告，收费将使小港口在一年内空无一人，财政局则说市府无力单独负担船只费用。\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "旧港渡轮明年继续免费");
}

TEST(PlainHeads, AShortHeadlineBelowTheOutletsName) {
  const auto articles = clean_text(
      "Norrvik Daily News\nThe ferry stays free\nThe council wants the old ferry between the two quays "
      "to stay free\nBy Ada Brook\n5 May 2025, 13:05\n" +
      kFirst + "\n" + kSecond + "\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "The ferry stays free");
}

}  // namespace
}  // namespace synoptic::clean
