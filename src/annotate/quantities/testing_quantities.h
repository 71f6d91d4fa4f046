// What the numbers of a text count, for tests.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "annotate/annotate.h"
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

// All of a block annotated, in an article of 7 May 2026.
inline model::Annotated block_read(std::string_view lang, std::string_view text) {
  static const auto knowledge = knowledge::Knowledge::load().value();
  model::Article article;
  article.lang = std::string(lang);
  article.title = "x";
  article.published.emplace();
  article.published->value = *model::parse_iso("2026-05-07");
  article.blocks.resize(1);
  article.blocks[0].text = std::string(text);
  return annotate(article, *knowledge);
}

// Its numbers: "count 12 killed; duration 3 day", each with its modifier behind it if asked for.
inline std::string numbers_told(std::string_view lang, std::string_view text, bool modifiers) {
  std::string all;
  for (const auto& quantity : block_read(lang, text).quantities) {
    if (!all.empty()) all += "; ";
    all += fmt::format("{} {}", quantity.kind, quantity.value);
    if (!quantity.unit.empty()) all += " " + quantity.unit;
    if (!quantity.counted_class.empty()) all += " " + quantity.counted_class;
    if (modifiers && !quantity.modifier.empty()) all += " " + quantity.modifier;
  }
  return all;
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
