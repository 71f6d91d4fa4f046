#include "annotate/events/events_status.h"

#include <algorithm>
#include <tuple>

#include "annotate/events/hollow_offers.h"
#include "annotate/events/verb_chains.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kNegationReach = 4;       // words before the trigger
constexpr size_t kNegationReachTight = 8;  // characters
constexpr size_t kModalityReach = 14;
constexpr std::string_view kHeld = "held";                     // behind a noun of what is to come
constexpr std::string_view kPlannedToBeHeld = "planned held";  // and before a verb

bool is_tight(const Sentence& s, const Trigger& trigger) {
  return s.token(trigger.match.begin).spaceless;
}

// "Не напал ли он", "чи не напав він": whether he did is asked, and nothing denied.
bool is_asked(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  const size_t first = trigger.match.begin, behind = trigger.match.end;
  if (behind < s.end && s.mark(behind).question) return true;
  for (size_t at = first; at > bounds.part_begin;) {
    --at;
    if (s.mark(at).question) return true;
    if (!s.mark(at).negation && !s.mark(at).adverb && !s.mark(at).pronoun) return false;
  }
  return false;
}

// Whether the word at `at` denies what begins at `end`: 未逮捕, but not 未明に逮捕, "before dawn".
bool denies(const Sentence& s, size_t at, size_t end) {
  if (!s.mark(at).negation || s.mark(at).name >= 0) return false;
  for (size_t between = at + 1; s.mark(at).negation_next && between < end; ++between) {
    if (!s.mark(between).adverb && !s.mark(between).negation) return false;
  }
  return true;
}

// "The meeting of X and Y did not take place", "공격은 없었다".
bool is_not_held(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  const size_t end = trigger.match.end;
  const bool verb_last = s.grammar->order == WordOrder::kVerbLast;
  if (trigger.form != TriggerForm::kNoun && !verb_last && !is_tight(s, trigger)) {
    return end < s.end && s.mark(end).not_held;
  }
  for (size_t at = end; at < s.end && at < end + kModalityReach; ++at) {
    const Mark& mark = s.mark(at);
    if (mark.not_held) return true;
    if (mark.trigger >= 0 || mark.boundary || s.token(at).kind == TokenKind::kStop) break;
    if (parts_clauses(s, at)) break;
  }
  for (size_t at = end; at < bounds.end; ++at) {
    const Mark& mark = s.mark(at);
    if (mark.denies_before) return true;
    if (mark.name >= 0 || !s.is_word(at)) return false;
    // The verb behind a noun of doing: "görüşme olmadı".
    if (verb_last && !s.token(at).spaceless &&
        s.grammar->ending(WordClass::kNegationAfter, s.token(at).folded) != nullptr) {
      return true;
    }
    if (!mark.adverb) return false;
  }
  return false;
}

bool negated(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  const size_t first = trigger.match.begin;
  const size_t reach = is_tight(s, trigger) ? kNegationReachTight : kNegationReach;
  size_t from = std::max(bounds.part_begin, first > reach ? first - reach : 0);
  // Where the verb is last, what is asked for stands before it with its own denial: "न देने की अपील",
  // しないよう求めた.
  const bool asks = trigger.action->has_content || trigger.action->controls;
  if (asks && s.grammar->order == WordOrder::kVerbLast)
    from = std::max(from, first - std::min<size_t>(first, 1));
  const bool verb_last = s.grammar->order == WordOrder::kVerbLast;
  const bool deed = trigger.form != TriggerForm::kNoun && !is_tight(s, trigger);
  for (size_t at = from; at < first; ++at) {
    if (denies(s, at, first) && (deed || !is_beside(s, at, first))) return true;
  }
  // Two-part words carry it inside too: "hat das Angebot nicht angenommen".
  for (size_t at = trigger.match.gap_begin; at < trigger.match.gap_end; ++at) {
    if (at > first && denies(s, at, trigger.match.gap_end)) return true;
  }
  const size_t to = std::min(bounds.end, trigger.match.end + kNegationReach);
  for (size_t at = trigger.match.end; at < to; ++at) {
    if (s.mark(at).negation_after && s.mark(at).name < 0) {
      return !verb_last || !is_beside(s, trigger.match.end, std::min(s.end, at + 1));
    }
  }
  if (is_not_held(s, trigger, bounds)) return true;
  // Verb-last languages write it into the verb itself.
  const auto* ending =
      s.grammar->ending(WordClass::kNegationAfter, s.token(trigger.match.end - 1).folded);
  return ending != nullptr && s.grammar->order == WordOrder::kVerbLast && !is_tight(s, trigger);
}

