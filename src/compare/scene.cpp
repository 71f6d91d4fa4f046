#include "compare/scene.h"

#include <algorithm>
#include <map>

#include "compare/figures.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

using model::Argument;
using model::Event;

struct Party {
  std::string key;
  const Argument* argument = nullptr;
  uint32_t article = 0;
  bool known = false;
};

// One cluster of events, its slots compared.
class Scene {
 public:
  Scene(const Input& input, const std::vector<Node>& nodes, std::vector<Ranked>& facts)
      : input_(input), nodes_(nodes), facts_(facts), family_(nodes[0].deed.family) {
    for (const auto& node : nodes_) accounts_.insert(node.account);
    double best = 0;
    for (const auto& node : nodes_) {
      best = std::max(best, salience_at(input_.tellings[node.ref.article], node.sentence));
    }
    salience_ = best * (nodes_[0].background ? 0.6 : 1.0);
  }

  bool told_twice() const { return accounts_.size() > 1; }

  void compare() {
    const bool actors = parties("actor", false);
    parties("recipient", actors);
    parties("partner", actors);
    outcome();
    certainty();
  }

 private:
  // True when at least two accounts name the same party.
  bool parties(const std::string& role, bool actors_agree) {
    std::map<uint32_t, std::map<std::string, Party>> named;  // account -> key -> party
    std::map<std::string, std::set<uint32_t>> support;
    for (const auto& node : nodes_) {
      for (const auto& argument : in_role(*node.event, role)) {
        const Party party{key_of(argument), &argument, node.ref.article, !argument.entity.empty()};
        support[party.key].insert(node.account);
        named[node.account].try_emplace(party.key, party);
      }
    }
    if (named.size() < 2) return false;
    const std::string slot = role == "partner" ? "recipient" : role;
    bool agree = false;
    const std::string* most = nullptr;
    for (const auto& [key, accounts] : support) {
      if (accounts.size() >= 2) agree = true;
      if (most == nullptr || accounts.size() > support[*most].size()) most = &key;
    }
    for (const auto& [key, accounts] : support) {
      if (accounts.size() < 2) continue;
      std::vector<model::FactValue> values;
      for (const uint32_t account : accounts) values.push_back(value_of(named[account].at(key)));
      emit(slot, "agree", std::move(values), 0.6 + 0.12 * static_cast<double>(accounts.size()),
           "the same " + role + " of one deed");
    }
    if (!nodes_[0].deed.mutual) {
      const bool anchored = role == "actor" ? shared_elsewhere() : actors_agree;
      differ(slot, role, named, *most, support[*most], anchored);
    }
    return agree;
  }

  static const std::vector<Argument>& in_role(const Event& event, const std::string& role) {
    return role == "actor" ? event.actor : role == "recipient" ? event.recipient : event.partner;
  }

