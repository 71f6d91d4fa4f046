// What lists are narrowed by. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "store/sqlite.h"
#include "store/store.h"

namespace synoptic::store {

// SQL: synoptic_has(text, words): each of the words stands in the text; case, accents and forms of
// letters do not matter (text/fold.h). synoptic_words(json): the words of an article, for the
// index.
Result<void> add_search_functions(Database& database);

// A list of ids as JSON, for json_each().
std::string json_list(const std::vector<std::string>& ids);

// A condition on `article a`; its parameters are numbered from `first` on.
class ArticleCondition {
 public:
  ArticleCondition(const Search& search, int first);

  const std::string& sql() const { return sql_; }
  bool narrows_words() const { return narrows_words_; }
  void bind(Statement& statement) const;

 private:
  std::string parameter(std::string value);  // "$7"
  std::string found(const Search& search);   // a query of the articles with the words

  std::string sql_;
  int first_;
  std::vector<std::string> values_;
  bool narrows_words_ = false;
};

}  // namespace synoptic::store
