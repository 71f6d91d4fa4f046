#include "compare/names/parties.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "compare/names/cast.h"
#include "compare/names/name_sorts.h"
#include "compare/rules.h"
#include "model/lead.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostFacts = 60;
constexpr size_t kLongestName = 80;  // bytes

enum class Role : uint8_t { kNone, kRecipient, kActor, kSpeaker };

struct Named {
  uint32_t article = 0, account = 0, sentence = 0;
  model::Place at;
  std::string text, name, key;  // key: cast.h
  model::EntityType type = model::EntityType::kPerson;
  Role role = Role::kNone;
  bool strange = false;  // no id
  bool spot = false;     // read as a place wherever the account has it
};

std::string_view slot_of(Role role) {
  if (role == Role::kSpeaker) return "attribution";
  return role == Role::kRecipient ? "recipient" : "actor";
}

class Parties {
 public:
  explicit Parties(const Input& input) : input_(input) {}

  std::vector<Ranked> compare(const std::vector<Ranked>& told) {
    for (const auto& ranked : told) note_told(ranked.fact);
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
    known();
    strange();
    return std::move(facts_);
  }

 private:
  void note_told(const model::Fact& fact) {
    if (fact.verdict == "only") return;
    for (const auto& value : fact.values) told_.insert({value.norm, value.account});
  }

  void read(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto& annotated = *telling.annotated;
    std::map<std::string, Named> here;
    const auto add = [&](const model::Place& at, const std::string& text, const std::string& name,
                         const std::string& key, model::EntityType type, Role role) {
      if (is_beyond(telling, at) || text.size() > kLongestName) return;
      Named named{index, telling.account,      sentence_of(telling, at), at, text, name, key, type,
                  role,  key.starts_with('?'), model::is_place(type)};
      auto [kept, fresh] = here.try_emplace(named.key, named);
      if (fresh) return;
      named.spot = kept->second.spot = kept->second.spot && named.spot;
      // The body's first place is shown; the weightiest role counts.
      const Role most = std::max(kept->second.role, role);
      const bool better = kept->second.sentence == 0 || (kept->second.role < role);
      if (better && named.sentence != 0) kept->second = std::move(named);
      kept->second.role = most;
    };
    for (const auto& quote : annotated.quotes) {
      if (!quote.speaker) continue;
      const auto& speaker = *quote.speaker;
      add(speaker.at, speaker.text, speaker.name, key_of(telling, speaker), type_of(speaker.entity),
          Role::kSpeaker);
    }
    for (const auto& event : annotated.events) {
      for (const auto& one : event.actor) {
        if (!one.entity.empty()) {
          add(one.at, one.text, one.name, one.entity, type_of(one.entity), Role::kActor);
        }
      }
      for (const auto& one : event.recipient) {
        if (!one.entity.empty()) {
          add(one.at, one.text, one.name, one.entity, type_of(one.entity), Role::kRecipient);
        }
      }
    }
    const uint32_t lead = model::lead_block(annotated.article);
    for (size_t i = 0; i < annotated.mentions.size(); ++i) {
      const auto& mention = annotated.mentions[i];
      if (mention.entity.empty() && mention.type == model::EntityType::kConcept) continue;
      if (mention.at.block <= lead && is_source(annotated.article, mention)) continue;
      const auto& key = telling.keys[i];
      add(mention.at, mention.text, mention.name,
          key.empty() ? "?" + text::fold_copy(mention.text) : key, mention.type, Role::kNone);
    }
    for (auto& [key, named] : here) {
      (named.strange ? strange_ : known_).push_back(std::move(named));
    }
  }

  model::EntityType type_of(const std::string& entity) const {
    const auto* found = entity.empty() ? nullptr : input_.knowledge->find(entity);
    return found == nullptr ? model::EntityType::kPerson : found->type;
  }

  model::FactValue cell_of(const Named& named) const {
    Claim claim;
    claim.article = named.article;
    claim.account = named.account;
    claim.at = named.at;
    claim.sentence = named.sentence;
    claim.text = named.text;
    claim.norm = named.strange ? text::fold_copy(named.text) : named.key;
    claim.name = named.name.empty() ? named.text : named.name;
    return cell(input_, claim);
  }

  void emit(std::string_view slot, std::string about, const std::vector<const Named*>& group,
            double confidence, std::string rule) {
    if (facts_.size() >= kMostFacts) return;
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const Named* named : group) {
      values.push_back(cell_of(*named));
      values.back().norm = group[0]->strange ? text::fold_copy(group[0]->text) : group[0]->key;
      salience = std::max(salience, salience_at(input_.tellings[named->article], named->sentence));
    }
    facts_.push_back({make_fact(std::string(slot), std::move(about), "agree", std::move(values),
                                confidence, std::move(rule)),
                      0.7 * salience});
  }

  // They agree on who said it where all of them quote him: who has him sign a paper does not.
  static Role role_of(const std::vector<const Named*>& group) {
    const bool all_quote = std::all_of(group.begin(), group.end(), [](const Named* named) {
      return named->role == Role::kSpeaker;
    });
    if (all_quote) return Role::kSpeaker;
    Role role = Role::kNone;
    for (const Named* named : group) {
      if (named->role != Role::kSpeaker) role = std::max(role, named->role);
    }
    return role;
  }

  // A company or a person that is once taken for a place is none.
  static bool are_spots(const std::vector<const Named*>& group) {
    return std::all_of(group.begin(), group.end(), [](const Named* named) { return named->spot; });
  }

  static std::string about_of(Role role) { return role == Role::kSpeaker ? "statement" : "named"; }

  void known() {
    std::map<std::string, std::vector<const Named*>> by_key;
    for (const auto& named : known_) {
      if (named.type == model::EntityType::kConcept) continue;
      by_key[named.key].push_back(&named);
    }
    for (const auto& [key, group] : by_key) {
      if (group.size() < 2) continue;
      const bool all_told = std::all_of(group.begin(), group.end(), [&](const Named* named) {
        return told_.contains({named->key, named->account});
      });
      if (all_told) continue;
      const Role role = role_of(group);
      if (model::is_place(group[0]->type)) {
        emit("place", "mentioned", group, 0.6, rules::kOnePlace);
      } else {
        emit(slot_of(role), about_of(role), group,
             std::min(0.9, 0.5 + 0.1 * static_cast<double>(group.size())), rules::kOneParty);
      }
    }
  }

  // Names without an id that several accounts have, in whatever spelling.
  void strange() {
    std::map<std::string, std::vector<const Named*>> by_key;
    for (const auto& named : strange_) by_key[named.key].push_back(&named);
    for (const auto& [key, group] : by_key) {
      if (group.size() < 2) continue;
      constexpr auto& kRule = rules::kOneName;
      if (are_spots(group)) {
        emit("place", "mentioned", group, 0.55, kRule);
        continue;
      }
      const Role role = role_of(group);
      emit(slot_of(role), about_of(role), group, 0.55, kRule);
    }
  }

  const Input& input_;
  std::set<std::pair<std::string, uint32_t>> told_;  // norm, account
  std::vector<Named> known_, strange_;
  std::vector<Ranked> facts_;
};

}  // namespace

std::vector<Ranked> compare_parties(const Input& input, const std::vector<Ranked>& told) {
  return Parties(input).compare(told);
}

}  // namespace synoptic::compare
