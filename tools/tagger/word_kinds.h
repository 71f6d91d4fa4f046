// Kinds of words by the company they keep: the exchange algorithm for class bigrams (Kneser and
// Ney 1993; Martin, Liermann and Ney 1998).
#pragma once

#include <cstdint>
#include <vector>

namespace synoptic::tools {

// `text`: numbers of words in a row. Those below `fixed` keep a kind of their own; the others,
// below `words`, are given one of `kinds` behind these. Result: the kind of each word.
// Deterministic.
std::vector<uint16_t> learn_word_kinds(const std::vector<uint32_t>& text, uint32_t fixed,
                                       uint32_t words, uint32_t kinds, int rounds);

}  // namespace synoptic::tools
