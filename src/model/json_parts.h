// What the JSON of articles and of stories is made of alike. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/span.h"

namespace synoptic::model {

inline void write(JsonWriter& json, Span span) {
  json.begin_array().value(span.begin).value(span.end).end_array();
}

inline void write_span(JsonWriter& json, Span span) {
  json.key("span");
  write(json, span);
}

inline void write_strings(JsonWriter& json, std::string_view key,
                          const std::vector<std::string>& list) {
  json.key(key).begin_array();
  for (const auto& text : list) json.value(text);
  json.end_array();
}

}  // namespace synoptic::model
