#include "knowledge/key_table.h"

#include <bit>
#include <cstring>

#include "base/hash.h"

namespace synoptic::knowledge {
namespace {

template <typename T>
bool take(std::string_view& bytes, size_t count, std::span<const T>& out) {
  if (bytes.size() / sizeof(T) < count) return false;
  out = {reinterpret_cast<const T*>(bytes.data()), count};
  bytes.remove_prefix(count * sizeof(T));
  return true;
}

template <typename T>
void put(std::string& out, std::span<const T> values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

}  // namespace

std::optional<KeyTable> KeyTable::from_bytes(std::string_view bytes) {
  KeyTable table;
  std::span<const Header> header;
  if (!take(bytes, 1, header)) return std::nullopt;
  if (!take(bytes, header[0].slots, table.slots_) || !take(bytes, header[0].keys, table.keys_) ||
      !take(bytes, header[0].numbers, table.numbers_) || bytes.size() < header[0].pool) {
    return std::nullopt;
  }
  table.pool_ = bytes.substr(0, header[0].pool);
  return table;
}

uint32_t KeyTable::slot_of(std::string_view key, size_t slots) {
  const uint64_t hash = fnv1a(key);
  return static_cast<uint32_t>((hash ^ hash >> 32) & (slots - 1));
}

std::string_view KeyTable::key(size_t index) const {
  return pool_.substr(keys_[index].begin, keys_[index].size);
}

std::span<const uint32_t> KeyTable::numbers(size_t index) const {
  return numbers_.subspan(keys_[index].first_number, keys_[index].count);
}

std::span<const uint32_t> KeyTable::find(std::string_view wanted) const {
  if (slots_.empty()) return {};
  for (size_t slot = slot_of(wanted, slots_.size()); slots_[slot] != 0;
       slot = (slot + 1) & (slots_.size() - 1)) {
    if (key(slots_[slot] - 1) == wanted) return numbers(slots_[slot] - 1);
  }
  return {};
}

std::optional<uint32_t> KeyTable::first(std::string_view key) const {
  const auto found = find(key);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

void KeyTableBuilder::add(std::string_view key, uint32_t number) {
  const auto [place, fresh] = places_.try_emplace(std::string(key), rows_.size());
  if (fresh) rows_.push_back({std::string(key), {}});
  rows_[place->second].second.push_back(number);
}

std::string KeyTableBuilder::bytes() const {
  std::vector<uint32_t> slots(std::bit_ceil(rows_.size() * 2 + 1));  // half full at most
  std::vector<KeyTable::Key> keys;
  std::vector<uint32_t> numbers;
  std::string pool;
  for (const auto& [key, own] : rows_) {
    size_t slot = KeyTable::slot_of(key, slots.size());
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    keys.push_back({static_cast<uint32_t>(pool.size()), static_cast<uint32_t>(key.size()),
                    static_cast<uint32_t>(numbers.size()), static_cast<uint32_t>(own.size())});
    slots[slot] = static_cast<uint32_t>(keys.size());
    numbers.insert(numbers.end(), own.begin(), own.end());
    pool += key;
  }
  const KeyTable::Header header{
      static_cast<uint32_t>(slots.size()), static_cast<uint32_t>(keys.size()),
      static_cast<uint32_t>(numbers.size()), static_cast<uint32_t>(pool.size())};
  std::string out;
  put(out, std::span(&header, 1));
  put(out, std::span<const uint32_t>(slots));
  put(out, std::span<const KeyTable::Key>(keys));
  put(out, std::span<const uint32_t>(numbers));
  return out + pool;
}

}  // namespace synoptic::knowledge
