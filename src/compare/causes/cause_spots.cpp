#include "compare/causes/cause_spots.h"

#include <algorithm>
#include <optional>

#include "compare/causes/cause_table.h"
#include "compare/outcomes/polarity.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

// Characters between a cause and the word that says so, or takes it back.
constexpr size_t kCauseNear = 30, kCauseNearSpaceless = 14;
constexpr size_t kCauseNearBeside = 42;  // "the cause was, as the police said, a …"
constexpr size_t kCauseDenied = 24;

bool is_on_cause_side(uint32_t side, Range cue, Range word) {
  if (side == kCauseBehind) return cue.end <= word.begin;
  return side == kCauseBefore ? word.end <= cue.begin : !cue.overlaps(word);
}

// From the nearest word that says that it is a cause; none: nothing says so.
std::optional<size_t> cue_distance(std::string_view folded, Range word,
                                   const std::vector<WordPatterns::Hit>& cues) {
  const bool spaceless = text::is_spaceless(text::decode(folded, word.begin).value);
  std::optional<size_t> out;
  for (const auto& cue : cues) {
    if (!is_on_cause_side(cue.value, cue.range, word)) continue;
    const size_t near = spaceless                   ? kCauseNearSpaceless
                        : cue.value == kCauseBeside ? kCauseNearBeside
                                                    : kCauseNear;
    const size_t distance = characters_between(folded, cue.range, word);
    if (distance <= near) out = std::min(out.value_or(distance), distance);
  }
  return out;
}

bool is_ruled_out(std::string_view text, Range word, const std::vector<Range>& denials) {
  const Range clause = clause_around(text, word);
  return std::any_of(denials.begin(), denials.end(), [&](const Range& denial) {
    return clause.overlaps(denial) && !denial.overlaps(word) &&
           characters_between(text, denial, word) <= kCauseDenied;
  });
}

std::vector<Range> denials_in(const Sentence& sentence, std::string_view lang,
                              const text::Folded& folded) {
  std::vector<Range> out;
  if (const WordPatterns* none = cause_table().none.find(lang)) {
    for (const auto& hit : none->find(folded.text)) out.push_back(folded.to_source(hit.range));
  }
  for (const auto& cue : stance_cues(sentence.text, lang)) {
    if (cue.stance == Stance::kNot || cue.stance == Stance::kDeny) out.push_back(cue.range);
  }
  return out;
}

void read_causes(const Telling& telling, uint32_t index, uint32_t sentences,
                 std::vector<CauseSpot>& out) {
  const auto lang = model::table_language(telling.annotated->article.lang);
  const WordPatterns* words = cause_table().words.find(lang);
  const WordPatterns* cue_words = cause_table().cues.find(lang);
  if (words == nullptr) return;
  for (uint32_t j = 0; j < sentences && j < telling.sentences.size(); ++j) {
    const auto& sentence = telling.sentences[j];
    if (sentence.past) continue;
    const text::Folded& folded = sentence.folded;
    const auto hits = words->find_longest(folded.text);
    if (hits.empty()) continue;
    const auto cues =
        cue_words == nullptr ? std::vector<WordPatterns::Hit>() : cue_words->find(folded.text);
    const auto denials = denials_in(sentence, lang, folded);
    for (const auto& hit : hits) {
      const uint32_t kind = hit.value / 2;
      const bool alone = hit.value % 2 == 1;
      const auto distance = alone ? 0 : cue_distance(folded.text, hit.range, cues);
      const Range word = folded.to_source(hit.range);
      if (!distance || is_ruled_out(sentence.text, word, denials)) continue;
      const uint32_t begin = sentence.range.begin;
      out.push_back(
          {index, telling.account, j, kind, *distance, {word.begin + begin, word.end + begin}});
    }
  }
}

}  // namespace

std::vector<CauseSpot> cause_spots(const Input& input, const Passages& passages) {
  std::vector<CauseSpot> out;
  for (uint32_t i = 0; i < input.tellings.size(); ++i) {
    if (input.tellings[i].original) read_causes(input.tellings[i], i, passages.read_of(i), out);
  }
  return out;
}

}  // namespace synoptic::compare
