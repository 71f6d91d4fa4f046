#include "text/offset_map.h"

#include <algorithm>

namespace synoptic::text {

OffsetMap::OffsetMap(const OffsetMap& other)
    : size_(other.size_), count_(other.count_), capacity_(std::max(1u, other.count_)) {
  if (capacity_ > 1) store_.many = new Piece[capacity_];
  std::copy_n(other.data(), count_, data());
}

void OffsetMap::push(const Piece& piece) {
  if (count_ == capacity_) {
    const uint32_t capacity = capacity_ == 1 ? 4 : 2 * capacity_;
    auto* const grown = new Piece[capacity];
    std::copy_n(data(), count_, grown);
    if (capacity_ > 1) delete[] store_.many;
    store_.many = grown;
    capacity_ = capacity;
  }
  data()[count_++] = piece;
}

void OffsetMap::append_linear(uint32_t length, uint32_t source_begin) {
  if (length == 0) return;
  if (count_ > 0 && last().linear && last().source.end == source_begin) {
    last().source.end += length;
  } else {
    push({size_, {source_begin, source_begin + length}, true});
  }
  size_ += length;
}

void OffsetMap::append_whole(uint32_t length, Span source) {
  // One byte for one byte is linear: words with single blanks between them are one piece.
  if (length == 1 && source.size() == 1) return append_linear(1, source.begin);
  if (length == 0) return;
  push({size_, source, false});
  size_ += length;
}

const OffsetMap::Piece& OffsetMap::piece_at(uint32_t offset) const {
  const auto all = pieces();
  const auto after = std::upper_bound(all.begin(), all.end(), offset,
                                      [](uint32_t at, const Piece& p) { return at < p.begin; });
  return after == all.begin() ? *after : *(after - 1);
}

Span OffsetMap::to_source(Range range) const {
  if (empty()) return {range.begin, range.end};
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
