// The cross-lingual lexicon: a text of any of its languages as weighted terms of one language-
// neutral vocabulary, so that texts of different languages can be laid side by side.
//
// The terms are English word stems ("pivot"), learnt by word alignment (tools/lexicon); numbers,
// unknown Latin words and the consonant keys of unknown names are terms of their own. A package is
// read-only and used straight from its bytes; a Lexicon can be read by any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace synoptic::lexicon {

constexpr std::string_view kPivot = "en";  // the language whose stems the terms are

using Term = uint32_t;
constexpr Term kFirstOpenTerm =
    0x80000000;  // from here on: hashes of numbers, names, strange words

struct WeightedTerm {
  Term term = 0;
  float weight = 0;  // how much of the text speaks of it, times how rare it is
};

struct Reading {  // a term, and the bytes of the text that gave it
  Term term = 0;
  float weight = 0;  // of the entry, 0 to about 1
  Range source;
};

struct Translation {
  std::string word;  // English
  float weight = 0;  // 0 to about 1
};

// A term's weight is (how much of the text speaks of it)^frequency times (its rarity)^rarity.
struct Weighing {
  float frequency = 0.4F;
  float rarity = 0.6F;
};
constexpr Weighing kForSentences{};          // finds the same sentence: common words count too
constexpr Weighing kForStories{0.4F, 1.3F};  // finds the same story: rare words count more
constexpr Weighing kForContent{0.5F, 1.0F};  // tells how much two whole texts have in common

class Lexicon {
 public:
  static const Lexicon& load();  // the package inside the program, or the one that was installed
  // What load() gives from now on: a user's own package, made by tools/lexicon. To be called before
  // the first load(). Errors: those of open(); kUsage when it is too late.
  static Result<void> install(const std::string& path);
  static Result<Lexicon> open(const std::string& path);       // another package, memory-mapped
  static Result<Lexicon> from_bytes(std::string_view bytes);  // valid as long as the bytes are

  // The terms of a text, merged, sorted by term; `out` is overwritten. Of the language's tag only
  // the first part counts ("zh-Hans": "zh"). A language that the package does not know is read by
  // the tables of its kin; without any, numbers, Latin words and names are all it gives.
  void terms(std::string_view text, std::string_view language, std::vector<WeightedTerm>& out,
             Weighing weighing = kForSentences) const;

  // Which word of the text gave which term, in the order of the text; not merged, not weighed.
  std::vector<Reading> readings(std::string_view text, std::string_view language) const;

  // The likeliest English words for one word, best first; none for an unknown word.
  std::vector<Translation> translations(std::string_view word, std::string_view language) const;
  // The same from the word's own entry only: its parts and its kin are not asked.
  std::vector<Translation> entry(std::string_view word, std::string_view language) const;

  // The consonants of a name's word, in seven classes (lexicon/name_key.h), whatever its script:
  // "Putin", "Путин", "بوتين" are "PTN". The word is folded (text/fold.h).
  std::string sounds_of(std::string_view word) const;

  // The English word of a pivot term; empty for an open term.
  std::string_view word_of(Term term) const;
  // How rare a term is in text; open terms count as rare.
  float rarity(Term term) const;

  bool knows(std::string_view language) const;
  std::vector<std::string_view> languages() const;
  size_t term_count() const;
  // Tells what was made with one package from what was made with another; 0: the program's own.
  uint32_t mark() const;

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

 private:
  class Package;
  class Reader;
  explicit Lexicon(std::unique_ptr<Package> package);
  std::unique_ptr<Package> package_;
};

// Both sorted by term, as terms() gives them; 0 where one is empty.
float cosine(const std::vector<WeightedTerm>& a, const std::vector<WeightedTerm>& b);

}  // namespace synoptic::lexicon
