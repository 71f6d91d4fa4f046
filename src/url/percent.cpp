#include "url/percent.h"

#include "url/url.h"

namespace synoptic::url {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 3986, 2.3: characters that are of no set.
bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

}  // namespace

void percent_encode(std::string& out, std::string_view text, std::string_view set) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto is_kept = [&](char c) {
    return is_unreserved(c) || (c >= 0x20 && c <= 0x7E && set.find(c) == std::string_view::npos);
  };
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_kept(text[end])) ++end;
    out += text.substr(at, end - at);
    if (end < text.size()) {
      const auto byte = static_cast<unsigned char>(text[end++]);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
    at = end;
  }
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

}  // namespace synoptic::url
