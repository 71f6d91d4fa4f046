// Which matters a text speaks of and how they came out, by the words of data/compare/outcomes.tsv
// and bound_outcomes.tsv, and the words of denial beside them. Private to the room, and to what
// measures it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "compare/terms.h"

namespace synoptic::compare {

enum class Outcome : int8_t { kNo = -1, kOpen = 0, kYes = 1 };

struct OutcomeCue {
  std::string_view matter;  // "agree"
  Outcome outcome = Outcome::kYes;
  bool denied = false;  // in so many words: "not arrested"
  float sure = 1;       // how much the word means it; below 1 where only the lexicon says so
  Range range;          // of the word, in the text
  Range clause;         // … and of its clause
};

enum class MatterFlag : uint8_t {
  kState,      // time changes it: a later account may say the contrary of an earlier one
  kOnce,       // … but only from not yet to done
  kSole,       // a story has one of it at most: whoever speaks of it speaks of the same
  kDenied,     // … where one of them says that there was none
  kLoose,      // its words stand in every text
  kWaits,      // "not before …" is not yet
  kAsked,      // to refuse it is not to say that it was not made
  kCertainty,  // it is how sure an account is
  kBefore,     // of a language: it denies before the word
  kBehind,     // … or behind it
  kRival,      // made of two matters: to deny the one is not to say the other
  kBound,      // to a thing that a story has one of; its words count beside what it is about
  kDisputed,   // two sides tell it otherwise as a rule: it differs only in the names of two
};
constexpr size_t kMatterFlags = static_cast<size_t>(MatterFlag::kDisputed) + 1;

bool has_flag(std::string_view name, MatterFlag flag);

// Words of the table in the order of the text, then those of the lexicon. A clause that says a
// matter both ways says nothing. `terms`: of the text, where they are known.
std::vector<OutcomeCue> outcome_cues(std::string_view text, std::string_view lang,
                                     const Terms* terms = nullptr);

// The same of matters that are bound, by their own words alone: "refused to receive", whoever it
// was. It tells nothing by itself, but may contradict what another text says of the matter.
std::vector<OutcomeCue> loose_outcome_cues(std::string_view text, std::string_view lang);

}  // namespace synoptic::compare
