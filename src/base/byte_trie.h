// Which of many words stand at the front of a text: a trie over bytes as a double array (Aoe 1989),
// one look for each byte that goes on. Read-only once made; any number of threads may share it. For
// tables of the program: its memory is never given back.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/memory.h"

namespace synoptic {

class ByteTrie {
 public:
  ByteTrie() = default;
  // `keys` are sorted, none stands twice, none is empty. The number of a key is its index.
  explicit ByteTrie(std::span<const std::string_view> keys);

  // Calls visit(length, number) for every key at the front of the text, the shortest first, until
  // it returns true.
  template <typename Visit>
  void each_front(std::string_view text, Visit visit) const {
    if (units_.empty()) return;
    uint32_t node = 0;
    for (size_t length = 0; length < text.size();) {
      const uint32_t next = units_[node].children + static_cast<unsigned char>(text[length]);
      if (units_[next].parent != node) return;
      node = next;
      ++length;
      if (units_[node].has_key != 0 && visit(length, keys_[node])) return;
    }
  }

  // True: no key for which counts(length, number) stands at the front of the text, nor any of a
  // longer one that begins so.
  template <typename Counts>
  bool rejects(std::string_view text, Counts counts) const {
    if (units_.empty()) return true;
    uint32_t node = 0;
    for (size_t length = 0; length < text.size();) {
      const uint32_t next = units_[node].children + static_cast<unsigned char>(text[length]);
      if (units_[next].parent != node) return true;
      node = next;
      ++length;
      if (units_[node].has_key != 0 && counts(length, keys_[node])) return false;
    }
    return false;
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Unit {
    uint32_t children : 31 = 0;  // the child of a byte stands so many units behind
    uint32_t has_key : 1 = 0;
    uint32_t parent = kNone;
  };

  struct Maker;

  LastingTable<Unit> units_;
  std::vector<uint32_t> keys_;  // of the units that have one
};

}  // namespace synoptic
