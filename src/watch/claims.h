// The claims of two versions compared, a kind at a time. Private to the room.
#pragma once

#include <vector>

#include "watch/units.h"

namespace synoptic::watch {

struct Pair {  // two versions, aligned
  const Version& before;
  const Version& after;
};

using Changes = std::vector<Change>;

void compare_titles(const Pair& pair, Changes& out);
void compare_published(const Pair& pair, Changes& out);
void compare_figures(const Pair& pair, Changes& out);
void compare_dates(const Pair& pair, Changes& out);
void compare_names(const Pair& pair, Changes& out);   // of people and things, then places
void compare_quotes(const Pair& pair, Changes& out);  // direct ones
void compare_tone(const Pair& pair, Changes& out);    // polarity, modality, hedges
// What no claim of `out` tells: paragraphs and sentences that came and went, other words.
void compare_text(const Pair& pair, Changes& out);

// The two of one change.
Change make_change(std::string kind, std::string about, std::optional<Side> before,
                   std::optional<Side> after);

}  // namespace synoptic::watch
