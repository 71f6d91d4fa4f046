// JSON as it is found: Python writes NaN and Infinity, and halves of surrogate pairs, which RFC
// 8259 does not have. A line is not thrown away for that.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace synoptic::collect {

// Names without quotation marks but true, false and null become null; a lone half of a surrogate
// pair becomes U+FFFD. What is right stays as it is.
std::string strict_json(std::string_view json);

// Parses as it stands; when that fails, what strict_json makes of it.
simdjson::simdjson_result<simdjson::dom::element> parse_lenient(simdjson::dom::parser& parser,
                                                                std::string_view json);

}  // namespace synoptic::collect
