// A text of the article as the steps that look for names, times and quantities see it: folded, with
// its sentences and the places where words begin. Made once per article. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/annotation.h"
#include "text/fold.h"

namespace synoptic::annotate {

struct Source {
  uint32_t block = 0;  // index in Article::blocks, or kTitleBlock
  bool lead = false;   // may open with a dateline
  std::string_view raw;
  text::Folded folded;
  std::vector<Range> sentences;  // of the raw text
  // Where a word or a number may begin in the folded text: no letter stands before it, or its
  // script has no spaces; of a run of digits the first.
  std::vector<uint32_t> starts;
  // Of each of them where the run of its letters ends; where it begins, for digits, for a script
  // without spaces and before a digit: what begins there is not told by the letters alone.
  std::vector<uint32_t> ends;

  // The letters that begin at the start; empty where they tell nothing.
  std::string_view word(size_t start) const {
    return std::string_view(folded.text).substr(starts[start], ends[start] - starts[start]);
  }
};
using Sources = std::vector<Source>;

Source make_source(std::string_view raw, uint32_t block = 0, bool lead = false);
Sources make_sources(const model::Article& article);  // the title, then the blocks in order

// The sentence that holds the byte of the raw text.
uint32_t sentence_of(const Source& source, uint32_t at);

}  // namespace synoptic::annotate
