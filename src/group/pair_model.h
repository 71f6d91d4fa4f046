// What the numbers of a pair weigh, learnt: a linear model; where both texts are long, what they
// share of their words is asked beside it. Private to the room.
#pragma once

#include <array>
#include <limits>
#include <string_view>
#include <vector>

#include "group/pair.h"

namespace synoptic::group {

struct Weighed {  // what a number of the pair adds to the score: value times weight
  std::string_view name;
  float value = 0, weight = 0;
};

struct Model {
  std::array<float, kEvidences> weights{};
  float join = 0;          // an article joins a story
  float merge = 0;         // two stories become one
  float merge_blurbs = 0;  // likewise, where they are told in a few lines each or across languages
  float copy = 0;          // what else must speak for two texts with common phrases being copies
  float best_share = 0;    // of the nearest article; the rest is the mean of the story
  float link = 0;          // linked, not joined
  // A story is two where its halves' articles score no more than that with one another, and so much
  // more within each half (splitting.h).
  float split_below = 0;
  float split_gap = std::numeric_limits<float>::infinity();

  // Two whole articles of one language are told apart by how much of their words they share, more
  // than by the rest: stories run for months, and dates are wrong. So far the linear model gives
  // way:
  float texts_share = 0;    // where Evidence::kTexts is 1
  float texts_slope = 0;    // log-odds for each factor of e in Evidence::kShared
  float texts_even = 1;     // what speaks neither for nor against
  float texts_other = 0;    // where days and places exclude each other
  float texts_figures = 0;  // for each Evidence::kFigures

  // The rows of data/group/weights.tsv.
  static const Model& load();
  // Errors: a row without its value, with path and line.
  static Result<Model> read(std::string_view path, std::string_view table);
  float score(const Pair& pair) const;
  // From which score on two stories become one. `texts`: the mean Evidence::kTexts of their pairs.
  float bar_of_merging(float texts) const;
  std::vector<Weighed> weigh(const Pair& pair) const;  // the score's parts that are not 0

 private:
  float share_of_texts(const Pair& pair) const;
  float voice_of_texts(const Pair& pair) const;
};

}  // namespace synoptic::group
