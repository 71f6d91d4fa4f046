#include "sheet/event_votes.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "base/table.h"
#include "model/lead.h"
#include "sheet/same_deed.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::sheet {
namespace {

constexpr double kLeastDeed = 0.4;  // how much the accounts together must put it first
constexpr double kNobody = 0.7;     // of a deed that nobody is said to do
constexpr double kSomething = 0.5;  // … that something without a name does
constexpr double kSpeech = 0.6;     // of an act in words, by which titles differ
constexpr double kDoes = 2;         // the actor of the deed
constexpr double kChosen = 1.3;     // the place of an event
constexpr double kParty = 0.4;      // … a country that acts
constexpr double kAside = 0.4;      // … a town that it is beside
constexpr double kNarrower = 0.45;  // a town counts for its country when it has this part of it

// Actions of data/compare/actions.tsv that a title is told by ("announce"), or that say nothing.
const std::map<std::string, double, std::less<>>& weights_of_actions() {
  static const auto weights = [] {
    std::map<std::string, double, std::less<>> out;
    for (const TableRow row : DataTable::embedded("compare/actions.tsv", 3)) {
      const bool speech = row[1].find("speech") != std::string_view::npos;
      const bool plain = row[1].find("plain") != std::string_view::npos;
      if (!speech && !plain) continue;
      for (const auto action : row.words(2)) {
        out.emplace(action, plain ? 0 : kSpeech);
      }
    }
    return out;
  }();
  return weights;
}

double weight_of_action(std::string_view action) {
  const auto& weights = weights_of_actions();
  const auto found = weights.find(action);
  return found == weights.end() ? 1 : found->second;
}

double weight_of(const model::Annotated& annotated, const model::Event& event) {
  if (event.modality == "background" || event.action.empty()) return 0;
  const bool named = std::any_of(event.actor.begin(), event.actor.end(),
                                 [&](const auto& actor) { return is_named(annotated, actor); });
  // "The largest group of smoke rings": what is no name can often not act.
  const double known = named ? 1 : event.actor.empty() ? kNobody : kSomething;
  return event.confidence * prominence(event.at) * known;
}

bool is_lead(const model::Place& at) {
  return at.block == model::kTitleBlock || at.block < kLeadBlocks;
}

// "South Korea and Tokyo agreed": who does something is not where.
bool is_party(const model::Annotated& annotated, const model::Place& at) {
  const auto holds = [&](const std::vector<model::Argument>& arguments) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const auto& argument) {
      return argument.at.block == at.block && argument.at.range.overlaps(at.range);
    });
  };
  return std::any_of(annotated.events.begin(), annotated.events.end(), [&](const auto& event) {
    return holds(event.actor) || holds(event.recipient) || holds(event.partner);
  });
}

struct BesideWords {
  std::vector<std::string> front, behind;
};

const std::map<std::string, BesideWords, std::less<>>& beside_words() {
  static const auto words = [] {
    std::map<std::string, BesideWords, std::less<>> out;
    for (const TableRow row : DataTable::embedded("compare/beside.tsv", 2)) {
      BesideWords& own = out[std::string(row[0])];
      for (const auto word : row.words(1)) own.front.push_back(text::fold_copy(word));
      for (const auto word : row.words(2)) own.behind.push_back(text::fold_copy(word));
    }
    return out;
  }();
  return words;
}

// "A train crash south of Cairo": the news is beside the town.
bool is_beside(const model::Article& article, const model::Place& at) {
  constexpr size_t kAround = 48, kEnding = 12;  // bytes: "'nın "
  const auto words = beside_words().find(model::table_language(article.lang));
  if (words == beside_words().end()) return false;
  const std::string_view text = model::text_of(article, at);
  const std::string folded =
      text::fold_copy(text::last_bytes(text.substr(0, at.range.begin), kAround));
  const std::string_view front = trim(folded);
  const std::string behind = text::fold_copy(text::first_bytes(text.substr(at.range.end), kAround));
  return std::any_of(words->second.front.begin(), words->second.front.end(),
                     [&](const std::string& word) {
                       if (!front.ends_with(word)) return false;
                       const size_t begin = front.size() - word.size();
                       return begin == 0 || front[begin - 1] == ' ' || (word[0] & 0x80) != 0;
                     }) ||
         std::any_of(words->second.behind.begin(), words->second.behind.end(),
                     [&](const std::string& word) { return behind.find(word) <= kEnding; });
}

class Votes {
 public:
  // Of one account the best counts.
  void add(const model::FactValue& value, double weight) {
    Vote& vote = votes_.try_emplace(value.norm, Vote{value.norm, 0, {}}).first->second;
    const auto own = std::find_if(vote.values.begin(), vote.values.end(), [&](const auto& other) {
      return other.account == value.account;
    });
    double& best = best_[{value.norm, value.account}];
    if (own == vote.values.end()) {
      vote.values.push_back(value);
    } else if (weight > best) {
      *own = value;
    }
    if (weight > best) vote.weight += weight - best, best = weight;
  }

  std::map<std::string, Vote>& all() { return votes_; }

  std::vector<Vote> sorted() {
    std::vector<Vote> out;
    for (auto& [norm, vote] : votes_) out.push_back(std::move(vote));
    std::stable_sort(out.begin(), out.end(),
                     [](const Vote& a, const Vote& b) { return a.weight > b.weight; });
    return out;
  }

 private:
  std::map<std::string, Vote> votes_;
  std::map<std::pair<std::string, uint32_t>, double> best_;
};

