#include "eval/parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "compare/names/doer_table.h"
#include "compare/parts_told.h"
#include "eval/rows.h"
#include "text/fold.h"

namespace synoptic::eval {
namespace {

using compare::PartTold;
using simdjson::dom::element;

constexpr std::string_view kDayPrefix = "date ";  // before the name of a moment

struct ExpectedPart {
  std::string part;
  std::string words;  // empty: it must not be read
  Range at;
};

struct PartCase {
  std::string text, date;
  std::vector<ExpectedPart> golds;
};

Result<PartCase> part_case(const element& row) {
  PartCase one;
  one.text = string_at(row, "text");
  one.date = string_at(row, "date");
  simdjson::dom::object parts;
  if (one.text.empty() || row.at_key("parts").get(parts) != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, "", "is no case: its text or its parts are missing");
  }
  for (const auto& [part, value] : parts) {
    std::string_view words;
    if (value.get(words) != simdjson::SUCCESS) {
      return failure(ErrorCode::kMalformed, "", "gives a part no words that have it");
    }
    const Range at = words.empty() ? Range{} : words_in(one.text, words);
    if (!words.empty() && at.empty()) {
      return failure(ErrorCode::kMalformed, "", fmt::format("the text has no '{}'", words));
    }
    one.golds.push_back({std::string(part), std::string(words), at});
  }
  return one;
}

bool is_asked(const PartTold& told, std::string_view part) {
  if (!part.starts_with(kDayPrefix)) return told.part == part;
  return told.slot == "date" && told.part == part.substr(kDayPrefix.size());
}

// Why a part of a name or a body is not read, for who mends the tables.
std::string_view cause_of_miss(const std::string& text, const std::string& lang,
                               std::string_view part) {
  const auto folded = text::fold(text);
  const auto& table = compare::doer_table();
  for (const auto* languages : {&table.languages, &table.of_bodies}) {
    const auto* words = languages->find(lang);
    if (words == nullptr) continue;
    for (const auto& hit : words->find(folded.text)) {
      if (table.parts[hit.value / compare::kDoerSides].name == part) return "its words are there";
    }
  }
  return "no word";
}

CaseMisses score_parts(const PartCase& one, const std::string& lang,
                       const std::vector<PartTold>& told, AskedFigures& figures) {
  CaseMisses misses{one.text, {}};
  ++figures.cases;
  for (const ExpectedPart& gold : one.golds) {
    std::vector<std::string_view> read;
    bool right = true;  // of all that is read
    for (const PartTold& part : told) {
      if (!is_asked(part, gold.part)) continue;
      read.push_back(part.at.of(one.text));
      right = right && part.at.overlaps(gold.at);
    }
    const bool alike = gold.words.empty();
    if (figures.count(!alike, !read.empty(), right)) continue;
    misses.misses.push_back(alike ? fmt::format("wrong   {}: {}", gold.part, fmt::join(read, ", "))
                            : read.empty()
                                ? fmt::format("missed  {}: {} ({})", gold.part, gold.words,
                                              cause_of_miss(one.text, lang, gold.part))
                                : fmt::format("another {}: {}, read as {}", gold.part, gold.words,
                                              fmt::join(read, ", ")));
  }
  return misses;
}

}  // namespace

CaseLog evaluate_parts(const std::string& path, const CaseOptions& options,
                       const knowledge::Knowledge& knowledge, AskedFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, options, [&](const element& row) -> Result<CaseMisses> {
    const auto one = part_case(row);
    if (!one) return tl::unexpected(one.error());
    const auto annotated = annotate::annotate(case_article(one->text, lang, one->date), knowledge);
    return score_parts(*one, lang, compare::parts_told(annotated, knowledge), figures);
  });
}

}  // namespace synoptic::eval
