#include "compare/provenance/copies.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "compare/match.h"
#include "compare/names/name_sorts.h"
#include "compare/names/short_names.h"
#include "compare/names/spelling.h"
#include "compare/provenance/copied_sentences.h"
#include "text/fold.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr size_t kLeastWordsOfName = 6;  // of a sentence: "By … in …" is no news
constexpr double kSure = 1.4;            // strength: nothing but the value differs
constexpr double kOneName = 0.6;         // likeness of spelling
constexpr size_t kMostChanges = 400;     // of figures; each is looked up among all that is told
constexpr uint32_t kHeadline = 4;        // sentences, the title among them

// One toll in title and lead of either, and not the same: a new beginning before an old
// text.
void compare_heads(const Input& input, uint32_t original, uint32_t copy,
                   std::vector<Counterpart>& out) {
  const auto heads = [](const Telling& telling) {
    std::map<std::string, std::vector<const Claim*>> by_class;
    for (const Claim& claim : telling.claims) {
      if (!claim.rising || claim.about.empty() || claim.background) continue;
      by_class[claim.sort + "|" + claim.about].push_back(&claim);
    }
    return by_class;
  };
  const auto is_one = [](const std::vector<const Claim*>& claims) {
    return claims.front()->sentence < kHeadline &&
           std::all_of(claims.begin(), claims.end(),
                       [&](const Claim* claim) { return claim->norm == claims.front()->norm; });
  };
  const auto before = heads(input.tellings[original]);
  for (const auto& [of, claims] : heads(input.tellings[copy])) {
    const auto found = before.find(of);
    if (found == before.end() || !is_one(claims) || !is_one(found->second)) continue;
    out.push_back({original, copy, {found->second.front(), {}}, {claims.front(), {}}, 0});
  }
}

// "Yesterday" means another day where the text was printed later.
bool is_other_value(const Claim& before, const Claim& after) {
  const auto is_told = [](const Claim& claim) {
    return claim.slot != "date" || claim.told != DateTold::kRelative;
  };
  if (!is_told(before) || !is_told(after)) return false;
  const bool one_class = before.about == after.about || before.about.empty() || after.about.empty();
  return one_class && text::fold_copy(before.text) != text::fold_copy(after.text) &&
         match(before, after) == Match::kDifferent;
}

// The group that has the value of the original, or a new one.
size_t group_of(const Claim& claim, std::vector<Group>& groups) {
  for (size_t i = 0; i < groups.size(); ++i) {
    for (const Claim* other : groups[i].claims) {
      if (other->article == claim.article && other->slot == claim.slot &&
          other->sort == claim.sort && other->norm == claim.norm &&
          (other->about == claim.about || other->about.empty() || claim.about.empty())) {
        return i;
      }
    }
  }
  groups.emplace_back().claims.push_back(&claim);
  return groups.size() - 1;
}

// Other accounts that say what the copy says: they stand in one fact with it, unless one of them is
// in the original's group already.
void add_agreeing(const Claim& after, std::vector<Group>& groups, size_t into) {
  if (after.about.empty()) return;
  for (size_t i = 0; i < groups.size(); ++i) {
    auto& claims = groups[i].claims;
    const bool agrees = i != into && std::any_of(claims.begin(), claims.end(), [&](auto* claim) {
                          return claim->slot == after.slot && claim->sort == after.sort &&
                                 claim->about == after.about &&
                                 match(*claim, after) == Match::kSame;
                        });
    if (!agrees) continue;
    auto& to = groups[into].claims;
    const bool apart = std::none_of(claims.begin(), claims.end(), [&](const Claim* claim) {
      return std::any_of(to.begin(), to.end(),
                         [&](const Claim* one) { return one->account == claim->account; });
    });
    if (!apart) continue;
    to.insert(to.end(), claims.begin(), claims.end());
    claims.clear();
    return;
  }
}

void add_change(const Input& input, const Claim& before, const Claim& after,
                std::vector<Group>& groups) {
  const size_t at = group_of(before, groups);
  Group& group = groups[at];
  const bool told = std::any_of(group.claims.begin(), group.claims.end(), [&](const Claim* claim) {
    return claim->article == after.article;
  });
  if (told) return;
  add_agreeing(after, groups, at);
  group.claims.push_back(&after);
  group.strength = std::max(group.strength, kSure);
  group.rule = "a copy gives another value";
  const bool turns = std::all_of(group.claims.begin(), group.claims.end(),
                                 [](const Claim* claim) { return claim->rising; });
  group.verdict = turns && replaces_in_time(input, group.claims) ? "update" : "differ";
}

std::string key_of(const model::Mention& mention) {
  return mention.entity.empty() ? "?" + text::fold_copy(mention.text) : mention.entity;
}

// Each outlet puts its own name, or whom it has the text from, where the other has his.
bool names_source(const model::Article& article, const model::Mention& mention) {
  if (is_source(article, mention)) return true;
  if (!article.publisher) return false;
  return (!mention.entity.empty() && mention.entity == article.publisher->entity) ||
         text::fold_copy(mention.text) == text::fold_copy(article.publisher->name);
}

