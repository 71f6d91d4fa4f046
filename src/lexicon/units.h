// A text as the units that the lexicon has entries for: stems of words, n-grams where words are
// not parted by spaces or carry their particles (Han, Kana, Hangul), numbers. The programs that
// make the lexicon and the lexicon itself read text in this one way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::lexicon {

enum class UnitKind : uint8_t {
  kWord,    // a word: key by its stem, wide_key by the front of the stem
  kGram,    // one to four characters of a spaceless script or of Hangul
  kNumber,  // digits; text without separators of thousands
  kPair,    // two words side by side, which may be a name; key by both stems
};

struct Unit {
  UnitKind kind = UnitKind::kWord;
  uint8_t length = 0;  // characters
  bool latin = false;
  bool capital = false;  // begins with an upper-case letter
  bool whole = false;    // a gram that is a whole run
  uint32_t run = 0;      // grams of one run share it
  uint64_t key = 0;
  uint64_t wide_key = 0;  // 0 where there is none
  uint32_t text_at = 0;   // folded text (stem or gram) in Units::texts
  uint32_t text_size = 0;
  uint32_t form_at = 0;  // folded full word
  uint32_t form_size = 0;
  Range source;
};

struct Units {
  std::vector<Unit> list;
  std::string texts;

  std::string_view text(const Unit& unit) const {
    return std::string_view(texts).substr(unit.text_at, unit.text_size);
  }
  std::string_view form(const Unit& unit) const {
    return std::string_view(texts).substr(unit.form_at, unit.form_size);
  }
  void clear() {
    list.clear();
    texts.clear();
  }
};

void read_units(std::string_view text, std::string_view language, Units& out);

uint64_t unit_key(std::string_view folded);   // of a stem, gram or number
uint64_t wide_key_of(std::string_view stem);  // of its front; 0 for a short stem

}  // namespace synoptic::lexicon
