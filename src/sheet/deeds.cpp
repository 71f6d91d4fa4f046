// Who did what to whom, over all accounts.
#include <algorithm>
#include <map>

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

struct Gathered {
  Deed deed;
  double weight = 0;
  double sure = 0;  // of the surest reading
};

class Map {
 public:
  explicit Map(const Accounts& accounts) : accounts_(accounts) {}

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
    for (auto& [key, gathered] : found_) {
      const bool alone = accounts_.count() > 1 && gathered.deed.accounts.size() < 2;
      if (alone && gathered.sure < kSure && !gathered.deed.differs) continue;
      order.push_back(std::move(gathered));
    }
    std::stable_sort(order.begin(), order.end(), [](const Gathered& a, const Gathered& b) {
      if (a.deed.accounts.size() != b.deed.accounts.size()) {
        return a.deed.accounts.size() > b.deed.accounts.size();
      }
      return a.weight > b.weight;
    });
    std::vector<Deed> deeds;
    for (auto& gathered : order) deeds.push_back(std::move(gathered.deed));
    return deeds;
  }

 private:
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
            if (is_party(annotated, recipient)) add(annotated, event, actor, recipient);
          }
        }
      }
    }
  }

  void add(const model::Annotated& annotated, const model::Event& event,
           const model::Argument& actor, const model::Argument& recipient) {
    const model::FactValue from = value_of(accounts_, annotated, actor);
    const model::FactValue to = value_of(accounts_, annotated, recipient);
    if (from.norm == to.norm) return;
    const bool denied = is_denied(event);
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
  std::map<Key, Gathered> found_;
};

}  // namespace

std::vector<Deed> deeds(const Accounts& accounts) { return Map(accounts).make(); }

}  // namespace synoptic::sheet
