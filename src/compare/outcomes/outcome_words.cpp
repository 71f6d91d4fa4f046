#include "compare/outcomes/outcome_words.h"

#include <algorithm>
#include <optional>

#include "compare/outcomes/outcome_table.h"
#include "compare/outcomes/parting_denials.h"
#include "compare/outcomes/polarity.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr uint32_t kBesideBytes = 36;      // between a word of denial and what it denies
constexpr uint32_t kRefusedBytes = 16;     // between a word of refusal and what is refused
constexpr float kMostGuessed = 0.9F;       // of a word that the lexicon alone knows
constexpr size_t kFarBehind = 60;          // characters: a denial behind what it cannot deny
constexpr uint32_t kBesideSpaceless = 12;  // … in a script without blanks

struct OutcomeWord {  // that says how a matter came out
  std::string_view matter;
  Outcome outcome = Outcome::kYes;
  Range range, clause;
  bool guessed = false;       // by the lexicon, from its stem alone
  std::vector<Range> others;  // words that say the same of it: "was not moved"
};

bool overlaps_any(Range range, const std::vector<Range>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const Range& other) { return other.overlaps(range); });
}

// What the words around an outcome make of it.
class Turning {
 public:
  // `reach`: between a word of denial and what it denies.
  Turning(std::string_view text, std::string_view lang)
      : text_(text),
        lang_(lang),
        words_(turners(text, lang)),
        denies_before_(has_flag(lang, MatterFlag::kBefore)),
        denies_behind_(has_flag(lang, MatterFlag::kBehind)) {}

  // None: it may be so, and says nothing. A denial further off in the clause leaves it doubtful.
  std::optional<Outcome> turned(const OutcomeWord& word, uint32_t reach) const;
  // "N'a pas signé": the denial stands in the word.
  bool is_denied_within(const Range& parts) const { return has_within(parts, Stance::kNot); }
  // "Nahm das Angebot nicht an": … among what stands between its own words. A word of which one
  // denies ("life * not in danger") is not turned: some languages deny twice.
  bool is_denied_between(const Range& word, const Range& between) const {
    bool denied = false;
    for (const StanceCue& cue : words_.stances) {
      if (cue.stance != Stance::kNot || !word.overlaps(cue.range)) continue;
      if (!between.contains(cue.range)) return false;
      denied = true;
    }
    return denied;
  }
  // "N'ont pas encore signé"
  bool is_open_within(const Range& parts) const { return has_within(parts, Stance::kOpen); }
  // "Refused to sign": it was not done. What is asked for was asked for all the same.
  bool is_refused(const OutcomeWord& word) const;
  bool is_denied_in(const Range& clause) const {
    return std::any_of(words_.stances.begin(), words_.stances.end(), [&](const StanceCue& cue) {
      return cue.stance == Stance::kNot && clause.overlaps(cue.range);
    });
  }

 private:
  bool goes_on_between(const Range& before, const Range& behind) const {
    return std::any_of(words_.joints.begin(), words_.joints.end(), [&](const Joint& joint) {
      return before.end <= joint.range.begin && joint.range.end <= behind.begin;
    });
  }
  bool is_parted(const OutcomeWord& word, const StanceCue& denial) const {
    return std::any_of(words_.joints.begin(), words_.joints.end(), [&](const Joint& joint) {
      return joint.parts && word.range.end <= joint.range.begin &&
             (joint.range.end <= denial.range.begin || joint.range.contains(denial.range));
    });
  }
  // "환자를 옮기지 않고 병실에 머물게": in a language that denies behind the word, what is denied
  // before it is another thing, but for a denial that is the word right before it ("못 찾았다").
  bool is_of_another(const OutcomeWord& word, const Range& denial) const {
    const bool right_before = denial.end + 1 == word.range.begin && text_[denial.end] == ' ';
    return denies_behind_ && denial.end <= word.range.begin && !right_before;
  }
  bool has_within(const Range& parts, Stance stance) const;
  bool denies_what_is_said(const OutcomeWord& word, const StanceCue& cue) const;
  bool is_due(const OutcomeWord& word) const;
  // "Will be handed over if the court agrees": nobody says whether it was. What waits for another
  // thing is not so yet.
  bool is_conditional(const OutcomeWord& word) const;
  std::optional<Outcome> settled(const OutcomeWord& word, bool turns, bool open) const;

