// The HTTP response that a WARC record holds (RFC 9112; codings of RFC 9110, 8.4.1), as crawlers
// keep it: often decoded already, with the head still saying otherwise. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace synoptic::collect {

struct HttpResponse {
  int status = 0;
  std::string media_type;            // in small letters; empty: not told
  std::string charset;               // of the media type; empty: not told
  std::vector<std::string> codings;  // in the order they were applied: gzip, deflate, br …
  bool chunked = false;
  std::optional<uint64_t> length;  // as its head says
  size_t body = 0;                 // where it begins
};

// nullopt: does not begin like a response.
std::optional<HttpResponse> read_http_head(std::string_view block);

// nullopt: it is no number.
std::optional<uint64_t> content_length(std::string_view value);

// "text/html" and "utf-8" of "Text/HTML; charset=\"utf-8\"".
void read_media_type(std::string_view value, std::string& media_type, std::string& charset);

struct Payload {
  std::string bytes;
  std::string warning;  // what was cut or not as the head says; empty: nothing
};

// The body with its chunks joined and unpacked. Errors: kMalformed, kUnsupported (a coding that is
// not known), kTooLarge.
Result<Payload> payload_of(const HttpResponse& response, std::string_view block, size_t max_bytes,
                           const std::string& where);

}  // namespace synoptic::collect
