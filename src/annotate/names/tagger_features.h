// What the tagger sees: the tokens of a sentence and the features of each. Training and use read
// the same code, so they never differ. Private to the room and to tools/train_tagger.cpp.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "annotate/names/tagger_lists.h"
#include "base/span.h"

namespace synoptic::annotate {

// How a token is written.
enum class Shape : uint8_t {
  kNone,  // before the first and behind the last token
  kLower,
  kCapital,     // "Angela"
  kInitial,     // "A"
  kUpper,       // "NATO"
  kMixed,       // "iPhone", "McDonald"
  kWithDigit,   // "G20"
  kUpperDigit,  // "B-52": capitals and digits
  kDigit,
  kDigits2,
  kYear,  // four digits
  kNumber,
  kArabic,
  kHangul,
  kHan,
  kHiragana,
  kKatakana,
  kOtherScript,  // letters without case
  kStop,         // . ! ? 。
  kComma,
  kHyphen,
  kApostrophe,
  kQuote,
  kOpen,
  kClose,
  kColon,
  kMiddleDot,  // between the parts of foreign names
  kSlash,
  kOtherMark,
};

inline bool is_capital(Shape shape) {
  return shape == Shape::kCapital || shape == Shape::kInitial || shape == Shape::kUpper ||
         shape == Shape::kMixed || shape == Shape::kUpperDigit;
}
inline bool is_digits(Shape shape) { return shape >= Shape::kWithDigit && shape <= Shape::kNumber; }
inline bool is_mark(Shape shape) { return shape >= Shape::kStop; }

// What is true of a word wherever it stands.
struct TagWord {
  uint64_t word = 0;                    // the folded word
  std::array<uint64_t, 3> prefix = {};  // of 2, 3, 4 characters; 0 where it is no shorter
  std::array<uint64_t, 4> suffix = {};  // of 1 to 4
  std::array<uint64_t, 2> stem = {};    // for phrases: without endings, and without a proclitic too
  char32_t first = 0;                   // its first character
  Shape shape = Shape::kNone;
  bool spaceless = false;
  uint8_t length = 0;  // characters, up to 255
  uint8_t word_class = 0;
  uint8_t cut = 0;  // endings cut until the word was known
  // What it means, told by its English translation, the same in all languages; 0: not known.
  uint16_t meaning = 0;
  MeaningKinds kinds;
  // Of a word of syllables without the particle behind it: its hash, that of its last two
  // syllables, the last one, and how many there are.
  uint64_t bare = 0, bare_end = 0;
  char32_t bare_last = 0;
  uint8_t bare_length = 0;
};

struct TagToken : TagWord {
  Range range;
  uint32_t id = 0;     // the word's number in the memory it was read with; 0: none
  bool glued = false;  // no blank before it
  uint8_t phrase = 0;  // NameBits of the longest known phrase that holds it
  uint8_t phrase_place = 0, phrase_length = 0;  // 1 first, 2 inside, 3 last, 4 all of it
  uint16_t known = 0;                           // these three as one number
  int16_t run_begin = -1, run_end = -1;         // capitalised words in a row that hold it
  // Of a script without blanks: how many characters of the word with a meaning that holds it stand
  // before it and behind it.
  uint8_t gram_before = 0, gram_behind = 0;
};

struct TagSentence {
  std::vector<TagToken> tokens;
  uint64_t language = 0;
  uint32_t language_id = 0;  // the language's number in the memory it was read with; 0: none
  uint8_t kind = 0;          // plain, without case, words in capitals, all in capitals
};

constexpr size_t kMostFeatures = 136;

uint64_t language_hash(std::string_view tag);  // of the primary subtag

class WordMemory;

// Tokens of `text` in the range: words, marks one by one, characters of scripts without blanks.
// With a memory of words, which must have seen the same lists only, it is quicker.
void read_tokens(std::string_view text, Range range, std::string_view language,
                 const NameLists& lists, TagSentence& sentence, WordMemory* memory = nullptr);

// The features of a token in groups. All but those of the last group hang on little, so that one
// token has them as others had before.
enum class FeatureGroup : uint8_t { kHere, kLeft, kRight, kShapes, kClasses, kOthers };
constexpr size_t kFeatureGroups = 6;
using Features = std::array<uint64_t, kMostFeatures>;

// Writes the features of the token behind the first `count`; returns their number then.
size_t read_features(const TagSentence& sentence, size_t at, FeatureGroup group, Features& features,
                     size_t count);
size_t read_features(const TagSentence& sentence, size_t at, Features& features);  // all
// Of all groups but the last. Where two keys are the same so are the features; 0: there is no key.
using FeatureKeys = std::array<uint64_t, kFeatureGroups - 1>;

// The keys of a sentence's tokens from the first on; what stands around a token moves along.
class FeatureKeyWalk {
 public:
  explicit FeatureKeyWalk(const TagSentence& sentence);
  FeatureKeys next();

 private:
  const TagSentence& sentence_;
  size_t at_ = 0;         // the token next() tells of
  uint64_t shapes_ = 0;   // of the tokens up to the one right of it, the last in the lowest bits
  uint64_t classes_ = 0;  // of those up to itself, with what is known of them
};

// The phrases that begin at the token, shortest first: their keys in the lists and where they end.
constexpr size_t kLongestPhrase = 12;  // words
struct PhraseEnd {
  uint64_t key = 0;
  size_t end = 0;
};
size_t phrase_ends(const TagSentence& sentence, size_t begin, bool stripped,
                   std::array<PhraseEnd, kLongestPhrase>& ends);

// Keys of the lists, for the tool that makes them.
uint64_t phrase_key(std::string_view name, const NameLists& lists);  // 0: no word in it

}  // namespace synoptic::annotate
