#include "knowledge/table_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace synoptic::knowledge {
namespace {

// Table keys that are language tags: "ar", "zh-Hant", "adj.ru".
bool is_language_key(std::string_view key) {
  const std::string_view primary = key.substr(0, key.find('-'));
  return primary.size() == 2 || primary.size() == 3;
}

void add_aliases(std::string_view lang, std::string_view list, bool adjective,
                 std::vector<Alias>& out) {
  for (std::string_view text : split_trimmed(list, ';')) {
    Alias alias{.text = {}, .lang = std::string(lang), .adjective = adjective};
    if (text.ends_with('!')) alias.strength = Strength::kBound;
    if (text.ends_with('?')) alias.strength = Strength::kAmbiguous;
    if (alias.strength != Strength::kPlain) text.remove_suffix(1);
    alias.text = trim(text);
    if (!alias.text.empty()) out.push_back(std::move(alias));
  }
}

// "president russia 2012-05-07..2020-01-01"; either end may be open.
RoleTerm parse_role(std::string_view text) {
  RoleTerm term;
  const auto words = split_trimmed(text, ' ');
  if (!words.empty()) term.role = words[0];
  if (words.size() > 1) term.of = words[1];
  if (words.size() > 2) {
    const size_t dots = words[2].find("..");
    term.from = model::parse_iso(words[2].substr(0, dots));
    if (dots != std::string_view::npos) term.to = model::parse_iso(words[2].substr(dots + 2));
    // "..2024" lasts to the end of that year.
    if (term.to) term.to = model::last_day(*term.to);
  }
  return term;
}

// Folded, longest first, so that the first that fits is the best.
std::vector<std::string> affixes(std::string_view value) {
  std::vector<std::string> parts;
  for (const auto part : split_trimmed(value, ' ')) parts.push_back(text::fold_copy(part));
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return parts;
}

}  // namespace

Result<Entity> read_entity(std::string_view path, const TableBlock& block) {
  Entity entity;
  entity.id = block.header[0];
  const auto type = model::entity_type_from_name(block.header.size() > 1 ? block.header[1] : "");
  if (!type) {
    return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, block.line),
                   "unknown entity type");
  }
  entity.type = *type;
  if (block.header.size() > 2) entity.wikidata = block.header[2];
  for (const auto& [key, value] : block.fields) {
    if (key == "name")
      entity.name = value;
    else if (key == "country")
      entity.country = value;
    else if (key == "kind")
      entity.kind = value;
    else if (key == "iso")
      entity.iso = value;
    else if (key == "capital")
      entity.capital = value;
    else if (key == "owner")
      entity.owner = value;
    else if (key == "part_of")
      entity.part_of = value;
    else if (key == "role")
      entity.roles.push_back(parse_role(value));
    else if (key == "domain") {
      for (const auto domain : split_trimmed(value, ';')) entity.domains.emplace_back(domain);
    } else if (key.starts_with("adj.")) {
      add_aliases(key.substr(4), value, true, entity.aliases);
    } else if (is_language_key(key)) {
      add_aliases(key, value, false, entity.aliases);
    } else {
      return failure(ErrorCode::kMalformed, fmt::format("{}:{}", path, block.line),
                     fmt::format("unknown key '{}'", key));
    }
  }
  if (entity.name.empty()) entity.name = entity.id;
  return entity;
}

Term read_term(const TableBlock& block) {
  Term term;
  term.id = block.header[0];
  for (const auto& [key, value] : block.fields) {
    if (key == "name")
      term.name = value;
    else if (key == "type")
      term.type = model::entity_type_from_name(value).value_or(term.type);
    else if (is_language_key(key))
      add_aliases(key, value, false, term.words);
  }
  return term;
}

Language read_language(const TableBlock& block) {
  Language language;
  language.code = block.header[0];
  for (const auto& [key, value] : block.fields) {
    if (key == "name")
      language.name = value;
    else if (key == "direction")
      language.right_to_left = value == "rtl";
    else if (key == "prefixes")
      language.prefixes = affixes(value);
    else if (key == "suffixes")
      language.suffixes = affixes(value);
    else if (key == "droppable")
      language.droppable = affixes(value);
    else if (key == "any_name")
      language.reads_any_name = value == "yes";
    else if (key == "declines") {
      for (const auto code : split_trimmed(value, ' ')) language.declines.emplace_back(code);
    }
  }
  return language;
}

}  // namespace synoptic::knowledge
