// Whether a sentence tells of what was or of what is to come, as its verbs say: which way a weekday
// or a month without its year lies. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/source.h"
#include "annotate/word_table.h"
#include "base/strings.h"

namespace synoptic::annotate {

// kOngoing: a present that may tell of what lasts ("works since Monday") as well as of what comes;
// kPlanned: "was to", which tells of a plan and not whether it came so.
enum class Tense : uint8_t {
  kNone,
  kPast,
  kPresent,
  kOngoing,
  kFuture,
  kPlanned,
  // As rows only. A conditional tells of the past with a participle behind it ("aurait tué"), else
  // of a plan ("aurait lieu"); a participle that is none elsewhere.
  kConditional,
  kParticiple
};

struct TenseCue {
  Range range;  // in the folded text
  Tense tense = Tense::kNone;
};

struct Clauses {
  std::vector<TenseCue> cues;   // left to right
  std::vector<uint32_t> edges;  // where another clause begins: marks and words of the folded text
  bool verb_last = false;
};

class TenseTable {
 public:
  static const TenseTable& get();

  // Of one sentence (a range of the folded text).
  Clauses clauses(const Source& source, Range sentence, std::string_view lang) const;
  // Whether the word (a range of the folded text) is a verb of the past.
  bool is_past(const Source& source, Range word, std::string_view lang) const;

 private:
  struct Word {
    std::string lang, raw;  // raw: with its accents where it has any, else empty
    Tense tense;
  };
  struct Ending {
    std::string folded, raw;
    Tense tense;
    bool inside;  // counts within a clause, too, where verbs end their clauses
  };

  TenseTable();
  static void push_cue(Clauses& read, TenseCue cue, std::string_view folded);
  void add(std::string_view lang, Tense tense, std::string_view word);
  bool is_verb_last(std::string_view lang) const;  // verbs end their clauses
  bool word_at(const Source& source, uint32_t at, std::string_view lang, TenseCue& cue) const;
  // The same behind "and" that is written as one word with the verb.
  bool prefixed_at(const Source& source, uint32_t at, std::string_view lang, TenseCue& cue) const;
  // `last`: the word ends its clause, or verbs of the language stand anywhere.
  Tense ending_of(const Source& source, Range word, std::string_view lang, bool last) const;

  bool is_done_behind(std::string_view folded, uint32_t at, std::string_view lang) const;

  WordTable table_;
  std::vector<Word> words_;
  std::unordered_map<std::string, std::vector<Ending>, TransparentHash, std::equal_to<>> endings_;
  std::vector<std::string> verb_last_;
  std::vector<std::pair<std::string, std::string>> prefixes_;  // language, what verbs grow in front
  std::vector<std::pair<std::string, std::string>> done_behind_;  // language, "as a result of"
  WordTable edges_;                                               // words that begin another clause
  std::vector<std::string> edge_langs_;
};

// The tense that counts for a time at the range: of the verb that stands nearest in its clause, in
// languages with the verb at the end of the first one behind.
struct TenseAround {
  Tense tense = Tense::kNone;
  bool near = false;  // the verb stands in the clause of the time
};
TenseAround tense_around(const Clauses& clauses, Range time);

}  // namespace synoptic::annotate
