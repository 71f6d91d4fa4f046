// Words of a language looked up in folded text, by the tables of data/compare: a star begins, ends
// or parts a word that goes on there, and alone stands for up to four words or none; in scripts
// without blanks words have no borders, and a word of Hangul goes on with its particles. Private to
// the room.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "base/strings.h"

namespace synoptic::compare {

class WordPatterns {
 public:
  struct Hit {
    uint32_t value = 0;
    Range range;         // in the text
    bool apart = false;  // whole words of the text may stand between its own
    Range between;       // … which are those behind its first and before its last
  };

  void add(std::string_view written, uint32_t value);
  bool empty() const { return patterns_.empty(); }

  // In the order of the text; where several begin at one place, in the order of the table.
  std::vector<Hit> find(std::string_view folded) const;
  // The same without those that overlap a longer one.
  std::vector<Hit> find_longest(std::string_view folded) const;

 private:
  struct Pattern {
    std::vector<std::string> parts;  // between them a word goes on
    bool begins_inside = false, ends_inside = false, apart = false;
    uint32_t value = 0;
  };

  // How a pattern begins: its first bytes, which tell nearly always that it stands elsewhere.
  struct Opening {
    uint64_t bytes = 0, mask = 0;
    uint32_t pattern = 0;
  };

  struct Index {
    std::unordered_map<uint32_t, std::vector<Opening>> patterns;  // by the first bytes
    std::array<bool, 256> first{};  // bytes that some pattern begins with
    // Of the keys of `patterns` what can be asked at once: most texts have none of them.
    static constexpr unsigned kSeenBits = 13;
    std::bitset<size_t{1} << kSeenBits> seen;
    std::bitset<8> sizes;  // bytes that some key has

    void add(std::string_view part, uint32_t pattern);
    static size_t seen_at(uint32_t key) { return key * 0x9E3779B1U >> (32 - kSeenBits); }
  };

  void add(Pattern pattern);
  size_t skip(std::string_view folded, size_t at, bool& inside) const;

  struct Place {  // where a pattern stands
    size_t end = std::string_view::npos;
    Range between;  // as in Hit
  };

  static Place place_of(const Pattern& pattern, std::string_view folded, size_t at);

  std::vector<Pattern> patterns_;
  Index anywhere_;  // patterns that may begin inside a word
  Index all_;
};

using LanguagePatterns =
    std::unordered_map<std::string, WordPatterns, TransparentHash, std::equal_to<>>;

// A cell of a table: "language=word; word …".
void add_words(LanguagePatterns& languages, std::string_view cell, uint32_t value);

// Code points between two places of a text; 0 where they overlap.
size_t characters_between(std::string_view text, Range a, Range b);

}  // namespace synoptic::compare
