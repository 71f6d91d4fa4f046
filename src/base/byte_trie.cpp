#include "base/byte_trie.h"

#include <algorithm>
#include <bit>

namespace synoptic {
namespace {

constexpr uint32_t kBits = 64;
constexpr size_t kBytes = 256;

}  // namespace

struct ByteTrie::Maker {
  void make(std::span<const std::string_view> keys);
  void reach(size_t unit) {  // so that all children of a node with that base have a place
    if (unit + kBytes > units_.size()) grow(unit + kBytes);
  }
  void grow(size_t least);
  uint32_t base_for(std::span<const unsigned char> bytes);
  void use(uint32_t unit, uint32_t parent);
  uint64_t used_from(size_t unit) const;  // one bit for each of 64 units, the first the lowest

  std::vector<Unit> units_;
  std::vector<uint64_t> used_;  // bits of the units that have a parent
  std::vector<uint32_t> keys_;
  uint32_t first_free_ = 256;  // from here on every unit can be the child of any byte
};

void ByteTrie::Maker::grow(size_t least) {
  units_.resize(std::max(least, 2 * units_.size()));
  used_.resize(units_.size() / kBits + 2);
}

void ByteTrie::Maker::use(uint32_t unit, uint32_t parent) {
  units_[unit].parent = parent;
  used_[unit / kBits] |= uint64_t{1} << unit % kBits;
}

uint64_t ByteTrie::Maker::used_from(size_t unit) const {
  const size_t word = unit / kBits, shift = unit % kBits;
  const uint64_t low = used_[word] >> shift;
  return shift == 0 ? low : low | used_[word + 1] << (kBits - shift);
}

uint32_t ByteTrie::Maker::base_for(std::span<const unsigned char> bytes) {
  uint64_t used = 0;
  for (; (used = used_from(first_free_)) == ~uint64_t{0}; first_free_ += kBits) {
    reach(first_free_ + kBits);
  }
  first_free_ += static_cast<uint32_t>(std::countr_one(used));
  // The first of 64 places for the first child that leaves one for each of the others.
  for (uint32_t first = first_free_;; first += kBits) {
    reach(first + kBits);
    uint64_t fits = ~uint64_t{0};
    for (size_t i = 0; i < bytes.size() && fits != 0; ++i) {
      fits &= ~used_from(first + bytes[i] - bytes.front());
    }
    if (fits != 0) return first + static_cast<uint32_t>(std::countr_zero(fits)) - bytes.front();
  }
}

ByteTrie::ByteTrie(std::span<const std::string_view> keys) {
  if (keys.empty()) return;
  Maker maker;
  maker.make(keys);
  units_.assign(maker.units_.begin(), maker.units_.end());
  keys_ = std::move(maker.keys_);
}

void ByteTrie::Maker::make(std::span<const std::string_view> keys) {
  struct Group {  // the keys below a node, which share `depth` bytes
    uint32_t node = 0, begin = 0, end = 0, depth = 0;
  };
  reach(first_free_);
  use(0, kNone - 1);  // nobody's child, and not free
  // Level by level: what every text looks at stands together.
  std::vector<Group> groups{{0, 0, static_cast<uint32_t>(keys.size()), 0}};
  std::vector<unsigned char> bytes;
  for (size_t i = 0; i < groups.size(); ++i) {
    Group group = groups[i];
    if (keys[group.begin].size() == group.depth) {
      units_[group.node].has_key = 1;
      keys_.resize(std::max(keys_.size(), group.node + size_t{1}));
      keys_[group.node] = group.begin++;
    }
    if (group.begin == group.end) continue;
    const auto byte_of = [&](uint32_t key) {
      return static_cast<unsigned char>(keys[key][group.depth]);
    };
    bytes.clear();
    for (uint32_t key = group.begin; key < group.end; ++key) {
      if (bytes.empty() || bytes.back() != byte_of(key)) bytes.push_back(byte_of(key));
    }
    const uint32_t base = base_for(bytes);
    units_[group.node].children = base;
    for (uint32_t key = group.begin; key < group.end;) {
      uint32_t end = key + 1;
      while (end < group.end && byte_of(end) == byte_of(key)) ++end;
      const uint32_t child = base + byte_of(key);
      use(child, group.node);
      groups.push_back({child, key, end, group.depth + 1});
      key = end;
    }
  }
  size_t last = units_.size();
  while (last > 0 && units_[last - 1].parent == kNone) --last;
  uint32_t largest_base = 0;
  for (const Unit& unit : units_) largest_base = std::max<uint32_t>(largest_base, unit.children);
  units_.resize(std::max(last, largest_base + size_t{256}));
}

}  // namespace synoptic
