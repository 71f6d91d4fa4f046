// A caption or a summary may stand before the paragraph that opens with a dateline.
#include "model/lead.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate {
namespace {

using model::BlockKind;

// Whether an event's actor is written so.
bool acts(const std::string& front, BlockKind kind, const std::string& lead, std::string_view who,
          const std::string& lang = "en") {
  static const auto kLoaded = knowledge::Knowledge::load();
  model::Article article;
  article.lang = lang;
  article.blocks.resize(2);
  article.blocks[0].kind = kind;
  article.blocks[0].text = front;
  article.blocks[1].text = lead;
  const model::Annotated read = annotate(std::move(article), **kLoaded);
  return std::ranges::any_of(read.events, [&](const model::Event& event) {
    return std::ranges::any_of(event.actor, [&](const auto& actor) { return actor.text == who; });
  });
}

const std::string kLead =
    "JERUSALEM, Nov 28 (Coast News) - Iranian missiles struck the city of Haifa overnight, killing "
    "two people.";

TEST(Lead, ADatelineBehindACaptionIsNoActor) {
  EXPECT_FALSE(acts("A view of the port.", BlockKind::kCaption, kLead, "JERUSALEM"));
  EXPECT_FALSE(acts("Two people died, the army said.", BlockKind::kParagraph, kLead, "JERUSALEM"));
  EXPECT_FALSE(acts("Der Hafen.", BlockKind::kCaption,
                    "KIEW, 28. November (Küstenpost) – Russische Drohnen griffen den Hafen an.",
                    "KIEW", "de"));
  EXPECT_FALSE(acts("Порт.", BlockKind::kCaption,
                    "КИЕВ, 28 ноября (Агентство) — Российские дроны атаковали порт.", "КИЕВ",
                    "ru"));
}

TEST(Lead, OrdinaryDashesBehindTheFirstParagraphPartNothing) {
  EXPECT_TRUE(acts("The war goes on.", BlockKind::kParagraph,
                   "IRAN - after a week of threats - attacked Haifa.", "IRAN"));
}

TEST(Lead, AKnownTownInFrontOfADashOrAStopIsADateline) {
  const auto end = [](const std::string& lang, const std::string& lead) {
    static const auto kLoaded = knowledge::Knowledge::load();
    model::Article article;
    article.lang = lang;
    article.blocks.resize(1);
    article.blocks[0].text = lead;
    return model::dateline_end(annotate(std::move(article), **kLoaded), 0);
  };
  struct Case {
    const char *lang, *head, *report;
  };
  for (const Case& one :
       {Case{"ar", "القاهرة - ", "ألزم البنك المركزي المصري البنوك بخفض الرسوم يوم الثلاثاء."},
        {"fa", "تهران - ",
         "رئیس‌جمهور روز سه‌شنبه با وزیر خارجه دیدار "
         "کرد."},
        {"ko", "서울 - ", "정부는 화요일 새 예산안을 발표했다."},
        {"id", "Jakarta - ", "Pemerintah mengumumkan anggaran baru pada Selasa."},
        {"tr", "Ankara - ", "Hükümet salı günü yeni bütçeyi açıkladı."},
        {"de", "KASSEL. ", "Der Konzern will das Werk im März schließen."},
        {"fr", "Le Caire. ", "Les sociétés de change devront déclarer leurs ventes."},
        {"ru", "КИЕВ. ", "Парламент во вторник принял закон о бюджете."},
        {"uk", "Київ. ", "Парламент у вівторок ухвалив закон про бюджет."},
        {"hi", "नई दिल्ली। ", "सरकार ने मंगलवार को नया बजट पेश किया।"},
        {"hi", "जकार्ता। ", "सरकार ने मंगलवार को नया बजट पेश किया।"},
        {"en", "Nairobi, Kenya - ", "The government told the banks on Tuesday to cut fees."}}) {
    EXPECT_EQ(end(one.lang, std::string(one.head) + one.report), std::string(one.head).size())
        << one.head;
  }
  EXPECT_EQ(end("en", "Kenya - the host - will play Ghana on Sunday."), 0u);
  EXPECT_EQ(end("de", "Kassel wartet. Der Konzern will das Werk schließen."), 0u);
  EXPECT_FALSE(acts("Vista del tribunal.", BlockKind::kCaption,
                    "SÃO PAULO.- Un jurado de Recife declaró culpable a Otávio Lins y lo condenó a "
                    "dieciocho años de cárcel.",
                    "SÃO PAULO", "es"));
  EXPECT_FALSE(acts("صورة للبنك.", BlockKind::kCaption,
                    "القاهرة - ألزم البنك المركزي المصري البنوك بخفض الرسوم.", "القاهرة", "ar"));
}

}  // namespace
}  // namespace synoptic::annotate
