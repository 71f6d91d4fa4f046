#include "compare/figures/firsts.h"

#include <algorithm>

#include "base/table.h"
#include "compare/word_patterns.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kNone = 0, kFirst = 1;
constexpr size_t kMostOfTelling = 24;

const WordPatterns* patterns_of(std::string_view lang) {
  static const LanguagePatterns languages = [] {
    LanguagePatterns out;
    for (const TableRow row : DataTable::embedded("compare/firsts.tsv", 3)) {
      out.add(row[1], row[2], row[0] == "none" ? kNone : kFirst);
    }
    return out;
  }();
  return languages.find(lang);
}

bool has_later_rank(const Telling& telling) {
  constexpr double kMost = 20;  // "the fifth", not "31st of 83"
  return std::any_of(telling.claims.begin(), telling.claims.end(), [](const Claim& claim) {
    return claim.sort == "rank" && claim.value > 1 && claim.value <= kMost;
  });
}

void read_sentence(Telling& telling, uint32_t article, uint32_t index,
                   const WordPatterns& patterns) {
  const Sentence& sentence = telling.sentences[index];
  const text::Folded& folded = sentence.folded;
  const auto hits = patterns.find(folded.text);
  for (const auto& hit : hits) {
    const bool hidden = std::any_of(hits.begin(), hits.end(), [&](const auto& other) {
      return other.value == kNone && other.range.overlaps(hit.range);
    });
    if (hidden) continue;
    Range range = folded.to_source(hit.range);
    range.begin += sentence.range.begin;
    range.end += sentence.range.begin;
    const model::Place at{sentence.block, range, span_in_capture(telling, sentence.block, range)};
    const bool read =
        std::any_of(telling.claims.begin(), telling.claims.end(), [&](const Claim& claim) {
          return claim.slot != "place" && claim.at.block == at.block &&
                 claim.at.range.overlaps(range);
        });
    if (read) continue;
    Claim claim = claim_at(telling, article, at);
    claim.slot = claim.sort = "rank";
    claim.plain_ordinal = true;
    claim.value = claim.given = 1;
    claim.norm = "1";
    claim.text = std::string(slice(telling.annotated->article, at));
    claim.background = sentence.past;
    telling.claims.push_back(std::move(claim));
    return;  // one of a sentence says it
  }
}

}  // namespace

bool is_first(const Claim& claim) {
  return claim.sort == "rank" && claim.plain_ordinal && claim.value == 1;
}

void add_firsts(Input& input) {
  std::vector<bool> later;
  for (const auto& telling : input.tellings) later.push_back(has_later_rank(telling));
  const auto tellings = std::count(later.begin(), later.end(), true);
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    Telling& telling = input.tellings[i];
    if (tellings - (later[i] ? 1 : 0) == 0) continue;
    const auto* patterns = patterns_of(model::table_language(telling.annotated->article.lang));
    if (patterns == nullptr) continue;
    const size_t before = telling.claims.size();
    for (uint32_t j = 0; j < telling.sentences.size(); ++j) {
      if (telling.claims.size() - before >= kMostOfTelling) break;
      read_sentence(telling, i, j, *patterns);
    }
  }
}

}  // namespace synoptic::compare
