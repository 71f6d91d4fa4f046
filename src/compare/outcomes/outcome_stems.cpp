#include "compare/outcomes/outcome_stems.h"

#include <algorithm>

namespace synoptic::compare {
namespace {

constexpr size_t kMostBytes = 1200;    // of one sentence, as terms.cpp has it
constexpr float kLeastWeight = 0.25F;  // of a word: below, it means something else as a rule

}  // namespace

void OutcomeStems::add(std::string_view english, uint32_t value) {
  for (const auto& reading : lexicon::Lexicon::load().readings(english, lexicon::kPivot)) {
    if (reading.term >= lexicon::kFirstOpenTerm || reading.weight < 0.9F) continue;
    const Meaning meaning{reading.term, value};
    const auto at = std::lower_bound(meanings_.begin(), meanings_.end(), meaning);
    if (at == meanings_.end() || *at != meaning) meanings_.insert(at, meaning);
  }
}

bool OutcomeStems::may_be_in(const Terms& terms) const {
  return std::any_of(terms.begin(), terms.end(), [&](const lexicon::WeightedTerm& term) {
    const auto at = std::lower_bound(meanings_.begin(), meanings_.end(), Meaning{term.term, 0});
    return at != meanings_.end() && at->term == term.term;
  });
}

std::vector<OutcomeStems::Hit> OutcomeStems::find(std::string_view text,
                                                  std::string_view lang) const {
  std::vector<Hit> said;
  for (const auto& reading : lexicon::Lexicon::load().readings(text.substr(0, kMostBytes), lang)) {
    if (reading.term >= lexicon::kFirstOpenTerm) continue;
    const Meaning first{reading.term, 0};
    for (auto at = std::lower_bound(meanings_.begin(), meanings_.end(), first);
         at != meanings_.end() && at->term == reading.term; ++at) {
      said.push_back({at->value, reading.weight, reading.source});
    }
  }
  std::sort(said.begin(), said.end(), [](const Hit& a, const Hit& b) {
    if (a.value != b.value) return a.value < b.value;
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.end < b.range.end;
  });
  std::vector<Hit> out;
  for (size_t i = 0; i < said.size();) {
    Hit word = said[i++];  // all that one word means of it
    for (; i < said.size() && said[i].value == word.value && said[i].range == word.range; ++i) {
      word.weight += said[i].weight;
    }
    if (word.weight < kLeastWeight) continue;
    const bool again =
        !out.empty() && out.back().value == word.value && out.back().range.overlaps(word.range);
    if (!again) {
      out.push_back(word);
    } else if (word.weight > out.back().weight) {
      out.back() = word;
    }
  }
  return out;
}

}  // namespace synoptic::compare
