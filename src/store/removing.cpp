// Taking articles and captures out: every table that tells something of them.
#include <simdjson.h>

#include <set>

#include "base/json.h"
#include "store/impl.h"
#include "store/searching.h"
#include "store/statements.h"
#include "store/stories.h"
#include "store/sweep.h"

namespace synoptic::store {
namespace {

// Their JSON names every article that it quotes. The column has its table before it: json_each()
// has one of the name "json", too.
const std::string kQuotes =
    "EXISTS (SELECT 1 FROM json_each($1) WHERE "
    "instr(CAST(@ AS BLOB), CAST(value AS BLOB)) > 0)";

std::string quotes(const char* column) {
  std::string out = kQuotes;
  return out.replace(out.find('@'), 1, column);
}

std::string string_at(simdjson::dom::element root, const char* key) {
  std::string_view text;
  return root[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::string json_text(std::string_view text) {
  JsonWriter json;
  json.value(text);
  return json.take();
}

// How an entry of the log names its story.
std::string story_json(std::string_view id, std::string_view title) {
  JsonWriter json;
  json.begin_object().field("id", id).field("title", title).end_object();
  return "\"story\":" + json.take();
}

class Removing {
 public:
  Removing(Database& database, const Removal& removal) : database_(database) {
    std::vector<std::string> ids, captures;
    for (const auto& article : removal.articles) {
      ids.push_back(article.id);
      if (!article.title.empty()) titles_.insert(article.title);
    }
    for (const auto& capture : removal.captures) captures.push_back(capture.sha256);
    ids_ = json_list(ids);
    captures_ = json_list(captures);
  }

  Result<void> work(const Store::Rest& rest) {
    if (auto done = take_out_words(database_, ids_); !done) return done;
    if (auto done = take_out_rows(json_list(rest.vectors)); !done) return done;
    for (const auto& story : rest.empty_stories) {
      const char* of_story = "(story = $1 OR story IN (SELECT old FROM redirect WHERE story = $1))";
      if (auto done = forget_entries(of_story, story); !done) return done;
      if (auto done = forget_story(database_, story); !done) return done;
    }
    if (rest.forgets_grouping) {
      if (auto done = database_.run("DELETE FROM grouping"); !done) return done;
    }
    if (auto done = put_update(database_, rest.update); !done) return done;
    if (auto done = take_out_news(); !done) return done;
    return database_.run(kMarkUnswept);
  }

 private:
  Result<void> take_out_rows(const std::string& vectors) {
    const auto run = [&](const char* sql, const std::string& list) {
      return run_with(database_, sql, list);
    };
    for (const char* sql :
         {"DELETE FROM mention WHERE article IN (SELECT arrival FROM article WHERE id IN "
          "(SELECT value FROM json_each($1)))",
          "DELETE FROM story_article WHERE article IN (SELECT value FROM json_each($1))",
          "DELETE FROM article WHERE id IN (SELECT value FROM json_each($1))"}) {
      if (auto done = run(sql, ids_); !done) return done;
    }
    for (const char* sql :
         {"DELETE FROM comeback WHERE sha256 IN (SELECT value FROM json_each($1))",
          "DELETE FROM capture WHERE sha256 IN (SELECT value FROM json_each($1))"}) {
      if (auto done = run(sql, captures_); !done) return done;
    }
    if (auto done =
            run("DELETE FROM embedding WHERE key IN (SELECT value FROM json_each($1))", vectors);
        !done) {
      return done;
    }
    return database_.run("DELETE FROM entity WHERE id NOT IN (SELECT entity FROM mention)");
  }

  // The first entry keeps its number and its id, which the feeds are known by.
  Result<void> forget_entries(const std::string& which, std::string_view value) {
    for (const std::string& sql :
         {"UPDATE log SET kind = 'removed', story = '', fact = NULL, article = NULL, json = x'' "
          "WHERE number = (SELECT min(number) FROM log) AND " +
              which,
          "DELETE FROM log WHERE length(json) > 0 AND " + which}) {
      if (auto done = run_with(database_, sql.c_str(), value); !done) return done;
    }
    return {};
  }

  // What quotes the articles is not told again.
  Result<void> take_out_news() {
    const std::string facts = "DELETE FROM watched WHERE " + quotes("watched.json");
    if (auto done = run_with(database_, facts.c_str(), ids_); !done) return done;
    if (auto done = forget_entries(quotes("log.json"), ids_); !done) return done;
    for (const auto& title : titles_) {
      if (auto done = retitle(title); !done) return done;
    }
    return take_out_parcels();
  }

  struct Row {
    int64_t number = 0;
    std::string json;
  };
  static Row read_row(const Statement& row) { return {row.number(0), row.text(1)}; }

  // A story was called by the article that is gone: what was told of its other articles stays,
  // under the story's name of now.
  Result<void> retitle(const std::string& title) {
    const auto rows = rows_of<Row>(
        database_, "SELECT number, json FROM log WHERE instr(CAST(json AS BLOB), $1) > 0",
        [&](Statement& s) { s.bind_blob(1, "\"title\":" + json_text(title)); }, read_row);
    if (!rows) return tl::unexpected(rows.error());
    for (const Row& row : *rows) {
      simdjson::dom::parser parser;
      simdjson::dom::element root, story;
      if (parser.parse(row.json).get(root) != simdjson::SUCCESS ||
          root["story"].get(story) != simdjson::SUCCESS || string_at(story, "title") != title) {
        continue;
      }
      if (auto done = retitle(row, string_at(story, "id"), title); !done) return done;
    }
    return {};
  }

  Result<void> retitle(const Row& row, const std::string& story, const std::string& title) {
    const auto now = rows_of<std::string>(
        database_,
        "SELECT json FROM story WHERE id = coalesce((SELECT r.story FROM redirect r WHERE r.old = "
        "$1), $1)",
        [&](Statement& s) { s.bind(1, story); }, first_text);
    if (!now) return tl::unexpected(now.error());
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    std::string json = row.json;
    const std::string before = story_json(story, title);
    const size_t at = json.find(before);
    if (now->empty() || parser.parse(now->front()).get(root) != simdjson::SUCCESS ||
        at == std::string::npos) {
      return forget_entries("number = CAST($1 AS INTEGER)", std::to_string(row.number));
    }
    json.replace(at, before.size(), story_json(story, string_at(root, "title")));
    auto put = database_.prepare("UPDATE log SET json = $2 WHERE number = $1");
    if (!put) return tl::unexpected(put.error());
    put->bind(1, row.number).bind_blob(2, json);
    return finish(database_, *put);
  }

  // Bodies that wait hold entries of the log: they get those that are left, as they are left.
  Result<void> take_out_parcels() {
    const auto rows = rows_of<Row>(
        database_, "SELECT number, body FROM outbox ORDER BY number", [](Statement&) {}, read_row);
    if (!rows) return tl::unexpected(rows.error());
    for (const Row& row : *rows) {
      if (auto done = renew_parcel(row); !done) return done;
    }
    return {};
  }

  Result<void> renew_parcel(const Row& row) {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::array entries;
    JsonWriter json;
    bool any = false;
    if (parser.parse(row.json).get(root) == simdjson::SUCCESS &&
        root["entries"].get(entries) == simdjson::SUCCESS) {
      json.begin_object().field("id", string_at(root, "id")).field("at", string_at(root, "at"));
      json.key("entries").begin_array();
      for (const auto entry : entries) {
        const std::string id = string_at(entry, "id");
        const auto kept = rows_of<std::string>(
            database_, "SELECT json FROM log WHERE id = $1 AND length(json) > 0",
            [&](Statement& s) { s.bind(1, id); }, first_text);
        if (!kept) return tl::unexpected(kept.error());
        if (kept->empty()) continue;
        json.raw(kept->front());
        any = true;
      }
      json.end_array().end_object();
    }
    if (any && json.text() == row.json) return {};
    auto put = database_.prepare(any ? "UPDATE outbox SET body = $2 WHERE number = $1"
                                     : "DELETE FROM outbox WHERE number = $1");
    if (!put) return tl::unexpected(put.error());
    put->bind(1, row.number);
    if (any) put->bind_blob(2, json.text());
    return finish(database_, *put);
  }

  Database& database_;
  std::string ids_, captures_;
  std::set<std::string> titles_;
};

}  // namespace

Result<Removal> Store::remove(const std::vector<std::string>& asked, Take take,
                              const std::function<Result<Rest>(const Removal&)>& rest) {
  Database& database = impl_->database;
  // What is deleted is written over where it stood.
  if (auto done = database.run("PRAGMA secure_delete = ON"); !done) {
    return tl::unexpected(done.error());
  }
  Transaction transaction(database);
  if (auto done = transaction.begin(); !done) return tl::unexpected(done.error());
  auto removal = what_goes(asked, take);
  if (!removal || (removal->articles.empty() && removal->captures.empty())) return removal;
  const auto left = rest(*removal);
  if (!left) return tl::unexpected(left.error());
  if (auto done = Removing(database, *removal).work(*left); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
  return removal;
}

}  // namespace synoptic::store
