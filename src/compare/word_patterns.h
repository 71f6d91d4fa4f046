// Words of a language looked up in folded text, by the tables of data/compare: a star begins, ends
// or parts a word that goes on there, and alone stands for up to four words or none; in scripts
// without blanks words have no borders, and a word of Hangul goes on with its particles. Private to
// the room.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/lazy.h"
#include "base/span.h"

namespace synoptic::compare {

// A word of a table, and what it stands for.
struct PatternWord {
  std::string_view written;
  uint32_t value = 0;
  bool inside = false;  // as if a star stood on both sides
};
// What a table writes around its words ("built by >") is taken off them and told by their values.
using ReadWord = PatternWord (*)(PatternWord word);

class WordPatterns {
 public:
  struct Hit {
    uint32_t value = 0;
    Range range;         // in the text
    bool apart = false;  // whole words of the text may stand between its own
    Range between;       // … which are those behind its first and before its last
  };

  struct List {
    std::string_view words;  // "word; word …"
    uint32_t value = 0;
  };
  explicit WordPatterns(std::span<const List> lists, ReadWord read = nullptr);

  // In the order of the text; where several begin at one place, in the order of the table.
  std::vector<Hit> find(std::string_view folded) const;
  // The same without those that overlap a longer one.
  std::vector<Hit> find_longest(std::string_view folded) const;

 private:
  struct Pattern {
    Range parts;  // in parts_; between them a word goes on
    uint32_t value = 0;
    bool begins_inside = false, ends_inside = false, apart = false;
  };

  // What patterns begin with: their first parts, each once, sorted.
  struct Opening {
    std::string_view text;  // in text_
    uint32_t shorter = 0;   // the longest other one that this one begins with
    Range patterns;         // in Index::patterns
  };
  struct Index {
    std::vector<uint64_t> fronts;  // of the openings: their first bytes, sorted as they are
    std::vector<Opening> openings;
    std::vector<uint32_t> patterns;
    std::array<Range, 256> first{};  // openings that begin with the byte
    // Of their first three bytes, hashed: most places of a text have none of them.
    static constexpr unsigned kSeenBits = 13;
    std::bitset<size_t{1} << kSeenBits> seen;

    void note_seen(std::string_view text, uint64_t front);
    static size_t seen_at(uint64_t front);
    void collect(std::string_view text, std::vector<uint32_t>& out) const;
  };

  void add(const PatternWord& word);
  void add_part(std::string_view text, Pattern& pattern);
  Index index_of(bool inside) const;
  std::string_view part(uint32_t index) const {
    return parts_[index].of({text_.data(), text_.size()});
  }
  size_t skip(std::string_view folded, size_t at, bool& inside) const;

  struct Place {  // where a pattern stands
    size_t end = std::string_view::npos;
    Range between;  // as in Hit
  };

  struct Reach {  // of a part that ends at `from`: where the next one may begin, `to` the last
    size_t from = 0, to = 0;
  };

  static size_t reach_of(std::string_view folded, size_t at);
  Place place_of(const Pattern& pattern, std::string_view folded, size_t at,
                 std::vector<Reach>& known) const;

  std::vector<char> text_;    // of all parts
  std::vector<Range> parts_;  // in text_
  std::vector<Pattern> patterns_;
  Index anywhere_;  // patterns that may begin inside a word
  Index all_;
  // Of bytes: whether a pattern may begin with it, where a word does and inside one, and whether a
  // word goes on behind it. Only of ASCII is that known by the byte.
  enum ByteFlag : uint8_t { kBegins = 1, kBeginsInside = 2, kGoesOn = 4 };
  std::array<uint8_t, 256> bytes_{};
};

// The words of a table by their language. Those of one are made ready when a text of it is first
// read: of a hundred thousand words a story needs those of two or three languages.
class LanguagePatterns {
 public:
  LanguagePatterns() = default;
  explicit LanguagePatterns(ReadWord read) : read_(read) {}

  // "word; word …", in memory that outlives this, as tables of the program are.
  void add(std::string_view lang, std::string_view words, uint32_t value);
  // A cell of a table: "language=word; word …".
  void add_cell(std::string_view cell, uint32_t value);

  const WordPatterns* find(std::string_view lang) const;  // null: it has no words
  std::vector<std::string> languages() const;

 private:
  struct Words {
    std::vector<WordPatterns::List> lists;
    Lazy<WordPatterns> patterns;
  };

  ReadWord read_ = nullptr;
  std::map<std::string, Words, std::less<>> words_;
};

// Code points between two places of a text; 0 where they overlap.
size_t characters_between(std::string_view text, Range a, Range b);

}  // namespace synoptic::compare
