// The best tags of a sentence by the scores of its tokens (Viterbi). Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "annotate/names/tagger_model.h"

namespace synoptic::annotate {

// Given to the begin of every name, since names are missed more often than made up. In units of the
// weights, fitted on development sentences: three quarters of a nat.
constexpr int32_t openness(TagPlace place) {
  return place == TagPlace::kFirst || place == TagPlace::kOnly ? 24 : 0;
}

constexpr int kOutsideLane = 3;  // of the row of "only": no name

// Scores are taken sixteenfold: in the four bits below, the higher the earlier in the order of the
// tags, is noted which tag came before, so that the greater number tells the better way.
constexpr int32_t kPathScale = 16;

// The transitions of sentences of one kind, as rows.
struct TransitionRows {
  explicit TransitionRows(const int16_t (&transitions)[kTags + 1][kTags + 1]);

  // Behind each tag that ends a name, or is none: what it takes to begin one or to be none.
  struct Closed {
    TagRow only, first;
  };
  std::array<Closed, 1 + 2 * kNameTypes> closed;  // outside, then last and only of each type
  TagRow first_inside, inside_inside, first_last, inside_last;
  TagRow begin_only, begin_first;               // at the sentence's begin
  std::array<int32_t, 1 + 2 * kNameTypes> end;  // at its end, as `closed`
};

class BestTags {
 public:
  static constexpr size_t kBeside = 3;  // tokens that a name may take in beside a doubtful one
  // One tag for each of the scores; "outside" for all that are neither among the doubtful, which
  // are in order, nor near one (kBeside). Of ways that are equally good the one whose tags come
  // first.
  void find(const TransitionRows& transitions, const std::vector<TagSums>& scores,
            const std::vector<uint32_t>& doubtful, std::vector<uint8_t>& tags);

 private:
  struct Rows {
    TagRow only, first, inside, last;
  };
  // Of the tokens from `begin` to before `end`, between tokens that belong to no name.
  void find_run(const TransitionRows& transitions, const std::vector<TagSums>& scores, size_t begin,
                size_t end, std::vector<uint8_t>& tags);
  static Rows rows_of(const TagSums& scores);
  static Rows step(const TransitionRows& transitions, const Rows& before);
  static int last_tag(const TransitionRows& transitions, const Rows& best);
  int tag_before(size_t at, int tag) const;

  std::vector<Rows> ways_;  // with the notes of which tag came before
};

}  // namespace synoptic::annotate