  // Another account has this party beside the actor: it is no recipient of its own.
  bool is_partner(const std::string& key, uint32_t account) const {
    for (const auto& node : nodes_) {
      if (node.account == account) continue;
      for (const auto& partner : node.event->partner) {
        if (key_of(partner) == key) return true;
      }
    }
    return false;
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
        if (a.account < b.account && (shares(a.event->recipient, b.event->recipient) ||
                                      shares(a.event->partner, b.event->partner))) {
          return true;
        }
      }
    }
    return false;
  }

  // Accounts that name others than the party which most accounts name.
  void differ(const std::string& slot, const std::string& role,
              const std::map<uint32_t, std::map<std::string, Party>>& named,
              const std::string& most, const std::set<uint32_t>& with, bool anchored) {
    if (!anchored && with.size() < 2) return;
    std::vector<model::FactValue> values;
    bool others = false, related = false;
    for (const auto& [account, by_key] : named) {
      if (with.contains(account)) {
        const Party& party = by_key.at(most);
        if (!party.known) return;
        values.push_back(value_of(party));
        continue;
      }
      for (const auto& [key, party] : by_key) {
        if (!party.known || is_partner(key, account) || holds_another(key, by_key)) continue;
        others = true;
        for (const uint32_t account_with : with) {
          for (const auto& [named_key, named_party] : named.at(account_with)) {
            related |= contains(*input_.knowledge, named_key, key) ||
                       contains(*input_.knowledge, key, named_key);
          }
        }
        values.push_back(value_of(party));
      }
    }
    if (!others || values.size() < 2) return;
    emit(slot, related ? "broader_narrower" : "differ", std::move(values),
         (anchored ? 0.8 : 0.6) + (with.size() > 1 ? 0.1 : 0.0),
         "the same deed with another " + role);
  }

  void outcome() {
    if (nodes_[0].deed.natural) return;  // an earthquake is not affirmed or denied
    std::map<uint32_t, int> sign;
    std::map<uint32_t, const Node*> said;
    for (const auto& node : nodes_) {
      const int polarity =
          node.event->polarity == model::Polarity::kNegative || node.event->modality == "denied"
              ? -1
              : 1;
      const int value = polarity * node.deed.sign;
      const auto [found, fresh] = sign.emplace(node.account, value);
      if (fresh) said[node.account] = &node;
      // Said both ways in one account: two deeds of one family, and no witness for either.
      if (found->second != value) said.erase(node.account);
    }
    if (said.size() < 2) return;
    std::vector<model::FactValue> values;
    bool yes = false, no = false;
    for (const auto& [account, node] : said) {
      auto value = cell_of_event(input_, node->ref);
      value.norm = family_ + (sign[account] > 0 ? ": yes" : ": no");
      value.name = sign[account] > 0 ? "yes" : "no";
      (sign[account] > 0 ? yes : no) = true;
      values.push_back(std::move(value));
    }
    if (!(yes && no)) {
      emit("outcome", "agree", std::move(values), 0.5 + 0.1 * static_cast<double>(said.size()),
           "the same deed in every account");
      return;
    }
    const Deed& deed = nodes_[0].deed;
    const bool update = (deed.state || deed.once) && turned(said, sign, deed.once);
    emit("outcome", update ? "update" : "differ", std::move(values), 0.7,
         update ? "a state that changed from the earlier accounts to the later"
                : "one deed, affirmed and denied");
  }

  // All accounts of one sign are later than all of the other.
  bool turned(const std::map<uint32_t, const Node*>& said, const std::map<uint32_t, int>& sign,
              bool once) const {
    std::optional<int64_t> last_yes, first_yes, last_no, first_no;
    for (const auto& [account, node] : said) {
      const auto& minutes = input_.tellings[node->ref.article].minutes;
      if (!minutes) return false;
      auto& last = sign.at(account) > 0 ? last_yes : last_no;
      auto& first = sign.at(account) > 0 ? first_yes : first_no;
      last = last ? std::max(*last, *minutes) : *minutes;
      first = first ? std::min(*first, *minutes) : *minutes;
    }
    return *last_no < *first_yes || (!once && *last_yes < *first_no);
  }

  static std::string certainty_of(const std::string& modality) {
    if (modality == "rumoured" || modality == "expected" || modality == "planned") return modality;
    return "asserted";
  }

  void certainty() {
    if (nodes_[0].deed.speech || nodes_[0].deed.natural) return;
    std::map<uint32_t, std::set<std::string>> all;
    std::map<uint32_t, const Node*> first;
    for (const auto& node : nodes_) {
      if (node.background || node.event->modality == "denied" ||
          node.event->polarity == model::Polarity::kNegative || node.event->confidence < 0.7) {
        continue;
      }
      all[node.account].insert(certainty_of(node.event->modality));
      first.try_emplace(node.account, &node);
    }
    // An account that says both is no witness for either.
    std::set<std::string> kinds;
    std::vector<model::FactValue> values;
    for (const auto& [account, said] : all) {
      if (said.size() != 1) continue;
      auto value = cell_of_event(input_, first[account]->ref);
      value.norm = value.name = *said.begin();
      kinds.insert(value.norm);
      values.push_back(std::move(value));
    }
    if (kinds.size() < 2 || !kinds.contains("asserted")) return;
    emit("certainty", "differ", std::move(values), 0.5, "asserted in one account, not in another");
  }

  model::FactValue value_of(const Party& party) const {
    return cell_of_argument(input_, party.article, *party.argument);
  }

  void emit(const std::string& slot, const std::string& verdict,
            std::vector<model::FactValue> values, double confidence, std::string rule) {
    facts_.push_back({make_fact(input_, slot, family_, verdict, std::move(values),
                                std::min(0.97, confidence), std::move(rule)),
                      salience_});
  }

  const Input& input_;
  const std::vector<Node>& nodes_;
  std::vector<Ranked>& facts_;
  std::string family_;
  std::set<uint32_t> accounts_;
  double salience_ = 0;
};

}  // namespace

std::string key_of(const Argument& argument) {
  return argument.entity.empty() ? "?" + text::fold_copy(argument.text) : argument.entity;
}

bool shares(const std::vector<Argument>& a, const std::vector<Argument>& b) {
  for (const auto& x : a) {
    for (const auto& y : b) {
      if (key_of(x) == key_of(y)) return true;
    }
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
