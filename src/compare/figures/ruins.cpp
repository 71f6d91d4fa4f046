#include "compare/figures/ruins.h"

#include <algorithm>

#include "base/table.h"
#include "compare/told_words.h"
#include "compare/word_patterns.h"
#include "text/characters.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kReach = 90;  // bytes between the figure and the word

// ruin <tab> language <tab> words
LanguagePatterns read_words() {
  LanguagePatterns out;
  for (const TableRow row : DataTable::embedded("compare/ruins.tsv", 3)) {
    const Ruin ruin = row[0] == "destroyed" ? Ruin::kDestroyed : Ruin::kDamaged;
    out.add(row[1], row[2], static_cast<uint32_t>(ruin));
  }
  return out;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), text::is_ascii_digit);
}

struct Found {
  Ruin ruin = Ruin::kNone;
  uint32_t distance = kReach;
  bool both = false;
};

// The word nearest to the end at which the figure stands, and whether its contrary is beside it.
Found nearest(const WordPatterns& words, std::string_view part, bool behind) {
  const std::string folded = text::fold_copy(part);
  const auto size = static_cast<uint32_t>(folded.size());
  Found found;
  const auto hits = words.find_longest(folded);
  for (const auto& hit : hits) {
    const uint32_t distance = behind ? hit.range.begin : size - hit.range.end;
    const auto between = std::string_view(folded).substr(behind ? 0 : hit.range.end, distance);
    if (distance >= kReach || has_digit(between)) continue;
    const auto ruin = static_cast<Ruin>(hit.value);
    found.both |= found.ruin != Ruin::kNone && ruin != found.ruin;
    if (distance < found.distance) found = {ruin, distance, found.both};
  }
  return found;
}

}  // namespace

Ruin ruin_of(const Telling& telling, const Claim& claim) {
  static const auto& languages = *new LanguagePatterns(read_words());
  if (claim.about != "households" && claim.about != "buildings damaged") return Ruin::kNone;
  const WordPatterns* words =
      languages.find(model::table_language(telling.annotated->article.lang));
  const Sentence& sentence = telling.sentences[claim.sentence];
  const auto own = range_in_sentence(sentence, claim);
  if (words == nullptr || !own) return Ruin::kNone;
  const auto front = nearest(*words, sentence.text.substr(0, own->begin), false);
  const auto back = nearest(*words, sentence.text.substr(own->end), true);
  const Found& best = back.distance <= front.distance ? back : front;
  return best.both ? Ruin::kNone : best.ruin;
}

bool are_of_other_ruin(const Claim& a, const Claim& b) {
  return a.ruin != Ruin::kNone && b.ruin != Ruin::kNone && a.ruin != b.ruin;
}

}  // namespace synoptic::compare
