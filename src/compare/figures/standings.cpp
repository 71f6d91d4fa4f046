#include "compare/figures/standings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "text/characters.h"

namespace synoptic::compare {
namespace {

constexpr double kSameKind = 0.5;  // "producer of cobalt", "gas producer": of something else
constexpr uint32_t kBehind = 40;   // bytes behind the phrase that may tell of what

struct Told {
  Claim claim;
  Terms terms;
};

// Subject, order, kind and place -> account -> what it says.
using Key = std::tuple<std::string, std::string, std::string, std::string>;
using ByAccount = std::map<uint32_t, std::vector<Told>>;

std::string key_of(const model::Argument& argument) {
  return argument.entity.empty() ? "?" + argument.name : argument.entity;
}

Claim claim_of(const Telling& telling, uint32_t article, const model::Standing& standing) {
  Claim claim = claim_at(telling, article, standing.at);
  claim.slot = claim.sort = "rank";
  claim.text = claim.name = standing.text;
  claim.value = claim.given = standing.rank;
  claim.norm = fmt::format("{}", standing.rank);
  return claim;
}

Terms terms_at(const Telling& telling, const model::Place& at) {
  const auto& article = telling.annotated->article;
  const std::string_view text = model::text_of(article, at);
  uint32_t end = std::min<uint32_t>(at.range.end + kBehind, static_cast<uint32_t>(text.size()));
  while (end < text.size() && text::is_trail(text[end])) ++end;
  return terms_of(Range{at.range.begin, end}.of(text), article.lang);
}

std::map<Key, ByAccount> collect(const Input& input) {
  std::map<Key, ByAccount> all;
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    const Telling& telling = input.tellings[i];
    if (!telling.original) continue;
    for (const auto& standing : telling.annotated->standings) {
      // Of a country that nothing names it is not known which.
      if (standing.place.entity.empty() && standing.place.name != "world") continue;
      if (is_beyond(telling, standing.at)) continue;
      Key key{key_of(standing.subject), standing.order, standing.kind, key_of(standing.place)};
      all[std::move(key)][telling.account].push_back(
          {claim_of(telling, i, standing), terms_at(telling, standing.at)});
    }
  }
  return all;
}

bool is_of_two_minds(const std::vector<Told>& told) {
  return std::ranges::any_of(
      told, [&](const Told& one) { return one.claim.value != told.front().claim.value; });
}

}  // namespace

std::vector<Ranked> compare_standings(const Input& input) {
  std::vector<Ranked> out;
  for (auto& [key, by_account] : collect(input)) {
    std::erase_if(by_account, [](const auto& item) { return is_of_two_minds(item.second); });
    if (by_account.size() < 2) continue;
    const Told& first = by_account.begin()->second.front();
    std::vector<model::FactValue> values;
    double salience = 0;
    std::map<double, uint32_t> sides;
    for (const auto& [account, told] : by_account) {
      const Told& one = told.front();
      const bool same = one.claim.value == first.claim.value;
      if (!same && likeness(one.terms, first.terms) < kSameKind) continue;
      values.push_back(cell(input, one.claim));
      const auto side = static_cast<uint32_t>(sides.size());
      values.back().side = sides.try_emplace(one.claim.value, side).first->second;
      salience = std::max(salience, one.claim.salience);
    }
    if (values.size() < 2) continue;
    const auto& [subject, order, kind, place] = key;
    out.push_back(
        {make_fact("rank", order + " " + kind, sides.size() > 1 ? "differ" : "agree",
                   std::move(values), 0.6, "the place of one thing among those of its kind"),
         salience});
  }
  return out;
}

}  // namespace synoptic::compare
