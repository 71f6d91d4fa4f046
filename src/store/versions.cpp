#include "store/versions.h"

#include <algorithm>

#include "store/impl.h"
#include "store/statements.h"
#include "watch/identity.h"

namespace synoptic::store {
namespace {

bool is_alone(const model::Article& article, const std::vector<model::Annotated>& siblings) {
  return std::count_if(siblings.begin(), siblings.end(), [&](const model::Annotated& other) {
           return other.article.url == article.url;
         }) == 1;
}

// The version of the identity that is told now, of another capture.
Result<std::vector<std::string>> told(const Database& database, const model::Article& article,
                                      const std::string& identity) {
  return rows_of<std::string>(
      database,
      "SELECT json FROM article WHERE identity = $1 AND place = 0 AND sha256 <> $2 "
      "ORDER BY arrival DESC",
      [&](Statement& s) { s.bind(1, identity).bind(2, article.sha256); }, first_text);
}

void identity_of_json(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
  const auto size = static_cast<size_t>(sqlite3_value_bytes(values[0]));
  const auto read = model::annotated_from_json({bytes == nullptr ? "" : bytes, size});
  const std::string identity =
      read ? watch::identity_of(read->article, sqlite3_value_int(values[1]) != 0) : "";
  if (identity.empty()) return sqlite3_result_null(context);
  sqlite3_result_text(context, identity.data(), static_cast<int>(identity.size()),
                      SQLITE_TRANSIENT);
}

// When the capture was fetched last, where it came in again later; else as its article says.
Result<std::string> last_fetched(const Database& database, const model::Article& article) {
  auto rows = rows_of<std::string>(
      database, "SELECT fetched FROM comeback WHERE sha256 = $1 ORDER BY number DESC LIMIT 1",
      [&](Statement& s) { s.bind(1, article.sha256); }, first_text);
  if (!rows) return tl::unexpected(rows.error());
  return rows->empty() ? article.fetched : rows->front();
}

}  // namespace

Result<void> step_back(Database& database, const std::string& id) {
  if (auto done = run_with(database, "UPDATE article SET place = 1 WHERE id = $1", id); !done) {
    return done;
  }
  return run_with(database,
                  "DELETE FROM mention WHERE article = (SELECT arrival FROM article WHERE id = $1)",
                  id);
}

namespace {

Result<Filing> file_as(Database& database, const model::Article& article,
                       const std::string& identity) {
  Filing filing{identity, Place::kTold, ""};
  if (filing.identity.empty()) return filing;
  const auto found = told(database, article, filing.identity);
  if (!found) return tl::unexpected(found.error());
  if (found->empty()) return filing;
  const auto read = model::annotated_from_json(found->front());
  if (!read) return tl::unexpected(read.error());
  model::Article stored = read->article;
  if (!watch::is_weak(filing.identity) && !watch::is_one_page(stored, article)) {
    // Another article names the same address: this one's word is not believed.
    return file_as(database, article, watch::identity_by_place(article));
  }
  if (watch::is_same_text(stored, article)) {
    filing.place = Place::kSameText;
    filing.revises = stored.id;
    return filing;
  }
  if (watch::is_weak(filing.identity) && !watch::is_edited(stored, article)) {
    // Another article stands at the old one's place now; the old one keeps its history.
    const auto moved = run_with(database,
                                "UPDATE article SET identity = identity || '@' || sha256 "
                                "WHERE identity = $1",
                                filing.identity);
    if (!moved) return tl::unexpected(moved.error());
    return filing;
  }
  auto fetched = last_fetched(database, stored);
  if (!fetched) return tl::unexpected(fetched.error());
  stored.fetched = std::move(*fetched);
  if (watch::is_older(article, stored)) {
    filing.place = Place::kReplaced;
    return filing;
  }
  filing.revises = stored.id;
  for (const auto& json : *found) {  // stores of old may have told several
    const auto other = model::annotated_from_json(json);
    if (!other) return tl::unexpected(other.error());
    if (auto done = step_back(database, other->article.id); !done) {
      return tl::unexpected(done.error());
    }
  }
  return filing;
}

}  // namespace

Result<Filing> file(Database& database, const model::Article& article,
                    const std::vector<model::Annotated>& siblings) {
  return file_as(database, article, watch::identity_of(article, is_alone(article, siblings)));
}

Result<void> add_identity_function(Database& database) {
  const int code = sqlite3_create_function(database.handle(), "synoptic_identity", 2,
                                           SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                           identity_of_json, nullptr, nullptr);
  if (code != SQLITE_OK) return database.error();
  return {};
}

Result<bool> Store::is_first_version(std::string_view article) const {
  auto rows = rows_of<std::string>(
      impl_->database, "SELECT 1 FROM article WHERE id = $1 AND place = 0 AND revises IS NULL",
      [&](Statement& s) { s.bind(1, article); }, first_text);
  if (!rows) return tl::unexpected(rows.error());
  return !rows->empty();
}

namespace {

VersionRow read_version(const Statement& row) {
  const auto place = static_cast<Place>(row.number(8));
  return {row.text(0), row.text(1), row.text(2), row.text(3),           row.text(4),
          row.text(5), row.text(6), row.text(7), place == Place::kTold, place == Place::kSameText};
}

bool was_fetched_before(const VersionRow& a, const VersionRow& b) {
  model::Article left, right;
  left.fetched = a.fetched;
  right.fetched = b.fetched;
  return watch::is_older(left, right);
}

}  // namespace

Result<std::vector<VersionRow>> Store::history(std::string_view article) const {
  auto rows = rows_of<VersionRow>(
      impl_->database,
      "SELECT a.id, a.sha256, a.title, a.lang, a.dir, a.published, c.fetched, a.added, a.place, "
      "a.arrival AS behind, 0 AS number FROM article a JOIN capture c ON c.sha256 = a.sha256 "
      "WHERE a.id = $1 OR a.identity = (SELECT identity FROM article WHERE id = $1) "
      "UNION ALL "
      "SELECT a.id, a.sha256, a.title, a.lang, a.dir, a.published, b.fetched, b.added, a.place, "
      "b.behind, b.number FROM article a JOIN comeback b ON b.sha256 = a.sha256 "
      "WHERE a.id = $1 OR a.identity = (SELECT identity FROM article WHERE id = $1) "
      "ORDER BY behind, number",
      [&](Statement& s) { s.bind(1, article); }, read_version);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return failure(ErrorCode::kNotFound, std::string(article), "no such article");
  // As they came in, but one that was fetched before others stands before them.
  std::vector<VersionRow> out;
  for (auto& row : *rows) {
    const auto before = std::find_if(out.begin(), out.end(), [&](const VersionRow& other) {
      return was_fetched_before(row, other);
    });
    out.insert(before, std::move(row));
  }
  // An article that came back is current where it stands last.
  bool seen = false;
  for (auto row = out.rbegin(); row != out.rend(); ++row) {
    row->current = row->current && !seen;
    seen = seen || row->current;
  }
  return out;
}

Result<std::vector<std::pair<std::string, std::string>>> Store::other_versions(
    const std::vector<std::string>& articles) const {
  auto any = rows_of<std::string>(
      impl_->database, "SELECT id FROM article WHERE place <> 0 LIMIT 1", [](Statement&) {},
      first_text);
  if (!any) return tl::unexpected(any.error());
  if (any->empty()) return std::vector<std::pair<std::string, std::string>>{};
  auto statement = impl_->database.prepare(
      "SELECT id FROM article WHERE identity = (SELECT identity FROM article WHERE id = $1) "
      "AND id <> $1 AND place <> 0 ORDER BY arrival");
  if (!statement) return tl::unexpected(statement.error());
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& article : articles) {
    statement->bind(1, article);
    while (statement->step()) out.emplace_back(statement->text(0), article);
    if (statement->failed()) return impl_->database.error();
    statement->reset();
  }
  return out;
}

