#include "annotate/events/asides.h"

#include "annotate/events/arguments.h"
#include "annotate/events/parties.h"
#include "annotate/events/party_phrases.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestSubject = 8;  // tokens of one that is no name

bool is_passive_trigger(const Trigger& trigger) {
  return trigger.passive || trigger.form == TriggerForm::kPassive;
}

// The token behind the comma before an aside that the trigger stands in; 0: it stands in none.
size_t aside_of(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  if (trigger.form == TriggerForm::kNoun) return 0;
  const auto is_comma = [&](size_t at) {
    return at > s.begin && s.token(at - 1).kind == TokenKind::kComma && s.mark(at - 1).depth == 0;
  };
  if (bounds.after_relative) {
    size_t first = bounds.begin - 1;  // the relative word; its preposition stands before it
    while (first > s.begin && s.is_word(first) && s.mark(first).name < 0 && !is_comma(first) &&
           (s.mark(first - 1).marker != Part::kNone || s.mark(first - 1).skip)) {
      --first;
    }
    return is_comma(first) ? first : 0;
  }
  const size_t part = bounds.part_begin;
  const bool participle = is_passive_trigger(trigger) && trigger.match.begin == part &&
                          part > bounds.begin && !bounds.after_verb;
  return participle && is_comma(part) ? part : 0;
}

// ", accused", ", hat … beschuldigt": a verb right behind the comma.
bool goes_on_behind_comma(const Sentence& s, const Trigger& trigger, const Bounds& bounds) {
  if (trigger.form == TriggerForm::kNoun || !bounds.after_verb ||
      bounds.part_begin <= bounds.begin || s.token(bounds.part_begin - 1).kind != TokenKind::kComma)
    return false;
  const size_t verb = trigger.match.begin;
  if (verb == bounds.part_begin && is_passive_trigger(trigger)) return false;
  return only_small(s, bounds.part_begin, verb) ||
         (s.grammar->verb_second && has_finite(s, bounds.part_begin, bounds.part_begin + 1));
}

}  // namespace

std::vector<model::Argument> subject_before_aside(const Sentence& s, size_t end,
                                                  const model::Article& article,
                                                  const std::vector<model::Argument>& actor) {
  size_t begin = end;
  while (begin > s.begin) {
    const Mark& mark = s.mark(begin - 1);
    if (mark.trigger >= 0) {
      const Trigger& verb = s.triggers[static_cast<size_t>(mark.trigger)];
      if (verb.form != TriggerForm::kNoun) return actor;  // what it is done to stands before
    }
    if (s.token(begin - 1).kind == TokenKind::kStop ||
        (mark.name < 0 && (mark.boundary || mark.relative))) {
      break;
    }
    --begin;
  }
  const Parties* parties = Parties::of(article.lang);
  std::vector<model::Argument> list;
  for (const Name& name : s.names) {
    if (name.begin < begin || name.end > end || name.bracketed) continue;
    if (!list.empty()) {
      if (!name.joined) break;
      list.push_back(argument_of(name));
      continue;
    }
    const bool bare = name.part == Part::kNone || name.part == Part::kSubject;
    if (!bare || name.adjective || name.inflected || name.negated) continue;
    if (parties != nullptr && parties->is_owner(s, name)) continue;
    list.push_back(argument_of(name));
  }
  if (!list.empty() || s.grammar->order != WordOrder::kSubjectFirst) return list;
  while (begin < end && (s.mark(begin).skip || s.mark(begin).adverb || !s.is_word(begin))) ++begin;
  while (end > begin && !s.is_word(end - 1)) --end;
  if (begin >= end || s.token(begin).spaceless || s.mark(begin).marker != Part::kNone) return {};
  const PhraseBounds words = subject_words(s, begin, end, end);
  if (words.begin >= words.end || words.end - words.begin > kLongestSubject) return {};
  return {argument_of(s, words.begin, words.end, article)};
}

void Asides::pass(const Sentence& s, const Trigger& trigger, Bounds& bounds,
                  std::vector<model::Argument>& actor) {
  if (const size_t aside = aside_of(s, trigger, bounds)) {
    if (aside != opened_at_) subject_ = subject_before_aside(s, aside - 1, article_, actor);
    opened_at_ = aside;
    return;
  }
  if (opened_at_ == 0 || !goes_on_behind_comma(s, trigger, bounds)) return;
  opened_at_ = 0;
  if (subject_.empty()) return;
  actor = subject_;
  bounds.begin = bounds.part_begin;
  bounds.after_verb = bounds.after_relative = bounds.after_reason = false;
  bounds.joined = 0;
  bounds.resumes = true;
}

}  // namespace synoptic::annotate::syntax
