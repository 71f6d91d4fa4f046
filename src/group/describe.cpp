#include "group/describe.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "group/bounds.h"
#include "model/stamp.h"

namespace synoptic::group {
namespace {

// Earliest first; what has no date stands behind, in the order of arrival.
std::vector<uint32_t> by_date(const State& state, std::vector<uint32_t> members) {
  std::stable_sort(members.begin(), members.end(), [&](uint32_t a, uint32_t b) {
    const auto left = state.window.at(a).minutes(), right = state.window.at(b).minutes();
    if (left.has_value() != right.has_value()) return left.has_value();
    return left && *left < *right;
  });
  return members;
}

// The last minute that its date may be; a date without a time is any minute of its day.
std::optional<int64_t> last_minute(const Fingerprint& article) {
  constexpr size_t kDayLetters = 10;  // "2026-03-14"
  const auto minutes = article.minutes();
  if (!minutes || article.published().size() > kDayLetters) return minutes;
  return *minutes + kMinutesPerDay - 1;
}

// Of copies the earliest is the original. Of those that may be it: whom another one credits, or who
// puts his own name to the text; then one that credits somebody at all, since who leaves the credit
// out has taken the text; then the longest, since copies are shortened; then the first to arrive.
uint32_t original_of(const State& state, const std::vector<uint32_t>& copies) {
  std::optional<int64_t> first;
  for (const uint32_t one : copies) {
    const auto last = last_minute(state.window.at(one));
    if (last) first = first ? std::min(*first, *last) : last;
  }
  std::vector<uint32_t> may_be;
  std::set<uint32_t> credited;
  for (const uint32_t one : copies) {
    const auto& article = state.window.at(one);
    if (first && (!article.minutes() || *article.minutes() > *first)) continue;
    may_be.push_back(one);
    if (article.credited() != 0) credited.insert(article.credited());
  }
  const auto rank = [&](uint32_t one) {
    const auto& article = state.window.at(one);
    const int credit = credited.contains(article.publisher()) ? 2 : article.credited() != 0 ? 1 : 0;
    return std::pair(credit, article.phrase_count());
  };
  return *std::max_element(may_be.begin(), may_be.end(), [&](uint32_t a, uint32_t b) {
    const auto left = rank(a), right = rank(b);
    return left != right ? left < right : a > b;
  });
}

std::vector<std::vector<std::string>> accounts(const State& state,
                                               const std::vector<uint32_t>& members) {
  std::vector<std::vector<uint32_t>> copies;
  std::map<uint32_t, size_t> account_of;
  for (const uint32_t member : members) {
    const auto [found, fresh] = account_of.emplace(state.account(member), copies.size());
    if (fresh) copies.emplace_back();
    copies[found->second].push_back(member);
  }
  std::vector<std::vector<std::string>> out;
  for (auto& account : copies) {
    if (account.size() > 1) {
      const auto original = std::find(account.begin(), account.end(), original_of(state, account));
      std::rotate(account.begin(), original, original + 1);
    }
    auto& ids = out.emplace_back();
    for (const uint32_t member : account) ids.emplace_back(state.window.at(member).article());
  }
  return out;
}

model::Story describe_one(const State& state, const StoryState& story) {
  model::Story out;
  const auto members = by_date(state, story.members);
  out.id = story.id;
  out.title = state.window.at(members[0]).title();
  std::set<std::string> languages;
  for (const uint32_t member : members) {
    const auto& article = state.window.at(member);
    out.articles.emplace_back(article.article());
    if (!article.lang().empty()) languages.emplace(article.lang());
    if (article.published().empty()) continue;
    if (out.first.empty()) out.first = article.published();
    out.last = article.published();
  }
  out.languages.assign(languages.begin(), languages.end());
  out.accounts = accounts(state, members);
  return out;
}

// Stories with much in common that are not one: a like event elsewhere (their specifics exclude
// each other), or more on the same subject.
std::map<std::pair<uint32_t, uint32_t>, const NearMiss*> pairs_of(const State& state) {
  std::map<std::pair<uint32_t, uint32_t>, const NearMiss*> pairs;
  for (const auto& miss : state.near_misses) {
    const uint32_t a = state.story(miss.a), b = state.story(miss.b);
    if (a == b) continue;
    auto& pair = pairs[{std::min(a, b), std::max(a, b)}];
    if (pair == nullptr || miss.score > pair->score) pair = &miss;
  }
  return pairs;
}

// People, bodies and places that most articles of the story name. Countries are none, they are in
// too many, nor are concepts: two central banks that cut their rates have only these in common.
std::set<uint32_t> names_of(const State& state, uint32_t story) {
  constexpr size_t kMostAsked = 40;  // members, the latest
  const auto& members = state.stories.at(story).members;
  const size_t asked = std::min(members.size(), kMostAsked);
  std::map<uint32_t, size_t> tellers;
  for (size_t i = members.size() - asked; i < members.size(); ++i) {
    const auto& article = state.window.at(members[i]);
    for (const uint32_t name : article.actors()) ++tellers[name];
    for (const uint32_t name : article.places()) ++tellers[name];
    const auto keys = article.feature_keys();
    const auto values = article.feature_values();
    for (size_t j = 0; j < keys.size(); ++j) {
      if (Fingerprint::kind_of(values[j]) == FeatureKind::kName) ++tellers[keys[j]];
    }
  }
  std::set<uint32_t> out;
  for (const auto& [name, count] : tellers) {
    if (2 * count >= asked) out.insert(name);
  }
  return out;
}

// A round-up of the week is near the stories of all its paragraphs, which have nothing to do with
// one another: a saga has a name in common.
bool may_follow(const State& state, uint32_t a, uint32_t b) {
  const auto left = names_of(state, a), right = names_of(state, b);
  return std::any_of(left.begin(), left.end(), [&](uint32_t name) { return right.contains(name); });
}

}  // namespace

std::vector<model::Story> describe(const State& state, const std::set<uint32_t>& stories) {
  std::vector<model::Story> out;
  std::map<uint32_t, size_t> at;
  for (const uint32_t number : stories) {
    const auto story = state.stories.find(number);
    if (story == state.stories.end() || story->second.members.empty()) continue;
    at.emplace(number, out.size());
    out.push_back(describe_one(state, story->second));
  }
  const auto pairs = pairs_of(state);
  std::vector<std::pair<std::pair<uint32_t, uint32_t>, const NearMiss*>> nearest(pairs.begin(),
                                                                                 pairs.end());
  std::stable_sort(nearest.begin(), nearest.end(),
                   [](const auto& a, const auto& b) { return a.second->score > b.second->score; });
  for (const auto& [numbers, miss] : nearest) {
    if (!at.contains(numbers.first) && !at.contains(numbers.second)) continue;
    const std::string kind = miss->other_event ? "similar" : "follow_up";
    if (!miss->other_event && !may_follow(state, numbers.first, numbers.second)) continue;
    const auto link = [&](uint32_t from, uint32_t to) {
      if (const auto found = at.find(from); found != at.end()) {
        out[found->second].links.push_back({state.stories.at(to).id, kind});
      }
    };
    link(numbers.first, numbers.second);
    link(numbers.second, numbers.first);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    const auto left = model::minutes_of(a.last), right = model::minutes_of(b.last);
    if (left != right) return left > right;  // no date is before any
    return a.last != b.last ? a.last > b.last : a.id < b.id;
  });
  return out;
}

std::vector<model::Story> describe(const State& state) {
  std::set<uint32_t> all;
  for (const auto& [number, story] : state.stories) all.insert(number);
  return describe(state, all);
}

}  // namespace synoptic::group
