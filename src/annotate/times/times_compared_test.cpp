// Days that something is compared with, what is said to come about, and lengths that are no days.
#include <gtest/gtest.h>

#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

// Of an article of Monday, 23 November 2026.
std::string days_of(std::string_view text, std::string_view lang) {
  static const auto knowledge = knowledge::Knowledge::load();
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  annotated.article.published.emplace();
  annotated.article.published->value = *model::parse_iso("2026-11-23");
  annotated.article.blocks.resize(2);
  annotated.article.blocks[1].text = std::string(text);
  const Sources sources = make_sources(annotated.article);
  find_times(annotated, sources, **knowledge);
  std::string out;
  for (const model::TimeMention& time : annotated.times) {
    if (!out.empty()) out += "; ";
    out += time.precision == "unresolved" ? "unresolved" : model::iso(time.from);
  }
  return out;
}

TEST(TimesCompared, ADaysCloseLiesBehind) {
  EXPECT_EQ(days_of("The offer is a premium of a quarter to Friday's close.", "en"), "2026-11-20");
  EXPECT_EQ(days_of("यह शुक्रवार के बंद भाव से 28 प्रतिशत अधिक है।", "hi"), "2026-11-20");
  EXPECT_EQ(days_of("A oferta está 28% acima do fechamento de sexta-feira.", "pt"), "2026-11-20");
  EXPECT_EQ(days_of("این ۲۸ درصد بالاتر از قیمت پایانی روز جمعه است.", "fa"), "2026-11-20");
  EXPECT_EQ(days_of("이 제안은 금요일 종가보다 28% 높다.", "ko"), "2026-11-20");
  EXPECT_EQ(days_of("The talks will end before Friday's close.", "en"), "2026-11-27");
}

TEST(TimesCompared, AConditionalIsPastOnlyWithAParticiple) {
  EXPECT_EQ(days_of("La dévaluation aurait lieu en janvier.", "fr"), "2027-01");
  EXPECT_EQ(days_of("L'homme aurait été tué en janvier.", "fr"), "2026-01");
  EXPECT_EQ(days_of("Le suspect aurait pris la fuite en janvier.", "fr"), "2026-01");
  EXPECT_EQ(days_of("Habría una devaluación en enero. No habría pagos en enero.", "es"),
            "2027-01; 2027-01");
  EXPECT_EQ(days_of("Tres personas habrían muerto en enero.", "es"), "2026-01");
  EXPECT_EQ(days_of("Segundo ele, haveria uma desvalorização em janeiro.", "pt"), "2027-01");
  EXPECT_EQ(days_of("Ele teria morrido em janeiro.", "pt"), "2026-01");
  EXPECT_EQ(days_of("El temporal azotó las islas el fin de semana.", "es"), "2026-11-21");
}

TEST(TimesCompared, ALengthIsNoDay) {
  EXPECT_EQ(days_of("Customers may withdraw 10,000 in a day.", "en"), "");
  EXPECT_EQ(days_of("تم الإفراج عنهم بعد سبعة عشر يوما من الاحتجاز.", "ar"), "unresolved");
  EXPECT_EQ(days_of("납치된 3명이 17일 만에 풀려났다.", "ko"), "");
  EXPECT_EQ(days_of("정부는 17일 회의를 열었다.", "ko"), "2026-11-17");
}

}  // namespace
}  // namespace synoptic::annotate
