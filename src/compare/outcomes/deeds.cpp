#include "compare/outcomes/deeds.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <numeric>

#include "compare/outcomes/scene.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

using model::Argument;
using model::Event;

constexpr size_t kMaxDeeds = 300;    // of one family over all accounts
constexpr double kSameScene = 0.55;  // sentences with so much in common tell one deed

// For deeds done together it does not matter who is named first.
bool share_party(const Node& a, const Node& b) {
  const Keys& x = a.actors;
  const Keys& y = b.actors;
  return share(x, y) || share(a.recipients, b.recipients) || share(a.partners, b.partners) ||
         share(x, b.partners) || share(a.partners, y) || share(a.recipients, b.partners) ||
         share(a.partners, b.recipients);
}

Claim claim_of(const Input& input, const Node& node) {
  Claim claim;
  claim.article = node.ref.article;
  claim.account = node.account;
  claim.sentence = node.sentence;
  claim.at = node.event->at;
  claim.salience = salience_at(input.tellings[node.ref.article], node.sentence);
  return claim;
}

bool known(const Node& node) {
  return std::any_of(node.actors.begin(), node.actors.end(),
                     [](const std::string& key) { return key[0] != '?'; });
}

bool same_parties(const Node& a, const Node& b) {
  // One account tells as news what the other recalls: the same deed only if both sides are.
  if (a.background != b.background) {
    return share(a.actors, b.actors) && share(a.recipients, b.recipients);
  }
  return share_party(a, b);
}

bool same_scene(const Input& input, const Node& a, const Node& b) {
  if (a.background != b.background || (known(a) && known(b))) return false;
  return context(input, claim_of(input, a), claim_of(input, b)) >= kSameScene;
}

// "Ordered cooperation with China": the thing ordered is a deed of its own, done with the partner.
const Event* thing_ordered(const Event& event, const Deed& deed, std::deque<Event>& made) {
  if (event.partner.empty() || deed.mutual) return nullptr;
  if (event.type != "COOPERATE" && event.type != "AGREE") return nullptr;
  Event inner = event;
  inner.action = event.type == "COOPERATE" ? "cooperate" : "agree";
  inner.recipient.clear();
  made.push_back(std::move(inner));
  return &made.back();
}

Node node_of(DeedRef ref, const Event& event, Deed deed, const Telling& telling, bool content) {
  Node node;
  node.ref = ref;
  node.event = &event;
  node.deed = std::move(deed);
  node.account = telling.account;
  node.sentence = sentence_of(telling, event.at);
  node.background = event.modality == "background";
  node.has_content = content;
  node.actors = keys_of(telling, event.actor);
  node.recipients = keys_of(telling, event.recipient);
  node.partners = keys_of(telling, event.partner);
  return node;
}

std::map<std::string, std::vector<Node>> by_family(const Input& input, std::deque<Event>& made) {
  std::map<std::string, std::vector<Node>> out;
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    const auto& telling = input.tellings[i];
    if (!telling.original) continue;
    for (uint32_t j = 0; j < telling.annotated->events.size(); ++j) {
      const Event& event = telling.annotated->events[j];
      if (event.action.empty()) continue;
      Deed deed = deed_of(event.action);
      if (deed.plain) continue;
      auto& nodes = out[deed.family];
      if (nodes.size() == kMaxDeeds) continue;
      if (is_beyond(telling, event.at)) continue;
      const Event* inner = thing_ordered(event, deed, made);
      nodes.push_back(node_of({i, j}, event, std::move(deed), telling, inner != nullptr));
      if (inner == nullptr) continue;
      Node content = node_of({i, j}, *inner, deed_of(inner->action), telling, false);
      auto& contents = out[content.deed.family];
      if (contents.size() < kMaxDeeds) contents.push_back(std::move(content));
    }
  }
  return out;
}

std::vector<std::vector<Node>> clusters(const Input& input, const std::vector<Node>& nodes) {
  std::vector<size_t> parent(nodes.size());
  std::iota(parent.begin(), parent.end(), 0);
  const std::function<size_t(size_t)> root = [&](size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  const auto unite = [&](size_t i, size_t j) {
    parent[std::max(root(i), root(j))] = std::min(root(i), root(j));
  };
  for (size_t i = 0; i < nodes.size(); ++i) {
    for (size_t j = i + 1; j < nodes.size(); ++j) {
      if (root(i) != root(j) && same_parties(nodes[i], nodes[j])) unite(i, j);
    }
  }
  // Then by what stands around them, where an account does not tell the deed already: "nineteen
  // voted for it, Spain abstained" are two.
  std::vector<std::set<uint32_t>> told(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i) told[root(i)].insert(nodes[i].account);
  for (size_t i = 0; i < nodes.size(); ++i) {
    for (size_t j = i + 1; j < nodes.size(); ++j) {
      const size_t a = root(i), b = root(j);
      if (a == b || told[b].contains(nodes[i].account) || told[a].contains(nodes[j].account) ||
          !same_scene(input, nodes[i], nodes[j])) {
        continue;
      }
      unite(i, j);
      told[root(i)].merge(told[root(i) == a ? b : a]);
    }
  }
  std::map<size_t, std::vector<Node>> by_root;
  for (size_t i = 0; i < nodes.size(); ++i) by_root[root(i)].push_back(nodes[i]);
  std::vector<std::vector<Node>> out;
  for (auto& [first, members] : by_root) out.push_back(std::move(members));
  return out;
}

struct HeadlineAct {
  const Event* event = nullptr;
  DeedRef ref;
  std::string family;
};

// The first act in words of each account: what its headline party did.
std::map<uint32_t, HeadlineAct> headline_acts(const Input& input) {
  std::map<uint32_t, HeadlineAct> out;
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    const auto& telling = input.tellings[i];
    if (!telling.original) continue;
    const Event* best = nullptr;
    uint32_t at = 0, sentence = 4;  // the title and the lead
    for (uint32_t j = 0; j < telling.annotated->events.size(); ++j) {
      const Event& event = telling.annotated->events[j];
      const Deed deed = deed_of(event.action);
      if (!deed.speech || event.actor.empty() || event.modality == "background") continue;
      const uint32_t here = sentence_of(telling, event.at);
      if (here >= sentence) continue;
      best = &event;
      at = j;
      sentence = here;
    }
    if (best != nullptr) out[telling.account] = {best, {i, at}, deed_of(best->action).family};
  }
  return out;
}

