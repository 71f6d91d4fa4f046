// Words of a text, cheaply: runs of letters, marks and digits; a character of a script written
// without spaces is a word of its own. Apostrophes and single hyphens stay outside.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::text {

struct Word {
  Range range;
  bool spaceless = false;  // one Han, kana, Thai … character
};

std::vector<Word> words(std::string_view utf8);

}  // namespace synoptic::text
