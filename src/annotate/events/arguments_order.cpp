// Which name is the subject where not the nearest one is: behind a verb that comes second, before
// a verb joined to another, around a relative clause about its object.
#include <algorithm>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_cases.h"
#include "annotate/events/party_phrases.h"
#include "annotate/events/told_deeds.h"

namespace synoptic::annotate::syntax {

// "Lund closed the port of Malmö and warned": the clause's first name is who acts, if a verb of its
// own can stand between it and the "and".
std::optional<size_t> Finder::subject_of_joined() const {
  const auto [from, to] = names_between(bounds_.part_begin, bounds_.joined);
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (!plain(i) || name.inflected) continue;
    size_t last = i;
    while (last + 1 < to && s_.names[last + 1].joined) ++last;
    const size_t behind = s_.names[last].full_end;
    const bool has_verb =
        behind + 1 < bounds_.joined && !only_small(s_, behind, bounds_.joined - 1);
    return has_verb && !is_owner(i) ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

// The first name in the tokens that may be subject or object, if nothing but small words stands
// before it.
std::optional<size_t> Finder::next_plain(size_t begin, size_t end) const {
  const auto [from, to] = names_between(begin, end);
  for (size_t i = from; i < to; ++i) {
    if (s_.names[i].adjective || s_.names[i].bracketed) continue;
    if (!plain(i)) return std::nullopt;
    for (size_t at = begin; at < s_.names[i].full_begin; ++at) {
      if (!s_.mark(at).skip && !only_small(s_, at, at + 1)) return std::nullopt;
    }
    return i;
  }
  return std::nullopt;
}

// Does what stands before the finite verb leave the subject for behind it: a group in another case
// or with a preposition, a time, a clause of its own?
bool Finder::is_opened_for_verb(size_t begin, size_t end) const {
  if (begin == end) {
    return begin > s_.begin && s_.token(begin - 1).kind == TokenKind::kComma &&
           s_.mark(s_.begin).boundary;
  }
  PhraseMatch found;
  return s_.mark(begin).marker != Part::kNone || only_small(s_, begin, end) ||
         (s_.is_word(begin) && s_.match(WordClass::kObliqueGroup, begin, end, found));
}

// "Den Hafen schloss Lund", "Lund hat Malmö angegriffen", "dass Lund Malmö angriff".
Finder::Order Finder::second_order() const {
  Order order;
  if (!s_.grammar->verb_second || trigger_.form == TriggerForm::kNoun) return order;
  const size_t begin = bounds_.part_begin, verb = trigger_.match.begin;
  size_t finite = begin;
  while (finite < verb && !has_finite(s_, finite, finite + 1)) ++finite;
  const bool framed = finite < verb;  // the verb ends what "hat" or "will" opens
  std::vector<size_t> plains;
  const auto [from, to] = names_between(begin, verb);
  for (size_t i = from; i < to; ++i) {
    if (plain(i)) plains.push_back(i);
  }
  const auto is_subject = [&](size_t i) { return !s_.names[i].inflected; };
  const auto add_object = [&] {
    for (const size_t i : plains) {
      if ((order.subject && i == *order.subject) || s_.names[i].joined) continue;
      order.objects.push_back(i);
      return;
    }
  };
  if (bounds_.resumes) {
    add_object();
    order.known = !order.objects.empty();
    return order;
  }
  if (framed) {
    const bool first_in_front = !plains.empty() && s_.names[plains.front()].begin < finite;
    if (bounds_.joined > 0 || bounds_.after_verb) return order;
    if (first_in_front && is_subject(plains.front())) {
      order.subject = plains.front();
    } else if (is_opened_for_verb(begin, finite) || first_in_front) {
      const auto next = next_plain(finite + 1, verb);
      if (next && is_subject(*next)) order.subject = next;
    }
    if (!order.subject && !plains.empty() && !first_in_front) {
      // "Die Regierung hat Lund kritisiert": words without a name act.
      const PhraseBounds words = subject_words(s_, begin, finite, finite);
      if (words.begin >= words.end) return order;
    }
    order.known = !plains.empty();
    add_object();
    return order;
  }
  const bool ends = trigger_.match.end >= bounds_.end || !s_.is_word(trigger_.match.end) ||
                    has_finite(s_, trigger_.match.end, trigger_.match.end + 1);
  if (ends && !trigger_.match.has_gap() && verb > begin && s_.mark(verb - 1).content &&
      bounds_.part_begin > bounds_.begin && plains.size() == 1) {
    // "Lund plant, Malmö zu verklagen": who plans it stands before the comma.
    const auto [early, late] = names_between(bounds_.begin, bounds_.part_begin);
    for (size_t i = early; i < late && !order.subject; ++i) {
      if (plain(i) && is_subject(i)) order.subject = i;
    }
    order.known = order.subject.has_value();
    if (order.known) add_object();
    return order;
  }
  if (ends && plains.size() > 1 && !bounds_.after_verb && is_subject(plains.front())) {
    order.subject = plains.front();
    add_object();
    order.known = !order.objects.empty();
    return order;
  }
  const bool front = std::ranges::any_of(plains, is_subject);
  if (front || bounds_.after_verb || bounds_.after_relative || bounds_.joined > 0 ||
      !is_opened_for_verb(begin, verb)) {
    return order;
  }
  const size_t behind = trigger_.match.has_gap() ? trigger_.match.gap_begin : trigger_.match.end;
  const auto next = next_plain(behind, bounds_.end);
  if (!next || !is_subject(*next)) return order;
  order.known = true;
  order.subject = next;
  if (!plains.empty()) {
    order.objects.push_back(plains.front());
    return order;
  }
  size_t last = *next;
  while (last + 1 < s_.names.size() && s_.names[last + 1].joined) ++last;
  const size_t stop = trigger_.match.has_gap() ? trigger_.match.gap_end : bounds_.end;
  if (const auto object = next_plain(s_.names[last].full_end, stop)) {
    order.objects.push_back(*object);
  }
  return order;
}

// "X, which …", "X is the company that …": the name that a relative clause is about.
std::optional<size_t> Finder::antecedent() const {
  if (!bounds_.after_relative || bounds_.begin <= s_.begin) return std::nullopt;
  size_t passed = 0;
  bool copula = false;
  for (size_t at = bounds_.begin - 1; at-- > s_.begin;) {
    const Mark& mark = s_.mark(at);
    if (s_.token(at).kind == TokenKind::kStop || mark.relative) return std::nullopt;
    if (mark.name >= 0) {
      const auto i = static_cast<size_t>(mark.name);
      if (s_.names[i].adjective) continue;
      if (usable(i) && (passed <= 1 || copula) && !is_owner(i)) return i;
      return std::nullopt;
    }
    if (mark.copula) copula = true;
    if (mark.boundary || is_saying(quote_cues(article_.lang), s_, at)) return std::nullopt;
    if (s_.is_word(at) && !mark.copula && ++passed > 5) return std::nullopt;
  }
  return std::nullopt;
}

// The name that a relative clause is about is what the relative word is in it: "whom", "with
// which", "a quien".
void Finder::take_antecedent(std::optional<size_t> about) {
  const Part part = relative_part();
  const bool object = part == Part::kObject || part == Part::kTo;
  if (!object) {
    if (about && !taken_[*about]) {
      Slot slot = action().slot(part);
      if ((slot == Slot::kActor && !passive()) || slot == Slot::kPlace) slot = Slot::kNothing;
      put(*about, slot);
    }
    return;
  }
  if (about && !taken_[*about] && !trigger_.passive &&
      (action().takes_phrase || action().slot(part) == Slot::kRecipient)) {
    take_list(*about, roles_.recipient);
  }
  if (!roles_.actor.empty() || passive() || bounds_.part_begin > bounds_.begin) return;
  const size_t verb = trigger_.match.begin;
  const bool right_behind = only_small(s_, bounds_.begin, verb);
  // One word between may be an adverb that no table has.
  if (right_behind || verb == bounds_.begin + 1) find_subject_of_inverted();
  if (right_behind && roles_.actor.empty()) find_phrase_of_inverted();
}

// "…, whom arrested detectives of Lund": the words behind the verb.
void Finder::find_phrase_of_inverted() {
  constexpr size_t kLongest = 4;  // tokens
  if (s_.grammar->order != WordOrder::kSubjectFirst || trigger_.form != TriggerForm::kVerb) return;
  size_t begin = trigger_.match.end;
  while (begin < bounds_.end && s_.mark(begin).skip && s_.mark(begin).name < 0) ++begin;
  size_t end = begin;
  while (end < bounds_.end && end - begin < kLongest && s_.is_word(end)) {
    const Mark& mark = s_.mark(end);
    if (mark.marker != Part::kNone || mark.when || mark.adverb || mark.conjunction ||
        mark.content || mark.negation || (end == begin && is_oblique(s_, end))) {
      break;
    }
    ++end;
  }
  if (end == begin || is_nobody(s_, begin, end) ||
      s_.grammar->ending(WordClass::kContentEnding, s_.token(begin).folded) != nullptr) {
    return;
  }
  roles_.actor.push_back(argument_of(s_, begin, end, article_));
  roles_.actor_rule = "phrase";
}

// "A Lund la acusó Malmö": behind what it is done to, which stands first, the subject comes last.
void Finder::find_subject_of_fronted() {
  if (s_.grammar->order != WordOrder::kSubjectFirst || passive() || roles_.recipient.empty() ||
      trigger_.form != TriggerForm::kVerb || bounds_.after_verb || bounds_.joined > 0) {
    return;
  }
  const size_t first = bounds_.part_begin;
  const auto [from, to] = names_between(first, trigger_.match.begin);
  if (from == to || s_.names[from].part != Part::kTo || s_.names[from].full_begin > first + 1 ||
      action().slot(Part::kTo) != Slot::kRecipient) {
    return;
  }
  size_t last = from;
  while (last + 1 < to && s_.names[last + 1].joined) ++last;
  if (last + 1 == to && trigger_.match.begin - s_.names[last].full_end <= 1) {
    find_subject_of_inverted();
  }
}

// What the name before a relative clause is in it; a verb that takes it up has it as its object.
Part Finder::relative_part() const {
  if (s_.grammar->order != WordOrder::kVerbFirst) return bounds_.relative_part;
  // "الذي احتجزها قرب …": without a word behind it the verb takes up somebody else.
  const size_t behind = trigger_.match.end;
  const bool led = behind < bounds_.end && s_.is_word(behind) &&
                   s_.mark(behind).marker == Part::kNone && !s_.mark(behind).adverb;
  const bool up = bounds_.after_relative && trigger_.form == TriggerForm::kVerb && led &&
                  bounds_.begin == trigger_.match.begin && behind == bounds_.begin + 1 &&
                  s_.grammar->ending(WordClass::kResumptive,
                                     s_.token(trigger_.match.end - 1).folded) != nullptr;
  return up ? Part::kObject : Part::kNone;
}

// "… बधाई दी और X को न्योता दिया": where the verb is last, who did the one thing does the next.
bool Finder::goes_on_behind_and() const {
  if (s_.grammar->order != WordOrder::kVerbLast || !bounds_.after_verb ||
      trigger_.form != TriggerForm::kVerb || unread_subject_) {
    return false;
  }
  // Elsewhere an unmarked subject of its own may not have been seen.
  const auto& markers = s_.grammar->words[static_cast<size_t>(WordClass::kMarkerAfter)];
  if (!std::ranges::any_of(markers, [](const auto& w) { return w.part == Part::kSubject; })) {
    return false;
  }
  size_t at = bounds_.begin;
  while (at < trigger_.match.begin && only_small(s_, at, at + 1)) ++at;
  return at < trigger_.match.begin && s_.mark(at).conjunction && s_.mark(at).name < 0;
}

}  // namespace synoptic::annotate::syntax
