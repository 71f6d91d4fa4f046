#include "collect/front_matter.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"

namespace synoptic::collect {
namespace {

constexpr size_t kMaxLines = 300;

// "---" of YAML, "+++" of TOML.
bool is_fence(std::string_view line, char sign) {
  line = trim(line);
  return line.size() >= 3 && line.find_first_not_of(sign) == std::string_view::npos;
}

// "[extra]": keys of TOML below it are its own; they are read as any.
bool is_section(std::string_view content) {
  return content.starts_with('[') && content.ends_with(']') && content.find(',') == content.npos &&
         content.find('"') == content.npos;
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= 60 &&
         std::none_of(key.begin(), key.end(), [](char c) { return c == ' ' || c == '\t'; });
}

std::string_view unquote(std::string_view value) {
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  return value;
}

}  // namespace

void read_front_matter(model::Capture& capture) {
  const std::string_view text = capture.text;
  size_t at = text.find('\n');
  const char sign = text.starts_with("+++") ? '+' : '-';
  const char colon_sign = sign == '+' ? '=' : ':';
  if (at == std::string_view::npos || !is_fence(text.substr(0, at), sign)) return;
  ++at;
  std::vector<model::FrontMatterField> fields;
  size_t unread = 0, first_unread = 0;
  for (size_t number = 2; number < kMaxLines && at < text.size(); ++number) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::string_view content = trim(line);
    if (is_fence(line, sign) || (sign == '-' && content == "...")) {
      // Between two rules without a single key there is text, not front matter.
      if (fields.empty()) break;
      if (unread > 0) {
        capture.warnings.push_back(fmt::format(
            "front matter line {}: no 'key: value'; {} lines passed over", first_unread, unread));
      }
      capture.front_matter = std::move(fields);
      capture.body_begin = static_cast<uint32_t>(std::min(end + 1, text.size()));
      return;
    }
    const auto span_of = [&](std::string_view part) {
      const auto begin = static_cast<uint32_t>(part.data() - text.data());
      return Span{begin, begin + static_cast<uint32_t>(part.size())};
    };
    const size_t colon = line.find(colon_sign);
    if (content.starts_with("- ") && !fields.empty()) {
      // A list under the last key: its items are joined as "a; b".
      const std::string_view item = unquote(trim(content.substr(2)));
      auto& field = fields.back();
      field.value += (field.value.empty() ? "" : "; ") + std::string(item);
      if (field.span.empty()) field.span.begin = span_of(item).begin;
      field.span.end = span_of(item).end;
    } else if (colon != std::string_view::npos && is_key(trim(line.substr(0, colon)))) {
      const std::string_view value = unquote(trim(line.substr(colon + 1)));
      fields.push_back({std::string(trim(line.substr(0, colon))), std::string(value),
                        value.empty() ? Span{} : span_of(value)});
    } else if (!content.empty() && content[0] != '#' && !(sign == '+' && is_section(content))) {
      if (unread++ == 0) first_unread = number;
    }
    at = end + 1;
  }
  capture.warnings.push_back(
      fmt::format("front matter is opened by '{}' but is not {}; read as text",
                  std::string(3, sign), sign == '+' ? "TOML" : "YAML"));
}

}  // namespace synoptic::collect
