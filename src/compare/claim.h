// What one article says, cut into comparable claims, each with its bytes. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "compare/lexicon.h"
#include "compare/terms.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"
#include "model/story.h"
#include "text/fold.h"

namespace synoptic::compare {

// What a text says of a date itself; the rest is read from when the article stands.
enum class DateTold : uint8_t { kRelative, kWeekday, kDayOfMonth, kMonth, kDay, kWhole };

// What befell the houses that a figure counts, where the words around it say so (ruins.h).
enum class Ruin : uint8_t { kNone, kDestroyed, kDamaged };

inline constexpr uint32_t kTitleSentence = 0;  // of the sentences of a telling

struct Claim {
  uint32_t article = 0;  // index of its Telling
  uint32_t account = 0;
  std::string slot;   // as in model::Fact
  std::string sort;   // claims of one slot and sort can be the same thing: "count", "USD"
  std::string about;  // may be empty: not known
  double value = 0;   // numbers, in the base unit
  double given = 0;   // … in the unit it is written in
  std::optional<double> max, of;
  std::string modifier, unit;
  model::DateValue date, until;  // dates
  bool is_day = false;           // one day, not a stretch of time
  DateTold told = DateTold::kWhole;
  std::string entity;  // places and parties: id, or the folded name after "?"
  std::string text, norm, name, claimant, certainty;
  std::string speaker;  // whose words it stands in
  std::string written;  // the unit as it is told
  std::string shown;    // the number in the unit it is given in: "3.9 m"
  model::Place at;
  uint32_t sentence = 0;  // index in Telling::sentences
  double salience = 0;    // 0 … 1
  bool background = false;
  // Expected, asked for or no longer so: the account tells this value as the real one.
  std::optional<double> instead;
  bool former = false;         // it was the value before
  bool plain_ordinal = false;  // "the third time": a rank only where another account answers it
  bool rising = false;
  bool exact = false;  // told to its last digit: see CountClass
  int zeros = 0;       // behind the decimal sign, as in "7.0": its tenths are told
  bool falling = false;
  bool yielding = false;
  Ruin ruin = Ruin::kNone;
  bool taken_back = false;  // "earlier reports had put it at 40"
  bool remainder = false;   // "the other 286": the account leaves some out
  bool home_clock = false;  // a day by the reader's clock, as the text says
  Terms counted;            // of what is counted
};

struct Sentence {
  uint32_t block = 0;
  Range range;
  std::string_view text;
  std::vector<uint64_t> context;  // parties, deeds and figures in it; sorted
  std::vector<uint64_t> figures;  // figures in it; sorted
  double position = 0;            // 0 title … 1 end
  bool past = false;              // it speaks of another time than the news
  bool stamp = false;             // it only says when the article was put out
  std::vector<uint32_t> events;   // that begin in it
  Terms terms;
  text::Folded folded;
};

struct Telling {  // one article of the story
  const model::Annotated* annotated = nullptr;
  uint32_t account = 0;
  bool original = true;  // false: a copy folded into the account
  // Since when it says what it says (UTC where that is known), and when it was published: the same
  // but for a text that was corrected later.
  std::string time, published;
  std::optional<int64_t> minutes, published_minutes;
  std::vector<Sentence> sentences;  // in reading order, the title first
  std::vector<Claim> claims;        // figures, dates, places
  std::vector<std::string> keys;    // of each mention: its id, or what an unknown name goes by
  // Numbers that it tells, sorted: all of them, and those that can be mistaken for another's (small
  // ones only where they count).
  std::vector<double> all_numbers, numbers;
};

struct Input {
  std::vector<Telling> tellings;  // in the order of the story
  uint32_t accounts = 0;
  std::map<std::string, std::set<uint32_t>, std::less<>> named_by;  // entity -> accounts
  const knowledge::Knowledge* knowledge = nullptr;
};

Input read_tellings(const model::Story& story, std::span<const model::Annotated* const> articles,
                    const knowledge::Knowledge& knowledge);

// Whether the account names the entity anywhere.
bool names(const Input& input, uint32_t account, std::string_view entity);
uint32_t sentence_of(const Telling& telling, const model::Place& place);
// Behind the last sentence that is compared.
bool is_beyond(const Telling& telling, const model::Place& place);
// The bytes of a place; empty where the place points outside its article.
std::string_view slice(const model::Article& article, const model::Place& place);
// What a sentence is shown by where there is little room: its first words, `most` code points.
std::string beginning_of(std::string_view sentence, size_t most = 90);
Span span_in_capture(const Telling& telling, uint32_t block, Range range);
double salience_at(const Telling& telling, uint32_t sentence);
// The deed nearest to the place in its sentence; empty: none.
std::string deed_at(const Telling& telling, uint32_t sentence, const model::Place& at);
// A claim of what stands at the place.
Claim claim_at(const Telling& telling, uint32_t index, const model::Place& at);
// The cell of a fact for this claim.
model::FactValue cell(const Input& input, const Claim& claim);
// How much the sentences of two claims have in common beside the claims themselves, 0 … 1.
double context(const Input& input, const Claim& a, const Claim& b);

}  // namespace synoptic::compare
