// Occupations are told beside a name, and are nobody and of nothing without one.
#include <gtest/gtest.h>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

TEST(Occupations, StandBesideTheName) {
  struct Case {
    const char *lang, *text, *name, *role;
  };
  const Case cases[] = {
      {"en", "Lawyer Peter Blackwood said the appeal would be filed on Monday.", "Peter Blackwood",
       "Lawyer"},
      {"en", "The verdict was unfair, said Anna Blackwood, the lawyer.", "Anna Blackwood",
       "Lawyer"},
      {"fr", "L'avocat Pierre Duvallon a annoncé un appel.", "Pierre Duvallon", "Lawyer"},
      {"fr", "L'avocat français Pierre Duvallon a annoncé un appel.", "Pierre Duvallon", "Lawyer"},
      {"es", "El abogado Pedro Lugones anunció una apelación.", "Pedro Lugones", "Lawyer"},
      {"pt", "O advogado Pedro Lourenço anunciou um recurso.", "Pedro Lourenço", "Lawyer"},
      {"de", "Rechtsanwalt Peter Schwarzbach kündigte Berufung an.", "Peter Schwarzbach", "Lawyer"},
      {"de", "Erzbischof Stefan Lindner sprach am Montag in Köln.", "Stefan Lindner", "Archbishop"},
      {"ru", "Адвокат Сергей Арутюнов сообщил об апелляции.", "Сергей Арутюнов", "Lawyer"},
      {"uk", "Адвокат Сергій Петренко повідомив про апеляцію.", "Сергій Петренко", "Lawyer"},
      {"tr", "Avukat Mehmet Yıldırım karara itiraz edeceklerini söyledi.", "Mehmet Yıldırım",
       "Lawyer"},
      {"ar", "وقال المحامي خالد الشريف إن الحكم غير عادل.", "خالد الشريف", "Lawyer"},
      {"id", "Pengacara Budi Santoso mengatakan akan mengajukan banding.", "Budi Santoso",
       "Lawyer"},
      {"hi", "वकील राकेश शर्मा ने कहा कि अपील की जाएगी।", "राकेश शर्मा", "Lawyer"},
      {"ja", "佐藤健一弁護士は控訴する方針を示した。", "佐藤健一", "Lawyer"},
      {"ko", "김철수 변호사는 항소하겠다고 말했다.", "김철수", "Lawyer"},
      {"zh", "律师王志强表示将提出上诉。", "王志强", "Lawyer"},
  };
  for (const Case& one : cases) {
    std::string role = "-";
    for (const auto& mention : read_text(one.lang, one.text, "2025-01-20").mentions) {
      if (mention.text == one.name) role = mention.role;
    }
    EXPECT_EQ(role, one.role) << one.text;
  }
}

TEST(Occupations, AreNoMentionsAlone) {
  for (const auto& [lang, text] : std::vector<std::pair<std::string, std::string>>{
           {"en", "A lawyer from France said the researchers were wrong."},
           {"fr", "Un avocat de la France a parlé aux chercheurs."},
           {"ru", "Российский адвокат сообщил об этом."},
           {"de", "Ein deutscher Forscher sprach mit dem Erzbischof."},
           {"zh", "法国律师表示反对。"},
           {"ar", "قال محام من فرنسا إن الحكم غير عادل."}}) {
    const auto read = read_text(lang, text, "2025-01-20");
    EXPECT_FALSE(read.mentions.empty()) << text;
    for (const auto& mention : read.mentions) {
      EXPECT_NE(mention.form, "role") << text;
      EXPECT_TRUE(mention.role.empty()) << text;
    }
  }
}

TEST(Occupations, AreWordsOfLongerNames) {
  const auto read = read_text(
      "es", "El Consejo Superior de Investigaciones Científicas (CSIC) presentó el informe.",
      "2025-01-20");
  ASSERT_FALSE(read.mentions.empty());
  EXPECT_EQ(read.mentions[0].text, "Consejo Superior de Investigaciones Científicas");
}

}  // namespace
}  // namespace synoptic::annotate
