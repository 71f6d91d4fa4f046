// What a client can take: forms and encodings (RFC 9110, 12.5). Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "serve/http.h"

namespace synoptic::serve {

// Does the Accept header put JSON before HTML? Not where it names neither.
bool prefers_json(std::string_view accept);
bool accepts_gzip(std::string_view accept_encoding);

// Worth compressing: text, and more of it than fits into a packet.
bool is_compressible(const Response& response);
std::string gzip(std::string_view bytes);  // RFC 1952; empty where that failed

// An error in the form that the client asked for: a page, or JSON (RFC 9457).
Response in_form(Response response, const Request& request);

}  // namespace synoptic::serve
