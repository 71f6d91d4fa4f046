// How often the lexicon finds a sentence's translation among all sentences of another language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace synoptic::eval {

// A column per language, a line per sentence; the first line names the languages.
struct ParallelText {
  std::vector<std::string> languages;
  std::vector<std::vector<std::string>> sentences;  // by language, then line
};
Result<ParallelText> read_parallel_text(const std::string& path);

struct Direction {
  size_t from = 0, to = 0;  // languages of the text
  double plain = 0;         // P@1, in percent
  double csls = 0;          // with the cosines of neighbours taken off (Conneau et al. 2018)
};
std::vector<Direction> measure_retrieval(const ParallelText& text, const lexicon::Lexicon& lexicon);

}  // namespace synoptic::eval
