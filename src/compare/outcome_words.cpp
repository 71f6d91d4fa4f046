#include "compare/outcome_words.h"

#include <algorithm>
#include <optional>

#include "compare/outcome_table.h"
#include "compare/polarity.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kBesideBytes = 36;      // between a word of denial and what it denies
constexpr uint32_t kRefusedBytes = 16;     // between a word of refusal and what is refused
constexpr float kMostGuessed = 0.9F;       // of a word that the lexicon alone knows
constexpr uint32_t kBesideSpaceless = 12;  // … in a script without blanks

struct OutcomeWord {  // that says how a matter came out
  std::string_view matter;
  Outcome outcome = Outcome::kYes;
  Range range, clause;
};

// What the words beside it make of an outcome; none: it may be so, and says nothing.
// A denial further off in the clause leaves it doubtful.
std::optional<Outcome> turned(const OutcomeWord& word, std::string_view text, std::string_view lang,
                              uint32_t reach, bool denies_before,
                              const std::vector<StanceCue>& stances,
                              const std::vector<Joint>& joints) {
  bool turns = false, open = false;
  // "Nobody was not hurt" is no news: in many languages a denial is said twice.
  const bool denies = word.outcome == Outcome::kNo &&
                      std::any_of(stances.begin(), stances.end(), [&](const StanceCue& cue) {
                        return cue.stance == Stance::kNot && word.range.overlaps(cue.range);
                      });
  const auto goes_on_between = [&](const StanceCue& denial) {
    return std::any_of(joints.begin(), joints.end(), [&](const Joint& joint) {
      return denial.range.end <= joint.range.begin && joint.range.end <= word.range.begin;
    });
  };
  const auto is_parted = [&](const StanceCue& denial) {
    return std::any_of(joints.begin(), joints.end(), [&](const Joint& joint) {
      return joint.parts && word.range.end <= joint.range.begin &&
             joint.range.end <= denial.range.begin;
    });
  };
  for (const auto& cue : stances) {
    if (denies && cue.stance == Stance::kNot) continue;
    if (cue.stance == Stance::kNot && is_in_noun(text, lang, cue.range, word.range)) continue;
    // "No deal", "not guilty": the word is in the table with its denial, or its beginning.
    const bool begun = word.outcome != Outcome::kYes && cue.range.begin == word.range.end;
    if (!word.clause.overlaps(cue.range) || word.range.overlaps(cue.range) || begun) continue;
    if (is_parted(cue)) continue;  // "is critical, and nobody was killed"
    const bool behind = denies_before && cue.range.begin >= word.range.end;
    const bool beside = !behind && word.range.distance(cue.range) <= reach && !goes_on_between(cue);
    if (cue.stance == Stance::kMaybe) return std::nullopt;
    if (cue.stance == Stance::kNot && !beside) return std::nullopt;
    if (cue.stance == Stance::kOpen && beside) open = true;
    // "The arrested man denies": another thing.
    if (cue.stance == Stance::kDeny && (!beside || has_flag(word.matter, MatterFlag::kAsked))) {
      return std::nullopt;
    }
    if (cue.stance == Stance::kDeny || cue.stance == Stance::kNot) turns = true;
  }
  if ((turns || open) && has_flag(word.matter, MatterFlag::kRival)) return std::nullopt;
  if (word.outcome == Outcome::kOpen) return word.outcome;
  if (word.outcome == Outcome::kNo && has_flag(word.matter, MatterFlag::kWaits))
    return word.outcome;
  if (open) return Outcome::kOpen;
  return turns ? static_cast<Outcome>(-static_cast<int>(word.outcome)) : word.outcome;
}

struct WordHit {
  Sense sense;
  float sure = 1;
  Range range;         // in the text
  bool apart = false;  // as in WordPatterns
  Range about;         // what the matter is about, where that must be said
};

// "Nahm das Angebot nicht an": the denial stands between the parts of one word.
bool is_denied_within(const WordHit& hit, const std::vector<StanceCue>& stances) {
  return hit.apart && std::any_of(stances.begin(), stances.end(), [&](const StanceCue& cue) {
           return cue.stance == Stance::kNot && hit.range.begin < cue.range.begin &&
                  cue.range.end < hit.range.end;
         });
}

// "Refused to sign": it was not done. What is asked for was asked for all the same.
bool is_refused(const OutcomeWord& word, const std::vector<Range>& refusals, bool denies_before,
                const std::vector<Joint>& joints) {
  if (has_flag(word.matter, MatterFlag::kAsked)) return false;
  return std::any_of(refusals.begin(), refusals.end(), [&](const Range& range) {
    const bool behind = range.begin >= word.range.end;
    if (!word.clause.overlaps(range) || word.range.overlaps(range) || (behind && denies_before) ||
        word.range.distance(range) > kRefusedBytes) {
      return false;
    }
    const Range between{std::min(word.range.end, range.end),
                        std::max(word.range.begin, range.begin)};
    return std::none_of(joints.begin(), joints.end(),
                        [&](const Joint& joint) { return between.contains(joint.range); });
  });
}

bool overlaps_any(Range range, const std::vector<Range>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const Range& other) { return other.overlaps(range); });
}

