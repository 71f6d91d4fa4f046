// The language of an article: what its text tells, and what the page says where that is too short.
#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

std::string told_language(const std::string& declared, const std::string& title,
                          const std::string& text) {
  const auto articles = clean_text(
      "---\ntitle: " + title + "\nlang: " + declared + "\n---\n\n# " + title + "\n\n" + text + "\n",
      model::Format::kMarkdown);
  return articles.empty() ? "" : articles[0].lang;
}

TEST(Language, OfAShortTextItsPageKnowsBetter) {
  EXPECT_EQ(told_language("hi", "बलूचिस्तान में अगवा तीन इंजीनियर 18 दिन बाद रिहा",
                          "बलूचिस्तान में 12 मार्च को अगवा दो फ्रांसीसी नागरिक रिहा हुए। "
                          "अपहर्ताओं ने 50 लाख डॉलर मांगे थे।"),
            "hi");
  EXPECT_EQ(
      told_language("es", "La presa retiene 28 kilómetros cúbicos",
                    "La presa retiene 300 millones de metros cúbicos. El alcalde pidió calma a "
                    "los vecinos."),
      "es");
  EXPECT_EQ(
      told_language("id", "Bendungan menampung air",
                    "Bendungan menampung 28 juta liter air sejak Senin, kata wali kota. Warga "
                    "diminta menjauh."),
      "id");
}

TEST(Language, NoPageTellsAnotherScript) {
  EXPECT_EQ(told_language("en", "Мост открыли",
                          "Мост открыли в понедельник вечером, сообщила мэрия. Движение по нему "
                          "восстановлено."),
            "ru");
}

TEST(Language, ALongTextTellsItself) {
  const std::string sentence =
      "Der Rat hat am Montag beschlossen, dass die Brücke im Frühling wieder geöffnet wird. ";
  EXPECT_EQ(told_language("en", "Die Brücke wird geöffnet",
                          sentence + sentence + sentence + sentence + sentence),
            "de");
}

}  // namespace
}  // namespace synoptic::clean
