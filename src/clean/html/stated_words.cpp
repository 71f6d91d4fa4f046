#include "clean/html/stated_words.h"

#include <string>
#include <vector>

#include "html/html.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

// A value read so far: its text and where each byte of it stood.
struct Value {
  std::string text;
  text::OffsetMap source;

  uint32_t end() const {
    const auto size = static_cast<uint32_t>(text.size());
    return size == 0 ? 0 : source.to_source({size - 1, size}).end;
  }
  void add(std::string_view characters, Span span) {
    text += characters;
    const auto length = static_cast<uint32_t>(characters.size());
    if (span.size() == length)
      source.append_linear(length, span.begin);
    else
      source.append_whole(length, span);
  }
};

// What an element says that has this content: in a title references are decoded and tags stay, in a
// body tags go, and where one stood `between` is put.
std::optional<Value> content_of(const Value& value, std::string_view element,
                                std::string_view between) {
  if (value.text.find(element == "body" ? '<' : '&') == std::string::npos) return std::nullopt;
  html::ParseOptions options;
  options.context = element;
  const auto document = html::Document::parse_view(value.text, options);
  if (!document) return std::nullopt;
  Value decoded;
  for (const auto& node : document->nodes()) {
    if (node.kind != html::NodeKind::kText) continue;
    const text::OffsetMap map = document->source_map(node);
    if (!decoded.text.empty()) decoded.add(between, {decoded.end(), decoded.end()});
    for (uint32_t at = 0; at < node.text().size();) {
      const uint32_t length = text::decode(node.text(), at).length;
      const Span inner = node.verbatim ? Span{node.span.begin + at, node.span.begin + at + length}
                                       : map.to_source({at, at + length});
      decoded.add(node.text().substr(at, length), value.source.to_source({inner.begin, inner.end}));
      at += length;
    }
  }
  return decoded;
}

// The code unit of "\uXXXX" at `at`; -1: none.
int escaped_unit(std::string_view json, size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
  int code = 0;
  for (const char c : json.substr(at + 2, 4)) {
    if (text::hex_value(c) < 0) return -1;
    code = code * 16 + text::hex_value(c);
  }
  return code;
}

// RFC 8259, 7.
std::optional<Value> without_escapes(const Value& value) {
  const std::string_view json = value.text;
  if (json.find('\\') == std::string_view::npos) return std::nullopt;
  Value decoded;
  for (uint32_t at = 0; at < json.size();) {
    uint32_t end = at + text::decode(json, at).length;
    std::string character(json.substr(at, end - at));
    if (json[at] == '\\' && at + 1 < json.size()) {
      if (int code = escaped_unit(json, at); code >= 0) {
        end = at + 6;
        const int low = code >= 0xD800 && code < 0xDC00 ? escaped_unit(json, end) : -1;
        if (low >= 0xDC00 && low < 0xE000) {
          code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
          end += 6;
        }
        character.clear();
        text::append_utf8(character, static_cast<char32_t>(code));
      } else {
        const char c = json[at + 1];
        end = at + 2;
        character = c == 'n' || c == 'r' || c == 't' ? ' ' : c;
      }
    }
    decoded.add(character, value.source.to_source({at, end}));
    at = end;
  }
  return decoded;
}

Value with_single_blanks(const Value& value) {
  Value made;
  for (uint32_t at = 0; at < value.text.size();) {
    uint32_t end = at;
    while (end < value.text.size() && text::is_space(text::decode(value.text, end).value)) {
      end += text::decode(value.text, end).length;
    }
    const bool blank = end > at;
    if (!blank) end = at + text::decode(value.text, at).length;
    made.add(blank ? " " : std::string_view(value.text).substr(at, end - at),
             value.source.to_source({at, end}));
    at = end;
  }
  return made;
}

std::optional<text::OffsetMap> find_in(const Value& value, std::string_view words) {
  const Value plain = with_single_blanks(value);
  const size_t found = plain.text.find(words);
  if (found == std::string::npos) return std::nullopt;
  Value part;
  for (uint32_t at = 0; at < words.size();) {
    const uint32_t length = text::decode(words, at).length;
    const auto begin = static_cast<uint32_t>(found + at);
    part.add(words.substr(at, length), plain.source.to_source({begin, begin + length}));
    at += length;
  }
  return std::move(part.source);
}

}  // namespace

std::optional<text::OffsetMap> find_stated(std::string_view capture_text, Span value,
                                           std::string_view words) {
  if (words.empty() || value.empty() || value.end > capture_text.size()) return std::nullopt;
  Value read;
  read.add(capture_text.substr(value.begin, value.size()), value);
  if (auto map = find_in(read, words)) return map;
  // Pages encode their references once, and by mistake twice.
  const auto decoded = [&](std::optional<Value> plain) -> std::optional<text::OffsetMap> {
    for (int pass = 0; pass < 2 && plain; ++pass) {
      if (auto map = find_in(*plain, words)) return map;
      plain = content_of(*plain, "title", "");
    }
    return std::nullopt;
  };
  if (auto map = decoded(content_of(read, "title", ""))) return map;
  if (auto map = decoded(content_of(read, "body", ""))) return map;
  if (auto map = decoded(content_of(read, "body", " "))) return map;
  return decoded(without_escapes(read));
}

}  // namespace synoptic::clean
