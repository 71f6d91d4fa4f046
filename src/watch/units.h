// The sentences of two versions of an article laid side by side. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/model.h"
#include "watch/revision.h"

namespace synoptic::watch {

struct Unit {  // a sentence; the title is one
  uint32_t block = 0;
  Range range;
  std::string_view text;
  std::string key;               // folded words and the signs that change a number
  std::vector<uint64_t> words;   // sorted; where no blanks part them, pairs of characters
  std::optional<uint32_t> twin;  // the other version's sentence that it became
  bool same = false;             // to the byte
};

struct Version {
  explicit Version(const model::Annotated& annotated);

  const model::Annotated& annotated;
  std::vector<Unit> units;  // in reading order, the title first
  std::string folded;       // title and body, for asking whether a name still stands there

  // The unit that holds the beginning of the place.
  uint32_t unit_of(const model::Place& place) const;
  bool changed(const model::Place& place) const { return !units[unit_of(place)].same; }
  bool says(std::string_view text) const;
  Side side(const model::Place& place, std::string text, std::string norm) const;
  Side side(const Unit& unit) const;  // all of it

 private:
  std::map<uint32_t, uint32_t> first_unit_;  // of a block
};

// Sets twin and same on both sides. Titles are twins of each other.
void align(Version& before, Version& after);

// How much of both is the same, 0 … 1 (Dice), of two sorted lists.
double likeness(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);
std::vector<uint64_t> words_of(std::string_view text);

}  // namespace synoptic::watch
