#include "eval/origins.h"

#include <algorithm>

#include "annotate/annotate.h"
#include "eval/rows.h"
#include "text/fold.h"

namespace synoptic::eval {
namespace {

// "the Guardian" and "The Guardian", "газета «Сноб»" and "Сноб".
bool holds(std::string_view a, std::string_view b) {
  const std::string one = text::fold_copy(a), other = text::fold_copy(b);
  if (one.empty() || other.empty()) return false;
  return one.find(other) != std::string::npos || other.find(one) != std::string::npos;
}

// By its name, or as it stands in the text.
bool is_told(const std::string& text, const std::string& gold, const model::Origin& got) {
  return holds(gold, got.name) || holds(gold, Range{got.span.begin, got.span.end}.of(text));
}

CaseMisses score(const std::string& text, const std::vector<std::string>& golds,
                 const std::vector<model::Origin>& found, OriginFigures& figures) {
  CaseMisses misses{text, {}};
  ++figures.cases;
  figures.gold += golds.size();
  figures.found += found.size();
  if (golds.empty()) {
    ++figures.empty;
    if (found.empty()) ++figures.silent;
  }
  std::vector<bool> used(found.size(), false);
  for (const std::string& gold : golds) {
    size_t at = 0;
    while (at < found.size() && (used[at] || !is_told(text, gold, found[at]))) ++at;
    if (at == found.size()) {
      misses.misses.push_back("missed  " + gold);
      continue;
    }
    used[at] = true;
    ++figures.matched;
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (!used[i]) misses.misses.push_back("wrong   " + found[i].name);
  }
  return misses;
}

}  // namespace

void OriginFigures::add(const OriginFigures& other) {
  cases += other.cases;
  gold += other.gold;
  found += other.found;
  matched += other.matched;
  empty += other.empty;
  silent += other.silent;
}

std::vector<std::pair<std::string_view, double>> OriginFigures::named() const {
  return {{"f1", f1_of(matched, found, gold)},
          {"precision", ratio(matched, found)},
          {"recall", ratio(matched, gold)},
          {"alike", ratio(silent, empty)}};
}

CaseLog evaluate_origins(const std::string& path, const CaseOptions& options,
                         const knowledge::Knowledge& knowledge, OriginFigures& figures) {
  const std::string lang = set_name(path);
  return each_case(path, options, [&](const simdjson::dom::element& row) -> Result<CaseMisses> {
    const auto told = golds_of(row, "origins");
    if (!told) return tl::unexpected(told.error());
    std::vector<std::string> golds;
    for (const auto gold : *told) {
      std::string_view name;
      if (gold.get(name) == simdjson::SUCCESS) golds.emplace_back(name);
    }
    const std::string text = string_at(row, "text");
    model::Article article = case_article(text, lang, "");
    article.blocks[0].source.append_linear(static_cast<uint32_t>(text.size()), 0);
    return score(text, golds, annotate::annotate(std::move(article), knowledge).article.origins,
                 figures);
  });
}

}  // namespace synoptic::eval
