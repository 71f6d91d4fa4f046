#include "annotate/events/clause.h"

#include <algorithm>
#include <utility>

#include "annotate/events/asked_deeds.h"
#include "annotate/events/clause_names.h"
#include "annotate/events/denied_charges.h"
#include "annotate/events/opened_clauses.h"
#include "annotate/events/passive_signs.h"
#include "annotate/events/passives.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kClauseReach = 90;  // tokens on either side of a trigger
constexpr size_t kListReach = 3;     // tokens between a comma and the name it joins

// Right behind it, or behind its preposition: ", mit dem".
bool is_behind_comma(const Sentence& sentence, size_t at) {
  for (size_t before = at; before-- > sentence.begin && at - before < 3;) {
    if (sentence.token(before).kind == TokenKind::kComma) return true;
    if (sentence.mark(before).marker == Part::kNone) return false;
  }
  return false;
}

// "More than 40": no comparison, and no marker of a name behind it.
bool counts_what_follows(const Sentence& sentence, const PhraseMatch& words) {
  const auto& tokens = sentence.passage->tokens;
  if (sentence.grammar->word(WordClass::kQuantifier, words.id).value == "always") return true;
  return words.end < sentence.end && !tokens[words.end].folded.empty() &&
         tokens[words.end].folded[0] >= '0' && tokens[words.end].folded[0] <= '9';
}

void mark_words(Sentence& sentence) {
  const auto& tokens = sentence.passage->tokens;
  const Grammar& rules = *sentence.grammar;
  int depth = 0;
  size_t denied_to = sentence.begin, counted_to = sentence.begin;
  for (size_t at = sentence.begin; at < sentence.end; ++at) {
    Mark& mark = sentence.mark(at);
    if (tokens[at].kind == TokenKind::kClose && depth > 0) --depth;
    mark.depth = depth;
    if (tokens[at].kind == TokenKind::kOpen) ++depth;
    if (tokens[at].kind != TokenKind::kWord) continue;
    PhraseMatch found;
    mark.classes = rules.classes_of(tokens[at].folded);
    if (mark.classes == 0) continue;
    if (at < counted_to) continue;
    const auto is = [&](WordClass kind) { return sentence.match(kind, at, sentence.end, found); };
    if (is(WordClass::kQuantifier) && counts_what_follows(sentence, found)) {
      for (counted_to = found.begin; counted_to < found.end; ++counted_to) {
        sentence.mark(counted_to).skip = sentence.mark(counted_to).quantifier = true;
      }
      continue;
    }
    if (is(WordClass::kMarkerBefore)) {
      const Part part = rules.word(WordClass::kMarkerBefore, found.id).part;
      for (size_t i = found.begin; i < found.end; ++i) {
        if (sentence.mark(i).marker == Part::kNone) sentence.mark(i).marker = part;
      }
    }
    if (is(WordClass::kBoundary)) {
      const bool reason = rules.word(WordClass::kBoundary, found.id).value == "because";
      for (size_t i = found.begin; i < found.end; ++i) {
        sentence.mark(i).boundary = true;
        sentence.mark(i).reason = reason;
      }
    }
    mark.relative = is(WordClass::kRelative);
    // "not only" denies nothing.
    if (is(WordClass::kNegation)) {
      const std::string& value = rules.word(WordClass::kNegation, found.id).value;
      mark.question = value == "question";
      mark.negation = value != "none" && !mark.question;
      mark.negation_next = value == "next";
    }
    if (is(WordClass::kNegationAfter)) {
      const std::string& value = rules.word(WordClass::kNegationAfter, found.id).value;
      mark.denies_before = value == "next";
      mark.not_held = value == "held";
      mark.negation_after = !mark.denies_before && !mark.not_held;
    }
    mark.pronoun = is(WordClass::kPronoun);
    mark.copula = is(WordClass::kCopula);
    mark.content = is(WordClass::kContent);
    mark.skip = is(WordClass::kSkip) && !is_title_of_persons(rules, found);
    // "Kritisierte den Präsidenten": an article opens a clause behind a comma only.
    if (mark.relative && mark.skip) mark.relative = is_behind_comma(sentence, at);
    mark.adverb = is(WordClass::kAdverb);
    if (at >= denied_to && is(WordClass::kDenial)) {
      sentence.denials.push_back(
          {denial_kind(rules.word(WordClass::kDenial, found.id).value), found});
      denied_to = found.has_gap() ? at + 1 : found.end;
    }
    if (is(WordClass::kAnd)) {
      for (size_t i = found.begin; i < found.end; ++i) sentence.mark(i).conjunction = true;
    }
  }
}

