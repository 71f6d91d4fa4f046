// Where each byte of a made text stood in the text it was made from.
#pragma once

#include <span>
#include <utility>

#include "base/span.h"

namespace synoptic::text {

// Built front to back. A piece is either linear (the bytes were taken over one by one) or whole
// (the bytes stand together for a source span: a decoded reference, an inserted blank). A map of
// one piece, as most lines of a page have, needs no memory of its own.
class OffsetMap {
 public:
  struct Piece {
    uint32_t begin;  // in the made text
    Span source;
    bool linear;
  };

  OffsetMap() = default;
  OffsetMap(const OffsetMap& other);
  OffsetMap(OffsetMap&& other) noexcept : OffsetMap() { swap(other); }
  OffsetMap& operator=(OffsetMap other) noexcept {
    swap(other);
    return *this;
  }
  ~OffsetMap() {
    if (capacity_ > 1) delete[] store_.many;
  }

  void append_linear(uint32_t length, uint32_t source_begin);
  void append_whole(uint32_t length, Span source);

  // The smallest source span that holds `range`. An empty map is the identity.
  Span to_source(Range range) const;
  uint32_t size() const { return size_; }  // bytes mapped so far
  bool empty() const { return count_ == 0; }
  std::span<const Piece> pieces() const { return {data(), count_}; }  // for keeping it at rest

 private:
  const Piece* data() const { return capacity_ > 1 ? store_.many : &store_.one; }
  Piece* data() { return capacity_ > 1 ? store_.many : &store_.one; }
  Piece& last() { return data()[count_ - 1]; }
  void push(const Piece& piece);
  void swap(OffsetMap& other) noexcept {
    std::swap(size_, other.size_);
    std::swap(count_, other.count_);
    std::swap(capacity_, other.capacity_);
    std::swap(store_, other.store_);
  }
  const Piece& piece_at(uint32_t offset) const;

  uint32_t size_ = 0, count_ = 0, capacity_ = 1;
  union Store {
    Piece one{};
    Piece* many;
  } store_{};
};

}  // namespace synoptic::text
