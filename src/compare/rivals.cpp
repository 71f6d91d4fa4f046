#include "compare/rivals.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/figures.h"
#include "compare/terms.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostAccounts = 60;   // in larger stories somebody names everything
constexpr size_t kMostOfOne = 40;      // named things of one account
constexpr double kSomeContext = 0.12;  // of the words around two names
constexpr double kSameContext = 0.145;
constexpr double kSameStory = 0.25;  // of the sentences around people and bodies
constexpr double kSameName = 0.3;    // spelt so much alike, two ids may be one party
constexpr double kOneName = 0.6;     // … are one
constexpr double kBodyContext = 0.22;

struct Spot {  // where an account names something
  uint32_t article = 0, account = 0, sentence = 0;
  const model::Mention* mention = nullptr;
  Terms around, name;
  int role = 0;  // 1: says it; -1: does it, or it is done to; 0: not known
};

class Rivals {
 public:
  Rivals(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<Ranked> compare() {
    if (input_.accounts > kMostAccounts) return {};
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
    join_names();
    for (const auto& [entity, spots] : spots_) seek(entity, spots);
    return std::move(facts_);
  }

 private:
  using Spots = std::map<uint32_t, std::vector<Spot>>;  // by account

  void read(uint32_t index) {
    const auto& telling = input_.tellings[index];
    const auto lang = telling.annotated->article.lang;
    size_t count = 0;
    for (const auto& mention : telling.annotated->mentions) {
      if (mention.entity.empty() || mention.type == model::EntityType::kConcept) continue;
      if (is_beyond(telling, mention.at)) continue;
      named_[telling.account].insert(mention.entity);
      if (!mention.stands_for.empty()) named_[telling.account].insert(mention.stands_for);
      const uint32_t sentence = sentence_of(telling, mention.at);
      if (sentence == 0 || sentence >= passages_.read_of(index) || ++count > kMostOfOne) continue;
      const auto& whole = telling.sentences[sentence];
      const Range inside{mention.at.range.begin - whole.range.begin,
                         mention.at.range.end - whole.range.begin};
      spots_[mention.entity][telling.account].push_back(
          {index, telling.account, sentence, &mention, terms_around(whole.text, inside, lang),
           terms_of(mention.text, lang), role_of(*telling.annotated, mention)});
    }
  }

  // Two ids whose names are spelt alike in two accounts are one party: "Federal Police of Brazil"
  // and "police of Brazil".
  void join_names() {
    for (auto a = spots_.begin(); a != spots_.end(); ++a) {
      for (auto b = std::next(a); b != spots_.end();) {
        if (!spelt_alike(a->second, b->second)) {
          ++b;
          continue;
        }
        for (auto& [account, list] : b->second) {
          auto& to = a->second[account];
          std::move(list.begin(), list.end(), std::back_inserter(to));
        }
        for (auto& [account, entities] : named_) {
          if (entities.contains(b->first)) entities.insert(a->first);
        }
        b = spots_.erase(b);
      }
    }
  }

  static bool spelt_alike(const Spots& a, const Spots& b) {
    const Spot& x = a.begin()->second[0];
    const Spot& y = b.begin()->second[0];
    if (x.mention->type != y.mention->type || x.mention->type != model::EntityType::kOrg) {
      return false;
    }
    return likeness(x.name, y.name) >= kOneName;
  }

  bool names(uint32_t account, const std::string& entity) const {
    const auto found = named_.find(account);
    if (found == named_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const std::string& other) {
      return other == entity || is_part(other, entity) || is_part(entity, other);
    });
  }

  // A ministry of its government, a town of its country, a person and the office held. That a
  // country is named says nothing of its offices and people.
  bool is_part(const std::string& whole, const std::string& part) const {
    const auto* outer = input_.knowledge->find(whole);
    const auto* inner = input_.knowledge->find(part);
    if (outer != nullptr && outer->type == model::EntityType::kCountry && inner != nullptr &&
        (inner->type == model::EntityType::kPerson || inner->type == model::EntityType::kOrg)) {
      return false;
    }
    if (outer != nullptr && outer->type == model::EntityType::kCountry && inner == nullptr) {
      return false;  // an office by its role: "brazil/police"
    }
    if (inner != nullptr && inner->type == model::EntityType::kPerson) return holds(*inner, whole);
    return includes(*input_.knowledge, whole, part);
  }

  static bool holds(const knowledge::Entity& person, std::string_view office) {
    return std::any_of(person.roles.begin(), person.roles.end(),
                       [&](const auto& role) { return office == role.of + "/" + role.role; });
  }

  const Twin* twin_of(const Spot& a, const Spot& b) const {
    for (const Twin& twin : passages_.twins(a.article, a.sentence)) {
      if (twin.article == b.article && twin.sentence == b.sentence) return &twin;
    }
    return nullptr;
  }

  struct Tie {
    double context = 0, sentence = 0;
    const Spot* a = nullptr;
    const Spot* b = nullptr;

    bool is_body() const {
      return a->mention->type == model::EntityType::kPerson ||
             a->mention->type == model::EntityType::kOrg;
    }
    bool holds() const {
      if (is_body()) return context >= kSomeContext && sentence >= kSameStory;
      return context >= kSomeContext;
    }
  };

