#include "annotate/names/role_bearers.h"

#include <algorithm>

namespace synoptic::annotate {
namespace {

bool is_one(const Holder& a, const Holder& b) { return a.entity == b.entity && a.name == b.name; }

}  // namespace

void RoleBearers::add(Bearers& bearers, Bearer bearer) {
  const auto same = std::ranges::find_if(
      bearers, [&](const Bearer& other) { return is_one(other.holder, bearer.holder); });
  if (same == bearers.end()) {
    bearers.push_back(std::move(bearer));
  } else if (bearer.owner_told) {
    same->owner_told = true;
    if (same->country < 0) same->country = bearer.country;
  }
}

void RoleBearers::told(const std::string& role, std::string_view state, Bearer bearer) {
  add(told_[{role, state}], std::move(bearer));
}

void RoleBearers::known(const std::string& role, Bearer bearer) {
  add(known_[role], std::move(bearer));
}

std::optional<Bearer> RoleBearers::meant(const std::string& role, std::string_view state,
                                         TextPlace place, const Asked& asked) const {
  const auto before = [&](const Bearer& one) { return one.first < place; };
  Bearers own, known;
  if (const auto told = told_.find({role, state}); told != told_.end()) own = told->second;
  if (const auto by_table = known_.find(role); state.empty() && by_table != known_.end()) {
    known = by_table->second;
  }
  // "Acting president" of whom the text only says "president" elsewhere.
  if (own.empty() && state == "acting") return meant(role, {}, place, asked);
  if (own.empty() && state.empty()) {  // "acting president X … the president"
    if (const auto acting = told_.find({role, "acting"}); acting != told_.end()) {
      own = acting->second;
    }
  }
  // Only the office of the country that the article is about goes without saying.
  for (const Bearer& one : known) {
    if (asked.dominant >= 0 && one.country == asked.dominant) add(own, one);
  }
  const auto named = std::ranges::count_if(own, before);
  if (own.size() == 1) {
    const Bearer& only = own.front();
    const bool foreign = only.owner_told && only.country != asked.home;
    const bool other = std::ranges::any_of(
        known, [&](const Bearer& one) { return before(one) && !is_one(one.holder, only.holder); });
    // Who is named first behind it, with another country's adjective, is another one.
    if (before(only) || (!other && (!foreign || asked.title))) return only;
  } else if (named == 1 && std::ranges::all_of(own, [&](const Bearer& one) {
               return before(one) || one.owner_told;  // "the Brazilian president" behind it
             })) {
    return *std::ranges::find_if(own, before);
  }
  if (named > 0) return std::nullopt;
  std::optional<Bearer> found;
  for (const Bearer& one : known) {
    if (!before(one)) continue;
    if (found || (asked.dominant >= 0 && one.country != asked.dominant)) return std::nullopt;
    found = one;
  }
  return found;
}

}  // namespace synoptic::annotate