  std::string_view text_, lang_;
  Turners words_;
  bool denies_before_ = false, denies_behind_ = false;
};

std::optional<Outcome> Turning::turned(const OutcomeWord& word, uint32_t reach) const {
  if (is_conditional(word)) return std::nullopt;
  bool turns = false, open = false;
  // "Nobody was not hurt" is no news: in many languages a denial is said twice.
  const bool denies =
      word.outcome == Outcome::kNo &&
      std::any_of(words_.stances.begin(), words_.stances.end(), [&](const StanceCue& cue) {
        return cue.stance == Stance::kNot && word.range.overlaps(cue.range);
      });
  for (const auto& cue : words_.stances) {
    if (denies && cue.stance == Stance::kNot) continue;
    // "The water is dirty, not fit to drink": the denial is one of another word that says the same.
    if (cue.stance == Stance::kNot && overlaps_any(cue.range, word.others)) continue;
    if (cue.stance == Stance::kNot && is_in_noun(text_, lang_, cue.range, word.range)) continue;
    const bool said = cue.stance == Stance::kDeny && denies_what_is_said(word, cue);
    // "No deal", "not guilty": the word is in the table with its denial, or its beginning.
    const bool begun = word.outcome != Outcome::kYes && cue.range.begin == word.range.end;
    if (!said && !word.clause.overlaps(cue.range)) continue;
    if (word.range.overlaps(cue.range) || begun) {
      // "Yıkılmadı": where a word denies at its end, its stem alone tells the contrary.
      turns = turns || (word.guessed && cue.stance == Stance::kNot &&
                        word.range.begin < cue.range.begin && cue.range.end == word.range.end);
      continue;
    }
    if (is_parted(word, cue)) continue;  // "is critical, and nobody was killed"
    if (cue.stance == Stance::kNot && is_of_another(word, cue.range)) continue;
    const bool behind = denies_before_ && cue.range.begin >= word.range.end;
    // "Stopped the mine of … which dug up the forest without a licence".
    if (behind && characters_between(text_, word.range, cue.range) >= kFarBehind) continue;
    const bool beside = !behind && word.range.distance(cue.range) <= reach &&
                        !goes_on_between(cue.range, word.range);
    if (cue.stance == Stance::kMaybe) return std::nullopt;
    if (cue.stance == Stance::kNot && !beside) return std::nullopt;
    if (cue.stance == Stance::kOpen && beside) open = true;
    // "The arrested man denies": another thing.
    if (cue.stance == Stance::kDeny &&
        ((!beside && !said) || has_flag(word.matter, MatterFlag::kAsked))) {
      return std::nullopt;
    }
    if (cue.stance == Stance::kDeny || cue.stance == Stance::kNot) turns = true;
  }
  return settled(word, turns, open);
}

std::optional<Outcome> Turning::settled(const OutcomeWord& word, bool turns, bool open) const {
  const bool due = !turns && word.outcome == Outcome::kYes && is_due(word);
  if ((turns || open || due) && has_flag(word.matter, MatterFlag::kRival)) return std::nullopt;
  if (word.outcome == Outcome::kOpen) return word.outcome;
  if (word.outcome == Outcome::kNo && has_flag(word.matter, MatterFlag::kWaits))
    return word.outcome;
  if (open || due) return Outcome::kOpen;
  return turns ? static_cast<Outcome>(-static_cast<int>(word.outcome)) : word.outcome;
}

// "The club denied reports that its coach …": what the denial is about follows, however long; in
// languages that deny at the end it stands before.
bool Turning::denies_what_is_said(const OutcomeWord& word, const StanceCue& cue) const {
  constexpr size_t kNear = 40;  // characters
  const auto is_near = [&](const Range& said) {
    return said.overlaps(cue.range) || characters_between(text_, said, cue.range) <= kNear;
  };
  if (cue.range.end <= word.range.begin) {
    return std::any_of(words_.openings.begin(), words_.openings.end(), [&](const Range& said) {
      // The clause may begin behind a comma.
      const bool reaches = word.clause.overlaps(cue.range) || word.clause.overlaps(said) ||
                           (said.end <= word.clause.begin && word.clause.begin - said.end <= 2);
      return said.begin >= cue.range.begin && said.end <= word.range.begin && is_near(said) &&
             reaches && !goes_on_between(said, word.range) &&
             !has_clause_end(Range{said.end, word.range.begin}.of(text_));
    });
  }
  return std::any_of(words_.closings.begin(), words_.closings.end(), [&](const Range& said) {
    return word.range.end <= said.begin && said.begin <= cue.range.begin && is_near(said) &&
           word.clause.overlaps(cue.range) && !goes_on_between(word.range, said) &&
           !has_clause_end(Range{word.range.end, said.begin}.of(text_));
  });
}

