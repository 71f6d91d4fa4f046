// URLs, after the WHATWG URL Standard (https://url.spec.whatwg.org): parse, resolve, and a
// canonical form that two links to the same page share. Hosts are compared in their ASCII form (UTS
// 46).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace synoptic::url {

struct Url {
  std::string scheme;    // lower case, without ':'
  std::string userinfo;  // as written, without '@'
  std::string host;      // ASCII, lower case; empty for mailto: and the like
  std::string port;      // empty when it is the scheme's own
  std::string path;      // percent-encoded, dot segments resolved
  std::string query;     // without '?'
  std::string fragment;  // without '#'
  bool has_query = false;

  std::string href() const;
};

std::optional<Url> parse(std::string_view text);                   // absolute URLs only
std::optional<Url> parse(std::string_view text, const Url& base);  // relative ones too

// `reference` seen from the page at `base`; empty when that gives no URL. An empty or broken base
// still lets absolute and scheme-relative ("//host/…", read as https) references through.
std::string resolve(std::string_view base, std::string_view reference);

// What identifies a page: no fragment, no tracking parameters (utm_*, fbclid, gclid …), no default
// port. Every other query parameter stays: in "story?sid=80222" it is the identity. Text that is no
// URL comes back as it is.
std::string canonical(std::string_view text);

std::string host_of(std::string_view text);  // of an absolute URL; empty if none
// "bbc.co.uk" of "news.bbc.co.uk" (Public Suffix List, by libpsl); the host itself for addresses.
std::string registrable_domain(std::string_view host);

std::string percent_decode(std::string_view text);
bool is_web(std::string_view text);  // begins with http:// or https://

}  // namespace synoptic::url
