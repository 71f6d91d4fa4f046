// How a matter came out, what stands in another's stead, and words looked up in folded text.
#include "compare/outcome_words.h"
#include "compare/testing_sample.h"
#include "compare/word_patterns.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

// By words of the table, or by those that the lexicon alone knows.
std::string cues(std::string_view text, std::string_view lang, bool guessed = false) {
  std::string out;
  for (const auto& cue : outcome_cues(text, lang)) {
    if ((cue.sure < 1) != guessed) continue;
    out += out.empty() ? "" : " ";
    out += std::string(cue.matter);
    out += cue.outcome == Outcome::kYes ? "+" : cue.outcome == Outcome::kNo ? "-" : "?";
  }
  return out;
}

TEST(WordPatterns, AStarGoesOnWithinAWord) {
  WordPatterns words;
  words.add("stop*", 1);
  words.add("*able", 2);
  words.add("nahm * an", 3);
  const auto hits = words.find(text::fold_copy("It stopped; unable. Er nahm es an."));
  ASSERT_EQ(hits.size(), 3U);
  EXPECT_EQ(hits[0].value, 1U);
  EXPECT_EQ(hits[1].value, 2U);
  EXPECT_EQ(hits[2].value, 3U);
  EXPECT_TRUE(words.find("nonstop").empty());
}

TEST(OutcomeWords, ADenialTurnsThemRound) {
  EXPECT_EQ(cues("Production was interrupted", "en"), "stop+ go_on-");
  EXPECT_EQ(cues("Production was not interrupted", "en"), "stop-");
  EXPECT_EQ(cues("Der Kanzler hat noch nicht entschieden", "de"), "accept?");
  EXPECT_EQ(
      cues("ارمنستان گفت‌وگو کردند، اما به توافقی نرسیدند.",
           "fa"),
      "discuss+ agree-");
  EXPECT_EQ(cues("No one was hurt", "en"), "hurt-");
  EXPECT_EQ(cues("けが人はいない。", "ja"), "hurt-");
}

TEST(OutcomeWords, ADenialOfSomethingElseTurnsNothing) {
  EXPECT_EQ(cues("The man arrested at the scene of it denies the attack", "en"), "admit-");
  EXPECT_EQ(cues("The treaty will take effect next year", "en"), "force-");
  EXPECT_EQ(cues("Production stopped, not for long", "en"), "stop+ go_on-");
}

TEST(OutcomeWords, ADenialDoesNotReachIntoANoun) {
  EXPECT_EQ(cues("Nicht dabei ist der lebenslang verurteilte Mann.", "de"), "convict+");
  EXPECT_EQ(cues("Der Mann wurde nicht verurteilt.", "de"), "convict-");
  EXPECT_EQ(cues("Not among them is the convicted killer.", "en"), "convict+");
  EXPECT_EQ(cues("No figura entre ellos el condenado a cadena perpetua.", "es"), "convict+");
}

TEST(OutcomeWords, ADenialDoesNotReachBehindAndOrAColon) {
  EXPECT_EQ(cues("Los tripulantes no llamaron a nadie y fueron entregados", "es"), "")
      << "doubtful, and not the contrary";
  EXPECT_EQ(cues("L'usine n'aura pas cette chance : elle a fermé à la fin septembre", "fr"),
            "open-");
  EXPECT_EQ(cues("The law will take effect in May", "en"), "force-") << "no possibility";
}

TEST(OutcomeWords, TheLexiconKnowsMore) {
  EXPECT_NE(cues("Il giudice ha respinto la richiesta", "it", true).find("accept-"),
            std::string::npos);
  EXPECT_NE(cues("Der Pilot wurde bestraft und nicht befördert, das Gesetz aber abgelehnt", "de")
                .find("accept-"),
            std::string::npos);
  EXPECT_EQ(cues("Das Gesetz wurde abgelehnt", "de", true).find("accept"), std::string::npos)
      << "where the table has the word, it alone says it";
}

TEST(OutcomeWords, AStarAloneIsUpToFourWords) {
  EXPECT_EQ(cues("Der Verein nahm das neue Angebot gestern an", "de"), "accept+ offer+");
  EXPECT_EQ(cues("Sie nahm den Zug. Er fuhr an", "de"), "");
}

TEST(OutcomeWords, ADenialSaidTwiceIsOne) {
  EXPECT_EQ(cues("При пожаре никто не пострадал", "ru"), "hurt- affect-");
  EXPECT_EQ(cues("ніхто не постраждав", "uk"), "hurt-");
}

TEST(OutcomeWords, TwoMattersThatExcludeEachOtherAreOne) {
  EXPECT_EQ(cues("The minister resigned", "en"), "resign+ leave+ office+");
  EXPECT_EQ(cues("The minister was dismissed", "en"), "dismiss+ leave- office+");
  EXPECT_EQ(cues("The minister has not resigned", "en"),
            "resign- office-");  // nor was he dismissed
}

