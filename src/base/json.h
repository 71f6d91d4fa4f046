// The one JSON writer (RFC 8259). Appends to a string; commas and quoting are its business, nesting
// is the caller's. Invalid UTF-8 in a value is written as U+FFFD, so the output is always valid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace synoptic {

class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(double number);  // shortest form that reads back the same; NaN is null
  JsonWriter& value(bool truth);
  template <typename Integer>
  requires(std::is_integral_v<Integer> &&
           !std::is_same_v<Integer, bool>) JsonWriter& value(Integer number) {
    return integer(static_cast<int64_t>(number));
  }
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  // a value that is JSON already

  template <typename T>
  JsonWriter& field(std::string_view name, const T& content) {
    return key(name).value(content);
  }
  JsonWriter& field_or_null(std::string_view name, std::string_view text) {
    key(name);
    return text.empty() ? null() : value(text);
  }

  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& integer(int64_t number);
  void separate();
  void quote(std::string_view text);

  std::string out_;
  bool need_comma_ = false;
};

}  // namespace synoptic
