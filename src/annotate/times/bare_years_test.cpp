// Years without a word that says so, and what is counted beside them.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

std::string quantities(std::string_view text, std::string_view lang) {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  annotated.article.published.emplace();
  annotated.article.published->value = *model::parse_iso("2026-03-14");
  annotated.article.blocks.resize(2);
  annotated.article.blocks[1].text = std::string(text);
  const Sources sources = make_sources(annotated.article);
  find_times(annotated, sources, **knowledge);
  find_quantities(annotated, sources, **knowledge);
  std::string out;
  for (const model::Quantity& quantity : annotated.quantities) {
    if (!out.empty()) out += "; ";
    out += fmt::format("{} {} {}", quantity.value, quantity.counted_class, quantity.scope);
  }
  return out;
}

TEST(BareYears, AYearBesideItsVerbCountsNobody) {
  EXPECT_EQ(quantities("2014 starben neun Menschen.", "de"), "9 killed background");
  EXPECT_EQ(quantities("Beim Untergang der Fähre 2014 starben neun Menschen.", "de"),
            "9 killed background");
  EXPECT_EQ(quantities("Bei einem Unglück 2011 kamen 31 Menschen ums Leben.", "de"),
            "31 killed background");
  EXPECT_EQ(quantities("Zwölf Menschen starben; 2014 waren es neun Tote.", "de"),
            "12 killed event; 9 killed background");
  EXPECT_EQ(quantities("Das Beben von 1999 tötete 17000 Menschen.", "de"),
            "17000 killed background");
  EXPECT_EQ(quantities("В 2014 погибли девять человек.", "ru"), "9 killed background");
  EXPECT_EQ(quantities("У 2014 загинули дев'ять людей.", "uk"), "9 killed background");
  EXPECT_EQ(quantities("2014'teki yangında dokuz kişi öldü.", "tr"), "9 killed background");
  EXPECT_EQ(quantities("2014 lalu sembilan orang tewas.", "id"), "9 killed background");
}

TEST(BareYears, WhatAnotherNumberCountsIsNotTheYears) {
  EXPECT_EQ(quantities("Kebakaran 2014 menewaskan sembilan orang.", "id"), "9 killed event");
  EXPECT_EQ(quantities("2014 yangınında dokuz kişi öldü.", "tr"), "9 killed event");
}

TEST(BareYears, ANumberRightBeforeWhatItCountsIsNoYear) {
  EXPECT_EQ(quantities("2014 Menschen starben bei dem Beben.", "de"), "2014 killed event");
  EXPECT_EQ(quantities("About 2014 people were killed.", "en"), "2014 killed event");
  EXPECT_EQ(quantities("1995 young men were arrested.", "en"), "1995 arrested event");
  EXPECT_EQ(quantities("Погибли 1995 человек.", "ru"), "1995 killed event");
}

}  // namespace
}  // namespace synoptic::annotate
