// MIME as saved pages and mails have it (RFC 2045, 2046, 2047, 5322): heads, parts within parts,
// and what the parts' bytes are. Private to the room.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::collect {

struct MimeHead {
  bool mime = false;         // says that it is MIME
  bool is_attached = false;  // a file beside the text
  std::string media_type, charset, boundary, coding, location, snapshot, date, from, subject;
  size_t size = 0;  // with the blank line behind it
};

// nullopt: the text does not begin with fields and a blank line behind them.
std::optional<MimeHead> read_mime_head(std::string_view text);

struct MimePart {
  MimeHead head;
  std::string_view body;
  bool cut = false;  // the line that ends it is missing
};

// The first part that `is_wanted` by its head, in their order; the body may be the part itself.
std::optional<MimePart> find_part(const MimeHead& head, std::string_view body,
                                  const std::function<bool(const MimeHead&)>& is_wanted);

bool is_page_type(std::string_view media_type);  // text/html, application/xhtml+xml

// The bytes of the part; nullopt: its coding is not known.
std::optional<std::string> bytes_of(const MimePart& part);

// "Fri, 14 Mar 2025 10:00:00 +0100" as ISO 8601; empty: it is no such day (RFC 5322, 3.3).
std::string iso_of_mail_date(std::string_view date);

// "Brücke" of "=?utf-8?Q?Br=C3=BCcke?=" (RFC 2047); what is malformed stays.
std::string decode_words(std::string_view coded);

// The codings of RFC 2045, 6.7 and 6.8; what is malformed stays or is passed over.
std::string decode_quoted_printable(std::string_view coded);
std::string decode_base64(std::string_view coded);

}  // namespace synoptic::collect
