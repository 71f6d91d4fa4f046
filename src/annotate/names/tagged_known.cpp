#include "annotate/names/tagged_known.h"

#include <algorithm>

#include "annotate/letters.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::annotate {

using knowledge::NameCue;
using model::EntityType;

bool counts(const Piece& piece) {
  return piece.entity >= 0 || piece.adjective >= 0 || piece.role >= 0 || piece.institution >= 0 ||
         piece.local >= 0;
}

std::span<const Piece> KnownWithin::pieces_from(uint32_t at) const {
  const auto first = std::partition_point(text_.pieces.begin(), text_.pieces.end(),
                                          [&](const Piece& p) { return p.word.end <= at; });
  return {first, text_.pieces.end()};
}

bool KnownWithin::is_longer_place(const Piece& piece, const TaggedName& name, Range range) const {
  if (name.type != NameType::kPlace || piece.entity < 0 || !piece.inflected ||
      work_.entity(piece.entity).type != EntityType::kCity || piece.raw.begin != range.begin) {
    return false;
  }
  if (piece.word.end + 1 >= range.end || raw_[piece.word.end] != ' ') return false;
  const std::string_view rest = Range{piece.word.end + 1, range.end}.of(raw_);
  const char32_t first = text::decode(rest, 0).value;
  return is_cased(first) && !text::is_upper(first) && rest.find(' ') == std::string_view::npos;
}

bool KnownWithin::is_joined(Range range) const {
  for (const text::Word& word : text::words(range.of(raw_))) {
    const Range place{range.begin + word.range.begin, range.begin + word.range.end};
    const char32_t first = text::decode(raw_, place.begin).value;
    if (!is_cased(first) || text::is_upper(first)) continue;
    const auto pieces = pieces_from(place.begin);
    const bool covered = !pieces.empty() && pieces.front().word.begin < place.end;
    if (!covered || !(counts(pieces.front()) || pieces.front().has(NameCue::kJoin))) return false;
  }
  return true;
}

bool KnownWithin::is_announced(const Piece& known, Range range) const {
  if (known.entity < 0 || work_.entity(known.entity).type != EntityType::kOrg ||
      known.word.end < range.end || is_cased(text::decode(raw_, range.begin).value)) {
    return false;
  }
  const Piece& first = pieces_from(range.begin).front();
  return first.has(NameCue::kOrganisation) && first.word.begin == range.begin;
}

bool KnownWithin::hides_slip(Range range) const {
  for (const Piece& piece : pieces_from(range.begin)) {
    if (piece.word.begin >= range.end) break;
    if (!piece.has(NameCue::kOrganisation) || piece.role >= 0) continue;
    const std::string_view rest =
        Range{std::min(piece.word.end + 1, range.end), range.end}.of(raw_);
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (!word.empty() && near_entity(work_, word, EntityType::kOrg) >= 0) return true;
  }
  return false;
}

bool KnownWithin::is_description(const TaggedName& name) const {
  if (work_.purposes.empty()) return false;
  const auto pieces = pieces_from(name.range.begin);
  if (pieces.size() < 2 || pieces[0].word.begin != name.range.begin ||
      !pieces[0].has(NameCue::kDescription) || pieces[1].adjective < 0 ||
      pieces[1].word.end + 1 >= name.range.end) {
    return false;
  }
  const std::string_view rest = Range{pieces[1].word.end + 1, name.range.end}.of(raw_);
  return std::none_of(work_.purposes.begin(), work_.purposes.end(),
                      [&](const std::string& purpose) { return rest.starts_with(purpose); });
}

bool KnownWithin::has_more_names(Range range, bool institution) const {
  for (const text::Word& word : text::words(range.of(raw_))) {
    const Range place{range.begin + word.range.begin, range.begin + word.range.end};
    const Piece* holder = nullptr;
    for (const Piece& piece : pieces_from(place.begin)) {
      if (piece.word.begin >= place.end) break;
      if (piece.word.overlaps(place)) holder = &piece;
    }
    const char32_t first = text::decode(raw_, place.begin).value;
    const bool small = is_cased(first) && !text::is_upper(first);
    if (small) continue;
    if (holder == nullptr) return true;
    if (counts(*holder) || holder->has(NameCue::kJoin) || holder->has(NameCue::kPersonMark) ||
        (institution && holder->has(NameCue::kStop))) {
      continue;
    }
    // "شركة", "company": a common noun, unless a capital says that it is a part of the name.
    const bool common = holder->has(NameCue::kOrganisation) || holder->has(NameCue::kPaper) ||
                        holder->has(NameCue::kPlaceWord) || holder->has(NameCue::kDescription);
    if (common && (!is_cased(first) || work_.capital_nouns)) continue;
    return true;
  }
  return false;
}

}  // namespace synoptic::annotate
