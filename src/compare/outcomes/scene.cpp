#include "compare/outcomes/scene.h"

#include <algorithm>
#include <map>

#include "compare/names/part_of.h"
#include "compare/outcomes/one_deed.h"
#include "compare/outcomes/signs.h"
#include "compare/rules.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

using model::Argument;
using model::Event;

constexpr double kOneMatter = 0.3;    // sentences less alike tell of two matters
constexpr double kOfOneThing = 0.15;  // … of two things
constexpr size_t kLeastActors = 3;    // accounts that name one doer of a deed alike

struct Party {
  std::string key;
  const Argument* argument = nullptr;
  uint32_t article = 0;
  bool known = false;
  double fullness = 0;
};

// One cluster of events, its slots compared.
class Scene {
 public:
  Scene(const Input& input, const std::vector<Node>& nodes, std::vector<Ranked>& facts)
      : input_(input), nodes_(nodes), facts_(facts), family_(nodes[0].deed.family) {
    name_deed();
    for (const auto& node : nodes_) accounts_.insert(node.account);
    double best = 0;
    for (const auto& node : nodes_) {
      best = std::max(best, salience_at(input_.tellings[node.ref.article], node.sentence));
    }
    salience_ = best * (nodes_[0].background ? 0.6 : 1.0);
  }

  bool told_twice() const { return accounts_.size() > 1; }

  void compare() {
    const size_t before = facts_.size();
    const bool actors = parties("actor", false);
    const size_t of_actors = facts_.size();
    parties("recipient", actors);
    parties("partner", actors);
    const bool told = facts_.size() > before;
    if (facts_.size() == of_actors) drop_lone_actors(before);
    for (auto& sign : compare_signs(input_, nodes_, family_, base_sign_, told)) {
      emit(sign.slot, family_, sign.verdict, std::move(sign.values), sign.confidence,
           std::move(sign.rule));
    }
  }

 private:
  // That two have one doer of a deed, and nothing else of it, may be chance; that both name that
  // party is told all the same.
  void drop_lone_actors(size_t from) {
    const auto begin = facts_.begin() + static_cast<std::ptrdiff_t>(from);
    const auto is_lone = [](const Ranked& ranked) {
      return ranked.fact.verdict == "agree" && ranked.fact.values.size() < kLeastActors;
    };
    facts_.erase(std::remove_if(begin, facts_.end(), is_lone), facts_.end());
  }

  using Named = std::map<uint32_t, std::map<std::string, Party>>;  // account -> key -> party

  // The deed's own word where all have it: "condemn" says more than its family, "support".
  void name_deed() {
    const auto& first = nodes_[0];
    const bool one_word = std::all_of(nodes_.begin(), nodes_.end(), [&](const Node& node) {
      return node.event->action == first.event->action;
    });
    const bool one_sign = std::all_of(nodes_.begin(), nodes_.end(), [&](const Node& node) {
      return node.deed.sign == first.deed.sign;
    });
    contrary_ = !one_sign;
    if (one_sign && first.deed.sign < 0) {
      base_sign_ = -1;
      family_ = first.event->action;
    } else if (one_word) {
      family_ = first.event->action;
    }
  }

  // Deeds done together have no recipient: whoever is named second is a partner.
  std::vector<const Argument*> in_role(const Node& node, const std::string& role) const {
    std::vector<const Argument*> out;
    const auto add = [&](const std::vector<Argument>& arguments) {
      for (const auto& argument : arguments) out.push_back(&argument);
    };
    const Event& event = *node.event;
    if (role == "actor") add(event.actor);
    if (role == (node.deed.mutual ? "partner" : "recipient")) add(event.recipient);
    if (role == "partner" && !node.has_content) add(event.partner);
    return out;
  }

  Named named_in(const std::string& role) const {
    Named named;
    for (const auto& node : nodes_) {
      const double fuller = fullness(node);
      for (const Argument* argument : in_role(node, role)) {
        const Party party{key_of(input_.tellings[node.ref.article], *argument), argument,
                          node.ref.article, !argument->entity.empty(), fuller};
        const auto [at, fresh] = named[node.account].try_emplace(party.key, party);
        if (!fresh && at->second.fullness < fuller) at->second = party;
      }
    }
    return named;
  }