// "Des hommes ont attaqué": where a clause begins a marker that is an article, too, is one.
void read_opening_articles(Sentence& s) {
  if (s.grammar->order != WordOrder::kSubjectFirst) return;
  for (size_t at = s.begin; at < s.end; ++at) {
    Mark& mark = s.mark(at);
    const bool opens = at == s.begin || s.token(at - 1).kind == TokenKind::kComma ||
                       (s.mark(at - 1).boundary && s.mark(at - 1).name < 0);
    if (!opens || mark.marker != Part::kFrom || s.token(at).spaceless ||
        s.grammar->exact(WordClass::kArticle, s.token(at).folded) == nullptr) {
      continue;
    }
    mark.marker = Part::kNone;
    mark.skip = true;
  }
}

// "Whom", "with which", "a quien": what the name before is in the relative clause.
void read_relatives(Sentence& s) {
  constexpr size_t kMarkerReach = 2;  // tokens: "a la que"
  PhraseMatch found;
  for (size_t at = s.begin; at < s.end; ++at) {
    Mark& mark = s.mark(at);
    if (!mark.relative || !s.match(WordClass::kRelative, at, s.end, found)) continue;
    // ", mit den USA zu verhandeln": before a name it is the article.
    if (mark.skip && at + 1 < s.end && s.mark(at + 1).name >= 0) {
      mark.relative = false;
      continue;
    }
    mark.relative_part = s.grammar->word(WordClass::kRelative, found.id).part;
    // "Brother of whom …": only what stands right behind the comma is the name itself.
    if (at > s.begin && s.is_word(at - 1) && s.mark(at - 1).name < 0) {
      mark.relative_part = Part::kNone;
    }
    for (size_t before = at; before > s.begin && at - before < kMarkerReach;) {
      const Mark& small = s.mark(--before);
      if (!s.is_word(before)) break;
      if (small.marker != Part::kNone) {
        mark.relative_part = small.marker;
        break;
      }
      if (!small.skip) break;
    }
  }
}

// A figure alone may as well belong to a name: "the 2024 Games".
void mark_times(Sentence& sentence, std::span<const model::TimeMention* const> times) {
  for (const auto* time : times) {
    const Range range = time->at.range;
    if (range.end <= sentence.token(sentence.begin).at.begin) continue;
    if (range.begin >= sentence.token(sentence.end - 1).at.end) break;
    const size_t begin = std::max(sentence.begin, token_at(sentence.passage->tokens, range.begin));
    const size_t end = std::min(sentence.end, token_at(sentence.passage->tokens, range.end));
    const bool figure = end == begin + 1 && is_figure(sentence.token(begin).folded);
    for (size_t at = begin; at < end && !figure; ++at) sentence.mark(at).when = true;
    if (end < begin + 2) continue;
    for (size_t at = begin; at < end; ++at) sentence.mark(at).time = true;
  }
}

// "Will X treffen": where a noun is written with a capital, the same word without one is a verb.
bool is_small_verb(const Sentence& s, const Trigger& trigger) {
  if (!s.grammar->verb_second || trigger.form != TriggerForm::kNoun ||
      trigger.match.end != trigger.match.begin + 1) {
    return false;
  }
  const char first = s.token(trigger.match.begin).at.of(s.passage->text)[0];
  return first >= 'a' && first <= 'z';
}

