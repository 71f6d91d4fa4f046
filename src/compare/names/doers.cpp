#include "compare/names/doers.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/names/body_table.h"
#include "compare/names/doer_spots.h"
#include "compare/names/han_readings.h"
#include "compare/names/name_sorts.h"
#include "compare/names/part_of.h"
#include "compare/statements/one_language.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kBeside = 30;  // characters between the word and a name outside of its clause
constexpr double kInOneLanguage = 0.25;  // likeness of two sentences
constexpr uint32_t kMostAccounts = 40;   // in larger stories somebody names everything
constexpr std::string_view kPersonSort = "person";

class Doers {
 public:
  Doers(const Input& input, const Passages& passages) : input_(input), spots_(input, passages) {}

  std::vector<Ranked> compare() const {
    std::vector<Ranked> out;
    for (uint32_t part = 0; part < doer_table().parts.size(); ++part) {
      if (auto fact = tell(part)) out.push_back(std::move(*fact));
    }
    return out;
  }

 private:
  using Told = std::map<uint32_t, DoerSpot>;  // account -> where it tells it

  // One place of each account: the body tells it more fully than the title.
  Told best_of(uint32_t part) const {
    Told out;
    for (const DoerSpot& spot : spots_.all()) {
      if (spot.part != part) continue;
      const auto [kept, fresh] = out.try_emplace(spot.account, spot);
      const auto rank = [](const DoerSpot& one) {
        return std::pair(one.sentence == 0, one.distance);
      };
      if (!fresh && rank(spot) < rank(kept->second)) kept->second = spot;
    }
    if (doer_table().parts[part].among_others) choose_among_others(part, out);
    return out;
  }

  // Where two sign, or one hands something to another, all accounts have one of the two alike; the
  // other one is compared.
  void choose_among_others(uint32_t part, Told& told) const {
    std::map<uint32_t, std::map<std::string_view, const Doer*>> names;
    for (const auto& [account, spot] : told) {
      for (const Doer& named : spots_.names_beside(spot)) {
        if (doer_table().parts[part].sorts.contains(named.sort))
          names[account].emplace(named.key, &named);
      }
    }
    std::map<std::string_view, size_t> holders;
    for (const auto& [account, own] : names) {
      for (const auto& [key, named] : own) ++holders[key];
    }
    const auto common = std::find_if(holders.begin(), holders.end(), [&](const auto& entry) {
      return entry.second == told.size();
    });
    for (auto at = told.begin(); at != told.end();) {
      const auto& own = names[at->first];
      if (common == holders.end() || own.size() != 2) {
        at = told.erase(at);
        continue;
      }
      const bool first = own.begin()->first == common->first;
      at->second.named = (first ? std::next(own.begin()) : own.begin())->second;
      ++at;
    }
  }

  // The account names it in the clause where it tells of the part.
  bool has_beside(uint32_t account, uint32_t part, std::string_view key) const {
    return std::any_of(spots_.all().begin(), spots_.all().end(), [&](const DoerSpot& spot) {
      if (spot.part != part || spot.account != account) return false;
      const auto& names = spots_.names_beside(spot);
      return std::any_of(names.begin(), names.end(), [&](const Doer& named) {
        const bool one = named.key == key || body_table().may_be_one(named.key, std::string(key)) ||
                         contains(*input_.knowledge, named.key, key) ||
                         contains(*input_.knowledge, key, named.key);
        return one && (spot.sentence == 0 || doer_table().parts[part].one_of_two ||
                       spot.clause.overlaps(spots_.within(spot, named)));
      });
    });
  }

