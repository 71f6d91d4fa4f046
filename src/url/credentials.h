// Addresses without who may see the page: nothing of that is handed on (RFC 3986, 3.2.1).
#pragma once

#include <string>
#include <string_view>

namespace synoptic::url {

// The address without "user:secret@", the rest as written. What resolve() and canonical() give has
// none either.
std::string without_credentials(std::string_view address);

}  // namespace synoptic::url
