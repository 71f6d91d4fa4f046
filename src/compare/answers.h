// What each account answers where it gives several values of one thing: the claims that are held
// against those of other accounts. Private to the room.
#pragma once

#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/align.h"
#include "compare/figures/ties.h"

namespace synoptic::compare {

inline constexpr std::string_view kTwoNames = "one account gives both, in the names of two";

// What a title tells, the body tells of it as prominently: to be asked once a telling is read.
void put_first_as_titles_do(Telling& telling);

// An account says a thing once: of its equal claims the most telling one stays. What it tells of a
// growing count further down, of earlier or partial ones, is `superseded`.
std::vector<const Claim*> once_per_account(std::vector<const Claim*> claims,
                                           std::vector<const Claim*>& superseded);

// What an account tells of a count in somebody's name beside its own answer: "but the rebels speak
// of eight dead".
std::vector<Group> find_voices(const std::vector<const Claim*>& answers,
                               const std::vector<const Claim*>& superseded);

// Of clusters of values, two of which some account gives one in the words of one, the other in
// those of another.
std::vector<std::pair<size_t, size_t>> find_disputes(std::span<const Cluster> clusters);

// The most telling claims of each account; they stand first.
std::vector<const Claim*> first_of_each(const std::vector<const Claim*>& claims, size_t most);

}  // namespace synoptic::compare
