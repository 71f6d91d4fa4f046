// For tests: an article of some paragraphs, with mentions set by hand.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "annotate/steps.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::annotate::testing {

inline const knowledge::Knowledge& knowledge() {
  static const auto loaded = knowledge::Knowledge::load();
  return **loaded;
}

class TestArticle {
 public:
  TestArticle(std::string lang, std::vector<std::string> paragraphs) {
    annotated_.article.lang = std::move(lang);
    for (auto& text : paragraphs) {
      model::Block block;
      block.text = std::move(text);
      annotated_.article.blocks.push_back(std::move(block));
    }
  }

  TestArticle& title(std::string text) {
    annotated_.article.title = std::move(text);
    return *this;
  }
  TestArticle& kind(size_t block, model::BlockKind kind) {
    annotated_.article.blocks[block].kind = kind;
    return *this;
  }
  // Every place where the words stand becomes a mention of the entity.
  TestArticle& mention(const std::string& words, const std::string& entity,
                       model::EntityType type = model::EntityType::kOrg,
                       const std::string& form = "name") {
    for (uint32_t block = 0; block < annotated_.article.blocks.size(); ++block) {
      add_in(annotated_.article.blocks[block].text, block, words, entity, type, form);
    }
    add_in(annotated_.article.title, model::kTitleBlock, words, entity, type, form);
    return *this;
  }
  // Where the words first stand in the block, they are a time.
  TestArticle& time(const std::string& words, uint32_t block = 0) {
    const size_t at = annotated_.article.blocks[block].text.find(words);
    const Range range{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
    model::TimeMention time;
    time.at = {block, range, {range.begin, range.end}};
    time.text = words;
    annotated_.times.push_back(std::move(time));
    return *this;
  }

  const model::Annotated& events() {
    find_events(annotated_, syntax::passages(annotated_), knowledge());
    return annotated_;
  }
  const model::Annotated& quotes() {
    find_quotes(annotated_, syntax::passages(annotated_));
    return annotated_;
  }
  const model::Annotated& topics() {
    find_topics(annotated_, syntax::passages(annotated_), knowledge());
    return annotated_;
  }

 private:
  void add_in(const std::string& text, uint32_t block, const std::string& words,
              const std::string& entity, model::EntityType type, const std::string& form) {
    for (size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
      model::Mention mention;
      const Range range{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
      mention.at = {block, range, {range.begin, range.end}};
      mention.text = words;
      mention.entity = entity;
      mention.name = entity.empty() ? words : entity;
      mention.type = type;
      mention.form = form;
      annotated_.mentions.push_back(std::move(mention));
    }
  }

  model::Annotated annotated_;
};

inline const model::Event* event(const model::Annotated& annotated, std::string_view action) {
  for (const auto& found : annotated.events) {
    if (found.action == action) return &found;
  }
  return nullptr;
}

// "a|b": the entities, or the texts where there is no entity.
inline std::string names(const std::vector<model::Argument>& arguments) {
  std::string all;
  for (const auto& argument : arguments) {
    if (!all.empty()) all += '|';
    all += argument.entity.empty() ? argument.text : argument.entity;
  }
  return all;
}

}  // namespace synoptic::annotate::testing
