// What the numbers of a text count, for tests.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "annotate/steps.h"

namespace synoptic::annotate {

// A block with its times and numbers read, in an article of 14 March 2026; `about`: the id of
// something that the article names, and as which it may stand in the text.
inline model::Annotated numbers_read(std::string_view text, std::string_view lang,
                                     std::string_view about = "") {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  annotated.article.published.emplace();
  annotated.article.published->value = *model::parse_iso("2026-03-14");
  annotated.article.blocks.resize(2);
  annotated.article.blocks[1].text = std::string(text);
  const Sources sources = make_sources(annotated.article);
  if (!about.empty()) {
    model::Mention mention;
    mention.entity = std::string(about);
    const size_t named = text.find(about);
    if (named != std::string_view::npos) {
      const auto begin = static_cast<uint32_t>(named);
      mention.at =
          place_of(annotated.article, 1, {begin, begin + static_cast<uint32_t>(about.size())});
    }
    annotated.mentions.push_back(mention);
  }
  find_times(annotated, sources, **knowledge);
  find_quantities(annotated, sources, **knowledge);
  return annotated;
}

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
