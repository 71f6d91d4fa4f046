#include "serve/http.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "text/utf8.h"
#include "url/url.h"

namespace synoptic::serve {

size_t Request::number(const std::string& name, size_t otherwise) const {
  const std::string text = parameter(name);
  if (!is_ascii_digits(text) || text.size() > 9) return otherwise;
  const auto value = static_cast<size_t>(std::stoul(text));
  return value == 0 ? otherwise : value;
}

bool is_unchanged(const Request& request, std::string_view etag) {
  if (!request.if_none_match.empty()) {
    for (auto tag : split_trimmed(request.if_none_match, ',')) {
      if (tag.starts_with("W/")) tag.remove_prefix(2);
      if (tag == etag || tag == "*") return true;
    }
  }
  return false;
}

std::string etag_of(const Response& response) {
  if (!response.etag.empty()) return response.etag;
  return fmt::format("\"{:016x}\"", fnv1a(response.body));
}

std::string origin_of(std::string_view host, std::string_view forwarded_proto) {
  const bool plain = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == ':' || c == '[' || c == ']';
  });
  if (!plain) return "";
  return (forwarded_proto == "https" ? "https://" : "http://") + std::string(host);
}

Request parse_target(std::string_view target) {
  Request request;
  target = target.substr(0, target.find('#'));
  const size_t mark = target.find('?');
  request.path = text::replace_invalid_utf8(url::percent_decode(target.substr(0, mark)));
  if (mark == std::string_view::npos) return request;
  for (const auto part : split(target.substr(mark + 1), '&')) {
    const size_t equals = part.find('=');
    const auto decoded = [](std::string_view text) {
      std::string plain(text);
      std::replace(plain.begin(), plain.end(), '+', ' ');
      return text::replace_invalid_utf8(url::percent_decode(plain));
    };
    const std::string value =
        equals == std::string_view::npos ? "" : decoded(part.substr(equals + 1));
    if (!part.empty()) request.query[decoded(part.substr(0, equals))] = value;
  }
  return request;
}

}  // namespace synoptic::serve
