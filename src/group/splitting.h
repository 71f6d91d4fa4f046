// When a story is two. The first articles on two like events (a coach is dismissed, and next year
// another one of the club) may be as near to each other as those on one: only once each event has
// some articles does it show that they are nearer to one another than to those of the other.
// Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "group/pair_model.h"

namespace synoptic::group {

// The scores of some articles with one another, and their languages.
class Scores {
 public:
  explicit Scores(std::vector<std::string_view> languages)
      : count_(languages.size()), languages_(std::move(languages)), scores_(count_ * count_) {}

  size_t count() const { return count_; }
  std::string_view language(size_t article) const { return languages_[article]; }
  float of(size_t a, size_t b) const { return scores_[a * count_ + b]; }
  void set(size_t a, size_t b, float score) {
    scores_[a * count_ + b] = scores_[b * count_ + a] = score;
  }

 private:
  size_t count_;
  std::vector<std::string_view> languages_;
  std::vector<float> scores_;
};

struct Halves {  // rising; the article 0 is in the first
  std::vector<size_t> first, second;
};

// The two parts into which the articles fall, joined from below by average linkage. At least two.
Halves halves_of(const Scores& scores);

// Two events: each half has some articles, they are little alike across, and much more within.
// Halves of different languages are no events: their words are apart anyway.
bool are_two(const Scores& scores, const Halves& halves, const Model& model);

// Whether a story that grew from `before` to `now` articles is looked at: now and then while it is
// young. An older one stays as it is told.
bool is_time_to_split(size_t before, size_t now);

}  // namespace synoptic::group
