#include "compare/names/name_contest.h"

#include <fmt/format.h>
#include <unicode/locid.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/data.h"
#include "compare/names/name_sorts.h"
#include "compare/names/part_of.h"

namespace synoptic::compare {
namespace {

constexpr float kMostSharedNames = 4, kMostNamesCounted = 20, kMostLeft = 8;
constexpr double kOneNameSpelling = 0.45;  // spelt so much alike, they are one

// Made of a country and a role: the same as some body that has a name of its own.
bool is_office(const Claim& claim) { return claim.entity.find('/') != std::string::npos; }

bool is_land(const Claim& claim) { return claim.sort == "country"; }

// A government acts in the name of its country, and a country is a place; a person is nothing else.
bool are_of_a_sort(const Claim& a, const Claim& b) {
  if (a.sort == b.sort) return true;
  const bool bodies = (is_land(a) && b.sort == "org") || (is_land(b) && a.sort == "org");
  const bool places =
      (is_land(a) || is_place_sort(a.sort)) && (is_land(b) || is_place_sort(b.sort));
  return bodies || places;
}

// Where most that is written in the language comes from (CLDR's likely subtags), as in ISO 3166.
std::string_view land_of(const std::string& lang) {
  thread_local std::map<std::string, std::string, std::less<>> known;
  const auto [land, fresh] = known.try_emplace(lang);
  if (fresh) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale(lang.c_str());
    locale.addLikelySubtags(status);
    if (U_SUCCESS(status)) land->second = locale.getCountry();
  }
  return land->second;
}

using Said = std::vector<lexicon::Term>;  // sorted

// Per account, the terms that its words give, without those that are hardly likely.
std::vector<Said> terms_of_accounts(const Input& input) {
  constexpr float kLikely = 0.06F;  // of a reading
  constexpr auto kWeighing = lexicon::kForSentences;
  const auto& lexicon = lexicon::Lexicon::load();
  std::vector<Said> out(input.accounts);
  for (const auto& telling : input.tellings) {
    if (!telling.original) continue;
    Said& said = out[telling.account];
    for (const auto& sentence : telling.sentences) {
      for (const auto& term : sentence.terms) {
        const float rarity = std::pow(lexicon.rarity(term.term), kWeighing.rarity);
        const float much = rarity > 0 ? std::pow(term.weight / rarity, 1 / kWeighing.frequency) : 0;
        if (much >= kLikely) said.push_back(term.term);
      }
    }
    std::sort(said.begin(), said.end());
    said.erase(std::unique(said.begin(), said.end()), said.end());
  }
  return out;
}

float share_of(const Terms& terms, const Said& said) {
  float met = 0, all = 0;
  for (const auto& term : terms) {
    const float much = term.weight * term.weight;
    all += much;
    if (std::binary_search(said.begin(), said.end(), term.term)) met += much;
  }
  return all > 0 ? met / all : 0;
}

// 1: both known and the same; -1: both known and not; 0: cannot tell.
int agreement(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  return a == b ? 1 : -1;
}

}  // namespace

const std::array<std::string_view, NameContest::kFeatures>& NameContest::names() {
  static constexpr std::array<std::string_view, kSentences> kOwn{
      "clause", "sentence", "tie",    "around", "beside", "context", "shared", "margin", "own",
      "told",   "role",     "saying", "deed",   "spelt",  "heard",   "said",   "left",   "twin",
      "known",  "country",  "kind",   "home",   "most",   "fewest",  "rest",   "others", "first",
      "apart",  "title",    "person", "org",    "land",   "spot"};
  static const auto kNames = [] {
    static std::array<std::string, SameStatement::kFeatures> of_sentences;
    std::array<std::string_view, kFeatures> out;
    std::copy(kOwn.begin(), kOwn.end(), out.begin());
    for (size_t i = 0; i < of_sentences.size(); ++i) {
      of_sentences[i] = fmt::format("sentences.{}", SameStatement::names()[i]);
      out[kSentences + i] = of_sentences[i];
    }
    return out;
  }();
  return kNames;
}

const Trees& NameContest::shipped() {
  static const Trees trees(embedded_data("compare/name_contest.tsv"), names());
  return trees;
}

NameContest::NameContest(const Input& input, const Passages& passages,
                         const SameStatement& sentences, std::vector<const Claim*> claims,
                         const Trees& model)
    : input_(input),
      passages_(passages),
      sentences_(sentences),
      model_(model),
      surroundings_(input, passages, std::move(claims)),
      claims_(surroundings_.claims()) {
  for (const Claim* claim : claims_) parts_.push_back(part_of(*claim));
  count();
  note_names();
  listen();
}

NameContest::Part NameContest::part_of(const Claim& claim) const {
  const Telling& telling = input_.tellings[claim.article];
  Part part;
  part.name = spelling_of(claim.text, telling.annotated->article.lang, claim.sort == "person");
  part.role = role_of(claim);
  part.deed = deed_at(telling, claim.sentence, claim.at);
  if (const auto* quote = quote_of(claim)) {
    part.saying = passages_.bag_of(claim.article, sentence_of(telling, quote->at), quote->at.range);
  }
  return part;
}

