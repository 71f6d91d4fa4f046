#include "compare/deeds.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <numeric>

#include "compare/scene.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

using model::Argument;
using model::Event;

constexpr size_t kMaxDeeds = 300;    // of one family over all accounts
constexpr double kSameScene = 0.55;  // sentences with so much in common tell one deed

// For deeds done together it does not matter who is named first.
bool share_party(const Event& a, const Event& b) {
  return shares(a.actor, b.actor) || shares(a.recipient, b.recipient) ||
         shares(a.partner, b.partner) || shares(a.actor, b.partner) || shares(a.partner, b.actor) ||
         shares(a.recipient, b.partner) || shares(a.partner, b.recipient);
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

bool same_deed(const Input& input, const Node& a, const Node& b) {
  if (a.background != b.background) {
    // One account tells as news what the other recalls: the same deed only if both sides are.
    return shares(a.event->actor, b.event->actor) && shares(a.event->recipient, b.event->recipient);
  }
  if (share_party(*a.event, *b.event)) return true;
  return context(input, claim_of(input, a), claim_of(input, b)) >= kSameScene;
}

// "Ordered cooperation with China": the thing ordered is a deed of its own, done with the partner.
const Event* thing_ordered(const Event& event, const Deed& deed, std::deque<Event>& made) {
  if (event.partner.empty() || deed.mutual) return nullptr;
  if (event.type != "COOPERATE" && event.type != "AGREE") return nullptr;
  Event inner = event;
  inner.action = event.type == "COOPERATE" ? "cooperate" : "agree";
  inner.recipient = event.partner;
  inner.partner.clear();
  made.push_back(std::move(inner));
  return &made.back();
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
      const uint32_t sentence = sentence_of(telling, event.at);
      const bool background = event.modality == "background";
      const Event* inner = thing_ordered(event, deed, made);
      nodes.push_back({{i, j}, &event, std::move(deed), telling.account, sentence, background});
      if (inner == nullptr) continue;
      deed = deed_of(inner->action);
      out[deed.family].push_back({{i, j}, inner, deed, telling.account, sentence, background});
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
  for (size_t i = 0; i < nodes.size(); ++i) {
    for (size_t j = i + 1; j < nodes.size(); ++j) {
      if (root(i) != root(j) && same_deed(input, nodes[i], nodes[j])) {
        parent[std::max(root(i), root(j))] = std::min(root(i), root(j));
      }
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

// The same party, another act: one account says announced, the other ordered.
void compare_acts(const Input& input, std::vector<Ranked>& facts) {
  const auto acts = headline_acts(input);
  std::vector<model::FactValue> values;
  std::set<std::string> families;
  const HeadlineAct* first = nullptr;
  for (const auto& [account, act] : acts) {
    if (first == nullptr) first = &act;
    if (!shares(first->event->actor, act.event->actor)) continue;
    auto value = cell_of_event(input, act.ref);
    const auto& telling = input.tellings[act.ref.article];
    value.text = std::string(slice(telling.annotated->article, act.event->trigger));
    value.span = act.event->trigger.span;
    value.norm = value.name = act.family;
    families.insert(act.family);
    values.push_back(std::move(value));
  }
  if (values.size() < 2 || families.size() < 2) return;
  facts.push_back({make_fact(input, "outcome", "act", "differ", std::move(values), 0.45,
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
