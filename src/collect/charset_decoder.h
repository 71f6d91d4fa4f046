// Bytes of a known charset to UTF-8, with the way back to the raw bytes. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/encoding.h"
#include "model/capture.h"

namespace synoptic::collect {

struct DecodedBytes {
  std::string text;
  // An entry where characters of another width begin, here or there.
  std::vector<model::RawOffset> raw_offsets;
  size_t replaced = 0;   // characters that became U+FFFD
  size_t non_ascii = 0;  // all characters that are not ASCII, the replaced ones too
};

// `skip`: bytes of a mark in front. nullopt: ICU has no converter of that name.
std::optional<DecodedBytes> decode_bytes(std::string_view bytes, size_t skip,
                                         const html::Encoding& encoding);

}  // namespace synoptic::collect
