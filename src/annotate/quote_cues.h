// Words of reporting, from data/annotate/quote_cues.tsv. Private to the room.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "annotate/phrases.h"

namespace synoptic::annotate::syntax {

enum class CueClass : uint8_t {
  kSay,             // "said"
  kThat,            // begins what is said without quotation marks
  kCut,             // ends the speaker's phrase: "in a statement", "to reporters"
  kLead,            // may stand before the speaker: "meanwhile", "and"
  kVague,           // no speaker: "reports", "sources"
  kPronoun,         // the speaker before
  kSubject,         // particle behind the subject
  kBecause,         // not speech: "as", "when" before the cue
  kAccording,       // "according to": the speaker follows
  kAccordingAfter,  // the speaker precedes
  kGeneric,         // words that may stand beside a name and still mean it: "company", "agency"
  kCount
};

enum class CueOrder : uint8_t { kSpeakerFirst, kCueFirst, kCueLast };

struct QuoteCues {
  CueOrder order = CueOrder::kSpeakerFirst;
  bool direct = false;  // what is said may follow the cue without a word between
  std::array<PhraseTable, static_cast<size_t>(CueClass::kCount)> tables;
  std::vector<std::string> subject_endings;  // particles written with the subject's last word

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
