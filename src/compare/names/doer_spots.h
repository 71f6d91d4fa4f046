// Where accounts tell who had a part of an event: the words of data/compare/doers/ say that a
// sentence tells it, the name or the body beside them has it. Private to the room.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "compare/claim.h"
#include "compare/names/doer_table.h"
#include "compare/statements/passages.h"
#include "text/fold.h"

namespace synoptic::compare {

struct Doer {  // a name, or a body that has none
  const model::Mention* mention = nullptr;
  std::string key, sort;
  Range other;  // in the sentence: words beside it that say that somebody else has the part
};

struct DoerSpot {  // where an account tells who has a part
  uint32_t article = 0, account = 0, sentence = 0, part = 0;
  const Doer* named = nullptr;
  size_t distance = 0;  // characters between the word and the name; see kOutsideClause
  Range clause;         // in the sentence, of the word and the name
};

inline constexpr size_t kOutsideClause = 1000;  // added where the name stands in another clause

class DoerSpots {
 public:
  DoerSpots(const Input& input, const Passages& passages);

  // In the order of the story; none where it tells too many to lay side by side.
  const std::vector<DoerSpot>& all() const { return spots_; }
  // Names by sentence; bodies only of sentences that tell a part that these can have.
  const std::vector<std::vector<Doer>>& names(uint32_t article) const { return names_[article]; }
  const std::vector<Doer>& names_beside(const DoerSpot& spot) const {
    return names_[spot.article][spot.sentence];
  }
  // Of the name, in the sentence of the spot.
  Range within(const DoerSpot& spot, const Doer& named) const;

 private:
  void read_names(uint32_t index);
  void read(uint32_t index, uint32_t sentences);
  void read_bodies(uint32_t index, uint32_t sentence, const text::Folded& folded,
                   const WordPatterns& words);
  void mark_others(uint32_t index, uint32_t sentence, const text::Folded& folded);
  void add_all(uint32_t index, uint32_t sentence, const text::Folded& folded,
               const std::vector<WordPatterns::Hit>& hits);
  void add(uint32_t index, uint32_t sentence, uint32_t part, DoerSide side, Range word);
  bool is_attribute(const DoerSpot& spot, const Doer& named) const;
  const Doer* narrowest(const DoerSpot& spot) const;

  const Input& input_;
  std::vector<std::vector<std::vector<Doer>>> names_;  // per telling, per sentence
  std::deque<model::Mention> bodies_;                  // what bodies without a name go by
  std::vector<DoerSpot> spots_;
};

}  // namespace synoptic::compare
