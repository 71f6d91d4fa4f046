// Whether a deed is one that somebody denies, refuses or rules out: "denied reports that …",
// "refused to resign", "辞任を否定". Words: data/annotate/denials.tsv. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>

#include "annotate/phrases.h"

namespace synoptic::annotate::syntax {

struct Sentence;
struct Trigger;

enum class DenialKind : uint8_t {
  kDeny,        // what is told was not so
  kDenyClause,  // the same; the clause may follow without a word between
  kExclude,     // a deed is ruled out
  kRefuse,      // the same, said beside a verb
  kCallOff,     // a deed that was to be will not be
  kPostpone,    // or not yet
  kUntrue,      // "it is false that", and behind: "reports of … are false"
  kReject,      // what others want
  kThat,        // begins what is denied
  kReport,      // "reports", "claims"
  kCharge,      // the same, of what somebody is accused of
  kIdea,        // "calls", "possibility"
  kPart,        // "involvement in": the deed itself stands
  kBeside,      // "comment on", "respond to": not to do it denies nothing of the deed
  kDoing,       // "denied carrying out attacks"
  kEnd          // what comes behind is denied no more
};

struct DenialWord {
  DenialKind kind;
  PhraseMatch match;
  bool is_cue() const { return kind <= DenialKind::kReject; }
};

DenialKind denial_kind(std::string_view name);  // as the table writes it

enum class Denial : uint8_t {
  kNone,
  kDenied,       // it was not so, somebody says
  kRefused,      // it will not be done
  kNotDenied,    // "neither confirmed nor denied that"
  kNotExcluded,  // "did not rule out"
  kPostponed,    // it is to be, later
  kPart,         // a part in the deed is denied: of the one who denies it, not of others
};

struct DenialFound {
  Denial denial = Denial::kNone;
  size_t at = 0;                    // of a part in it: the token of that word
  const PhraseMatch* by = nullptr;  // the words that deny it
};

// Whether between the tokens stands what only tells how somebody took the deed.
bool is_beside(const Sentence& sentence, size_t begin, size_t end);

DenialFound denial_of(const Sentence& sentence, const Trigger& trigger);

}  // namespace synoptic::annotate::syntax
