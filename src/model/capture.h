// A document as received. Immutable; every Span of the other types points into `text`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace synoptic::model {

enum class Format { kHtml, kMarkdown, kPlain };

struct FrontMatterField {
  std::string key;    // as written, e.g. "fetch_date"
  std::string value;  // unquoted
  Span span;          // of the value
};

// Where characters of the UTF-8 text stood in the raw bytes: from here to the next entry all have
// as many bytes each, here and there. Sorted by `text`.
struct RawOffset {
  uint32_t text = 0, raw = 0;
  uint8_t text_width = 1, raw_width = 1;
};

struct Capture {
  std::string path;        // as given; "-" for standard input
  std::string url;         // from front matter, a saved page's own link or the fetch; may be empty
  std::string sha256;      // of the bytes as received; the capture's identity
  std::string charset;     // of the raw bytes, "UTF-8" …
  std::string charset_by;  // what told: bom, header, meta, valid, detected, default
  std::string fetched;     // as stated, never given a zone; may be empty
  Format format = Format::kPlain;
  std::string raw;     // bytes as received; empty when they equal `text`
  std::string text;    // decoded to UTF-8, byte order mark dropped
  std::string record;  // the line of a file of pages, or the saved file (MHTML); else empty
  std::vector<RawOffset> raw_offsets;  // empty when text offsets are raw offsets (+ raw_shift)
  uint32_t raw_shift = 0;              // length of a dropped byte order mark
  std::vector<FrontMatterField> front_matter;
  std::vector<std::string> warnings;  // what was wrong with the bytes but did not stop us
  uint32_t body_begin = 0;            // first byte of `text` behind the front matter

  const std::string& bytes() const { return raw.empty() ? text : raw; }
  // What `sha256` is the hash of.
  const std::string& received() const { return record.empty() ? bytes() : record; }
};

// The value of a front matter key (ASCII case ignored), or nullptr.
const FrontMatterField* find_front_matter(const Capture& capture, std::string_view key);
// Where the character that holds the byte `at` of the text begins in the bytes as received.
uint32_t raw_offset(const Capture& capture, uint32_t at);

}  // namespace synoptic::model
