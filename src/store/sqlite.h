// SQLite's C interface with ownership: a database and its statements. Private to the room.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace synoptic::store {

class Statement {
 public:
  Statement() = default;
  explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}

  Statement& bind(int at, std::string_view text);
  Statement& bind_or_null(int at, std::string_view text);
  Statement& bind_blob(int at, std::string_view bytes);
  Statement& bind(int at, int64_t number);
  Statement& bind_null(int at);

  bool step();  // true: a row stands ready. Look at Database::error() when it is false.
  void reset();
  bool failed() const { return failed_; }

  std::string text(int column) const;
  int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  bool failed_ = false;
};

class Database {
 public:
  static Result<Database> open(const std::string& path, bool create);
  // A store that nobody can be writing to: one on a medium or in a folder that is closed to us.
  static Result<Database> open_unwritable(const std::string& path);
  bool can_be_read() const;
  bool was_moved() const;  // another file, or none, stands at its path now

  Result<void> run(const char* sql);
  Result<Statement> prepare(const char* sql) const;
  tl::unexpected<Error> error() const;
  sqlite3* handle() const { return handle_.get(); }
  const std::string& path() const { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

// Of stores and their states: a number in page 1 that each transaction moves on (SQLite's "schema
// cookie", which it has only to differ where tables were made). A new store's begins anywhere.
constexpr uint32_t kMarkStep = 1000;
Result<void> begin_marks(Database& database);

// Rolls back unless it was committed. One inside another goes to the disk with that, or not at all.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  Result<void> begin();
  Result<void> commit();

 private:
  Database& database_;
  bool open_ = false, inner_ = false;
};

}  // namespace synoptic::store
