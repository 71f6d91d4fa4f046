#include "group/placing.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "base/hash.h"
#include "group/bounds.h"
#include "group/slots.h"
#include "group/splitting.h"

namespace synoptic::group {
namespace {

std::string story_id(std::string_view article) { return "s" + sha256_hex(article).substr(0, 12); }

// At most kMaxMembers of them, spread evenly, first and last included.
std::vector<uint32_t> sample(const std::vector<uint32_t>& members) {
  if (members.size() <= kMaxMembers) return members;
  std::vector<uint32_t> out;
  for (size_t i = 0; i < kMaxMembers; ++i) {
    out.push_back(members[i * (members.size() - 1) / (kMaxMembers - 1)]);
  }
  return out;
}

constexpr float kNoScore = -1e9F;
constexpr float kMouldOfCopy = 0.4F;  // more: the names and figures are others
constexpr float kOneMould = 6;        // what the same phrases with others speak against one event

struct Scored {
  uint32_t story = 0;
  float score = 0;
  bool copy = false;
};

struct Asked {  // a story that the newcomer may belong to, with its score with some of it
  uint32_t story = 0;
  bool copy = false;
  uint32_t count = 0;
  std::array<std::pair<uint32_t, float>, kMaxOfOneStory + kMaxMembers> members;
  std::vector<uint32_t> others;  // some that stand for the whole story

  void add(uint32_t member, float score) { members[count++] = {member, score}; }
  std::span<std::pair<uint32_t, float>> all() { return {members.data(), count}; }
};

// A few dozen at most: a search along them is faster than a table.
Asked& asked_of(std::vector<Asked>& stories, uint32_t story) {
  for (auto& one : stories) {
    if (one.story == story) return one;
  }
  Asked& fresh = stories.emplace_back();
  fresh.story = story;
  return fresh;
}

class Placer {
 public:
  Placer(const State& state, const Model& model, const Newcomer& newcomer)
      : state_(state), model_(model), newcomer_(newcomer) {}

  Placement place();

 private:
  float score(uint32_t other);
  std::vector<uint32_t> believed(const std::vector<uint32_t>& copies);
  bool is_same_text(uint32_t other) const;
  bool is_of_template(uint32_t other) const;
  std::vector<Asked> near() const;
  void ask_further(Asked& asked) const;
  float score_story(Asked& asked);
  std::vector<Scored> score_stories(const std::vector<uint32_t>& copies);
  bool are_one(const StoryState& a, const StoryState& b) const;
  void choose_home(const std::vector<Scored>& joined, Placement& out) const;
  void keep_best_misses(Placement& out) const;
  // Of the newcomer, too.
  const Fingerprint& fingerprint(uint32_t article) const {
    return article == state_.window.end() ? newcomer_.article : state_.window.at(article);
  }
  const Vector& vector_of(uint32_t article) const {
    return article == state_.window.end() ? newcomer_.vector : state_.vector(article);
  }
  std::vector<std::string_view> languages_of(const std::vector<uint32_t>& articles) const;
  void score_each(const std::vector<uint32_t>& articles, const std::vector<size_t>& some,
                  Scores& scores) const;
  std::vector<uint32_t> members_after(const Placement& placed) const;
  uint32_t account_after(const Placement& placed, uint32_t article) const;
  bool tears_copies(const Placement& placed, const std::vector<uint32_t>& members,
                    const Halves& halves) const;
  void split(Placement& out) const;

