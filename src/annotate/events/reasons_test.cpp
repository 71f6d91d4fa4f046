// Names in what a deed was done for.
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::TestArticle;

struct ReasonCase {
  const char *lang, *text, *action, *in_reason;
};

bool befalls(const ReasonCase& test) {
  TestArticle article(test.lang, {test.text});
  article.mention(test.in_reason, "sudan", model::EntityType::kCountry);
  const model::Annotated annotated = article.events();
  for (const auto& event : annotated.events) {
    if (event.action != test.action) continue;
    for (const auto& who : event.recipient) {
      if (who.entity == "sudan") return true;
    }
  }
  return false;
}

TEST(Reasons, WhoIsNamedInThemIsNotWhomTheDeedBefell) {
  const ReasonCase cases[] = {
      {"es", "El tribunal sancionó a 14 empresas por vender petróleo a Sudán.", "sanction",
       "Sudán"},
      {"pt", "O tribunal sancionou 14 empresas por vender petróleo ao Sudão.", "sanction", "Sudão"},
      {"fr", "Le tribunal a sanctionné 14 entreprises pour avoir vendu du pétrole au Soudan.",
       "sanction", "Soudan"},
      {"en", "The court sanctioned 14 firms for selling oil to Sudan.", "sanction", "Sudan"},
      {"ko", "재무부는 원유를 수단에 판매한 혐의로 기업 14곳을 제재했다.", "sanction", "수단"},
      {"fa",
       "وزارت خزانه‌داری ۱۴ شرکت را به اتهام فروش نفت به سودان "
       "تحریم "
       "کرد.",
       "sanction", "سودان"},
      {"tr", "Bakanlık, Sudan'a petrol sattıkları gerekçesiyle 14 şirkete yaptırım uyguladı.",
       "sanction", "Sudan"}};
  for (const ReasonCase& test : cases) EXPECT_FALSE(befalls(test)) << test.text;
}

TEST(Reasons, ForWhomADeedIsDoneStandsInNone) {
  const ReasonCase cases[] = {
      {"en", "The court sanctioned Sudan for selling oil.", "sanction", "Sudan"},
      {"es", "El tribunal sancionó a Sudán por vender petróleo.", "sanction", "Sudán"},
      {"fr", "Le tribunal a sanctionné le Soudan pour avoir vendu du pétrole.", "sanction",
       "Soudan"}};
  for (const ReasonCase& test : cases) EXPECT_TRUE(befalls(test)) << test.text;
}

}  // namespace
}  // namespace synoptic::annotate
