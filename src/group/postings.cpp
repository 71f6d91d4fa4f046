#include "group/postings.h"

#include <algorithm>

#include "group/flat_map.h"

namespace synoptic::group {

size_t Postings::class_of(size_t size) {
  size_t out = 0;
  while (kCapacities[out] < size) ++out;
  return out;
}

Postings::Slot& Postings::slot(uint32_t key) {
  if (6 * (used_ + 1) > 5 * slots_.size()) grow();
  size_t place = place_of(key, slots_.size());
  for (; slots_[place].with != 0; place = place_after(place, slots_.size())) {
    if (slots_[place].key == key) return slots_[place];
  }
  ++used_;
  slots_[place].key = key;
  return slots_[place];
}

void Postings::grow() {
  std::vector<Slot> old(grown(slots_.size()));
  old.swap(slots_);
  for (const Slot& moved : old) {
    if (moved.with == 0) continue;
    size_t place = place_of(moved.key, slots_.size());
    while (slots_[place].with != 0) place = place_after(place, slots_.size());
    slots_[place] = moved;
  }
}

uint32_t Postings::room(size_t list_class) {
  if (!free_[list_class].empty()) {
    const uint32_t list = free_[list_class].back();
    free_[list_class].pop_back();
    return list;
  }
  const auto size = static_cast<uint32_t>(kCapacities[list_class]);
  if (filled_ + size > kChunk) {
    chunks_.push_back(std::make_unique<uint32_t[]>(kChunk));
    filled_ = 0;
  }
  const auto list = static_cast<uint32_t>(chunks_.size() - 1) * kChunk + filled_;
  filled_ += size;
  return list;
}

void Postings::add(uint32_t key, uint32_t article) {
  Slot& to = slot(key);
  if (to.size == kMaxPosting) {
    uint32_t* list = at(to.list);
    std::copy(list + 1, list + kMaxPosting, list);
    list[kMaxPosting - 1] = article;
    return;
  }
  if (to.size == 0) {
    to.list = article;
  } else if (to.size == 1) {
    const uint32_t list = room(0);
    at(list)[0] = to.list;
    at(list)[1] = article;
    to.list = list;
  } else {
    const size_t was = class_of(to.size), now = class_of(to.size + 1U);
    if (was != now) {
      const uint32_t list = room(now);
      std::copy_n(at(to.list), to.size, at(list));
      free_[was].push_back(to.list);
      to.list = list;
    }
    at(to.list)[to.size] = article;
  }
  ++to.size;
}

void Postings::remove(uint32_t key, uint32_t article) {
  const size_t found = find(key);
  if (found == kNowhere) return;
  Slot& of = slots_[found];
  if (of.size == 1 && of.list == article) of.size = 0;
  if (of.size < 2) return;
  uint32_t* list = at(of.list);
  if (list[0] != article) return;  // later ones took its place
  const size_t was = class_of(of.size), now = class_of(of.size - 1U);
  if (of.size == 2) {
    free_[was].push_back(of.list);
    of.list = list[1];
  } else if (was != now) {
    const uint32_t less = room(now);
    std::copy_n(at(of.list) + 1, of.size - 1U, at(less));
    free_[was].push_back(of.list);
    of.list = less;
  } else {
    std::copy(list + 1, list + of.size, list);
  }
  --of.size;
}

void Postings::discount(uint32_t key) {
  const size_t found = find(key);
  if (found == kNowhere || --slots_[found].with > 0) return;
  // The place is free now; what stands behind it may move up.
  --used_;
  free_slot(slots_, found, [](const Slot& slot) { return slot.with == 0; });
}

}  // namespace synoptic::group