// "Would not say if he will appeal" says that it is open.
bool Turning::is_conditional(const OutcomeWord& word) const {
  if (has_flag(word.matter, MatterFlag::kWaits)) return false;
  return std::any_of(words_.conditions.begin(), words_.conditions.end(), [&](const Range& range) {
    if (!word.clause.overlaps(range) || word.range.overlaps(range)) return false;
    return std::none_of(words_.stances.begin(), words_.stances.end(), [&](const StanceCue& cue) {
      return (cue.stance == Stance::kNot || cue.stance == Stance::kOpen) &&
             word.clause.overlaps(cue.range) && cue.range.end <= range.begin;
    });
  });
}

// "Must sign", "imzalamak zorunda": what is done once is not done yet.
bool Turning::is_due(const OutcomeWord& word) const {
  if (!has_flag(word.matter, MatterFlag::kOnce)) return false;
  constexpr size_t kRightBefore = 12, kBeside = 24;  // characters
  return std::any_of(words_.duties.begin(), words_.duties.end(), [&](const Range& duty) {
    if (!word.clause.overlaps(duty)) return false;
    if (duty.overlaps(word.range)) return true;
    if (denies_before_ && duty.begin >= word.range.end) return false;
    const Range between{std::min(duty.end, word.range.end), std::max(duty.begin, word.range.begin)};
    return characters_between(text_, duty, word.range) <=
               (denies_before_ ? kRightBefore : kBeside) &&
           std::none_of(words_.joints.begin(), words_.joints.end(),
                        [&](const Joint& joint) { return between.contains(joint.range); });
  });
}

bool Turning::has_within(const Range& parts, Stance stance) const {
  return std::any_of(words_.stances.begin(), words_.stances.end(), [&](const StanceCue& cue) {
    return cue.stance == stance && parts.begin < cue.range.begin && cue.range.end < parts.end;
  });
}

bool Turning::is_refused(const OutcomeWord& word) const {
  if (has_flag(word.matter, MatterFlag::kAsked)) return false;
  return std::any_of(words_.refusals.begin(), words_.refusals.end(), [&](const Range& range) {
    const bool behind = range.begin >= word.range.end;
    if (!word.clause.overlaps(range) || word.range.overlaps(range) || (behind && denies_before_) ||
        is_of_another(word, range) || word.range.distance(range) > kRefusedBytes) {
      return false;
    }
    const Range between{std::min(word.range.end, range.end),
                        std::max(word.range.begin, range.begin)};
    return std::none_of(words_.joints.begin(), words_.joints.end(),
                        [&](const Joint& joint) { return between.contains(joint.range); });
  });
}

struct WordHit {
  Sense sense;
  float sure = 1;
  Range range;          // in the text
  Range between;        // as in WordPatterns
  Range about;          // what the matter is about, where that must be said
  bool parted = false;  // by a denial, without which it would be a word of the table
};

// "N'a pas tiré", "hat nicht gestanden", "have never been found": a word of the table once what
// denies it is taken out from between its parts.
void add_parted(const WordPatterns& patterns, const text::Folded& folded, std::string_view lang,
                std::vector<WordHit>& out) {
  const auto denials = parting_denials(folded.text, lang);
  if (denials.empty()) return;
  text::Folded plain = folded;
  std::vector<uint32_t> cuts;  // where they stood
  for (auto at = denials.rbegin(); at != denials.rend(); ++at) {
    for (uint32_t& cut : cuts) cut -= at->size();
    cuts.push_back(at->begin);
    plain.text.erase(at->begin, at->size());
    plain.origin.erase(plain.origin.begin() + at->begin, plain.origin.begin() + at->end);
  }
  for (const auto& hit : patterns.find(plain.text)) {
    const Sense sense = Sense::of(hit.value);
    const bool parted = std::any_of(cuts.begin(), cuts.end(), [&](uint32_t cut) {
      return hit.range.begin < cut && cut < hit.range.end;
    });
    if (!parted || sense.matter == kNoMatter || sense.is_about()) continue;
    if (sense.outcome() != Outcome::kYes) continue;  // "has not rejected" says nothing
    if (hit.apart && hit.between.empty()) continue;  // the denial stands where a word may
    Range range = plain.to_source(hit.range);
    for (size_t i = 0; i < cuts.size(); ++i) {
      const uint32_t denial = folded.origin[denials[denials.size() - 1 - i].begin];
      if (cuts[i] == hit.range.begin) range.begin = denial;  // the half that stands before it: "n'"
      if (cuts[i] == hit.range.end) range.end = denial;
    }
    out.push_back({sense, 1, range, {}, {}, true});
  }
}

