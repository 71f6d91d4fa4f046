#include "annotate/names/matcher.h"

#include <algorithm>

#include "annotate/names/matcher_walk.h"

namespace synoptic::annotate {

void match_names(const Source& source, std::span<const knowledge::NameSource> names,
                 const MatchRules& rules, std::vector<Piece>& pieces, uint64_t index) {
  Matcher(source, names, rules, pieces, index, nullptr).run();
}

void match_names(const Source& source, const FewNames& names, const MatchRules& rules,
                 std::vector<Piece>& pieces) {
  Matcher(source, names.sources(), rules, pieces, 0, &names).run();
}

std::vector<Piece>::const_iterator piece_from(const std::vector<Piece>& pieces, uint32_t at) {
  return std::lower_bound(pieces.begin(), pieces.end(), at,
                          [](const Piece& piece, uint32_t v) { return piece.word.begin < v; });
}

}  // namespace synoptic::annotate
