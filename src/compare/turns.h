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
};

// Where nothing tells that the count has changed (the words of data/compare/turns.tsv, another
// count that changes from the same accounts to the same others), two values of it contradict each
// other, whoever is the later.
std::vector<Turn> find_turns(const Input& input, std::span<const Cluster> clusters);

// What the turns make together: the claims of each change, one step after the other in the order of
// time (700, then 1,000, then 2,000). An account stands where it tells the last of them.
std::vector<Cluster> changes_of(const Input& input, std::span<const Cluster> clusters,
                                const std::vector<Turn>& turns);

enum class ChangeWord : uint8_t { kChanged, kSoFar };  // "rose to"; "so far"

// Whether the sentence says that a number is not what it was, or will not stay what it is.
bool has_change_word(std::string_view sentence, std::string_view lang, ChangeWord word);

}  // namespace synoptic::compare
