#include "store/searching.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"

namespace synoptic::store {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_value_bytes(value))};
}

void has_words(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string text = text::fold_copy(text_of(values[0]));
  const std::string words = text::fold_copy(text_of(values[1]));
  const auto list = split_trimmed(words, ' ');
  const bool has = std::all_of(list.begin(), list.end(), [&](std::string_view word) {
    return text.find(word) != std::string::npos;
  });
  sqlite3_result_int(context, has ? 1 : 0);
}

void is_in_list(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string line = "\n" + std::string(text_of(values[0])) + "\n";
  const bool found = text_of(values[1]).find(line) != std::string_view::npos;
  sqlite3_result_int(context, found ? 1 : 0);
}

}  // namespace

Result<void> add_search_function(Database& database) {
  const std::pair<const char*, decltype(&has_words)> functions[] = {{"synoptic_has", has_words},
                                                                    {"synoptic_in", is_in_list}};
  for (const auto& [name, function] : functions) {
    const int code =
        sqlite3_create_function(database.handle(), name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                nullptr, function, nullptr, nullptr);
    if (code != SQLITE_OK) return database.error();
  }
  return {};
}

const std::string kArticleMatches =
    "($4 = '' OR a.lang = $4) AND ($3 = '' OR synoptic_has(a.title || ' ' || "
    "coalesce(a.publisher, '') || ' ' || coalesce((SELECT group_concat(e.name, ' ') FROM mention m "
    "JOIN entity e ON e.id = m.entity WHERE m.article = a.arrival), ''), $3) OR ($5 <> '' AND "
    "EXISTS "
    "(SELECT 1 FROM mention m WHERE m.article = a.arrival AND synoptic_in(m.entity, $5)))) ";

std::string entity_list(const std::vector<std::string>& entities) {
  return entities.empty() ? "" : "\n" + join(entities, "\n") + "\n";
}

void bind_search(Statement& statement, const Search& search) {
  statement.bind(3, std::string_view(search.words)).bind(4, std::string_view(search.language));
  statement.bind(5, entity_list(search.entities));
}

}  // namespace synoptic::store
