// What a match of the name tries may be: the piece that its entries make of it, if any of them fits
// how the text writes it. Private to the room.
#pragma once

#include <span>

#include "annotate/matcher.h"

namespace synoptic::annotate {

constexpr uint16_t kShortName = 3;  // letters; shorter or equal names stand exact

enum class Ending : uint8_t { kWhole, kInflected, kGlued };

struct Candidate {
  uint32_t node = 0;
  uint32_t begin = 0;         // folded, of the name behind the proclitics
  uint32_t article = 0;       // folded, bytes of an article before it that belong to the noun
  uint32_t end = 0;           // folded, behind the name itself
  uint32_t word_end = 0;      // folded, behind its ending
  uint32_t stem_letters = 0;  // of a shortened last word, 0 = not shortened
  uint32_t matched = 0;       // folded, where the name's own letters end
  Ending ending = Ending::kWhole;
  uint8_t source = 0;  // which trie
  int proclitics = 0;
  bool elided = false, definite = false;
};

class PieceMaker {
 public:
  PieceMaker(const Source& source, std::span<const knowledge::NameSource> names,
             const MatchRules& rules)
      : source_(source), text_(source.folded.text), names_(names), rules_(rules) {}

  // Whether an entry fits. `word_begin`: where the match began, before the proclitics; `spaceless`:
  // in a script without spaces.
  bool make(const Candidate& candidate, uint32_t word_begin, bool spaceless, Piece& piece);

 private:
  bool begins_sentence(uint32_t begin, uint32_t at) const;
  bool fits(const knowledge::NameEntry& entry, const Candidate& candidate,
            const Piece& piece) const;
  bool fits_language(const knowledge::NameEntry& entry) const;
  void take(const knowledge::NameEntry& entry, const knowledge::NameSource& names,
            Piece& piece) const;

  const Source& source_;
  const std::string& text_;
  std::span<const knowledge::NameSource> names_;
  const MatchRules& rules_;
  const knowledge::NameTrie* trie_ = nullptr;  // that the candidate is of
  bool spaceless_ = false;
};

}  // namespace synoptic::annotate
