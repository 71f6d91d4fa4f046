#include "url/host.h"

#include <arpa/inet.h>
#include <libpsl.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/strings.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "url/percent.h"
#include "url/url.h"

namespace synoptic::url {
namespace {

// UTS 46, non-transitional, as browsers do. One transformer for the process: ICU's is thread-safe.
const UIDNA* transformer() {
  static const UIDNA* idna = [] {
    UErrorCode status = U_ZERO_ERROR;
    UIDNA* made = uidna_openUTS46(
        UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, &status);
    return U_FAILURE(status) ? nullptr : made;
  }();
  return idna;
}

std::optional<std::string> to_ascii(std::string_view name) {
  if (transformer() == nullptr) return std::nullopt;
  std::array<char, 1024> buffer{};
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length =
      uidna_nameToASCII_UTF8(transformer(), name.data(), static_cast<int32_t>(name.size()),
                             buffer.data(), buffer.size(), &info, &status);
  if (U_FAILURE(status) || length <= 0 || length > static_cast<int32_t>(buffer.size())) {
    return std::nullopt;
  }
  // Wrong hyphens, empty or overlong labels occur on the web and resolve; anything else does not.
  constexpr uint32_t kForgiven = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                 UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                 UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  if ((info.errors & ~kForgiven) != 0) return std::nullopt;
  return std::string(buffer.data(), static_cast<size_t>(length));
}

bool is_forbidden(char c) {
  constexpr std::string_view kForbidden = " #/:<>?@[\\]^|%";
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
         kForbidden.find(c) != std::string_view::npos;
}

std::optional<uint64_t> ipv4_number(std::string_view text) {
  int base = 10;
  if (text.size() >= 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
    base = 16;
    text.remove_prefix(2);
  } else if (text.size() >= 2 && text[0] == '0') {
    base = 8;
    text.remove_prefix(1);
  }
  uint64_t value = 0;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : 99;
    if (digit >= base || value > UINT32_MAX) return std::nullopt;
    value = value * base + digit;
  }
  return value;
}

bool ends_in_number(const std::vector<std::string_view>& parts) {
  const std::string_view last = parts.back();
  return !last.empty() &&
         (is_ascii_digits(last) ||
          ((last.starts_with("0x") || last.starts_with("0X")) && ipv4_number(last).has_value()));
}

// WHATWG IPv4 parser: "127.1", "0x7f.1" and "2130706433" are 127.0.0.1.
std::optional<std::string> parse_ipv4(const std::vector<std::string_view>& parts) {
  if (parts.size() > 4) return std::nullopt;
  std::vector<uint64_t> numbers;
  for (const auto part : parts) {
    const auto number = part.empty() ? std::nullopt : ipv4_number(part);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  uint64_t address = numbers.back();
  if (address >= (uint64_t{1} << (8 * (5 - numbers.size())))) return std::nullopt;
  for (size_t i = 0; i + 1 < numbers.size(); ++i) {
    if (numbers[i] > 255) return std::nullopt;
    address += numbers[i] << (8 * (3 - i));
  }
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) {
    if (!out.empty()) out += '.';
    out += std::to_string((address >> shift) & 255);
  }
  return out;
}

// Letters, digits, single hyphens inside labels and dots between them, no number at the end: the
// host is itself in small letters, whatever the steps of the standard would do with it.
std::optional<std::string> plain_host(std::string_view text) {
  constexpr size_t kLongestLabel = 63;
  if (text.empty() || text.size() > kLongestLabel) return std::nullopt;
  std::string host;
  host.reserve(text.size());
  char before = '.';
  for (const char c : text) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const bool sign = c == '-' || c == '.';
    if (!sign && !(small >= 'a' && small <= 'z') && !text::is_ascii_digit(c)) return std::nullopt;
    if (sign && (before == '-' || before == '.')) return std::nullopt;
    host += small;
    before = small;
  }
  if (before == '-' || before == '.') return std::nullopt;
  const char last = host[host.rfind('.') + 1];
  return last >= '0' && last <= '9' ? std::nullopt : std::optional(std::move(host));
}

}  // namespace

std::optional<std::string> parse_opaque_host(std::string_view text) {
  if (text.starts_with('[')) {
    if (!text.ends_with(']')) return std::nullopt;
    in6_addr address{};
    const std::string inner(text.substr(1, text.size() - 2));
    if (inet_pton(AF_INET6, inner.c_str(), &address) != 1) return std::nullopt;
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    if (!inet_ntop(AF_INET6, &address, buffer.data(), buffer.size())) return std::nullopt;
    return "[" + std::string(buffer.data()) + "]";
  }
  if (std::any_of(text.begin(), text.end(), [](char c) { return c != '%' && is_forbidden(c); })) {
    return std::nullopt;
  }
  std::string host;
  percent_encode(host, text, kControlSet);
  return host;
}

std::optional<std::string> parse_host(std::string_view text) {
  if (text.starts_with('[')) return parse_opaque_host(text);
  if (auto plain = plain_host(text)) return plain;
  const std::string decoded = percent_decode(text);
  if (!text::is_valid_utf8(decoded)) return std::nullopt;
  auto ascii = to_ascii(decoded);
  if (!ascii || ascii->empty()) return std::nullopt;
  if (std::any_of(ascii->begin(), ascii->end(), is_forbidden)) return std::nullopt;
  auto parts = split(*ascii, '.');
  if (parts.size() > 1 && parts.back().empty()) parts.pop_back();
  if (ends_in_number(parts)) return parse_ipv4(parts);
  return ascii;
}

std::string registrable_domain(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  if (host.starts_with('[')) return std::string(host);
  if (const auto parts = split(host, '.'); !parts.empty() && ends_in_number(parts)) {
    return std::string(host);
  }
  const psl_ctx_t* list = psl_builtin();
  if (list == nullptr) return std::string(host);
  const std::string name = ascii_lower(host);
  const char* found = psl_registrable_domain(list, name.c_str());
  return found ? std::string(found) : name;
}

}  // namespace synoptic::url
