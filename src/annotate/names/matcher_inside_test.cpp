// Names within names, in whole articles with the tables as they are shipped: what an article, an
// office or another language's letters hide.
#include <gtest/gtest.h>

#include <string>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

// "Fed=federal-reserve; …": the mentions that have an id, in order.
std::string ids_in(const std::string& lang, const std::string& text) {
  const model::Annotated result = read_text(lang, text);
  std::string found;
  for (const auto& mention : result.mentions) {
    if (mention.entity.empty()) continue;
    if (!found.empty()) found += "; ";
    found += mention.text + "=" + mention.entity;
  }
  return found;
}

TEST(NamesInside, ShortNamesOfEnglishCountInItsSisters) {
  EXPECT_EQ(ids_in("de", "Kanzler Merz hat am Freitag gesprochen, sagte die BBC."),
            "Merz=friedrich-merz; BBC=bbc");
  EXPECT_EQ(ids_in("pt", "O presidente Lula viaja na sexta-feira."),
            "Lula=luiz-inacio-lula-da-silva");
  EXPECT_EQ(ids_in("tr", "Açıklamayı NASA'nın uzmanları cuma günü yaptı."), "NASA=nasa");
  EXPECT_EQ(ids_in("id", "Menurut Modi, rencana itu disetujui pada hari Jumat."),
            "Modi=narendra-modi");
}

TEST(NamesInside, ShortWordsOfTheLanguageAreNoNames) {
  EXPECT_EQ(ids_in("pt", "Fico feliz com a notícia de hoje."), "");
  EXPECT_EQ(ids_in("tr", "Balık fiyatları cuma günü arttı."), "");
  EXPECT_EQ(ids_in("es", "TODOS QUIEREN MAS BBC HOY EN CASA"), "");
}

// The tables have a form of it that ends with a blank; once it was found so where the word was read
// for the first time only.
TEST(NamesInside, APostpositionIsNoPartOfTheNameBeforeIt) {
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(ids_in("hi", "वह सोमवार को बफेलो से आया और बफेलो में रहा।"), "बफेलो=Q40435; बफेलो=Q40435");
  }
}

TEST(NamesInside, LatinAcronymWithAKoreanParticle) {
  EXPECT_EQ(ids_in("ko", "BBC는 금요일 이를 보도했고 IBM의 주가가 올랐다."), "BBC=bbc; IBM=ibm");
}

TEST(NamesInside, ALongerNameBehindTheArticle) {
  EXPECT_EQ(ids_in("en", "The Guardian Council met on Monday."),
            "Guardian Council=guardian-council");
  EXPECT_EQ(ids_in("en", "The Guardian reported it on Monday."), "The Guardian=the-guardian");
  EXPECT_EQ(ids_in("en", "The Australian government met on Monday."),
            "Australian government=australia/government; Australian=australia");
  EXPECT_EQ(ids_in("es", "La Unión Europea y la Liga Árabe se reunieron el lunes."),
            "Unión Europea=european-union; Liga Árabe=arab-league");
}

TEST(NamesInside, TheBodyInTheWordsOfAnOffice) {
  EXPECT_EQ(ids_in("en", "Fed Chair Kevin Warsh spoke on Monday."),
            "Fed=federal-reserve; Kevin Warsh=kevin-warsh");
  EXPECT_EQ(ids_in("fr", "La présidente de la BCE Christine Lagarde a parlé lundi."),
            "BCE=european-central-bank; Christine Lagarde=christine-lagarde");
  EXPECT_EQ(ids_in("fr", "Le gouverneur de la Banque d'Angleterre Andrew Bailey a parlé lundi."),
            "Banque d'Angleterre=bank-of-england; Andrew Bailey=andrew-bailey");
  EXPECT_EQ(ids_in("zh", "北约秘书长吕特在会上发言。"), "北约=nato; 吕特=mark-rutte");
  EXPECT_EQ(ids_in("ru", "Глава ФРС Кевин Уорш выступил в понедельник."),
            "ФРС=federal-reserve; Кевин Уорш=kevin-warsh");
}

TEST(NamesInside, ADayBesideANameIsNoPartOfIt) {
  EXPECT_EQ(ids_in("de", "Außenminister Wadephul besucht am Freitag Peking."),
            "Wadephul=johann-wadephul; Peking=beijing");
  EXPECT_EQ(ids_in("zh", "法国周五宣布了新的措施。"), "法国=france");
}

}  // namespace
}  // namespace synoptic::annotate
