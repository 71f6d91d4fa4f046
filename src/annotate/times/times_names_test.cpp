// Days and years that are parts of names: rockets, offices.
#include <gtest/gtest.h>

#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

size_t times_in(std::string_view lang, std::string_view text) {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  annotated.article.published.emplace();
  annotated.article.published->value = *model::parse_iso("2026-05-20");
  annotated.article.blocks.resize(2);
  annotated.article.blocks[1].text = std::string(text);
  find_times(annotated, make_sources(annotated.article), **knowledge);
  return annotated.times.size();
}

TEST(TimesInNames, ARocketIsNoDay) {
  EXPECT_EQ(times_in("en", "A Long March 6A rocket stands ready."), 0u);
  EXPECT_EQ(times_in("en", "The Long March 5 rocket stands ready."), 0u);
  EXPECT_EQ(times_in("en", "The ship left on March 6."), 1u);
}

TEST(TimesInNames, AGeneralManagerIsNoYear) {
  EXPECT_EQ(times_in("ar", "حضر المدير العام السابق للميناء."), 0u);
  EXPECT_EQ(times_in("ar", "استقال الأمين العام الحالي للحزب."), 0u);
  EXPECT_EQ(times_in("ar", "ارتفعت الأسعار العام السابق."), 1u);
}

}  // namespace
}  // namespace synoptic::annotate
