// Words of reporting, from data/annotate/quote_cues.tsv. Private to the room.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "annotate/phrases.h"

namespace synoptic::annotate::syntax {

enum class CueClass : uint8_t {
  kSay,             // "said": of words in marks, of a clause with its "that", of a clause before it
  kTell,            // "told": the same, with a listener before what is said
  kTake,            // "denied", "accuses .. of": its object is what is said
  kLabel,           // "calls .. ": only of words in marks
  kObjectFirst,     // "[X] [words] denied": between subject and cue stands what is said
  kQuotes,          // "quoted .. as saying": its object speaks, its subject is the source
  kAsk,             // "asked": of a question, which begins with kKept or behind a comma
  kReport,          // outlets: "reports that"; whose words follow may be told inside
  kReads,           // "it says in": the paper itself speaks
  kRumour,          // "it is said": nobody is told
  kParticiple,      // "who said …": its subject stands behind it
  kThat,            // begins what is said without quotation marks
  kKept,            // begins it and belongs to it: "whether", "why"
  kInfinitive,      // begins what is said, right behind the cue: "avoir", "haber"
  kThatOnly,        // cues that do not take a clause without "that": "agreed"
  kGerund,          // "saying": never behind what is said
  kThus,            // "so [says X]": of the words before
  kHead,            // further words before what is said that do not belong to it
  kTail,            // behind what is said: "-the claim that" of languages whose verb is last
  kCut,             // ends the speaker's phrase: "in a statement", "to reporters"
  kLead,            // may stand before the speaker: "meanwhile", "and"
  kJoin,            // begins another clause: "while", "but"
  kPronoun,         // the speaker before
  kSubject,         // particle behind the subject
  kWeakSubject,     // the same where no better one stands
  kBecause,         // not speech: "when" before the cue
  kAs,              // "as X said": what is said is the rest of the sentence
  kNot,             // before the cue: "did not", "declined to"
  kNotAfter,        // behind it
  kNone,            // no cue though one is inside it
  kAccording,       // "according to": the speaker follows
  kAccordingAfter,  // the speaker precedes
  kCiting,          // "citing": the source follows
  kCitingAfter,     // the source precedes
  kGeneric,         // words that may stand beside a name and still mean it: "company", "agency"
  kArticle,         // makes a noun of a cue: "the claims"
  kOf,              // between a speaker and the name that he belongs to: "for", "of"
  kWho,             // who speaks in headlines: "police", "minister"
  kTitle,           // before a name in marks: "film"
  kTitleAfter,      // behind it
  kCalled,          // before a name in marks, of anything: "so-called", "call him"
  kAddressee,       // to whom something is said: "reporters"
  kAsked,           // of kAsk, those whose subject is asked: "was asked"
  kTo,              // the same before the name of a body: "a", "à l'"
  kGoesOn,          // begins a sentence that goes on with the speech before: "otherwise"
  kStatement,       // the media
  kTweet,
  kInterview,
  kLetter,
  kNoStart,  // with which no speaker begins: prepositions, "to" of a verb
  kShe,      // pronouns of a woman, of a man
  kHe,
  kWoman,  // titles and offices of a woman, of a man
  kMan,
  kNoSpeaker,  // words of what nobody says: "estimate", "preliminary", "road closure"
  kNoEnd,      // with which no speaker ends: "about" behind its noun
  kMaker,      // lead from these to who made them: "by", "of"
  kBody,       // of kWho, those that are no one person: "police", "court"
  kLatter,     // of kPronoun, for who was named last: "ce dernier"
  kRelative,   // behind "according to", for who was named before: "segundo a qual"
  kCount
};

enum class CueOrder : uint8_t { kSpeakerFirst, kCueFirst, kCueLast };

struct QuoteCues {
  CueOrder order = CueOrder::kSpeakerFirst;
  bool direct = false;  // what is said may follow the cue without a word between
  bool whole = false;   // a clause of which a part is in marks is one quotation, without marks
  bool capital_nouns = false;  // a word in small letters ends a speaker's name
  bool incise = false;         // "«We won, he said, and …»": the cue may stand inside the marks
  std::array<PhraseTable, static_cast<size_t>(CueClass::kCount)> tables;
  PhraseTable any;  // the classes up to kParticiple, the according ones and kNone; id: the class
  std::vector<std::string> verb_proclitics;   // of cues
  std::vector<std::string> proclitics;        // where not all of the grammar's may stand
  std::vector<std::string> subject_endings;   // particles written with the subject's last word
  std::vector<std::string> listener_endings;  // of whom a speaker asks
  std::vector<std::string> object_endings;    // of whom a speaker accuses, calls on
  std::vector<std::string> woman_endings;     // of titles and offices
  std::vector<std::string> man_endings;
  std::vector<std::string> woman_name_endings;  // of surnames
  std::vector<std::string> man_name_endings;
  std::vector<std::string> plural_endings;     // of a verb that makes "they" of a pronoun beside it
  std::vector<std::string> relative_endings;   // of a noun that a relative clause follows
  std::vector<std::string> place_endings;      // of words that are no part of a speaker behind them
  std::vector<std::string> according_endings;  // of a speaker before "according to"
  std::vector<std::string> owned;            // "its spokesman": who speaks for the body just named
  std::vector<std::string> that_endings;     // of the last word of what is said, "that" in one
  std::vector<std::string> content_endings;  // of the last word of what is said, before its cue

  bool match(CueClass kind, const std::vector<Token>& tokens, size_t at, size_t end,
             PhraseMatch& found) const {
    return tables[static_cast<size_t>(kind)].match(tokens, at, end, found);
  }
  bool is(CueClass kind, const std::vector<Token>& tokens, size_t at, size_t end) const {
    PhraseMatch found;
    return match(kind, tokens, at, end, found);
  }
};

const QuoteCues* quote_cues(std::string_view lang);  // nullptr: no table

}  // namespace synoptic::annotate::syntax