void place_triggers(Sentence& sentence, const EventLexicon* lexicon) {
  if (lexicon == nullptr) return;
  auto triggers =
      lexicon->find(sentence.passage->text, sentence.passage->tokens, sentence.begin, sentence.end);
  take_deniers(sentence, triggers);
  read_denied_charges(sentence, triggers);
  if (sentence.grammar->order == WordOrder::kVerbFirst) read_passive_signs(sentence, triggers);
  for (Trigger& trigger : triggers) {
    const int name = sentence.mark(trigger.match.begin).name;
    if (name >= 0) continue;  // "Bank for Reconstruction"
    if (is_no_verb(sentence, trigger)) continue;
    if (is_small_verb(sentence, trigger)) trigger.form = TriggerForm::kVerb;
    const int index = static_cast<int>(sentence.triggers.size());
    for (size_t at = trigger.match.begin; at < trigger.match.end; ++at) {
      const bool in_gap = at >= trigger.match.gap_begin && at < trigger.match.gap_end;
      if (!in_gap) sentence.mark(at).trigger = index;
    }
    sentence.triggers.push_back(std::move(trigger));
  }
}

}  // namespace

bool is_figure(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789.,") == std::string_view::npos;
}

Sentence read_sentence(const Passage& passage, Range sentence_range, const Grammar& grammar,
                       const EventLexicon* lexicon, const knowledge::Knowledge& knowledge,
                       std::span<const model::TimeMention* const> times) {
  Sentence sentence;
  sentence.passage = &passage;
  sentence.grammar = &grammar;
  sentence.begin = token_at(passage.tokens, sentence_range.begin);
  sentence.end = token_at(passage.tokens, sentence_range.end);
  if (sentence.begin >= sentence.end) {
    sentence.end = sentence.begin;
    return sentence;
  }
  sentence.marks.resize(sentence.end - sentence.begin);
  mark_words(sentence);
  read_opening_articles(sentence);
  mark_times(sentence, times);
  // Names are needed to drop triggers inside them, triggers to know how far a marker reaches.
  place_names(sentence);
  read_relatives(sentence);
  place_triggers(sentence, lexicon);
  mark_opened_clauses(sentence);
  read_markers(sentence, knowledge);
  join_names(sentence);
  mark_asked_deeds(sentence);
  mark_passives(sentence);
  return sentence;
}

namespace {

bool is_stop(const Sentence& sentence, size_t at) {
  return sentence.token(at).kind == TokenKind::kStop && sentence.mark(at).depth == 0;
}

bool is_other_verb(const Sentence& sentence, size_t at, const Trigger& trigger) {
  const int index = sentence.mark(at).trigger;
  if (index < 0) return false;
  const Trigger& other = sentence.triggers[static_cast<size_t>(index)];
  return &other != &trigger && other.form != TriggerForm::kNoun && !other.asked_for;
}

bool opens_clause(const Mark& mark) { return mark.name < 0 && (mark.boundary || mark.relative); }

// Auxiliaries and clitics before a verb count, too: "et a été", "y le".
bool may_lead_verb(const Sentence& s, size_t at) {
  if (!s.is_word(at)) return s.token(at).kind == TokenKind::kOther;
  const Mark& mark = s.mark(at);
  if (mark.name >= 0 || mark.trigger >= 0) return false;
  if (mark.adverb || mark.negation || mark.time || mark.when || mark.copula || mark.pronoun) {
    return true;
  }
  const std::string_view word = s.token(at).at.of(s.passage->text);
  return s.grammar->exact(WordClass::kPerfect, word) != nullptr ||
         s.grammar->exact(WordClass::kPassive, word) != nullptr ||
         s.grammar->exact(WordClass::kReflexive, s.token(at).folded) != nullptr;
}

// Where the verb's own words begin behind the "and" that joins it to a verb before; 0: none does.
size_t joined_behind(const Sentence& s, const Trigger& trigger, size_t begin) {
  const size_t verb = trigger.match.begin;
  if (trigger.form == TriggerForm::kNoun || s.grammar->order == WordOrder::kVerbLast) return 0;
  if (s.grammar->order == WordOrder::kVerbFirst) {
    const auto* clitic = s.grammar->exact(WordClass::kClitic, trigger.match.prefix);
    return verb > begin && clitic != nullptr && clitic->value == "and" ? verb : 0;
  }
  for (size_t at = verb; at-- > begin;) {
    const Mark& mark = s.mark(at);
    // 参与: without blanks the sign for "and" between names is a part of words, too.
    const bool joins = mark.conjunction && (mark.adverb || !s.token(at).spaceless);
    if (joins && mark.name < 0 && mark.trigger < 0) return at > begin ? at + 1 : 0;
    if (!may_lead_verb(s, at)) return 0;
  }
  return 0;
}

}  // namespace

