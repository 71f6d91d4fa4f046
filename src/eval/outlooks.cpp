#include "eval/outlooks.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/annotate.h"
#include "eval/overlap.h"
#include "eval/rows.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::eval {
namespace {

using simdjson::dom::element;

constexpr double kNearWords = 0.6;  // of the letters of the longer one

bool is_one_name(const std::string& gold, const std::string& got) {
  const std::string a = text::fold_copy(gold), b = text::fold_copy(got);
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

struct ClaimCase {
  std::string text;
  std::vector<element> golds;
};

Result<ClaimCase> claim_case(const element& row, const char* key) {
  const auto golds = golds_of(row, key);
  if (!golds) return tl::unexpected(golds.error());
  ClaimCase one{string_at(row, "text"), {}};
  for (const element gold : *golds) one.golds.push_back(gold);
  return one;
}

std::string shown(const model::Outlook& got) {
  return fmt::format("{}{} [{}] {}   ({})", got.modality,
                     got.polarity == model::Polarity::kNegative ? " not" : "",
                     got.holder ? got.holder->text : "-", got.text, got.rule);
}

std::string shown(const model::Standing& got) {
  return fmt::format("[{}] {} {} {} of {}   ({})", got.subject.name, got.rank, got.order, got.kind,
                     got.place.name, got.rule);
}

std::string shown(element gold) { return simdjson::minify(gold); }

bool is_told(const ClaimCase& one, element gold, const model::Outlook& got, ClaimFigures& figures) {
  const Range range = words_in(one.text, string_at(gold, "text"));
  if (range.empty() || got.modality != string_at(gold, "modality")) return false;
  if (overlap(one.text, range, got.at.range) < kNearWords) return false;
  const bool denied = string_at(gold, "polarity") == "-";
  figures.polarity.add((got.polarity == model::Polarity::kNegative) == denied ? 1 : 0);
  figures.holder.add(
      is_one_name(string_at(gold, "holder"), got.holder ? got.holder->text : "") ? 1 : 0);
  return true;
}

bool is_told(const ClaimCase&, element gold, const model::Standing& got, ClaimFigures&) {
  double rank = 0;
  if (gold.at_key("rank").get(rank) != simdjson::SUCCESS) return false;
  const std::string subject = string_at(gold, "subject");
  return (is_one_name(subject, got.subject.text) || is_one_name(subject, got.subject.name)) &&
         got.rank == static_cast<int>(rank) && got.order == string_at(gold, "order") &&
         got.kind == string_at(gold, "kind") &&
         is_one_name(string_at(gold, "place"), got.place.name);
}

template <typename Item>
CaseMisses score(const ClaimCase& one, const std::vector<Item>& found, ClaimFigures& figures) {
  CaseMisses misses{one.text, {}};
  ++figures.cases;
  figures.gold += one.golds.size();
  figures.found += found.size();
  if (one.golds.empty()) {
    ++figures.empty;
    if (found.empty()) ++figures.silent;
  }
  std::vector<bool> used(found.size(), false);
  for (const element gold : one.golds) {
    size_t at = 0;
    while (at < found.size() && (used[at] || !is_told(one, gold, found[at], figures))) ++at;
    if (at == found.size()) {
      misses.misses.push_back("missed  " + shown(gold));
      continue;
    }
    used[at] = true;
    ++figures.matched;
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (!used[i]) misses.misses.push_back("wrong   " + shown(found[i]));
  }
  return misses;
}

template <typename Item>
CaseLog evaluate(const std::string& path, const CaseOptions& options,
                 const knowledge::Knowledge& knowledge, const char* key,
                 std::vector<Item> model::Annotated::*list, ClaimFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, options, [&](const element& row) -> Result<CaseMisses> {
    const auto one = claim_case(row, key);
    if (!one) return tl::unexpected(one.error());
    const auto annotated = annotate::annotate(case_article(one->text, lang, ""), knowledge);
    return score(*one, annotated.*list, figures);
  });
}

}  // namespace

void ClaimFigures::add(const ClaimFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  matched += other.matched;
  holder.add(other.holder);
  polarity.add(other.polarity);
  empty += other.empty;
  silent += other.silent;
}

std::vector<std::pair<std::string_view, double>> ClaimFigures::named() const {
  return {{"f1", f1_of(matched, found, gold)},
          {"precision", ratio(matched, found)},
          {"recall", ratio(matched, gold)},
          {"alike", ratio(silent, empty)},
          {"holder", holder.count == 0 ? 1 : holder.value()},
          {"polarity", polarity.count == 0 ? 1 : polarity.value()}};
}

CaseLog evaluate_outlooks(const std::string& path, const CaseOptions& options,
                          const knowledge::Knowledge& knowledge, ClaimFigures& figures) {
  return evaluate(path, options, knowledge, "outlooks", &model::Annotated::outlooks, figures);
}

CaseLog evaluate_standings(const std::string& path, const CaseOptions& options,
                           const knowledge::Knowledge& knowledge, ClaimFigures& figures) {
  return evaluate(path, options, knowledge, "standings", &model::Annotated::standings, figures);
}

}  // namespace synoptic::eval
