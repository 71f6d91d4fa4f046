// Requests and responses as plain values: what the pages see of HTTP. Private to the room.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace synoptic::serve {

struct Request {
  std::string path;                          // decoded, without the query
  std::map<std::string, std::string> query;  // decoded; the last of several wins
  std::string if_none_match;
  std::string origin;  // "https://host", as the client sees it; empty where it did not say
  std::string accept, accept_encoding;  // header fields, as they came

  std::string parameter(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
  }
  // A whole number from 1 up; `otherwise` for anything else.
  size_t number(const std::string& name, size_t otherwise) const;
};

struct Response {
  unsigned status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::string location;  // of a redirect
  std::string etag;      // quoted; empty: not known yet
  std::string error;     // what went wrong, in a sentence; empty: nothing
};

inline constexpr const char* kProblemType = "application/problem+json; charset=utf-8";

// May the client go on with what it has (RFC 9110, 13.1)? Its tags tell; a date could not, of two
// changes within one second, or where the clock was set back.
bool is_unchanged(const Request& request, std::string_view etag);
// "http://host" or, behind a proxy that says so, "https://host"; empty for what is no host.
std::string origin_of(std::string_view host, std::string_view forwarded_proto);

std::string etag_of(const Response& response);

Request parse_target(std::string_view target);

}  // namespace synoptic::serve
