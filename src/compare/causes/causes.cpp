#include "compare/causes/causes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "compare/causes/cause_spots.h"
#include "compare/causes/cause_table.h"
#include "compare/told_words.h"

namespace synoptic::compare {
namespace {

class Causes {
 public:
  Causes(const Input& input, const Passages& passages)
      : input_(input), spots_(cause_spots(input, passages)) {}

  std::vector<Ranked> compare() const {
    std::vector<Ranked> out;
    for (uint32_t domain = 0; domain < cause_table().domains.size(); ++domain) {
      const Told told = told_by_account(domain);
      if (const auto pair = contraries(told)) out.push_back(tell(told, *pair));
    }
    return out;
  }

 private:
  using Told = std::map<uint32_t, const CauseSpot*>;  // by account
  using Pair = std::pair<uint32_t, uint32_t>;         // of kinds

  // One cause an account; who gives several that may exclude each other says none. The body tells
  // it better than the title.
  Told told_by_account(uint32_t domain) const {
    Told out;
    std::set<uint32_t> several;
    for (const CauseSpot& spot : spots_) {
      if (cause_table().kinds[spot.kind].domain != domain) continue;
      const auto [kept, fresh] = out.try_emplace(spot.account, &spot);
      if (fresh) continue;
      if (cause_table().exclude_each_other(kept->second->kind, spot.kind))
        several.insert(spot.account);
      const auto rank = [](const CauseSpot& one) {
        return std::pair(one.sentence == 0, one.distance);
      };
      if (rank(spot) < rank(*kept->second)) kept->second = &spot;
    }
    std::erase_if(out, [&](const auto& entry) { return several.contains(entry.first); });
    return out;
  }

  bool names(uint32_t account, uint32_t kind) const {
    return std::any_of(spots_.begin(), spots_.end(), [&](const CauseSpot& spot) {
      return spot.account == account && spot.kind == kind;
    });
  }

  // The two that most accounts tell.
  std::optional<Pair> contraries(const Told& told) const {
    std::map<uint32_t, size_t> backing;
    for (const auto& [account, spot] : told) ++backing[spot->kind];
    std::map<Pair, size_t> pairs;
    for (const auto& [a, one] : told) {
      for (const auto& [b, other] : told) {
        if (one->kind >= other->kind || !cause_table().exclude_each_other(one->kind, other->kind))
          continue;
        if (names(a, other->kind) || names(b, one->kind)) continue;
        pairs[{one->kind, other->kind}] = backing[one->kind] + backing[other->kind];
      }
    }
    const auto best =
        std::max_element(pairs.begin(), pairs.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == pairs.end() ? std::nullopt : std::optional<Pair>(best->first);
  }

  Ranked tell(const Told& told, const Pair& pair) const {
    std::vector<model::FactValue> values;
    double salience = 0;
    std::optional<uint32_t> first;
    for (const auto& [account, spot] : told) {
      if (spot->kind != pair.first && spot->kind != pair.second) continue;
      if (!first) first = spot->kind;
      values.push_back(cell_of(*spot));
      values.back().side = spot->kind == *first ? 0 : 1;
      salience = std::max(salience, salience_at(input_.tellings[spot->article], spot->sentence));
    }
    const CauseTable& table = cause_table();
    const std::string& about = table.domains[table.kinds[pair.first].domain].about;
    return {make_fact("outcome", about, "differ", std::move(values), 0.65,
                      "causes that exclude each other"),
            salience};
  }

  model::FactValue cell_of(const CauseSpot& spot) const {
    Claim claim = claim_of_words(input_, spot.article, spot.sentence, spot.word);
    claim.norm = claim.name = cause_table().kinds[spot.kind].name;
    return cell(input_, claim);
  }

  const Input& input_;
  std::vector<CauseSpot> spots_;
};

}  // namespace

std::vector<Ranked> compare_causes(const Input& input, const Passages& passages) {
  return Causes(input, passages).compare();
}

}  // namespace synoptic::compare
