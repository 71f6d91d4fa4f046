// Hosts of URLs: names in their ASCII form, addresses in their canonical one. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace synoptic::url {

std::optional<std::string> parse_host(std::string_view text);         // of http, https, ftp …
std::optional<std::string> parse_opaque_host(std::string_view text);  // of any other scheme

}  // namespace synoptic::url
