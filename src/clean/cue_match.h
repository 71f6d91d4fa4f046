// Cue words (data/cues) at the front of a line, inside it, or making up all of it.
// Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "clean/page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

struct CueHit {
  const knowledge::Cue* cue = nullptr;
  Range range;          // of the cue's words in the line's text
  Range rest;           // what follows it, separators (colon, dash, blank) passed over
  bool colon = false;   // a colon stands between the two
  bool parted = false;  // a colon, blank, dash or stroke does
};

// At the front; leading quotation marks, dashes and bullets are passed over. In a script with
// spaces the cue ends at a word's end.
std::optional<CueHit> cue_in_front(const knowledge::Knowledge& knowledge, std::string_view kind,
                                   const Line& line);
// The first one anywhere in the line, on word boundaries.
std::optional<CueHit> cue_inside(const knowledge::Knowledge& knowledge, std::string_view kind,
                                 const Line& line, uint32_t from = 0);
// Whether a word ends at `at` of a folded text, or none stands there.
bool is_between_words(std::string_view folded, size_t at);
// Where the first word of a folded text begins; a copyright sign is one.
size_t first_word(std::string_view folded);
// The line says nothing but cues of the kind (and signs, digits).
bool all_cues(const knowledge::Knowledge& knowledge, std::string_view kind, const Line& line);
// The line as a cue table means it: value "line" asks for all_cues, "any" for a cue inside,
// otherwise one in front. nullptr: none of the kind.
const knowledge::Cue* cue_of_line(const knowledge::Knowledge& knowledge, std::string_view kind,
                                  const Line& line);
// The whole text is one cue of the kind.
const knowledge::Cue* whole_cue(const knowledge::Knowledge& knowledge, std::string_view kind,
                                std::string_view text);

}  // namespace synoptic::clean
