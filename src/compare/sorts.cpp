#include "compare/sorts.h"

#include <algorithm>
#include <map>

#include "compare/answers.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMaxClaims = 400;  // of one slot and sort, over all accounts

}  // namespace

std::vector<Sort> sorts_of(const Input& input) {
  struct Found {
    std::vector<const Claim*> claims, taken_back;
  };
  std::map<std::pair<std::string, std::string>, Found> buckets;
  // In a large story every account keeps its share of the room.
  const size_t of_one = std::max<size_t>(8, 4 * kMaxClaims / std::max(1u, input.accounts));
  for (const auto& telling : input.tellings) {
    if (!telling.original) continue;
    std::map<std::pair<std::string_view, std::string_view>, size_t> taken;
    for (const auto& claim : telling.claims) {
      if (++taken[{claim.slot, claim.sort}] > of_one) continue;
      auto& bucket = buckets[{claim.slot, claim.sort}];
      (claim.taken_back ? bucket.taken_back : bucket.claims).push_back(&claim);
    }
  }
  const size_t compared = std::max<size_t>(2, kMaxClaims / std::max(1u, input.accounts));
  std::vector<Sort> out;
  for (auto& [key, found] : buckets) {
    Sort sort;
    sort.taken_back = std::move(found.taken_back);
    sort.answers = first_of_each(once_per_account(found.claims, sort.superseded), compared);
    if (sort.answers.size() > 2 * kMaxClaims) sort.answers.resize(2 * kMaxClaims);
    out.push_back(std::move(sort));
  }
  return out;
}

}  // namespace synoptic::compare