TEST(OutcomeWords, AnOpeningGoesOnBehindWhatIsPutIn) {
  EXPECT_EQ(cues("Выкуп, по его словам, не выплачивался", "ru"), "") << "doubtful, and no ransom";
}

TEST(OutcomeWords, AStarInAScriptWithoutBlanksIsUpToEightLetters) {
  EXPECT_EQ(cues("双方将交换212名被俘人员", "zh"), "swap+");
  EXPECT_EQ(cues("双方交换了对停火协议草案的意见后释放一名被俘人员", "zh"), "free+ custody-");
}

TEST(OutcomeWords, AMatterIsToldInEveryLanguage) {
  EXPECT_EQ(cues("Monteiro refused to concede", "en").find("concede+"), std::string::npos);
  EXPECT_NE(cues("Monteiro refused to concede", "en").find("concede-"), std::string::npos);
  EXPECT_NE(cues("敗北を認めた", "ja").find("concede+"), std::string::npos);
  EXPECT_NE(cues("Die Lücke wurde am Freitag geschlossen", "de").find("breach+"),
            std::string::npos);
  EXPECT_NE(cues("決壊箇所はふさがっていない", "ja").find("breach-"), std::string::npos);
  EXPECT_NE(
      cues("Ne sont pas parvenues à un accord sur l’échange des prisonniers", "fr").find("swap-"),
      std::string::npos);
  EXPECT_NE(cues("Под стражу его не взяли", "ru").find("jail-"), std::string::npos);
}

TEST(OutcomeWords, WhatMayBeSaysNothing) {
  EXPECT_EQ(cues("Production may have stopped", "en"), "");
}

TEST(Outcomes, OneMatterThatCameOutOtherwise) {
  const Sample a = Sample("a", "en", "Norland", "").body("Gas production at the field stopped.");
  const Sample b = Sample("b", "en", "Attack", "").body("The gas production at the field halted.");
  const Sample c =
      Sample("c", "en", "Drones", "").body("But gas production at the field was not interrupted.");
  const auto out = synopsis({&a, &b, &c});
  const auto* fact = find(out.differ, "outcome", "stop");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 3U);
  EXPECT_EQ(fact->values[2].norm, "no");
  EXPECT_NE(fact->values[2].name.find("not interrupted"), std::string::npos) << "by its words";
}

TEST(Outcomes, OneAgainstOneMustBeNearestToEachOther) {
  const Sample a =
      Sample("a", "en", "Norland", "").body("The mill in the valley stopped at noon on Friday.");
  const Sample b = Sample("b", "en", "Attack", "").body("The fire burnt for hours.");
  const Sample c = Sample("c", "en", "Drones", "")
                       .body("Gas production at the northern field was not interrupted.");
  EXPECT_EQ(find(synopsis({&a, &b, &c}).differ, "outcome", "stop"), nullptr);
}

TEST(Outcomes, OfWhatThereIsOneItIsSpoken) {
  const Sample a = Sample("a", "en", "Norland", "").body("The banker's lawyer will appeal.");
  const Sample b =
      Sample("b", "en", "Court", "").body("The banker has lodged an appeal in the capital.");
  const Sample c = Sample("c", "en", "Verdict", "").body("The banker will not appeal.");
  EXPECT_NE(find(synopsis({&a, &b, &c}).differ, "outcome", "appeal"), nullptr);
}

TEST(Outcomes, HowSureAnAccountIs) {
  const Sample a = Sample("a", "en", "Norland", "").body("Inside help is suspected by the police.");
  const Sample b = Sample("b", "en", "Theft", "").body("The police suspected inside help there.");
  const Sample c =
      Sample("c", "en", "Robbers", "").body("Inside help was confirmed by the police.");
  const Sample d = Sample("d", "en", "Museum", "").body("Inside help is suspected by the police.");
  const auto out = synopsis({&a, &b, &c, &d});
  EXPECT_EQ(find(out.differ, "outcome", "sure"), nullptr);
  EXPECT_NE(find(out.differ, "certainty", "sure"), nullptr);
}

TEST(Kinds, OneInAnothersStead) {
  const Sample a =
      Sample("a", "en", "Norland", "").body("The judge ordered the arrest of the former banker.");
  const Sample b =
      Sample("b", "en", "Arrest", "").body("A judge has ordered the former banker's arrest.");
  const Sample c =
      Sample("c", "en", "Law", "").body("The prosecutor ordered the arrest of the former banker.");
  const auto out = synopsis({&a, &b, &c});
  const auto* fact = find(out.differ, "actor", "event");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.back().norm, "prosecutor");
}

TEST(Kinds, BothInOneClauseAreNoRivals) {
  const Sample a =
      Sample("a", "en", "Norland", "").body("The judge ordered the arrest of the former banker.");
  const Sample b =
      Sample("b", "en", "Arrest", "").body("A judge has ordered the former banker's arrest.");
  const Sample c = Sample("c", "en", "Law", "")
                       .body("The judge and the prosecutor ordered the former banker's arrest.");
  EXPECT_EQ(find(synopsis({&a, &b, &c}).differ, "actor", "event"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
