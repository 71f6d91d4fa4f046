// The stream: candidates by an inverted index, the best story joined, bridged stories merged.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/hash.h"
#include "group/describe.h"
#include "group/group.h"
#include "group/score.h"
#include "group/similarity.h"

namespace synoptic::group {

struct Grouper::Impl {
  std::shared_ptr<const knowledge::Knowledge> knowledge;
  State state;
  std::unordered_map<std::string, uint32_t> article_by_id;
  std::unordered_map<std::string, uint32_t> story_by_id;
  std::unordered_map<std::string, std::string> redirects;        // merged stories
  std::unordered_map<uint64_t, std::vector<uint32_t>> postings;  // latest articles of a feature
  std::unordered_map<uint64_t, std::vector<uint32_t>> phrase_postings;

  struct Scored {
    double score = 0;
    bool copy = false;
  };

  Rarity rarity() const {
    return {state.articles_with, static_cast<uint32_t>(state.articles.size())};
  }

  std::vector<uint32_t> candidates(const Fingerprint& article) const;
  std::map<uint32_t, Scored> score_stories(const Fingerprint& article,
                                           const std::vector<uint32_t>& near);
  double score_story(const Fingerprint& article, const StoryState& story,
                     std::map<uint32_t, Similarity>& known) const;
  void note_near_misses(const std::map<uint32_t, Similarity>& known);
  double score_stories_together(const StoryState& a, const StoryState& b) const;
  void enter(Fingerprint article);
  void note_copies(uint32_t article, const std::vector<uint32_t>& near);
  void merge(uint32_t from, uint32_t into);
};

namespace {

// Phrases that stand for the rest in the index: copies share most, so they share some of the
// smallest hashes too.
constexpr size_t kIndexedPhrases = 24;

std::string story_id(const std::string& article) { return "s" + sha256_hex(article).substr(0, 12); }

void post(std::vector<uint32_t>& posting, uint32_t article) {
  posting.push_back(article);
  if (posting.size() > 2 * kMaxPosting) {
    posting.erase(posting.begin(), posting.end() - static_cast<std::ptrdiff_t>(kMaxPosting));
  }
}

// At most kMaxMembers of them, spread evenly, first and last included.
std::vector<uint32_t> sample(const std::vector<uint32_t>& members) {
  if (members.size() <= kMaxMembers) return members;
  std::vector<uint32_t> out;
  for (size_t i = 0; i < kMaxMembers; ++i) {
    out.push_back(members[i * (members.size() - 1) / (kMaxMembers - 1)]);
  }
  return out;
}

}  // namespace

std::vector<uint32_t> Grouper::Impl::candidates(const Fingerprint& article) const {
  std::unordered_map<uint32_t, double> weights;
  for (const auto& feature : article.features) {
    const auto found = postings.find(feature.key);
    if (found == postings.end()) continue;
    const double rare = rarity().of(feature);
    const double weight =
        feature.kind == FeatureKind::kWord ? 0.1 * feature.weight : feature.weight;
    const auto& list = found->second;
    const size_t skip = list.size() > kMaxPosting ? list.size() - kMaxPosting : 0;
    for (size_t i = skip; i < list.size(); ++i) weights[list[i]] += weight * rare;
  }
  for (size_t i = 0; i < std::min(kIndexedPhrases, article.phrases.size()); ++i) {
    const auto found = phrase_postings.find(article.phrases[i]);
    if (found == phrase_postings.end()) continue;
    for (const uint32_t other : found->second) weights[other] += 2.0;
  }
  std::vector<std::pair<double, uint32_t>> ranked;
  ranked.reserve(weights.size());
  for (const auto& [other, weight] : weights) ranked.emplace_back(-weight, other);
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kMaxCandidates) ranked.resize(kMaxCandidates);
  std::vector<uint32_t> out;
  for (const auto& [weight, other] : ranked) out.push_back(other);
  return out;
}

double Grouper::Impl::score_story(const Fingerprint& article, const StoryState& story,
                                  std::map<uint32_t, Similarity>& known) const {
  double best = -1e9, sum = 0;
  auto members = sample(story.members);
  for (const auto& [other, similar] : known) {
    if (state.story_of[other] == story.index) members.push_back(other);
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  for (const uint32_t member : members) {
    auto found = known.find(member);
    if (found == known.end()) {
      found = known.emplace(member, similarity(article, state.articles[member], rarity())).first;
    }
    best = std::max(best, found->second.score);
    sum += found->second.score;
  }
  const double mean = sum / static_cast<double>(members.size());
  return kBestShare * best + (1 - kBestShare) * mean;
}

std::map<uint32_t, Grouper::Impl::Scored> Grouper::Impl::score_stories(
    const Fingerprint& article, const std::vector<uint32_t>& near) {
  std::map<uint32_t, Similarity> known;
  std::map<uint32_t, Scored> out;
  for (const uint32_t other : near) {
    known.emplace(other, similarity(article, state.articles[other], rarity()));
  }
  const auto members = known;  // score_story adds to `known`
  for (const auto& [other, similar] : members) {
    Scored& scored = out[state.story_of[other]];
    scored.copy |= is_copy(article, state.articles[other]);
  }
  for (auto& [story, scored] : out) {
    scored.score = score_story(article, state.stories[story], known);
  }
  note_near_misses(known);
  return out;
}

// The few that have most in common; `add` sees later whether they became one story.
void Grouper::Impl::note_near_misses(const std::map<uint32_t, Similarity>& known) {
  std::vector<NearMiss> near;
  const auto self = static_cast<uint32_t>(state.articles.size());
  for (const auto& [other, similar] : known) {
    const double least = similar.conflict > 0 ? kLink : kFollow;
    if (similar.shared >= least && similar.deeds >= kLinkDeeds)
      near.push_back({self, other, similar});
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
    return a.similarity.shared > b.similarity.shared;
  });
  if (near.size() > kMaxLinks) near.resize(kMaxLinks);
  state.near_misses.insert(state.near_misses.end(), near.begin(), near.end());
}

