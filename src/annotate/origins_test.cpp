#include <gtest/gtest.h>

#include "annotate/annotate.h"

namespace synoptic::annotate {
namespace {

std::vector<std::string> origins(const std::string& lang, const std::string& text) {
  static const auto knowledge = knowledge::Knowledge::load().value();
  model::Article article;
  article.lang = lang;
  article.title = "x";
  model::Block block;
  block.text = text;
  article.blocks.push_back(block);
  std::vector<std::string> names;
  for (const auto& origin : annotate(article, *knowledge).article.origins) {
    EXPECT_EQ(origin.kind, "text");
    names.push_back(origin.name);
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(Origins, AreOutletsThatASentenceCites) {
  EXPECT_EQ(origins("en", "The dam will close, according to Reuters."), Names{"Reuters"});
  EXPECT_EQ(origins("en", "The dam will close, the newspaper Le Monde reported."),
            Names{"Le Monde"});
  EXPECT_EQ(origins("zh-Hans", "据路透社报道，大坝将关闭三个月。"), Names{"Reuters"});
  EXPECT_EQ(origins("es", "Dos trabajadores resultaron heridos, según la agencia Reuters."),
            Names{"Reuters"});
  EXPECT_EQ(origins("ru", "Плотину закроют, сообщает ТАСС."), Names{"TASS"});
  EXPECT_EQ(origins("ar", "سيغلق السد ثلاثة أشهر، نقلا عن وكالة رويترز."), Names{"Reuters"});
}

TEST(Origins, AreCitedInTheWordsOfEachLanguage) {
  EXPECT_EQ(origins("ar", "ونقلت وكالة رويترز عن عامل أن السد سيغلق."), Names{"Reuters"});
  EXPECT_EQ(origins("ar", "وفقا لتقرير نشرته وكالة رويترز سيغلق السد."), Names{"Reuters"});
  EXPECT_EQ(origins("ko", "요미우리신문은 댐이 석 달 동안 닫힌다고 보도했다."),
            Names{"Yomiuri Shimbun"});
  EXPECT_EQ(origins("ja", "読売新聞は、ダムが閉鎖されると報じた。"), Names{"Yomiuri Shimbun"});
  EXPECT_EQ(origins("zh-Hant", "路透社（Reuters）報導，大壩將關閉三個月。"), Names{"Reuters"});
  EXPECT_EQ(origins("tr", "Reuters'ın haberine göre baraj üç ay kapalı kalacak."),
            Names{"Reuters"});
  EXPECT_EQ(origins("de", "Der Damm wird geschlossen, meldet die Deutsche Presse-Agentur."),
            Names{"Deutsche Presse-Agentur"});
  EXPECT_EQ(origins("id", "Bendungan akan ditutup, seperti dikutip dari Antara, Selasa."),
            Names{"Antara (news agency)"});
  EXPECT_EQ(origins("uk", "«Українська правда» пише, що дамбу закриють."),
            Names{"Ukrainska Pravda"});
}

TEST(Origins, WhatTheyRestOnStandsBetween) {
  EXPECT_EQ(origins("ru", "Ранее Reuters со ссылкой на источники сообщил, что плотину закроют."),
            Names{"Reuters"});
  EXPECT_EQ(origins("ru", "Плотину закроют до весны, утверждает ТАСС."), Names{"TASS"});
  EXPECT_EQ(origins("uk", "Раніше Reuters з посиланням на джерела повідомило про дамбу."),
            Names{"Reuters"});
  EXPECT_EQ(origins("de", "Der Damm schließt, sagte Anna Gröger der Nachrichtenagentur dpa."),
            Names{"Deutsche Presse-Agentur"});
  // Who is spoken of, and no report of theirs.
  EXPECT_EQ(origins("de", "Anna Gröger kündigte der Nachrichtenagentur dpa den Vertrag."), Names{});
  EXPECT_EQ(origins("ru", "Суд оштрафовал ТАСС, утверждая закон."), Names{});
}

TEST(Origins, BehindTheirArticlesAndInTheVerbsOfEachLanguage) {
  EXPECT_EQ(origins("pt", "Segundo a Reuters, a barragem será fechada."), Names{"Reuters"});
  EXPECT_EQ(origins("pt", "De acordo com a Reuters, a barragem será fechada."), Names{"Reuters"});
  EXPECT_EQ(origins("pt", "A notícia foi divulgada pela agência Lusa na terça."),
            Names{"Lusa News Agency"});
  EXPECT_EQ(origins("ru", "Плотину закроют, слова мэра приводит ТАСС."), Names{"TASS"});
  EXPECT_EQ(origins("ru", "«Плотину закроют», его слова приводит «Интерфакс»."), Names{"Interfax"});
  EXPECT_EQ(origins("uk", "Дамбу закриють, слова мера наводить «Укрінформ»."), Names{"Ukrinform"});
  EXPECT_EQ(
      origins(
          "fa",
          "شهردار در گفت‌وگو با خبرنگار ایسنا گفت سد بسته "
          "می‌شود."),
      Names{"ISNA"});
  EXPECT_EQ(origins("ko", "뉴욕타임스는 댐이 석 달 동안 닫힌다고 전했다."),
            Names{"The New York Times"});
  EXPECT_EQ(origins("en", "The dam will close, the Press Association reported."),
            Names{"PA Media"});
}

TEST(Origins, InRelativeClausesAndBehindTheWordForAnAgency) {
  for (const char* words :
       {"وفق ما نقلته وكالة رويترز", "وفقا لما ذكرته رويترز", "بحسب ما أفادت به وكالة رويترز",
        "حسبما نقلته وكالة رويترز", "وفق ما أعلنته وكالة رويترز"}) {
    EXPECT_EQ(origins("ar", "سيغلق السد ثلاثة أشهر، " + std::string(words) + "."), Names{"Reuters"})
        << words;
  }
  for (const char* words : {"Reuters haber ajansı bildirdi", "Reuters ajansı aktardı",
                            "Reuters haber ajansının bildirdiğine göre baraj kapanacak",
                            "Reuters haber ajansına göre baraj kapanacak"}) {
    EXPECT_EQ(origins("tr", std::string(words) + "."), Names{"Reuters"}) << words;
  }
  EXPECT_EQ(origins("fr", "L'agence de presse Reuters l'a rapporté mardi."), Names{"Reuters"});
  EXPECT_EQ(origins("pt", "A informação é da agência Reuters."), Names{"Reuters"});
  EXPECT_EQ(origins("fa", "خبرگزاری رویترز این خبر را گزارش داد."), Names{"Reuters"});
  EXPECT_EQ(origins("zh-Hant", "大壩將關閉三個月，路透社如此報道。"), Names{"Reuters"});
  EXPECT_EQ(origins("de", "Nach einem Bericht des Handelsblatts wird der Damm geschlossen."),
            Names{"Handelsblatt"});
  EXPECT_EQ(origins("de", "Nach einem Bericht des Magazins „Der Spiegel“ schließt der Damm."),
            Names{"Der Spiegel"});
}

TEST(Origins, AreOutletsToWhichSomebodySpoke) {
  EXPECT_EQ(origins("fr", "Le barrage fermera, a déclaré à l'AFP un élu de la ville."),
            Names{"Agence France-Presse"});
  EXPECT_EQ(origins("pt", "A barragem será fechada, disse o prefeito ao jornal \"El Comercio\"."),
            Names{"El Comercio"});
  EXPECT_EQ(origins("ja", "市長はダムを閉鎖すると朝日新聞の取材に語った。"),
            Names{"Asahi Shimbun"});
  EXPECT_EQ(origins("tr", "Başkan Reuters'a barajın kapanacağını söyledi."), Names{"Reuters"});
  EXPECT_EQ(origins("es", "“Cerraremos”, dijo el alcalde en conversación con la agencia Reuters."),
            Names{"Reuters"});
  EXPECT_EQ(origins("es", "El alcalde dijo que entregó los documentos a Reuters."), Names{});
}

TEST(Origins, AreNotOutletsThatTheNewsIsAbout) {
  EXPECT_EQ(origins("en", "Reuters will cut 200 jobs, the union said."), Names{});
  EXPECT_EQ(origins("en", "The president ordered Reuters to leave the building."), Names{});
  EXPECT_EQ(origins("zh-Hans", "路透社计划裁员200人。"), Names{});
}

TEST(Origins, AreNamedOnce) {
  EXPECT_EQ(origins("en", "It will close, according to Reuters. Two are hurt, Reuters reported."),
            Names{"Reuters"});
}

TEST(Origins, ANounSaysThatAnUnknownNameIsAnOutlets) {
  EXPECT_EQ(origins("en", "The bridge will close, the newspaper Bexworth Courier reported."),
            Names{"Bexworth Courier"});
  EXPECT_EQ(origins("de", "Die Brücke schließt, meldet die Tageszeitung „Bexdorfer Kurier“."),
            Names{"Bexdorfer Kurier"});
  EXPECT_EQ(origins("ru", "Мост закроют до весны, сообщает газета «Бексовский курьер»."),
            Names{"Бексовский курьер"});
  EXPECT_EQ(origins("tr", "Köprü kapanıyor, Bexova Postası gazetesi bildirdi."),
            Names{"Bexova Postası"});
  EXPECT_EQ(origins("pt", "A ponte fecha, segundo o jornal Correio de Bexal."),
            Names{"Correio de Bexal"});
  // Without the noun, and where it only tells of the outlet.
  EXPECT_EQ(origins("en", "The bridge will close, Bexworth Council reported."), Names{});
  EXPECT_EQ(origins("en", "The newspaper Bexworth Courier laid off forty editors."), Names{});
}

}  // namespace
}  // namespace synoptic::annotate
