#include "compare/parties.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostNames = 24;  // strange names of one account
constexpr size_t kMostNamesInAll = 500;
constexpr size_t kMostFacts = 60;
constexpr double kSameName = 0.45;    // of two spellings in two languages
constexpr double kSameSpeaker = 0.3;  // … of those who say the same
constexpr size_t kLongestName = 80;   // bytes
constexpr size_t kMostSpellings = 2;  // of one party in one account

enum class Role : uint8_t { kNone, kRecipient, kActor, kSpeaker };

struct Named {
  uint32_t article = 0, account = 0, sentence = 0;
  model::Place at;
  std::string text, name, key;  // key: the entity's id, or the folded name behind "?"
  model::EntityType type = model::EntityType::kPerson;
  Role role = Role::kNone;
  bool strange = false;  // no id
};

bool is_land(model::EntityType type) {
  return type == model::EntityType::kCountry || type == model::EntityType::kCity ||
         type == model::EntityType::kRegion;
}

std::string_view slot_of(Role role) {
  if (role == Role::kSpeaker) return "attribution";
  return role == Role::kRecipient ? "recipient" : "actor";
}

class Parties {
 public:
  Parties(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

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
                         const std::string& entity, model::EntityType type, Role role) {
      if (is_beyond(telling, at) || text.size() > kLongestName) return;
      Named named{index, telling.account, sentence_of(telling, at), at, text, name, {}, type,
                  role,  entity.empty()};
      named.key = entity.empty() ? "?" + text::fold_copy(text) : entity;
      auto [kept, fresh] = here.try_emplace(named.key, named);
      if (fresh) return;
      // The body's first place is shown; the weightiest role counts.
      const Role most = std::max(kept->second.role, role);
      const bool better = kept->second.sentence == 0 || (kept->second.role < role);
      if (better && named.sentence != 0) kept->second = std::move(named);
      kept->second.role = most;
    };
    for (const auto& quote : annotated.quotes) {
      if (!quote.speaker) continue;
      const auto& speaker = *quote.speaker;
      add(speaker.at, speaker.text, speaker.name, speaker.entity, type_of(speaker.entity),
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
    for (const auto& mention : annotated.mentions) {
      if (mention.entity.empty() && mention.type == model::EntityType::kConcept) continue;
      add(mention.at, mention.text, mention.name, mention.entity, mention.type, Role::kNone);
    }
    size_t strange = 0;
    for (auto& [key, named] : here) {
      if (named.strange && (++strange > kMostNames || strange_.size() >= kMostNamesInAll)) continue;
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
    facts_.push_back({make_fact(input_, std::string(slot), std::move(about), "agree",
                                std::move(values), confidence, std::move(rule)),
                      0.7 * salience});
  }

  static Role role_of(const std::vector<const Named*>& group) {
    Role role = Role::kNone;
    for (const Named* named : group) role = std::max(role, named->role);
    return role;
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
        return told_.contains({key, named->account});
      });
      if (all_told) continue;
      const Role role = role_of(group);
      if (is_land(group[0]->type) || group[0]->type == model::EntityType::kFacility) {
        emit("place", "mentioned", group, 0.6, "one place, named in several accounts");
      } else {
        emit(slot_of(role), about_of(role), group,
             std::min(0.9, 0.5 + 0.1 * static_cast<double>(group.size())),
             "one party, named in several accounts");
      }
    }
  }

  // Names without an id: spelt alike in another script, or an office in another language.
  void strange() {
    struct Spelt {
      std::vector<lexicon::WeightedTerm> terms;
      double norm = 0;
    };
    std::vector<Spelt> spelt;
    std::unordered_map<lexicon::Term, std::vector<uint32_t>> holders;
    for (uint32_t i = 0; i < strange_.size(); ++i) {
      Spelt one;
      lexicon::Lexicon::load().terms(strange_[i].text,
                                     input_.tellings[strange_[i].article].annotated->article.lang,
                                     one.terms);
      for (const auto& term : one.terms) {
        one.norm += static_cast<double>(term.weight) * term.weight;
        holders[term.term].push_back(i);
      }
      one.norm = std::sqrt(one.norm);
      spelt.push_back(std::move(one));
    }
    struct Tie {
      double likeness;
      uint32_t a, b;
    };
    std::vector<Tie> ties;
    for (uint32_t i = 0; i < strange_.size(); ++i) {
      std::map<uint32_t, double> dot;
      for (const auto& term : spelt[i].terms) {
        for (const uint32_t j : holders[term.term]) {
          if (j <= i || strange_[j].account == strange_[i].account) continue;
          const auto there = std::lower_bound(
              spelt[j].terms.begin(), spelt[j].terms.end(), term.term,
              [](const lexicon::WeightedTerm& x, lexicon::Term y) { return x.term < y; });
          dot[j] += static_cast<double>(term.weight) * there->weight;
        }
      }
      for (const auto& [j, product] : dot) {
        const double likeness = product / std::max(1e-9, spelt[i].norm * spelt[j].norm);
        if (likeness >= least_of(strange_[i], strange_[j])) ties.push_back({likeness, i, j});
      }
    }
    std::sort(ties.begin(), ties.end(), [](const Tie& x, const Tie& y) {
      if (x.likeness != y.likeness) return x.likeness > y.likeness;
      return x.a != y.a ? x.a < y.a : x.b < y.b;
    });
    unite(ties);
  }

  // Names in sentences that say the same are more easily one.
  double least_of(const Named& a, const Named& b) const {
    for (const Twin& twin : passages_.twins(a.article, a.sentence)) {
      if (twin.article == b.article && twin.sentence == b.sentence && twin.mutual) {
        return kSameSpeaker;
      }
    }
    return kSameName;
  }

  template <typename Ties>
  void unite(const Ties& ties) {
    std::vector<uint32_t> group(strange_.size());
    std::vector<std::vector<uint32_t>> members(strange_.size());
    for (uint32_t i = 0; i < strange_.size(); ++i) {
      group[i] = i;
      members[i] = {i};
    }
    for (const auto& tie : ties) {
      uint32_t a = group[tie.a], b = group[tie.b];
      if (a == b) continue;
      std::map<uint32_t, size_t> spellings;
      for (const uint32_t member : members[a]) ++spellings[strange_[member].account];
      for (const uint32_t member : members[b]) ++spellings[strange_[member].account];
      const bool crowded = std::any_of(spellings.begin(), spellings.end(),
                                       [](const auto& one) { return one.second > kMostSpellings; });
      if (crowded || members[a].size() + members[b].size() > 60) continue;
      if (members[a].size() < members[b].size()) std::swap(a, b);
      for (const uint32_t member : members[b]) group[member] = a;
      members[a].insert(members[a].end(), members[b].begin(), members[b].end());
      members[b].clear();
    }
    for (auto& one : members) {
      if (one.size() < 2) continue;
      std::sort(one.begin(), one.end());
      std::vector<const Named*> parties;
      for (const uint32_t i : one) parties.push_back(&strange_[i]);
      const Role role = role_of(parties);
      emit(slot_of(role), about_of(role), parties, 0.55, "names that are one in several scripts");
    }
  }

  const Input& input_;
  const Passages& passages_;
  std::set<std::pair<std::string, uint32_t>> told_;  // norm, account
  std::vector<Named> known_, strange_;
  std::vector<Ranked> facts_;
};

}  // namespace

std::vector<Ranked> compare_parties(const Input& input, const Passages& passages,
                                    const std::vector<Ranked>& told) {
  return Parties(input, passages).compare(told);
}

}  // namespace synoptic::compare