// "The visit of X to Y is planned for May".
bool is_to_be_held(const Sentence& s, const Trigger& trigger) {
  if (trigger.form != TriggerForm::kNoun && !is_tight(s, trigger)) return false;
  const size_t end = trigger.match.end;
  for (size_t at = end; at < s.end && at < end + kModalityReach; ++at) {
    const Mark& mark = s.mark(at);
    PhraseMatch found;
    if (mark.name < 0 && s.match(WordClass::kModality, at, s.end, found) &&
        s.grammar->word(WordClass::kModality, found.id).value.ends_with(kHeld)) {
      return true;
    }
    if (mark.trigger >= 0 || mark.boundary || s.token(at).kind == TokenKind::kStop) return false;
    if (parts_clauses(s, at)) return false;
  }
  return false;
}

// "Will visit Lund and has ordered": the second verb is no part of what is planned.
bool has_own_auxiliary(const Sentence& s, size_t joined) {
  return s.is_word(joined) &&
         s.grammar->exact(WordClass::kPerfect, s.token(joined).at.of(s.passage->text)) != nullptr;
}

// The nearest word of planning, expecting or doubting that governs the trigger.
std::string governed_by(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  const size_t first = trigger.match.begin;
  const size_t from = std::max(s.begin, first > kModalityReach ? first - kModalityReach : 0);
  for (size_t at = first; at-- > from;) {
    if (s.token(at).kind == TokenKind::kStop) break;
    if (s.token(at).kind == TokenKind::kComma && at < bounds.begin) break;
    if (at < bounds.joined && has_own_auxiliary(s, bounds.joined)) break;
    PhraseMatch found;
    if (s.mark(at).name >= 0) continue;
    if (!s.match(WordClass::kModality, at, s.end, found)) continue;
    if (found.begin >= first && found.end <= trigger.match.end) continue;
    const std::string& value = s.grammar->word(WordClass::kModality, found.id).value;
    if (value == kPlannedToBeHeld) return "planned";
    if (value != kHeld) return value;
  }
  if (s.grammar->order != WordOrder::kVerbLast) return is_to_be_held(s, trigger) ? "planned" : "";
  if (ends_before_conjunction(s, trigger)) return {};
  const size_t to = std::min(bounds.end, trigger.match.end + 6);
  for (size_t at = trigger.match.end; at < to; ++at) {
    PhraseMatch found;
    if (s.match(WordClass::kModality, at, to, found)) {
      return s.grammar->word(WordClass::kModality, found.id).value;
    }
  }
  return {};
}

// "Firmará", "görüşecek": the verb's ending looks ahead.
bool ends_in_future(const Sentence& s, const Trigger& trigger) {
  const auto& endings = s.grammar->words[static_cast<size_t>(WordClass::kFutureEnding)];
  if (endings.empty()) return false;
  // "No firmará" is a refusal of today.
  for (size_t at = trigger.match.begin; at < trigger.match.end; ++at) {
    if (s.mark(at).negation) return false;
  }
  const auto looks_ahead = [&](size_t at) {
    if (!s.is_word(at) || s.mark(at).name >= 0) return false;
    const std::string_view word = s.token(at).at.of(s.passage->text);
    return std::ranges::any_of(endings, [&](const Grammar::Word& ending) {
      return word.size() > ending.text.size() && word.ends_with(ending.text);
    });
  };
  const PhraseMatch& match = trigger.match;
  if (trigger.form != TriggerForm::kNoun) {
    for (size_t at = match.begin; at < match.end; ++at) {
      if ((at < match.gap_begin || at >= match.gap_end) && looks_ahead(at)) return true;
    }
  }
  return s.grammar->order == WordOrder::kVerbLast && match.end < s.end && looks_ahead(match.end);
}

