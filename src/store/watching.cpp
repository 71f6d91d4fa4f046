#include "store/watching.h"

#include <fmt/format.h>

#include "store/impl.h"
#include "store/statements.h"

namespace synoptic::store {
namespace {

Result<void> put_facts(Database& database, const std::vector<watch::Watched>& facts) {
  auto insert = database.prepare("INSERT OR REPLACE INTO watched VALUES($1,$2,$3,$4,$5,$6)");
  if (!insert) return tl::unexpected(insert.error());
  for (const auto& fact : facts) {
    insert->bind(1, fact.id).bind(2, fact.story).bind(3, fact.first_seen).bind(4, fact.changed);
    insert->bind_or_null(5, fact.gone).bind_blob(6, fact.json);
    if (auto done = finish(database, *insert); !done) return done;
  }
  return {};
}

Result<void> put_entries(Database& database, const Store::Update& update) {
  auto insert = database.prepare(
      "INSERT INTO log(id, run, at, kind, story, fact, article, json) "
      "VALUES($1,$2,$3,$4,$5,$6,$7,$8) ON CONFLICT(id) DO NOTHING");
  if (!insert) return tl::unexpected(insert.error());
  for (const auto& entry : update.entries) {
    insert->bind(1, entry.id).bind(2, update.run).bind(3, entry.at);
    insert->bind(4, watch::kind_name(entry.kind)).bind(5, entry.story);
    insert->bind_or_null(6, entry.fact).bind_or_null(7, entry.article).bind_blob(8, entry.json);
    if (auto done = finish(database, *insert); !done) return done;
  }
  return {};
}

Result<void> put_parcels(Database& database, const std::vector<Parcel>& parcels) {
  auto insert = database.prepare(
      "INSERT INTO outbox(id, url, made, body) VALUES($1,$2,$3,$4) ON CONFLICT DO NOTHING");
  if (!insert) return tl::unexpected(insert.error());
  for (const auto& parcel : parcels) {
    insert->bind(1, parcel.id).bind(2, parcel.url).bind(3, parcel.made).bind_blob(4, parcel.body);
    if (auto done = finish(database, *insert); !done) return done;
  }
  return {};
}

constexpr const char* kWatchedColumns =
    "SELECT id, story, first_seen, changed, gone, json FROM watched ";

Result<std::vector<watch::Watched>> read_watched(Result<Statement> rows, const Database& database) {
  if (!rows) return tl::unexpected(rows.error());
  std::vector<watch::Watched> out;
  while (rows->step()) {
    auto fact = watch::watched_from_json(rows->text(0), rows->text(1), rows->text(5));
    if (!fact) return tl::unexpected(fact.error());
    fact->first_seen = rows->text(2);
    fact->changed = rows->text(3);
    fact->gone = rows->text(4);
    out.push_back(std::move(*fact));
  }
  if (rows->failed()) return database.error();
  return out;
}

LogRow read_log_row(const Statement& row) {
  LogRow out;
  out.number = row.number(0);
  out.run = row.number(1);
  out.entry = {
      row.text(2), watch::kind_from_name(row.text(3)).value_or(watch::Kind::kVerdictChanged),
      row.text(4), row.text(5),
      row.text(6), row.text(7),
      row.text(8)};
  return out;
}

Parcel read_parcel(const Statement& row) {
  return {row.number(0), row.text(1),   row.text(2), row.text(3),
          row.text(4),   row.number(5), row.text(6)};
}

}  // namespace

Result<void> put_watching(Database& database, const Store::Update& update) {
  if (auto done = put_facts(database, update.facts); !done) return done;
  if (auto done = put_entries(database, update); !done) return done;
  return put_parcels(database, update.parcels);
}

Result<int64_t> Store::begin_run(std::string_view time) {
  Transaction transaction(impl_->database);
  if (auto done = transaction.begin(); !done) return tl::unexpected(done.error());
  auto insert = impl_->database.prepare("INSERT INTO run(at) VALUES($1)");
  if (!insert) return tl::unexpected(insert.error());
  insert->bind(1, time);
  if (auto done = finish(impl_->database, *insert); !done) return tl::unexpected(done.error());
  const int64_t number = sqlite3_last_insert_rowid(impl_->database.handle());
  if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
  return number;
}

Result<int64_t> Store::last_run() const {
  auto statement = impl_->database.prepare("SELECT coalesce(max(number), 0) FROM run");
  if (!statement) return tl::unexpected(statement.error());
  if (!statement->step()) return impl_->database.error();
  return statement->number(0);
}

Result<std::string> Store::last_run_time() const {
  auto statement = impl_->database.prepare("SELECT at FROM run ORDER BY number DESC LIMIT 1");
  if (!statement) return tl::unexpected(statement.error());
  if (statement->step()) return statement->text(0);
  if (statement->failed()) return impl_->database.error();
  return std::string();
}

Result<std::vector<watch::Watched>> Store::watched(std::string_view story) const {
  auto rows = impl_->database.prepare(
      (std::string(kWatchedColumns) + "WHERE story = $1 ORDER BY first_seen, id").c_str());
  if (rows) rows->bind(1, story);
  return read_watched(std::move(rows), impl_->database);
}

Result<std::vector<watch::Watched>> Store::all_watched() const {
  return read_watched(
      impl_->database.prepare((std::string(kWatchedColumns) + "ORDER BY first_seen, id").c_str()),
      impl_->database);
}

Result<std::vector<LogRow>> Store::log(const LogQuery& query) const {
  std::string sql =
      "SELECT number, run, id, kind, at, story, fact, article, json FROM log WHERE number < $1 "
      "AND at >= $2 AND length(json) > 0 ";
  if (!query.story.empty()) {
    // Of stories that were merged into it too.
    sql +=
        "AND (story = $4 OR story IN (SELECT old FROM redirect WHERE story = $4) OR story = "
        "(SELECT story FROM redirect WHERE old = $4)) ";
  }
  if (query.run) sql += "AND run = $5 ";
  if (!query.id.empty()) sql += "AND id = $6 ";
  if (!query.fact.empty()) sql += "AND fact = $7 ";
  std::string kinds;
  for (const auto kind : query.kinds) {
    kinds += fmt::format("{}'{}'", kinds.empty() ? "" : ",", watch::kind_name(kind));
  }
  if (!kinds.empty()) sql += "AND kind IN (" + kinds + ") ";
  sql += "ORDER BY number DESC LIMIT $3";
  return rows_of<LogRow>(
      impl_->database, sql,
      [&](Statement& s) {
        s.bind(1, query.before).bind(2, query.since).bind(3, limit_of(query.limit));
        if (!query.story.empty()) s.bind(4, query.story);
        if (query.run) s.bind(5, *query.run);
        if (!query.id.empty()) s.bind(6, query.id);
        if (!query.fact.empty()) s.bind(7, query.fact);
      },
      read_log_row);
}

Result<std::string> Store::first_entry() const {
  auto rows = rows_of<std::string>(
      impl_->database, "SELECT id FROM log ORDER BY number LIMIT 1", [](Statement&) {}, first_text);
  if (!rows) return tl::unexpected(rows.error());
  return rows->empty() ? "" : rows->front();
}

Result<std::vector<Parcel>> Store::outbox(std::string_view url) const {
  return rows_of<Parcel>(
      impl_->database,
      "SELECT number, id, url, made, body, tries, error FROM outbox WHERE $1 = '' OR url = $1 "
      "ORDER BY number",
      [&](Statement& s) { s.bind(1, url); }, read_parcel);
}

Result<void> Store::delivered(int64_t parcel) {
  Transaction transaction(impl_->database);
  if (auto done = transaction.begin(); !done) return done;
  auto statement = impl_->database.prepare("DELETE FROM outbox WHERE number = $1");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, parcel);
  if (auto done = finish(impl_->database, *statement); !done) return done;
  return transaction.commit();
}

Result<void> Store::not_delivered(int64_t parcel, std::string_view error) {
  Transaction transaction(impl_->database);
  if (auto done = transaction.begin(); !done) return done;
  auto statement =
      impl_->database.prepare("UPDATE outbox SET tries = tries + 1, error = $2 WHERE number = $1");
  if (!statement) return tl::unexpected(statement.error());
  statement->bind(1, parcel).bind(2, error);
  if (auto done = finish(impl_->database, *statement); !done) return done;
  return transaction.commit();
}

}  // namespace synoptic::store
