// Text of the source to text as meant: character references decoded (HTML Standard, 13.2.5.72),
// line ends made one, with the way back to the source. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/offset_map.h"

namespace synoptic::html {

enum class TextMode : uint8_t {
  kText,
  kAttribute,
  kRaw
};  // kRaw: scripts and styles, no references

struct Decoded {
  std::string text;
  text::OffsetMap source;  // positions are those of the whole source
};

// nullopt: the bytes are the text as they stand. `begin` is where `raw` stands in the source.
std::optional<Decoded> decode_text(std::string_view raw, uint32_t begin, TextMode mode);

}  // namespace synoptic::html
