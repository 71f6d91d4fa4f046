// Numbers as they are written: digits of any system with the language's own decimal and group
// marks, number words, and both with 万, million, crore behind them. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/word_table.h"
#include "base/byte_trie.h"
#include "base/span.h"

namespace synoptic::annotate {

struct Numeral {
  Range range;  // in the folded text
  double value = 0;
  bool digits = false;   // begins with a digit
  bool decimal = false;  // has a fraction
  bool grouped = false;  // 12,000
  bool scaled = false;   // a word such as million takes part
  double scale = 1;      // of the million, 万 … behind it
  bool article = false;  // nothing but "one", which is an article in many languages
  bool weak = false;     // one word that is often no number: "neuf", "on", "сто"
  uint32_t digit_count = 0;
};

class Numerals {
 public:
  static const Numerals& get();

  // The number that begins at the byte of the folded text; `lang` is a primary subtag.
  std::optional<Numeral> at(std::string_view folded, size_t at, std::string_view lang) const;

  // True: no number nor begin of one in words begins with the letters, whatever stands behind them.
  bool rejects(std::string_view lang, std::string_view letters) const;

  // The numbers whose words go on without a blank: the "sechs" of "sechsmonatig". `range` ends
  // where the rest begins; the longest first, as the caller knows what may follow.
  std::vector<Numeral> begun_at(std::string_view folded, size_t at, std::string_view lang) const;

 private:
  // kAndHalf: "and a half"; kLead: a part more or less, said before the number ("साढ़े तीन").
  enum class Kind : uint8_t {
    kNumber,
    kScale,
    kOne,
    kTeen,
    kAnd,
    kGluedAnd,
    kHalf,
    kAndHalf,
    kDual,  // two of a scale, in one word
    kLead
  };
  struct Row {
    Kind kind;
    std::string lang;
    double value;
  };
  struct Style {
    std::string lang;
    uint16_t front = 0;  // of the language
    bool comma_decimal = false;
    bool space_groups = false;
    bool words_in_one = false;   // fünfundzwanzig
    bool digit_sums = false;     // "114 thousand and 500"
    bool either_group = false;   // both 1.200 and 1,200 may be a thousand
    bool digit_runs = false;     // "4 thousand 250"
    bool slash_decimal = false;  // 7/8 is 7.8
    std::string inner_and;       // of words in one, folded
    std::string glued_and;       // folded; empty: parts are not written together
    ByteTrie parts;              // texts of the parts of words in one
    std::vector<uint32_t> part_of_key;
  };
  struct Found {
    Kind kind = Kind::kNumber;
    double value = 0;
    uint32_t length = 0;
  };

  Numerals();
  void add_parts();
  void index_parts(Style& style) const;
  Style& style_for(std::string_view lang);
  const Style* style(std::string_view lang) const;
  // The word or the word in one at the byte.
  bool part(std::string_view folded, size_t at, std::string_view lang, Found& found) const;
  bool word(std::string_view folded, size_t at, std::string_view lang, Found& found) const;
  bool digits(std::string_view folded, size_t& at, const Style* style, Numeral& out) const;
  size_t next_part(std::string_view folded, size_t at, std::string_view lang, bool& joined) const;
  size_t scale_behind(std::string_view folded, size_t end, std::string_view lang,
                      Found& scale) const;
  bool and_half(std::string_view folded, size_t end, std::string_view lang, Found& found) const;
  bool is_weak(std::string_view lang, std::string_view word) const;
  // A number of parts written in one word: "dreihundertzwanzig".
  bool word_in_one(std::string_view folded, size_t at, const Style& style, Found& found) const;
  // The value of the parts that the letters consist of; nullopt: not of parts alone.
  std::optional<double> sum_of_parts(std::string_view letters, const Style& style) const;

  WordTable words_;
  std::vector<Row> rows_;
  std::vector<Style> styles_;
  std::vector<uint32_t> in_one_;  // those of words in one
  struct Part {                   // of words in one, and of words that go on
    std::string lang, text;
    Kind kind = Kind::kNumber;
    double value = 0;
  };
  std::vector<std::pair<std::string, std::string>> weak_;  // language and word, sorted
  std::vector<Part> parts_;   // of the languages that write numbers in one
  std::vector<Part> begins_;  // forms that stand before another word in one
  WordTable begin_words_;     // their texts
};

// Whether no number begins at the word, nor behind a proclitic at its front, whatever stands behind
// it; found out once for all steps. `memory_lang` is PlainWords::language(lang).
bool begins_no_number(std::string_view lang, uint32_t memory_lang, std::string_view word,
                      const std::vector<std::string>* proclitics);

}  // namespace synoptic::annotate
