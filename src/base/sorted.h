// Lists as sets: sorted, each item once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace synoptic {

template <typename Item>
void tidy(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

// Of two tidy lists.
template <typename Item>
size_t shared_count(const std::vector<Item>& a, const std::vector<Item>& b) {
  size_t out = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++out, ++x, ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return out;
}

// Those whose key is `value`, of a list sorted by that key. (The standard's equal_range gives a
// subrange, of which Clang 14 with the library of GCC 12 makes an error.)
template <typename Item, typename Value, typename Key>
std::span<const Item> those_with(const std::vector<Item>& items, const Value& value, Key key) {
  const auto begin = std::ranges::lower_bound(items, value, {}, key);
  return {begin, std::ranges::upper_bound(begin, items.end(), value, {}, key)};
}

}  // namespace synoptic
