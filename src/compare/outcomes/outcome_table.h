// The matters of data/compare/outcomes.tsv, bound_outcomes.tsv and outcome_stems.tsv, and the words
// for each of their sides. Private to the room.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compare/outcomes/outcome_stems.h"
#include "compare/outcomes/outcome_words.h"
#include "compare/word_patterns.h"

namespace synoptic::compare {

constexpr uint32_t kNoMatter = 0;  // of words that hold one of a matter and say none of it

// What a word of the table stands for: a side of a matter, or what the matter is about.
struct Sense {
  static constexpr uint32_t kSenses = 4, kAbout = 3;  // of a matter

  uint32_t matter = kNoMatter, side = 0;

  static Sense of(uint32_t value) { return {value / kSenses, value % kSenses}; }
  uint32_t value() const { return kSenses * matter + side; }
  bool is_about() const { return side == kAbout; }
  bool operator==(const Sense&) const = default;
  Outcome outcome() const { return static_cast<Outcome>(static_cast<int>(side) - 1); }
};

struct MatterSide {  // of a matter: "accept" is that it was, "accept-" that it was not
  std::string_view matter;
  Outcome outcome = Outcome::kYes;

  explicit MatterSide(std::string_view written);
  MatterSide(std::string_view matter, Outcome outcome) : matter(matter), outcome(outcome) {}
  bool operator==(const MatterSide&) const = default;
};

struct OutcomeTable {
  static constexpr std::string_view kNone = "none";  // the name of kNoMatter

  std::vector<std::string> matters{std::string(kNone)};
  std::vector<bool> bound{false};  // per matter: its words count beside what it is about
  std::unordered_map<std::string_view, std::bitset<kMatterFlags>> flags;  // of matters, languages
  LanguagePatterns words;                                                 // values: senses
  OutcomeStems stems;                                                     // of all languages
  struct Contrary {
    Outcome own = Outcome::kYes;
    MatterSide other;
  };
  std::unordered_map<std::string_view, std::vector<Contrary>> against;  // of a matter
};

const OutcomeTable& outcome_table();

}  // namespace synoptic::compare
