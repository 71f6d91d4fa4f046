#include "group/postings.h"

#include <algorithm>

#include "group/flat_map.h"

namespace synoptic::group {
namespace {

size_t capacity_of(size_t list_class) {
  return std::min<size_t>(size_t{2} << list_class, kMaxPosting);
}

// The class of a list that is full with so many, if it is.
bool is_full(uint16_t size) {
  return size == kMaxPosting || (size >= 2 && (size & (size - 1)) == 0);
}

size_t class_of(uint16_t size) {
  size_t out = 0;
  while (capacity_of(out) < size) ++out;
  return out;
}

}  // namespace

void Postings::clear() {
  slots_ = {};
  used_ = 0;
  chunks_.clear();
  filled_ = kChunk;
  for (auto& list : free_) list.clear();
}

const Postings::Slot* Postings::find(uint32_t key) const {
  if (slots_.empty()) return nullptr;
  for (size_t place = place_of(key, slots_.size()); slots_[place].with != 0; place = after(place)) {
    if (slots_[place].key == key) return &slots_[place];
  }
  return nullptr;
}

Postings::Slot& Postings::slot(uint32_t key) {
  if (4 * (used_ + 1) > 3 * slots_.size()) grow();
  size_t place = place_of(key, slots_.size());
  for (; slots_[place].with != 0; place = after(place)) {
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
    while (slots_[place].with != 0) place = after(place);
    slots_[place] = moved;
  }
}

uint32_t Postings::room(size_t list_class) {
  if (!free_[list_class].empty()) {
    const uint32_t list = free_[list_class].back();
    free_[list_class].pop_back();
    return list;
  }
  const auto size = static_cast<uint32_t>(capacity_of(list_class));
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
    at(to.list)[to.next] = article;
    to.next = static_cast<uint16_t>((to.next + 1) % kMaxPosting);
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
    if (is_full(to.size)) {
      const size_t was = class_of(to.size);
      const uint32_t list = room(was + 1);
      std::copy_n(at(to.list), to.size, at(list));
      free_[was].push_back(to.list);
      to.list = list;
    }
    at(to.list)[to.size] = article;
  }
  ++to.size;
}

}  // namespace synoptic::group
