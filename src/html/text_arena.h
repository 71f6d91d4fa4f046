// Where a document keeps the texts that differ from their bytes: chunks whose addresses never
// change. Private to the room.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace synoptic::html {

class TextArena {
 public:
  // Room for `size` bytes; valid until the next call. keep() tells how many were written.
  char* room(size_t size) {
    if (static_cast<size_t>(end_ - at_) < size) {
      const size_t chunk = std::max(size, next_chunk_);
      next_chunk_ = std::min(next_chunk_ * 2, kLargestChunk);
      chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk));
      at_ = chunks_.back().get();
      end_ = at_ + chunk;
    }
    return at_;
  }

  std::string_view keep(size_t written) {
    const std::string_view text(at_, written);
    at_ += written;
    return text;
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    std::memcpy(room(text.size()), text.data(), text.size());
    return keep(text.size());
  }

 private:
  static constexpr size_t kLargestChunk = 1 << 20;

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* at_ = nullptr;
  char* end_ = nullptr;
  size_t next_chunk_ = 4096;
};

}  // namespace synoptic::html
