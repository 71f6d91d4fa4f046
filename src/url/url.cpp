#include "url/url.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "text/ascii.h"
#include "text/characters.h"
#include "url/host.h"
#include "url/percent.h"

namespace synoptic::url {
namespace {

struct SpecialScheme {
  std::string_view name, port;
};
constexpr std::array<SpecialScheme, 6> kSpecial = {
    {{"http", "80"}, {"https", "443"}, {"ftp", "21"}, {"ws", "80"}, {"wss", "443"}, {"file", ""}}};
constexpr size_t kMaxLength = 1 << 16;  // longer ones are data, not addresses

const SpecialScheme* special(std::string_view scheme) {
  const auto found = std::find_if(kSpecial.begin(), kSpecial.end(),
                                  [&](const SpecialScheme& s) { return s.name == scheme; });
  return found == kSpecial.end() ? nullptr : &*found;
}

// Control characters and blanks cut at both ends, tabs and line breaks dropped anywhere.
std::string clean(std::string_view text) {
  const auto edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && edge(text.front())) text.remove_prefix(1);
  while (!text.empty() && edge(text.back())) text.remove_suffix(1);
  std::string kept(text);
  std::erase_if(kept, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return kept;
}

// "https" of "https://…"; empty where the text does not begin with a scheme.
std::string scheme_of(std::string_view text) {
  if (text.empty() || !text::is_ascii_letter(text[0])) return {};
  for (size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':') return ascii_lower(text.substr(0, i));
    if (!text::is_ascii_letter(c) && !text::is_ascii_digit(c) && c != '+' && c != '-' && c != '.')
      return {};
  }
  return {};
}

bool is_dot(std::string_view segment) {
  return segment == "." || (segment.starts_with('%') && ascii_lower(segment) == "%2e");
}

bool is_double_dot(std::string_view segment) {
  if (!segment.starts_with('.') && !segment.starts_with('%')) return false;
  const std::string lower = ascii_lower(segment);
  return lower == ".." || lower == ".%2e" || lower == "%2e." || lower == "%2e%2e";
}

// WHATWG "path state": dot segments away, the rest percent-encoded.
std::string resolve_path(std::string_view path, bool backslashes) {
  std::string out;
  const auto holds = [&](std::string_view sign) { return path.find(sign) != path.npos; };
  if (!path.starts_with('.') && !holds("/.") && !holds("%2") && !(backslashes && holds("\\"))) {
    if (!path.starts_with('/')) out = '/';
    percent_encode(out, path, kPathSet);  // no dot segments: nearly all paths
    return out;
  }
  std::vector<std::string_view> kept;
  size_t begin = !path.empty() && (path[0] == '/' || (backslashes && path[0] == '\\')) ? 1 : 0;
  for (;;) {
    size_t end = begin;
    while (end < path.size() && path[end] != '/' && !(backslashes && path[end] == '\\')) ++end;
    const std::string_view segment = path.substr(begin, end - begin);
    const bool last = end >= path.size();
    if (is_double_dot(segment)) {
      if (!kept.empty()) kept.pop_back();
      if (last) kept.push_back({});
    } else if (is_dot(segment)) {
      if (last) kept.push_back({});
    } else {
      kept.push_back(segment);
    }
    if (last) break;
    begin = end + 1;
  }
  for (const auto segment : kept) {
    out += '/';
    percent_encode(out, segment, kPathSet);
  }
  return out;
}

struct Parts {  // the text behind scheme and authority
  std::string_view path, query, fragment;
  bool has_query = false, has_fragment = false;
};

Parts cut(std::string_view rest) {
  Parts parts;
  if (const size_t at = rest.find('#'); at != std::string_view::npos) {
    parts.fragment = rest.substr(at + 1);
    parts.has_fragment = true;
    rest = rest.substr(0, at);
  }
  if (const size_t at = rest.find('?'); at != std::string_view::npos) {
    parts.query = rest.substr(at + 1);
    parts.has_query = true;
    rest = rest.substr(0, at);
  }
  parts.path = rest;
  return parts;
}

void set_query_and_fragment(Url& url, const Parts& parts) {
  url.has_query = parts.has_query;
  url.query.clear();
  url.fragment.clear();
  percent_encode(url.query, parts.query, kQuerySet);
  percent_encode(url.fragment, parts.fragment, kFragmentSet);
}

bool read_port(Url& url, std::string_view port) {
  if (port.empty()) return true;
  if (!is_ascii_digits(port)) return false;
  while (port.size() > 1 && port[0] == '0') port.remove_prefix(1);
  if (port.size() > 5 || (port.size() == 5 && port > "65535")) return false;
  const SpecialScheme* known = special(url.scheme);
  if (known == nullptr || known->port != port) url.port = port;
  return true;
}

// "user@host:port" behind "//".
bool read_authority(Url& url, std::string_view authority) {
  if (const size_t at = authority.rfind('@'); at != std::string_view::npos) {
    const std::string_view user = authority.substr(0, at);
    const size_t password = user.find(':');
    percent_encode(url.userinfo, user.substr(0, password), kUserinfoSet);
    if (password != std::string_view::npos) {
      url.userinfo += ':';
      percent_encode(url.userinfo, user.substr(password + 1), kUserinfoSet);
    }
    authority = authority.substr(at + 1);
  }
  size_t colon = authority.rfind(':');
  if (const size_t bracket = authority.rfind(']');
      bracket != std::string_view::npos && colon != std::string_view::npos && colon < bracket) {
    colon = std::string_view::npos;
  }
  std::string_view port;
  if (colon != std::string_view::npos) {
    port = authority.substr(colon + 1);
    authority = authority.substr(0, colon);
  }
  if (!read_port(url, port)) return false;
  if (authority.empty()) return url.scheme == "file";
  const auto host = special(url.scheme) ? parse_host(authority) : parse_opaque_host(authority);
  if (!host) return false;
  url.host = *host;
  if (url.scheme == "file" && url.host == "localhost") url.host.clear();
  return true;
}

// What stands behind "scheme:" of an absolute URL.
std::optional<Url> parse_behind_scheme(std::string scheme, std::string_view rest) {
  Url url;
  url.scheme = std::move(scheme);
  const bool is_special = special(url.scheme) != nullptr;
  const auto slash = [&](char c) { return c == '/' || (is_special && c == '\\'); };
  size_t slashes = 0;
  while (slashes < rest.size() && slash(rest[slashes])) ++slashes;
  const bool has_authority = is_special ? url.scheme != "file" || slashes >= 2 : slashes >= 2;
  if (!has_authority) {
    const Parts parts = cut(rest);
    if (is_special || slashes == 1) {
      url.path = resolve_path(parts.path, is_special);
    } else {
      percent_encode(url.path, parts.path, kControlSet);
    }
    set_query_and_fragment(url, parts);
    return url;
  }
  // Special schemes forgive any number of slashes, "https:host" too.
  rest.remove_prefix(is_special && url.scheme != "file" ? slashes : 2);
  size_t end = 0;
  while (end < rest.size() && !slash(rest[end]) && rest[end] != '?' && rest[end] != '#') ++end;
  if (!read_authority(url, rest.substr(0, end))) return std::nullopt;
  const Parts parts = cut(rest.substr(end));
  if (is_special || !parts.path.empty()) url.path = resolve_path(parts.path, is_special);
  set_query_and_fragment(url, parts);
  return url;
}

std::optional<Url> parse_relative(std::string_view text, const Url& base) {
  const bool is_special = special(base.scheme) != nullptr;
  if (base.path.empty() || base.path[0] != '/') {  // mailto: and the like have no relatives
    if (!is_special && !text.starts_with('#')) return std::nullopt;
  }
  const auto slash = [&](char c) { return c == '/' || (is_special && c == '\\'); };
  if (text.size() >= 2 && slash(text[0]) && slash(text[1])) {
    return parse_behind_scheme(base.scheme, text);
  }
  Url url = base;
  const Parts parts = cut(text);
  if (parts.path.empty()) {
    if (parts.has_query) {
      set_query_and_fragment(url, parts);
    } else {
      url.fragment.clear();
      percent_encode(url.fragment, parts.fragment, kFragmentSet);
    }
    return url;
  }
  if (slash(parts.path[0])) {
    url.path = resolve_path(parts.path, is_special);
  } else {
    const size_t last = base.path.rfind('/');
    std::string merged = last == std::string::npos ? "/" : base.path.substr(0, last + 1);
    merged += parts.path;
    url.path = resolve_path(merged, is_special);
  }
  set_query_and_fragment(url, parts);
  return url;
}

}  // namespace

