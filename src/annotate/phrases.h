// Phrases of a table found in tokens. A phrase is written as words; a star ends a word of which
// only the beginning is given ("order*"), ".." stands for some words between ("gave .. order").
// Proclitics of the language may stand before each word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/front_filter.h"
#include "annotate/passage.h"
#include "base/strings.h"

namespace synoptic::annotate::syntax {

struct PhraseMatch {
  uint32_t id = 0;                    // what was given to add()
  size_t begin = 0, end = 0;          // tokens
  size_t gap_begin = 0, gap_end = 0;  // tokens of the "..", empty where there is none
  std::string prefix;                 // proclitic taken off the first word
  bool has_gap() const { return gap_end > gap_begin; }
};

class PhraseTable {
 public:
  void set_proclitics(std::vector<std::string> proclitics) { proclitics_ = std::move(proclitics); }
  const std::vector<std::string>& proclitics() const { return proclitics_; }
  void add(std::string_view phrase, uint32_t id);
  bool empty() const { return phrases_.empty(); }

  // The longest phrase that begins at token `at` and stays before `end`.
  bool match(const std::vector<Token>& tokens, size_t at, size_t end, PhraseMatch& found) const;

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
  // The phrases that begin with one word or one beginning of a word.
  struct Front {
    uint64_t hash = 0;  // of the text
    std::vector<uint32_t> exact, stems;
    std::string_view text(const PhraseTable& table) const {
      return table.phrases_[exact.empty() ? stems[0] : exact[0]].pieces[0].text;
    }
  };

  const Front* front(uint64_t hash, std::string_view text) const;
  Front& front_for(uint64_t hash, std::string_view text);
  void grow();
  void try_first(const std::vector<Token>& tokens, size_t at, size_t end, std::string_view word,
                 std::string_view prefix, PhraseMatch& best, size_t& best_weight) const;
  void try_list(const std::vector<uint32_t>& list, const std::vector<Token>& tokens, size_t at,
                size_t end, std::string_view prefix, PhraseMatch& best, size_t& best_weight) const;
  bool fits(const Piece& piece, const Token& token) const;
  bool follow(const Phrase& phrase, const std::vector<Token>& tokens, size_t at, size_t end,
              PhraseMatch& found) const;

  std::vector<Phrase> phrases_;
  FrontFilter<11> filter_;  // small: a language has dozens of tables
  std::vector<Front> fronts_;
  std::vector<uint32_t> slots_;          // open addressing by hash: index in fronts_ + 1, 0 = free
  size_t longest_front_ = 0;             // bytes
  std::vector<std::string> proclitics_;  // folded, longest first
};

}  // namespace synoptic::annotate::syntax