NameContest::Role NameContest::role_of(const Claim& claim) const {
  const Telling& telling = input_.tellings[claim.article];
  const auto is_here = [&](const model::Place& at) {
    return at.block == claim.at.block && at.range.overlaps(claim.at.range);
  };
  const auto holds = [&](const std::vector<model::Argument>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const model::Argument& one) { return is_here(one.at); });
  };
  if (quote_of(claim) != nullptr) return Role::kSpeaker;
  Role role = Role::kNone;
  for (const uint32_t i : telling.sentences[claim.sentence].events) {
    const auto& event = telling.annotated->events[i];
    if (holds(event.actor)) return Role::kActor;
    if (holds(event.recipient)) {
      role = Role::kRecipient;
    } else if (role == Role::kNone && event.place && is_here(event.place->at)) {
      role = Role::kPlace;
    }
  }
  return role;
}

const model::Quote* NameContest::quote_of(const Claim& claim) const {
  const auto& quotes = input_.tellings[claim.article].annotated->quotes;
  const auto found = std::find_if(quotes.begin(), quotes.end(), [&](const model::Quote& quote) {
    return quote.speaker && quote.speaker->at.block == claim.at.block &&
           quote.speaker->at.range.overlaps(claim.at.range);
  });
  return found == quotes.end() ? nullptr : &*found;
}

// What an account tells of its own land, the others need not: "no Indonesians among the dead".
bool NameContest::is_home(const Claim& claim, const knowledge::Entity* entity) const {
  if (entity == nullptr) return false;
  const auto& lang = input_.tellings[claim.article].annotated->article.lang;
  const std::string_view land = land_of(lang);
  if (entity->type == model::EntityType::kCountry) return entity->iso == land;
  const auto* country = input_.knowledge->find(entity->country);
  return country != nullptr && country->iso == land;
}

void NameContest::count() {
  std::map<std::string_view, std::set<uint32_t>> accounts;
  std::map<uint32_t, std::set<std::string_view>> values;
  for (const Claim* claim : claims_) {
    accounts[claim->entity].insert(claim->account);
    values[claim->account].insert(claim->entity);
  }
  for (size_t i = 0; i < claims_.size(); ++i) {
    parts_[i].accounts = static_cast<float>(accounts[claims_[i]->entity].size());
    parts_[i].values =
        std::min(kMostNamesCounted, static_cast<float>(values[claims_[i]->account].size()));
  }
  std::map<std::pair<uint32_t, uint32_t>, std::set<std::string_view>> beside;  // in one sentence
  for (const Claim* claim : claims_)
    beside[{claim->article, claim->sentence}].insert(claim->entity);
  for (size_t i = 0; i < claims_.size(); ++i) {
    parts_[i].left.assign(input_.accounts, 0);
    for (const auto name : beside[{claims_[i]->article, claims_[i]->sentence}]) {
      for (uint32_t account = 0; account < input_.accounts; ++account) {
        parts_[i].left[account] += accounts[name].contains(account) ? 0 : 1;
      }
    }
  }
}

void NameContest::note_names() {
  std::map<std::string_view, uint32_t> numbers;
  for (size_t i = 0; i < claims_.size(); ++i) {
    const auto& name = claims_[i]->entity;
    Part& part = parts_[i];
    const auto next = static_cast<uint32_t>(numbers.size());
    part.number = numbers.try_emplace(name, next).first->second;
    part.entity = input_.knowledge->find(name);
    part.home = is_home(*claims_[i], part.entity);
    part.told.assign(input_.accounts, false);
    const auto tellers = input_.named_by.find(name);
    if (tellers == input_.named_by.end()) continue;
    for (const uint32_t account : tellers->second) part.told[account] = true;
  }
  names_ = numbers.size();
  wholes_.assign(names_ * names_, Known::kNotAsked);
}

bool NameContest::are_whole_and_part(size_t i, size_t j) const {
  const auto [less, more] = std::minmax(parts_[i].number, parts_[j].number);
  Known& known = wholes_[less * names_ + more];
  if (known == Known::kNotAsked) {
    const auto &a = claims_[i]->entity, &b = claims_[j]->entity;
    const knowledge::Knowledge& known_names = *input_.knowledge;
    const bool whole = includes(known_names, a, b) || includes(known_names, b, a) ||
                       may_lie_in(known_names, a, b) || may_lie_in(known_names, b, a);
    known = whole ? Known::kYes : Known::kNo;
  }
  return known == Known::kYes;
}

// 2: their sentences are each other's nearest; 1: one is the other's.
float NameContest::twin(const Claim& a, const Claim& b) const {
  for (const Twin& one : passages_.twins(a.article, a.sentence)) {
    if (one.article == b.article && one.sentence == b.sentence) return one.mutual ? 2 : 1;
  }
  return 0;
}

