#include "compare/figures/results.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace synoptic::compare {
namespace {

bool is_in_title(const Claim& claim) { return claim.at.block == model::kTitleBlock; }

// A title with two scores tells two matches, or how one went on.
bool is_only_score(const Input& input, const Claim& score) {
  const auto& claims = input.tellings[score.article].claims;
  return is_in_title(score) && std::all_of(claims.begin(), claims.end(), [&](const Claim& other) {
           return !is_in_title(other) || other.sort != score.sort || other.norm == score.norm;
         });
}

std::set<std::string_view> named_in_title(const Telling& telling) {
  std::set<std::string_view> out;
  const auto& mentions = telling.annotated->mentions;
  for (size_t i = 0; i < std::min(mentions.size(), telling.keys.size()); ++i) {
    const bool title = mentions[i].at.block == model::kTitleBlock;
    if (title && !telling.keys[i].empty()) out.insert(telling.keys[i]);
  }
  return out;
}

}  // namespace

bool are_of_one_match(const Input& input, const Claim& a, const Claim& b) {
  if (!is_only_score(input, a) || !is_only_score(input, b)) return false;
  constexpr std::ptrdiff_t kSides = 2;
  const auto left = named_in_title(input.tellings[a.article]);
  const auto right = named_in_title(input.tellings[b.article]);
  return std::count_if(left.begin(), left.end(),
                       [&](std::string_view name) { return right.contains(name); }) >= kSides;
}

}  // namespace synoptic::compare