  bool has(uint32_t account, std::string_view key) const {
    for (size_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].account != account) continue;
      for (const auto& names : spots_.names(i)) {
        if (std::any_of(names.begin(), names.end(),
                        [&](const Doer& named) { return named.key == key; })) {
          return true;
        }
      }
    }
    return false;
  }

  // Whether it may be another spelling of a name of the account's.
  bool may_be_there(uint32_t account, std::string_view key) const {
    return names(input_, account, key) && !has(account, key);
  }

  // A town and a land that it does not lie in are two places.
  bool are_of_a_sort(const DoerSpot& a, const DoerSpot& b) const {
    const std::string &one = a.named->sort, &other = b.named->sort;
    const auto is_place = [](std::string_view sort) {
      return is_place_sort(sort) || sort == "country";
    };
    if (is_body(a)) return is_body(b) && !body_table().may_be_one(a.named->key, b.named->key);
    if (one == other || (is_place_sort(one) && is_place_sort(other))) return true;
    const bool known = !a.named->key.starts_with('?') && !b.named->key.starts_with('?');
    return known && doer_table().parts[a.part].slot == "place" && is_place(one) &&
           is_place(other) && !contains(*input_.knowledge, a.named->key, b.named->key) &&
           !contains(*input_.knowledge, b.named->key, a.named->key);
  }

  static bool is_body(const DoerSpot& spot) { return is_body_sort(spot.named->sort); }

  // A street or quarter without an id may lie in the town that the account names, too.
  bool may_lie_in(const DoerSpot& a, const DoerSpot& b) const {
    return is_place_sort(a.named->sort) && a.named->key.starts_with('?') &&
           !b.named->key.starts_with('?') && has(a.account, b.named->key);
  }

  // An account that does not tell who has the part names both people: two films, two directors.
  bool is_both(const DoerSpot& a, const DoerSpot& b) const {
    if (a.named->sort != kPersonSort || b.named->sort != kPersonSort) return false;
    for (uint32_t account = 0; account < input_.accounts; ++account) {
      const bool tells = std::any_of(
          spots_.all().begin(), spots_.all().end(),
          [&](const DoerSpot& spot) { return spot.part == a.part && spot.account == account; });
      if (!tells && has(account, a.named->key) && has(account, b.named->key)) return true;
    }
    return false;
  }

  // "The mayor of Pokhara" may be the very man whom the other account names.
  static bool is_office(const DoerSpot& spot) {
    return spot.named->key.find('/') != std::string::npos;
  }

  bool differ(const DoerSpot& a, const DoerSpot& b) const {
    return !may_lie_in(a, b) && !may_lie_in(b, a) && are_of_a_sort(a, b) &&
           is_office(a) == is_office(b) && a.named->key != b.named->key &&
           !has_beside(b.account, b.part, a.named->key) &&
           !has_beside(a.account, a.part, b.named->key) && !may_be_there(b.account, a.named->key) &&
           !may_be_there(a.account, b.named->key);
  }

  std::optional<Ranked> tell(uint32_t part) const {
    const auto told = best_of(part);
    if (told.size() < 2) return std::nullopt;
    std::map<std::string_view, std::vector<const DoerSpot*>> sides;
    for (const auto& [account, spot] : told) sides[spot.named->key].push_back(&spot);
    const std::vector<const DoerSpot*>* most = nullptr;
    for (const auto& [key, side] : sides) {
      if (most == nullptr || side.size() > most->size()) most = &side;
    }
    // Two accounts agree on one; another gives it to somebody else.
    if (most->size() < 2 && doer_table().parts[part].two_agree) return std::nullopt;
    if (most->size() < 2 && input_.accounts > 2) return tell_of_two(part, told);
    const std::vector<const DoerSpot*>* other = nullptr;
    for (const auto& by_key : sides) {
      const auto& side = by_key.second;
      if (&side == most || (other != nullptr && other->size() >= side.size())) continue;
      // Alone a name outside of the clause may be that of somebody else.
      if (side.size() == 1 && side.front()->distance >= kOutsideClause + kBeside) continue;
      const bool all = std::all_of(most->begin(), most->end(), [&](const DoerSpot* a) {
        return std::all_of(side.begin(), side.end(),
                           [&](const DoerSpot* b) { return differ(*a, *b); });
      });
      if (all && !is_both(*most->front(), *side.front())) other = &side;
    }
    if (other == nullptr || are_unlike(*most, *other)) return std::nullopt;
    return fact_of(part, *most, *other);
  }

  static bool may_be_read_as(const DoerSpot& a, const DoerSpot& b) {
    const Read read =
        read_names(a.named->key, a.named->mention->text, b.named->key, b.named->mention->text);
    return read == Read::kUnknown || read == Read::kOne;
  }

  // Where no two accounts agree, of those that have the name beside the word the first two that
  // differ; where that can be said of others as well nothing is sure.
  std::optional<Ranked> tell_of_two(uint32_t part, const Told& told) const {
    if (!doer_table().parts[part].one_each || told.size() > 2) return std::nullopt;
    const DoerSpot &a = told.begin()->second, &b = std::next(told.begin())->second;
    const auto is_plain = [](const DoerSpot& spot) {
      return spot.distance < kBeside && !is_office(spot);
    };
    if (!is_plain(a) || !is_plain(b) || !differ(a, b) || are_unlike({&a}, {&b}) ||
        may_be_read_as(a, b)) {
      return std::nullopt;
    }
    return fact_of(part, {&a}, {&b});
  }

  // "Had handed eight over in May" is told of another time, whatever the words say.
  bool are_unlike(const std::vector<const DoerSpot*>& a,
                  const std::vector<const DoerSpot*>& b) const {
    const auto places = [](const std::vector<const DoerSpot*>& side) {
      std::vector<TellingPlace> out;
      for (const DoerSpot* spot : side) out.push_back({spot->article, spot->sentence});
      return out;
    };
    return are_unlike_in_one_language(input_, places(a), places(b), kInOneLanguage);
  }

  Ranked fact_of(uint32_t part, const std::vector<const DoerSpot*>& a,
                 const std::vector<const DoerSpot*>& b) const {
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const auto* side : {&a, &b}) {
      for (const DoerSpot* spot : *side) {
        values.push_back(cell_of(*spot, *side->front()));
        values.back().side = side == &a ? 0 : 1;
        salience = std::max(salience, salience_at(input_.tellings[spot->article], spot->sentence));
      }
    }
    const double confidence = a.size() > 1 ? 0.85 : 0.65;  // of ten told nine were right
    return {make_fact(doer_table().parts[part].slot, doer_table().parts[part].name, "differ",
                      std::move(values), confidence, "one part of the event, given to two"),
            salience};
  }

  model::FactValue cell_of(const DoerSpot& spot, const DoerSpot& first) const {
    Claim claim = claim_at(input_.tellings[spot.article], spot.article, spot.named->mention->at);
    const std::string& key = first.named->key;
    claim.norm = key.starts_with('?') ? text::fold_copy(first.named->mention->text) : key;
    claim.text = spot.named->mention->text;
    claim.name = spot.named->mention->name;
    return cell(input_, claim);
  }

  const Input& input_;
  DoerSpots spots_;
};

}  // namespace

std::vector<Ranked> compare_doers(const Input& input, const Passages& passages) {
  if (input.accounts < 2 || input.accounts > kMostAccounts) return {};
  return Doers(input, passages).compare();
}

}  // namespace synoptic::compare
