#include "store/store.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "model/stamp.h"
#include "store/format.h"
#include "store/impl.h"
#include "store/left_log.h"
#include "store/schema.h"
#include "store/search_text.h"
#include "store/searching.h"
#include "store/statements.h"
#include "store/versions.h"
#include "store/watching.h"

namespace synoptic::store {
namespace {

namespace fs = std::filesystem;

Result<void> put_capture(Database& database, const model::Capture& capture) {
  auto insert = database.prepare(
      "INSERT INTO capture(sha256, path, url, charset, fetched, raw, text) "
      "VALUES($1,$2,$3,$4,$5,$6,$7)");
  if (!insert) return tl::unexpected(insert.error());
  insert->bind(1, capture.sha256).bind(2, capture.path).bind_or_null(3, capture.url);
  insert->bind_or_null(4, capture.charset).bind_or_null(5, capture.fetched);
  insert->bind_blob(6, capture.received());
  const bool verbatim = capture.raw.empty() && capture.record.empty();
  verbatim ? insert->bind_null(7) : insert->bind_blob(7, capture.text);
  return finish(database, *insert);
}

// What mentions stand for, once each, NIL left out.
std::set<std::string_view> entities_of(const model::Annotated& annotated) {
  std::set<std::string_view> ids;
  for (const auto& mention : annotated.mentions) {
    if (!mention.entity.empty()) ids.insert(mention.entity);
  }
  return ids;
}

}  // namespace

Result<void> put_mentions(Database& database, const model::Annotated& annotated, int64_t arrival) {
  auto name = database.prepare("INSERT INTO entity VALUES($1,$2,$3) ON CONFLICT DO NOTHING");
  if (!name) return tl::unexpected(name.error());
  auto link = database.prepare("INSERT INTO mention VALUES($1,$2) ON CONFLICT DO NOTHING");
  if (!link) return tl::unexpected(link.error());
  for (const auto& mention : annotated.mentions) {
    if (mention.entity.empty()) continue;
    name->bind(1, mention.entity).bind(2, mention.name);
    name->bind(3, model::entity_type_name(mention.type));
    if (auto done = finish(database, *name); !done) return done;
  }
  for (const auto id : entities_of(annotated)) {
    link->bind(1, id).bind(2, arrival);
    if (auto done = finish(database, *link); !done) return done;
  }
  return {};
}

namespace {

// Words of versions that are replaced later stay in the index: the lists leave out their articles.
Result<void> put_words(Database& database, const model::Annotated& annotated, int64_t arrival) {
  auto insert = database.prepare("INSERT INTO words(rowid, text) VALUES($1, $2)");
  if (!insert) return tl::unexpected(insert.error());
  insert->bind(1, arrival).bind(2, search_text_of(annotated));
  return finish(database, *insert);
}

Result<void> put_article(Database& database, const model::Annotated& annotated,
                         const Filing& filing, std::string_view time) {
  const model::Article& article = annotated.article;
  auto insert = database.prepare(
      "INSERT INTO article(id, sha256, title, lang, dir, publisher, published, sort_date, url, "
      "json, identity, place, revises, added)"
      " VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)");
  if (!insert) return tl::unexpected(insert.error());
  insert->bind(1, article.id).bind(2, article.sha256).bind(3, article.title);
  insert->bind(4, article.lang).bind(5, article.dir);
  insert->bind_or_null(6, article.publisher ? article.publisher->name : "");
  if (article.published) {
    const std::string stamp = model::stamp_of(article);
    insert->bind(7, stamp).bind(8, model::minutes_of(stamp).value_or(0));
  } else {
    insert->bind_null(7).bind_null(8);
  }
  insert->bind_or_null(9, article.url).bind_blob(10, model::to_stored_json(annotated));
  insert->bind_or_null(11, filing.identity).bind(12, static_cast<int64_t>(filing.place));
  insert->bind_or_null(13, filing.revises).bind_or_null(14, time);
  if (auto done = finish(database, *insert); !done) return done;
  if (filing.place != Place::kTold) return {};
  const int64_t arrival = sqlite3_last_insert_rowid(database.handle());
  if (auto done = put_words(database, annotated, arrival); !done) return done;
  return put_mentions(database, annotated, arrival);
}

}  // namespace

std::string default_path() {
  const char* data = std::getenv("XDG_DATA_HOME");
  if (data != nullptr && data[0] == '/') return std::string(data) + "/synoptic/synoptic.db";
  const char* home = std::getenv("HOME");
  return std::string(home != nullptr ? home : ".") + "/.local/share/synoptic/synoptic.db";
}

namespace {

bool may_write(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return ::access(path.c_str(), W_OK) == 0 &&
         ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0;
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Mode mode) {
  std::error_code error;
  const bool writes = mode == Mode::kReadWrite;
  if (!writes && !fs::exists(path, error)) {
    return failure(ErrorCode::kNotFound, path, "no such store (make one with 'synoptic add')");
  }
  const fs::path folder = fs::path(path).parent_path();
  if (writes && !folder.empty()) {
    fs::create_directories(folder, error);
    if (error) return failure(ErrorCode::kTooLarge, path, "its folder cannot be made");
  }
  auto database = Database::open(path, writes);
  if (database && !is_own_log(*database)) {
    return failure(ErrorCode::kStore, path,
                   path +
                       "-wal is not its own but left of another store, or of another state of "
                       "this one: stop what has that open and move it away, with " +
                       path + "-shm (docs/store.md, Backing up and moving)");
  }
  // A reader makes files beside the store; where it may not, it reads the store as it stands.
  if (!writes && !may_write(path)) {
    auto as_it_stands = Database::open_unwritable(path);
    if (as_it_stands || !database || !database->can_be_read()) database = std::move(as_it_stands);
  }
  if (!database) return tl::unexpected(database.error());
  if (auto ours = refuse_foreign(*database, path); !ours) return tl::unexpected(ours.error());
  // FULL: what add() acknowledged survives a power cut, not only a killed process.
  if (auto done = database->run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;");
      !done && writes) {
    return tl::unexpected(done.error());
  }
  if (auto done = add_search_functions(*database); !done) return tl::unexpected(done.error());
  if (writes) {
    if (auto done = migrate(*database, path); !done) return tl::unexpected(done.error());
  } else {
    auto version = version_of(*database);
    if (!version) return tl::unexpected(version.error());
    if (*version != static_cast<int64_t>(kMigrations.size())) {
      return failure(ErrorCode::kStore, path, "is no store of this version of synoptic");
    }
  }
  return Store(std::make_unique<Impl>(Impl{std::move(*database)}));
}

Result<bool> Store::add(const model::Capture& capture,
                        const std::vector<model::Annotated>& articles, std::string_view time) {
  Database& database = impl_->database;
  Transaction transaction(database);
  if (auto done = transaction.begin(); !done) return tl::unexpected(done.error());
  auto known = has_capture(capture.sha256);
  if (!known) return tl::unexpected(known.error());
  if (*known) {
    const auto back = come_back(database, capture, time);
    if (!back) return back;
    if (*back) {
      if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    }
    return *back;
  }
  if (auto done = put_capture(database, capture); !done) return tl::unexpected(done.error());
  for (const auto& annotated : articles) {
    const auto filing = file(database, annotated.article, articles);
    if (!filing) return tl::unexpected(filing.error());
    if (auto done = put_article(database, annotated, *filing, time); !done) {
      return tl::unexpected(done.error());
    }
  }
  if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
  return true;
}

Result<void> Store::in_one(const std::function<Result<void>()>& work) {
  Transaction transaction(impl_->database);
  if (auto done = transaction.begin(); !done) return done;
  const Result<void> worked = work();
  const Result<void> written = transaction.commit();
  return worked ? written : worked;
}

Result<void> Store::learn_site(std::string_view host, uint64_t page,
                               const std::vector<uint64_t>& blocks) {
  Database& database = impl_->database;
  Transaction transaction(database);
  if (auto done = transaction.begin(); !done) return done;
  auto count = database.prepare(
      "INSERT INTO site_block(host, block, page, pages) VALUES($1,$2,$3,1) "
      "ON CONFLICT(host, block) DO UPDATE SET pages = pages + 1, page = excluded.page "
      "WHERE page <> excluded.page");
  if (!count) return tl::unexpected(count.error());
  for (const uint64_t block : blocks) {
    count->bind(1, host).bind(2, static_cast<int64_t>(block)).bind(3, static_cast<int64_t>(page));
    if (auto done = finish(database, *count); !done) return done;
  }
  return transaction.commit();
}

Result<std::vector<SiteBlock>> Store::site_blocks(uint32_t least_pages) const {
  auto rows = impl_->database.prepare(
      "SELECT host, block, pages FROM site_block WHERE pages > 2 AND pages >= $1 "
      "ORDER BY host, block");
  if (!rows) return tl::unexpected(rows.error());
  rows->bind(1, static_cast<int64_t>(least_pages));
  std::vector<SiteBlock> blocks;
  while (rows->step()) {
    blocks.push_back({rows->text(0), static_cast<uint64_t>(rows->number(1)),
                      static_cast<uint32_t>(rows->number(2))});
  }
  if (rows->failed()) return impl_->database.error();
  return blocks;
}

}  // namespace synoptic::store
