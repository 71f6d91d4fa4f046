// Items of a Wikidata dump as entities.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "collect/names.h"

namespace synoptic::collect {
namespace {

using knowledge::PackEntity;
using model::EntityType;
using simdjson::dom::element;

const std::unordered_map<std::string_view, EntityType>& classes() {
  static const auto table = [] {
    std::unordered_map<std::string_view, EntityType> made;
    const DataTable table = DataTable::embedded("import/wikidata_classes.tsv", 2);
    for (const TableRow row : table) {
      const auto type = model::entity_type_from_name(row[0]);
      if (!type) table.refuse(row, "unknown type");
      for (const std::string_view id : row.words(1)) made.emplace(id, *type);
    }
    return made;
  }();
  return table;
}

// The item that a statement of the property names; the first of the preferred ones wins.
std::vector<std::string_view> claimed_items(element item, const char* property) {
  std::vector<std::string_view> preferred, normal;
  simdjson::dom::array statements;
  if (item["claims"][property].get(statements) != simdjson::SUCCESS) return normal;
  for (const element statement : statements) {
    std::string_view id, rank;
    if (statement["mainsnak"]["datavalue"]["value"]["id"].get(id) != simdjson::SUCCESS) continue;
    const bool ranked = statement["rank"].get(rank) == simdjson::SUCCESS;
    if (ranked && rank == "deprecated") continue;
    (rank == "preferred" ? preferred : normal).push_back(id);
  }
  preferred.insert(preferred.end(), normal.begin(), normal.end());
  return preferred;
}

// A row has no place for its own separators.
bool fits_in_row(std::string_view name) {
  return !name.empty() && name.find_first_of("\t\n\r;") == std::string_view::npos &&
         name.back() != '!' && name.back() != '?';
}

bool is_wanted(std::string_view tag, const std::vector<std::string>& languages) {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  return std::ranges::find(languages, primary) != languages.end();
}

// Some tags have a table of ours; others count by their primary subtag.
std::string our_tag(std::string_view tag) {
  static const auto ours = [] {
    std::unordered_map<std::string_view, std::string_view> made;
    for (const TableRow row : DataTable::embedded("import/wikidata_tags.tsv", 2)) {
      for (const std::string_view theirs : row.words(1)) made.emplace(theirs, row[0]);
    }
    return made;
  }();
  const auto found = ours.find(tag);
  return std::string(found != ours.end() ? found->second : tag.substr(0, tag.find('-')));
}

}  // namespace

Result<std::optional<PackEntity>> read_wikidata_item(std::string_view line,
                                                     const NamesOptions& options) {
  line = trim(line);
  while (!line.empty() && (line.back() == ',' || line.back() == ']')) line.remove_suffix(1);
  while (!line.empty() && line.front() == '[') line.remove_prefix(1);
  if (trim(line).empty()) return std::nullopt;
  thread_local simdjson::dom::parser parser;
  element item;
  std::string_view id;
  if (parser.parse(line.data(), line.size()).get(item) != simdjson::SUCCESS ||
      item["id"].get(id) != simdjson::SUCCESS) {
    return failure(ErrorCode::kMalformed, "", "is no Wikidata item (broken JSON, or without id)");
  }
  if (!id.starts_with('Q')) return std::nullopt;  // properties, lexemes
  std::optional<EntityType> type;
  for (const std::string_view instance : claimed_items(item, "P31")) {
    const auto found = classes().find(instance);
    if (found == classes().end()) continue;
    type = found->second;
    break;
  }
  if (!type) return std::nullopt;
  simdjson::dom::object links;
  const size_t sitelinks =
      item["sitelinks"].get(links) == simdjson::SUCCESS ? links.size() : size_t{0};
  if (sitelinks < options.least_sitelinks) return std::nullopt;
  PackEntity entity;
  entity.id = id;
  entity.type = *type;
  entity.weight = static_cast<double>(sitelinks);
  for (const char* property : {"P17", "P27"}) {  // country; country of citizenship
    const auto countries = claimed_items(item, property);
    if (entity.country.empty() && !countries.empty()) entity.country = countries.front();
  }
  simdjson::dom::object labels, aliases;
  if (item["labels"].get(labels) == simdjson::SUCCESS) {
    for (const auto& [tag, label] : labels) {
      std::string_view name;
      if (!is_wanted(tag, options.languages) || label["value"].get(name) != simdjson::SUCCESS) {
        continue;
      }
      if (fits_in_row(name)) entity.names.push_back({our_tag(tag), std::string(name), {}});
    }
  }
  if (item["aliases"].get(aliases) == simdjson::SUCCESS) {
    for (const auto& [tag, list] : aliases) {
      simdjson::dom::array names;
      if (!is_wanted(tag, options.languages) || list.get(names) != simdjson::SUCCESS) continue;
      for (const element alias : names) {
        std::string_view name;
        if (alias["value"].get(name) != simdjson::SUCCESS || !fits_in_row(name)) continue;
        entity.names.push_back({our_tag(tag), std::string(name), {}});
      }
    }
  }
  if (entity.names.empty()) return std::nullopt;
  return entity;
}

}  // namespace synoptic::collect
