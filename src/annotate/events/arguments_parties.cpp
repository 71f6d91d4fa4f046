// Who acts where no marker tells it: the words around a verb that are somebody, and the name that a
// noun of doing is told to be of.
#include <algorithm>

#include "annotate/events/arguments_finder.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kFrontWords = 5;  // of a subject before a verb that mostly stands first

}  // namespace

bool Finder::take_party(std::optional<Parties::Stretch> words, std::vector<model::Argument>& into) {
  if (!words) return false;
  for (size_t i = 0; i < s_.names.size(); ++i) {  // a name in it is no side of its own
    if (s_.names[i].begin >= words->begin && s_.names[i].end <= words->end) taken_[i] = true;
  }
  into.push_back(argument_of(s_, words->begin, words->end, article_));
  return true;
}

// "زيارة أردوغان", "kunjungan Prabowo": the visit is the one whose name stands right behind it.
std::optional<size_t> Finder::doer_of_noun() const {
  const auto [from, to] = names_between(trigger_.match.end, bounds_.end);
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    for (size_t at = trigger_.match.end; at < name.full_begin; ++at) {
      if (!s_.mark(at).skip || s_.mark(at).marker != Part::kNone) return std::nullopt;
    }
    if (!name.adjective)
      return plain(i) && name.part == Part::kNone ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

// "إن المهاجمين استهدفوا مطار لوند": behind "that", or where a headline begins, words without a
// marker may stand before the verb; then who acts stands there, and not behind.
bool Finder::has_front_subject() const {
  if (parties_ == nullptr || s_.grammar->order != WordOrder::kVerbFirst ||
      trigger_.form != TriggerForm::kVerb || trigger_.match.has_gap() ||
      !trigger_.match.prefix.empty() || bounds_.after_verb || bounds_.after_relative) {
    return false;
  }
  const size_t first = bounds_.part_begin;
  const bool opened = first == bounds_.begin && first > s_.begin && s_.mark(first - 1).boundary;
  const bool heads = s_.passage->kind == model::BlockKind::kHeading && first == s_.begin;
  if (!opened && !heads &&
      s_.grammar->beginning(WordClass::kNounPrefix, s_.token(first).folded) == nullptr) {
    return false;
  }
  size_t words = 0;
  for (size_t at = bounds_.part_begin; at < trigger_.match.begin; ++at) {
    const Mark& mark = s_.mark(at);
    if (s_.token(at).kind == TokenKind::kOther || s_.token(at).kind == TokenKind::kQuote) continue;
    if (!s_.is_word(at) || mark.marker != Part::kNone || mark.trigger >= 0 || mark.copula ||
        mark.boundary || mark.relative || mark.negation) {
      return false;
    }
    ++words;
  }
  if (words == 0 || words > kFrontWords) return false;
  const auto front = parties_->behind(s_, {bounds_.part_begin, trigger_.match.begin});
  return front && front->end + 1 >= trigger_.match.begin;
}

// "أعلن الضباط عزل الرئيس": right behind the clause of one who announces it a deed is told by a
// noun, and the name behind it is whom it befalls.
bool Finder::is_told_deed() const {
  if (parties_ == nullptr || s_.grammar->order != WordOrder::kVerbFirst || !bounds_.after_verb ||
      trigger_.form != TriggerForm::kVerb || !trigger_.match.prefix.empty() ||
      trigger_.match.has_gap() || bounds_.begin <= s_.begin) {
    return false;
  }
  const int before = s_.mark(bounds_.begin - 1).trigger;
  return before >= 0 && s_.triggers[static_cast<size_t>(before)].action->has_content;
}

// "The teachers of Lund on strike": before a noun of doing, the phrase whose owner is the nearest
// name.
std::optional<Parties::Stretch> Finder::owner_phrase() const {
  const auto [from, to] = names_between(bounds_.part_begin, trigger_.match.begin);
  for (size_t i = to; i-- > from;) {
    if (!plain(i)) continue;
    if (!is_owner(i)) return std::nullopt;
    return parties_->behind(s_, {s_.names[i].full_begin - 1, s_.names[i].end});
  }
  return std::nullopt;
}

// "The bridge fell, a teacher rescues …": behind the comma stands one of its own.
bool Finder::has_own_party() const {
  return parties_ != nullptr && s_.grammar->order == WordOrder::kSubjectFirst &&
         trigger_.form == TriggerForm::kVerb && bounds_.part_begin > bounds_.begin &&
         parties_->before(s_, bounds_.part_begin, trigger_.match.begin);
}

// "Attacked the market of Lund": it befell the market. Where verbs stand first, who acts may stand
// between; then only the noun right before the name is sure to be its own.
bool Finder::is_object_owner(size_t i) {
  if (!action().takes_phrase || !is_owner(i)) return false;
  if (s_.grammar->order == WordOrder::kVerbFirst && roles_.recipient.empty()) {
    const Name& name = s_.names[i];
    if (name.full_begin > trigger_.match.end) {
      take_party(parties_->object(s_, {name.full_begin - 1, name.end}), roles_.recipient);
    }
  }
  return true;
}

// Where the verb ends the clause: a name before an earlier verb acts there, if the sentence does
// not begin with it. Elsewhere it is the object of an earlier verb right before it: "won the cup
// after beating Lund".
bool Finder::is_of_other_verb(size_t i) const {
  if (parties_ == nullptr) return false;
  const Name& name = s_.names[i];
  if (s_.grammar->order == WordOrder::kSubjectFirst) {
    return is_behind_opener() && name.full_begin > bounds_.part_begin &&
           parties_->has_verb(s_, name.full_begin - 1, name.full_begin);
  }
  if (s_.grammar->order != WordOrder::kVerbLast) return false;
  const bool begins = name.full_begin <= bounds_.begin + 1 && trigger_.form != TriggerForm::kNoun;
  return !begins && parties_->has_verb(s_, name.full_end, trigger_.match.begin);
}

// "احتجاجا على طعن الطبيبة": behind a preposition what looks like a verb is a noun, and the name
// behind it is whom it befell.
bool Finder::is_behind_preposition() const {
  if (parties_ == nullptr || s_.grammar->order != WordOrder::kVerbFirst ||
      trigger_.form != TriggerForm::kVerb || trigger_.match.has_gap() ||
      !trigger_.match.prefix.empty() || trigger_.match.begin <= s_.begin) {
    return false;
  }
  const Mark& before = s_.mark(trigger_.match.begin - 1);
  return before.marker != Part::kNone && before.name < 0;
}

// "Condemned the kidnapping", "urged a visit": who blames, praises or asks for a deed did not do
// it.
bool Finder::is_of_others() const {
  if (parties_ == nullptr || trigger_.form != TriggerForm::kNoun) return false;
  if (s_.grammar->order != WordOrder::kVerbFirst) {
    // "Lund suffered an attack", "The ministry the attack OBJECT condemned": other verbs tell what
    // is done about it.
    const std::string& type = action().type;
    const bool harms = type == "ASSAULT" || type == "COERCE" || type == "SANCTION" ||
                       action().name == "investigate";
    if (harms) return !parties_->is_claimed(s_, bounds_.begin, trigger_.match.begin);
    if (s_.grammar->order == WordOrder::kVerbLast) return false;
  }
  const Trigger* before = nullptr;
  for (const Trigger& other : s_.triggers) {
    if (other.match.begin >= trigger_.match.begin) break;
    if (other.match.begin >= bounds_.begin && other.form != TriggerForm::kNoun) before = &other;
  }
  if (before == nullptr) return false;
  const Action& action = *before->action;
  if (action.slot(Part::kObject) != Slot::kRecipient)
    return false;  // "signed a truce" is their own
  return action.type == "SUPPORT" || action.type == "REQUEST" || action.name == "condemn";
}

void Finder::find_party_actor() {
  if (is_behind_preposition() || is_of_others()) return;
  std::optional<Parties::Stretch> who;
  size_t end = trigger_.match.begin;
  if (trigger_.form == TriggerForm::kNoun && !trigger_.match.has_gap()) {
    if (s_.grammar->order != WordOrder::kVerbLast) who = owner_phrase();
  } else if (s_.grammar->order == WordOrder::kVerbFirst) {
    const bool gap = trigger_.match.has_gap();
    const size_t begin = gap ? trigger_.match.gap_begin : trigger_.match.end;
    const size_t stop = gap ? trigger_.match.gap_end : bounds_.end;
    who = has_front_subject() ? parties_->behind(s_, {bounds_.part_begin, end})
                              : parties_->after(s_, begin, stop);
  } else if (trigger_.form != TriggerForm::kNoun) {
    while (end > bounds_.part_begin && (s_.mark(end - 1).adverb || s_.mark(end - 1).negation))
      --end;
    if (const size_t marked = behind_marked_subject(end); marked > 0) end = marked;
    who = parties_->before(s_, bounds_.part_begin, end);
    // What stands between two verbs is the first one's object, up to "and".
    // "Energy, transport and customs [signed]": the end of a list.
    if (who && who->end == end && s_.grammar->order == WordOrder::kVerbLast &&
        bounds_.part_begin > bounds_.begin) {
      for (size_t at = who->begin; at < who->end; ++at) {
        if (s_.mark(at).conjunction) return;
      }
    }
    const bool own = who && (!is_behind_verb() || s_.mark(who->begin - 1).conjunction ||
                             bounds_.part_begin > bounds_.begin);
    if (!own) return;
  }
  if (!take_party(who, roles_.actor)) return;
  const bool named = std::ranges::any_of(s_.names, [&](const Name& name) {
    return name.begin >= who->begin && name.end <= who->end && !name.adjective;
  });
  roles_.actor_rule = named ? "named" : "phrase";
}

// "Condemned the attack on the port and [urged]", "won gold after [beating]": the second verb goes
// on with the first one's subject.
bool Finder::joins_verb() const {
  if (!is_behind_verb()) return false;
  const size_t at = before_verb();
  return at > bounds_.begin && (s_.mark(at - 1).conjunction || is_behind_opener());
}

// The token behind the one that stands before the verb and its small words.
size_t Finder::before_verb() const {
  size_t at = trigger_.match.begin;
  while (at > bounds_.begin && (s_.mark(at - 1).adverb || s_.mark(at - 1).negation)) --at;
  return at;
}

// "After beating Lund".
bool Finder::is_behind_opener() const {
  const size_t at = before_verb();
  PhraseMatch opener;
  return trigger_.form == TriggerForm::kVerb && at > bounds_.begin &&
         s_.match(WordClass::kOpener, at - 1, at, opener);
}

// What stands between two verbs is the first one's object.
bool Finder::is_behind_verb() const {
  return parties_ != nullptr && bounds_.after_verb && trigger_.form == TriggerForm::kVerb &&
         s_.grammar->order == WordOrder::kSubjectFirst;
}

// A verb whose clause a word opens goes on with nobody, if no comma stands between.
bool Finder::may_go_on() const {
  if (is_behind_preposition() || (parties_ != nullptr && bounds_.after_relative)) return false;
  if (parties_ == nullptr || s_.grammar->order != WordOrder::kVerbLast) return true;
  return bounds_.begin == s_.begin || bounds_.part_begin > bounds_.begin ||
         !s_.mark(bounds_.begin - 1).boundary;
}

}  // namespace synoptic::annotate::syntax
