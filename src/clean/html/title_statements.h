// What the elements of a page say its title is, and which of the statements is to be believed: the
// one that most of the others confirm, told as readers see it. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "clean/page.h"

namespace synoptic::clean {

struct TitleStatement {
  const TitleCandidate* candidate = nullptr;
  std::string text, key;           // without the site's name
  std::vector<std::string> words;  // what it is about
  double worth = 0;                // of all the elements that say the same, word for word
  size_t group = 0;                // statements of one group are versions of one headline
};

struct StatedTitles {
  std::vector<TitleStatement> statements;  // those of the chosen group first, the surest in front
  size_t versions = 0;                     // how many belong to that group
  const TitleStatement* chosen() const { return versions == 0 ? nullptr : &statements.front(); }
};

// `texts`: the candidates' words without the site's name, one for each.
StatedTitles weigh_titles(const std::vector<TitleCandidate>& candidates,
                          const std::vector<std::string>& texts);

}  // namespace synoptic::clean
