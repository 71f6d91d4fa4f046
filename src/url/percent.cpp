#include "url/percent.h"

#include "text/ascii.h"
#include "url/url.h"

namespace synoptic::url {
namespace {

// RFC 3986, 2.3: characters that are of no set.
bool is_unreserved(char c) {
  return text::is_ascii_word(c) || c == '-' || c == '.' || c == '_' || c == '~';
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

std::string percent_decode(std::string_view encoded) {
  std::string out;
  out.reserve(encoded.size());
  for (size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] == '%' && i + 2 < encoded.size()) {
      const int high = text::hex_value(encoded[i + 1]), low = text::hex_value(encoded[i + 2]);
      if (high >= 0 && low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    out += encoded[i];
  }
  return out;
}

}  // namespace synoptic::url
