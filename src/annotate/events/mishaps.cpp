#include "annotate/events/mishaps.h"

#include <algorithm>

#include "text/name_marks.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kInvertedReach = 4;  // tokens behind a verb in which its subject begins

bool is_party(const Name& name) {
  using model::EntityType;
  const EntityType type = name.mention->type;
  return type == EntityType::kPerson || type == EntityType::kOrg || type == EntityType::kCountry;
}

bool is_verb(const Sentence& s, size_t at) {
  const int trigger = s.mark(at).trigger;
  return trigger >= 0 && s.triggers[static_cast<size_t>(trigger)].form != TriggerForm::kNoun;
}

// "of a car", "in einem Zug": a marker stands before it, over an article and one other word; not
// so in "closed after a barge struck".
bool is_marked_before(const Sentence& s, size_t from, size_t at) {
  size_t others = 0;
  while (at-- > from) {
    const Mark& mark = s.mark(at);
    if (!s.is_word(at) || mark.name >= 0 || mark.trigger >= 0) return false;
    PhraseMatch found;
    if (mark.marker != Part::kNone) return !s.match(WordClass::kOpener, at, s.end, found);
    if (!mark.skip && (s.token(at).spaceless || ++others > 1)) return false;
  }
  return false;
}

// "バスを", "버스를": a marker behind it says that it is no subject; "the car's owner" is no car.
bool is_marked_behind(const Sentence& s, size_t end) {
  const Token& last = s.token(end - 1);
  if (text::is_hangul(text::decode(last.folded, 0).value)) {
    const auto* ending = s.grammar->ending(WordClass::kMarkerAfter, last.folded);
    return ending != nullptr && ending->part != Part::kSubject && ending->part != Part::kWith;
  }
  if (end >= s.end) return false;
  const bool possessive = s.token(end).kind == TokenKind::kOther && end + 1 < s.end &&
                          text::is_genitive(s.token(end + 1).folded);
  if (possessive) return true;
  PhraseMatch found;
  if (s.grammar->match(WordClass::kMarkerAfter, s.passage->tokens, end, s.end, found)) {
    const Part part = s.grammar->word(WordClass::kMarkerAfter, found.id).part;
    return part != Part::kSubject && part != Part::kWith;
  }
  // Without blanks a word may go on where the table's ends.
  return s.grammar->order == WordOrder::kVerbLast && last.spaceless && s.is_word(end);
}

// The word of the class that is the subject of the trigger.
std::optional<PhraseMatch> subject_of(const Sentence& s, WordClass kind, const Trigger& trigger,
                                      const Bounds& bounds, const model::Event& event) {
  const bool unknown = event.actor.empty() || event.rule.ends_with("carried");
  const size_t verb = trigger.match.begin;
  PhraseMatch found;
  for (size_t at = bounds.part_begin; at < verb; ++at) {
    if (is_verb(s, at) || !s.match(kind, at, verb, found)) continue;
    if (!is_marked_before(s, bounds.part_begin, at) && !is_marked_behind(s, found.end)) {
      return found;
    }
  }
  // 发生大火，造成3人死亡: the verb goes on with what the part before the comma ends with.
  const size_t comma = bounds.part_begin > s.begin ? bounds.part_begin - 1 : s.begin;
  if (verb == bounds.part_begin && s.token(verb).spaceless &&
      s.token(comma).kind == TokenKind::kComma) {
    constexpr size_t kSigns = 4;
    for (size_t at = comma - std::min(comma - s.begin, kSigns); at < comma; ++at) {
      if (s.match(kind, at, comma, found) && found.end == comma) return found;
    }
  }
  // Behind the verb: where it stands first, and where a phrase of time or place stands in front.
  const bool first = s.grammar->order == WordOrder::kVerbFirst;
  const bool inverted = s.grammar->order == WordOrder::kSubjectFirst && unknown &&
                        bounds.part_begin < verb && s.mark(bounds.part_begin).marker != Part::kNone;
  if (!first && !inverted) return std::nullopt;
  const size_t begin = trigger.match.has_gap() ? trigger.match.gap_begin : trigger.match.end;
  const size_t last = trigger.match.has_gap() ? trigger.match.gap_end : bounds.end;
  const size_t limit = std::min(last, begin + (first ? 1 : kInvertedReach));
  for (size_t at = begin; at < limit; ++at) {
    if (is_verb(s, at) && !trigger.match.has_gap()) break;
    if (s.match(kind, at, last, found) && !is_marked_before(s, begin, at)) return found;
  }
  return std::nullopt;
}

