#include "compare/told_words.h"

namespace synoptic::compare {

Claim claim_of_words(const Input& input, uint32_t article, uint32_t sentence, Range range) {
  const Telling& telling = input.tellings[article];
  const uint32_t block = telling.sentences[sentence].block;
  Claim claim;
  claim.article = article;
  claim.account = telling.account;
  claim.sentence = sentence;
  claim.at = {block, range, span_in_capture(telling, block, range)};
  claim.text = std::string(slice(telling.annotated->article, claim.at));
  return claim;
}

std::optional<Range> range_in_sentence(const Sentence& sentence, const Claim& claim) {
  const Range at = claim.at.range;
  const uint32_t begin = sentence.range.begin;
  if (at.begin < begin || at.end > begin + sentence.text.size()) return std::nullopt;
  return Range{at.begin - begin, at.end - begin};
}

}  // namespace synoptic::compare