namespace {

// The version and those that it came after, oldest first. One that came back is behind a version
// that was behind it: there the chain ends.
Result<std::vector<std::string>> chain_of(const Database& database, const std::string& newest) {
  std::vector<std::string> out{newest};
  for (;;) {
    const auto before = rows_of<std::string>(
        database, "SELECT revises FROM article WHERE id = $1 AND revises IS NOT NULL",
        [&](Statement& s) { s.bind(1, out.back()); }, first_text);
    if (!before) return tl::unexpected(before.error());
    if (before->empty() || std::find(out.begin(), out.end(), before->front()) != out.end()) break;
    out.push_back(before->front());
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

Result<std::vector<std::vector<std::string>>> Store::new_revisions() const {
  const Database& database = impl_->database;
  auto newest = rows_of<std::string>(
      database,
      "SELECT id FROM article a WHERE revises IS NOT NULL AND place = 0 AND NOT EXISTS "
      "(SELECT 1 FROM story_article s WHERE s.article = a.id) ORDER BY arrival",
      [](Statement&) {}, first_text);
  if (!newest) return tl::unexpected(newest.error());
  std::vector<std::vector<std::string>> out;
  for (auto& id : *newest) {
    auto chain = chain_of(database, id);
    if (!chain) return tl::unexpected(chain.error());
    out.push_back(std::move(*chain));
  }
  return out;
}

Result<bool> Store::has_ungrouped() const {
  auto rows = rows_of<std::string>(
      impl_->database,
      "SELECT id FROM article a WHERE place = 0 AND NOT EXISTS "
      "(SELECT 1 FROM story_article s WHERE s.article = a.id) LIMIT 1",
      [](Statement&) {}, first_text);
  if (!rows) return tl::unexpected(rows.error());
  return !rows->empty();
}

}  // namespace synoptic::store
