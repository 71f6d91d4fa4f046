// Parties without a known name where the verb is last, and the subject of "the treaty signed Iran".
#include <algorithm>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_cases.h"

namespace synoptic::annotate::syntax {

// "पुलिस ने मालिक को गिरफ़्तार किया", "Polis 11 kişiyi gözaltına aldı": what a word or an ending marks
// as the object is whom it was done to.
void Finder::find_phrase_object_before() {
  constexpr size_t kLongest = 8, kBetween = 6;  // tokens
  if (s_.grammar->order != WordOrder::kVerbLast || !roles_.recipient.empty()) return;
  const bool befalls = action().takes_phrase || action().slot(Part::kObject) == Slot::kRecipient;
  if (!befalls || trigger_.form == TriggerForm::kNoun) return;
  const auto& cuts = s_.grammar->words[static_cast<size_t>(WordClass::kCut)];
  if (cuts.empty() || s_.token(trigger_.match.begin).spaceless) return;
  const size_t low =
      std::max(bounds_.part_begin, trigger_.match.begin - std::min(trigger_.match.begin, kBetween));
  size_t mark = trigger_.match.begin;  // where the object's mark stands
  PhraseMatch found;
  for (size_t at = trigger_.match.begin; at-- > low;) {
    if (s_.mark(at).name >= 0 || s_.mark(at).trigger >= 0) break;
    const bool marker = s_.match(WordClass::kMarkerAfter, at, trigger_.match.begin, found);
    if (marker && s_.grammar->word(WordClass::kMarkerAfter, found.id).part == Part::kSubject) break;
    if (!marker || s_.grammar->word(WordClass::kMarkerAfter, found.id).part != Part::kObject)
      continue;
    if (s_.token(at).kind != TokenKind::kWord) return;  // the ending of a name
    if (at > s_.begin && (s_.mark(at - 1).time || behind_cut(s_, at - 1, at) == at)) continue;
    mark = at;
    break;
  }
  size_t end = mark;
  if (mark == trigger_.match.begin) {
    if (end == low) return;
    const auto* row = s_.grammar->ending(WordClass::kOblique, s_.token(end - 1).folded);
    if (row == nullptr || row->value != "object") return;
  }
  const auto is_whole_name = [&](int name) {  // not "भारतीय"
    return name >= 0 && !s_.names[static_cast<size_t>(name)].adjective;
  };
  size_t begin = end;
  while (begin > bounds_.part_begin && end - begin < kLongest) {
    const size_t at = begin - 1;
    const Mark& here = s_.mark(at);
    if (s_.match(WordClass::kMarkerAfter, at, end, found) &&
        s_.grammar->word(WordClass::kMarkerAfter, found.id).part == Part::kSubject) {
      break;
    }
    if (!s_.is_word(at) || here.trigger >= 0 || here.boundary || here.relative || here.pronoun ||
        here.time || is_whole_name(here.name)) {
      break;
    }
    if (at + 1 < mark && mark < trigger_.match.begin && behind_cut(s_, at, mark) > at) break;
    if (at + 1 < end && mark == trigger_.match.begin &&
        (is_oblique(s_, at) || behind_cut(s_, at, end) > at || behind_doer(s_, at, end) > at)) {
      break;
    }
    begin = at;
  }
  while (begin < end &&
         (s_.mark(begin).conjunction || s_.match(WordClass::kMarkerAfter, begin, end, found))) {
    ++begin;
  }
  const bool inside_word = begin > s_.begin && s_.token(begin - 1).kind == TokenKind::kOther &&
                           s_.token(begin - 1).at.end == s_.token(begin).at.begin;
  if (inside_word) return;
  // Without a mark of its own a long phrase may hold the subject.
  constexpr size_t kLongestEnded = 3;
  if (mark == trigger_.match.begin && end - begin > kLongestEnded) return;
  if (begin >= end || end - begin >= kLongest) return;
  model::Argument argument = argument_of(s_, begin, end, article_);
  const bool known = std::ranges::any_of(roles_.actor, [&](const model::Argument& who) {
    return who.at.range.overlaps(argument.at.range);
  });
  if (!known) roles_.recipient.push_back(std::move(argument));
}

// "Mahkeme, … olduğunu açıkladı": who acts stands before the first comma.
void Finder::find_subject_before_comma() {
  constexpr size_t kLongest = 5;  // tokens
  if (s_.grammar->order != WordOrder::kVerbLast || trigger_.form != TriggerForm::kVerb) return;
  if (!roles_.actor.empty() || bounds_.after_relative || bounds_.begin > s_.begin) return;
  size_t end = bounds_.begin;
  while (end < bounds_.part_begin && s_.is_word(end) && s_.mark(end).name < 0 &&
         s_.mark(end).trigger < 0) {
    ++end;
  }
  if (end == bounds_.begin || end >= bounds_.part_begin || end - bounds_.begin > kLongest) return;
  if (s_.token(end).kind != TokenKind::kComma) return;
  size_t doer = bounds_.begin;
  while (doer < end && behind_doer(s_, doer, end) != end) ++doer;
  if (doer == end) return;
  roles_.actor.push_back(argument_of(s_, bounds_.begin, end, article_));
  roles_.actor_rule = "phrase";
}

// Nobody yet, or a town or land that may only be the scene.
bool Finder::may_be_place(const std::vector<model::Argument>& who) const {
  if (who.empty()) return true;
  return who.size() == 1 && std::ranges::any_of(s_.names, [&](const Name& name) {
           return name.mention->at.range == who.front().at.range && name.part == Part::kNone &&
                  (name.mention->type == model::EntityType::kCity ||
                   model::is_land(name.mention->type));
         });
}

// "Üç işçi gözaltına alındı", "मालिक गिरफ़्तार": the subject of a passive is whom it was done to, but
// not where a mark makes it the doer.
void Finder::find_phrase_of_last_passive() {
  if (s_.grammar->order != WordOrder::kVerbLast || trigger_.form != TriggerForm::kPassive) return;
  if (s_.token(trigger_.match.begin).spaceless) return;
  const auto& cuts = s_.grammar->words[static_cast<size_t>(WordClass::kCut)];
  if (cuts.empty() || !roles_.actor.empty()) return;
  const bool marked = behind_marked_subject(trigger_.match.begin) > 0;
  if (!marked && (!action().takes_phrase || !may_be_place(roles_.recipient))) return;
  find_phrase_actor();
  if (marked || roles_.actor.empty()) return;
  const size_t behind = token_at(s_.passage->tokens, roles_.actor.back().at.range.end);
  PhraseMatch by;
  if (s_.match(WordClass::kMarkerAfter, behind, s_.end, by) &&
      s_.grammar->word(WordClass::kMarkerAfter, by.id).part == Part::kBy) {
    roles_.actor.clear();  // who did it, or both
    roles_.actor_rule.clear();
    return;
  }
  // "लुंड मामले में युवक गिरफ़्तार": the town before is where it was.
  const bool holds_it = std::ranges::any_of(roles_.recipient, [&](const model::Argument& who) {
    return who.at.range.begin >= roles_.actor.front().at.range.begin;
  });
  if (!holds_it) roles_.recipient = std::move(roles_.actor);
  roles_.actor.clear();
  roles_.actor_rule.clear();
}

// "Özel mahkeme tarafından tutuklandı": whom a word marks as the doer.
void Finder::find_agent_of_last_passive() {
  constexpr size_t kLongest = 5;  // tokens
  if (s_.grammar->order != WordOrder::kVerbLast || trigger_.form != TriggerForm::kPassive) return;
  const auto& cuts = s_.grammar->words[static_cast<size_t>(WordClass::kCut)];
  if (cuts.empty() || !roles_.actor.empty() || s_.token(trigger_.match.begin).spaceless) return;
  PhraseMatch found;
  for (size_t at = trigger_.match.begin; at-- > bounds_.part_begin + 1;) {
    if (!s_.match(WordClass::kMarkerAfter, at, trigger_.match.begin, found)) continue;
    if (s_.grammar->word(WordClass::kMarkerAfter, found.id).part != Part::kBy) continue;
    size_t begin = at;
    while (begin > bounds_.part_begin && at - begin < kLongest) {
      const size_t before = begin - 1;
      const Mark& here = s_.mark(before);
      if (!s_.is_word(before) || here.trigger >= 0 || here.boundary || here.name >= 0 ||
          here.time || here.pronoun || (before + 1 < at && behind_cut(s_, before, at) > before) ||
          (before + 1 < at && is_oblique(s_, before))) {
        break;
      }
      begin = before;
    }
    while (begin < at && s_.mark(begin).conjunction) ++begin;
    // "Üç işçi özel mahkeme tarafından": where one ends and the other begins nothing tells.
    if (begin == at || (begin == bounds_.part_begin && at - begin > 2)) return;
    roles_.actor.push_back(argument_of(s_, begin, at, article_));
    roles_.actor_rule = "by";
    return;
  }
}

// "Декларацию поддержал Китай": the object stands first, the subject right behind the verb.
void Finder::find_subject_of_inverted() {
  if (s_.grammar->order != WordOrder::kSubjectFirst || trigger_.form != TriggerForm::kVerb) return;
  // "Закон підписав президент"
  const size_t verb = trigger_.match.end;
  const size_t doer = behind_doer(s_, verb, bounds_.end);
  if (doer > verb && s_.mark(verb).name < 0) {
    roles_.actor.push_back(argument_of(s_, verb, doer, article_));
    roles_.actor_rule = "phrase";
    return;
  }
  const auto [from, to] = names_between(verb, bounds_.end);
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    size_t first = trigger_.match.end;  // "detuvo la Policía"
    while (first < name.full_begin && s_.mark(first).skip) ++first;
    const bool next = name.full_begin == first;
    const bool alone = i + 1 >= to || !s_.names[i + 1].joined;
    if (!next || name.adjective || name.bracketed || name.inflected || name.part != Part::kNone ||
        is_oblique(s_, name.end - 1) || is_plural_verb(s_, trigger_) == alone) {
      return;
    }
    std::erase_if(roles_.recipient, [&](const model::Argument& who) {
      return who.at.range.begin >= name.mention->at.range.begin;
    });
    for (size_t at = i; at < to && (at == i || s_.names[at].joined); ++at) taken_[at] = false;
    take_list(i, roles_.actor);
    roles_.actor_rule = "named";
    return;
  }
}

// "पुलिस ने दो लोग गिरफ़्तार": the word that marks a doer tells that the passive is none.
bool Finder::acts_in_passive() const {
  // Where every subject has a mark, it is that of a passive, too.
  if (!s_.grammar->has(WordClass::kCut)) return false;
  if (s_.grammar->order != WordOrder::kVerbLast || !agents_.empty()) return false;
  const auto [from, to] = names_between(bounds_.part_begin, trigger_.match.begin);
  for (size_t i = from; i < to; ++i) {
    if (taken_[i] && s_.names[i].part == Part::kSubject) return true;
  }
  return false;
}

}  // namespace synoptic::annotate::syntax
