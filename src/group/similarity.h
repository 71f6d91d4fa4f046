// How alike two articles are, graded: from 0, nothing in common, to 1, the same text. Grouping asks
// whether two articles report one event; this asks how much of their content they share, in one
// language or across two, and needs no stream. Recipe and figures: data/group/similarity.md.
// Free of state: any number of threads.
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/annotation.h"

namespace synoptic::group {

// An article as it is compared: made once, compared with many.
struct Portrait {
  using Weights = std::vector<std::pair<uint32_t, float>>;  // sorted by key, each once

  std::string lang;  // primary subtag
  size_t bytes = 0;  // of the whole text
  using Terms = std::vector<lexicon::WeightedTerm>;
  Terms terms;                      // of the whole text
  Terms beginning, opening, first;  // of what begins it, of what opens it, of the title or as much
  Weights strangers;                // names that are not known, as written
};
Portrait portrait_of(const model::Annotated& annotated);

// What two articles have in common, each from 0 to 1.
struct InCommon {
  double terms = 0;      // cosine of the terms of the lexicon, rare ones weighing more
  double opening = 0;    // how much of each one's first lines stands in the other's beginning
  double strangers = 0;  // cosine, of texts in two languages
  // What an account in the other's language, of the same content, would have in common by `terms`:
  // less where the lexicon reads one of the languages badly.
  double same_content = 1;
  size_t shorter = 0;  // bytes of the shorter text
};
InCommon in_common(const Portrait& a, const Portrait& b);

double similarity(const InCommon& common);
inline double similarity(const Portrait& a, const Portrait& b) {
  return similarity(in_common(a, b));
}

}  // namespace synoptic::group
