// What is denied, and by whom it is spoken of.
#include "compare/outcomes/polarity.h"
#include "compare/rules.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(Polarity, EveryLanguageHasItsWordsOfDenial) {
  EXPECT_EQ(stance_cues("The minister has not resigned", "en").front().stance, Stance::kNot);
  EXPECT_EQ(stance_cues("Le gouvernement n'a pas retiré son texte", "fr").front().stance,
            Stance::kNot);
  EXPECT_EQ(stance_cues("Hükümet tasarıyı geri çekmedi", "tr").front().stance, Stance::kNot);
  EXPECT_EQ(stance_cues("白俄罗斯否认与此事有关。", "zh").front().stance, Stance::kDeny);
  EXPECT_TRUE(stance_cues("以上の少ない例", "ja").empty());
}

TEST(Polarity, AWordThatHoldsACueIsNone) {
  EXPECT_TRUE(stance_cues("警方没收了货物", "zh").empty());
  EXPECT_TRUE(stance_cues("Médecins sans frontières", "fr").empty());
}

TEST(Polarity, WhoDoesNotCommentDeniesNothing) {
  const auto denies = [](std::string_view lang, std::string_view text) {
    return !stance_cues(text, lang).empty();
  };
  EXPECT_FALSE(denies("ko", "대표는 이에 대해 언급하지 않았다"));
  EXPECT_FALSE(denies("ja", "会社はコメントしなかった"));
  EXPECT_FALSE(denies("zh", "公司未予置评"));
  EXPECT_FALSE(denies("ru", "Компания не прокомментировала сообщения"));
  EXPECT_FALSE(denies("uk", "Компанія не прокоментувала повідомлення"));
  EXPECT_FALSE(denies("ar", "ولم تعلق الشركة"));
  EXPECT_FALSE(denies("fa", "شرکت اظهار نظر نکرده است"));
  EXPECT_FALSE(denies("tr", "Şirket yorum yapmadı"));
  EXPECT_FALSE(denies("id", "Perusahaan itu tidak berkomentar"));
  EXPECT_FALSE(denies("hi", "कंपनी ने टिप्पणी नहीं की"));
  EXPECT_FALSE(denies("es", "La empresa no comentó la noticia"));
  EXPECT_FALSE(denies("pt", "A empresa não comentou a notícia"));
  EXPECT_FALSE(denies("fr", "L'entreprise n'a pas commenté"));
  EXPECT_FALSE(denies("de", "Der Konzern hat das nicht kommentiert"));
  EXPECT_FALSE(denies("en", "The company has not commented"));
  EXPECT_TRUE(denies("ko", "대표는 돈을 내지 않았다"));
}

TEST(Polarity, AnIdiomMadeWithADenialDeniesNothing) {
  EXPECT_TRUE(stance_cues("野党の協力が欠かせない", "ja").empty());
  EXPECT_TRUE(stance_cues("협력이 없어서는 안 될 일이다", "ko").empty());
  EXPECT_TRUE(stance_cues("Yılmaz kaçınılmaz sonu anlattı", "tr").empty());
  EXPECT_TRUE(stance_cues("这种合作必不可少", "zh").empty());
  EXPECT_FALSE(stance_cues("野党は協力しない", "ja").empty());
}

TEST(Polarity, TheClauseAroundAPlace) {
  const std::string_view text =
      "A drone hit the tank on Monday, but production was not interrupted.";
  const Range clause = clause_around(text, {51, 54});
  EXPECT_EQ(clause.of(text), "but production was not interrupted.");
}

TEST(Statements, ADenialThatNoOtherAccountKnowsIsASingleFact) {
  const Sample a =
      Sample("a", "en", "Quake", "").body("There is no danger of a tsunami for Norland.");
  const Sample b = Sample("b", "fr", "Séisme", "").body("Trois maisons ont brûlé.");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.only, "outcome", "statement");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values[0].norm, "no");
}

TEST(Statements, TheSameInOtherWordsAgrees) {
  const Sample a = Sample("a", "en", "Plan", "").body("The government has not withdrawn the plan.");
  const Sample b = Sample("b", "fr", "Projet", "").body("Le gouvernement n'a pas retiré le plan.");
  const auto out = synopsis({&a, &b});
  EXPECT_NE(find(out.agree, "outcome", "statement"), nullptr);
  EXPECT_EQ(find(out.only, "outcome", "statement"), nullptr);
}

