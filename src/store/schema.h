// The tables, as migrations: number i brings a store of version i to i + 1. Never edit one that was
// shipped; add another. Private to the room.
#pragma once

#include <array>

namespace synoptic::store {

// `arrival` orders articles as they came in; grouping anew takes them in that order.
// `sort_date` is minutes since 1970 of the published date, for lists; NULL: no date.
constexpr std::array kMigrations{
    R"sql(
CREATE TABLE capture(
  sha256 TEXT PRIMARY KEY, path TEXT NOT NULL, url TEXT, charset TEXT, fetched TEXT,
  raw BLOB NOT NULL, text BLOB            -- text: only where decoding changed the bytes
) WITHOUT ROWID;
CREATE TABLE article(
  arrival INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL REFERENCES capture,
  title TEXT NOT NULL, lang TEXT NOT NULL, dir TEXT NOT NULL, publisher TEXT, published TEXT,
  sort_date INTEGER, url TEXT, json BLOB NOT NULL
);
CREATE INDEX article_by_date ON article(sort_date DESC, arrival DESC);
CREATE INDEX article_by_capture ON article(sha256);
CREATE TABLE mention(
  entity TEXT NOT NULL, article INTEGER NOT NULL REFERENCES article, PRIMARY KEY(entity, article)
) WITHOUT ROWID;
CREATE TABLE entity(id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE story(
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, json BLOB NOT NULL, synopsis BLOB NOT NULL,
  agree INTEGER NOT NULL, differ INTEGER NOT NULL, only_one INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX story_by_position ON story(position);
CREATE TABLE story_article(
  article TEXT PRIMARY KEY, story TEXT NOT NULL, position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX story_article_by_story ON story_article(story, position);
CREATE TABLE redirect(old TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
)sql",
    // What a host's articles have in common; `page` is the last article that had the block.
    R"sql(
CREATE TABLE site_block(
  host TEXT NOT NULL, block INTEGER NOT NULL, page INTEGER NOT NULL, pages INTEGER NOT NULL,
  PRIMARY KEY(host, block)
) WITHOUT ROWID;
CREATE INDEX site_block_by_pages ON site_block(pages) WHERE pages > 2;
)sql",
    // What grouping keeps of the articles in its window, by its own numbers (group.h).
    R"sql(
CREATE TABLE grouping(number INTEGER PRIMARY KEY, row BLOB NOT NULL);
)sql",
    // Versions of one article have one `identity` (watch/identity.h); `place` is Place of
    // versions.h. What is watched, the log of what was new, and what waits to be sent.
    R"sql(
ALTER TABLE article ADD COLUMN identity TEXT;
ALTER TABLE article ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article ADD COLUMN revises TEXT;
ALTER TABLE article ADD COLUMN added TEXT;
UPDATE article SET identity = synoptic_identity(json, (SELECT count(*) FROM article b
  WHERE b.sha256 = article.sha256 AND b.url IS article.url) = 1);
CREATE INDEX article_by_identity ON article(identity, arrival);
CREATE INDEX article_replaced ON article(arrival) WHERE place <> 0;
CREATE INDEX article_revised ON article(arrival) WHERE revises IS NOT NULL;
CREATE TABLE run(number INTEGER PRIMARY KEY, at TEXT NOT NULL);
CREATE TABLE watched(
  id TEXT PRIMARY KEY, story TEXT NOT NULL, first_seen TEXT NOT NULL, changed TEXT NOT NULL,
  gone TEXT, json BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX watched_by_story ON watched(story);
CREATE TABLE log(
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, run INTEGER NOT NULL,
  at TEXT NOT NULL, kind TEXT NOT NULL, story TEXT NOT NULL, fact TEXT, article TEXT,
  json BLOB NOT NULL
);
CREATE INDEX log_by_story ON log(story, number);
CREATE INDEX log_by_kind ON log(kind, number);
CREATE TABLE outbox(
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, url TEXT NOT NULL,
  made TEXT NOT NULL, body BLOB NOT NULL, tries INTEGER NOT NULL DEFAULT 0, error TEXT,
  UNIQUE(id, url)
);
)sql",
    // Vectors of texts by a model server (docs/embeddings.md); `key`: SHA-256 of model and text.
    R"sql(
CREATE TABLE embedding(key TEXT NOT NULL UNIQUE, model TEXT NOT NULL, vector BLOB NOT NULL);
)sql",
    // A capture that was replaced by a newer one and came in again, as pages go back to what they
    // said before; `behind` is the last article that was there then.
    R"sql(
CREATE TABLE comeback(
  number INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL REFERENCES capture,
  path TEXT NOT NULL, fetched TEXT, added TEXT, behind INTEGER NOT NULL
);
CREATE INDEX comeback_by_capture ON comeback(sha256, number);
)sql",
    // Which words an article has (search_text.h), by `arrival`; the words themselves stand in the
    // article alone. The text comes cut: everything that is no blank is part of a word.
    R"sql(
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, tokenize='ascii');
INSERT INTO words(rowid, text) SELECT arrival, synoptic_words(json) FROM article;
)sql"};

}  // namespace synoptic::store
