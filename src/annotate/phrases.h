// Phrases of a table found in tokens. A phrase is written as words; a star ends a word of which
// only the beginning is given ("order*"), ".." stands for some words between ("gave .. order").
// Proclitics of the language may stand before each word.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/passage.h"
#include "base/byte_trie.h"
#include "base/lazy.h"
#include "base/strings.h"

namespace synoptic::annotate::syntax {

struct PhraseMatch {
  uint32_t id = 0;                    // what was given to add()
  size_t begin = 0, end = 0;          // tokens
  size_t gap_begin = 0, gap_end = 0;  // tokens of the "..", empty where there is none
  std::string_view prefix;            // proclitic taken off the first word; lives with the table
  bool has_gap() const { return gap_end > gap_begin; }
};

class PhraseTable {
 public:
  void set_proclitics(std::vector<std::string> proclitics) { proclitics_ = std::move(proclitics); }
  const std::vector<std::string>& proclitics() const { return proclitics_; }
  void add(std::string_view phrase, uint32_t id);  // all of them before the first match()
  bool empty() const { return phrases_.empty(); }

  // The longest phrase that begins at token `at` and stays before `end`.
  bool match(const std::vector<Token>& tokens, size_t at, size_t end, PhraseMatch& found) const;

  // False: match() finds no phrase that begins with the word.
  bool may_open(std::string_view word) const;

  // Calls visit(text, stem) for the first word of each phrase.
  template <typename Visit>
  void each_first(Visit visit) const {
    for (const Phrase& phrase : phrases_) visit(phrase.pieces[0].text, phrase.pieces[0].stem);
  }

 private:
  struct Piece {
    std::string text;
    bool stem = false;
    bool gap_before = false;
  };
  struct Phrase {
    std::vector<Piece> pieces;
    uint32_t id = 0;
    size_t weight = 0;  // bytes written
  };
  // One of the phrases that begin alike: what its second word begins with tells most of them off.
  struct Option {
    uint32_t phrase = 0;
    uint32_t look = 0, mask = 0;  // see Looks; a mask of 0 fits anything
    uint64_t front = 0;           // the bit of its first two bytes; all where it has but one
    bool gap = false;             // some words may stand before it
    size_t weight = 0;
  };
  // The phrases that begin with one word or one beginning of a word, the longest first.
  struct Front {
    std::vector<Option> exact, stems;
  };
  // The first bytes of what may be the second word of a phrase.
  struct Looks {
    static constexpr size_t kMost = 32;
    uint64_t fronts = 0;               // a bit for the first two bytes of each
    std::array<uint32_t, kMost> list;  // `count` of them
    size_t count = 0;
    bool read = false, all = false;  // all: too many to tell

    Looks() {}  // the list stays as it is: most are never read

    bool fits(const Option& option) const {
      if (all) return true;
      if ((fronts & option.front) == 0) return false;
      for (size_t i = 0; i < count; ++i) {
        if ((list[i] & option.mask) == option.look) return true;
      }
      return false;
    }
  };
  struct Search {  // for one token
    Search(const std::vector<Token>& all, size_t begin, size_t behind, PhraseMatch& found)
        : tokens(all), at(begin), end(behind), best(found) {}

    const std::vector<Token>& tokens;
    size_t at, end;
    Looks looks, behind_gap;
    PhraseMatch& best;
    size_t best_weight = 0;
  };
  struct Fronts {
    // A bit for what the first character of a front may look like: most words go no further.
    std::array<uint64_t, 4> first_characters{};
    ByteTrie trie;  // of their texts
    std::vector<Front> list;
    bool may_hold(std::string_view word) const;  // false: no front begins the word
  };

  Fronts make_fronts() const;
  Option option_of(uint32_t phrase) const;
  void read_looks(const std::vector<Token>& tokens, size_t at, size_t end, Looks& looks) const;
  void read_looks_behind_gap(const std::vector<Token>& tokens, size_t at, size_t end,
                             Looks& looks) const;
  void add_looks(std::string_view word, Looks& looks) const;
  void try_first(std::string_view word, std::string_view prefix, const Fronts& fronts,
                 Search& search) const;
  void try_list(const std::vector<Option>& list, std::string_view prefix, Search& search) const;
  bool fits(const Piece& piece, const Token& token) const;
  bool follow(const Phrase& phrase, const std::vector<Token>& tokens, size_t at, size_t end,
              PhraseMatch& found) const;

  std::vector<Phrase> phrases_;
  Lazy<Fronts> fronts_;
  std::vector<std::string> proclitics_;  // folded, longest first
};

}  // namespace synoptic::annotate::syntax