bool told_as_one(const Sample& a, const Sample& b) {
  return find(synopsis({&a, &b}).agree, "outcome", "statement") != nullptr;
}

TEST(Statements, SentencesThatContradictEachOtherDoNotAgree) {
  const Sample a = Sample("a", "en", "Flood", "")
                       .body("The flood in the valley drove 83,000 people from their homes.")
                       .count("83,000", 83000, "evacuated");
  const auto other = [](const std::string& of_class) {
    return Sample("b", "en", "Floods", "")
        .body("The flood in the valley drove 38,000 people from their homes.")
        .count("38,000", 38000, of_class);
  };
  EXPECT_FALSE(told_as_one(a, other("evacuated")));
  EXPECT_FALSE(told_as_one(a, other("injured"))) << "whatever they count";
}

TEST(Statements, AFigureThatTheOtherLacksIsNoContradiction) {
  const Sample a = Sample("a", "en", "Flood", "")
                       .body("The flood in the valley drove 83,000 people from their homes.")
                       .count("83,000", 83000, "evacuated");
  const Sample b = Sample("b", "en", "Floods", "")
                       .body("The flood in the valley drove people from their homes.");
  EXPECT_TRUE(told_as_one(a, b));
}

TEST(Statements, WhatIsDeniedDoesNotAgreeWithWhatIsSaid) {
  const Sample a =
      Sample("a", "en", "Plan", "").body("The government of Norland withdrew the pension plan.");
  const Sample b = Sample("b", "en", "Norland", "")
                       .body("The government of Norland never withdrew the pension plan.");
  EXPECT_FALSE(told_as_one(a, b));
}

TEST(Statements, WhatStandsBelowAPictureIsNoStatement) {
  const auto shows = [](const std::string& key, model::BlockKind kind) {
    return Sample(key, "en", "Mill of " + key, "")
        .body("The photo shows the old mill by the river.", kind);
  };
  using model::BlockKind;
  EXPECT_TRUE(told_as_one(shows("a", BlockKind::kParagraph), shows("b", BlockKind::kParagraph)));
  EXPECT_FALSE(told_as_one(shows("a", BlockKind::kCaption), shows("b", BlockKind::kCaption)));
}

TEST(Statements, AnArticleMayBeATitleAlone) {
  const Sample a =
      Sample("a", "en", "Plan", "").body("The government of Norland withdrew the pension plan.");
  const Sample b = Sample("b", "en", "The government of Norland withdrew the pension plan", "");
  const Sample c =
      Sample("c", "en", "Norland", "").body("Norland's government withdrew the pension plan.");
  EXPECT_NE(find(synopsis({&a, &b, &c}).agree, "outcome", "statement"), nullptr);
}

TEST(Statements, WhereItIsDoesNotSayWhatIsDenied) {
  const auto denies = [](const std::string& key, const std::string& lang, const std::string& town,
                         const std::string& text) {
    return Sample(key, lang, "Title of " + key, "")
        .body(text)
        .names(town, "lind", model::EntityType::kCity);
  };
  const auto deny_alike = [](const Sample& a, const Sample& b) {
    const auto out = synopsis({&a, &b});
    return std::any_of(out.agree.begin(), out.agree.end(),
                       [](const model::Fact& fact) { return fact.rule == rules::kDeniedAlike; });
  };
  const Sample uk = denies("a", "uk", "Лінді", "У Лінді третій день не працюють школи.");
  EXPECT_FALSE(deny_alike(uk, denies("b", "tr", "Lind", "Lind'de aileler ocaktan ayrılmıyor.")));
  EXPECT_FALSE(deny_alike(uk, denies("b", "de", "Lind", "In Lind geht niemand vom Schacht weg.")));
  EXPECT_TRUE(deny_alike(uk, denies("b", "tr", "Lind", "Lind'de üç gündür okullar çalışmıyor.")));
  EXPECT_TRUE(deny_alike(uk, denies("b", "es", "Lind", "En Lind no funcionan las escuelas.")));
}

}  // namespace
}  // namespace synoptic::compare
