// What the numbers of a text count, for tests.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "annotate/steps.h"

namespace synoptic::annotate {

// The classes of all numbers, in order: "2 ; 12 killed".
inline std::string classes_of(std::string_view text, std::string_view lang) {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  annotated.article.blocks.resize(2);
  annotated.article.blocks[1].text = std::string(text);
  const Sources sources = make_sources(annotated.article);
  find_quantities(annotated, sources, **knowledge);
  std::string out;
  for (const model::Quantity& quantity : annotated.quantities) {
    if (!out.empty()) out += "; ";
    out += fmt::format("{} {}", quantity.value, quantity.counted_class);
  }
  return out;
}

}  // namespace synoptic::annotate