bool is_before(const model::DateValue& a, const model::DateValue& b) {
  return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

// What the verbs that this one goes on to are said to be: "訪問し、会談する予定だ".
std::string planned_behind(const Sentence& s, const Trigger& trigger,
                           const std::optional<model::TimeMention>& time,
                           const model::Annotated& annotated) {
  const auto& published = annotated.article.published;
  if (published && time && is_before(time->to, published->value)) return {};
  for (const Trigger* next = next_in_chain(s, trigger); next != nullptr;
       next = next_in_chain(s, *next)) {
    const std::string governed = governed_by(s, *next, clause_around(s, *next));
    if (!governed.empty()) return governed;
    if (next->future || ends_in_future(s, *next)) return "planned";
  }
  return {};
}

bool told_of_the_past(const std::optional<model::TimeMention>& time,
                      const model::Annotated& annotated) {
  const auto& published = annotated.article.published;
  return published && time && time->precision == "year" && time->to.year > 0 &&
         time->to.year < published->value.year;
}

// "Announced protests for Monday": what is told by a noun, of a day behind the article's.
bool is_ahead(const Trigger& trigger, const std::optional<model::TimeMention>& time,
              const model::Annotated& annotated) {
  const auto& published = annotated.article.published;
  const bool noun = trigger.form == TriggerForm::kNoun || trigger.action->name == "announce";
  return noun && published && published->value.precision >= model::Precision::kDay && time &&
         time->precision == "day" && is_before(published->value, time->from);
}

// "according to X", anywhere in the sentence.
std::string claimant_in(const Sentence& s) {
  for (size_t at = s.begin; at < s.end; ++at) {
    PhraseMatch found;
    const bool before = s.match(WordClass::kAccording, at, s.end, found);
    const bool after = !before && s.match(WordClass::kAccordingAfter, at, s.end, found);
    if (!before && !after) continue;
    for (const Name& name : s.names) {
      // "According to a report that came out in Geneva": the town says nothing.
      if (name.adjective || name.part == Part::kIn || name.part == Part::kFrom) continue;
      const bool fits = before ? name.begin >= found.end && name.begin - found.end <= 4
                               : name.end <= found.begin && found.begin - name.end <= 3;
      if (!fits) continue;
      return name.mention->entity.empty() ? name.mention->name : name.mention->entity;
    }
  }
  return {};
}

std::string speaker_around(const Sentence& s, const Trigger& trigger, const QuotesOfBlock& quotes) {
  const model::Quote* quote = quotes.around(s.token(trigger.match.begin).at);
  if (quote == nullptr || !quote->speaker) return {};
  return quote->speaker->entity.empty() ? quote->speaker->name : quote->speaker->entity;
}

}  // namespace

void QuotesOfBlock::enter(std::span<const model::Quote* const> quotes) {
  quotes_ = quotes;
  reach_.clear();
  for (const auto* quote : quotes) {
    const uint32_t before = reach_.empty() ? 0 : reach_.back();
    reach_.push_back(std::max(before, quote->at.range.end));
  }
}

const model::Quote* QuotesOfBlock::around(Range word) const {
  // Those before the first that reaches so far end too soon, those behind it begin later.
  const auto at = static_cast<size_t>(std::ranges::lower_bound(reach_, word.end) - reach_.begin());
  return at < quotes_.size() && quotes_[at]->at.range.contains(word) ? quotes_[at] : nullptr;
}

Status status_of(const Sentence& s, const Trigger& trigger, const Bounds& bounds,
                 const std::optional<model::TimeMention>& time, const model::Annotated& annotated,
                 const QuotesOfBlock& quotes) {
  Status status;
  const bool asked = is_asked(s, trigger, bounds);
  const DenialFound found = denial_of(s, trigger);
  const Denial denial = found.denial;
  if (denial == Denial::kPart) status.part_denied = found.at;
  const bool left_open = denial == Denial::kNotDenied || denial == Denial::kNotExcluded;
  const bool postponed = denial == Denial::kPostponed;
  const bool refused = denial == Denial::kDenied || denial == Denial::kRefused;
  if (refused || (!asked && !left_open && !postponed &&
                  (negated(s, trigger, bounds) || is_of_no_offer(s, trigger)))) {
    status.polarity = model::Polarity::kNegative;
  }
  const std::string governed = governed_by(s, trigger, bounds);
  const bool future = trigger.future || ends_in_future(s, trigger) ||
                      s.grammar->exact(WordClass::kFuturePrefix, trigger.match.prefix) != nullptr;
  if (!governed.empty()) {
    status.modality = governed;
  } else if (future) {
    status.modality = "planned";
  } else if (const auto chained = planned_behind(s, trigger, time, annotated); !chained.empty()) {
    status.modality = chained;
  } else if (asked) {
    status.modality = "rumoured";
  } else if (bounds.after_reason || told_of_the_past(time, annotated)) {
    status.modality = "background";
  }
  if (status.modality == "asserted" && is_ahead(trigger, time, annotated)) {
    status.modality = "planned";
  }
  if (denial == Denial::kDenied) status.modality = "denied";
  if (postponed) status.modality = "planned";
  if (left_open) status.modality = denial == Denial::kNotDenied ? "rumoured" : "expected";
  status.claimant = claimant_in(s);
  if (status.claimant.empty()) status.claimant = speaker_around(s, trigger, quotes);
  return status;
}

}  // namespace synoptic::annotate::syntax
