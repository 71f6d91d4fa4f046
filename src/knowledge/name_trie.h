// Names in a trie over folded text, as flat arrays that are used straight from mapped memory: of a
// file, or of the program itself. Read-only; any number of threads may share it.
//
// Nodes stand in the order of a breadth-first walk, so the children of a node are neighbours and
// what has to be kept of a node is its first child and the code point that leads to it: 8 bytes,
// and two bits for "a name ends here" and "a stem ends here" (rank over bit vectors: Jacobson
// 1989).
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::knowledge {

// How much an alias is worth on its own.
enum class Strength : uint8_t {
  kPlain,      // names the entity wherever it stands
  kBound,      // counts only when the article names the entity in full too ("شي", "Xi")
  kAmbiguous,  // needs support from what stands around it ("Apple", "苹果")
};

// What ends at a node. Strings stand in the trie's pool.
struct NameEntry {
  enum class Kind : uint8_t { kEntity, kAdjective, kRole, kInstitution, kCue, kLocal, kCanonical };
  struct Slice {
    uint32_t begin = 0, size = 0;
  };
  Kind kind = Kind::kEntity;
  Strength strength = Strength::kPlain;
  bool capital = false;       // the text must begin with a capital too
  bool acronym = false;       // all letters must be capitals
  bool own_language = false;  // counts in texts of its language only
  uint8_t words = 1;
  uint16_t letters = 0;
  uint32_t target = 0;  // index of an entity, role or institution; a NameCue
  uint32_t lang = 0;    // see language_code()
  Slice text;           // as the table has it
  Slice value;          // of a cue
};

// Words of a name may stand without their ending: "Росси" of "Россия".
struct NameStem {
  uint32_t target = 0;  // the node behind the whole word
  uint32_t lang = 0;
  uint32_t letters = 0;  // of the stem
};

// Marks that part the words of one name count as blanks: "Guinea-Bissau", "弗拉基米尔·普京".
inline char32_t name_character(char32_t c) {
  if (c < 0x80) return c == '-' ? U' ' : c;
  const bool parts = c == 0x00B7 || c == 0x30FB || c == 0x2022 || c == 0x2027 || c == 0xFF65;
  return parts ? U' ' : c;
}

class NameTrie {
 public:
  static constexpr uint32_t kRoot = 0;
  static constexpr uint32_t kNone = UINT32_MAX;

  NameTrie();  // of no names
  // `bytes` begin at a multiple of 8 and outlive the trie. Errors: not such a file, cut short.
  static Result<NameTrie> from_bytes(std::string_view bytes, std::string_view where);

  uint32_t step(uint32_t node, char32_t c) const {
    if (node == kRoot && c < first_.size()) return first_[c];
    return find_child(node, c);
  }
  // step() with a blank, which is less than all other characters of names.
  uint32_t step_blank(uint32_t node) const {
    if (node + size_t{1} >= first_child_.size()) return kNone;
    const uint32_t child = first_child_[node];
    return child < first_child_[node + 1] && child < labels_.size() && labels_[child] == ' '
               ? child
               : kNone;
  }
  template <typename Use>  // use(child, its character)
  void each_child(uint32_t node, Use use) const {
    if (node + size_t{1} >= first_child_.size()) return;
    const uint32_t end =
        std::min<uint32_t>(first_child_[node + 1], static_cast<uint32_t>(labels_.size()));
    for (uint32_t child = first_child_[node]; child < end; ++child) {
      use(child, static_cast<char32_t>(labels_[child]));
    }
  }
  uint32_t walk(std::string_view folded) const;  // from the root; kNone where it leaves the trie
  bool ends(uint32_t node) const { return bit(ends_, node); }
  bool has_stems(uint32_t node) const { return bit(stem_bits_, node); }
  std::span<const NameEntry> entries(uint32_t node) const;
  std::span<const NameStem> stems(uint32_t node) const;
  std::string_view text(const NameEntry& entry) const { return slice(entry.text); }
  std::string_view value(const NameEntry& entry) const { return slice(entry.value); }
  bool empty() const { return labels_.size() <= 1; }
  size_t names() const { return entries_.size(); }

  // Nodes one slip of the pen away from the folded word: one letter more, less or another, or two
  // neighbours exchanged; never the first letter. A node may come more than once.
  std::vector<uint32_t> one_slip_away(std::string_view folded) const;

 private:
  friend class NameTrieBuilder;
  struct Blank {};
  explicit NameTrie(Blank) {}
  struct Bits {
    std::span<const uint64_t> words;
    std::span<const uint32_t> ranks;  // set bits before each word
  };

  static bool bit(const Bits& bits, uint32_t node) {
    return node / 64 < bits.words.size() && (bits.words[node / 64] >> (node % 64) & 1) != 0;
  }
  static uint32_t rank(const Bits& bits, uint32_t node);
  uint32_t find_child(uint32_t node, char32_t c) const {
    // A file may be damaged: no index leaves the arrays.
    if (node + size_t{1} >= first_child_.size()) return kNone;
    uint32_t begin = first_child_[node];
    uint32_t end =
        std::min<uint32_t>(first_child_[node + 1], static_cast<uint32_t>(labels_.size()));
    constexpr uint32_t kFew = 8;  // up to here a walk over them is faster than halving
    while (end > begin && end - begin > kFew) {
      const uint32_t middle = begin + (end - begin) / 2;
      (labels_[middle] <= c ? begin : end) = middle;
    }
    for (; begin < end; ++begin) {
      if (labels_[begin] == c) return begin;
    }
    return kNone;
  }
  std::string_view slice(NameEntry::Slice where) const;
  void find_slips(uint32_t node, std::u32string_view rest, bool slipped, bool first,
                  std::vector<uint32_t>& found) const;

  std::shared_ptr<const std::string> owned_;
  std::span<const uint32_t> labels_, first_child_;  // first_child_ has one entry more
  Bits ends_, stem_bits_;
  std::span<const uint32_t> entries_of_, stems_of_;  // by rank; one entry more
  std::span<const NameEntry> entries_;
  std::span<const NameStem> stems_;
  std::span<const uint32_t> first_;  // children of the root by code point; may be empty
  std::string_view pool_;
};

// Endings that the words of a name may lose in texts of a language.
struct DroppableEndings {
  uint32_t lang = 0;
  std::span<const std::string> endings;
};

class NameTrieBuilder {
 public:
  // The same entry twice counts once.
  void insert(std::string_view folded, NameEntry entry, std::string_view text,
              std::string_view value = {}, std::span<const DroppableEndings> droppable = {});
  bool empty() const { return names_.empty(); }

  // The bytes that NameTrie::from_bytes() reads; `direct`: with a table of the root's children,
  // which large tries want. The same names in the same order give the same bytes.
  std::string bytes(bool direct) const;
  NameTrie build(bool direct = false) const;  // owns its bytes

 private:
  struct Name {
    uint32_t begin = 0, size = 0;  // of the folded text, in pool_
    NameEntry entry;
    std::vector<std::pair<uint32_t, uint32_t>> stems;  // ends of stem and of its word, bytes
    std::vector<uint32_t> letters, langs;              // of the stems
  };
  std::string_view key(const Name& name) const {
    return std::string_view(pool_).substr(name.begin, name.size);
  }
  NameEntry::Slice keep(std::string_view text);

  std::string pool_;
  std::vector<Name> names_;
};

}  // namespace synoptic::knowledge
