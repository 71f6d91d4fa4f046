// Ranges of bytes. A Span points into a capture's UTF-8 text, a Range into any other string
// (a block, a sentence); the two types keep them from being mixed up.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace synoptic {

struct Span {  // half-open [begin, end), bytes of the capture decoded to UTF-8
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Span&) const = default;
};

struct Range {  // half-open [begin, end), bytes of the string it was computed for
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  // Bytes between the two; 0 where they touch or overlap.
  uint32_t distance(Range other) const {
    if (overlaps(other)) return 0;
    return end <= other.begin ? other.begin - end : begin - other.end;
  }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  auto operator<=>(const Range&) const = default;
};

}  // namespace synoptic
