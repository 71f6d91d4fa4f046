// What a count became while the news went on: the values of the earlier accounts and those of the
// later ones. Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/figures/ties.h"

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

enum class ChangeWord : uint8_t { kChanged, kSoFar, kState };  // "rose to"; "so far"; "not yet"

// Whether the sentence says that a number is not what it was, or will not stay what it is.
bool has_change_word(std::string_view sentence, std::string_view lang, ChangeWord word);

// Of two ways that a matter stands in accounts of different age: whether a sentence of either says
// that it changes ("not yet", "so far", "again").
bool tells_state_turn(const Input& input, const std::vector<std::pair<uint32_t, uint32_t>>& where);

inline constexpr int64_t kLongAfterMinutes = 10 * 60;  // of what nothing says has changed

}  // namespace synoptic::compare
