#include "annotate/events/figures_of_speech.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kObjectReach = 6;        // words between a verb and the thing
constexpr size_t kObjectReachTight = 10;  // signs

template <size_t N>
bool is_among(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

bool has_tame_objects(const Action& action) {
  constexpr std::array<std::string_view, 9> kNames{"arrest", "seize",    "blockade",
                                                   "deploy", "exercise", "release",
                                                   "disarm", "restrict", "cut_aid"};
  return action.type == "ASSAULT" || is_among(action.name, kNames);
}

bool has_tame_subjects(const Action& action) {
  constexpr std::array<std::string_view, 5> kTypes{"ASSAULT", "COERCE", "PROTEST", "MOBILIZE",
                                                   "CONCEDE"};
  return is_among(action.type, kTypes) || action.name == "threaten" || action.name == "disarm" ||
         action.name == "withdraw" || action.name == "meet" || action.name == "visit";
}

bool may_be_hit(const Name& name) {
  using model::EntityType;
  const EntityType type = name.mention->type;
  return type == EntityType::kPerson || type == EntityType::kOrg || type == EntityType::kCountry;
}

// Is it the word itself, and no part of a known name?
bool is_tame(const Sentence& s, size_t at, size_t last, PhraseMatch& found) {
  if (!s.match(WordClass::kTame, at, last, found)) return false;
  const int name = s.mark(at).name;
  return name < 0 || s.names[static_cast<size_t>(name)].mention->entity.empty();
}

Part marker_behind(const Sentence& s, const PhraseMatch& word) {
  const Token& last = s.token(word.end - 1);
  if (text::is_hangul(text::decode(last.folded, 0).value)) {
    const auto* ending = s.grammar->ending(WordClass::kMarkerAfter, last.folded);
    return ending == nullptr ? Part::kNone : ending->part;
  }
  PhraseMatch found;
  if (word.end >= s.end || !s.match(WordClass::kMarkerAfter, word.end, s.end, found)) {
    return Part::kNone;
  }
  return s.grammar->word(WordClass::kMarkerAfter, found.id).part;
}

bool is_object_before(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  const size_t verb = trigger.match.begin;
  const bool tight = s.token(verb).spaceless;
  const size_t reach = tight ? kObjectReachTight : kObjectReach;
  const size_t from = std::max(bounds.begin, verb > reach ? verb - reach : 0);
  for (size_t at = verb; at-- > from;) {
    const Mark& mark = s.mark(at);
    if (s.token(at).kind == TokenKind::kStop) return false;
    if (mark.trigger >= 0 &&
        s.triggers[static_cast<size_t>(mark.trigger)].form != TriggerForm::kNoun) {
      return false;
    }
    PhraseMatch found;
    if (is_tame(s, at, verb, found)) {
      const Part part = marker_behind(s, found);
      return part == Part::kNone || part == Part::kObject || part == Part::kTo || part == Part::kOn;
    }
    if (mark.name < 0) continue;
    const Name& name = s.names[static_cast<size_t>(mark.name)];
    if (!name.adjective && may_be_hit(name) && name.part != Part::kOf && name.part != Part::kIn) {
      return false;
    }
  }
  return false;
}

bool is_object_behind(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  const bool gap = trigger.match.has_gap();
  const bool first = s.grammar->order == WordOrder::kVerbFirst;
  const size_t begin = gap ? trigger.match.gap_begin : trigger.match.end;
  const size_t last = gap ? std::max(trigger.match.gap_end, begin) : bounds.end;
  const size_t reach = s.token(trigger.match.begin).spaceless ? kObjectReachTight : kObjectReach;
  size_t words = 0;
  for (size_t at = begin; at < last && words < reach; ++at) {
    const Mark& mark = s.mark(at);
    PhraseMatch found;
    if (is_tame(s, at, std::min(s.end, last + 1), found)) return true;
    if (mark.boundary || (mark.relative && !mark.skip) || s.token(at).kind == TokenKind::kStop)
      return false;
    if (mark.marker == Part::kWith || mark.marker == Part::kBy || mark.marker == Part::kIn ||
        mark.marker == Part::kAs) {
      return false;
    }
    if (mark.trigger >= 0 && !gap) return false;
    if (mark.name >= 0 && !first) {
      const Name& name = s.names[static_cast<size_t>(mark.name)];
      if (!name.adjective && name.part != Part::kOf && may_be_hit(name)) return false;
    }
    if (s.is_word(at) && !mark.skip) ++words;
  }
  return false;
}

// "Shares of X rallied", "inflation threatens": what does it, where nobody named stands behind.
bool is_tame_subject(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  const size_t verb = trigger.match.begin;
  if (s.grammar->order == WordOrder::kVerbFirst) {
    PhraseMatch found;
    const size_t begin = trigger.match.end;
    return begin < bounds.end && is_tame(s, begin, bounds.end, found);
  }
  for (size_t at = bounds.part_begin; at < verb; ++at) {
    PhraseMatch found;
    const Mark& mark = s.mark(at);
    const bool marked = mark.marker != Part::kNone && mark.marker != Part::kOf && !mark.skip;
    if (mark.trigger >= 0 || marked) return false;
    if (is_tame(s, at, verb, found)) {
      if (s.grammar->order == WordOrder::kVerbLast && marker_behind(s, found) != Part::kSubject) {
        return false;
      }
      return std::ranges::none_of(s.names, [&](const Name& name) {
        return !name.adjective && may_be_hit(name) && name.begin > found.end + 1 &&
               name.end <= verb && (name.part == Part::kNone || name.part == Part::kSubject);
      });
    }
    if (mark.name >= 0) {
      const Name& name = s.names[static_cast<size_t>(mark.name)];
      const bool owner = name.adjective || name.part == Part::kOf ||
                         s.token(name.begin).spaceless || name.end - name.begin + 1 <= at;
      if (!owner) return false;
    }
  }
  return false;
}

}  // namespace

bool is_figure_of_speech(const Sentence& s, const Trigger& trigger, const Bounds& bounds,
                         const model::Event& event) {
  const Action& action = *trigger.action;
  if (event.type.empty()) return false;
  if (has_tame_subjects(action) && trigger.form != TriggerForm::kNoun &&
      is_tame_subject(s, trigger, bounds)) {
    return true;
  }
  if (!has_tame_objects(action)) return false;
  if (trigger.form == TriggerForm::kPassive) return is_tame_subject(s, trigger, bounds);
  return s.grammar->order == WordOrder::kVerbLast ? is_object_before(s, trigger, bounds)
                                                  : is_object_behind(s, trigger, bounds);
}

bool is_peaceful(const model::Event& event, const knowledge::Knowledge& knowledge) {
  constexpr std::array<std::string_view, 7> kActions{"arrest",  "seize", "deport", "blockade",
                                                     "protest", "riot",  "disarm"};
  const bool armed =
      event.type == "ASSAULT" || event.type == "MOBILIZE" || is_among(event.action, kActions);
  if (!armed || event.actor.empty()) return false;
  const auto kinds = knowledge.cues("event_peaceful");
  return std::ranges::all_of(event.actor, [&](const model::Argument& actor) {
    if (actor.entity.empty()) return false;
    const auto* entity = knowledge.find(actor.entity);
    std::string_view kind = entity != nullptr ? std::string_view(entity->kind) : actor.entity;
    if (entity == nullptr) kind.remove_prefix(std::min(kind.size(), kind.find('/') + 1));
    return !kind.empty() &&
           std::ranges::any_of(kinds, [&](const auto& cue) { return cue.text == kind; });
  });
}

}  // namespace synoptic::annotate::syntax
