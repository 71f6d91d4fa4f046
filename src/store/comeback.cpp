// A page that goes back to what it said before: the same bytes again, behind a newer version.
#include <filesystem>

#include "store/statements.h"
#include "store/versions.h"
#include "watch/identity.h"

namespace synoptic::store {
namespace {

struct Fetch {  // where and when a capture was fetched last
  std::string path, fetched;
};

Result<Fetch> last_fetch(const Database& database, std::string_view sha256) {
  return one_of(rows_of<Fetch>(
                    database,
                    "SELECT path, fetched, 2 AS rank, number FROM comeback WHERE sha256 = $1 UNION "
                    "SELECT path, fetched, 1, 0 FROM capture WHERE sha256 = $1 "
                    "ORDER BY rank DESC, number DESC LIMIT 1",
                    [&](Statement& s) { s.bind(1, sha256); },
                    +[](const Statement& row) {
                      return Fetch{row.text(0), row.text(1)};
                    }),
                sha256, "no such capture");
}

bool is_before(const std::string& a, const std::string& b) {
  model::Article left, right;
  left.fetched = a;
  right.fetched = b;
  return watch::is_older(left, right);
}

// "pages/a.html" is "./pages/a.html", and "/home/pages/a.html" read from elsewhere.
bool is_same_path(const std::string& a, const std::string& b) {
  const auto left = std::filesystem::path(a).lexically_normal().string();
  const auto right = std::filesystem::path(b).lexically_normal().string();
  const std::string &shorter = left.size() < right.size() ? left : right,
                    &longer = left.size() < right.size() ? right : left;
  return longer == shorter || longer.ends_with("/" + shorter);
}

// Was the capture fetched again, after the version that is told now? By the stated times, else by
// the paths: an old file that still lies there and is read once more says nothing new.
bool is_new_fetch(const model::Capture& capture, const Fetch& known, const Fetch& told) {
  if (is_before(told.fetched, capture.fetched)) return capture.fetched != known.fetched;
  if (is_before(capture.fetched, told.fetched)) return false;
  if (!capture.fetched.empty() && capture.fetched == known.fetched) return false;
  return !is_same_path(capture.path, known.path) || is_same_path(capture.path, told.path);
}

struct Row {
  int64_t arrival = 0;
  std::string identity, json;
};

Row read_row(const Statement& row) { return {row.number(0), row.text(1), row.text(2)}; }

// False: the article is told already, or what is told has its text, or is newer.
Result<bool> bring_back(Database& database, const model::Capture& capture, const Fetch& known,
                        const Row& row) {
  const auto told = rows_of<Row>(
      database,
      "SELECT arrival, identity, json FROM article WHERE identity = $1 AND place = 0 "
      "ORDER BY arrival DESC",
      [&](Statement& s) { s.bind(1, row.identity); }, read_row);
  if (!told) return tl::unexpected(told.error());
  if (told->empty()) return false;
  const auto own = model::annotated_from_json(row.json);
  if (!own) return tl::unexpected(own.error());
  const auto newer = model::annotated_from_json(told->front().json);
  if (!newer) return tl::unexpected(newer.error());
  const auto fetch = last_fetch(database, newer->article.sha256);
  if (!fetch) return tl::unexpected(fetch.error());
  if (watch::is_same_text(newer->article, own->article)) return false;
  if (!is_new_fetch(capture, known, *fetch)) return false;
  for (const Row& other : *told) {
    const auto stored = model::annotated_from_json(other.json);
    if (!stored) return tl::unexpected(stored.error());
    if (auto done = step_back(database, stored->article.id); !done) {
      return tl::unexpected(done.error());
    }
  }
  auto update = database.prepare("UPDATE article SET place = 0, revises = $1 WHERE arrival = $2");
  if (!update) return tl::unexpected(update.error());
  update->bind(1, newer->article.id).bind(2, row.arrival);
  if (auto done = finish(database, *update); !done) return tl::unexpected(done.error());
  if (auto done = put_mentions(database, *own, row.arrival); !done) {
    return tl::unexpected(done.error());
  }
  return true;
}

Result<void> note(Database& database, const model::Capture& capture, std::string_view time) {
  auto insert = database.prepare(
      "INSERT INTO comeback(sha256, path, fetched, added, behind) "
      "VALUES($1,$2,$3,$4,(SELECT max(arrival) FROM article))");
  if (!insert) return tl::unexpected(insert.error());
  insert->bind(1, capture.sha256).bind(2, capture.path).bind_or_null(3, capture.fetched);
  insert->bind_or_null(4, time);
  return finish(database, *insert);
}

}  // namespace

Result<bool> come_back(Database& database, const model::Capture& capture, std::string_view time) {
  const auto rows = rows_of<Row>(
      database,
      "SELECT arrival, identity, json FROM article WHERE sha256 = $1 AND place <> 0 "
      "AND identity IS NOT NULL ORDER BY arrival",
      [&](Statement& s) { s.bind(1, capture.sha256); }, read_row);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return false;
  const auto known = last_fetch(database, capture.sha256);
  if (!known) return tl::unexpected(known.error());
  bool any = false;
  for (const Row& row : *rows) {
    const auto back = bring_back(database, capture, *known, row);
    if (!back) return back;
    any = any || *back;
  }
  if (!any) return false;
  if (auto done = note(database, capture, time); !done) return tl::unexpected(done.error());
  return true;
}

}  // namespace synoptic::store
