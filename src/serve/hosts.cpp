#include "serve/hosts.h"

#include <algorithm>

#include "base/strings.h"

namespace synoptic::serve {
namespace {

bool is_part_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_';
}

bool is_address(std::string_view name) {
  if (name.starts_with("[")) return true;
  return std::count(name.begin(), name.end(), '.') == 3 &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

bool is_loopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1";
}

}  // namespace

std::string host_name(std::string_view host) {
  std::string_view name = host, port;
  if (host.starts_with("[")) {
    const size_t end = host.find(']');
    if (end == std::string_view::npos) return "";
    name = host.substr(0, end + 1);
    port = host.substr(end + 1);
    const bool plain = std::all_of(name.begin() + 1, name.end() - 1, [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') ||
             c == ':' || c == '.';
    });
    if (name.size() < 4 || !plain) return "";
  } else {
    const size_t colon = host.find(':');
    name = host.substr(0, colon);
    if (colon != std::string_view::npos) port = host.substr(colon);
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_part_of_name)) return "";
  }
  const bool good_port =
      port.empty() || (port[0] == ':' && (port.size() == 1 || is_ascii_digits(port.substr(1))));
  if (!good_port) return "";
  if (name.size() > 1 && name.ends_with(".")) name.remove_suffix(1);
  return ascii_lower(name);
}

Hosts::Hosts(std::string_view address, const std::vector<std::string>& names)
    : all_(!is_loopback(address) && names.empty()) {
  for (const auto& name : names) names_.push_back(host_name(name));
}

bool Hosts::answers_to(std::string_view host) const {
  const std::string name = host_name(host);
  if (name.empty()) return false;
  return all_ || name == "localhost" || name.ends_with(".localhost") || is_address(name) ||
         std::find(names_.begin(), names_.end(), name) != names_.end();
}

}  // namespace synoptic::serve
