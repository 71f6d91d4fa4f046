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
  std::string accept_language;

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
};

Request parse_target(std::string_view target);

}  // namespace synoptic::serve
