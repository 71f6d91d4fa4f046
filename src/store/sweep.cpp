#include "store/sweep.h"

#include <vector>

#include "store/impl.h"
#include "store/statements.h"

namespace synoptic::store {
namespace {

// An index without its text has to be told what it has of an article. What it says itself is right
// whichever program wrote it.
constexpr const char* kPlaces =
    "CREATE VIRTUAL TABLE temp.word_place USING fts5vocab(main, words, instance)";
constexpr const char* kWordsOfArticles =
    "SELECT doc, term FROM temp.word_place WHERE doc IN "
    "(SELECT arrival FROM article WHERE id IN (SELECT value FROM json_each($1))) ORDER BY doc";

struct Words {
  int64_t article = 0;
  std::string text;
};

Result<std::vector<Words>> words_of(const Database& database, const std::string& articles) {
  auto rows = database.prepare(kWordsOfArticles);
  if (!rows) return tl::unexpected(rows.error());
  rows->bind(1, std::string_view(articles));
  std::vector<Words> out;
  while (rows->step()) {
    if (out.empty() || out.back().article != rows->number(0)) out.push_back({rows->number(0), ""});
    out.back().text += rows->text(1) + " ";
  }
  if (rows->failed()) return database.error();
  return out;
}

}  // namespace

Result<void> take_out_words(Database& database, const std::string& articles) {
  if (auto done = database.run(kPlaces); !done) return done;
  const auto words = words_of(database, articles);
  if (!words) return tl::unexpected(words.error());
  if (auto done = database.run("DROP TABLE temp.word_place"); !done) return done;
  if (words->empty()) return {};
  auto take = database.prepare("INSERT INTO words(words, rowid, text) VALUES('delete', $1, $2)");
  if (!take) return tl::unexpected(take.error());
  for (const Words& of : *words) {
    take->bind(1, of.article).bind(2, std::string_view(of.text));
    if (auto done = finish(database, *take); !done) return done;
  }
  // Until all is merged into one, a word is only marked as deleted.
  return database.run("INSERT INTO words(words) VALUES('optimize')");
}

Result<bool> Store::is_swept() const {
  const auto marks = rows_of<std::string>(
      impl_->database, "SELECT name FROM sqlite_schema WHERE name = 'unswept'", [](Statement&) {},
      first_text);
  if (!marks) return tl::unexpected(marks.error());
  return marks->empty();
}

namespace {

// What the log (-wal) holds goes into the file, and the log is cut to nothing.
Result<void> empty_log(const Database& database) {
  auto row = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!row) return tl::unexpected(row.error());
  if (!row->step()) return database.error();
  if (row->number(0) == 0) return {};
  return failure(ErrorCode::kStore, database.path(),
                 "somebody is reading the store, and what was removed is still in its -wal file");
}

}  // namespace

// In the middle of an update SQLite leaves copies of what it moves within a page, which deleting
// does not reach; in a new file there are none.
Result<void> Store::sweep() {
  Database& database = impl_->database;
  if (auto done = database.run("PRAGMA temp_store = FILE"); !done) return done;
  auto done = database.run("VACUUM");
  (void)database.run("PRAGMA temp_store = MEMORY");
  if (!done) return done;
  if (done = empty_log(database); !done) return done;
  if (done = database.run("DROP TABLE IF EXISTS unswept"); !done) return done;
  return empty_log(database);
}

}  // namespace synoptic::store
