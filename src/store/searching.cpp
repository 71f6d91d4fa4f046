#include "store/searching.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "base/strings.h"
#include "store/search_text.h"
#include "text/fold.h"

namespace synoptic::store {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
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

void words_of_json(sqlite3_context* context, int, sqlite3_value** values) {
  const auto read = model::annotated_from_json(std::string(text_of(values[0])));
  if (!read) return sqlite3_result_null(context);
  const std::string words = search_text_of(*read);
  sqlite3_result_text(context, words.data(), static_cast<int>(words.size()), SQLITE_TRANSIENT);
}

// The word itself or one of its other forms.
std::string forms_of(const SearchTerm& term) {
  std::string out = search_phrase(term.word);
  for (const auto& other : term.others) {
    const std::string phrase = search_phrase(other);
    if (!phrase.empty()) out += (out.empty() ? "" : " OR ") + phrase;
  }
  return out;
}

}  // namespace

Result<void> add_search_functions(Database& database) {
  struct Function {
    const char* name;
    int parameters;
    void (*call)(sqlite3_context*, int, sqlite3_value**);
  };
  for (const Function& function :
       {Function{"synoptic_has", 2, has_words}, {"synoptic_words", 1, words_of_json}}) {
    const int code = sqlite3_create_function(database.handle(), function.name, function.parameters,
                                             SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                             function.call, nullptr, nullptr);
    if (code != SQLITE_OK) return database.error();
  }
  return {};
}

std::string json_list(const std::vector<std::string>& ids) {
  JsonWriter json;
  json.begin_array();
  for (const auto& id : ids) json.value(id);
  json.end_array();
  return json.take();
}

ArticleCondition::ArticleCondition(const Search& search, int first) : first_(first) {
  sql_ = "a.place = 0 ";
  if (!search.language.empty()) sql_ += "AND a.lang = " + parameter(search.language) + " ";
  if (search.terms.empty()) return;
  narrows_words_ = true;
  sql_ += "AND a.arrival IN (" + found(search) + ") ";
}

std::string ArticleCondition::parameter(std::string value) {
  values_.push_back(std::move(value));
  return fmt::format("${}", first_ + static_cast<int>(values_.size()) - 1);
}

// Words that mean nobody are one question to the index; of those that mean somebody each has what
// the index and the mentions have, and all of these must have the article.
std::string ArticleCondition::found(const Search& search) {
  const auto mentioned = [&](const std::vector<std::string>& entities) {
    return fmt::format(
        "SELECT article FROM mention WHERE entity IN (SELECT value FROM json_each({}))",
        parameter(json_list(entities)));
  };
  const auto matching = [&](std::string phrase) {
    return "SELECT rowid FROM words WHERE words MATCH " + parameter(std::move(phrase));
  };
  std::string plain, all;
  const auto meet = [&](const std::string& query) {
    all += (all.empty() ? "SELECT * FROM (" : " INTERSECT SELECT * FROM (") + query + ")";
  };
  for (const auto& term : search.terms) {
    const std::string forms = forms_of(term);
    if (term.entities.empty()) {
      if (!forms.empty()) plain += (plain.empty() ? "(" : " AND (") + forms + ")";
    } else {
      const std::string named = mentioned(term.entities);
      meet(forms.empty() ? named : named + " UNION " + matching(forms));
    }
  }
  if (!plain.empty()) meet(matching(plain));
  std::string out = all.empty() ? "" : "SELECT * FROM (" + all + ")";
  if (!search.entities.empty()) {
    out += (out.empty() ? "" : " UNION ") + mentioned(search.entities);
  }
  return out.empty() ? "SELECT 0 WHERE 0" : out;  // signs only: no word
}

void ArticleCondition::bind(Statement& statement) const {
  for (size_t i = 0; i < values_.size(); ++i) {
    statement.bind(first_ + static_cast<int>(i), std::string_view(values_[i]));
  }
}

}  // namespace synoptic::store