std::string Url::href() const {
  std::string out = scheme + ":";
  if (!host.empty() || scheme == "file") {
    out += "//";
    if (!userinfo.empty()) out += userinfo + "@";
    out += host;
    if (!port.empty()) out += ":" + port;
  }
  out += path;
  if (has_query) out += "?" + query;
  if (!fragment.empty()) out += "#" + fragment;
  return out;
}

std::optional<Url> parse(std::string_view text) {
  if (text.size() > kMaxLength) return std::nullopt;
  const std::string cleaned = clean(text);
  std::string scheme = scheme_of(cleaned);
  if (scheme.empty()) return std::nullopt;
  const size_t behind = scheme.size() + 1;
  return parse_behind_scheme(std::move(scheme), std::string_view(cleaned).substr(behind));
}

std::optional<Url> parse(std::string_view text, const Url& base) {
  if (text.size() > kMaxLength) return std::nullopt;
  const std::string cleaned = clean(text);
  const std::string scheme = scheme_of(cleaned);
  if (scheme.empty()) return parse_relative(cleaned, base);
  const std::string_view rest = std::string_view(cleaned).substr(scheme.size() + 1);
  // "http:story.html" on an http page is relative; an old form that still occurs.
  if (scheme == base.scheme && special(scheme) && !rest.starts_with('/') &&
      !rest.starts_with('\\')) {
    return parse_relative(rest, base);
  }
  return parse_behind_scheme(scheme, rest);
}

std::string resolve(std::string_view base, std::string_view reference) {
  const auto told = [](std::optional<Url> url) {
    if (!url) return std::string();
    url->userinfo.clear();
    return url->href();
  };
  if (const auto page = parse(base)) return told(parse(reference, *page));
  const std::string cleaned = clean(reference.substr(0, kMaxLength));
  return told(parse(cleaned.starts_with("//") ? "https:" + cleaned : cleaned));
}

std::string host_of(std::string_view text) {
  const auto url = parse(text);
  return url ? url->host : std::string();
}

bool is_web(std::string_view text) {
  const std::string front = ascii_lower(text.substr(0, 8));
  return front.starts_with("http://") || front.starts_with("https://");
}

}  // namespace synoptic::url
