// A text read as an article of one block, with the program's own knowledge; for tests.
#pragma once

#include <string>

#include "annotate/annotate.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate::testing {

inline const knowledge::Knowledge& known_world() {
  static const auto kLoaded = knowledge::Knowledge::load();
  return **kLoaded;
}

// `published`: an ISO day, or nothing.
inline model::Annotated read_text(const std::string& lang, const std::string& text,
                                  const std::string& published = "") {
  model::Article article;
  article.lang = lang;
  if (!published.empty()) {
    article.published.emplace();
    article.published->value = *model::parse_iso(published);
  }
  model::Block block;
  block.text = text;
  article.blocks.push_back(std::move(block));
  return annotate(std::move(article), known_world());
}

}  // namespace synoptic::annotate::testing
