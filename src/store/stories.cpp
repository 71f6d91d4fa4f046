// Stories, their synopses, what grouping keeps and what is watched: written together.
#include "store/stories.h"

#include <limits>

#include "model/stamp.h"
#include "store/impl.h"
#include "store/statements.h"
#include "store/watching.h"

namespace synoptic::store {
namespace {

template <typename T>
std::string json_of(const T& item) {
  JsonWriter json;
  model::write_json(json, item);
  return json.take();
}

// Lists go by position: latest first, what has no date at the end.
int64_t position_of(const model::Story& story) {
  const auto last = model::minutes_of(story.last);
  return last ? -*last : std::numeric_limits<int64_t>::max();
}

Result<void> put_story(Database& database, const model::Story& story,
                       const model::Synopsis& synopsis) {
  auto insert = database.prepare("INSERT INTO story VALUES($1,$2,$3,$4,$5,$6,$7)");
  if (!insert) return tl::unexpected(insert.error());
  insert->bind(1, story.id).bind(2, position_of(story)).bind_blob(3, json_of(story));
  insert->bind_blob(4, json_of(synopsis)).bind(5, static_cast<int64_t>(synopsis.agree.size()));
  insert->bind(6, static_cast<int64_t>(synopsis.differ.size()));
  insert->bind(7, static_cast<int64_t>(synopsis.only.size()));
  if (auto done = finish(database, *insert); !done) return done;
  auto member = database.prepare("INSERT INTO story_article VALUES($1,$2,$3)");
  if (!member) return tl::unexpected(member.error());
  for (size_t i = 0; i < story.articles.size(); ++i) {
    member->bind(1, story.articles[i]).bind(2, story.id).bind(3, static_cast<int64_t>(i));
    if (auto done = finish(database, *member); !done) return done;
  }
  return {};
}

// An id that was given out leads to the story that has its first article now.
constexpr const char* kRememberStories = R"sql(
CREATE TEMP TABLE old_story AS SELECT story, article FROM story_article WHERE position = 0;
DELETE FROM story; DELETE FROM story_article;)sql";
constexpr const char* kRedirectStories = R"sql(
INSERT INTO redirect SELECT o.story, n.story FROM temp.old_story o JOIN story_article n
  ON n.article = o.article WHERE o.story NOT IN (SELECT id FROM story)
  ON CONFLICT(old) DO UPDATE SET story = excluded.story;
DELETE FROM redirect WHERE old IN (SELECT id FROM story);
DROP TABLE temp.old_story;)sql";

Result<void> take_out_story(Database& database, std::string_view id) {
  if (auto done = run_with(database, "DELETE FROM story WHERE id = $1", id); !done) return done;
  return run_with(database, "DELETE FROM story_article WHERE story = $1", id);
}

Result<void> redirect(Database& database, const std::string& old, const std::string& story) {
  // What led to the old id leads to the new one.
  auto follow = database.prepare("UPDATE redirect SET story = $2 WHERE story = $1");
  if (!follow) return tl::unexpected(follow.error());
  follow->bind(1, old).bind(2, story);
  if (auto done = finish(database, *follow); !done) return done;
  auto insert = database.prepare(
      "INSERT INTO redirect VALUES($1,$2) ON CONFLICT(old) DO UPDATE SET story = excluded.story");
  if (!insert) return tl::unexpected(insert.error());
  insert->bind(1, old).bind(2, story);
  return finish(database, *insert);
}

Result<void> put_links(Database& database, const std::vector<model::Story>& stories) {
  auto update = database.prepare("UPDATE story SET json = $2 WHERE id = $1");
  if (!update) return tl::unexpected(update.error());
  for (const auto& story : stories) {
    update->bind(1, story.id).bind_blob(2, json_of(story));
    if (auto done = finish(database, *update); !done) return done;
  }
  return {};
}

Result<void> put_rows(Database& database, const Store::Update& update) {
  auto insert = database.prepare("INSERT OR REPLACE INTO grouping VALUES($1,$2)");
  if (!insert) return tl::unexpected(insert.error());
  for (size_t i = 0; i < update.rows.size(); ++i) {
    insert->bind(1, static_cast<int64_t>(update.first_row + i)).bind_blob(2, update.rows[i]);
    if (auto done = finish(database, *insert); !done) return done;
  }
  for (const auto& [number, row] : update.changed_rows) {
    insert->bind(1, static_cast<int64_t>(number)).bind_blob(2, row);
    if (auto done = finish(database, *insert); !done) return done;
  }
  auto forget = database.prepare("DELETE FROM grouping WHERE number < $1");
  if (!forget) return tl::unexpected(forget.error());
  forget->bind(1, static_cast<int64_t>(update.oldest_row));
  return finish(database, *forget);
}

}  // namespace

Result<void> put_update(Database& database, const Store::Update& update) {
  if (update.everything) {
    if (auto done = database.run(kRememberStories); !done) return done;
    if (auto done = database.run("DELETE FROM grouping"); !done) return done;
  }
  for (const auto& [old, story] : update.redirects) {
    if (auto done = take_out_story(database, old); !done) return done;
    if (auto done = redirect(database, old, story); !done) return done;
  }
  for (const auto& story : update.stories) {
    if (auto done = take_out_story(database, story.id); !done) return done;
    // An id that led elsewhere is a story's own again.
    if (auto done = run_with(database, "DELETE FROM redirect WHERE old = $1", story.id); !done) {
      return done;
    }
  }
  for (size_t i = 0; i < update.stories.size(); ++i) {
    if (auto done = put_story(database, update.stories[i], update.synopses[i]); !done) return done;
  }
  if (update.everything) {
    if (auto done = database.run(kRedirectStories); !done) return done;
  }
  if (auto done = put_links(database, update.relinked); !done) return done;
  if (auto done = put_rows(database, update); !done) return done;
  return put_watching(database, update);
}

Result<void> forget_story(Database& database, std::string_view id) {
  if (auto done = take_out_story(database, id); !done) return done;
  for (const char* sql : {"DELETE FROM watched WHERE story = $1 OR story IN "
                          "(SELECT old FROM redirect WHERE story = $1)",
                          "DELETE FROM redirect WHERE story = $1"}) {
    if (auto done = run_with(database, sql, id); !done) return done;
  }
  return {};
}

Result<bool> Store::update_stories(const Update& update) {
  Database& database = impl_->database;
  Transaction transaction(database);
  if (auto done = transaction.begin(); !done) return tl::unexpected(done.error());
  if (update.seen_run) {
    const auto run = last_run();
    if (!run) return tl::unexpected(run.error());
    if (*run != *update.seen_run) return false;
  }
  if (auto done = put_update(database, update); !done) return tl::unexpected(done.error());
  if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
  return true;
}

}  // namespace synoptic::store
