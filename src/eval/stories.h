// Grouping measured on sets of articles whose stories are known.
//
// A set is a folder with docs.jsonl ("id", "title", "text", and "lang", "time" where known) and
// gold.tsv (id<TAB>story), or a folder of *.json files of one story each ("articles" with "id",
// "lang", "published", "title", "text").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"
#include "text/language_id.h"

namespace synoptic::eval {

// Three stories in five are dev. Stories that are easily taken for one another stay together: where
// the set tells topics, all stories of one are in one part, by a hash; where all stories have
// times, the earlier ones are dev; elsewhere a hash of the story decides.
enum class StoryPart { kAll, kDev, kTest };

struct StoryDocument {
  std::string id, lang, title, text, url, time;  // time: ISO 8601 or empty
  std::string story;                             // as the gold names it
  std::string topic;                             // of the story, where the set tells it
};

// In time order; what has no time stays where it stands, behind what is dated.
Result<std::vector<StoryDocument>> read_story_set(const std::string& path, StoryPart part);

// As the rest of the program would see the document: language found where it is not stated,
// paragraphs as blocks, annotated.
model::Article article_of(const StoryDocument& document, const text::LanguageId& languages);
model::Annotated annotated_document(const StoryDocument& document,
                                    const knowledge::Knowledge& knowledge,
                                    const text::LanguageId& languages);

struct Share {
  double precision = 0, recall = 0;  // 0 … 1
  double f1() const;
};

struct StoryScores {
  Share bcubed, pairs, cross_lingual;  // cross_lingual: pairs of articles in different languages
  double adjusted_rand = 0;
  size_t documents = 0, gold_stories = 0, stories = 0;
};

// `found` and `documents` are parallel.
StoryScores score_stories(const std::vector<StoryDocument>& documents,
                          const std::vector<std::string>& found);

}  // namespace synoptic::eval
