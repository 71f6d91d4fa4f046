// Who says what is told, and which words only say so.
#include <algorithm>

#include "annotate/events/told_deeds.h"
#include "annotate/events/verb_chains.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kOwnerReach = 2;   // tokens between a deed and whose it is
constexpr size_t kTargetReach = 6;  // and whom it befell

// と, "-다고": what is said ends here.
bool ends_in_quotation(const Sentence& s, size_t at) {
  const auto& words = s.grammar->words[static_cast<size_t>(WordClass::kTelling)];
  const std::string_view folded = s.token(at).folded;
  return s.is_word(at) && s.mark(at).name < 0 &&
         std::ranges::any_of(words, [&](const Grammar::Word& word) {
           return word.value == "quotation" && folded.ends_with(word.text);
         });
}

// が, "-이": the mark of a subject that may be an inner one, and no topic.
bool has_inner_mark(const Sentence& s, const Name& name, size_t last) {
  const auto& markers = s.grammar->words[static_cast<size_t>(WordClass::kMarkerAfter)];
  const auto& telling = s.grammar->words[static_cast<size_t>(WordClass::kTelling)];
  constexpr size_t kReach = 4;  // tokens: the title between
  const bool tight = s.token(name.begin).spaceless;
  const size_t end = std::min(last, name.end + kReach);
  for (size_t at = tight ? name.end : name.end - 1; at < end; ++at) {
    const std::string_view folded = s.token(at).folded;
    const auto fits = [&](const Grammar::Word& word) {
      return tight ? folded == word.text
                   : folded.size() > word.text.size() && folded.ends_with(word.text);
    };
    const auto inner = [&](const Grammar::Word& w) { return w.value == "subject" && fits(w); };
    const auto outer = [&](const Grammar::Word& w) { return w.part == Part::kSubject && fits(w); };
    if (std::ranges::any_of(telling, inner)) return true;
    if (std::ranges::any_of(markers, outer)) return false;
  }
  return false;
}

// "Mahkeme, …": the inner clause begins behind the comma.
bool ends_at_comma(const Sentence& s, const model::Argument& phrase) {
  const size_t at = token_at(s.passage->tokens, phrase.at.range.end);
  return at < s.end && s.token(at).kind == TokenKind::kComma;
}

// 市長は: a phrase with the mark of the topic behind it.
bool is_topic(const Sentence& s, const model::Argument& phrase, size_t last) {
  const size_t at = token_at(s.passage->tokens, phrase.at.range.end);
  PhraseMatch found;
  if (at < s.begin || at >= last || !s.match(WordClass::kMarkerAfter, at, last, found) ||
      s.grammar->word(WordClass::kMarkerAfter, found.id).part != Part::kSubject) {
    return false;
  }
  return !s.match(WordClass::kTelling, at, last, found) ||
         s.grammar->word(WordClass::kTelling, found.id).value != "subject";
}

}  // namespace

void take_owner(const Sentence& s, const Trigger& trigger, size_t teller, Roles& roles) {
  if (trigger.action->type != "ASSAULT") return;
  const size_t first = trigger.match.begin, end = trigger.match.end;
  const auto is_near = [&](size_t from, size_t to) {
    if (to > from + kOwnerReach) return false;
    for (size_t at = from; at < to; ++at) {
      const Mark& mark = s.mark(at);
      if (mark.name >= 0 || s.token(at).kind == TokenKind::kComma) return false;
      if (s.is_word(at) && s.token(at).folded.size() > 1 && !mark.skip &&
          mark.marker == Part::kNone && s.grammar->order != WordOrder::kVerbLast) {
        return false;
      }
    }
    return true;
  };
  const Name* owner = nullptr;
  const Name* target = nullptr;
  for (const Name& name : s.names) {
    if (name.begin == teller || name.bracketed || name.adjective || name.negated) continue;
    const bool verb_last = s.grammar->order == WordOrder::kVerbLast;
    const bool before = name.end <= first && is_near(name.end, first) &&
                        (name.part == Part::kOf || (!verb_last && name.part == Part::kNone));
    const bool behind =
        name.begin >= end && is_near(end, name.begin) &&
        (name.part == Part::kNone || name.part == Part::kOf || name.part == Part::kFrom);
    const bool marked = name.part == Part::kOn || name.part == Part::kTo;
    if (owner == nullptr && (before || behind)) {
      owner = &name;
    } else if (target == nullptr && marked && name.begin < end + kTargetReach &&
               first < name.end + kTargetReach) {
      target = &name;
    }
  }
  if (owner == nullptr || target == nullptr) return;
  roles.actor = {argument_of(*owner)};
  roles.actor_rule = "named";
  roles.recipient = {argument_of(*target)};
}