  const State& state_;
  const Model& model_;
  const Newcomer& newcomer_;
  std::vector<NearMiss> misses_;
  std::vector<uint32_t> of_mould_;  // articles with the newcomer's phrases and other names; rising
};

float Placer::score(uint32_t other) {
  const Pair pair = newcomer_.subject.compare(state_.window.at(other));
  float score = model_.score(pair) + blend(newcomer_.vector, state_.vector(other));
  const bool of_mould = std::binary_search(of_mould_.begin(), of_mould_.end(), other);
  if (of_mould) score -= kOneMould;
  // All that a template says speaks for one event, and there may be much of it.
  if (score >= model_.join && is_of_template(other)) score = -kOneMould;
  if (score >= model_.link && are_near(newcomer_.article, state_.window.at(other), pair)) {
    const bool other_event = pair[Evidence::kOtherPlaces] + pair[Evidence::kOtherCountries] +
                                 pair[Evidence::kOtherDays] >
                             0;
    misses_.push_back({state_.window.end(), other, other_event ? 1U : 0U, score});
  }
  return score;
}

// Of a short text the site's own lines may be the most: they make it a copy of any other article of
// the site. Without terms nothing else is known. Two items of one mould share most of their
// phrases, too.
std::vector<uint32_t> Placer::believed(const std::vector<uint32_t>& copies) {
  std::vector<uint32_t> out;
  for (const uint32_t other : copies) {
    const Pair pair = newcomer_.subject.compare(state_.window.at(other));
    const bool is_bare = pair[Evidence::kBare] > 0;
    if (pair[Evidence::kMould] > kMouldOfCopy || is_of_another_event(pair) ||
        are_filled_otherwise(newcomer_.article, state_.window.at(other)) ||
        (!is_bare && is_of_lines_alone(pair) && !is_same_text(other))) {
      of_mould_.push_back(other);
      continue;
    }
    if (is_bare ||
        model_.score(pair) + blend(newcomer_.vector, state_.vector(other)) >= model_.copy) {
      out.push_back(other);
    }
  }
  return out;
}

bool Placer::is_same_text(uint32_t other) const {
  return overlap(newcomer_.article, newcomer_.phrases, state_.window.at(other)).jaccard >=
         kSameText;
}

// Of a long series only the latest are found by their phrases.
bool Placer::is_of_template(uint32_t other) const {
  const Fingerprint& article = state_.window.at(other);
  return is_copy(newcomer_.article, article,
                 overlap(newcomer_.article, newcomer_.phrases, article)) &&
         are_filled_otherwise(newcomer_.article, article);
}

std::vector<Asked> Placer::near() const {
  std::vector<Asked> out;
  out.reserve(kMaxCandidates + kMaxCopyCandidates);
  size_t taken = 0;
  for (const auto& candidate : state_.window.candidates(newcomer_.article, 4 * kMaxCandidates)) {
    if (taken == kMaxCandidates) break;
    Asked& asked = asked_of(out, state_.story(candidate.article));
    if (asked.count == kMaxOfOneStory) continue;
    asked.add(candidate.article, 0);
    state_.window.soon(candidate.article);
    ++taken;
  }
  return out;
}

// Who will be asked is on the way from memory before the first of them is.
void Placer::ask_further(Asked& asked) const {
  float best = kNoScore;
  for (const auto& [other, value] : asked.all()) best = std::max(best, value);
  if (!asked.copy && best < model_.join - kHopeless) return;
  asked.others = sample(state_.stories.at(asked.story).members);
  for (const uint32_t member : asked.others) state_.window.soon(member);
}

// The members that were found, and some that stand for the whole.
float Placer::score_story(Asked& asked) {
  const auto found = asked.all();
  for (const uint32_t member : asked.others) {
    const bool there = std::any_of(found.begin(), found.end(),
                                   [&](const auto& one) { return one.first == member; });
    if (!there) asked.add(member, score(member));
  }
  const auto members = asked.all();
  std::sort(members.begin(), members.end());  // sums do not hang on the order of asking
  float best = kNoScore;
  double sum = 0;
  for (const auto& [other, value] : members) {
    best = std::max(best, value);
    sum += value;
  }
  const float mean = static_cast<float>(sum / static_cast<double>(members.size()));
  return model_.best_share * best + (1 - model_.best_share) * mean;
}

std::vector<Scored> Placer::score_stories(const std::vector<uint32_t>& copies) {
  auto stories = near();
  for (auto& asked : stories) {
    for (auto& [other, value] : asked.all()) value = score(other);
  }
  for (const uint32_t other : copies) asked_of(stories, state_.story(other)).copy = true;
  std::vector<Scored> out;
  for (auto& asked : stories) ask_further(asked);
  for (auto& asked : stories) {
    if (asked.others.empty()) continue;
    const float score = score_story(asked);
    if (asked.copy || score >= model_.join) out.push_back({asked.story, score, asked.copy});
  }
  // Copies first, then the best, then the older.
  std::sort(out.begin(), out.end(), [](const Scored& a, const Scored& b) {
    if (a.copy != b.copy) return a.copy;
    return a.score != b.score ? a.score > b.score : a.story < b.story;
  });
  return out;
}

bool Placer::are_one(const StoryState& a, const StoryState& b) const {
  float best = kNoScore;
  double sum = 0, texts = 0;
  const auto of_a = sample(a.members), of_b = sample(b.members);
  std::array<float, kMaxMembers * kMaxMembers> across;
  size_t at = 0;
  for (const uint32_t x : of_a) state_.window.soon(x);
  for (const uint32_t y : of_b) state_.window.soon(y);
  for (const uint32_t x : of_a) {
    const Subject subject(state_.window.at(x));
    for (const uint32_t y : of_b) {
      const Pair pair = subject.compare(state_.window.at(y));
      const float value = model_.score(pair) + blend(state_.vector(x), state_.vector(y));
      best = std::max(best, value);
      sum += value;
      texts += pair[Evidence::kTexts];
      across[at++] = value;
    }
  }
  const auto pairs = static_cast<double>(of_a.size() * of_b.size());
  const float mean = static_cast<float>(sum / pairs);
  if (model_.best_share * best + (1 - model_.best_share) * mean <
      model_.bar_of_merging(static_cast<float>(texts / pairs))) {
    return false;
  }
  if (std::min(of_a.size(), of_b.size()) < 2) return true;
  std::vector<uint32_t> both = of_a;
  both.insert(both.end(), of_b.begin(), of_b.end());
  Scores scores(languages_of(both));
  Halves halves;
  for (size_t i = 0; i < of_a.size(); ++i) halves.first.push_back(i);
  for (size_t j = of_a.size(); j < both.size(); ++j) halves.second.push_back(j);
  at = 0;
  for (const size_t i : halves.first) {
    for (const size_t j : halves.second) scores.set(i, j, across[at++]);
  }
  score_each(both, halves.first, scores);
  score_each(both, halves.second, scores);
  return !are_two(scores, halves, model_);
}

void Placer::choose_home(const std::vector<Scored>& joined, Placement& out) const {
  if (joined.empty()) {
    out.home = state_.window.end();
    out.id = story_id(newcomer_.article.article());
    return;
  }
  out.home = joined[0].story;
  for (size_t i = 1; i < joined.size(); ++i) {
    const uint32_t other = joined[i].story;
    if (joined[i].copy || are_one(state_.stories.at(joined[0].story), state_.stories.at(other))) {
      out.merged.push_back(other);
    }
  }
  // The oldest id stays.
  for (uint32_t& other : out.merged) {
    if (other < out.home) std::swap(other, out.home);
  }
  out.id = state_.stories.at(out.home).id;
}

// Of each story that was not joined the best is enough.
void Placer::keep_best_misses(Placement& out) const {
  out.misses = misses_;
  std::erase_if(out.misses, [&](const NearMiss& miss) {
    const uint32_t story = state_.story(miss.b);
    return story == out.home ||
           std::find(out.merged.begin(), out.merged.end(), story) != out.merged.end();
  });
  std::stable_sort(out.misses.begin(), out.misses.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  if (out.misses.size() > kMaxLinks) out.misses.resize(kMaxLinks);
  std::vector<uint32_t> seen;
  std::erase_if(out.misses, [&](const NearMiss& miss) {
    const uint32_t story = state_.story(miss.b);
    if (std::find(seen.begin(), seen.end(), story) != seen.end()) return true;
    seen.push_back(story);
    return false;
  });
}

std::vector<std::string_view> Placer::languages_of(const std::vector<uint32_t>& articles) const {
  std::vector<std::string_view> out;
  for (const uint32_t article : articles) out.push_back(fingerprint(article).lang());
  return out;
}

// Some of the articles with one another.
void Placer::score_each(const std::vector<uint32_t>& articles, const std::vector<size_t>& some,
                        Scores& scores) const {
  for (const size_t i : some) {
    const Subject subject(fingerprint(articles[i]));
    const Vector& vector = vector_of(articles[i]);
    for (const size_t j : some) {
      if (j >= i) break;
      Pair pair = subject.compare(fingerprint(articles[j]));
      pair[Evidence::kMould] = 0;  // it parts all of one mould, whichever event they tell
      scores.set(i, j, model_.score(pair) + blend(vector, vector_of(articles[j])));
    }
  }
}

std::vector<uint32_t> Placer::members_after(const Placement& placed) const {
  std::vector<uint32_t> out = state_.stories.at(placed.home).members;
  for (const uint32_t story : placed.merged) {
    const auto& members = state_.stories.at(story).members;
    out.insert(out.end(), members.begin(), members.end());
  }
  out.push_back(state_.window.end());
  std::sort(out.begin(), out.end());
  return out;
}

uint32_t Placer::account_after(const Placement& placed, uint32_t article) const {
  const uint32_t account = article == state_.window.end() ? article : state_.account(article);
  const bool joins =
      article == state_.window.end() ||
      std::find(placed.accounts.begin(), placed.accounts.end(), account) != placed.accounts.end();
  return joins && !placed.accounts.empty() ? placed.accounts[0] : account;
}

bool Placer::tears_copies(const Placement& placed, const std::vector<uint32_t>& members,
                          const Halves& halves) const {
  return std::any_of(halves.first.begin(), halves.first.end(), [&](size_t i) {
    return std::any_of(halves.second.begin(), halves.second.end(), [&](size_t j) {
      return account_after(placed, members[i]) == account_after(placed, members[j]);
    });
  });
}

// The half without the oldest article becomes a new story, named like one that its first article
// founded would be; an article that founded one already lends its name to no other.
void Placer::split(Placement& out) const {
  if (out.home == state_.window.end()) return;
  const auto members = members_after(out);
  if (!is_time_to_split(state_.stories.at(out.home).members.size(), members.size())) return;
  Scores scores(languages_of(members));
  std::vector<size_t> all(members.size());
  std::iota(all.begin(), all.end(), size_t{0});
  score_each(members, all, scores);
  const Halves halves = halves_of(scores);
  if (!are_two(scores, halves, model_) || tears_copies(out, members, halves)) return;
  const auto founder = std::find_if(halves.second.begin(), halves.second.end(),
                                    [&](size_t i) { return !state_.stories.contains(members[i]); });
  if (founder == halves.second.end()) return;
  const uint32_t newest = state_.window.end();
  const auto last = [&](const std::vector<size_t>& half) { return members[half.back()]; };
  for (const size_t i : halves.second) out.leaving.push_back(members[i]);
  out.new_story = members[*founder];
  out.new_id = story_id(fingerprint(out.new_story).article());
  const bool leaves = last(halves.second) == newest;
  const auto& others = leaves ? halves.first : halves.second;
  out.misses.push_back({newest, last(others), 1U, scores.of(members.size() - 1, others.back())});
}

Placement Placer::place() {
  Placement out;
  const auto found = state_.window.copies_of(newcomer_.article, newcomer_.phrases);
  const auto copies = believed(found.articles);
  out.fresh = !found.same || copies.empty();
  choose_home(score_stories(copies), out);
  for (const uint32_t other : copies) {
    const uint32_t account = state_.account(other);
    if (std::find(out.accounts.begin(), out.accounts.end(), account) == out.accounts.end()) {
      out.accounts.push_back(account);
    }
  }
  keep_best_misses(out);
  split(out);
  return out;
}

}  // namespace

Placement decide(const State& state, const Model& model, const Newcomer& newcomer) {
  return Placer(state, model, newcomer).place();
}

}  // namespace synoptic::group
