#include "compare/scene.h"

#include <algorithm>
#include <map>

#include "compare/figures.h"
#include "compare/one_deed.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

using model::Argument;
using model::Event;

constexpr double kOneMatter = 0.3;    // sentences less alike tell of two matters
constexpr double kOfOneThing = 0.15;  // … of two things
constexpr uint32_t kLead = 4;         // sentences, the title among them

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
    parties("recipient", actors);
    parties("partner", actors);
    outcome(facts_.size() > before);
    certainty();
  }

 private:
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

  // The body tells it more fully than the title: the sentence with most parties is shown.
  static double fullness(const Node& node) {
    const Event& event = *node.event;
    const auto named = event.actor.size() + event.recipient.size() + event.partner.size();
    return (node.sentence > 0 ? 100.0 : 0.0) + std::min(20.0, static_cast<double>(named)) -
           (node.background ? 50.0 : 0.0);
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
      if (contrary_ || is_told_narrower(key, support)) continue;
      std::vector<model::FactValue> values;
      for (const uint32_t account : accounts) {
        values.push_back(value_of(named.at(account).at(key)));
      }
      emit(slot, about, "agree", std::move(values),
           0.6 + 0.12 * static_cast<double>(accounts.size()), "the same " + role + " of one deed");
    }
    if (!nodes_[0].deed.mutual) {
      const bool anchored = role == "actor" ? shared_elsewhere() : actors_agree;
      differ(slot, about, role, named, *most, support[*most], anchored);
    }
    return agree;
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
    return entity->type == model::EntityType::kCountry ||
           entity->type == model::EntityType::kCity || entity->type == model::EntityType::kRegion;
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

  // "She won", "he did not win": two parties, and no contradiction.
  static bool are_of_others(const Node& a, const Node& b) {
    return !a.actors.empty() && !b.actors.empty() && !share(a.actors, b.actors);
  }

  // The most alike sentences of two accounts that say it and deny it.
  double likeness_of_signs(const std::map<uint32_t, const Node*>& said,
                           const std::map<uint32_t, int>& sign) const {
    double best = 0;
    for (const auto& [one, yes] : said) {
      for (const auto& [other, no] : said) {
        if (sign.at(one) <= 0 || sign.at(other) > 0 || are_of_others(*yes, *no)) continue;
        const auto& left = input_.tellings[yes->ref.article].sentences[yes->sentence].terms;
        const auto& right = input_.tellings[no->ref.article].sentences[no->sentence].terms;
        best = std::max(best, likeness(left, right));
      }
    }
    return best;
  }

  // The accounts that affirm what another denies of the same deed, and those others.
  std::set<uint32_t> contradicting(const std::map<uint32_t, const Node*>& said,
                                   const std::map<uint32_t, int>& sign) const {
    std::set<uint32_t> out;
    for (const auto& [one, yes] : said) {
      for (const auto& [other, no] : said) {
        if (sign.at(one) <= 0 || sign.at(other) > 0 || !are_one_deed(input_, *yes, *no)) continue;
        if (!is_itself_denied(input_, *yes) || !is_itself_denied(input_, *no)) continue;
        out.insert(one);
        out.insert(other);
      }
    }
    return out;
  }

  // "Freed 31 of the 58", "31 of the 58 seized are free": with the same figures it is one state.
  bool share_figures(const std::map<uint32_t, const Node*>& said,
                     const std::map<uint32_t, int>& sign) const {
    for (const auto& [one, yes] : said) {
      for (const auto& [other, no] : said) {
        if (sign.at(one) <= 0 || sign.at(other) > 0) continue;
        const auto& x = input_.tellings[yes->ref.article].sentences[yes->sentence].figures;
        const auto& y = input_.tellings[no->ref.article].sentences[no->sentence].figures;
        if (std::any_of(x.begin(), x.end(), [&](uint64_t figure) {
              return std::binary_search(y.begin(), y.end(), figure);
            })) {
          return true;
        }
      }
    }
    return false;
  }

  int sign_of(const Node& node) const {
    const bool no =
        node.event->polarity == model::Polarity::kNegative || node.event->modality == "denied";
    return (no ? -1 : 1) * node.deed.sign * base_sign_;
  }

  // "no" says too little where an account has another word than the contrary: "abstain".
  std::string told_as(const Node& node, int sign) const {
    const int own = node.deed.sign * base_sign_;
    if (node.event->modality == "undecided") return "undecided";
    if (own > 0) return sign > 0 ? "yes" : "no";
    return sign == own ? node.event->action : "not " + node.event->action;
  }

  void outcome(bool told) {
    if (nodes_[0].deed.natural) return;  // an earthquake is not affirmed or denied
    std::map<uint32_t, int> sign;
    std::map<uint32_t, const Node*> said;
    const Deed& deed = nodes_[0].deed;
    bool undecided = false;  // an account leaves open whether it will be
    for (const auto& node : nodes_) {
      const bool open = node.event->modality == "undecided";
      if (open && !deed.once) continue;  // nothing is asserted; of what is done once: not yet
      undecided = undecided || open;
      const int value = open ? -node.deed.sign * base_sign_ : sign_of(node);
      const auto [found, fresh] = sign.emplace(node.account, value);
      // Said both ways in one account: two deeds of one family, and no witness for either.
      if (found->second != value) {
        said.erase(node.account);
      } else if (fresh ||
                 (said.contains(node.account) && fullness(*said[node.account]) < fullness(node))) {
        said[node.account] = &node;
      }
    }
    if (said.size() < 2) return;
    std::vector<model::FactValue> values;
    bool yes = false, no = false;
    for (const auto& [account, node] : said) {
      auto value = cell_of_event(input_, node->ref);
      value.norm = family_ + (sign[account] > 0 ? ": yes" : ": no");
      value.name = told_as(*node, sign[account]);
      (sign[account] > 0 ? yes : no) = true;
      values.push_back(std::move(value));
    }
    if (yes != no) {
      // That it happened is worth a line where somebody denies it, or where nothing else is said.
      if (yes && (told || nodes_[0].deed.speech)) return;
      emit("outcome", family_, "agree", std::move(values),
           0.5 + 0.1 * static_cast<double>(said.size()), "the same deed in every account");
      return;
    }
    if (likeness_of_signs(said, sign) < kOneMatter) return;
    const bool update = (deed.state || deed.once) && turned(said, sign, deed.once);
    if (update ? share_figures(said, sign) : undecided) return;
    if (!update) {
      const auto witnesses = contradicting(said, sign);
      if (witnesses.empty()) return;
      std::erase_if(values, [&](const auto& value) { return !witnesses.contains(value.account); });
    }
    emit("outcome", family_, update ? "update" : "differ", std::move(values), 0.7,
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
          node.event->modality == "undecided" ||
          node.event->polarity == model::Polarity::kNegative || node.event->confidence < 0.7) {
        continue;
      }
      all[node.account].insert(certainty_of(node.event->modality));
      const auto [at, fresh] = first.try_emplace(node.account, &node);
      if (!fresh && fullness(*at->second) < fullness(node)) at->second = &node;
    }
    // An account that says both is no witness for either.
    const auto is_told_as = [&](uint32_t account, std::string_view kind) {
      const auto& said = all.at(account);
      return said.size() == 1 && *said.begin() == kind;
    };
    std::set<uint32_t> witnesses;
    for (const auto& [one, rumour] : first) {
      if (!is_told_as(one, "rumoured")) continue;
      for (const auto& [other, fact] : first) {
        // What is planned to one and done to another is most often told at two times, or loosely.
        if (!is_told_as(other, "asserted") || !is_main_deed(*rumour, *fact)) continue;
        witnesses.insert(one);
        witnesses.insert(other);
      }
    }
    if (witnesses.empty()) return;
    std::vector<model::FactValue> values;
    for (const uint32_t account : witnesses) {
      auto value = cell_of_event(input_, first[account]->ref);
      value.norm = value.name = *all[account].begin();
      values.push_back(std::move(value));
    }
    emit("certainty", family_, "differ", std::move(values), 0.5,
         "asserted in one account, not in another");
  }

  // "Allegedly" is said of whatever has not been tried; only where the news itself is a rumour to
  // one and a fact to another is it worth a line.
  bool is_main_deed(const Node& a, const Node& b) const {
    return a.sentence < kLead && b.sentence < kLead && a.event->action == b.event->action &&
           share(a.actors, b.actors) && share(a.recipients, b.recipients) &&
           are_one_deed(input_, a, b);
  }

  model::FactValue value_of(const Party& party) const {
    return cell_of_argument(input_, party.article, *party.argument);
  }

  void emit(const std::string& slot, const std::string& about, const std::string& verdict,
            std::vector<model::FactValue> values, double confidence, std::string rule) {
    facts_.push_back({make_fact(input_, slot, about, verdict, std::move(values),
                                std::min(0.97, confidence), std::move(rule)),
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
