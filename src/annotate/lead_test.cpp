// A caption or a summary may stand before the paragraph that opens with a dateline.
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

}  // namespace
}  // namespace synoptic::annotate
