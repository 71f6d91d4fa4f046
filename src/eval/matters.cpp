#include "eval/matters.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/outcomes/outcome_words.h"
#include "eval/rows.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

struct Expected {
  std::string matter;
  std::string side;  // "+", "-", "?"; empty: it must not be read
};

struct MatterCase {
  std::string text;
  std::vector<Expected> golds;
};

Result<MatterCase> matter_case(const element& row) {
  MatterCase one;
  one.text = string_at(row, "text");
  simdjson::dom::object matters;
  if (one.text.empty() || row.at_key("matters").get(matters) != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, "", "is no case: its text or its matters are missing");
  }
  for (const auto& [matter, side] : matters) {
    std::string_view word;
    if (side.get(word) != simdjson::SUCCESS) {
      return failure(ErrorCode::kMalformed, "", "gives a matter no side: +, -, ? or nothing");
    }
    one.golds.push_back({std::string(matter), std::string(word)});
  }
  return one;
}

std::string_view side_of(compare::Outcome outcome) {
  return outcome == compare::Outcome::kYes ? "+" : outcome == compare::Outcome::kNo ? "-" : "?";
}

// "+", "-", "?"; both ways: "+-"; empty where it is not read.
std::string read_side(const std::vector<compare::OutcomeCue>& cues, std::string_view matter) {
  std::string sides;
  for (const auto& cue : cues) {
    const std::string_view side = side_of(cue.outcome);
    if (cue.matter == matter && sides.find(side) == std::string::npos) sides += side;
  }
  return sides;
}

CaseMisses score(const MatterCase& one, const std::string& lang, AskedFigures& figures) {
  CaseMisses misses{one.text, {}};
  const auto cues = compare::outcome_cues(one.text, lang);
  ++figures.cases;
  for (const Expected& gold : one.golds) {
    const std::string side = read_side(cues, gold.matter);
    if (figures.count(!gold.side.empty(), !side.empty(), side == gold.side)) continue;
    misses.misses.push_back(
        gold.side.empty() ? fmt::format("wrong   {} {}", gold.matter, side)
        : side.empty()    ? fmt::format("missed  {} {}", gold.matter, gold.side)
                          : fmt::format("turned  {} {}: read as {}", gold.matter, gold.side, side));
  }
  return misses;
}

}  // namespace

CaseLog evaluate_matters(const std::string& path, const CaseOptions& options,
                         const knowledge::Knowledge&, AskedFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, options, [&](const element& row) -> Result<CaseMisses> {
    const auto one = matter_case(row);
    if (!one) return tl::unexpected(one.error());
    return score(*one, lang, figures);
  });
}

}  // namespace synoptic::eval
