// How a clause takes back or softens what it says, by the words of data/compare/polarity.tsv.
// Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::compare {

enum class Stance : uint8_t {
  kNot,    // it is not so
  kDeny,   // somebody says that it is not so
  kMaybe,  // it may be
  kFirst,  // as far as is known by now
  kOpen,   // not decided, not known
};

struct StanceCue {
  Stance stance = Stance::kNot;
  Range range;  // in the text
};

// Words that go on with something else: "and", "but". A denial before one does not reach behind it.
struct Joint {
  Range range;
  bool parts = false;  // "is and": what is denied behind it is another thing, too
};

// In the order of the text. `joints`, where asked for.
std::vector<StanceCue> stance_cues(std::string_view text, std::string_view lang,
                                   std::vector<Joint>* joints = nullptr);

// Words that say that somebody will not do it: "refused to", "declined to".
std::vector<Range> refusals(std::string_view text, std::string_view lang);

// All that the words of a text do to what stands beside them.
struct Turners {
  std::vector<StanceCue> stances;
  std::vector<Joint> joints;
  std::vector<Range> refusals;
  std::vector<Range> duties;      // "must", "has to": it is not done yet
  std::vector<Range> conditions;  // "if", "in case"
  std::vector<Range> openings;    // between a denial and what it denies: "that", "reports of"
  std::vector<Range> closings;    // … where the denial comes last
};
Turners turners(std::string_view text, std::string_view lang);

// Whether the word belongs to a noun whose phrase begins between the denial and it: "not among them
// is the convicted killer" denies no conviction.
bool is_in_noun(std::string_view text, std::string_view lang, Range denial, Range word);

// Commas, dashes, colons and semicolons.
bool has_clause_end(std::string_view text);
// The clause around the place: up to the commas, dashes, colons and semicolons on both sides.
Range clause_around(std::string_view sentence, Range place);

}  // namespace synoptic::compare