// Words of the language's own, and those that the lexicon knows where no such word says the same.
std::vector<WordHit> hits_in(std::string_view text, std::string_view lang, const Terms* terms) {
  std::vector<WordHit> out;
  std::vector<Range> hidden;  // words that say none of it
  const auto language = outcome_table().languages.find(lang);
  if (language != outcome_table().languages.end()) {
    const text::Folded folded = text::fold(text);
    const auto hits = language->second.patterns().find(folded.text);
    for (const auto& hit : hits) {
      const Sense sense = Sense::of(hit.value);
      // The longer of two words of one matter: "no deal", "deal".
      const bool within = std::any_of(hits.begin(), hits.end(), [&](const auto& longer) {
        const Sense other = Sense::of(longer.value);
        return (other.matter == sense.matter || other.matter == kNoMatter) &&
               other.is_about() == sense.is_about() && longer.range.overlaps(hit.range) &&
               longer.range.size() > hit.range.size();
      });
      if (sense.matter == kNoMatter) hidden.push_back(folded.to_source(hit.range));
      if (within || sense.matter == kNoMatter) continue;
      out.push_back({sense, 1, folded.to_source(hit.range), hit.apart, {}});
    }
  }
  if (terms != nullptr && !outcome_table().stems.may_be_in(*terms)) return out;
  const size_t own = out.size();
  for (const auto& hit : outcome_table().stems.find(text, lang)) {
    if (overlaps_any(hit.range, hidden)) continue;
    const bool known = std::any_of(out.begin(), out.begin() + own, [&](const WordHit& other) {
      return other.sense.matter == Sense::of(hit.value).matter && other.range.overlaps(hit.range);
    });
    if (known) continue;
    out.push_back({Sense::of(hit.value), std::min(hit.weight, kMostGuessed), hit.range, false, {}});
  }
  return out;
}

// Those that say how a matter came out; of a matter that is bound, where the text says what it is
// about.
std::vector<WordHit> told_in(std::string_view text, std::string_view lang, const Terms* terms) {
  std::vector<WordHit> out = hits_in(text, lang, terms);
  std::vector<WordHit> about;
  std::copy_if(out.begin(), out.end(), std::back_inserter(about),
               [](const WordHit& hit) { return hit.sense.is_about(); });
  std::erase_if(out, [&](WordHit& hit) {
    if (hit.sense.is_about()) return true;
    if (!outcome_table().bound[hit.sense.matter]) return false;
    const WordHit* nearest = nullptr;
    for (const WordHit& other : about) {
      if (other.sense.matter != hit.sense.matter) continue;
      if (!nearest || hit.range.distance(other.range) < hit.range.distance(nearest->range))
        nearest = &other;
    }
    if (nearest) hit.about = nearest->range;
    return !nearest;
  });
  return out;
}

}  // namespace

std::vector<OutcomeCue> outcome_cues(std::string_view text, std::string_view lang,
                                     const Terms* terms) {
  std::vector<OutcomeCue> out;
  const auto hits = told_in(text, lang, terms);
  if (hits.empty()) return out;
  std::vector<Joint> joints;
  const auto stances = stance_cues(text, lang, &joints);
  const bool denies_before = has_flag(lang, MatterFlag::kBefore);
  const auto refused = refusals(text, lang);
  for (const auto& hit : hits) {
    const Range range = hit.range;
    const Range clause = clause_around(text, range);
    const bool spaceless = text::is_spaceless(text::decode(text, range.begin).value);
    const OutcomeWord word{outcome_table().matters[hit.sense.matter], hit.sense.outcome(), range,
                           clause};
    auto told = turned(word, text, lang, spaceless ? kBesideSpaceless : kBesideBytes, denies_before,
                       stances, joints);
    if (!told) continue;
    const bool is_no =
        word.outcome == Outcome::kYes &&
        (is_denied_within(hit, stances) || is_refused(word, refused, denies_before, joints));
    if (is_no && (*told != Outcome::kYes || has_flag(word.matter, MatterFlag::kRival))) continue;
    if (is_no) told = Outcome::kNo;
    const bool denied =
        is_no || std::any_of(stances.begin(), stances.end(), [&](const StanceCue& cue) {
          return cue.stance == Stance::kNot && clause.overlaps(cue.range);
        });
    out.push_back({word.matter, *told, denied, hit.sure, range, clause});
    if (hit.about.size() > 0) {
      const Range of = clause_around(text, hit.about);
      out.back().clause = {std::min(clause.begin, of.begin), std::max(clause.end, of.end)};
    }
  }
  // Of two contrary words one that the lexicon alone knows does not count.
  std::vector<bool> both(out.size(), false);
  for (size_t i = 0; i < out.size(); ++i) {
    both[i] = std::any_of(out.begin(), out.end(), [&](const OutcomeCue& other) {
      return other.matter == out[i].matter && other.clause.overlaps(out[i].clause) &&
             other.outcome != out[i].outcome && (other.sure == 1 || out[i].sure < 1);
    });
  }
  size_t at = 0;
  std::erase_if(out, [&](const OutcomeCue&) { return both[at++]; });
  return out;
}

}  // namespace synoptic::compare
