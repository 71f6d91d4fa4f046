#include "knowledge/name_trie.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/utf8.h"

namespace synoptic::knowledge {

NameTrie::NameTrie() { *this = NameTrieBuilder().build(); }

uint32_t NameTrie::rank(const Bits& bits, uint32_t node) {
  const uint64_t below = bits.words[node / 64] & ((uint64_t{1} << (node % 64)) - 1);
  return bits.ranks[node / 64] + static_cast<uint32_t>(std::popcount(below));
}

uint32_t NameTrie::walk(std::string_view folded) const {
  uint32_t node = kRoot;
  for (size_t at = 0; at < folded.size() && node != kNone;) {
    const text::CodePoint c = text::decode(folded, at);
    node = step(node, name_character(c.value));
    at += c.length;
  }
  return node;
}

std::span<const NameEntry> NameTrie::entries(uint32_t node) const {
  if (!ends(node)) return {};
  const uint32_t index = rank(ends_, node);
  if (index + size_t{1} >= entries_of_.size()) return {};
  const uint32_t begin = entries_of_[index], end = entries_of_[index + 1];
  if (begin > end || end > entries_.size()) return {};
  return entries_.subspan(begin, end - begin);
}

std::span<const NameStem> NameTrie::stems(uint32_t node) const {
  if (!has_stems(node)) return {};
  const uint32_t index = rank(stem_bits_, node);
  if (index + size_t{1} >= stems_of_.size()) return {};
  const uint32_t begin = stems_of_[index], end = stems_of_[index + 1];
  if (begin > end || end > stems_.size()) return {};
  return stems_.subspan(begin, end - begin);
}

std::string_view NameTrie::slice(NameEntry::Slice where) const {
  if (where.begin > pool_.size()) return {};
  return pool_.substr(where.begin, where.size);
}

std::vector<uint32_t> NameTrie::one_slip_away(std::string_view folded) const {
  std::u32string word;
  for (size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    word += name_character(c.value);
    at += c.length;
  }
  std::vector<uint32_t> found;
  find_slips(kRoot, word, false, true, found);
  return found;
}

void NameTrie::find_slips(uint32_t node, std::u32string_view rest, bool slipped, bool first,
                          std::vector<uint32_t>& found) const {
  if (rest.empty() && slipped && ends(node)) found.push_back(node);
  if (!rest.empty()) {
    const uint32_t next = step(node, rest[0]);
    if (next != kNone) find_slips(next, rest.substr(1), slipped, false, found);
  }
  if (slipped || first || node + size_t{1} >= first_child_.size()) return;
  if (!rest.empty()) find_slips(node, rest.substr(1), true, false, found);  // a letter too many
  const uint32_t end =
      std::min<uint32_t>(first_child_[node + 1], static_cast<uint32_t>(labels_.size()));
  for (uint32_t child = first_child_[node]; child < end; ++child) {
    find_slips(child, rest, true, false, found);  // a letter too few
    if (!rest.empty() && labels_[child] != rest[0]) {
      find_slips(child, rest.substr(1), true, false, found);
    }
  }
  if (rest.size() < 2 || rest[0] == rest[1]) return;
  const uint32_t second = step(node, rest[1]);
  const uint32_t exchanged = second == kNone ? kNone : step(second, rest[0]);
  if (exchanged != kNone) find_slips(exchanged, rest.substr(2), true, false, found);
}

}  // namespace synoptic::knowledge
