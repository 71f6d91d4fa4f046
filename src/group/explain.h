// Why the articles of a story stand together, item by item: what they share, as each language
// writes it, how their nearest pairs were scored, and what is doubtful about it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "group/group.h"

namespace synoptic::group {

struct Sighting {        // a shared item as one article writes it
  uint32_t article = 0;  // index among the members
  std::string lang;      // primary subtag
  std::string text;
  Span span;  // in that article's capture
};

struct SharedItem {
  std::string kind;  // name country place unknown_name deed figure time topic word number token
  std::string id;    // entity id, topic id; of a word the English stem, where there is one
  std::string name;
  double weight = 0;                // the least that any of its articles gives it
  std::vector<uint32_t> articles;   // indices among the members, rising
  std::vector<Sighting> sightings;  // the first forms of each language, not of each article
};

struct TieFeature {
  std::string name;  // as in data/group/weights.tsv; whole_texts, embedding
  float value = 0, weight = 0;
};

struct Tie {  // an article with the member that is nearest to it
  uint32_t article = 0, other = 0;
  float score = 0;
  bool copy = false;                 // copies need little of it
  std::vector<TieFeature> features;  // what counted, the most telling first
};

struct Doubt {
  std::string code;  // undated date_apart date_conflict date_after_fetch language_unknown
                     // language_not_read language_mixed short weak_tie other_places
                     // other_countries other_days
  std::vector<uint32_t> articles;
  std::string why;
};

struct Explanation {
  float join = 0;                  // the score from which an article joins
  std::vector<SharedItem> shared;  // by kind, then the weightiest first
  std::vector<Tie> ties;           // one an article; none for a story of one
  std::vector<Doubt> doubts;
};

// `placed`: the grouper that made the story, whose weights know how rare things were when the
// articles came; without it, or for articles that left its window, everything counts as rare.
Explanation explain(const std::vector<const model::Annotated*>& members,
                    const knowledge::Knowledge& knowledge, const Grouper* placed = nullptr);

}  // namespace synoptic::group
