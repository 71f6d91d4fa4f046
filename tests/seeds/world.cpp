#include "world.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "text/fold.h"

namespace synoptic::seeds {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

std::string as_text(element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  return value.is_null() ? std::string() : simdjson::minify(value);
}

// Parses `json` and hands its root (or the member `key`) to visit.
template <typename Visit>
void with(const std::string& json, std::string_view key, Visit&& visit) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return;
  if (key.empty()) return visit(root);
  element member;
  if (root.is_object() && root[key].get(member) == simdjson::SUCCESS) visit(member);
}

std::string without_parenthesis(std::string_view text) {
  const size_t at = text.find(" (");
  return std::string(text.substr(0, at));
}

CheckedSpan read_span(element json, const std::string& doc) {
  CheckedSpan span;
  std::string_view text;
  int64_t number = 0;
  if (json["span"].get(text) == simdjson::SUCCESS) span.text = text;
  if (json["line"].get(number) == simdjson::SUCCESS) span.line = static_cast<int>(number);
  if (json["byte"].get(number) == simdjson::SUCCESS)
    span.span.begin = static_cast<uint32_t>(number);
  if (json["bytes"].get(number) == simdjson::SUCCESS) {
    span.span.end = span.span.begin + static_cast<uint32_t>(number);
  }
  span.doc = doc;
  if (json["doc"].get(text) == simdjson::SUCCESS) span.doc = text;
  return span;
}

}  // namespace

Expected::Expected(std::string json) : json_(std::move(json)) {}

bool Expected::is_null() const { return json_ == "null"; }
bool Expected::is_list() const { return json_.starts_with('['); }

std::string Expected::text(std::string_view key) const {
  std::string found;
  with(json_, key, [&](element value) { found = as_text(value); });
  return found;
}

std::vector<std::string> Expected::texts(std::string_view key) const {
  std::vector<std::string> found;
  with(json_, key, [&](element value) {
    array list;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element item : list) found.push_back(as_text(item));
    } else if (!value.is_null()) {
      found.push_back(as_text(value));
    }
  });
  return found;
}

double Expected::number(std::string_view key) const {
  double found = std::nan("");
  with(json_, key, [&](element value) {
    if (value.get(found) != simdjson::SUCCESS) found = std::nan("");
  });
  return found;
}

std::vector<Expected> Expected::items() const {
  std::vector<Expected> list;
  if (!is_list()) return {*this};
  for (auto& item : texts()) list.emplace_back(std::move(item));
  return list;
}

std::vector<std::vector<std::string>> Expected::rows(std::string_view key) const {
  std::vector<std::vector<std::string>> found;
  for (auto& row : texts(key)) found.push_back(Expected(row).texts());
  return found;
}

Result<std::vector<Row>> read_rows(const std::string& path) {
  std::ifstream in(path);
  if (!in) return failure(ErrorCode::kNotFound, path, "cannot be read");
  std::vector<Row> rows;
  simdjson::dom::parser parser;
  for (std::string line; std::getline(in, line);) {
    element json;
    if (line.empty()) continue;
    if (parser.parse(line).get(json) != simdjson::SUCCESS) {
      return failure(ErrorCode::kMalformed, path, "a line is not JSON");
    }
    Row row;
    row.id = as_text(json["id"]);
    row.doc = as_text(json["doc"]);
    row.field = as_text(json["field"]);
    row.tier = std::atoi(as_text(json["tier"]).c_str());
    element expected;
    row.expected =
        json["expected"].get(expected) == simdjson::SUCCESS ? simdjson::minify(expected) : "null";
    array spans;
    if (json["spans"].get(spans) == simdjson::SUCCESS) {
      for (const element span : spans) row.spans.push_back(read_span(span, row.doc));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<World> make_world(const std::string& folder) {
  auto engine = flow::Engine::load();
  if (!engine) return tl::unexpected(engine.error());
  World world{std::move(*engine), {}, {}, {}, {}, {}, {}};
  char letter = 'A';
  for (const auto& path : collect::list_inputs({folder}).files) {
    auto capture = collect::read_file(path);
    if (!capture) return tl::unexpected(capture.error());
    const std::string file = path.substr(path.rfind('/') + 1);
    flow::Document document = flow::understand(world.engine, std::move(*capture));
    for (size_t i = 0; i < document.articles.size(); ++i) {
      world.documents[std::string(1, letter)] = {file, i};
      world.file_of[std::string(1, letter++)] = file;
      world.all.push_back(document.articles[i]);
    }
    world.captures[file] = std::move(document.capture);
    world.by_file[file] = std::move(document.articles);
  }
  world.grouped = flow::group_and_compare(world.engine, world.all);
  return world;
}

const model::Annotated* World::article(std::string_view doc) const {
  const auto found = documents.find(std::string(doc));
  return found == documents.end() ? nullptr
                                  : &by_file.at(found->second.first)[found->second.second];
}

const model::Capture& World::capture(std::string_view doc) const {
  return captures.at(documents.at(std::string(doc)).first);
}

const model::Story* World::story_of(std::string_view doc) const {
  const auto* wanted = article(doc);
  if (wanted == nullptr) return nullptr;
  for (const auto& story : grouped.stories) {
    if (std::find(story.articles.begin(), story.articles.end(), wanted->article.id) !=
        story.articles.end()) {
      return &story;
    }
  }
  return nullptr;
}

const model::Synopsis* World::synopsis_of(std::string_view doc) const {
  const auto* story = story_of(doc);
  return story == nullptr ? nullptr
                          : &grouped.synopses[static_cast<size_t>(story - grouped.stories.data())];
}

bool is_entity(const World& world, std::string_view entity, std::string_view name,
               std::string_view canonical, std::string_view wikidata) {
  const std::string plain = text::fold_copy(without_parenthesis(canonical));
  if (plain.empty()) return false;
  if (text::fold_copy(name) == plain || text::fold_copy(name) == text::fold_copy(canonical)) {
    return true;
  }
  if (entity.empty()) return false;
  const auto* known = world.engine.knowledge->find(entity);
  if (known != nullptr && !wikidata.empty() && known->wikidata == wikidata) return true;
  for (const auto* other : world.engine.knowledge->find_by_name(plain)) {
    if (other->id == entity) return true;
  }
  // "National Defense" and "Defense" are one office in two house styles.
  std::string office = plain;
  if (const size_t at = office.find("national defense"); at != std::string::npos) {
    office.erase(at, 9);
    return text::fold_copy(name) == office;
  }
  return false;
}

}  // namespace synoptic::seeds