double Grouper::Impl::score_stories_together(const StoryState& a, const StoryState& b) const {
  double best = -1e9, sum = 0;
  const auto of_a = sample(a.members), of_b = sample(b.members);
  for (const uint32_t x : of_a) {
    for (const uint32_t y : of_b) {
      const double score = similarity(state.articles[x], state.articles[y], rarity()).score;
      best = std::max(best, score);
      sum += score;
    }
  }
  const double mean = sum / static_cast<double>(of_a.size() * of_b.size());
  return kBestShare * best + (1 - kBestShare) * mean;
}

void Grouper::Impl::enter(Fingerprint article) {
  const auto index = static_cast<uint32_t>(state.articles.size());
  article_by_id.emplace(article.article, index);
  for (const auto& feature : article.features) {
    ++state.articles_with[feature.key];
    post(postings[feature.key], index);
  }
  for (size_t i = 0; i < std::min(kIndexedPhrases, article.phrases.size()); ++i) {
    post(phrase_postings[article.phrases[i]], index);
  }
  state.articles.push_back(std::move(article));
  state.copy_of.push_back(index);
}

void Grouper::Impl::note_copies(uint32_t article, const std::vector<uint32_t>& near) {
  for (const uint32_t other : near) {
    if (!is_copy(state.articles[article], state.articles[other])) continue;
    const uint32_t a = state.original(article), b = state.original(other);
    state.copy_of[std::max(a, b)] = std::min(a, b);
  }
}

void Grouper::Impl::merge(uint32_t from, uint32_t into) {
  auto& source = state.stories[from];
  auto& target = state.stories[into];
  for (const uint32_t member : source.members) {
    state.story_of[member] = into;
    target.members.push_back(member);
  }
  std::sort(target.members.begin(), target.members.end());
  source.members.clear();
  redirects[source.id] = target.id;
}

Grouper::Grouper(std::shared_ptr<const knowledge::Knowledge> knowledge)
    : impl_(std::make_unique<Impl>()) {
  impl_->knowledge = std::move(knowledge);
}
Grouper::Grouper(Grouper&&) noexcept = default;
Grouper& Grouper::operator=(Grouper&&) noexcept = default;
Grouper::~Grouper() = default;

Change Grouper::add(const model::Annotated& annotated) {
  State& state = impl_->state;
  if (const auto seen = impl_->article_by_id.find(annotated.article.id);
      seen != impl_->article_by_id.end()) {
    return {state.stories[state.story_of[seen->second]].id, false, {}};
  }
  auto article = fingerprint(annotated, *impl_->knowledge, state.labels);
  const auto near = impl_->candidates(article);
  const auto scores = impl_->score_stories(article, near);

  std::vector<std::pair<double, uint32_t>> joined;  // best first, then the older story
  for (const auto& [story, scored] : scores) {
    if (scored.copy) {
      joined.emplace_back(-100.0, story);
    } else if (scored.score >= kJoin) {
      joined.emplace_back(-scored.score, story);
    }
  }
  std::sort(joined.begin(), joined.end());

  const auto index = static_cast<uint32_t>(state.articles.size());
  impl_->enter(std::move(article));
  Change change;
  if (joined.empty()) {
    const auto story = static_cast<uint32_t>(state.stories.size());
    state.stories.push_back({story_id(annotated.article.id), story, {index}});
    impl_->story_by_id.emplace(state.stories[story].id, story);
    state.story_of.push_back(story);
    change = {state.stories[story].id, true, {}};
  } else {
    uint32_t home = joined[0].second;
    state.story_of.push_back(home);
    state.stories[home].members.push_back(index);
    for (size_t i = 1; i < joined.size(); ++i) {
      uint32_t other = joined[i].second;
      const bool copy = joined[i].first == -100.0;
      if (!copy &&
          impl_->score_stories_together(state.stories[home], state.stories[other]) < kMerge) {
        continue;
      }
      if (other < home) std::swap(home, other);  // the older id stays
      impl_->merge(other, home);
      change.merged = state.stories[other].id;
    }
    change.story = state.stories[home].id;
  }
  impl_->note_copies(index, near);
  return change;
}

std::vector<model::Story> Grouper::stories() const { return describe(impl_->state); }

std::string Grouper::resolve(std::string_view story) const {
  std::string id(story);
  for (auto found = impl_->redirects.find(id); found != impl_->redirects.end();
       found = impl_->redirects.find(id)) {
    id = found->second;
  }
  return impl_->story_by_id.contains(id) ? id : std::string();
}

}  // namespace synoptic::group
