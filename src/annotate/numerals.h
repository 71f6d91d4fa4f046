// Numbers as they are written: digits of any system with the language's own decimal and group
// marks, number words, and both with 万, million, crore behind them. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/word_table.h"
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
  uint32_t digit_count = 0;
};

class Numerals {
 public:
  static const Numerals& get();

  // The number that begins at the byte of the folded text; `lang` is a primary subtag.
  std::optional<Numeral> at(std::string_view folded, size_t at, std::string_view lang) const;

 private:
  enum class Kind : uint8_t { kNumber, kScale, kOne, kTeen, kAnd, kGluedAnd, kHalf };
  struct Row {
    Kind kind;
    std::string lang;
    double value;
  };
  struct Style {
    std::string lang;
    bool comma_decimal = false;
    bool space_groups = false;
    bool words_in_one = false;  // fünfundzwanzig
    std::string glued_and;      // folded; empty: parts are not written together
  };
  struct Found {
    Kind kind = Kind::kNumber;
    double value = 0;
    uint32_t length = 0;
  };

  Numerals();
  void add_compounds();
  Style& style_for(std::string_view lang);
  const Style* style(std::string_view lang) const;
  bool word(std::string_view folded, size_t at, std::string_view lang, Found& found) const;
  bool digits(std::string_view folded, size_t& at, const Style* style, Numeral& out) const;
  size_t next_part(std::string_view folded, size_t at, std::string_view lang, bool& joined) const;

  WordTable words_;
  std::vector<Row> rows_;
  std::vector<Style> styles_;
};

}  // namespace synoptic::annotate
