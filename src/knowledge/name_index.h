// Every name, role word, institution word and name cue of the knowledge in one trie over folded
// text, so that one walk over an article finds them all. The trie is compiled when the program is
// built; read-only.
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
#include "knowledge/name_trie.h"

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

class PackSet;

// One of the tries that names stand in: that of the tables, of a pack, or of an article.
struct NameSource {
  const NameTrie* trie = nullptr;
  const PackSet* packs = nullptr;  // nullptr: targets are what they are
  size_t pack = 0;

  bool tables() const { return packs == nullptr; }
  uint32_t global(uint32_t target) const;  // index of the entity among all
};

class NameIndex {
 public:
  // `tables` and `packs` outlive the index. `compiled`: the trie as bytes, of the same tables;
  // empty: it is built now.
  static std::shared_ptr<const NameIndex> build(const Knowledge& knowledge, const PackSet& packs,
                                                const TableIndex& tables,
                                                std::string_view compiled);
  static std::string compile(const Knowledge& knowledge);

  const NameTrie& trie() const { return trie_; }                    // of the tables
  std::span<const NameSource> sources() const { return sources_; }  // that one first
  const NameAffixes& affixes(std::string_view lang) const;  // empty ones for an unknown language
  // The country whose capital the entity is; -1: none.
  int32_t country_of_capital(uint32_t entity) const;
  int32_t entity_index(std::string_view id) const;  // -1: unknown
  // A number that no other index of this process has.
  uint64_t number() const { return number_; }
  // Roles of several words in the language, folded: "defence minister".
  const std::vector<std::pair<std::string, uint32_t>>& long_roles(uint32_t lang) const;

 private:
  static uint64_t next_number();

  uint64_t number_ = next_number();
  NameTrie trie_;
  std::vector<NameSource> sources_;
  std::unordered_map<uint32_t, NameAffixes> affixes_;
  std::unordered_map<uint32_t, uint32_t> capitals_;
  const TableIndex* tables_ = nullptr;
  using NameList = std::vector<std::pair<std::string, uint32_t>>;
  std::unordered_map<uint32_t, NameList> long_roles_;
};

// How the name is written tells how it must be found: capital, acronym, letters, words.
void describe_spelling(std::string_view text, NameEntry& entry);

}  // namespace synoptic::knowledge
