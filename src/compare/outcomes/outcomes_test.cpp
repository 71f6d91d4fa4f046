// How a matter came out, what stands in another's stead, and words looked up in folded text.
#include "compare/outcomes/outcome_words.h"
#include "compare/outcomes/testing_outcomes.h"
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

TEST(OutcomeWords, BindingOrNot) {
  EXPECT_EQ(side_told("binding", "en", "The pact is legally binding"), "+");
  EXPECT_EQ(side_told("binding", "en", "The pact is not legally binding"), "-");
  EXPECT_EQ(side_told("binding", "de", "Der Beschluss ist für alle Länder verbindlich"), "+");
  EXPECT_EQ(side_told("binding", "de", "Der Beschluss bleibt unverbindlich"), "-");
  EXPECT_EQ(side_told("binding", "fr", "Le texte n'est pas juridiquement contraignant"), "-");
  EXPECT_EQ(side_told("binding", "es", "La consulta es vinculante para el Gobierno"), "+");
  EXPECT_EQ(side_told("binding", "pt", "O texto não é vinculativo para os países"), "-");
  EXPECT_EQ(side_told("binding", "ru", "Документ носит рекомендательный характер"), "-");
  EXPECT_EQ(side_told("binding", "ar", "القرار ملزم لجميع الأعضاء"), "+");
  EXPECT_EQ(side_told("binding", "ar", "القرار غير ملزم للأعضاء"), "-");
  EXPECT_EQ(side_told("binding", "tr", "Karar tüm üyeler için bağlayıcı değil"), "-");
  EXPECT_EQ(side_told("binding", "id", "Putusan itu tidak mengikat para anggota"), "-");
  EXPECT_EQ(side_told("binding", "hi", "यह समझौता बाध्यकारी नहीं है"), "-");
  EXPECT_EQ(side_told("binding", "zh", "该文件不具法律约束力"), "-");
  EXPECT_EQ(side_told("binding", "ja", "合意に法的拘束力はない"), "-");
  EXPECT_EQ(side_told("binding", "ko", "합의는 법적 구속력이 있다"), "+");
  EXPECT_EQ(side_told("arrest", "ko", "합의는 법적 구속력이 있다"), "")
      << "a word that holds one of another matter";
  EXPECT_EQ(side_told("arrest", "ko", "경찰은 용의자를 구속했다"), "+");
}

TEST(OutcomeWords, InvitedOrNot) {
  EXPECT_EQ(side_told("invite", "en", "The rebel leader was invited to the talks"), "+");
  EXPECT_EQ(side_told("invite", "en", "The rebel leader was not invited to the talks"), "-");
  EXPECT_EQ(side_told("invite", "fr", "Le chef rebelle n'a pas été convié aux pourparlers"), "-");
  EXPECT_EQ(side_told("invite", "uk", "Лідера повстанців не запросили на переговори"), "-");
  EXPECT_EQ(side_told("invite", "fa", "رهبر شورشیان به مذاکرات دعوت نشد"), "-");
  EXPECT_EQ(side_told("invite", "ko", "반군 지도자는 회담에 초청받지 못했다"), "-");
  EXPECT_EQ(side_told("invite", "ja", "反政府勢力の指導者は会談に招待された"), "+");
}

TEST(OutcomeWords, ASaleALoan) {
  EXPECT_EQ(side_told("transfer", "en", "The striker joins Porto on loan"), "+");
  EXPECT_EQ(side_told("transfer", "de", "Der Stürmer wurde für acht Millionen verkauft"), "-");
  EXPECT_EQ(side_told("transfer", "tr", "Forvet kiralık olarak Porto'ya gidiyor"), "+");
  EXPECT_EQ(side_told("transfer", "ja", "FWはポルトへ完全移籍する"), "-");
  EXPECT_EQ(side_told("transfer", "en", "The bank gave the club a loan"), "") << "money";
}

TEST(OutcomeWords, AMatterMayBeBoundToAThing) {
  EXPECT_EQ(side_told("recorder", "en", "Divers recovered the flight recorder on Tuesday"), "+");
  EXPECT_EQ(side_told("recorder", "en", "Divers recovered two bodies on Tuesday"), "");
  EXPECT_EQ(side_told("recorder", "de", "Der Flugschreiber wurde nicht gefunden"), "-");
  EXPECT_EQ(side_told("recorder", "zh", "黑盒子尚未尋獲"), "-");
  EXPECT_EQ(side_told("co_pilot", "en", "The co-pilot is among the survivors"), "+");
  EXPECT_EQ(side_told("co_pilot", "fr", "Le copilote est mort"), "-");
}

