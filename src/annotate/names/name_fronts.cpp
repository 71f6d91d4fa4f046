#include "annotate/names/name_fronts.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameTrie;

// One character may be all that is seen of a name.
bool may_stop(const NameTrie& trie, uint32_t node) {
  return trie.ends(node) || trie.has_stems(node) || trie.step_blank(node) != NameTrie::kNone;
}

}  // namespace

uint64_t fronts_behind(const NameTrie& trie, uint32_t node) {
  uint64_t bits = 0;
  trie.each_child(node, [&](uint32_t child, char32_t first) {
    if (may_stop(trie, child)) bits = ~uint64_t{0};
    trie.each_child(child, [&](uint32_t, char32_t second) { bits |= front_bit(first, second); });
  });
  return bits;
}

FewNames::FewNames(const NameTrie& trie) : sources_{{{&trie}}} {
  const auto add = [&](char32_t first, char32_t second, char32_t third) {
    const uint32_t place = place_of(first, second, third);
    fronts_[place / 64] |= uint64_t{1} << place % 64;
  };
  trie.each_child(NameTrie::kRoot, [&](uint32_t one, char32_t first) {
    all_ = all_ || may_stop(trie, one);
    trie.each_child(one, [&](uint32_t two, char32_t second) {
      if (may_stop(trie, two)) add(first, second, kAny);
      trie.each_child(two, [&](uint32_t, char32_t third) { add(first, second, third); });
    });
  });
}

}  // namespace synoptic::annotate