// Words of the language's own, and those that the lexicon knows where no such word says the same.
std::vector<WordHit> hits_in(std::string_view text, std::string_view lang, const Terms* terms) {
  std::vector<WordHit> out;
  std::vector<Range> hidden;  // words that say none of it
  if (const WordPatterns* words = outcome_table().words.find(lang)) {
    const text::Folded folded = text::fold(text);
    const auto hits = words->find(folded.text);
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
      const Range between = hit.apart ? folded.to_source(hit.between) : Range{};
      out.push_back({sense, 1, folded.to_source(hit.range), between, {}});
    }
    add_parted(*words, folded, lang, out);
  }
  if (terms != nullptr && !outcome_table().stems.may_be_in(*terms)) return out;
  const size_t own = out.size();
  for (const auto& hit : outcome_table().stems.find(text, lang)) {
    if (overlaps_any(hit.range, hidden)) continue;
    const bool known = std::any_of(out.begin(), out.begin() + own, [&](const WordHit& other) {
      return other.sense.matter == Sense::of(hit.value).matter && other.range.overlaps(hit.range);
    });
    if (known) continue;
    out.push_back({Sense::of(hit.value), std::min(hit.weight, kMostGuessed), hit.range, {}, {}});
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

std::vector<OutcomeCue> cues_of(const std::vector<WordHit>& hits, std::string_view text,
                                std::string_view lang) {
  std::vector<OutcomeCue> out;
  if (hits.empty()) return out;
  const Turning words(text, lang);
  for (const auto& hit : hits) {
    const Range range = hit.range;
    const Range clause = clause_around(text, range);
    const bool spaceless = text::is_spaceless(text::decode(text, range.begin).value);
    OutcomeWord word{outcome_table().matters[hit.sense.matter],
                     hit.sense.outcome(),
                     range,
                     clause,
                     hit.sure < 1,
                     {}};
    for (const auto& other : hits) {
      const bool same = other.sense == hit.sense && other.sure == 1 && !other.parted;
      if (same && !other.range.overlaps(range)) word.others.push_back(other.range);
    }
    auto told = words.turned(word, spaceless ? kBesideSpaceless : kBesideBytes);
    if (!told) continue;
    const bool is_open = hit.parted && words.is_open_within(range);
    if (hit.parted && !is_open && !words.is_denied_within(range)) continue;
    const bool is_no = word.outcome == Outcome::kYes &&
                       ((hit.parted ? words.is_denied_within(range)
                                    : words.is_denied_between(range, hit.between)) ||
                        words.is_refused(word));
    if (is_no && (*told != Outcome::kYes || has_flag(word.matter, MatterFlag::kRival))) continue;
    if (is_no) told = is_open ? Outcome::kOpen : Outcome::kNo;
    const bool denied = is_no || words.is_denied_in(clause);
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

}  // namespace

std::vector<OutcomeCue> outcome_cues(std::string_view text, std::string_view lang,
                                     const Terms* terms) {
  return cues_of(told_in(text, lang, terms), text, lang);
}

std::vector<OutcomeCue> loose_outcome_cues(std::string_view text, std::string_view lang) {
  auto hits = hits_in(text, lang, nullptr);
  std::erase_if(hits, [](const WordHit& hit) {
    return hit.sense.is_about() || hit.sure < 1 || !outcome_table().bound[hit.sense.matter];
  });
  return cues_of(hits, text, lang);
}

}  // namespace synoptic::compare
