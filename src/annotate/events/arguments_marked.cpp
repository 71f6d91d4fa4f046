// The names that a marker, a clitic or an ending gives a part.
#include <algorithm>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_phrases.h"
#include "annotate/quantities/numerals.h"

namespace synoptic::annotate::syntax {

// "A contract for three Scorpene boats", "pour trois sous-marins Scorpène": a name that numbers
// count is a thing's, and no side of a deed.
bool Finder::is_counted(const Name& name) const {
  constexpr size_t kNoun = 3;  // tokens between the number and the name: "sous-marins"
  if (!name.mention->entity.empty() || name.mention->type == model::EntityType::kPerson) {
    return false;
  }
  const std::string_view lang = model::table_language(article_.lang);
  for (size_t at = name.begin; at > s_.begin && name.begin - at <= kNoun;) {
    --at;
    if (s_.mark(at).marker != Part::kNone || s_.mark(at).name >= 0 || s_.mark(at).trigger >= 0) {
      return false;
    }
    const std::string_view word = s_.token(at).folded;
    const auto number = Numerals::get().at(word, 0, lang);
    if (number && !number->article && number->range.end == word.size()) return true;
  }
  return false;
}

// "Denunciou X ao tribunal": the unmarked name right behind the verb is whom it is done to, and not
// the one that it is brought before.
bool Finder::is_behind_object(size_t i) const {
  if (s_.grammar->order != WordOrder::kSubjectFirst || trigger_.form != TriggerForm::kVerb ||
      action().slot(Part::kObject) != Slot::kRecipient || trigger_.match.has_gap()) {
    return false;
  }
  const auto [from, to] = names_between(trigger_.match.end, s_.names[i].begin);
  return std::any_of(s_.names.begin() + static_cast<std::ptrdiff_t>(from),
                     s_.names.begin() + static_cast<std::ptrdiff_t>(to), [&](const Name& name) {
                       return plain(static_cast<size_t>(&name - s_.names.data())) &&
                              name.part == Part::kNone &&
                              name.mention->type == model::EntityType::kPerson;
                     });
}

// "Signed it after mediation by Lund": the word for another deed stands nearer to "by".
bool Finder::is_agent_of_other(const Name& name) const {
  constexpr size_t kNearNoun = 3;  // words between the word and its "by"
  if (name.part != Part::kBy || trigger_.form == TriggerForm::kNoun) return false;
  // "Accused of theft has been handed over by Lund": of a later verb.
  if (trigger_.passive && !s_.grammar->verb_second &&
      has_finite(s_, trigger_.match.end, name.full_begin))
    return true;
  return std::ranges::any_of(s_.triggers, [&](const Trigger& other) {
    return &other != &trigger_ && other.form == TriggerForm::kNoun &&
           other.match.begin >= trigger_.match.end && other.match.end <= name.full_begin &&
           name.full_begin - other.match.end <= kNearNoun;
  });
}

// "Condemned the attack", "trucks that sell": whoever acted before does not do this.
bool Finder::is_object_of_other() const {
  if (s_.grammar->order != WordOrder::kSubjectFirst) return false;
  if (bounds_.after_relative && !s_.grammar->drops_subject && bounds_.begin == bounds_.part_begin) {
    return true;
  }
  if (trigger_.form != TriggerForm::kNoun) return false;
  size_t at = trigger_.match.begin;
  while (at > s_.begin && s_.mark(at - 1).skip && s_.mark(at - 1).trigger < 0) --at;
  if (at == s_.begin || s_.mark(at - 1).trigger < 0) return false;
  const Trigger& verb = s_.triggers[static_cast<size_t>(s_.mark(at - 1).trigger)];
  const std::string& type = verb.action->type;
  return verb.form == TriggerForm::kVerb && (type == "ACCUSE" || type == "REJECT");
}

// "टीम को बधाई दी और X को": where the verb is last, what stands behind it is another one's.
bool Finder::is_of_next_verb(const Name& name) const {
  if (s_.grammar->order != WordOrder::kVerbLast || trigger_.form != TriggerForm::kVerb ||
      name.begin < trigger_.match.end) {
    return false;
  }
  if (bounds_.end < s_.end && s_.mark(bounds_.end).trigger >= 0) return true;
  for (size_t at = trigger_.match.end; at < name.begin; ++at) {
    if (s_.mark(at).conjunction && s_.mark(at).name < 0) return true;
  }
  return false;
}

// "Invited X to Lund", "李氏をルンドに招待": beside a person who is asked, a land or a town is
// where to.
bool Finder::is_goal_of_person(size_t i) const {
  const Name& place = s_.names[i];
  const model::EntityType type = place.mention->type;
  const bool land = model::is_land(type) || type == model::EntityType::kFacility;
  if (place.part != Part::kTo || !land || !(action().in_cities || action().controls)) return false;
  const auto [from, to] = names_between(own_begin(), bounds_.end);
  for (size_t other = from; other < to; ++other) {
    const Name& name = s_.names[other];
    const bool asked = std::ranges::any_of(roles_.recipient, [&](const model::Argument& who) {
      return who.at.range == name.mention->at.range;
    });
    const bool behind = name.begin >= trigger_.match.begin && usable(other) && !name.adjective &&
                        (name.part == Part::kNone || name.part == Part::kObject);
    const bool marked = usable(other) && name.part == Part::kObject;
    if (name.mention->type == model::EntityType::kPerson && (asked || behind || marked))
      return true;
  }
  return false;
}

void Finder::find_marked() {
  const auto [from, to] = names_between(bounds_.part_begin, bounds_.end);
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (!usable(i) || name.adjective || name.part == Part::kNone || name.part == Part::kSubject) {
      continue;
    }
    Slot slot = action().slot(name.part);
    if (name.part == Part::kOf || is_agent_of_other(name)) slot = Slot::kNothing;
    // "Sent ships to Lund and warned": what stands before "and" is the other verb's.
    if (name.begin < bounds_.joined && slot != Slot::kPlace) continue;  // the scene is the same
    if (is_of_next_verb(name)) continue;
    if (slot == Slot::kRecipient && is_goal_of_person(i)) slot = Slot::kPlace;
    if (name.part == Part::kTo && slot == Slot::kRecipient && is_behind_object(i)) continue;
    const bool side = slot == Slot::kRecipient || slot == Slot::kPartner;
    if (side && is_counted(name)) slot = Slot::kNothing;
    if (side && action().in_cities && name.part == Part::kTo && name.mention->stands_for.empty() &&
        name.mention->type == model::EntityType::kCity) {
      slot = Slot::kPlace;
    }
    // "40 morts au Darfour": nobody kills or arrests a land.
    const bool hurts = action().type == "ASSAULT" || action().type == "COERCE";
    if (slot == Slot::kRecipient && name.part == Part::kTo && action().befalls && hurts &&
        s_.grammar->order == WordOrder::kSubjectFirst && model::is_land(name.mention->type)) {
      slot = Slot::kPlace;
    }
    // What is marked as a place is one only where it can be.
    if (slot == Slot::kPlace && (name.mention->type == model::EntityType::kPerson ||
                                 name.mention->type == model::EntityType::kProduct)) {
      slot = Slot::kNothing;
    }
    put(i, slot);
  }
}

}  // namespace synoptic::annotate::syntax
