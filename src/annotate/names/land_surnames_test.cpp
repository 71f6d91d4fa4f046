// Names of lands that are somebody's surname, or a thing's name; whose body an office word is.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "annotate/annotate.h"

namespace synoptic::annotate {
namespace {

std::string linked(const std::string& lang, const std::string& text,
                   const std::string& title = "x") {
  static const auto knowledge = knowledge::Knowledge::load().value();
  model::Article article;
  article.lang = lang;
  article.title = title;
  article.published.emplace();
  article.published->value = *model::parse_iso("2026-05-07");
  article.blocks.resize(1);
  article.blocks[0].text = text;
  std::string all;
  for (const auto& mention : annotate(article, *knowledge).mentions) {
    if (mention.at.block != 0 || mention.entity.empty()) continue;
    all += (all.empty() ? "" : "; ") + mention.entity;
  }
  return all;
}

TEST(LandSurnames, TheHolderOfTheOfficeOfAnotherLand) {
  for (const auto& [lang, text] :
       {std::pair{"en", "Portuguese Prime Minister Montenegro said that he was sad."},
        std::pair{"de", "Der portugiesische Ministerpräsident Montenegro war in Trauer."},
        std::pair{"es", "El primer ministro portugués, Montenegro, expresó su pésame."},
        std::pair{"fr", "Le Premier ministre portugais Montenegro a exprimé ses condoléances."},
        std::pair{"pt", "O primeiro-ministro português, Montenegro, lamentou as mortes."},
        std::pair{"ar", "أعرب رئيس الوزراء البرتغالي مونتينيغرو عن حزنه."},
        std::pair{"fa",
                  "مونته‌نگرو، نخست‌وزیر پرتغال، ابراز تاسف "
                  "کرد."},
        std::pair{"hi", "पुर्तगाल के प्रधानमंत्री मोंटेनेग्रो ने शोक जताया।"},
        std::pair{"id", "Perdana Menteri Portugal Montenegro menyampaikan belasungkawa."},
        std::pair{"ja", "ポルトガルのモンテネグロ首相は哀悼の意を示した。"},
        std::pair{"tr", "Portekiz Başbakanı Montenegro başsağlığı diledi."}}) {
    const std::string all = linked(lang, text);
    EXPECT_NE(all.find("luis-montenegro"), std::string::npos) << text << " " << all;
    EXPECT_EQ(all.find("; montenegro"), std::string::npos) << text << " " << all;
  }
}

TEST(LandSurnames, TheSameNameBesideTheSameOffice) {
  EXPECT_EQ(
      linked("ja", "ポルトガルのモンテネグロ首相は訪独した。モンテネグロ首相は花を手向けた。"),
      "portugal; luis-montenegro; luis-montenegro");
}

TEST(LandSurnames, ALandIsOneWhereItsOwnOfficeIsNamed) {
  EXPECT_EQ(linked("ja", "モンテネグロ首相は哀悼の意を示した。"),
            "montenegro/prime-minister; montenegro");
  const std::string all =
      linked("en", "The prime ministers of Portugal and Montenegro met in Podgorica.");
  EXPECT_EQ(all.find("luis-montenegro"), std::string::npos) << all;
}

TEST(ThingNames, ATownsNameInMarksBehindAThing) {
  for (const auto& [lang, text] :
       {std::pair{
            "fa",
            "مهندسان برای شرکت معدنی «اورسا» کار می‌کردند."},
        std::pair{"ar", "أطلقت روسيا القمر الصناعي الإماراتي \"سهيل\" من القاعدة."},
        std::pair{"ru", "Рабочие компании «Самара» вышли на площадь."},
        std::pair{"en", "The film \"Chicago\" won the prize."},
        std::pair{"ja", "映画「シカゴ」が受賞した。"}}) {
    const std::string all = linked(lang, text);
    for (const std::string_view town : {"aversa", "fuengirola", "samara", "chicago"}) {
      EXPECT_EQ(all.find(town), std::string::npos) << text << " " << all;
    }
  }
  EXPECT_EQ(linked("ar", "أطلقت روسيا سهيل-2 من القاعدة."), "russia");
  EXPECT_EQ(linked("ru", "Рабочие вышли на площадь в Самаре."), "samara");
  EXPECT_NE(linked("en", "He moved to \"Chicago\" in spring.").find("chicago"), std::string::npos);
}

TEST(BareBodies, APhraseWithALandInItTellsTheLandOnce) {
  const std::string all =
      linked("hi", "पुलिस के अनुसार आठ संदिग्ध पकड़े गए हैं। फ्रांस के राष्ट्रपति ने शहबाज शरीफ को धन्यवाद दिया।",
             "बलूचिस्तान में अगवा तीन इंजीनियर रिहा");
  EXPECT_EQ(all.find("france/police"), std::string::npos) << all;
}

TEST(BareBodies, AWordThatManyLandsShareIsOfTheLandThatIsToldOf) {
  const std::string all =
      linked("hi",
             "जापान की कैबिनेट ने बजट मंजूर किया। जापान का रक्षा खर्च बढ़ा। जापान में बजट संसद में रखा जाएगा। "
             "भारत का बजट छोटा है।",
             "जापान का बजट मंजूर");
  EXPECT_EQ(all.find("india-parliament"), std::string::npos) << all;
  EXPECT_NE(all.find("japan-diet"), std::string::npos) << all;
}

TEST(BareBodies, ACourtOfItsOwnNameIsNotThatOfAnotherLand) {
  const std::string all = linked("pt",
                                 "A Índia pediu a extradição. O Tribunal Constitucional rejeitou o "
                                 "recurso. A Índia promete um julgamento justo, disse a Índia.");
  EXPECT_EQ(all.find("supreme-court-of-india"), std::string::npos) << all;
}

}  // namespace
}  // namespace synoptic::annotate
