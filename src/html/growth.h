// Private to the room.
#pragma once

namespace synoptic::html {

// Room for one more. By halves, not twofold: the lists of nodes and attributes are most of what a
// document holds, and what they have in reserve is kept with them.
template <typename List>
void make_room(List& list) {
  if (list.size() == list.capacity()) list.reserve(list.size() + list.size() / 2 + 1);
}

}  // namespace synoptic::html