  // True when at least two accounts name the same party.
  bool parties(const std::string& role, bool actors_agree) {
    const Named named = named_in(role);
    if (named.size() < 2) return false;
    std::map<std::string, std::set<uint32_t>> support;
    for (const auto& [account, by_key] : named) {
      for (const auto& [key, party] : by_key) support[key].insert(account);
    }
    const std::string slot = role == "partner" ? "recipient" : role;
    const std::string about = role == "partner" ? family_ + " with" : family_;
    bool agree = false;
    const std::string* most = nullptr;
    for (const auto& [key, accounts] : support) {
      if (most == nullptr || accounts.size() > support[*most].size()) most = &key;
      if (accounts.size() < 2) continue;
      agree = true;
      if (contrary_ || is_told_narrower(key, support) || !is_name(key, accounts, named)) continue;
      std::vector<model::FactValue> values;
      for (const uint32_t account : accounts) {
        values.push_back(value_of(named.at(account).at(key)));
      }
      emit(slot, about, "agree", std::move(values),
           0.6 + 0.12 * static_cast<double>(accounts.size()), rules::same_part(role));
    }
    if (!nodes_[0].deed.mutual) {
      const bool anchored = role == "actor" ? shared_elsewhere() : actors_agree;
      differ(slot, about, role, named, *most, support[*most], anchored);
    }
    return agree;
  }

  // Some account has a name for it. "Them", "large", "team are trying" tell nobody who it was, and
  // the sentences that say so are laid side by side anyway.
  bool is_name(const std::string& key, const std::set<uint32_t>& accounts,
               const Named& named) const {
    return std::any_of(accounts.begin(), accounts.end(), [&](uint32_t account) {
      const Party& party = named.at(account).at(key);
      const auto& mentions = input_.tellings[party.article].annotated->mentions;
      return party.known || std::any_of(mentions.begin(), mentions.end(), [&](const auto& mention) {
               return mention.at.block == party.argument->at.block &&
                      mention.at.range.overlaps(party.argument->at.range);
             });
    });
  }

  // "India" beside "the Indian space agency", where the same accounts name both.
  bool is_told_narrower(const std::string& key,
                        const std::map<std::string, std::set<uint32_t>>& support) const {
    const auto& accounts = support.at(key);
    return std::any_of(support.begin(), support.end(), [&](const auto& other) {
      return other.second.size() >= accounts.size() &&
             contains(*input_.knowledge, key, other.first);
    });
  }

  // Some account has this party in another role of the deed: it says who was there, not who was
  // another one.
  bool has_other_role(const std::string& key, const std::string& role) const {
    return std::any_of(nodes_.begin(), nodes_.end(), [&](const Node& node) {
      return (role != "actor" && share(node.actors, {key})) ||
             (role != "recipient" && share(node.recipients, {key})) ||
             (role != "partner" && share(node.partners, {key}));
    });
  }

  // "Russia" beside "Government of Russia" in one account: the narrower one is meant.
  bool holds_another(const std::string& key, const std::map<std::string, Party>& by_key) const {
    return std::any_of(by_key.begin(), by_key.end(), [&](const auto& other) {
      return contains(*input_.knowledge, key, other.first);
    });
  }

  bool shared_elsewhere() const {
    for (const auto& a : nodes_) {
      for (const auto& b : nodes_) {
        if (a.account < b.account &&
            (share(a.recipients, b.recipients) || share(a.partners, b.partners))) {
          return true;
        }
      }
    }
    return false;
  }

