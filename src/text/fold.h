// Folding for matching: texts that a reader takes for the same become the same bytes, and every
// folded byte knows where it came from.
//
// NFKC with case folding (Unicode UAX #15, UTS #18), then: Arabic letters unified and their vowel
// marks dropped, Persian letters to Arabic ones, traditional Han to simplified, decimal digits to
// ASCII, dashes and apostrophes to one form, invisible marks dropped. Latin and Greek lose their
// accents, Devanagari its nukta (fold_dots.h keeps it).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::text {

struct Folded {
  std::string text;
  std::vector<uint32_t> origin;  // text.size() + 1 entries: source byte of each folded byte

  Range to_source(Range folded) const;
};

Folded fold(std::string_view utf8);            // with the way back
std::string fold_copy(std::string_view utf8);  // the bytes only, for table keys
char32_t simplified_han(char32_t c);           // itself where there is no simplified form

}  // namespace synoptic::text
