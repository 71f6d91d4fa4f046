// The stories as others see them: ordered articles, folded accounts, links. Private to the room.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "group/vector.h"
#include "group/window.h"
#include "model/story.h"

namespace synoptic::group {

// A story is known by the arrival number of its founding article, an account by that of its first
// article in arrival; both outlive the articles in the window.
struct StoryState {
  std::string id;
  std::vector<uint32_t> members;  // rising arrivals; empty once merged into another
  uint32_t into = 0;              // where it was merged to, where it was
};

struct NearMiss {
  uint32_t a = 0;  // arrivals
  uint32_t b : 31 = 0;
  uint32_t other_event : 1 = 0;  // specifics exclude each other
  float score = 0;
};

struct State {
  Window window;
  std::vector<uint32_t> story_of;    // per article from window.begin()
  std::vector<uint32_t> account_of;  // likewise
  std::unordered_map<uint32_t, StoryState> stories;
  std::deque<NearMiss> near_misses;  // rising a
  std::vector<Vector> vectors;  // likewise per article; may end early, with articles without one

  uint32_t& story(uint32_t article) { return story_of[article - window.begin()]; }
  uint32_t story(uint32_t article) const { return story_of[article - window.begin()]; }
  uint32_t& account(uint32_t article) { return account_of[article - window.begin()]; }
  uint32_t account(uint32_t article) const { return account_of[article - window.begin()]; }
  const Vector& vector(uint32_t article) const {
    static const Vector kNone;
    const size_t at = article - window.begin();
    return at < vectors.size() ? vectors[at] : kNone;
  }
};

// What an article does to the stories: decided once, applied now and whenever the state is
// restored.
struct Placement {
  bool fresh = true;               // not nearly the same text as one that is there
  uint32_t home = 0;               // its story after all merges
  std::string id;                  // of that story
  std::vector<uint32_t> merged;    // stories that become part of it
  std::vector<uint32_t> accounts;  // whose copy it is; none: an account of its own
  std::vector<NearMiss> misses;
  // After all this: articles of that story, the newcomer too perhaps, that become another one.
  std::vector<uint32_t> leaving;
  uint32_t new_story = 0;
  std::string new_id;
};

// An article's row at rest: where it was placed, its fingerprint, and its vector where it has one.
// One that was taken out has none of them: programs that do not know of this group all anew.
std::string to_row(const Placement& placement, const Fingerprint& article, const Vector& vector);
std::string row_of_removed(const Placement& placement);
struct Row {
  bool removed = false;
  Placement placement;
  Fingerprint article;
  Vector vector;
};
std::optional<Row> from_row(std::string_view bytes);

std::vector<model::Story> describe(const State& state);
// Some of them, by their numbers, with their links.
std::vector<model::Story> describe(const State& state, const std::set<uint32_t>& stories);

}  // namespace synoptic::group
