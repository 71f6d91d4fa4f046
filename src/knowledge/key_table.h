// Strings and the numbers that belong to each, as flat arrays that are used where they lie: in the
// program itself, or in bytes of one's own. Read-only. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace synoptic::knowledge {

class KeyTable {
 public:
  KeyTable() = default;  // of no keys
  // `bytes` are those of a builder, begin at a multiple of 4 and outlive the table; nullopt: they
  // are cut short.
  static std::optional<KeyTable> from_bytes(std::string_view bytes);

  size_t size() const { return keys_.size(); }
  // Keys stand in the order in which they were first given, numbers in that of their key.
  std::string_view key(size_t index) const;
  std::span<const uint32_t> numbers(size_t index) const;
  std::span<const uint32_t> find(std::string_view key) const;  // empty: no such key
  std::optional<uint32_t> first(std::string_view key) const;   // of its numbers

 private:
  friend class KeyTableBuilder;
  struct Header {
    uint32_t slots = 0, keys = 0, numbers = 0, pool = 0;
  };
  struct Key {
    uint32_t begin = 0, size = 0;          // of its text, in pool_
    uint32_t first_number = 0, count = 0;  // in numbers_
  };
  static uint32_t slot_of(std::string_view key, size_t slots);

  std::span<const uint32_t> slots_;  // index of a key and one, or nothing; a power of two
  std::span<const Key> keys_;
  std::span<const uint32_t> numbers_;
  std::string_view pool_;
};

class KeyTableBuilder {
 public:
  void add(std::string_view key, uint32_t number);
  std::string bytes() const;  // the same calls give the same bytes

 private:
  std::unordered_map<std::string, size_t> places_;
  std::vector<std::pair<std::string, std::vector<uint32_t>>> rows_;
};

}  // namespace synoptic::knowledge
