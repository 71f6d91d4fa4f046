#include "text/offset_map.h"

#include <algorithm>

namespace synoptic::text {

void OffsetMap::append_linear(uint32_t length, uint32_t source_begin) {
  if (length == 0) return;
  if (!pieces_.empty() && pieces_.back().linear && pieces_.back().source.end == source_begin) {
    pieces_.back().source.end += length;
  } else {
    pieces_.push_back({size_, {source_begin, source_begin + length}, true});
  }
  size_ += length;
}

void OffsetMap::append_whole(uint32_t length, Span source) {
  // One byte for one byte is linear: words with single blanks between them are one piece.
  if (length == 1 && source.size() == 1) return append_linear(1, source.begin);
  if (length == 0) return;
  pieces_.push_back({size_, source, false});
  size_ += length;
}

const OffsetMap::Piece& OffsetMap::piece_at(uint32_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](uint32_t at, const Piece& p) { return at < p.begin; });
  return after == pieces_.begin() ? *after : *(after - 1);
}

Span OffsetMap::to_source(Range range) const {
  if (pieces_.empty()) return {range.begin, range.end};
  const Piece& first = piece_at(range.begin);
  Span span;
  span.begin = first.linear
                   ? std::min(first.source.begin + (range.begin - first.begin), first.source.end)
                   : first.source.begin;
  if (range.empty()) return {span.begin, span.begin};
  const Piece& last = piece_at(range.end - 1);
  span.end = last.linear ? std::min(last.source.begin + (range.end - last.begin), last.source.end)
                         : last.source.end;
  // Pieces may come from anywhere (a caption moved up), so the order is not a given.
  if (span.end < span.begin) span.end = span.begin;
  return span;
}

}  // namespace synoptic::text
