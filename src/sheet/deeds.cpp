// Who did what to whom, over all accounts.
#include <algorithm>
#include <map>

#include "sheet/same_deed.h"
#include "sheet/values.h"

namespace synoptic::sheet {
namespace {

struct Key {
  std::string actor, recipient, action;
  bool denied = false;
  auto operator<=>(const Key&) const = default;
};

// How sure a reading must be that no second account has: named sides on both ends of a verb.
constexpr double kSure = 0.85;
constexpr size_t kMostHeads = 40;  // deeds of one action that a further one is held against

struct Gathered {
  Deed deed;
  double weight = 0;
  double sure = 0;  // of the surest reading
};

class Map {
 public:
  explicit Map(const Accounts& accounts) : accounts_(accounts), same_(accounts) {}

  std::vector<Deed> make() {
    for (size_t i = 0; i < accounts_.count(); ++i) {
      if (const auto* original = accounts_.original(i)) read(*original);
    }
    for (auto& [key, gathered] : found_) {
      Key other = key;
      other.denied = !key.denied;
      gathered.deed.differs = found_.contains(other) || contradicted(gathered.deed);
    }
    std::vector<Gathered> order;
    for (auto& [key, gathered] : found_) order.push_back(std::move(gathered));
    sort(order);
    order = told_once(std::move(order));
    std::erase_if(order, [&](const Gathered& one) {
      const bool alone = accounts_.count() > 1 && one.deed.accounts.size() < 2;
      return alone && one.sure < kSure && !one.deed.differs;
    });
    sort(order);
    std::vector<Deed> deeds;
    for (auto& gathered : order) deeds.push_back(std::move(gathered.deed));
    return deeds;
  }

 private:
  static void sort(std::vector<Gathered>& order) {
    std::stable_sort(order.begin(), order.end(), [](const Gathered& a, const Gathered& b) {
      if (a.deed.accounts.size() != b.deed.accounts.size()) {
        return a.deed.accounts.size() > b.deed.accounts.size();
      }
      return a.weight > b.weight;
    });
  }

  // Accounts that tell one deed call its parties differently: a state, its minister, a name in
  // another script. Those told by most stand first and take in the others.
  std::vector<Gathered> told_once(std::vector<Gathered> order) const {
    std::vector<Gathered> out;
    std::map<std::string, std::vector<size_t>> by_action;
    for (auto& one : order) {
      auto& heads = by_action[one.deed.action];
      const auto head = std::find_if(heads.begin(), heads.end(), [&](size_t i) {
        return same_.is_same(out[i].deed, one.deed);
      });
      if (head == heads.end()) {
        if (heads.size() < kMostHeads) heads.push_back(out.size());
        out.push_back(std::move(one));
        continue;
      }
      Gathered& into = out[*head];
      same_.take_in(into.deed, one.deed);
      into.weight = std::max(into.weight, one.weight);
      into.sure = std::max(into.sure, one.sure);
    }
    return out;
  }

  // Somebody who can act: no thing, no concept.
  bool is_party(const model::Annotated& annotated, const model::Argument& argument) const {
    if (!is_named(annotated, argument)) return false;
    const auto acts = [](model::EntityType type) {
      return type != model::EntityType::kConcept && type != model::EntityType::kProduct &&
             type != model::EntityType::kWork;
    };
    if (const auto* entity = accounts_.knowledge().find(argument.entity)) return acts(entity->type);
    if (!argument.entity.empty()) return true;  // a role or an institution, made of others
    return std::any_of(annotated.mentions.begin(), annotated.mentions.end(), [&](const auto& one) {
      return one.at.block == argument.at.block && one.at.range.overlaps(argument.at.range) &&
             acts(one.type);
    });
  }

  void read(const model::Annotated& annotated) {
    for (const auto& event : annotated.events) {
      if (event.modality == "background" || event.action.empty()) continue;
      for (const auto& actor : event.actor) {
        if (!is_party(annotated, actor)) continue;
        for (const auto* list : {&event.recipient, &event.partner}) {
          for (const auto& recipient : *list) {
            if (is_party(annotated, recipient)) {
              add(annotated, event, actor, recipient, list == &event.partner);
            }
          }
        }
      }
    }
  }

  void add(const model::Annotated& annotated, const model::Event& event,
           const model::Argument& actor, const model::Argument& recipient, bool mutual) {
    model::FactValue from = value_of(accounts_, annotated, actor);
    model::FactValue to = value_of(accounts_, annotated, recipient);
    same_.call_alike(from);
    same_.call_alike(to);
    if (from.norm == to.norm) return;
    const bool denied = model::is_denied(event);
    auto& [deed, weight, sure] = found_[{from.norm, to.norm, event.action, denied}];
    sure = std::max(sure, event.confidence);
    if (deed.values.empty()) {
      deed.actor = from.norm;
      deed.recipient = to.norm;
      deed.actor_name = from.name;
      deed.recipient_name = to.name;
      deed.type = event.type;
      deed.action = event.action;
      deed.denied = denied;
    }
    deed.mutual |= mutual;
    weight = std::max(weight, event.confidence * prominence(event.at));
    model::FactValue value = value_at(accounts_, annotated, event.at);
    const auto at = std::lower_bound(deed.accounts.begin(), deed.accounts.end(), value.account);
    if (at != deed.accounts.end() && *at == value.account) return;
    deed.accounts.insert(at, value.account);
    deed.values.push_back(std::move(value));
  }

  // The synopsis has a difference about the deed in which this one is a side.
  bool contradicted(const Deed& deed) const {
    for (const auto& fact : accounts_.synopsis().differ) {
      if (fact.about != deed.action || fact.verdict == "broader_narrower") continue;
      const bool outcome = fact.slot == "outcome";
      const std::string& party = fact.slot == "actor" ? deed.actor : deed.recipient;
      if (!outcome && fact.slot != "actor" && fact.slot != "recipient") continue;
      for (const auto& value : fact.values) {
        if (outcome || value.norm == party) return true;
      }
    }
    return false;
  }

  const Accounts& accounts_;
  SameDeed same_;
  std::map<Key, Gathered> found_;
};

}  // namespace

std::vector<Deed> deeds(const Accounts& accounts) { return Map(accounts).make(); }

}  // namespace synoptic::sheet
