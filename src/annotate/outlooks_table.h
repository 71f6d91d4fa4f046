// Words by which a text tells what is expected, feared or hoped: data/annotate/outlooks.tsv. The
// code asks what a word does, never for the name of a language. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/phrases.h"

namespace synoptic::annotate::syntax {

// Where what is expected stands beside its word, and where the one who expects it.
enum class OutlookFrame : uint8_t {
  kNone,         // a look-alike ("as expected"), which hides the words inside it
  kClause,       // behind: "it is expected that …"
  kNoun,         // behind, as a noun: "fears of …"
  kHolder,       // behind, or in the gap; who expects it stands before: "analysts expect that …"
  kVerbFirst,    // behind; who expects it stands in the gap
  kAbout,        // behind, or in the gap; its subject stands before: "… is expected to …"
  kInside,       // in the gap
  kBefore,       // before, as where verbs are last
  kBeforeHolder  // before, and before that the one who expects it, with a word or ending of topics
};

struct OutlookCue {
  std::string modality;  // expected feared hoped undecided
  OutlookFrame frame = OutlookFrame::kNone;
  bool negative = false;     // "is not expected to"
  bool may_be_real = false;  // "concerns about the war": what is told may well be so already
  // Of which its last word must have one: "gelmesini bekliyor", not "otobüs bekliyor".
  std::vector<std::string> content_endings;
};

struct OutlookTable {
  PhraseTable phrases;
  std::vector<OutlookCue> cues;  // by the phrases' ids
  PhraseTable edges;             // begin another clause where a comma stands before them
  PhraseTable cuts;              // begin another clause
  PhraseTable verbs;             // end a noun: "fears of layoffs | pushed"
  PhraseTable negations;         // within what is expected; id 1: "not only", which denies nothing
  // Who can expect something, where what stands before the word may as well be its subject: what
  // ends in none of them is. None: there it is never the subject.
  std::vector<std::string> who;
  PhraseTable topics;                      // words that set off the one who expects ("は")
  std::vector<std::string> topic_endings;  // the same, written together with the word before
};

const OutlookTable* outlook_table(std::string_view lang);  // nullptr: nothing is known

}  // namespace synoptic::annotate::syntax