  // Three accounts stand against one. Many people and bodies stand in a story; of places the words
  // around them may do alone.
  static bool is_enough(const std::vector<Tie>& ties) {
    if (ties.size() < 3) return false;
    double context = 0;
    for (const Tie& tie : ties) context = std::max(context, tie.context);
    return context >= (ties[0].is_body() ? kBodyContext : kSameContext);
  }

  Tie best_tie(const std::vector<Spot>& own, const std::vector<Spot>& theirs) const {
    Tie best;
    for (const auto& a : own) {
      for (const auto& b : theirs) {
        if (a.mention->type != b.mention->type || a.role * b.role < 0) continue;
        if (likeness(a.name, b.name) >= kSameName) return {};
        const Twin* twin = twin_of(a, b);
        const Tie tie{likeness(a.around, b.around), twin == nullptr ? 0 : twin->likeness, &a, &b};
        if (best.a == nullptr || tie.holds() > best.holds() ||
            (tie.holds() == best.holds() &&
             tie.context + tie.sentence > best.context + best.sentence)) {
          best = tie;
        }
      }
    }
    return best;
  }

  // Does a sentence that names the one name the other too?
  bool side_by_side(const std::vector<Spot>& own, const std::string& other) const {
    const auto found = spots_.find(other);
    if (found == spots_.end()) return false;
    const auto theirs = found->second.find(own[0].account);
    if (theirs == found->second.end()) return false;
    return std::any_of(own.begin(), own.end(), [&](const Spot& a) {
      return std::any_of(theirs->second.begin(), theirs->second.end(),
                         [&](const Spot& b) { return a.sentence == b.sentence; });
    });
  }

  void seek(const std::string& entity, const Spots& spots) {
    if (spots.size() < 2) return;
    for (const auto& [other, theirs] : spots_) {
      if (other == entity || theirs.size() >= spots.size()) continue;
      for (const auto& [account, list] : theirs) {
        if (!names(account, entity)) compare_with(spots, other, list);
      }
    }
  }

  void compare_with(const Spots& spots, const std::string& other, const std::vector<Spot>& theirs) {
    std::vector<const Spot*> with;
    std::vector<Tie> ties;
    const Spot* against = nullptr;
    size_t clean = 0;  // accounts that do not name the other at all
    double context = 0;
    for (const auto& [account, own] : spots) {
      if (account == theirs[0].account || side_by_side(own, other)) continue;
      const Tie tie = best_tie(own, theirs);
      if (tie.a == nullptr || !tie.holds()) continue;
      with.push_back(tie.a);
      ties.push_back(tie);
      if (against == nullptr || tie.context > context) against = tie.b;
      context = std::max(context, tie.context);
      clean += names(account, other) ? 0 : 1;
    }
    if (!is_enough(ties) || clean == 0) return;
    std::vector<model::FactValue> values;
    double salience = 0;
    for (const Spot* spot : with) {
      values.push_back(cell_of(*spot));
      salience = std::max(salience, salience_at(input_.tellings[spot->article], spot->sentence));
    }
    values.push_back(cell_of(*against));
    values.back().side = 1;
    const std::string about =
        deed_at(input_.tellings[against->article], against->sentence, against->mention->at);
    facts_.push_back(
        {make_fact(input_, slot_of(*against), about.empty() ? "event" : about, "differ",
                   std::move(values), 0.65, "one account names another in the same sentence"),
         salience});
  }

  static int role_of(const model::Annotated& annotated, const model::Mention& mention) {
    const auto is_it = [&](const model::Argument& argument) {
      return argument.at.block == mention.at.block && argument.at.range.overlaps(mention.at.range);
    };
    for (const auto& quote : annotated.quotes) {
      if (quote.speaker && is_it(*quote.speaker)) return 1;
    }
    for (const auto& event : annotated.events) {
      if (std::any_of(event.actor.begin(), event.actor.end(), is_it) ||
          std::any_of(event.recipient.begin(), event.recipient.end(), is_it)) {
        return deed_of(event.action).speech ? 0 : -1;
      }
    }
    return 0;
  }

  std::string slot_of(const Spot& spot) const {
    if (spot.role > 0) return "attribution";
    const auto& annotated = *input_.tellings[spot.article].annotated;
    const auto has = [&](const std::vector<model::Argument>& arguments) {
      return std::any_of(arguments.begin(), arguments.end(), [&](const model::Argument& argument) {
        return argument.at.block == spot.mention->at.block &&
               argument.at.range.overlaps(spot.mention->at.range);
      });
    };
    for (const auto& event : annotated.events) {
      if (has(event.actor)) return "actor";
      if (has(event.recipient) || has(event.partner)) return "recipient";
    }
    const auto type = spot.mention->type;
    if (type == model::EntityType::kPerson || type == model::EntityType::kOrg) return "actor";
    return "place";
  }

  model::FactValue cell_of(const Spot& spot) const {
    Claim claim;
    claim.article = spot.article;
    claim.account = spot.account;
    claim.at = spot.mention->at;
    claim.sentence = spot.sentence;
    claim.text = spot.mention->text;
    claim.norm = spot.mention->entity;
    claim.name = spot.mention->name;
    return cell(input_, claim);
  }

  const Input& input_;
  const Passages& passages_;
  std::map<std::string, Spots> spots_;
  std::map<uint32_t, std::set<std::string>> named_;
  std::vector<Ranked> facts_;
};

}  // namespace

std::vector<Ranked> compare_rivals(const Input& input, const Passages& passages) {
  return Rivals(input, passages).compare();
}

}  // namespace synoptic::compare