// Where the body tells the headline's act again, its sentence with most parties is shown.
DeedRef fullest_telling(const Telling& telling, const HeadlineAct& act) {
  DeedRef best = act.ref;
  if (sentence_of(telling, act.event->at) > 0) return best;
  size_t most = 0;
  const auto& events = telling.annotated->events;
  for (uint32_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    const size_t parties = event.actor.size() + event.recipient.size() + event.partner.size();
    if (parties <= most || deed_of(event.action).family != act.family) continue;
    if (sentence_of(telling, event.at) == 0 || event.modality == "background") continue;
    if (!share(keys_of(telling, event.actor), keys_of(telling, act.event->actor))) continue;
    most = parties;
    best.event = i;
  }
  return best;
}

// The same party, another act, in all accounts: one says announced, the other ordered.
void compare_acts(const Input& input, std::vector<Ranked>& facts) {
  const auto acts = headline_acts(input);
  std::vector<model::FactValue> values;
  std::set<std::string> families;
  const HeadlineAct* first = nullptr;
  for (const auto& [account, act] : acts) {
    if (first == nullptr) first = &act;
    const auto& telling = input.tellings[act.ref.article];
    if (!share(keys_of(input.tellings[first->ref.article], first->event->actor),
               keys_of(telling, act.event->actor))) {
      continue;
    }
    const DeedRef ref = fullest_telling(telling, act);
    auto value = cell_of_event(input, ref);
    const Event& told = telling.annotated->events[ref.event];
    value.text = std::string(slice(telling.annotated->article, told.trigger));
    value.span = told.trigger.span;
    value.norm = value.name = act.family;
    families.insert(act.family);
    values.push_back(std::move(value));
  }
  if (values.size() < std::max(2u, input.accounts) || families.size() < 2) return;
  facts.push_back({make_fact("outcome", "act", "differ", std::move(values), 0.45,
                             "the same party's first act, told with another verb"),
                   0.8});
}

std::string main_family_of(const Input& input) {
  std::map<std::string, double> votes;
  for (const auto& telling : input.tellings) {
    if (!telling.original) continue;
    for (const auto& event : telling.annotated->events) {
      const Deed deed = deed_of(event.action);
      const uint32_t sentence = sentence_of(telling, event.at);
      if (deed.plain || deed.speech || sentence > 2 || event.modality == "background") continue;
      votes[deed.family] += sentence == 0 ? 1.5 : 1.0;
    }
  }
  std::string best;
  double most = 0;
  for (const auto& [family, count] : votes) {
    if (count > most) {
      most = count;
      best = family;
    }
  }
  return best;
}

}  // namespace

model::FactValue cell_of_event(const Input& input, DeedRef ref) {
  const auto& telling = input.tellings[ref.article];
  const Event& event = telling.annotated->events[ref.event];
  Claim claim;
  claim.article = ref.article;
  claim.account = telling.account;
  claim.at = event.at;
  claim.sentence = sentence_of(telling, event.at);
  claim.text = std::string(slice(telling.annotated->article, event.at));
  claim.claimant = event.claimant;
  claim.certainty = event.modality == "background" ? "asserted" : event.modality;
  claim.background = event.modality == "background";
  claim.norm = claim.name = event.action;
  return cell(input, claim);
}

model::FactValue cell_of_argument(const Input& input, uint32_t article, const Argument& argument) {
  const auto& telling = input.tellings[article];
  Claim claim;
  claim.article = article;
  claim.account = telling.account;
  claim.at = argument.at;
  claim.sentence = sentence_of(telling, argument.at);
  claim.text = argument.text;
  claim.norm = argument.entity.empty() ? text::fold_copy(argument.text) : argument.entity;
  claim.name = argument.name;
  return cell(input, claim);
}

Deeds compare_deeds(const Input& input) {
  Deeds out;
  std::deque<Event> made;
  for (const auto& [family, nodes] : by_family(input, made)) {
    for (const auto& cluster : clusters(input, nodes)) {
      if (!compare_scene(input, cluster, out.facts)) continue;
      for (const auto& node : cluster) out.aligned.insert(node.ref);
    }
  }
  compare_acts(input, out.facts);
  out.main_family = main_family_of(input);
  return out;
}

}  // namespace synoptic::compare
