// Rows out of a query, and a statement run to its end. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/sqlite.h"

namespace synoptic::store {

// All rows of a query; `bind` sets its parameters.
template <typename Row, typename Bind>
Result<std::vector<Row>> rows_of(const Database& database, const std::string& sql, Bind&& bind,
                                 Row (*read)(const Statement&)) {
  auto statement = database.prepare(sql.c_str());
  if (!statement) return tl::unexpected(statement.error());
  bind(*statement);
  std::vector<Row> rows;
  while (statement->step()) rows.push_back(read(*statement));
  if (statement->failed()) return database.error();
  return rows;
}

template <typename Row>
Result<Row> one_of(Result<std::vector<Row>> rows, std::string_view id, const char* what) {
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return failure(ErrorCode::kNotFound, std::string(id), what);
  return std::move(rows->front());
}

inline std::string first_text(const Statement& row) { return row.text(0); }

inline int64_t limit_of(size_t limit) {
  return limit > INT64_MAX ? INT64_MAX : static_cast<int64_t>(limit);
}

inline Result<void> finish(const Database& database, Statement& statement) {
  statement.step();
  if (statement.failed()) return database.error();
  statement.reset();
  return {};
}

// A statement with one parameter.
inline Result<void> run_with(const Database& database, const char* sql, std::string_view value) {
  auto statement = database.prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, value);
  return finish(database, *statement);
}

}  // namespace synoptic::store
