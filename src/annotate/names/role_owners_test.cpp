// A role that says itself whose it is, is not the head of state's.
#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate {
namespace {

// Whether the head of state of the first sentence is told to be meant by words of the second.
bool is_carried(const std::string& lang, const std::string& first, const std::string& second) {
  static const auto kLoaded = knowledge::Knowledge::load();
  model::Article article;
  article.lang = lang;
  for (const std::string& text : {first, second}) {
    model::Block block;
    block.text = text;
    article.blocks.push_back(std::move(block));
  }
  const model::Annotated read = annotate(std::move(article), **kLoaded);
  return std::ranges::any_of(read.mentions, [](const model::Mention& mention) {
    return mention.at.block == 1 && mention.form == "role" && !mention.entity.empty() &&
           mention.entity.find('/') == std::string::npos;
  });
}

struct Office {
  const char *lang, *told, *own, *other, *third;
};

const Office kOffices[] = {
    {"fr", "Le président Luiz Inacio Lula da Silva a visité le Brésil. Le Brésil est content.",
     "« Nous restons », a déclaré le président.",
     "« C’est un marché dur », a déclaré le président de l’association, Rui Perosa.",
     "« Nous restons », a dit le président du club."},
    {"es", "El presidente Luiz Inácio Lula da Silva visitó Brasil. Brasil está contento.",
     "\"Nos quedamos\", dijo el presidente.",
     "\"Es un mercado duro\", afirmó el presidente de la asociación, Rui Perosa.",
     "\"Nos quedamos\", dijo el presidente del club."},
    {"pt", "O presidente Luiz Inácio Lula da Silva visitou o Brasil. O Brasil está contente.",
     "\"Ficamos\", disse o presidente.",
     "\"É um mercado duro\", afirmou o presidente da entidade, Rui Perosa.",
     "\"Ficamos\", disse a presidente da associação, Ana Prado."},
    {"ru", "Президент Луис Инасиу Лула да Силва посетил Бразилию. Бразилия рада.",
     "«Мы остаёмся», — сказал президент.",
     "«Это трудный рынок», — сказал президент ассоциации Руи Пероза.",
     "«Мы остаёмся», — сказал президент торговой палаты."},
    {"uk", "Президент Луїс Інасіу Лула да Сілва відвідав Бразилію. Бразилія рада.",
     "«Ми залишаємося», — сказав президент.",
     "«Це важкий ринок», — сказав президент асоціації Руї Пероза.",
     "«Ми залишаємося», — сказав президент футбольного клубу."},
    {"id", "Presiden Prabowo Subianto mengunjungi Jakarta, Indonesia. Indonesia senang.",
     "\"Kami tetap,\" kata presiden.", "\"Ini pasar yang sulit,\" kata presiden asosiasi itu.",
     "\"Kami tetap,\" kata presiden direktur perusahaan itu."},
    {"ar", "زار الرئيس لويس إيناسيو لولا دا سيلفا البرازيل. والبرازيل سعيدة.",
     "وقال الرئيس \"نحن باقون\".", "وقال رئيس الجمعية روي بيروزا \"إنها سوق صعبة\".",
     "وقال رئيس النادي \"نحن باقون\"."},
    {"en", "President Luiz Inacio Lula da Silva visited Tokyo. He met the king.",
     "\"We stay,\" the president said.",
     "\"It is a hard market,\" said the president of the association, Rui Perosa.",
     "\"We stay,\" the club president said."},
    {"de", "Präsident Luiz Inacio Lula da Silva besuchte am Mittwoch Tokio.",
     "„Wir bleiben“, sagte der Präsident.",
     "„Ein harter Markt“, sagte der Präsident des Verbandes, Rui Perosa.",
     "„Wir bleiben“, sagte der Präsident der Handelskammer."},
};

TEST(RoleOwners, ThePresidentOfAClubIsNoHeadOfState) {
  for (const Office& one : kOffices) {
    EXPECT_TRUE(is_carried(one.lang, one.told, one.own)) << one.lang;
    EXPECT_FALSE(is_carried(one.lang, one.told, one.other)) << one.lang << " " << one.other;
    EXPECT_FALSE(is_carried(one.lang, one.told, one.third)) << one.lang << " " << one.third;
  }
}

TEST(RoleOwners, ThePresidentOfTheCountryIsItsPresident) {
  EXPECT_TRUE(is_carried("fr", kOffices[0].told, "« Oui », a dit le président de la République."));
  EXPECT_TRUE(is_carried("es", kOffices[1].told, "\"Sí\", dijo el presidente del país."));
  EXPECT_TRUE(is_carried("pt", kOffices[2].told, "\"Sim\", disse o presidente da República."));
  EXPECT_TRUE(is_carried("ru", kOffices[3].told, "«Да», — сказал президент страны."));
}

TEST(RoleOwners, ANameBehindACommaIsSomebodyElse) {
  EXPECT_FALSE(is_carried("es", kOffices[1].told, "\"Sí\", dijo la presidenta, Ana Prado."));
  EXPECT_FALSE(is_carried("pt", kOffices[2].told, "\"Sim\", disse a presidente, Ana Prado."));
}

}  // namespace
}  // namespace synoptic::annotate
