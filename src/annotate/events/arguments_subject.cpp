// Which known name is the subject, by where it stands: before the verb, or close behind it.
#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_phrases.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kNearVerb = 4;    // words between a verb and the subject behind it
constexpr size_t kBeforeVerb = 3;  // words between a subject and its verb

}  // namespace

std::optional<size_t> Finder::subject_before() const {
  const auto [from, to] = names_between(bounds_.part_begin, trigger_.match.begin);
  for (size_t i = to; i-- > from;) {
    if (s_.names[i].part == Part::kSubject && usable(i)) return i;
  }
  const bool joined = bounds_.joined > 0 && !bounds_.after_verb;
  if (joined) {
    if (const auto first = subject_of_joined()) return first;
  }
  for (size_t i = to; i-- > from && !joined;) {
    if (!plain(i) || s_.names[i].inflected) continue;
    // "rejects X and chooses Y": X belongs to the verb before.
    if (bounds_.after_verb) {
      for (size_t at = s_.names[i].full_end; at < trigger_.match.begin; ++at) {
        if (s_.mark(at).conjunction) return std::nullopt;
      }
    }
    if (is_of_other_verb(i)) continue;
    if (is_behind_counted(s_.names[i])) return std::nullopt;
    if (is_owner(i)) {
      if (s_.grammar->order != WordOrder::kVerbLast) return std::nullopt;
      break;
    }
    return i;
  }
  if (bounds_.after_verb || has_own_party()) return std::nullopt;
  // "Selon Lund, dix hommes sont arrêtés": only a clause that was opened ends at the comma.
  const bool opened = bounds_.begin > s_.begin && s_.mark(bounds_.begin - 1).boundary;
  if (opened && has_own_subject(s_, bounds_.part_begin, trigger_.match.begin)) return std::nullopt;
  // Behind a comma the subject is the first name of what stands before it.
  const auto [early, late] = names_between(bounds_.begin, bounds_.part_begin);
  for (size_t i = early; i < late; ++i) {
    if (plain(i) && !s_.names[i].inflected) return is_owner(i) ? std::nullopt : std::optional(i);
  }
  return std::nullopt;
}

// Of a verb-first clause: the name close behind the verb, or in the gap of a two-part one.
std::optional<size_t> Finder::subject_behind() const {
  const bool gap = trigger_.match.has_gap();
  const size_t begin = gap ? trigger_.match.gap_begin : trigger_.match.end;
  const size_t end = gap ? trigger_.match.gap_end : bounds_.end;
  const auto [from, to] = names_between(begin, end);
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (name.adjective) continue;
    if (!plain(i) || is_owner(i)) return std::nullopt;
    size_t between = 0;
    for (size_t at = begin; at < name.full_begin; ++at) {
      const Mark& mark = s_.mark(at);
      if (mark.marker != Part::kNone || mark.relative || mark.boundary) return std::nullopt;
      if (s_.is_word(at) && !mark.skip && !mark.adverb && mark.name < 0) ++between;
    }
    if (between > kNearVerb || is_behind_body(begin, name.full_begin)) return std::nullopt;
    return i;
  }
  return std::nullopt;
}

std::optional<size_t> Finder::subject() const {
  if (trigger_.owned) {
    if (const auto doer = doer_of_noun()) return doer;
  }
  if (bounds_.resumes || trigger_.goes_on || is_behind_preposition() || is_of_others())
    return std::nullopt;
  if (trigger_.form == TriggerForm::kNoun || s_.grammar->order != WordOrder::kVerbFirst) {
    if (s_.grammar->order == WordOrder::kVerbFirst && trigger_.match.has_gap()) {
      if (const auto behind = subject_behind()) return behind;
    }
    return subject_before();
  }
  if (trigger_.match.has_gap()) {
    if (const auto behind = subject_behind()) return behind;
  }
  // A name right before the verb, with nothing that begins a clause between, is its subject too.
  const bool opened = !trigger_.match.prefix.empty() &&
                      s_.grammar->exact(WordClass::kClitic, trigger_.match.prefix) != nullptr;
  if (!opened) {
    const auto [from, to] = names_between(bounds_.part_begin, trigger_.match.begin);
    for (size_t i = to; i-- > from;) {
      if (s_.names[i].adjective || s_.names[i].bracketed) continue;
      size_t between = 0;
      for (size_t at = s_.names[i].full_end; at < trigger_.match.begin; ++at) {
        if (s_.is_word(at) && !s_.mark(at).adverb && !s_.mark(at).negation) ++between;
      }
      if (plain(i) && between <= kBeforeVerb && !is_owner(i)) return i;
      break;
    }
    if (has_front_subject()) return std::nullopt;
  }
  if (is_told_deed()) return std::nullopt;
  return subject_behind();
}

}  // namespace synoptic::annotate::syntax
