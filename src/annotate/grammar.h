// What a language does with the words of a sentence: where the subject stands, which words mark the
// others' parts, what begins a clause, what negates, plans or doubts. Read from
// data/annotate/events_grammar.tsv, modality.tsv and denials.tsv; the code never asks for a
// language's name. Private to the room.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/phrases.h"
#include "base/byte_trie.h"
#include "base/lazy.h"

namespace synoptic::annotate::syntax {

// The part that a marker gives to the name beside it.
enum class Part : uint8_t { kNone, kSubject, kObject, kTo, kWith, kBy, kOn, kFrom, kIn, kOf, kAs };

enum class WordOrder : uint8_t { kSubjectFirst, kVerbFirst, kVerbLast };

enum class WordClass : uint8_t {
  kMarkerBefore,   // prepositions; value: a part
  kMarkerAfter,    // postpositions and case endings set off; value: a part
  kClitic,         // written together with the name before it; value: a part or "and"
  kCaseEnding,     // of the name's last word; value: a part
  kBoundary,       // begins another clause; value: "because" where it gives a reason
  kRelative,       // begins a clause about the name before it
  kAnd,            // joins names
  kSkip,           // may stand between a marker and its name: articles, "company"
  kNegation,       // before the verb
  kNegationAfter,  // behind it; value: see Mark
  kNegatedName,    // makes a name its opposite: "non-"
  kPronoun,        // takes up the last subject
  kCopula,         // "is"
  kContent,        // begins what was ordered: "to", "that"
  kContentEnding,  // endings of infinitives
  kContentPrefix,  // proclitics of verbal nouns
  kFuturePrefix,
  kNounPrefix,  // proclitics that only nouns have: the article
  kResumptive,  // endings by which a verb takes up the name its relative clause is about
  kModality,    // value: planned expected rumoured held
  kAccording,   // "according to": a claimant follows (or precedes, where names come first)
  kAccordingAfter,
  kAdverb,        // may stand between subject and verb
  kNature,        // storms and the like: what they strike is attacked by nobody
  kVehicle,       // strikes by accident, unless a word of `kArmed` is beside it
  kVessel,        // the same, unless a land's name is beside it too: warplanes are planes
  kArmed,         // who and what attacks
  kOpener,        // markers that may begin a clause as well: "after"
  kExaminer,      // who looks into things and accuses nobody: doctors, engineers
  kDenial,        // what denies a deed, and what stands between; value: see denials.h
  kJoinEnding,    // of verbs that go on to the next one
  kFutureEnding,  // of verbs that look ahead, as written
  kTame,          // what is attacked, seized or released in figures of speech only: prices, goals
  kUnit,          // one sign that a figure before it may count
  kOblique,       // endings and words of what is no subject; value: object, none; see party_cases.h
  kThing,         // what is signed, told or agreed and does nothing: treaties, "deal"
  kDoer,          // common nouns of who acts: the police; a star ends a beginning
  kDoerEnding,    // endings of such nouns, where the verb is last
  kCut,           // verbs and days that no phrase of somebody goes over, where the verb is last
  kPluralVerb,    // endings of verbs whose subject is many
  kSingular,      // endings and words of what is one; value "none": may be many all the same
  // Of these the words are compared as they are written, accents and all.
  kPassive,       // "was": what stands before a participle in a passive
  kPerfect,       // "has": what stands before it where its subject acts
  kParticiple,    // endings; value: bare may be a passive alone, closed where no object follows
  kFinite,        // "is", "will": never inside a group of words that acts
  kFiniteEnding,  // of verbs that stand inside none either: "anunció"
  kGerund,        // endings of words that open no such group: "carrying 41 people"
  // And folded ones.
  kReflexive,     // makes what seems a passive none: "s'est imposé"
  kObliqueGroup,  // begins a group that is no subject: "den", "einem"
  kNoParty,       // begins a group that is nobody and nothing: "up", "worden"
  kArticle,       // before it a participle is a noun: "the accused"
  kQuantifier,    // "more than": may stand before a figure and is no marker there; value: always
  kCourt,         // who judges, in the law
  kContest,       // what teams win, and beats nobody: a cup, a league
  kReason,        // begins what a deed was done for; value: endings of the verb behind it
  kReasonAfter,   // ends it, where the verb is last
  kTelling,       // who tells of a deed or judges it; value: see told_deeds.h
  kCount
};

struct Grammar {
  struct Word {
    std::string text;
    std::string value;
    Part part = Part::kNone;
  };

  WordOrder order = WordOrder::kSubjectFirst;
  bool drops_subject = false;  // a clause without subject goes on with the last one
  bool verb_second = false;    // the subject stands behind the verb where something else opens
  bool noun_behind = false;    // a land's name before a noun only says whose it is: "a Lund court"
  std::array<PhraseTable, static_cast<size_t>(WordClass::kCount)> tables;
  std::array<std::vector<Word>, static_cast<size_t>(WordClass::kCount)> words;
  std::vector<std::string> proclitics;

  // A bit for each class of which the word may begin a phrase: most begin none.
  uint64_t classes_of(std::string_view folded) const;
  bool match(WordClass kind, const std::vector<Token>& tokens, size_t at, size_t end,
             PhraseMatch& found) const;
  const Word& word(WordClass kind, uint32_t id) const;
  // Has the language rows of the class?
  bool has(WordClass kind) const { return !words[static_cast<size_t>(kind)].empty(); }
  // The first word of an unphrased class (endings, prefixes) that ends or begins `folded`.
  const Word* ending(WordClass kind, std::string_view folded) const;
  const Word* beginning(WordClass kind, std::string_view folded) const;
  const Word* exact(WordClass kind, std::string_view folded) const;

 private:
  // The first words of all classes.
  struct Firsts {
    struct Classes {
      uint64_t exact = 0, stems = 0;  // a bit each
    };
    ByteTrie trie;
    std::vector<Classes> list;
    uint64_t with_proclitics = 0;
  };
  static_assert(static_cast<size_t>(WordClass::kCount) <= 64);
  Firsts make_firsts() const;

  Lazy<Firsts> firsts_;
};

// nullptr: nothing is known of the language.
const Grammar* grammar(std::string_view lang);

}  // namespace synoptic::annotate::syntax