  // A place and the country around it, whichever of them this one is.
  bool is_place_of(const std::string& key, const std::set<std::string>& keys) const {
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& other) {
      return is_place(key) && is_place(other) &&
             (contains(*input_.knowledge, other, key) || contains(*input_.knowledge, key, other));
    });
  }

  bool is_land(const std::string& key) const {
    const auto* entity = input_.knowledge->find(key);
    return entity != nullptr && entity->type == model::EntityType::kCountry;
  }

  bool is_place(const std::string& key) const {
    const auto* entity = input_.knowledge->find(key);
    if (entity == nullptr) return false;
    return model::is_land(entity->type);
  }

  // "The president-elect": which of the two it is no account says.
  bool is_office_of(const std::string& office, const std::string& person) const {
    const auto* entity = input_.knowledge->find(person);
    return office.find('/') != std::string::npos && entity != nullptr &&
           entity->type == model::EntityType::kPerson;
  }

  bool is_related(const std::string& key, const std::set<std::string>& keys) const {
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& other) {
      return includes(*input_.knowledge, other, key) || includes(*input_.knowledge, key, other);
    });
  }

  // Accounts that name others than the party which most accounts name.
  void differ(const std::string& slot, const std::string& about, const std::string& role,
              const Named& named, const std::string& most, const std::set<uint32_t>& with,
              bool anchored) {
    if (!anchored && with.size() < 2) return;
    std::vector<model::FactValue> values;
    std::set<std::string> of_most;
    for (const uint32_t account : with) {
      for (const auto& [key, party] : named.at(account)) of_most.insert(key);
    }
    bool others = false, related = false;
    for (const auto& [account, by_key] : named) {
      if (with.contains(account)) {
        const Party& party = by_key.at(most);
        if (!party.known || has_other_role(most, role)) return;
        values.push_back(value_of(party));
        continue;
      }
      for (const auto& [key, party] : by_key) {
        if (!party.known || has_other_role(key, role) || holds_another(key, by_key)) continue;
        if (is_office_of(key, most) || is_office_of(most, key)) continue;
        if (is_place_of(key, of_most)) continue;  // "Ankara", "Turkey": the same visit
        if (!are_of_a_kind(*input_.knowledge, key, most)) continue;  // "invited him to Tokyo"
        const bool both = names(input_, account, most) || is_named_by_any(with, key);
        if (both && (!anchored || role == "actor")) return;
        if (!is_told_alike(party, most, with, named) || is_beside(party, most)) continue;
        if (both && is_land(most)) continue;  // what has two lands in it names either for the other
        others = true;
        related |= is_related(key, of_most);
        values.push_back(value_of(party));
      }
    }
    if (!others || values.size() < 2) return;
    emit(slot, about, related ? "broader_narrower" : "differ", std::move(values),
         (anchored ? 0.8 : 0.6) + (with.size() > 1 ? 0.1 : 0.0),
         "the same deed with another " + role);
  }

  // "Offered the Chinese the Americans' boat": the sentence has both.
  bool is_beside(const Party& party, const std::string& key) const {
    const Telling& telling = input_.tellings[party.article];
    const uint32_t sentence = sentence_of(telling, party.argument->at);
    const auto& mentions = telling.annotated->mentions;
    for (size_t i = 0; i < mentions.size() && i < telling.keys.size(); ++i) {
      if (telling.keys[i] == key && sentence_of(telling, mentions[i].at) == sentence) return true;
    }
    return false;
  }

  // What an account tells of its party is what another tells of the other one.
  bool is_told_alike(const Party& party, const std::string& most, const std::set<uint32_t>& with,
                     const Named& named) const {
    const auto terms = [&](const Party& of) -> const Terms& {
      const Telling& telling = input_.tellings[of.article];
      return telling.sentences[sentence_of(telling, of.argument->at)].terms;
    };
    const auto lang = [&](const Party& of) {
      return model::table_language(input_.tellings[of.article].annotated->article.lang);
    };
    return std::any_of(with.begin(), with.end(), [&](uint32_t account) {
      const Party& other = named.at(account).at(most);
      const bool one_language = lang(party) == lang(other);
      return likeness(terms(party), terms(other)) >= (one_language ? kOneMatter : kOfOneThing);
    });
  }

  // Who names both knows both: it speaks of another part of the matter.
  bool is_named_by_any(const std::set<uint32_t>& accounts, const std::string& key) const {
    return std::any_of(accounts.begin(), accounts.end(),
                       [&](uint32_t account) { return names(input_, account, key); });
  }

  model::FactValue value_of(const Party& party) const {
    return cell_of_argument(input_, party.article, *party.argument);
  }

  void emit(const std::string& slot, const std::string& about, const std::string& verdict,
            std::vector<model::FactValue> values, double confidence, std::string rule) {
    facts_.push_back({make_fact(slot, about, verdict, std::move(values), std::min(0.97, confidence),
                                std::move(rule)),
                      salience_});
  }

  const Input& input_;
  const std::vector<Node>& nodes_;
  std::vector<Ranked>& facts_;
  std::string family_;     // or the deed's own word
  bool contrary_ = false;  // "abstained" here, "voted for" there: no party did the same deed
  int base_sign_ = 1;      // -1: all tell the family's contrary, so that this is what is affirmed
  std::set<uint32_t> accounts_;
  double salience_ = 0;
};

}  // namespace

double fullness(const Node& node) {
  const Event& event = *node.event;
  const auto named = event.actor.size() + event.recipient.size() + event.partner.size();
  return (node.sentence > 0 ? 100.0 : 0.0) + std::min(20.0, static_cast<double>(named)) -
         (node.background ? 50.0 : 0.0);
}

Keys keys_of(const Telling& telling, const std::vector<Argument>& arguments) {
  Keys out;
  for (const auto& argument : arguments) out.push_back(key_of(telling, argument));
  std::sort(out.begin(), out.end());
  return out;
}

bool share(const Keys& a, const Keys& b) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

bool compare_scene(const Input& input, const std::vector<Node>& nodes, std::vector<Ranked>& facts) {
  Scene scene(input, nodes, facts);
  if (!scene.told_twice()) return false;
  scene.compare();
  return true;
}

}  // namespace synoptic::compare
