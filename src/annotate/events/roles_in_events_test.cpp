#include <gtest/gtest.h>

#include "annotate/annotate.h"

namespace synoptic::annotate {
namespace {

// "actor > recipient" of the first event with the action.
std::string who(const std::string& lang, const std::string& text, std::string_view action) {
  static const auto knowledge = knowledge::Knowledge::load().value();
  model::Article article;
  article.lang = lang;
  article.title = "x";
  model::Block block;
  block.text = text;
  article.blocks.push_back(block);
  for (const auto& event : annotate(article, *knowledge).events) {
    if (event.action != action || event.actor.empty() || event.recipient.empty()) continue;
    return event.actor[0].name + " > " + event.recipient[0].name;
  }
  return "none";
}

TEST(RolesInEvents, TheCountryOfARoleDoesNothingItself) {
  EXPECT_EQ(who("ar", "وجه رئيس كازاخستان قاسم جومارت توكاييف الحكومة الكازاخية بدعم المزارعين.",
                "order"),
            "Kassym-Jomart Tokayev > Government of Kazakhstan");
  EXPECT_EQ(who("ar", "أمر رئيس تركيا رجب طيب أردوغان البنك المركزي التركي بخفض الفائدة.", "order"),
            "Recep Tayyip Erdoğan > Central Bank of the Republic of Turkey");
}

}  // namespace
}  // namespace synoptic::annotate
