// Private to the room.
#pragma once

#include <algorithm>
#include <cstddef>

namespace synoptic::html {

template <typename List>
[[gnu::noinline]] void grow(List& list, size_t read, size_t all) {
  const size_t size = list.size();
  constexpr double kMost = 3, kSpare = 1.04;
  const double whole = static_cast<double>(all + 1) / static_cast<double>(read + 1);
  const auto expected =
      static_cast<size_t>(static_cast<double>(size) * std::min(whole, kMost) * kSpare);
  list.reserve(std::max(size + size / 4 + 16, expected));
}

// Room for one more in a list of what `read` of `all` bytes hold: for as many as the rest will hold
// if it is like what was read. Twofold growth would keep a good part of a document empty, since
// these lists are most of it.
template <typename List>
void make_room(List& list, size_t read, size_t all) {
  if (list.size() == list.capacity()) grow(list, read, all);
}

}  // namespace synoptic::html
