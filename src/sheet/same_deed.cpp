#include "sheet/same_deed.h"

#include <algorithm>
#include <map>

#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::sheet {
namespace {

bool names_a_party(const model::Fact& fact) {
  return fact.slot == "actor" || fact.slot == "recipient" || fact.slot == "attribution";
}

bool share_an_account(const Deed& a, const Deed& b) {
  return std::any_of(a.accounts.begin(), a.accounts.end(), [&](size_t account) {
    return std::binary_search(b.accounts.begin(), b.accounts.end(), account);
  });
}

// In the letters of the interface's language.
bool is_in_latin(std::string_view name) {
  return !name.empty() && text::is_latin(text::decode(name, 0).value);
}

// Names of one party by different accounts: each once.
void add_name(std::string& name, const std::string& other) {
  if (name.find(other) == std::string::npos) name += " / " + other;
}

}  // namespace

SameDeed::SameDeed(const Accounts& accounts) : accounts_(accounts) {
  const auto& synopsis = accounts.synopsis();
  for (const auto* list : {&synopsis.agree, &synopsis.differ, &synopsis.updates}) {
    for (const auto& fact : *list) {
      if (!names_a_party(fact)) continue;
      // Of one side those are one; who is known to the tables gives the name, else who reads best.
      std::map<uint32_t, std::pair<int, Party>> first;
      for (const auto& value : fact.values) {
        const model::Article* article = accounts.article(value.article);
        const bool known = accounts.knowledge().find(value.norm) != nullptr;
        const bool read = article != nullptr && is_read(article->lang);
        const int rank = known ? 4 : read ? 3 : is_in_latin(value.text) ? 2 : 1;
        auto& [best, party] = first[value.side];
        if (rank <= best) continue;
        best = rank;
        party = {value.norm, shown(value)};
      }
      for (const auto& value : fact.values) {
        const auto one = first.find(value.side);
        if (one == first.end()) continue;
        // The norm is that of the first of them; the others are known by how they are written.
        for (const std::string& name : {value.norm, text::fold_copy(value.text)}) {
          if (accounts.knowledge().find(value.norm) == nullptr) {
            called_.try_emplace(name, one->second.second);
          }
        }
      }
    }
  }
}

void SameDeed::call_alike(model::FactValue& party) const {
  const auto found = called_.find(party.norm);
  if (found == called_.end()) return;
  party.norm = found->second.norm;
  party.name = found->second.name;
}

bool SameDeed::is_state(std::string_view party, std::string_view home) {
  return !home.empty() && party.substr(0, party.find('/')) == home;
}

// "iran/minister" is an office of Iran.
std::string_view SameDeed::home_of(std::string_view party) const {
  party = party.substr(0, party.find('/'));
  const auto* entity = accounts_.knowledge().find(party);
  if (entity == nullptr) return {};
  return entity->type == model::EntityType::kCountry ? std::string_view(entity->id)
                                                     : std::string_view(entity->country);
}

// A state or its office may be told for who acts for it; two people are two.
bool SameDeed::may_be_one(std::string_view a, std::string_view b) const {
  if (a == b) return true;
  const std::string_view left = home_of(a), right = home_of(b);
  const bool left_state = is_state(a, left), right_state = is_state(b, right);
  if (!left_state && !right_state) return false;
  return left.empty() || right.empty() || left == right;
}

bool SameDeed::is_same(const Deed& a, const Deed& b) const {
  if (a.action != b.action || a.denied != b.denied || a.differs || b.differs) return false;
  if (share_an_account(a, b)) return false;
  const auto fits = [&](std::string_view actor, std::string_view recipient) {
    return (a.actor == actor && may_be_one(a.recipient, recipient)) ||
           (a.recipient == recipient && may_be_one(a.actor, actor));
  };
  return fits(b.actor, b.recipient) || (a.mutual && b.mutual && fits(b.recipient, b.actor));
}

// The state stands for both, so that no other state is taken in for a name that nobody knows.
void SameDeed::join(std::string& party, std::string& name, const std::string& other,
                    const std::string& other_name) const {
  if (home_of(party).empty() && !home_of(other).empty()) {
    std::string first = other_name;
    add_name(first, name);
    name = std::move(first);
    party = other;
  } else {
    add_name(name, other_name);
  }
}

void SameDeed::take_in(Deed& into, Deed& other) const {
  const bool turned = into.actor != other.actor && into.recipient != other.recipient;
  join(into.actor, into.actor_name, turned ? other.recipient : other.actor,
       turned ? other.recipient_name : other.actor_name);
  join(into.recipient, into.recipient_name, turned ? other.actor : other.recipient,
       turned ? other.actor_name : other.recipient_name);
  for (auto& value : other.values) into.values.push_back(std::move(value));
  into.accounts.insert(into.accounts.end(), other.accounts.begin(), other.accounts.end());
  std::sort(into.accounts.begin(), into.accounts.end());
  into.mutual |= other.mutual;
}

}  // namespace synoptic::sheet
