#include "clean/html/html_script_authors.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

constexpr size_t kLongestObject = 400, kLongestName = 60;

// The range of the name that begins at `begin`, or of that in the object there; empty: none is.
Range name_at(std::string_view script, size_t begin) {
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

// `[{"name": "A", …}, {"name": "B", …}]`: where the objects behind the first one begin.
std::vector<size_t> further_objects(std::string_view script, size_t sign) {
  constexpr size_t kLongestList = 4000;
  std::vector<size_t> found;
  const size_t list = script.find_first_not_of(" \t\r\n", sign + 1);
  if (list == script.npos || script[list] != '[') return found;
  int depth = 0;
  for (size_t at = list; at < std::min(script.size(), list + kLongestList); ++at) {
    const char c = script[at];
    if (c == '{' && depth == 1) found.push_back(at);
    depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
    if (depth == 0) break;
  }
  if (!found.empty()) found.erase(found.begin());
  return found;
}

// The names behind the key's sign.
std::vector<Range> names_behind(std::string_view script, size_t sign) {
  std::vector<Range> names;
  const auto take = [&](size_t begin) {
    const Range range = name_at(script, begin);
    if (!range.empty() && looks_like_person(range.of(script))) names.push_back(range);
  };
  take(value_from(script, sign + 1));
  if (!names.empty()) std::ranges::for_each(further_objects(script, sign), take);
  return names;
}

}  // namespace

void search_script_authors(const html::Document& document, const std::vector<uint32_t>& scripts,
                           AuthorNotes& notes) {
  struct Name {
    std::string_view words;
    Span span;
  };
  std::vector<Name> found;
  const auto& nodes = document.nodes();
  for (const uint32_t i : scripts) {
    if (nodes[i].subtree_end != i + 2) continue;
    const html::Node& node = nodes[i + 1];
    const std::string_view script = node.text().substr(0, kMostBytes);
    for (size_t sign = script.find(':'); sign != script.npos; sign = script.find(':', sign + 1)) {
      if (!may_name_writer(script, sign) || !names_writer(key_at(script, sign))) continue;
      std::vector<Name> names;
      for (const Range range : names_behind(script, sign)) {
        names.push_back(
            {range.of(script), {node.span.begin + range.begin, node.span.begin + range.end}});
      }
      if (names.empty()) continue;
      if (!found.empty() && key_of(found.front().words) != key_of(names.front().words)) return;
      if (names.size() > found.size()) found = std::move(names);
    }
  }
  for (const Name& name : found) notes.add(name.words, name.span, AuthorNotes::Source::kMeta);
}

}  // namespace synoptic::clean
