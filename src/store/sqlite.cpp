#include "store/sqlite.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <random>

namespace synoptic::store {
namespace {

constexpr int kBusyMilliseconds = 10'000;

}  // namespace

Statement& Statement::bind(int at, std::string_view text) {
  sqlite3_bind_text(handle_.get(), at, text.data() == nullptr ? "" : text.data(),
                    static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind_or_null(int at, std::string_view text) {
  return text.empty() ? bind_null(at) : bind(at, text);
}

Statement& Statement::bind_blob(int at, std::string_view bytes) {
  sqlite3_bind_blob64(handle_.get(), at, bytes.data() == nullptr ? "" : bytes.data(), bytes.size(),
                      SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind(int at, int64_t number) {
  sqlite3_bind_int64(handle_.get(), at, number);
  return *this;
}

Statement& Statement::bind_null(int at) {
  sqlite3_bind_null(handle_.get(), at);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  failed_ = code != SQLITE_ROW && code != SQLITE_DONE;
  return code == SQLITE_ROW;
}

void Statement::reset() {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
}

std::string Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<size_t>(size));
}

int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_.get(), column); }

Result<Database> Database::open(const std::string& path, bool create) {
  Database database;
  database.path_ = path;
  sqlite3* handle = nullptr;
  // A reader of a WAL store may have to make its index file, so it opens for writing as well.
  const int flags = SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  database.handle_.reset(handle);
  if (code != SQLITE_OK) {
    const bool unwritten = create && code == SQLITE_CANTOPEN;
    return failure(unwritten ? ErrorCode::kTooLarge : ErrorCode::kStore, path,
                   unwritten           ? "cannot be opened for writing"
                   : handle == nullptr ? "cannot be opened"
                                       : sqlite3_errmsg(handle));
  }
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  return database;
}

namespace {

// The path as SQLite takes it in an address.
std::string uri_of(const std::string& path) {
  std::string out = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + "?immutable=1";
}

}  // namespace

Result<Database> Database::open_unwritable(const std::string& path) {
  std::error_code error;
  const auto log = std::filesystem::file_size(path + "-wal", error);
  if (!error && log > 0) {
    return failure(ErrorCode::kStore, path,
                   "was not closed, and its folder cannot be written to: what stands in " + path +
                       "-wal cannot be read (copy both into a folder of your own)");
  }
  Database database;
  database.path_ = path;
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(uri_of(path).c_str(), &handle, flags, nullptr);
  database.handle_.reset(handle);
  if (code != SQLITE_OK) {
    return failure(ErrorCode::kStore, path,
                   handle == nullptr ? "cannot be opened" : sqlite3_errmsg(handle));
  }
  return database;
}

bool Database::can_be_read() const {
  auto statement = prepare("SELECT count(*) FROM sqlite_schema");
  return statement && statement->step();
}

bool Database::was_moved() const {
  int moved = 0;
  return sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
         moved != 0;
}

Result<void> Database::run(const char* sql) {
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return error();
  return {};
}

Result<Statement> Database::prepare(const char* sql) const {
  // To SQLite "$2" is a name, numbered by where it stands first; "?2" is what we mean.
  std::string numbered(sql);
  for (size_t i = 0; i + 1 < numbered.size(); ++i) {
    if (numbered[i] == '$' && numbered[i + 1] >= '1' && numbered[i + 1] <= '9') numbered[i] = '?';
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(handle_.get(), numbered.c_str(),
                                      static_cast<int>(numbered.size()) + 1, &statement, nullptr);
  if (code != SQLITE_OK) return error();
  return Statement(statement);
}

tl::unexpected<Error> Database::error() const {
  const int code = sqlite3_errcode(handle_.get());
  const bool damaged = code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
  const int fine = sqlite3_extended_errcode(handle_.get());
  constexpr int kWriting[] = {SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_TRUNCATE,
                              SQLITE_IOERR_SHMSIZE};
  const bool unwritten = code == SQLITE_FULL || code == SQLITE_READONLY ||
                         std::ranges::find(kWriting, fine) != std::end(kWriting);
  return failure(
      unwritten ? ErrorCode::kTooLarge : ErrorCode::kStore, path_,
      damaged ? "is not a Synoptic store, or is damaged" : sqlite3_errmsg(handle_.get()));
}

Transaction::~Transaction() {
  if (!open_) return;
  (void)database_.run(inner_ ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
}

namespace {

Result<void> set_mark(Database& database, uint32_t mark) {
  const std::string sql =
      fmt::format("PRAGMA main.schema_version = {}", static_cast<int32_t>(mark));
  return database.run(sql.c_str());
}

Result<void> move_mark_on(Database& database) {
  auto row = database.prepare("PRAGMA main.schema_version");
  if (!row) return tl::unexpected(row.error());
  if (!row->step()) return database.error();
  const auto mark = static_cast<uint32_t>(row->number(0));
  *row = Statement();
  return set_mark(database, mark + kMarkStep);
}

}  // namespace

Result<void> begin_marks(Database& database) {
  std::random_device random;
  return set_mark(database, static_cast<uint32_t>(random()));
}

Result<void> Transaction::begin() {
  if (database_.was_moved()) {
    return failure(ErrorCode::kStore, database_.path(),
                   "was replaced, moved or removed while it was open: nothing is written to it");
  }
  inner_ = sqlite3_get_autocommit(database_.handle()) == 0;
  auto done = database_.run(inner_ ? "SAVEPOINT part" : "BEGIN IMMEDIATE");
  open_ = done.has_value();
  return done;
}

Result<void> Transaction::commit() {
  if (!inner_) {
    if (auto moved = move_mark_on(database_); !moved) return moved;
  }
  auto done = database_.run(inner_ ? "RELEASE part" : "COMMIT");
  if (done) open_ = false;
  return done;
}

}  // namespace synoptic::store
