// What the accounts say sentence by sentence, laid side by side whatever their languages: words
// through the cross-lingual lexicon, and beside them the entities and figures that annotation
// found. Private to the room.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

struct Twin {  // a sentence of another account that says much the same
  uint32_t article = 0, sentence = 0;
  double likeness = 0;  // 0 … 1
  double content = 0;   // the same without names and figures
  bool mutual = false;  // each is the other's best in its account
};

class Passages {
 public:
  using Bag = std::vector<std::pair<uint64_t, float>>;  // what a text speaks of; sorted by key

  explicit Passages(const Input& input);

  // At most one of each other account, the likest first.
  const std::vector<Twin>& twins(uint32_t article, uint32_t sentence) const {
    return of(article, sentence).twins;
  }

  // How many sentences of the article are compared; none of a copy.
  uint32_t read_of(uint32_t article) const { return count_[article]; }

  // What a part of a sentence speaks of; `range` is in its block.
  Bag bag_of(uint32_t article, uint32_t sentence, Range range) const;

  // The same without one part of it, a word that is looked at by itself.
  Bag bag_without(uint32_t article, uint32_t sentence, Range range, Range word) const;

  struct Part {  // of a sentence, and what it speaks of
    uint32_t article = 0, sentence = 0;
    const Bag& bag;
  };
  // How likely two parts say one thing: alike themselves, or said by the other's sentence; more
  // where the sentences are each other's nearest. 0 … 1.1
  double tie(const Part& a, const Part& b) const;

  // How much of the bag one sentence says; 0 … 1.
  double said_in(const Bag& bag, uint32_t article, uint32_t sentence) const;

  // The most that a sentence of any other account says of it.
  double said_elsewhere(const Bag& bag, uint32_t account) const;

  static double likeness(const Bag& a, const Bag& b);

 private:
  struct Passage {
    uint32_t article = 0, sentence = 0;
    Bag bag;
    std::vector<uint32_t> holders;  // per key of the bag: the first of those that say it
    std::vector<Twin> twins;
  };

  struct Holder {  // a sentence that says a key
    uint64_t key = 0;
    uint32_t passage = 0;
    float weight = 0;
  };

  const Passage& of(uint32_t article, uint32_t sentence) const;
  std::vector<Holder>::const_iterator holders_of(uint64_t key) const;
  void read();
  void weigh();
  void pair_up();

  const Input& input_;
  std::vector<Passage> passages_;        // by article, then by sentence
  std::vector<uint32_t> first_, count_;  // per article: its first passage, and how many it has
  std::vector<std::pair<uint64_t, float>> weights_;  // of a key in this story; sorted
  std::vector<Holder> holders_;                      // by key, then by passage
  Passage none_;
};

}  // namespace synoptic::compare