// "The conglomerate Daesung", where the text does not know it for a name and another account does.
void add_in_words(Votes& votes, std::vector<std::pair<model::FactValue, double>>& in_words) {
  for (auto& [value, weight] : in_words) {
    for (const auto& [norm, vote] : votes.all()) {
      if (!has_whole_word(value.norm, text::fold_copy(vote.values.front().name))) continue;
      value.norm = norm;
      value.name = vote.values.front().name;
      votes.add(value, weight);
      break;
    }
  }
}

// Where an event was only felt; and what stands in one another's place in no deed: the towns of
// hospitals and of offices, which are not where the event was either.
std::set<std::string, std::less<>> side_places(const model::Synopsis& synopsis) {
  std::set<std::string, std::less<>> out;
  for (const auto* facts : {&synopsis.agree, &synopsis.differ, &synopsis.only}) {
    for (const auto& fact : *facts) {
      if (fact.slot != "place") continue;
      const bool apart = fact.verdict == "differ" && fact.about == "mentioned";
      if (fact.about != "felt" && !apart) continue;
      for (const auto& value : fact.values) out.insert(value.norm);
    }
  }
  return out;
}

}  // namespace

DeedVote vote_for_deed(const std::vector<const model::Annotated*>& originals) {
  DeedVote out;
  std::map<std::string, double> sums;
  for (const auto* original : originals) {
    std::map<std::string, double> best;
    for (const auto& event : original->events) {
      double& weight = best[event.action];
      weight = std::max(weight, weight_of(*original, event) * weight_of_action(event.action));
    }
    for (const auto& [action, weight] : best) sums[action] += weight;
  }
  const auto best = std::max_element(
      sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (best == sums.end() || best->second < kLeastDeed) return out;
  out.action = best->first;
  for (const auto* original : originals) {
    const model::Event* told = nullptr;
    for (const auto& event : original->events) {
      if (event.action != out.action || weight_of(*original, event) == 0) continue;
      if (told == nullptr || weight_of(*original, event) > weight_of(*original, *told)) {
        told = &event;
      }
    }
    if (told != nullptr) out.told.push_back({original, told});
  }
  return out;
}

std::vector<Vote> vote_for_actor(const Accounts& accounts,
                                 const std::vector<const model::Annotated*>& originals,
                                 const std::string& action) {
  Votes votes;
  const SameDeed same(accounts);
  std::vector<std::pair<model::FactValue, double>> in_words;
  for (const auto* original : originals) {
    for (const auto& event : original->events) {
      const double weight = weight_of(*original, event) * weight_of_action(event.action) *
                            (event.action == action ? kDoes : 1);
      if (weight == 0 || !is_lead(event.at)) continue;
      for (const auto& actor : event.actor) {
        if (!is_named(*original, actor)) {
          in_words.emplace_back(value_of(accounts, *original, actor), weight);
          continue;
        }
        auto value = value_of(accounts, *original, actor);
        same.call_alike(value);  // a name that nobody knows, in two scripts
        const auto* entity = accounts.knowledge().find(value.norm);
        if (entity != nullptr && model::is_land(entity->type) &&
            entity->type != model::EntityType::kCountry) {
          continue;
        }
        votes.add(value, weight);
      }
    }
  }
  add_in_words(votes, in_words);
  return votes.sorted();
}

std::vector<Vote> vote_for_place(const Accounts& accounts,
                                 const std::vector<const model::Annotated*>& originals) {
  Votes votes;
  const auto& knowledge = accounts.knowledge();
  const auto elsewhere = side_places(accounts.synopsis());
  constexpr size_t kMostAsked = 200;  // places of a lead
  for (const auto* original : originals) {
    size_t asked = 0;
    const uint32_t lead = model::lead_block(original->article);
    const uint32_t dateline = model::dateline_end(*original, lead);
    for (const auto& mention : original->mentions) {
      if (mention.entity.empty() || !is_lead(mention.at) || mention.form == "adjective") continue;
      if (mention.at.block == lead && mention.at.range.end <= dateline) continue;
      const auto* entity = knowledge.find(mention.entity);
      if (entity == nullptr || !model::is_land(entity->type)) continue;
      if (elsewhere.contains(mention.entity)) continue;
      if (++asked > kMostAsked) break;
      const bool of_event =
          std::any_of(original->events.begin(), original->events.end(), [&](const auto& event) {
            return event.place && event.modality != "background" &&
                   event.place->at.block == mention.at.block &&
                   event.place->at.range.overlaps(mention.at.range);
          });
      const bool as_party = !of_event && is_party(*original, mention.at);
      auto value = value_at(accounts, *original, mention.at);
      value.norm = mention.entity;
      value.name = entity->name;
      const bool aside =
          entity->type == model::EntityType::kCity && is_beside(original->article, mention.at);
      votes.add(value, prominence(mention.at) * (of_event   ? kChosen
                                                 : as_party ? kParty
                                                 : aside    ? kAside
                                                            : 1));
    }
  }
  // A town is in its country: who names it has told both.
  auto& all = votes.all();
  for (auto& [norm, vote] : all) {
    const auto* entity = knowledge.find(norm);
    if (entity->type == model::EntityType::kCountry) continue;
    const auto country = all.find(entity->country);
    if (country != all.end() && vote.weight >= kNarrower * country->second.weight) {
      vote.weight += country->second.weight;
    }
  }
  return votes.sorted();
}

}  // namespace synoptic::sheet
