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
)sql"};

}  // namespace synoptic::store
