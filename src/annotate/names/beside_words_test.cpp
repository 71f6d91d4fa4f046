// Words for a part of a country beside a town's name; names of the pack of regions, waters and
// organisations.
#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

// Entities of the mentions, in order, parted by blanks; "-" where there is none.
std::string entities(const std::string& lang, const std::string& text) {
  std::string all;
  for (const auto& mention : read_text(lang, text).mentions) {
    all += (all.empty() ? "" : " ") + (mention.entity.empty() ? "-" : mention.entity);
  }
  return all;
}

bool names(const std::string& lang, const std::string& text, const std::string& entity) {
  const auto read = read_text(lang, text);
  return std::any_of(read.mentions.begin(), read.mentions.end(),
                     [&](const auto& mention) { return mention.entity == entity; });
}

TEST(BesideWords, AWordForAPartOfACountryMakesTheProvinceOfATown) {
  const std::string id = "malatya-province";
  EXPECT_TRUE(names("en", "Snow fell in Malatya Province on Friday.", id));
  EXPECT_TRUE(names("tr", "Malatya ilinde okullar tatil edildi.", id));
  EXPECT_TRUE(names("es", "Nevó el viernes en la provincia de Malatya.", id));
  EXPECT_TRUE(names("ru", "В провинции Малатья выпал снег.", id));
  EXPECT_TRUE(names("uk", "У провінції Малатья випав сніг.", id));
  EXPECT_TRUE(names("de", "In der Provinz Malatya fiel Schnee.", id));
  EXPECT_TRUE(names("ja", "トルコのマラティヤ県で雪が降った。", id));
  EXPECT_TRUE(names("zh", "土耳其马拉蒂亚省下了雪。", id));
  EXPECT_TRUE(names("ko", "튀르키예 말라티아주에 눈이 내렸다.", id));
}

TEST(BesideWords, WithoutItTheTownIsMeant) {
  EXPECT_FALSE(names("en", "Snow fell in Malatya on Friday.", "malatya-province"));
  EXPECT_FALSE(names("fa", "در کرمانشاه برف بارید.", "kermanshah-province"));
  EXPECT_TRUE(names("ar", "قال مسؤولون في حلب إن الثلج توقف.", "aleppo"));
}

TEST(BesideWords, TheWordIsOfTheNameWhereTheTaggerTakesItSo) {
  EXPECT_TRUE(names("ar", "قال مسؤولون في محافظة حلب إن الثلج توقف.", "aleppo-governorate"));
  EXPECT_TRUE(names("fa", "مردم استان کرمانشاه در ایران برف دیدند.", "kermanshah-province"));
}

TEST(BesideWords, WatersAndMountains) {
  EXPECT_TRUE(names("en", "A ferry sank in the Banda Sea.", "banda-sea"));
  EXPECT_TRUE(names("id", "Sebuah feri tenggelam di Laut Banda.", "banda-sea"));
  EXPECT_TRUE(names("fr", "Un ferry a coulé dans la mer de Banda.", "banda-sea"));
  EXPECT_TRUE(names("ja", "バンダ海でフェリーが沈んだ。", "banda-sea"));
  EXPECT_TRUE(names("ru", "Паром затонул в Онежском озере.", "lake-onega"));
  EXPECT_TRUE(names("tr", "Van Gölü kıyısında kar yağdı.", "lake-van"));
}

TEST(BesideWords, Organisations) {
  EXPECT_TRUE(names("en", "She teaches at Bielefeld University.", "Q24382"));
  EXPECT_TRUE(names("de", "Sie lehrt an der Universität Bielefeld.", "Q24382"));
}

TEST(BesideWords, PhrasesAreNoNames) {
  EXPECT_EQ(entities("en", "Trains were late at the central station all day."), "");
  EXPECT_FALSE(names("ar", "تهب الرياح من الشمال إلى الجنوب.", "north-lb"));
  EXPECT_FALSE(names("fr", "Il pleut dans l'est et le sud du pays.", "east"));
  EXPECT_FALSE(names("de", "Manche sagen, dass es regnet.", "manche"));
}

}  // namespace
}  // namespace synoptic::annotate
