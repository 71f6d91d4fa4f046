// The checked documents all the way through the program, and the questions the checks ask of them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "flow/flow.h"

namespace synoptic::seeds {

struct CheckedSpan {
  std::string text;
  Span span;        // first occurrence, in its file
  std::string doc;  // for rows across documents: "A", "B" …; else the row's document
  int line = 0;
};

// What a row expects, as plain look-ups on its JSON.
class Expected {
 public:
  explicit Expected(std::string json);
  bool is_null() const;
  bool is_list() const;
  std::string text(std::string_view key = {}) const;  // a string field, or the whole value
  std::vector<std::string> texts(std::string_view key = {}) const;  // a string or a list of them
  double number(std::string_view key) const;                        // NaN when missing
  std::vector<Expected> items() const;  // of a list; one object is a list of one
  std::vector<std::vector<std::string>> rows(std::string_view key) const;  // a list of lists

 private:
  std::string json_;
};

struct Row {
  std::string id, doc, field;
  int tier = 3;
  std::vector<CheckedSpan> spans;
  std::string expected;  // JSON
};

struct World {
  flow::Engine engine;
  std::map<std::string, model::Capture> captures;  // by file name
  std::map<std::string, std::string> file_of;      // document letter -> file name
  std::map<std::string, std::vector<model::Annotated>> by_file;
  std::vector<model::Annotated> all;
  flow::Grouped grouped;

  // Documents are numbered A, B, C … over the files in order and the articles in each.
  const model::Annotated* article(std::string_view doc) const;
  const model::Capture& capture(std::string_view doc) const;
  const model::Synopsis* synopsis_of(std::string_view doc) const;
  const model::Story* story_of(std::string_view doc) const;
  std::map<std::string, std::pair<std::string, size_t>> documents;  // letter -> file, index
};

Result<World> make_world(const std::string& folder);
Result<std::vector<Row>> read_rows(const std::string& path);

// Is the entity (id) or the name what the checklist calls `canonical`?
bool is_entity(const World& world, std::string_view entity, std::string_view name,
               std::string_view canonical, std::string_view wikidata = {});

using Check = std::function<bool(const World&, const Row&, const Expected&)>;
void add_clean_checks(std::map<std::string, Check>& checks);
void add_annotation_checks(std::map<std::string, Check>& checks);
void add_event_checks(std::map<std::string, Check>& checks);
void add_synopsis_checks(std::map<std::string, Check>& checks);

}  // namespace synoptic::seeds
