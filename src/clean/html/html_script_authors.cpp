#include "clean/html/html_script_authors.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "clean/page.h"
#include "clean/people/people.h"

namespace synoptic::clean {
namespace {

constexpr size_t kMostBytes = 1 << 20;
constexpr std::string_view kAround = " \t\r\n\\\"'";  // JSON, also inside a string

// `"author": {"name": "`: the place behind a key's sign and the brackets.
size_t value_from(std::string_view script, size_t at) {
  return std::min(script.find_first_not_of(" \t\r\n\\\"'[", at), script.size());
}

// The key that ends at `end`, in small letters; `"` and `\` around it passed over.
std::string key_at(std::string_view script, size_t end) {
  constexpr size_t kLongest = 24;
  const size_t last = script.substr(0, end).find_last_not_of(kAround);
  std::string key;
  for (size_t at = last == script.npos ? 0 : last + 1; at > 0 && key.size() < kLongest; --at) {
    const char c = static_cast<char>(script[at - 1] | 0x20);
    if (script[at - 1] == '_' || script[at - 1] == '-') continue;
    if (c < 'a' || c > 'z') break;
    key.insert(key.begin(), c);
  }
  return key;
}

// Most keys end in other letters, which is quicker to see.
bool may_name_writer(std::string_view script, size_t sign) {
  constexpr std::string_view kLastLetters = "resRES";
  while (sign > 0 && kAround.find(script[sign - 1]) != kAround.npos) --sign;
  return sign > 0 && kLastLetters.find(script[sign - 1]) != kLastLetters.npos;
}

bool names_writer(std::string_view key) {
  constexpr std::array<std::string_view, 9> kKeys{"author",        "authors",       "authorname",
                                                  "authornames",   "articleauthor", "pageauthor",
                                                  "contentauthor", "writer",        "byline"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

// The range of the name in the script; empty where an object has none.
Range name_behind(std::string_view script, size_t sign) {
  constexpr size_t kLongestObject = 400, kLongestName = 60;
  size_t begin = value_from(script, sign + 1);
  if (begin < script.size() && script[begin] == '{') {
    const std::string_view object = script.substr(begin, kLongestObject);
    size_t inner = object.find("name");
    while (inner != object.npos && key_at(object, inner + 4) != "name") {
      inner = object.find("name", inner + 1);
    }
    const size_t colon = object.find(':', inner == object.npos ? object.size() : inner);
    if (colon == object.npos || object.find('}') < colon) return {};
    begin += value_from(object, colon + 1);
  }
  // Without quotes it is code, or a comment on who wrote that.
  if (begin == 0 || (script[begin - 1] != '"' && script[begin - 1] != '\'')) return {};
  const size_t end = script.find_first_of("\\\"',;{}[]<", begin);
  if (end == script.npos || end == begin || end - begin > kLongestName) return {};
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace

void search_script_authors(const html::Document& document, const std::vector<uint32_t>& scripts,
                           AuthorNotes& notes) {
  struct Name {
    std::string_view words;
    Span span;
  };
  std::optional<Name> found;
  const auto& nodes = document.nodes();
  for (const uint32_t i : scripts) {
    if (nodes[i].subtree_end != i + 2) continue;
    const html::Node& node = nodes[i + 1];
    const std::string_view script = node.text().substr(0, kMostBytes);
    for (size_t sign = script.find(':'); sign != script.npos; sign = script.find(':', sign + 1)) {
      if (!may_name_writer(script, sign) || !names_writer(key_at(script, sign))) continue;
      const Range range = name_behind(script, sign);
      const std::string_view words = range.of(script);
      if (range.empty() || !looks_like_person(words)) continue;
      if (found && key_of(found->words) != key_of(words)) return;
      if (!found) {
        found = Name{words, {node.span.begin + range.begin, node.span.begin + range.end}};
      }
    }
  }
  if (found) notes.add(found->words, found->span, AuthorNotes::Source::kMeta);
}

}  // namespace synoptic::clean