// Two ways to write one name are none in the place of another.
bool are_two_names(const model::Mention& a, const model::Mention& b, std::string_view lang) {
  if (key_of(a) == key_of(b)) return false;
  const auto spelling = [&](const model::Mention& mention) {
    return spelling_of(mention.text, lang, mention.type == model::EntityType::kPerson);
  };
  return likeness(spelling(a), spelling(b)) < kOneName && !may_be_short_for(a.text, b.text) &&
         !may_be_short_for(b.text, a.text);
}

// What stands there has the other name in it or beside it: "HP's data centers", "Lind, head of the
// bank" in the place of "HP" and of "Lind" is another cut of the same words.
bool holds(const Telling& telling, const model::Place& at, std::string_view other) {
  if (is_beyond(telling, at)) return false;
  const Sentence& sentence = telling.sentences[sentence_of(telling, at)];
  const auto words_of = [](std::string_view text) {
    const std::string folded = text::fold_copy(text);
    std::vector<std::string> out;
    for (const auto& word : text::words(folded)) out.emplace_back(word.range.of(folded));
    return out;
  };
  const size_t begin = std::min<size_t>(
      at.range.begin - std::min(at.range.begin, sentence.range.begin), sentence.text.size());
  const size_t end = std::min<size_t>(begin + at.range.size(), sentence.text.size());
  const auto name = words_of(other);
  auto there = words_of(sentence.text.substr(begin, end - begin));
  auto before = words_of(sentence.text.substr(0, begin));
  auto after = words_of(sentence.text.substr(end));
  if (before.size() > name.size())
    before.erase(before.begin(), before.end() - static_cast<std::ptrdiff_t>(name.size()));
  if (after.size() > name.size()) after.resize(name.size());
  there.insert(there.begin(), before.begin(), before.end());
  there.insert(there.end(), after.begin(), after.end());
  return !name.empty() &&
         std::search(there.begin(), there.end(), name.begin(), name.end()) != there.end();
}

Claim claim_of(const Input& input, uint32_t index, const model::Mention& mention) {
  Claim out = claim_at(input.tellings[index], index, mention.at);
  out.text = mention.text;
  out.name = mention.name;
  out.norm = mention.entity.empty() ? text::fold_copy(mention.text) : mention.entity;
  return out;
}

// What a copy says beside what is told of others already.
void add_side(model::FactValue value, model::Fact& fact) {
  const auto& told = fact.values;
  if (std::any_of(told.begin(), told.end(),
                  [&](const auto& other) { return other.article == value.article; })) {
    return;
  }
  const auto twin = std::find_if(told.begin(), told.end(),
                                 [&](const auto& other) { return other.norm == value.norm; });
  for (const auto& other : told) value.side = std::max(value.side, other.side + 1);
  if (twin != told.end()) value.side = twin->side;
  fact.values.push_back(std::move(value));
}

// By what the original names: the copies that name another in its place.
std::vector<Ranked> compare_names(const Input& input, const std::vector<Counterpart>& pairs) {
  std::map<std::pair<uint32_t, std::string>, Ranked> facts;
  for (const auto& pair : pairs) {
    if (!pair.before.mention || pair.words < kLeastWordsOfName) continue;
    const auto& original = *input.tellings[pair.original].annotated;
    const auto& copy = *input.tellings[pair.copy].annotated;
    const auto& before = original.mentions[*pair.before.mention];
    const auto& after = copy.mentions[*pair.after.mention];
    if (names_source(original.article, before) || names_source(copy.article, after) ||
        !are_two_names(before, after, original.article.lang) ||
        holds(input.tellings[pair.original], before.at, after.text) ||
        holds(input.tellings[pair.copy], after.at, before.text)) {
      continue;
    }
    const Claim own = claim_of(input, pair.original, before);
    auto other = cell(input, claim_of(input, pair.copy, after));
    const auto [known, fresh] = facts.try_emplace({pair.original, key_of(before)});
    if (!fresh) {
      add_side(std::move(other), known->second.fact);
      continue;
    }
    other.side = 1;
    const bool place = is_place_sort(sort_of(before.type));
    known->second = {make_fact(place ? "place" : "actor", place ? "mentioned" : "named", "differ",
                               {cell(input, own), std::move(other)}, 0.85,
                               "a copy names another in the same words"),
                     own.salience};
  }
  std::vector<Ranked> out;
  for (auto& [key, ranked] : facts) out.push_back(std::move(ranked));
  return out;
}

}  // namespace

std::vector<Ranked> compare_copies(const Input& input, std::vector<Group>& groups) {
  auto pairs = counterparts_of(input);
  std::map<uint32_t, uint32_t> originals;  // by account
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    if (input.tellings[i].original) originals.emplace(input.tellings[i].account, i);
  }
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    const auto original = originals.find(input.tellings[i].account);
    if (input.tellings[i].original || original == originals.end()) continue;
    compare_heads(input, original->second, i, pairs);
  }
  size_t changes = 0;
  for (const auto& pair : pairs) {
    if (pair.before.claim == nullptr || changes == kMostChanges) continue;
    if (is_other_value(*pair.before.claim, *pair.after.claim)) {
      ++changes;
      add_change(input, *pair.before.claim, *pair.after.claim, groups);
    }
  }
  std::erase_if(groups, [](const Group& group) { return group.claims.empty(); });
  return compare_names(input, pairs);
}

}  // namespace synoptic::compare