bool is_saying(const QuoteCues* say, const Sentence& s, size_t at) {
  PhraseMatch found;
  const auto& tokens = s.passage->tokens;
  return say != nullptr && (say->match(CueClass::kSay, tokens, at, s.end, found) ||
                            say->match(CueClass::kReport, tokens, at, s.end, found) ||
                            say->match(CueClass::kTell, tokens, at, s.end, found));
}

void take_speaker(const Sentence& s, const Trigger& trigger, Roles& roles) {
  const size_t first = trigger.match.begin;
  if (s.grammar->order != WordOrder::kVerbLast || trigger.form == TriggerForm::kNoun ||
      first == s.begin || roles.actor_rule == "by" || roles.actor_rule == "adjective") {
    return;
  }
  PhraseMatch found;
  const std::string& type = trigger.action->type;
  const bool says = trigger.action->has_content || type == "ACCUSE" || type == "REQUEST" ||
                    type == "THREATEN" || s.match(WordClass::kTelling, first, s.end, found);
  if (!says || !ends_in_quotation(s, first - 1)) return;
  // The last topic; the first subject where there is none.
  const Name* speaker = nullptr;
  bool topic = false;
  for (const Name& name : s.names) {
    if (name.end > first) break;
    if (name.part != Part::kSubject || name.bracketed || name.negated || name.adjective) continue;
    const bool outer = !has_inner_mark(s, name, first);
    if (speaker != nullptr && !outer) continue;
    if (speaker == nullptr || outer) speaker = &name;
    topic = topic || outer;
  }
  if (speaker != nullptr && (topic || roles.actor_rule != "named")) {
    const model::Argument who = argument_of(*speaker);
    std::erase_if(roles.recipient,
                  [&](const model::Argument& other) { return other.at.range == who.at.range; });
    roles.actor = {who};
    roles.actor_rule = "named";
  } else if (roles.actor_rule == "phrase" && !is_topic(s, roles.actor.front(), first) &&
             !ends_at_comma(s, roles.actor.front())) {
    roles.actor.clear();
    roles.actor_rule.clear();
  }
}

bool only_confirms(const Sentence& s, const Trigger& trigger) {
  PhraseMatch found;
  // "Düşeceğini savundu": what he says is so, and supports nobody.
  const size_t first = trigger.match.begin;
  if (trigger.action->type == "SUPPORT" && s.grammar->order == WordOrder::kVerbLast &&
      trigger.form == TriggerForm::kVerb && first > s.begin && s.mark(first - 1).name < 0 &&
      is_fact(s, first - 1)) {
    return true;
  }
  if (trigger.action->type != "SUPPORT" ||
      !s.match(WordClass::kTelling, trigger.match.begin, s.end, found)) {
    return false;
  }
  const std::string_view value = s.grammar->word(WordClass::kTelling, found.id).value;
  if (value != "tell" && value != "far") return false;
  return std::ranges::any_of(s.triggers, [&](const Trigger& deed) {
    return deed.action->type == "ASSAULT" && deed.match.begin != trigger.match.begin;
  });
}

bool is_told_of(const Sentence& s, const Trigger& announcing, const Trigger& deed) {
  if (deed.form != TriggerForm::kNoun || deed.action->type != "ASSAULT") return false;
  PhraseMatch found;
  return s.match(WordClass::kTelling, announcing.match.begin, s.end, found);
}

}  // namespace synoptic::annotate::syntax
