// Does a piece of a capture say these words? Read here once more and in the plainest way, without
// the code that cleaned the page: marks are dropped, references decoded, white space is a blank,
// and then every sign of the words must stand there, in order and with nothing between. Private to
// the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::verify {

enum class UnitKind : uint8_t {
  kSign,   // a character that is seen
  kSpace,  // white space
  kSeam,   // a tag: it may part words or not
  kCell,   // a tag that begins the cell of a table
  kSoft,   // what nobody sees: soft hyphens, zero-width blanks, marks of direction
  kMark,   // a sign of the markup, unless it is one of the words: * _ \ in Markdown
};

struct Unit {
  char32_t value = 0;
  UnitKind kind = UnitKind::kSign;
};

enum class Reading : uint8_t {
  kPlain,
  kHtml,
  kMarkdown,
  kScript,  // a string of JSON that holds HTML
  kTitle,   // of an element whose references are read, but no tags: <title>
  kTree,    // strings of JSON, one behind the other: "text" or "value" of a tree's nodes
};
constexpr Reading kReadings[] = {Reading::kPlain,  Reading::kHtml,  Reading::kMarkdown,
                                 Reading::kScript, Reading::kTitle, Reading::kTree};

std::vector<Unit> units_of(std::string_view slice, Reading reading);

struct Match {
  bool holds = false;
  std::string stands;  // where it does not hold: what the slice says, read as it fits best
  std::string reason;  // likewise
};

Match match(std::string_view slice, std::string_view words);

// Whether the words stand anywhere in the text, however their blanks and references are written.
bool holds_words(std::string_view text, std::string_view words);

}  // namespace synoptic::verify
