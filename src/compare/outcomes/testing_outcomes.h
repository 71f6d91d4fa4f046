// What clauses say of a matter, by the words of the tables alone, for tests.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "compare/outcomes/outcome_words.h"

namespace synoptic::compare {

// Which side of the matter the text tells: "+", "-", "?" (open), or nothing.
inline std::string side_told(std::string_view matter, std::string_view lang,
                             std::string_view text) {
  for (const auto& cue : outcome_cues(text, lang)) {
    if (cue.matter != matter || cue.sure < 1) continue;
    return cue.outcome == Outcome::kYes ? "+" : cue.outcome == Outcome::kNo ? "-" : "?";
  }
  return "";
}

struct SideTold {
  std::string_view lang, side, text;
};

inline void expect_sides(std::string_view matter, std::initializer_list<SideTold> clauses) {
  for (const SideTold& one : clauses) {
    EXPECT_EQ(side_told(matter, one.lang, one.text), one.side) << matter << ": " << one.text;
  }
}

}  // namespace synoptic::compare
