// The latest articles, by arrival, with what finds the few that may report the same event: an
// inverted index over their heaviest terms, names, deeds and figures, and one over their phrases
// for copies. How rare a key is is learnt from the articles in the window. Private to the room.
#pragma once

#include <vector>

#include "group/fingerprint.h"
#include "group/phrase_index.h"
#include "group/postings.h"

namespace synoptic::group {

struct Candidate {
  uint32_t article = 0;
  float weight = 0;
};

class Window {
 public:
  Window();

  // Puts the rarity of each key into its weight.
  void weigh(Draft& draft) const;
  // `fresh`: not a copy of one that is there; copies are kept, and not found.
  void enter(Fingerprint fingerprint, bool fresh);

  uint32_t begin() const { return first_; }  // arrival numbers
  uint32_t end() const { return first_ + static_cast<uint32_t>(articles_.size()); }
  bool holds(uint32_t article) const { return article >= first_ && article < end(); }
  const Fingerprint& at(uint32_t article) const { return articles_[article - first_]; }
  // The article will be compared in a moment: its first lines are on the way from memory.
  void soon(uint32_t article) const {
    const char* bytes = at(article).data();
    for (size_t line = 0; line < 14; ++line) __builtin_prefetch(bytes + 64 * line);
  }

  std::vector<Candidate> candidates(const Fingerprint& article, size_t most) const;  // best first
  struct Copies {
    std::vector<uint32_t> articles;  // rising
    bool same = false;               // nearly identical with one: nothing new to find
  };
  // `phrases`: those of the draft, whole.
  Copies copies_of(const Fingerprint& article, const Keys& phrases) const;

  // Forgets the articles before `first`.
  void drop_before(uint32_t first);

 private:
  void fetch_keys(const Fingerprint& article) const;
  template <typename Visit>
  static void each_key(const Fingerprint& article, const Visit& visit);
  // What each article shares with this one goes into its mark, who shares something into touched_.
  struct Gathered {
    size_t touched = 0;
    float best = 0;  // the largest mark
  };
  Gathered gather(const Fingerprint& article) const;

  uint32_t first_ = 0;
  std::vector<Fingerprint> articles_;
  struct Found {
    float mark = 0;     // 0 between calls
    int32_t hours = 0;  // of publishing; kNoHours: not known
  };
  mutable std::vector<Found> founds_;  // by article
  std::vector<bool> fresh_;
  uint32_t counted_ = 0;
  Postings postings_;
  PhraseIndex phrases_;

  mutable std::vector<uint32_t> touched_, found_;
};

// Share of the union of both articles' phrases that both have, and of the shorter one's phrases.
struct Overlap {
  double jaccard = 0, contained = 0;
  uint32_t shared = 0;  // phrases seen in both
};
Overlap overlap(const Fingerprint& a, const Fingerprint& b);
// Nearer, where all phrases of `a` are at hand.
Overlap overlap(const Fingerprint& a, const Keys& phrases, const Fingerprint& b);
bool is_copy(const Fingerprint& a, const Fingerprint& b);
bool is_copy(const Fingerprint& a, const Fingerprint& b, const Overlap& shared);

}  // namespace synoptic::group
