// The names that a marker, a clitic or an ending gives a part.
#include <algorithm>

#include "annotate/arguments_finder.h"
#include "annotate/numerals.h"

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

void Finder::find_marked() {
  const auto [from, to] = names_between(bounds_.part_begin, bounds_.end);
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (!usable(i) || name.adjective || name.part == Part::kNone || name.part == Part::kSubject) {
      continue;
    }
    Slot slot = action().slot(name.part);
    if (name.part == Part::kOf) slot = Slot::kNothing;
    if (name.part == Part::kTo && slot == Slot::kRecipient && is_behind_object(i)) continue;
    const bool side = slot == Slot::kRecipient || slot == Slot::kPartner;
    if (side && is_counted(name)) slot = Slot::kNothing;
    if (side && action().in_cities && name.part == Part::kTo && name.mention->stands_for.empty() &&
        name.mention->type == model::EntityType::kCity) {
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
