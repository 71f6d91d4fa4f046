#include "clean/dates/dateline.h"

#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

std::string day_of(std::string head, std::string end = {}) {
  const auto articles = clean_text("# Old mill turned into a school\n\n" + head +
                                       "The old mill on the river was turned into a school this "
                                       "year, after the village had asked for one for decades.\n\n"
                                       "Forty children will start there in autumn.\n" +
                                       end,
                                   model::Format::kMarkdown);
  if (articles.size() != 1 || !articles[0].published) return {};
  return model::iso(articles[0].published->value);
}

TEST(Dateline, APlaceAndATimeInBracketsBesideTheDay) {
  for (const char* line : {"Lima, 9 jun 2026 (12:15 h)", "Berlin, 9. Juni 2026 (12:15)",
                           "Jakarta, 9 Juni 2026 (12:15 WIB)", "Москва, 9 июня 2026 (12:15)",
                           "بيروت، 9 حزيران 2026 (12:15)", "東京、2026年6月9日（12:15）"}) {
    EXPECT_EQ(day_of(std::string(line) + "\n\n"), "2026-06-09T12:15") << line;
  }
  EXPECT_EQ(day_of("Lima, 9 jun 2026 (EFE)\n\n").substr(0, 10), "2026-06-09");
}

TEST(Dateline, ADashBetweenThePlaceAndTheDay) {
  EXPECT_EQ(day_of("ELM – June 9, 2026 – "), "2026-06-09");
  EXPECT_EQ(day_of("ELM — June 9, 2026. "), "2026-06-09");
  EXPECT_EQ(day_of("It was old – June 9, 2026 – "), "") << "no place";
}

TEST(Dateline, ADayWithoutItsYear) {
  EXPECT_EQ(day_of("Lima, 9 jun.- "), "") << "no year to be had";
  EXPECT_EQ(day_of("Lima, 9 jun.- ", "\n© 2026 El Molino. Todos los derechos reservados.\n"),
            "2026-06-09");
  EXPECT_EQ(day_of("2 March 2026\n\nLima, 9 jun.- "), "2026-03-02") << "a whole day is told";
}

TEST(Dateline, ADayWithoutItsYearIsTheLastOneBeforeThePageWasSeen) {
  model::Block block;
  block.text = "LIMA, Dec 28 (Wire) - The old mill on the river was turned into a school.";
  block.source.append_linear(static_cast<uint32_t>(block.text.size()), 0);
  const auto date = dateline_date({block}, "en", model::parse_iso("2026-01-03"));
  ASSERT_TRUE(date);
  EXPECT_EQ(model::iso(date->value), "2025-12-28");
  EXPECT_FALSE(dateline_date({block}, "en"));
}

std::string agencies_of(const std::string& head) {
  const auto articles =
      clean_text("Old mill turned into a school\n\n" + head +
                 "The old mill on the river was turned into a school this year, after the village "
                 "had asked for one for decades.\n\nForty children will start there in autumn.\n");
  std::string all;
  for (const auto& article : articles) {
    for (const auto& origin : article.origins) all += origin.name + ";";
  }
  return all;
}

TEST(Dateline, AnAgencyBetweenStrokes) {
  EXPECT_EQ(agencies_of("МОСКВА, 17 января. /ТАСС/. "), "TASS;");
  EXPECT_EQ(agencies_of("КИЇВ, 17 січня. /Укрінформ/. "), "Ukrinform;");
  EXPECT_EQ(agencies_of("/ТАСС/. "), "TASS;");
  EXPECT_EQ(agencies_of("BEIJING, Jan. 17 /Xinhua/ -- "), "Xinhua News Agency;");
  EXPECT_EQ(agencies_of("ANKARA, 17 Ocak /AA/ - "), "Anadolu Agency;");
  EXPECT_EQ(agencies_of("الرباط 9 سبتمبر /رويترز/ - "), "Reuters;");
  EXPECT_EQ(agencies_of("नई दिल्ली, 17 जनवरी /पीटीआई/ "), "Press Trust of India;");
  EXPECT_EQ(agencies_of("LONDON, Jan. 17, 2026 /Wirepress/ -- "), "Wirepress;") << "unknown";
}

TEST(Dateline, StrokesAroundOtherWords) {
  EXPECT_EQ(agencies_of("МОСКВА, 17 января. /Старый порт/. "), "");
  EXPECT_EQ(agencies_of("In 2026 he /or she/ may come. "), "");
  EXPECT_EQ(agencies_of("Lima/Callao, 9 jun. - "), "");
}

}  // namespace
}  // namespace synoptic::clean
