// One sentence ready for reading: its triggers, its names with the part that markers give them, and
// where its clauses end. Private to the room.
#pragma once

#include <span>
#include <vector>

#include "annotate/events/denials.h"
#include "annotate/events/events_lexicon.h"
#include "annotate/grammar.h"
#include "annotate/passage.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate::syntax {

struct Name {  // a mention in its sentence
  const model::Mention* mention = nullptr;
  size_t begin = 0, end = 0;            // tokens
  size_t full_begin = 0, full_end = 0;  // the same with the title: "President of Russia X"
  Part part = Part::kNone;              // by a marker or a clitic
  Part case_part = Part::kNone;         // by its ending only: weak
  bool joined = false;                  // by "and" or a comma to the name before it
  bool by_comma = false;                // by a comma only
  bool joins_next = false;              // "and" is written together with it
  bool bracketed = false;
  bool adjective = false;  // "Russian": a name only beside a noun of doing
  bool negated = false;    // "non-Western"
  bool inflected = false;  // "пограничники Ирана": in another case, no subject
};

struct Mark {             // what a token does
  bool boundary = false;  // first token of a clause's opening word
  bool reason = false;
  bool relative = false;
  bool negation = false;
  bool negation_next = false;  // it denies only what stands right behind it
  bool question = false;       // "ли": asks whether
  bool negation_after = false;
  bool denies_before = false;  // behind the deed, and right behind it: "공격은 없었다"
  bool not_held = false;       // "did not take place": of the noun before, some words off
  bool pronoun = false;
  bool copula = false;
  bool content = false;
  bool skip = false;
  bool adverb = false;
  bool conjunction = false;
  bool time = false;                 // part of "in December 2024"
  bool when = false;                 // word of any time, "Monday" alone, too
  bool quantifier = false;           // "more than" before a figure
  uint64_t classes = UINT64_MAX;     // a bit for each WordClass of which a phrase may begin here
  Part marker = Part::kNone;         // set on all tokens of a marker before a name
  Part relative_part = Part::kNone;  // of a relative word: "whom", "with which"
  int name = -1;                     // index of the name the token belongs to
  int trigger = -1;
  int depth = 0;  // of brackets
};

struct Sentence {
  const Passage* passage = nullptr;
  const Grammar* grammar = nullptr;
  size_t begin = 0, end = 0;  // tokens
  std::vector<Mark> marks;    // by token - begin
  std::vector<Name> names;
  std::vector<Trigger> triggers;
  std::vector<DenialWord> denials;  // left to right
  std::vector<Trigger> deniers;     // verbs of denying, told only where they deny no deed

  const Token& token(size_t at) const { return passage->tokens[at]; }
  const Mark& mark(size_t at) const { return marks[at - begin]; }
  Mark& mark(size_t at) { return marks[at - begin]; }
  // Whether a phrase of the class begins at the token and stays before `last`.
  bool match(WordClass kind, size_t at, size_t last, PhraseMatch& found) const {
    return (mark(at).classes >> static_cast<uint32_t>(kind) & 1) != 0 &&
           grammar->match(kind, passage->tokens, at, last, found);
  }
  bool is_word(size_t at) const { return token(at).kind == TokenKind::kWord; }
};

// Digits with their points and commas, and nothing else.
bool is_figure(std::string_view word);

struct Bounds {
  size_t begin = 0, end = 0;    // tokens of the clause around a trigger
  size_t part_begin = 0;        // the same, cut at the last comma before the trigger
  bool after_relative = false;  // a relative word stands before `begin`
  bool after_reason = false;
  bool after_verb = false;           // another verb ends where the clause begins
  Part relative_part = Part::kNone;  // of the name that the relative clause is about, in it
  size_t joined = 0;  // "… and warned": the token where the joined verb's own words begin; 0: none
  bool resumes = false;  // ", who …, accused": goes on with the subject before the aside
};

Sentence read_sentence(const Passage& passage, Range sentence, const Grammar& grammar,
                       const EventLexicon* lexicon, const knowledge::Knowledge& knowledge,
                       std::span<const model::TimeMention* const> times = {});
Bounds clause_around(const Sentence& sentence, const Trigger& trigger);
// Only adverbs, times, auxiliaries and the like.
bool only_small(const Sentence& sentence, size_t begin, size_t end);
// A comma that parts clauses; one inside a list of names parts nothing.
bool parts_clauses(const Sentence& sentence, size_t at);

}  // namespace synoptic::annotate::syntax
