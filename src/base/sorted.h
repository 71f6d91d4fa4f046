// Lists as sets: sorted, each item once.
#pragma once

#include <algorithm>
#include <cstddef>
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

}  // namespace synoptic
