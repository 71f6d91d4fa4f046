// Two who speak in one sentence.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::TestArticle;

std::string voices(const std::string& lang, const std::string& text) {
  const model::Annotated annotated = TestArticle(lang, {text}).quotes();
  std::string all;
  for (const auto& quote : annotated.quotes) {
    all += (all.empty() ? "" : " | ") + (quote.speaker ? quote.speaker->text : "-") + ": " +
           quote.text;
  }
  return all;
}

TEST(QuoteVoices, EachOfTwoSaysItsOwn) {
  EXPECT_EQ(voices("en",
                   "According to the police, 5,000 people came; according to the organisers, "
                   "it was 20,000."),
            "the police: 5,000 people came | the organisers: it was 20,000");
  EXPECT_EQ(voices("fr",
                   "Selon la police, 5.000 personnes ont défilé; selon les organisateurs, "
                   "elles étaient 20.000."),
            "la police: 5.000 personnes ont défilé | les organisateurs: elles étaient 20.000");
  EXPECT_EQ(voices("de", "Laut Polizei kamen 5000 Menschen, laut Veranstalter waren es 20.000."),
            "Polizei: kamen 5000 Menschen | Veranstalter: waren es 20.000");
  EXPECT_EQ(voices("pt",
                   "Segundo a polícia, 5 mil pessoas participaram; segundo os organizadores, "
                   "foram 20 mil."),
            "a polícia: 5 mil pessoas participaram | os organizadores: foram 20 mil");
  EXPECT_EQ(voices("uk",
                   "За даними поліції, прийшли 5 тисяч людей, за даними організаторів — 20 "
                   "тисяч."),
            "поліції: прийшли 5 тисяч людей | організаторів: 20 тисяч");
  EXPECT_EQ(voices("ja", "警察によると5000人、主催者によると2万人が参加した。"),
            "警察: 5000人 | 主催者: 2万人が参加した");
  EXPECT_EQ(voices("ko", "경찰에 따르면 5천 명, 주최 측에 따르면 2만 명이 참가했다."),
            "경찰: 5천 명 | 주최 측: 2만 명이 참가했다");
  EXPECT_EQ(voices("hi", "पुलिस के अनुसार 5,000 लोग आए, जबकि आयोजकों के अनुसार 20,000 लोग आए।"),
            "पुलिस: 5,000 लोग आए | आयोजकों: 20,000 लोग आए");
  EXPECT_EQ(
      voices("id", "Menurut polisi, ada 5.000 orang, sedangkan menurut panitia, ada 20.000 orang."),
      "polisi: ada 5.000 orang | panitia: ada 20.000 orang");
  EXPECT_EQ(voices("zh", "警方表示有5000人参加，主办方则表示有2万人参加。"),
            "警方: 有5000人参加 | 主办方: 有2万人参加");
}

TEST(QuoteVoices, WhomAPaperHasItFromIsNoSecondVoice) {
  EXPECT_EQ(voices("en", "According to the paper, the ministry said that the bridge is safe."),
            "the ministry: the bridge is safe");
  EXPECT_EQ(voices("en", "The bridge, said the mayor, will be closed for ten days."),
            "the mayor: The bridge | the mayor: will be closed for ten days");
  EXPECT_EQ(voices("en", "The police said the bridge was closed on Monday, and it will open soon."),
            "The police: the bridge was closed on Monday, and it will open soon");
}

// Neither whom it is told nor whoever is cited within the marks.
TEST(QuoteVoices, TheSpeakerGoesOnBehindAListener) {
  EXPECT_EQ(voices("en",
                   "\"We will talk,\" Ann Berg told reporters, adding: \"People have suffered "
                   "enough.\""),
            "Ann Berg: We will talk | Ann Berg: People have suffered enough");
  EXPECT_EQ(voices("id", "\"Dia telepon lagi, katanya ombak besar,\" tutur Ann Berg."),
            "Ann Berg: Dia telepon lagi, katanya ombak besar");
  EXPECT_EQ(voices("ko", "이도현 시장은 \"협상이 기본\"이라며 \"계속하겠다\"고 말했다."),
            "이도현 시장: 협상이 기본 | 이도현 시장: 계속하겠다");
}

}  // namespace
}  // namespace synoptic::annotate
