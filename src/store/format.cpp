#include "store/format.h"

#include <fmt/format.h>

#include "store/schema.h"
#include "store/versions.h"

namespace synoptic::store {
namespace {

Result<int64_t> number_of(Database& database, const char* sql) {
  auto statement = database.prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  if (!statement->step()) return database.error();
  return statement->number(0);
}

}  // namespace

Result<int64_t> version_of(Database& database) {
  return number_of(database, "PRAGMA user_version");
}

namespace {

// Of the file format (SQLite's application_id): "Synp". Stores that are older than it have none,
// and are known by the tables of the first version.
constexpr int64_t kApplication = 0x53796E70;
constexpr const char* kApplicationId = "PRAGMA application_id";
constexpr const char* kOwnTables =
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('capture', 'article', "
    "'mention', 'entity', 'story', 'story_article', 'redirect')";
constexpr int64_t kOwnTableCount = 7;
constexpr const char* kOwnColumns =
    "SELECT c.sha256, c.raw, a.arrival, a.json, s.synopsis FROM capture c, article a, story s "
    "LIMIT 0";

// A new store has nothing yet.
Result<void> look_whose(Database& database, const std::string& path) {
  const auto application = number_of(database, kApplicationId);
  if (!application) return tl::unexpected(application.error());
  if (*application == kApplication) return {};
  const auto version = version_of(database);
  if (!version) return tl::unexpected(version.error());
  const auto all = number_of(database, "SELECT count(*) FROM sqlite_schema");
  if (!all) return tl::unexpected(all.error());
  const auto own = number_of(database, kOwnTables);
  if (!own) return tl::unexpected(own.error());
  const bool is_new = *all == 0 && *version == 0;
  const bool is_older = *version > 0 && *own == kOwnTableCount && database.prepare(kOwnColumns);
  if (*application == 0 && (is_new || is_older)) return {};
  return failure(ErrorCode::kStore, path, "is not a Synoptic store");
}

}  // namespace

Result<void> refuse_foreign(Database& database, const std::string& path) {
  // As it is at one moment: another process may be making it.
  if (auto done = database.run("BEGIN"); !done) return done;
  auto ours = look_whose(database, path);
  (void)database.run("COMMIT");
  return ours;
}

Result<void> migrate(Database& database, const std::string& path) {
  auto version = version_of(database);
  if (!version) return tl::unexpected(version.error());
  const auto newest = static_cast<int64_t>(kMigrations.size());
  if (*version > newest) {
    return failure(ErrorCode::kStore, path, "was made by a newer version of synoptic");
  }
  const auto application = number_of(database, kApplicationId);
  if (!application) return tl::unexpected(application.error());
  if (*version == newest && *application == kApplication) return {};
  if (auto done = add_identity_function(database); !done) return done;
  Transaction transaction(database);
  if (auto done = transaction.begin(); !done) return done;
  // Another process may have migrated while we waited for the lock.
  version = version_of(database);
  if (!version) return tl::unexpected(version.error());
  for (auto i = static_cast<size_t>(*version); i < kMigrations.size(); ++i) {
    if (auto done = database.run(kMigrations[i]); !done) return done;
    const std::string bump = fmt::format("PRAGMA user_version = {}", i + 1);
    if (auto done = database.run(bump.c_str()); !done) return done;
  }
  if (*version == 0) {
    if (auto done = begin_marks(database); !done) return done;
  }
  const std::string mark = fmt::format("{} = {}", kApplicationId, kApplication);
  if (auto done = database.run(mark.c_str()); !done) return done;
  return transaction.commit();
}

}  // namespace synoptic::store
