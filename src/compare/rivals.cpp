#include "compare/rivals.h"

#include <algorithm>
#include <map>
#include <set>

#include "compare/figures.h"
#include "compare/terms.h"

namespace synoptic::compare {
namespace {

constexpr size_t kMostOfOne = 40;      // named things of one account
constexpr double kSomeContext = 0.10;  // of the words around two names
constexpr double kSameContext = 0.15;
constexpr double kSameSentence = 0.18;  // of the sentences around them

struct Spot {  // where an account names something
  uint32_t article = 0, account = 0, sentence = 0;
  const model::Mention* mention = nullptr;
  Terms around;
};

class Rivals {
 public:
  Rivals(const Input& input, const Passages& passages) : input_(input), passages_(passages) {}

  std::vector<Ranked> compare() {
    for (uint32_t i = 0; i < input_.tellings.size(); ++i) {
      if (input_.tellings[i].original) read(i);
    }
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
          {index, telling.account, sentence, &mention, terms_around(whole.text, inside, lang)});
    }
  }

  bool names(uint32_t account, const std::string& entity) const {
    const auto found = named_.find(account);
    if (found == named_.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const std::string& other) {
      return other == entity || includes(*input_.knowledge, other, entity) ||
             includes(*input_.knowledge, entity, other);
    });
  }

  const Twin* twin_of(const Spot& a, const Spot& b) const {
    for (const Twin& twin : passages_.twins(a.article, a.sentence)) {
      if (twin.article == b.article && twin.sentence == b.sentence) return &twin;
    }
    return nullptr;
  }

  struct Tie {
    double context = 0, sentence = 0;
    const Spot *a = nullptr, *b = nullptr;

    bool holds() const {
      return (context >= kSomeContext && sentence >= kSameSentence) || context >= kSameContext;
    }
  };

  Tie best_tie(const std::vector<Spot>& own, const std::vector<Spot>& theirs) const {
    Tie best;
    for (const auto& a : own) {
      for (const auto& b : theirs) {
        if (a.mention->type != b.mention->type) continue;
        const Twin* twin = twin_of(a, b);
        const Tie tie{likeness(a.around, b.around), twin == nullptr ? 0 : twin->likeness, &a, &b};
        if (best.a == nullptr || tie.holds() > best.holds() ||
            (tie.holds() == best.holds() && tie.context + tie.sentence > best.context + best.sentence)) {
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
      return std::any_of(theirs->second.begin(), theirs->second.end(), [&](const Spot& b) {
        return a.sentence == b.sentence;
      });
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

  void compare_with(const Spots& spots, const std::string& other,
                    const std::vector<Spot>& theirs) {
    std::vector<const Spot*> with;
    const Spot* against = nullptr;
    size_t clean = 0;  // accounts that do not name the other at all
    double context = 0;
    for (const auto& [account, own] : spots) {
      if (account == theirs[0].account || side_by_side(own, other)) continue;
      const Tie tie = best_tie(own, theirs);
      if (tie.a == nullptr || !tie.holds()) continue;
      with.push_back(tie.a);
      if (against == nullptr || tie.context > context) against = tie.b;
      context = std::max(context, tie.context);
      clean += names(account, other) ? 0 : 1;
    }
    if (with.size() < 2 || clean == 0) return;
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
    facts_.push_back({make_fact(input_, slot_of(*against), about.empty() ? "event" : about, "differ",
                                std::move(values), 0.65,
                                "one account names another in the same sentence"),
                      salience});
  }

  std::string slot_of(const Spot& spot) const {
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
