#include "group/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "group/score.h"

namespace synoptic::group {
namespace {

constexpr size_t kEvidenceLines = 10;

// Earliest first; what has no date stands behind, in the order of arrival.
std::vector<uint32_t> by_date(const State& state, std::vector<uint32_t> members) {
  std::stable_sort(members.begin(), members.end(), [&](uint32_t a, uint32_t b) {
    const auto& left = state.articles[a];
    const auto& right = state.articles[b];
    if (left.minutes.has_value() != right.minutes.has_value()) return left.minutes.has_value();
    if (left.minutes && *left.minutes != *right.minutes) return *left.minutes < *right.minutes;
    return false;
  });
  return members;
}

std::vector<std::vector<std::string>> accounts(const State& state,
                                               const std::vector<uint32_t>& members) {
  std::vector<std::vector<std::string>> out;
  std::map<uint32_t, size_t> account_of;
  for (const uint32_t member : members) {
    const auto [found, fresh] = account_of.emplace(state.original(member), out.size());
    if (fresh) out.emplace_back();
    out[found->second].push_back(state.articles[member].article);
  }
  return out;
}

std::string_view kind_name(FeatureKind kind) {
  switch (kind) {
    case FeatureKind::kEntity:
      return "entity";
    case FeatureKind::kCountry:
      return "country";
    case FeatureKind::kName:
      return "name";
    case FeatureKind::kDeed:
      return "event";
    case FeatureKind::kFigure:
      return "figure";
    case FeatureKind::kTopic:
      return "topic";
    case FeatureKind::kWord:
      return "word";
    case FeatureKind::kToken:
      return "token";
    case FeatureKind::kPhrase:
      return "phrase";
  }
  return "";
}

struct Shared {
  Feature feature;
  size_t articles = 0;
};

std::vector<std::string> evidence(const State& state, const std::vector<uint32_t>& members) {
  std::map<uint64_t, Shared> shared;
  for (const uint32_t member : members) {
    for (const auto& feature : state.articles[member].features) {
      Shared& entry = shared[feature.key];
      if (entry.articles++ == 0 || feature.weight < entry.feature.weight) entry.feature = feature;
    }
  }
  const Rarity rarity{state.articles_with, static_cast<uint32_t>(state.articles.size())};
  std::vector<std::pair<double, const Shared*>> ranked;
  for (const auto& [key, entry] : shared) {
    if (entry.articles < 2) continue;
    double weight = entry.feature.weight * rarity.of(entry.feature);
    if (entry.feature.kind == FeatureKind::kWord) weight *= 0.1;
    ranked.emplace_back(-weight * static_cast<double>(entry.articles), &entry);
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->feature.key < b.second->feature.key;
  });
  std::vector<std::string> out;
  for (const auto& [rank, entry] : ranked) {
    if (out.size() == kEvidenceLines) break;
    const auto label = state.labels.find(entry->feature.key);
    out.push_back(fmt::format("{} {}: {} of {} articles, weight {:.2f}",
                              kind_name(entry->feature.kind),
                              label == state.labels.end() ? "?" : label->second, entry->articles,
                              members.size(), -rank / static_cast<double>(entry->articles)));
  }
  for (const uint32_t member : members) {
    const uint32_t original = state.original(member);
    if (original == member) continue;
    out.push_back(fmt::format("copy: {} has {:.0f} % of the phrases of {}",
                              state.articles[member].article,
                              100 * copied_share(state.articles[member], state.articles[original]),
                              state.articles[original].article));
  }
  return out;
}

model::Story describe_one(const State& state, const StoryState& story) {
  model::Story out;
  const auto members = by_date(state, story.members);
  out.id = story.id;
  out.title = state.articles[members[0]].title;
  std::set<std::string> languages;
  for (const uint32_t member : members) {
    const auto& article = state.articles[member];
    out.articles.push_back(article.article);
    if (!article.lang.empty()) languages.insert(article.lang);
    if (article.published.empty()) continue;
    if (out.first.empty()) out.first = article.published;
    out.last = article.published;
  }
  out.languages.assign(languages.begin(), languages.end());
  out.accounts = accounts(state, members);
  out.evidence = evidence(state, members);
  return out;
}

struct PairOfStories {
  double shared = 0, conflict = 0;
};

// Stories with much in common that are not one: a like event elsewhere (their specifics exclude
// each other), or what came of the same one later.
void add_links(const State& state, std::vector<model::Story>& stories) {
  std::map<std::pair<uint32_t, uint32_t>, PairOfStories> pairs;
  for (const auto& miss : state.near_misses) {
    const uint32_t a = state.story_of[miss.a], b = state.story_of[miss.b];
    if (a == b) continue;
    auto& pair = pairs[{std::min(a, b), std::max(a, b)}];
    if (miss.similarity.shared <= pair.shared) continue;
    pair.shared = miss.similarity.shared;
    pair.conflict = miss.similarity.conflict;
  }
  std::map<std::string, model::Story*> by_id;
  for (auto& story : stories) by_id[story.id] = &story;
  for (const auto& [ids, pair] : pairs) {
    auto* a = by_id[state.stories[ids.first].id];
    auto* b = by_id[state.stories[ids.second].id];
    if (a == nullptr || b == nullptr) continue;
    const std::string kind = pair.conflict > 0 ? "similar" : "follow_up";
    a->links.push_back({b->id, kind});
    b->links.push_back({a->id, kind});
  }
}

}  // namespace

std::vector<model::Story> describe(const State& state) {
  std::vector<model::Story> out;
  for (const auto& story : state.stories) {
    if (!story.members.empty()) out.push_back(describe_one(state, story));
  }
  add_links(state, out);
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.last != b.last ? a.last > b.last : a.id < b.id;
  });
  return out;
}

}  // namespace synoptic::group
