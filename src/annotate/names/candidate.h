// A way through a name trie along a text, and what is known of it. Private to the room.
#pragma once

#include <cstdint>

namespace synoptic::annotate {

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

// Which of two matches at one place is tried first.
inline bool better(const Candidate& a, const Candidate& b) {
  if ((a.ending == Ending::kGlued) != (b.ending == Ending::kGlued)) {
    return b.ending == Ending::kGlued;
  }
  if (a.word_end != b.word_end) return a.word_end > b.word_end;
  if (a.proclitics != b.proclitics) return a.proclitics < b.proclitics;
  if (a.matched != b.matched) return a.matched > b.matched;
  // "وبكين" is "and Beijing", whatever "كين" behind "and in" may be.
  if (a.begin - a.article != b.begin - b.article) {
    return a.begin - a.article < b.begin - b.article;
  }
  if (a.ending != b.ending) return a.ending < b.ending;
  return a.source < b.source;
}

// A step of the search for names that begin at a word, as far as the word's letters go: a name that
// ends with them, or a way that goes on behind them. Positions count from the word's begin.
struct NameStep {
  enum class Kind : uint8_t {
    kName,
    kWay,       // from the node on, with whatever stands behind the letters
    kBlankWay,  // with a blank: the letters end with an ending of the name's word
  };
  Kind kind = Kind::kName;
  Candidate state;  // of a way, its node is the one behind the letters
};

}  // namespace synoptic::annotate