bool only_small(const Sentence& sentence, size_t begin, size_t end) {
  for (size_t at = begin; at < end; ++at) {
    if (!may_lead_verb(sentence, at)) return false;
  }
  return true;
}

bool parts_clauses(const Sentence& sentence, size_t at) {
  if (sentence.token(at).kind != TokenKind::kComma || sentence.mark(at).depth > 0) return false;
  for (const Name& name : sentence.names) {  // "…, President X and President Y"
    if (name.full_begin > at && name.full_begin < name.begin && name.full_begin <= at + kListReach)
      return !name.joined;
  }
  for (size_t i = at + 1; i < sentence.end && i <= at + kListReach; ++i) {
    const int name = sentence.mark(i).name;
    if (name >= 0) return !sentence.names[static_cast<size_t>(name)].joined;
  }
  return true;
}

namespace {

// Where the verb is last: does a marker stand right behind the comma?
bool closes_aside(const Sentence& s, size_t comma, size_t verb) {
  PhraseMatch found;
  return s.grammar->order == WordOrder::kVerbLast && comma + 1 < verb && s.is_word(comma + 1) &&
         !s.token(comma + 1).spaceless &&
         s.match(WordClass::kMarkerAfter, comma + 1, s.end, found) &&
         is_core(s.grammar->word(WordClass::kMarkerAfter, found.id).part);
}

}  // namespace

Bounds clause_around(const Sentence& sentence, const Trigger& trigger) {
  Bounds bounds;
  const size_t first = trigger.match.begin;
  const size_t reach =
      first - sentence.begin > kClauseReach ? first - kClauseReach : sentence.begin;
  bounds.begin = bounds.part_begin = reach;
  bool comma = false, in_aside = false;
  for (size_t at = first; at-- > reach;) {
    const Mark& mark = sentence.mark(at);
    if (is_stop(sentence, at) || opens_clause(mark) ||
        (is_other_verb(sentence, at, trigger) && trigger.form != TriggerForm::kNoun)) {
      bounds.begin = at + 1;
      bounds.after_relative = mark.relative;
      bounds.after_reason = mark.reason;
      bounds.after_verb = mark.trigger >= 0;
      bounds.relative_part = mark.relative_part;
      break;
    }
    if (!comma && parts_clauses(sentence, at)) {
      // "X, the mayor, را": neither comma of it parts the object from its verb.
      if (std::exchange(in_aside, !in_aside && closes_aside(sentence, at, first)) || in_aside) {
        continue;
      }
      comma = true;
      bounds.part_begin = at + 1;
    }
  }
  bounds.part_begin = std::max(bounds.part_begin, bounds.begin);
  bounds.joined = joined_behind(sentence, trigger, bounds.part_begin);
  // "…, whom the judge knows, accused": a comma ends the relative clause, but two set words apart.
  size_t commas = 0;
  for (size_t at = bounds.begin; at < bounds.part_begin; ++at)
    commas += parts_clauses(sentence, at);
  const bool infinitive =
      first > bounds.begin && sentence.mark(first - 1).content && sentence.grammar->verb_second;
  if (commas % 2 == 1 || infinitive) bounds.relative_part = Part::kNone;
  bounds.end = std::min(sentence.end, trigger.match.end + kClauseReach);
  for (size_t at = trigger.match.end; at < bounds.end; ++at) {
    const Mark& mark = sentence.mark(at);
    if (is_stop(sentence, at) || opens_clause(mark) || parts_clauses(sentence, at) ||
        is_other_verb(sentence, at, trigger)) {
      bounds.end = at;
    }
  }
  return bounds;
}

}  // namespace synoptic::annotate::syntax
