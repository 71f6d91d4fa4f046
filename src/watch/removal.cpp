#include "watch/removal.h"

#include <simdjson.h>

#include "base/json.h"

namespace synoptic::watch {
namespace {

std::string text_of(simdjson::dom::element root, const char* key) {
  std::string_view text;
  return root[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

}  // namespace

std::optional<Watched> without(Watched fact, const std::unordered_set<std::string>& articles) {
  simdjson::dom::parser parser;
  simdjson::dom::object root;
  simdjson::dom::array values;
  if (parser.parse(fact.json).get(root) != simdjson::SUCCESS ||
      root["values"].get(values) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  std::string left, kept;  // their JSON; their words
  size_t count = 0, all = 0;
  for (const auto value : values) {
    ++all;
    if (articles.contains(text_of(value, "article"))) continue;
    left += (count++ == 0 ? "" : ",") + std::string(simdjson::minify(value));
    kept += text_of(value, "text") + "\n" + text_of(value, "evidence") + "\n";
  }
  if (count == all) return fact;
  if (count == 0) return std::nullopt;
  // What it is about may be in the words of those that are gone.
  if (kept.find(fact.about) == std::string::npos) fact.about.clear();
  JsonWriter json;
  json.begin_object();
  for (const auto [key, value] : root) {
    json.key(key);
    if (key == "values") {
      json.raw("[" + left + "]");
    } else if (key == "about") {
      json.value(fact.about);
    } else {
      json.raw(simdjson::minify(value));
    }
  }
  json.end_object();
  fact.json = json.take();
  return fact;
}

}  // namespace synoptic::watch
