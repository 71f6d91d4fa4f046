// Every name, role word, institution word and name cue of the knowledge in one trie over folded
// text, so that one walk over an article finds them all. Built once, with the Knowledge; read-only
// afterwards.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/strings.h"
#include "knowledge/knowledge.h"

namespace synoptic::knowledge {

// A language's primary subtag as a number; 0 for "" and "*": any language.
uint32_t language_code(std::string_view tag);

// What words around names tell; the rows are of the cue tables' kinds "mention_…".
enum class NameCue : uint8_t {
  kTrap,          // looks like a name and is none
  kOrganisation,  // "company", "Inc.": what stands beside it is an organisation
  kWill,          // verbs and nouns of will: whoever they belong to is no place
  kPlaceWord,     // "in", "to": what follows is a place
  kPaper,         // "newspaper": a quoted name behind it is one
  kKind,          // a word of a name that tells its type: "University", "River"
  kPersonMark,    // "Mr", "氏"
  kStop,          // words that are no part of an unknown name
  kJoin,          // small words inside names: "van", "of"
  kDescription,   // "company", "the country": with a country or a "this" it means a known one
  kCount
};
std::string_view name_cue_kind(NameCue cue);  // "mention_trap" …

struct NameEntry {
  enum class Kind : uint8_t { kEntity, kAdjective, kRole, kInstitution, kCue, kLocal };
  Kind kind = Kind::kEntity;
  uint32_t target = 0;  // index in entities(), roles() or institutions(); a NameCue
  uint32_t lang = 0;
  Strength strength = Strength::kPlain;
  bool capital = false;  // the text must begin with a capital too
  bool acronym = false;  // all letters must be capitals
  uint16_t letters = 0, words = 1;
  std::string_view text;   // as the table has it
  std::string_view value;  // of a cue
  uint32_t next = 0;       // next entry of the node, 0 = none
};

// Words of a name may stand without their ending: "Росси" of "Россия".
struct NameStem {
  uint32_t target = 0;  // the node behind the whole word
  uint32_t lang = 0;
  uint32_t letters = 0;  // of the stem
  uint32_t next = 0;
};

class NameTrie {
 public:
  static constexpr uint32_t kRoot = 0;
  static constexpr uint32_t kNone = UINT32_MAX;

  NameTrie();
  // Room for a large table, before its first name; small tries do without.
  void expect_many();
  // `droppable`: endings that words of the name may lose; may be empty.
  void insert(std::string_view folded, NameEntry entry,
              const std::vector<std::string>& droppable = {});
  uint32_t step(uint32_t node, char32_t c) const {
    return node == kRoot && c < first_.size() ? first_[c] : find_edge(node, c);
  }
  uint32_t walk(std::string_view folded) const;  // from the root; kNone where it leaves the trie
  const NameEntry* first_entry(uint32_t node) const;
  const NameEntry* next_entry(const NameEntry& entry) const;
  const NameStem* first_stem(uint32_t node) const;
  const NameStem* next_stem(const NameStem& stem) const;
  bool empty() const { return entries_.size() == 1; }

 private:
  struct Edge {
    uint64_t key = UINT64_MAX;
    uint32_t child = 0;
  };
  static constexpr char32_t kDirect = 0x10000;

  uint32_t find_edge(uint32_t node, char32_t c) const;
  uint32_t child_of(uint32_t node, char32_t c);
  void add_stems(std::string_view folded, uint32_t lang, const std::vector<uint32_t>& nodes,
                 const std::vector<std::string>& droppable);
  void grow();

  std::vector<Edge> edges_;
  std::vector<uint32_t> first_;  // children of the root, which every walk asks for; may be empty
  size_t edge_count_ = 0;
  std::vector<uint32_t> node_entry_, node_stem_;  // heads of the lists, 0 = none
  std::vector<NameEntry> entries_;
  std::vector<NameStem> stems_;
};

// Marks that part the words of one name count as blanks: "Guinea-Bissau", "弗拉基米尔·普京".
char32_t name_character(char32_t c);

// Endings and proclitics of a language, ready for look-up.
struct NameAffixes {
  struct Prefix {
    std::string text;
  };
  std::vector<Prefix> prefixes;  // longest first
  // Indexes of the prefixes whose first character ends in that byte.
  std::array<std::vector<uint16_t>, 256> prefixes_by_byte;
  std::unordered_set<std::string, TransparentHash, std::equal_to<>> suffixes;
  size_t longest_suffix = 0;
};

class NameIndex {
 public:
  static std::shared_ptr<const NameIndex> build(const Knowledge& knowledge);

  const NameTrie& trie() const { return trie_; }
  const NameAffixes& affixes(std::string_view lang) const;  // empty ones for an unknown language
  // The country whose capital the entity is; -1: none.
  int32_t country_of_capital(uint32_t entity) const;
  int32_t entity_index(std::string_view id) const;  // -1: unknown
  // Roles of several words in the language, folded: "defence minister".
  const std::vector<std::pair<std::string, uint32_t>>& long_roles(uint32_t lang) const;
  // Plain names of at least five letters with the same first letter: for misspelt ones.
  const std::vector<std::pair<std::string, uint32_t>>& near_names(std::string_view folded) const;

 private:
  void add_alias(const Knowledge& knowledge, const Alias& alias, NameEntry entry);

  NameTrie trie_;
  std::unordered_map<uint32_t, NameAffixes> affixes_;
  std::unordered_map<uint32_t, uint32_t> capitals_;
  std::unordered_map<std::string, uint32_t, TransparentHash, std::equal_to<>> by_id_;
  using NameList = std::vector<std::pair<std::string, uint32_t>>;
  std::unordered_map<uint32_t, NameList> near_, long_roles_;
};

// How the name is written tells how it must be found: capital, acronym, letters, words.
void describe_spelling(std::string_view text, NameEntry& entry);

}  // namespace synoptic::knowledge
