// What a count became while the news went on: the values of the earlier accounts and those of the
// later ones. Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "compare/ties.h"

namespace synoptic::compare {

struct Turn {  // two clusters: earlier accounts have one count, all later ones another
  size_t before = 0, after = 0;
  // By what it is known that the count changed; empty: by nothing, the values may follow each other
  // or contradict each other.
  std::string_view reason;
  bool is_told() const { return !reason.empty(); }
};

// What tells that a count has changed: the words of data/compare/turns.tsv, a bound, much time,
// another count that changes from the same accounts to the same others.
std::vector<Turn> find_turns(const Input& input, std::span<const Cluster> clusters);

enum class ChangeWord : uint8_t { kChanged, kSoFar };  // "rose to"; "so far"

// Whether the sentence says that a number is not what it was, or will not stay what it is.
bool has_change_word(std::string_view sentence, std::string_view lang, ChangeWord word);

}  // namespace synoptic::compare
