// Where each byte of a made text stood in the text it was made from.
#pragma once

#include <vector>

#include "base/span.h"

namespace synoptic::text {

// Built front to back. A piece is either linear (the bytes were taken over one by one) or whole
// (the bytes stand together for a source span: a decoded reference, an inserted blank).
class OffsetMap {
 public:
  void append_linear(uint32_t length, uint32_t source_begin);
  void append_whole(uint32_t length, Span source);

  // The smallest source span that holds `range`. An empty map is the identity.
  Span to_source(Range range) const;
  uint32_t size() const { return size_; }  // bytes mapped so far
  bool empty() const { return pieces_.empty(); }

  struct Piece {
    uint32_t begin;  // in the made text
    Span source;
    bool linear;
  };
  const std::vector<Piece>& pieces() const { return pieces_; }  // for keeping the map at rest

 private:
  const Piece& piece_at(uint32_t offset) const;

  std::vector<Piece> pieces_;
  uint32_t size_ = 0;
};

}  // namespace synoptic::text
