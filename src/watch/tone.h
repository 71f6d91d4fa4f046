// The words by which a text is less sure, or gives what it says to somebody. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::watch {

struct Tone {
  std::vector<std::string> hedges, attributions;  // the table's words that stand in the text
};

// `lang`: BCP 47; a language without rows has no tone.
Tone tone_of(std::string_view text, std::string_view lang);

}  // namespace synoptic::watch
