// What the language model sees of a text: its letters, folded to lower case, cut into words and
// n-grams. The program and the trainer (tools/train_language_id.cpp) share this file, so that both
// see the same. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace synoptic::text {

// Scripts are ICU's codes (UScriptCode). Kana and bopomofo count as Han: Chinese and Japanese are
// told apart by the model, not by the gate.
using ScriptCode = uint8_t;
constexpr ScriptCode kNoScript = 0;           // not a letter: parts words
constexpr ScriptCode kScriptOfNeighbour = 1;  // marks and apostrophes, inside words only
constexpr size_t kScriptCount = 256;

struct Letter {
  char32_t folded = 0;
  ScriptCode script = kNoScript;
};

Letter letter_of(char32_t c);
ScriptCode han_script();

// How many bytes at the front of `text` are a URL, an e-mail address or a handle; 0 if none.
// These are Latin in every language and say nothing about it.
size_t address_length(std::string_view text);

constexpr size_t kLongestNgram = 4;
constexpr size_t kLongestWord = 40;  // letters; the rest of a longer one starts a new word

inline uint32_t extend_hash(uint32_t hash, char32_t c) {
  hash = (hash ^ static_cast<uint32_t>(c)) * 0x9E3779B1u;
  return hash ^ (hash >> 15);
}

// Calls visit(hash) for every n-gram of one word: 1 to 4 letters with a blank before and behind
// the word, and the word as a whole. `padded` has the two blanks.
template <typename Visit>
void visit_word_ngrams(std::span<const char32_t> padded, Visit&& visit) {
  const size_t size = padded.size();
  for (size_t begin = 0; begin + 1 < size; ++begin) {
    uint32_t hash = extend_hash(1, padded[begin]);
    if (begin > 0) visit(hash);
    const size_t end = begin + kLongestNgram < size ? begin + kLongestNgram : size;
    for (size_t at = begin + 1; at < end; ++at) {
      hash = extend_hash(hash, padded[at]);
      visit(hash);
    }
    if (begin == 0 && size > kLongestNgram) {
      for (size_t at = end; at < size; ++at) hash = extend_hash(hash, padded[at]);
      visit(hash);
    }
  }
}

// The same for a run of Han and kana, where a character is nearly a word.
template <typename Visit>
void visit_han_ngrams(std::span<const char32_t> run, Visit&& visit) {
  for (size_t begin = 0; begin < run.size(); ++begin) {
    uint32_t hash = extend_hash(1, run[begin]);
    visit(hash);
    if (begin + 1 < run.size()) visit(extend_hash(hash, run[begin + 1]));
  }
}

// Letters of each script in `text`; addresses are left out.
std::array<uint32_t, kScriptCount> count_scripts(std::string_view text);

// The script that the text is written in. One Han character or Hangul syllable weighs as much as
// several letters, and Latin counts half, because Latin names and tokens stand in texts of every
// other script. kNoScript when there are no letters.
ScriptCode dominant_script(const std::array<uint32_t, kScriptCount>& counts);

// Collects the words of `script` in a text and hands each, padded, to visit(span).
class WordReader {
 public:
  explicit WordReader(ScriptCode script) : script_(script), han_(script == han_script()) {}

  template <typename Visit>
  void read(std::string_view text, Visit&& visit);

 private:
  template <typename Visit>
  void flush(Visit&& visit);

  ScriptCode script_;
  bool han_;
  std::array<char32_t, kLongestWord + 2> word_{U' '};
  size_t size_ = 1;
};

Letter next_letter(std::string_view text, size_t& at);  // advances `at`

template <typename Visit>
void WordReader::flush(Visit&& visit) {
  // A trailing apostrophe or mark is a quotation mark or noise, not part of the word.
  while (size_ > 1 && word_[size_ - 1] == U'\'') --size_;
  if (size_ > 1) {
    word_[size_] = U' ';
    visit(std::span<const char32_t>(word_.data() + (han_ ? 1 : 0), size_ + (han_ ? -1 : 1)));
  }
  size_ = 1;
}

template <typename Visit>
void WordReader::read(std::string_view text, Visit&& visit) {
  for (size_t at = 0; at < text.size();) {
    if (size_ == 1) {
      if (const size_t skip = address_length(text.substr(at)); skip > 0) {
        at += skip;
        continue;
      }
    }
    const Letter letter = next_letter(text, at);
    const bool inside =
        letter.script == script_ || (letter.script == kScriptOfNeighbour && size_ > 1);
    if (!inside) {
      flush(visit);
      continue;
    }
    word_[size_++] = letter.folded;
    if (size_ == kLongestWord + 1) flush(visit);
  }
  flush(visit);
}

}  // namespace synoptic::text