// A name that another account has in other words or another spelling is nobody's rival there.
void NameContest::listen() {
  const auto spoken = terms_of_accounts(input_);
  std::map<std::string_view, size_t> first;  // places of one name sound alike
  for (size_t i = 0; i < claims_.size(); ++i) {
    Part& part = parts_[i];
    const auto [known, fresh] = first.try_emplace(claims_[i]->entity, i);
    if (!fresh) {
      part.heard = parts_[known->second].heard;
      part.said = parts_[known->second].said;
      continue;
    }
    part.heard.assign(input_.accounts, 0);
    for (size_t j = 0; j < claims_.size(); ++j) {
      float& heard = part.heard[claims_[j]->account];
      if (heard < 1)
        heard = std::max(heard, static_cast<float>(likest_words(part.name, parts_[j].name)));
    }
    for (const auto& terms : spoken) part.said.push_back(share_of(part.name.terms, terms));
  }
}

bool NameContest::may_differ(size_t i, size_t j) const {
  const Claim& a = *claims_[i];
  const Claim& b = *claims_[j];
  if (a.account == b.account || parts_[i].number == parts_[j].number) return false;
  if (!are_of_a_sort(a, b) || is_office(a) != is_office(b)) return false;
  if (are_whole_and_part(i, j)) return false;
  return likeness(parts_[i].name, parts_[j].name) < kOneNameSpelling;
}

NameContest::Features NameContest::features(size_t i, size_t j) const {
  const Claim& a = *claims_[i];
  const Claim& b = *claims_[j];
  const auto& here = surroundings_.of(i);
  const auto& there = surroundings_.of(j);
  const Part& x = parts_[i];
  const Part& y = parts_[j];
  const auto *left = x.entity, *right = y.entity;
  const auto both = [&](auto&& test) { return (test(a) ? 0.5 : 0) + (test(b) ? 0.5 : 0); };
  Features out{};
  const auto set = [&](Feature feature, double value) { out[feature] = static_cast<float>(value); };
  set(kClause, surroundings_.clauses(i, j));
  set(kSentence, surroundings_.sentences(i, j));
  set(kTie, surroundings_.tie(i, j));
  set(kAround, likeness(here.around, there.around));
  set(kBeside, likeness(here.beside, there.beside));
  set(kContext, context(input_, a, b));
  out[kShared] = std::min(kMostSharedNames, static_cast<float>(surroundings_.shared(i, j)));
  set(kMargin, surroundings_.margin(i, j));
  set(kOwn, surroundings_.own(i, j));
  set(kTold, (y.told[a.account] ? 1 : 0) + (x.told[b.account] ? 1 : 0));
  set(kRole, x.role == Role::kNone || y.role == Role::kNone ? 0 : x.role == y.role ? 1 : -1);
  set(kSaying, x.saying.empty() || y.saying.empty() ? -1 : Passages::likeness(x.saying, y.saying));
  set(kDeed, agreement(x.deed, y.deed));
  set(kSpelt, likeness(x.name, y.name));
  set(kHeard, std::max(x.heard[b.account], y.heard[a.account]));
  set(kSaid, std::max(x.said[b.account], y.said[a.account]));
  out[kLeft] = std::min(kMostLeft, x.left[b.account] + y.left[a.account]);
  out[kTwin] = std::max(twin(a, b), twin(b, a));
  set(kKnown, (left != nullptr ? 1 : 0) + (right != nullptr ? 1 : 0));
  set(kCountry, left && right ? agreement(left->country, right->country) : 0);
  set(kKind, left && right ? agreement(left->kind, right->kind) : 0);
  set(kHome, (x.home ? 1 : 0) + (y.home ? 1 : 0));
  out[kMost] = std::max(x.accounts, y.accounts);
  out[kFewest] = std::min(x.accounts, y.accounts);
  out[kRest] = static_cast<float>(input_.accounts) - x.accounts - y.accounts;
  out[kOthers] = x.values + y.values;
  out[kFirst] = static_cast<float>(std::min(a.sentence, b.sentence));
  out[kApart] = static_cast<float>(std::max(a.sentence, b.sentence)) - out[kFirst];
  set(kTitle, both([](const Claim& claim) { return claim.sentence == 0; }));
  set(kPerson, both([](const Claim& claim) { return claim.sort == "person"; }));
  set(kOrg, both([](const Claim& claim) { return claim.sort == "org"; }));
  set(kLand, both(is_land));
  set(kSpot, both([](const Claim& claim) { return is_place_sort(claim.sort); }));
  read_sentences(a, b, out);
  return out;
}

void NameContest::read_sentences(const Claim& a, const Claim& b, Features& out) const {
  const auto [known, fresh] =
      of_sentences_.try_emplace({a.article, a.sentence, b.article, b.sentence});
  if (fresh) known->second = sentences_.of_any({a.article, a.sentence}, {b.article, b.sentence});
  if (known->second) std::copy(known->second->begin(), known->second->end(), &out[kSentences]);
}

std::optional<double> NameContest::odds(size_t i, size_t j) const {
  if (!may_differ(i, j)) return std::nullopt;
  return model_.odds(features(i, j));
}

}  // namespace synoptic::compare
