// Which language a text is written in, and in which script.
//
// A linear model over character n-grams and short words, trained by tools/train_language_id.cpp
// (recipe and scores: data/models/language_id.md). The dominant script decides which languages
// compete; a script of one language decides alone. Immutable: any number of threads may share one.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::text {

struct LanguageGuess {
  // BCP 47 primary subtag: "ar", "zh", "en", "ckb"; "und" when there are no words to judge by.
  std::string_view language = "und";
  // ISO 15924: "Latn", "Arab", "Hans", "Hant"; Japanese is "Jpan", Korean "Kore". "Zyyy": none.
  std::string_view script = "Zyyy";
  double confidence = 0;               // 0 … 1, of `language` against every other
  std::string_view runner_up = "und";  // the next language of the same script
};

struct ModelBucket;

class LanguageId {
 public:
  // `model` begins at a multiple of 4, is used as it lies there, and outlives this object.
  static Result<LanguageId> from_bytes(std::string_view model);
  static Result<LanguageId> embedded();  // data/models/language_id.bin

  // Views in the guess live as long as this object (or for ever). Long texts are sampled evenly.
  LanguageGuess identify(std::string_view utf8) const;
  // Whether the language is written in the script that most letters of the text are of.
  bool fits_script(std::string_view utf8, std::string_view language) const;

 private:
  struct Class {
    std::array<char, 8> language{};
    std::array<char, 8> script{};
    int32_t bias = 0;
  };
  struct Scores;

  void add_feature(uint32_t hash, Scores& scores) const;
  LanguageGuess decide(const std::vector<uint8_t>& competing, const Scores& scores) const;

  double unit_ = 0;  // one step of a weight, in nats
  std::vector<Class> classes_;
  std::vector<std::vector<uint8_t>> by_script_;  // indexed by ScriptCode
  unsigned shift_ = 32;                          // hash >> shift_ is the first bucket to look in
  std::span<const ModelBucket> buckets_;         // a power of two
  std::span<const uint8_t> targets_;             // class of each weight
  std::span<const int8_t> values_;
};

// The dominant script alone, without a model: ISO 15924 as in LanguageGuess. Han text is "Jpan"
// with kana in it, else "Hant" or "Hans" by the characters that only one of the two writes.
std::string_view script_of(std::string_view utf8);

}  // namespace synoptic::text
