// How much of a text another text holds, by runs of four words: order counts, small shifts do not.
// The measure that extraction benchmarks share (scrapinghub's article-extraction-benchmark).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace synoptic::eval {

// Words as runs of letters, digits, marks and '_'; in scripts without spaces every character.
std::vector<std::string_view> tokens_of(std::string_view text);

// Runs of four tokens with how often each stands there; a shorter text is one run.
using Shingles = std::unordered_map<std::string, size_t>;
Shingles shingles_of(std::string_view text);

struct Match {
  double precision = 0;  // the share of what was got that is right
  double recall = 0;     // the share of what is right that was got

  double f1() const;
  bool exact() const { return precision == 1 && recall == 1; }
};

double harmonic_mean(double a, double b);  // 0 where both are 0

Match compare_texts(std::string_view got, std::string_view gold);

}  // namespace synoptic::eval
