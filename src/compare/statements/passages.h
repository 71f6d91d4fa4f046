// What the accounts say sentence by sentence, laid side by side whatever their languages: words
// through the cross-lingual lexicon, and beside them the entities and figures that annotation
// found. Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

struct Twin {  // a sentence of another account that says much the same
  uint32_t article = 0, sentence = 0;
  double likeness = 0;  // 0 … 1
  double content = 0;   // the same without names and figures
  double next = 0;      // likeness of the next best sentence of its article
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

  const Bag& bag(uint32_t article, uint32_t sentence) const { return of(article, sentence).bag; }

  // How many sentences of the article are compared; none of a copy.
  uint32_t read_of(uint32_t article) const { return count_[article]; }

  // What a part of a sentence speaks of; `range` is in its block.
  Bag bag_of(uint32_t article, uint32_t sentence, Range range) const;

  // The same without one part of it, a word that is looked at by itself.
  Bag bag_without(uint32_t article, uint32_t sentence, Range range, Range word) const;

  // Two parts of one text as one.
  static Bag joined(Bag a, const Bag& b);

  static double square_of(std::span<const Bag::value_type> bag);  // of its length

  struct Part {  // of a sentence, and what it speaks of
    uint32_t article = 0, sentence = 0;
    const Bag& bag;
    double square = square_of(bag);
  };
  // How likely two parts say one thing: alike themselves, or said by the other's sentence; more
  // where the sentences are each other's nearest. 0 … 1.1
  double tie(const Part& a, const Part& b) const;

  // The most that a sentence of any other account says of it.
  double said_elsewhere(const Bag& bag, uint32_t account) const;

  // How much of the bag's weight the other has, too; square_of() is all of it.
  static double shared_by(const Bag& bag, const Bag& other);

  static double likeness(const Bag& a, const Bag& b);
  static double content(const Bag& a, const Bag& b);  // the same without names and figures
  static double likeness(const Part& a, const Part& b);

 private:
  struct Passage {
    uint32_t article = 0, sentence = 0;
    Bag bag;
    std::vector<uint32_t> keys;  // of the bag, in keys_
    std::vector<Twin> twins;
    std::vector<uint32_t> mutual;  // passages of those twins that are; sorted
  };

  struct Mark {  // what annotation found in a sentence
    uint32_t sentence = 0;
    Range at;  // in its block
    uint64_t key = 0;
    float weight = 0;
  };

  struct Holder {  // a sentence that says a key
    uint32_t passage = 0;
    float weight = 0;
  };

  struct Key {  // what sentences of the story say
    uint64_t key = 0;
    float weight = 0;                 // in this story
    uint32_t first = 0, holders = 0;  // that say it and are looked at: where in holders_, how many
  };

  const Passage& of(uint32_t article, uint32_t sentence) const;
  const Key* find(uint64_t key) const;
  void weigh(const Passage& passage, Bag& bag) const;
  std::span<const Holder> holders_of(const Key& key) const {
    return std::span(holders_).subspan(key.first, key.holders);
  }
  void mark();
  void read();
  void weigh();
  void pair_up();
  void note_mutual();

  const Input& input_;
  std::vector<std::vector<Mark>> marks_;  // of each article, by sentence
  std::vector<Passage> passages_;         // by article, then by sentence
  std::vector<uint32_t> first_, count_;   // per article: its first passage, and how many it has
  std::vector<Key> keys_;                 // sorted
  std::vector<Holder> holders_;           // by key, then by passage
  Passage none_;
};

}  // namespace synoptic::compare
