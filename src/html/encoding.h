// Which encoding the bytes of a page are in, as the HTML Standard (13.2.3) has browsers tell it,
// and the labels of the Encoding Standard. Says what is declared, not whether that is true.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace synoptic::html {

// Views into the program's tables.
struct Encoding {
  std::string_view name;         // as the Encoding Standard spells it
  std::string_view converter;    // ICU's name; empty: not to be decoded under this label
  std::string_view corrections;  // "80=20AC …": bytes ICU's converter reads in another way
};

enum class EncodingBasis : uint8_t {
  kByteOrderMark,
  kTransport,  // what came with the bytes: HTTP's Content-Type
  kMeta,       // in the first 1024 bytes; there an XML declaration counts too
  kLateMeta,   // a meta further on, at which browsers change the encoding (13.2.3.5)
};

struct SniffedEncoding {
  Encoding encoding;
  EncodingBasis basis = EncodingBasis::kMeta;
  size_t mark_size = 0;  // bytes of the byte order mark
};

// Encoding Standard, "get an encoding": ASCII case and blanks around the label are ignored.
std::optional<Encoding> encoding_of_label(std::string_view label);

// nullopt: nothing is declared. The search for a late meta reads 256 KiB; who does not need it (the
// bytes are UTF-8 anyway) may leave it out.
enum class LateMeta : uint8_t { kFind, kIgnore };
std::optional<SniffedEncoding> sniff_encoding(std::string_view bytes,
                                              std::string_view transport_charset = {},
                                              LateMeta late_meta = LateMeta::kFind);

}  // namespace synoptic::html
