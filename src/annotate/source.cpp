// A text with its folded form and sentences, and the way around in it.
#include <algorithm>

#include "annotate/matcher.h"
#include "text/sentences.h"

namespace synoptic::annotate {

std::vector<Piece>::const_iterator piece_from(const std::vector<Piece>& pieces, uint32_t at) {
  return std::lower_bound(pieces.begin(), pieces.end(), at,
                          [](const Piece& piece, uint32_t v) { return piece.word.begin < v; });
}

uint32_t sentence_of(const Source& source, uint32_t at) {
  const auto after = std::upper_bound(source.sentences.begin(), source.sentences.end(), at,
                                      [](uint32_t v, const Range& r) { return v < r.begin; });
  const auto count = static_cast<uint32_t>(after - source.sentences.begin());
  return count == 0 ? 0 : count - 1;
}

Source make_source(std::string_view raw) { return {raw, text::fold(raw), text::sentences(raw)}; }

}  // namespace synoptic::annotate
