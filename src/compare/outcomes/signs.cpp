#include "compare/outcomes/signs.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "compare/figures/turns.h"
#include "compare/outcomes/one_deed.h"
#include "compare/rules.h"

namespace synoptic::compare {
namespace {

constexpr double kWordAlone = 0.12;  // sentences less alike share the word alone

constexpr double kOneMatter = 0.3;  // sentences less alike tell of two matters
constexpr uint32_t kLead = 4;       // sentences, the title among them

class Signs {
 public:
  Signs(const Input& input, const std::vector<Node>& nodes, const std::string& family,
        int base_sign)
      : input_(input), nodes_(nodes), family_(family), base_sign_(base_sign) {}

  std::vector<SignFact> compare(bool told) {
    outcome(told);
    certainty();
    return std::move(facts_);
  }

 private:
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

  static bool have_one_figure(const Sentence& a, const Sentence& b) {
    return std::any_of(a.figures.begin(), a.figures.end(), [&](uint64_t figure) {
      return std::binary_search(b.figures.begin(), b.figures.end(), figure);
    });
  }

  // "Freed 31 of the 58", "31 of the 58 seized are free": with the same figures it is one state.
  bool share_figures(const std::map<uint32_t, const Node*>& said,
                     const std::map<uint32_t, int>& sign) const {
    for (const auto& [one, yes] : said) {
      for (const auto& [other, no] : said) {
        if (sign.at(one) <= 0 || sign.at(other) > 0) continue;
        const auto& x = input_.tellings[yes->ref.article].sentences[yes->sentence];
        const auto& y = input_.tellings[no->ref.article].sentences[no->sentence];
        if (have_one_figure(x, y)) return true;
      }
    }
    return false;
  }

  int sign_of(const Node& node) const {
    const bool no = node.event->polarity == model::Polarity::kNegative ||
                    node.event->modality == "denied" || is_refused(input_, node);
    return (no ? -1 : 1) * node.deed.sign * base_sign_;
  }

  // "Has not refused" is no "approved".
  void drop_denied_contraries(std::vector<model::FactValue>& values,
                              const std::map<uint32_t, const Node*>& said) const {
    const auto is_contrary = [&](const model::FactValue& value) {
      return said.at(value.account)->deed.sign * base_sign_ < 0;
    };
    if (!std::all_of(values.begin(), values.end(), is_contrary)) {
      std::erase_if(values, [&](const model::FactValue& value) {
        return is_contrary(value) && value.name.starts_with("not ");
      });
    }
  }

  // "Are ready for a long strike", "a day of the strike costs 70 million": one word, and no party
  // or other words in common.
  bool is_one_matter(const std::map<uint32_t, const Node*>& said,
                     const std::vector<model::FactValue>& values) const {
    for (const auto& one : values) {
      for (const auto& other : values) {
        if (one.account >= other.account) continue;
        const Node& a = *said.at(one.account);
        const Node& b = *said.at(other.account);
        if (share(a.actors, b.actors) || share(a.recipients, b.recipients) ||
            share(a.partners, b.partners)) {
          return true;
        }
        const Sentence& left = input_.tellings[a.ref.article].sentences[a.sentence];
        const Sentence& right = input_.tellings[b.ref.article].sentences[b.sentence];
        if (likeness(left.terms, right.terms) >= kWordAlone || have_one_figure(left, right)) {
          return true;
        }
      }
    }
    return false;
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
      drop_denied_contraries(values, said);
      if (values.size() < 2 || !is_one_matter(said, values)) return;
      // That it happened is worth a line where somebody denies it, or where nothing else is said.
      if (yes && (told || nodes_[0].deed.speech)) return;
      const size_t told_by = values.size();
      emit("outcome", "agree", std::move(values), 0.5 + 0.1 * static_cast<double>(told_by),
           rules::kSameDeed);
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
    emit("outcome", update ? "update" : "differ", std::move(values), 0.7,
         update ? "a state that changed from the earlier accounts to the later"
                : "one deed, affirmed and denied");
  }

  // All accounts of one sign are later than all of the other, and something says that it changed.
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
    if (*last_no >= *first_yes && (once || *last_yes >= *first_no)) return false;
    if (once && *first_yes - *last_no >= kLongAfterMinutes) return true;
    std::vector<std::pair<uint32_t, uint32_t>> where;
    for (const auto& [account, node] : said) {
      where.emplace_back(node->ref.article,
                         sentence_of(input_.tellings[node->ref.article], node->event->trigger));
    }
    return tells_state_turn(input_, where);
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
    emit("certainty", "differ", std::move(values), 0.5, "asserted in one account, not in another");
  }

  // "Allegedly" is said of whatever has not been tried; only where the news itself is a rumour to
  // one and a fact to another is it worth a line.
  bool is_main_deed(const Node& a, const Node& b) const {
    return a.sentence < kLead && b.sentence < kLead && a.event->action == b.event->action &&
           share(a.actors, b.actors) && share(a.recipients, b.recipients) &&
           are_one_deed(input_, a, b);
  }

  void emit(std::string slot, std::string verdict, std::vector<model::FactValue> values,
            double confidence, std::string rule) {
    facts_.push_back(
        {std::move(slot), std::move(verdict), std::move(values), confidence, std::move(rule)});
  }

  const Input& input_;
  const std::vector<Node>& nodes_;
  const std::string& family_;
  int base_sign_;
  std::vector<SignFact> facts_;
};

}  // namespace

std::vector<SignFact> compare_signs(const Input& input, const std::vector<Node>& nodes,
                                    const std::string& family, int base_sign, bool told) {
  return Signs(input, nodes, family, base_sign).compare(told);
}

}  // namespace synoptic::compare