TEST(OutcomeWords, OneSideOfAMatterMayExcludeAnother) {
  EXPECT_EQ(side_told("verdict", "en", "The clerk got a suspended sentence of two years"), "+");
  EXPECT_EQ(side_told("verdict", "en", "The clerk was acquitted"), "-");
  EXPECT_EQ(side_told("verdict", "de", "Die Buchhalterin erhielt zwei Jahre auf Bewährung"), "+");
  EXPECT_EQ(side_told("verdict", "ko", "회계 담당자는 집행유예를 선고받았다"), "+");
  EXPECT_EQ(side_told("verdict", "zh", "会计被判处有期徒刑两年，缓刑三年"), "+");
  EXPECT_EQ(side_told("verdict", "en", "The clerk was convicted"), "");
  EXPECT_EQ(side_told("bid", "en", "The rival withdrew its offer"), "+");
  EXPECT_EQ(side_told("bid", "de", "Die Familie hat das Angebot abgelehnt"), "-");
  EXPECT_EQ(side_told("bid", "de", "Die Familie hat das Angebot angenommen"), "");
}

TEST(OutcomeWords, AsExpectedOrNot) {
  EXPECT_EQ(side_told("expected", "en", "The bank cut its rate, as economists had expected"), "+");
  EXPECT_EQ(side_told("expected", "de", "Die Notenbank senkte überraschend den Zins"), "-");
  EXPECT_EQ(side_told("expected", "zh", "央行意外降息"), "-");
  EXPECT_EQ(side_told("expected", "zh", "意外事故造成两人受伤"), "") << "an accident";
  EXPECT_EQ(side_told("expected", "en", "A surprise attack began at dawn"), "");
}

TEST(OutcomeWords, ACurrencyGainsOrLoses) {
  EXPECT_EQ(side_told("strength", "en", "The peso strengthened after the vote"), "+");
  EXPECT_EQ(side_told("strength", "fr", "Le peso s'est affaibli après le vote"), "-");
  EXPECT_EQ(side_told("strength", "id", "Peso melemah setelah pemungutan suara"), "-");
  EXPECT_EQ(side_told("strength", "zh", "比索在投票后走强"), "+");
}

TEST(OutcomeWords, ADenialBehindTheEndOfAClauseIsOfAnotherThing) {
  EXPECT_EQ(side_told("stable", "fa", "حال دو نفر وخیم است و کسی کشته نشده است"), "-");
  EXPECT_EQ(side_told("hurt", "hi", "दो लोग घायल हुए और कोई गिरफ्तारी नहीं हुई"), "+");
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
  EXPECT_EQ(cues("Le magasin n'aura pas cette chance : il a fermé à la fin septembre", "fr"),
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
  EXPECT_EQ(cues("Выкуп, по его словам, не выплачивался", "ru"), "ransom_paid-")
      << "that one was asked for is doubtful";
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
  const std::string suspected = "Inside help at the museum is suspected";
  const std::string confirmed = "Inside help at the museum is confirmed";
  const Sample a = Sample("a", "en", suspected, "").body("Inside help is suspected by the police.");
  const Sample b = Sample("b", "en", suspected, "").body("The police suspected inside help there.");
  const Sample c =
      Sample("c", "en", confirmed, "").body("Inside help was confirmed by the police.");
  const Sample d = Sample("d", "en", suspected, "").body("Inside help is suspected by the police.");
  const auto out = synopsis({&a, &b, &c, &d});
  EXPECT_EQ(find(out.differ, "outcome", "sure"), nullptr);
  EXPECT_NE(find(out.differ, "certainty", "sure"), nullptr);
}

Sample pact(const std::string& key, const std::string& lang, const std::string& body) {
  return Sample(key, lang, "Pact " + key, "2026-01-01T12:00").body(body);
}

TEST(Outcomes, BindingHereAndNotThereIsADifference) {
  const Sample a = pact("a", "en", "The river pact of the four states is legally binding.");
  const Sample b = pact("b", "de", "Der Flusspakt der vier Staaten ist rechtlich bindend.");
  const Sample c =
      pact("c", "fr", "Le pacte fluvial des quatre États n'est pas juridiquement contraignant.");
  const auto out = synopsis({&a, &b, &c});
  const auto* fact = find(out.differ, "outcome", "binding");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[2].norm, "no");
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
