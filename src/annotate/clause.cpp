#include "annotate/clause.h"

#include <algorithm>

#include "annotate/asked_deeds.h"
#include "annotate/clause_names.h"
#include "annotate/denied_charges.h"
#include "annotate/opened_clauses.h"
#include "annotate/passive_signs.h"
#include "annotate/passives.h"

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
    mark.skip = is(WordClass::kSkip);
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

void place_triggers(Sentence& sentence, const EventLexicon* lexicon) {
  if (lexicon == nullptr) return;
  auto triggers =
      lexicon->find(sentence.passage->text, sentence.passage->tokens, sentence.begin, sentence.end);
  read_denied_charges(sentence, triggers);
  if (sentence.grammar->order == WordOrder::kVerbFirst) read_passive_signs(sentence, triggers);
  for (Trigger& trigger : triggers) {
    const int name = sentence.mark(trigger.match.begin).name;
    if (name >= 0) continue;  // "Bank for Reconstruction"
    if (is_no_verb(sentence, trigger)) continue;
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
  mark_times(sentence, times);
  // Names are needed to drop triggers inside them, triggers to know how far a marker reaches.
  place_names(sentence);
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

}  // namespace

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

Bounds clause_around(const Sentence& sentence, const Trigger& trigger) {
  Bounds bounds;
  const size_t first = trigger.match.begin;
  const size_t reach =
      first - sentence.begin > kClauseReach ? first - kClauseReach : sentence.begin;
  bounds.begin = bounds.part_begin = reach;
  bool comma = false;
  for (size_t at = first; at-- > reach;) {
    const Mark& mark = sentence.mark(at);
    if (is_stop(sentence, at) || opens_clause(mark) ||
        (is_other_verb(sentence, at, trigger) && trigger.form != TriggerForm::kNoun)) {
      bounds.begin = at + 1;
      bounds.after_relative = mark.relative;
      bounds.after_reason = mark.reason;
      bounds.after_verb = mark.trigger >= 0;
      break;
    }
    if (!comma && parts_clauses(sentence, at)) {
      comma = true;
      bounds.part_begin = at + 1;
    }
  }
  bounds.part_begin = std::max(bounds.part_begin, bounds.begin);
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