// "A car bomb", "the bus driver", "Israel's planes bombed": a word of arms beside it, or in the
// verb.
bool is_armed(const Sentence& s, const Trigger& trigger, const Bounds& bounds, bool with_verb) {
  const bool behind = s.grammar->order == WordOrder::kVerbFirst;
  const size_t end = behind      ? std::min(bounds.end, trigger.match.end + kInvertedReach)
                     : with_verb ? trigger.match.end
                                 : trigger.match.begin;
  PhraseMatch found;
  for (size_t at = bounds.part_begin; at < end; ++at) {
    const bool verb = at >= trigger.match.begin && at < trigger.match.end;
    if (verb && !with_verb) continue;
    if (s.match(WordClass::kArmed, at, s.end, found)) return true;
  }
  return false;
}

// "In the storm Israel struck": somebody named stands between it and the verb.
bool is_anothers(const Sentence& s, const PhraseMatch& subject, const Trigger& trigger) {
  return std::ranges::any_of(s.names, [&](const Name& name) {
    if (name.adjective || name.bracketed || !is_party(name)) return false;
    if (name.begin <= subject.end + 1 || name.end > trigger.match.begin) return false;
    return name.part == Part::kSubject ||
           (name.part == Part::kNone && s.grammar->order == WordOrder::kSubjectFirst);
  });
}

bool is_of_a_land(const Sentence& s, const PhraseMatch& subject) {
  return std::ranges::any_of(s.names, [&](const Name& name) {
    const bool beside = name.begin <= subject.end + 1 && name.end + 2 >= subject.begin;
    return beside && (name.adjective || is_party(name)) && name.part != Part::kIn;
  });
}

}  // namespace

bool is_deed(const Sentence& s, const Trigger& trigger, const Bounds& bounds, model::Event& event) {
  const bool noun = trigger.form == TriggerForm::kNoun &&
                    s.grammar->order != WordOrder::kVerbLast &&
                    !s.token(trigger.match.begin).spaceless;
  if (noun || trigger.form == TriggerForm::kPassive) return true;
  if (trigger.action->name == "investigate") {
    const auto examiner = subject_of(s, WordClass::kExaminer, trigger, bounds, event);
    return !examiner || is_anothers(s, *examiner, trigger);
  }
  // زلزال يضرب: what strikes so is on no strike.
  if (trigger.action->name == "strike" &&
      subject_of(s, WordClass::kNature, trigger, bounds, event)) {
    return false;
  }
  if (trigger.action->type != "ASSAULT") return true;
  const bool kills = trigger.action->name == "kill";  // it stays a death
  const auto nature = subject_of(s, WordClass::kNature, trigger, bounds, event);
  if (nature && !is_armed(s, trigger, bounds, false) && !is_anothers(s, *nature, trigger)) {
    if (kills) event.type.clear();
    return kills;
  }
  auto vehicle = subject_of(s, WordClass::kVehicle, trigger, bounds, event);
  if (!vehicle) {
    vehicle = subject_of(s, WordClass::kVessel, trigger, bounds, event);
    if (vehicle && is_of_a_land(s, *vehicle)) return true;
  }
  if (!vehicle || is_armed(s, trigger, bounds, true) || is_anothers(s, *vehicle, trigger)) {
    return true;
  }
  event.type.clear();
  if (kills) return true;
  event.action = "crash";
  event.actor.clear();
  event.recipient.clear();
  return true;
}

}  // namespace synoptic::annotate::syntax
