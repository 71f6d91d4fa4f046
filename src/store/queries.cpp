// The reading half of Store.
#include <simdjson.h>

#include "model/stamp.h"
#include "store/impl.h"
#include "store/searching.h"
#include "store/statements.h"
#include "watch/identity.h"

namespace synoptic::store {
namespace {

constexpr const char* kArticleColumns =
    "SELECT a.id, a.title, a.lang, a.dir, a.publisher, a.published, a.url, s.story "
    "FROM article a LEFT JOIN story_article s ON s.article = a.id ";

ArticleRow read_article_row(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3),
          row.text(4), row.text(5), row.text(6), row.text(7)};
}

EntityRow read_entity_row(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), static_cast<size_t>(row.number(3))};
}

std::vector<std::string> texts(simdjson::dom::element object, const char* key) {
  std::vector<std::string> list;
  simdjson::dom::array items;
  if (object[key].get(items) != simdjson::SUCCESS) return list;
  for (const auto item : items) {
    std::string_view text;
    if (item.get(text) == simdjson::SUCCESS) list.emplace_back(text);
  }
  return list;
}

std::string text_of(simdjson::dom::element object, const char* key) {
  std::string_view text;
  return object[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

model::Story read_story(const std::string& json) {
  model::Story story;
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return story;
  story.id = text_of(root, "id");
  story.title = text_of(root, "title");
  story.articles = texts(root, "articles");
  story.first = model::stamp_of(text_of(root, "first"), text_of(root, "first_zone_inferred"));
  story.last = model::stamp_of(text_of(root, "last"), text_of(root, "last_zone_inferred"));
  story.languages = texts(root, "languages");
  story.evidence = texts(root, "evidence");
  simdjson::dom::array list;
  if (root["accounts"].get(list) == simdjson::SUCCESS) {
    for (const auto account : list) {
      auto& members = story.accounts.emplace_back();
      simdjson::dom::array ids;
      if (account.get(ids) != simdjson::SUCCESS) continue;
      for (const auto id : ids) {
        std::string_view text;
        if (id.get(text) == simdjson::SUCCESS) members.emplace_back(text);
      }
    }
  }
  if (root["links"].get(list) == simdjson::SUCCESS) {
    for (const auto link : list)
      story.links.push_back({text_of(link, "story"), text_of(link, "kind")});
  }
  return story;
}

StoryRow read_story_row(const Statement& row) {
  return {read_story(row.text(0)), static_cast<size_t>(row.number(1)),
          static_cast<size_t>(row.number(2)), static_cast<size_t>(row.number(3))};
}

// A story's own id, or where it redirects to.
constexpr const char* kStoryById =
    "WHERE id = coalesce((SELECT r.story FROM redirect r WHERE r.old = $1), $1)";

struct StoredArticle {
  std::string json;
  bool is_revision = false, came_back = false;
  std::string fetched;  // again, where it came back
};

const std::string kStoredArticle =
    "SELECT a.json, a.revises IS NOT NULL, b.number IS NOT NULL, b.fetched FROM article a "
    "LEFT JOIN comeback b ON b.number = "
    "(SELECT max(number) FROM comeback c WHERE c.sha256 = a.sha256) ";

StoredArticle read_stored(const Statement& row) {
  return {row.text(0), row.number(1) != 0, row.number(2) != 0, row.text(3)};
}

Result<model::Annotated> article_of(const StoredArticle& stored) {
  auto article = model::annotated_from_json(stored.json);
  if (!article || !stored.is_revision) return article;
  model::Article version = article->article;
  if (stored.came_back) {  // what the page says of its change is of its first coming
    version.fetched = stored.fetched;
    version.modified.reset();
  }
  article->article.revised = watch::revised_at(version);
  return article;
}

}  // namespace

Result<bool> Store::has_capture(std::string_view sha256) const {
  auto found = rows_of<std::string>(
      impl_->database, "SELECT sha256 FROM capture WHERE sha256 = $1",
      [&](Statement& s) { s.bind(1, sha256); }, first_text);
  if (!found) return tl::unexpected(found.error());
  return !found->empty();
}

Result<std::vector<std::string>> Store::capture_ids() const {
  return rows_of<std::string>(
      impl_->database, "SELECT sha256 FROM capture ORDER BY sha256", [](Statement&) {}, first_text);
}

Result<std::vector<StoryRow>> Store::stories(size_t limit, size_t offset,
                                             const Search& search) const {
  std::string sql = "SELECT json, differ, agree, only_one FROM story t WHERE 1 ";
  if (search.differing) sql += "AND differ > 0 ";
  const ArticleCondition condition(search, 3);
  if (condition.narrows_words()) {
    sql +=
        "AND t.id IN (SELECT s.story FROM article a JOIN story_article s ON s.article = a.id "
        "WHERE " +
        condition.sql() + ") ";
  } else if (!search.language.empty()) {
    sql +=
        "AND EXISTS (SELECT 1 FROM story_article s JOIN article a ON a.id = s.article WHERE "
        "s.story = t.id AND " +
        condition.sql() + ") ";
  }
  sql += search.most_differences ? "ORDER BY differ DESC, position, id " : "ORDER BY position, id ";
  return rows_of<StoryRow>(
      impl_->database, sql + "LIMIT $1 OFFSET $2",
      [&](Statement& s) {
        s.bind(1, limit_of(limit)).bind(2, limit_of(offset));
        condition.bind(s);
      },
      read_story_row);
}

Result<StoryRow> Store::story(std::string_view id) const {
  return one_of(rows_of<StoryRow>(
                    impl_->database,
                    std::string("SELECT json, differ, agree, only_one FROM story ") + kStoryById,
                    [&](Statement& s) { s.bind(1, id); }, read_story_row),
                id, "no such story");
}

Result<std::vector<StoryRow>> Store::stories_linked_with(std::string_view id) const {
  return rows_of<StoryRow>(
      impl_->database,
      "SELECT json, differ, agree, only_one FROM story WHERE id <> $1 AND "
      "instr(CAST(json AS BLOB), CAST($1 AS BLOB)) > 0 ORDER BY id",
      [&](Statement& s) { s.bind(1, id); }, read_story_row);
}

Result<std::string> Store::synopsis_json(std::string_view story) const {
  return one_of(rows_of<std::string>(
                    impl_->database, std::string("SELECT synopsis FROM story ") + kStoryById,
                    [&](Statement& s) { s.bind(1, story); }, first_text),
                story, "no such story");
}

Result<std::vector<model::Fact>> Store::differences(std::string_view story, size_t most) const {
  const auto json = synopsis_json(story);
  if (!json) return tl::unexpected(json.error());
  std::vector<model::Fact> out;
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  simdjson::dom::array facts, values;
  if (parser.parse(*json).get(root) != simdjson::SUCCESS) return out;
  if (root["differ"].get(facts) != simdjson::SUCCESS) return out;
  for (const auto element : facts) {
    if (out.size() == most) break;
    auto& fact = out.emplace_back();
    fact.id = text_of(element, "id");
    fact.slot = text_of(element, "slot");
    fact.about = text_of(element, "about");
    fact.verdict = text_of(element, "verdict");
    if (element["values"].get(values) != simdjson::SUCCESS) continue;
    for (const auto item : values) {
      auto& value = fact.values.emplace_back();
      value.text = text_of(item, "text");
      value.name = text_of(item, "name");
      value.norm = text_of(item, "norm");
      value.modifier = text_of(item, "modifier");
      value.article = text_of(item, "article");
      value.evidence = text_of(item, "evidence");
      uint64_t number = 0;
      if (item["account"].get(number) == simdjson::SUCCESS) value.account = uint32_t(number);
      if (item["side"].get(number) == simdjson::SUCCESS) value.side = uint32_t(number);
    }
  }
  return out;
}

Result<std::string> Store::article_json(std::string_view id) const {
  return one_of(rows_of<std::string>(
                    impl_->database, "SELECT json FROM article WHERE id = $1",
                    [&](Statement& s) { s.bind(1, id); }, first_text),
                id, "no such article");
}

Result<model::Annotated> Store::article(std::string_view id) const {
  auto found = rows_of<StoredArticle>(
      impl_->database, kStoredArticle + "WHERE a.id = $1", [&](Statement& s) { s.bind(1, id); },
      read_stored);
  auto row = one_of(std::move(found), id, "no such article");
  if (!row) return tl::unexpected(row.error());
  return article_of(*row);
}

Result<std::vector<ArticleRow>> Store::articles(size_t limit, size_t offset,
                                                const Search& search) const {
  const ArticleCondition condition(search, 3);
  return rows_of<ArticleRow>(
      impl_->database,
      std::string(kArticleColumns) + "WHERE " + condition.sql() +
          "ORDER BY sort_date DESC, arrival DESC LIMIT $1 OFFSET $2",
      [&](Statement& s) {
        s.bind(1, limit_of(limit)).bind(2, limit_of(offset));
        condition.bind(s);
      },
      read_article_row);
}

Result<std::vector<std::pair<std::string, std::string>>> Store::found_in(
    const std::vector<std::string>& stories, const Search& search) const {
  const ArticleCondition condition(search, 2);
  return rows_of<std::pair<std::string, std::string>>(
      impl_->database,
      "SELECT s.story, a.id FROM story_article s JOIN article a ON a.id = s.article WHERE s.story "
      "IN (SELECT value FROM json_each($1)) AND " +
          condition.sql() + "ORDER BY s.story, s.position",
      [&](Statement& s) {
        s.bind(1, std::string_view(json_list(stories)));
        condition.bind(s);
      },
      +[](const Statement& row) { return std::pair(row.text(0), row.text(1)); });
}

Result<std::string> Store::story_of_article(std::string_view id) const {
  auto rows = rows_of<std::string>(
      impl_->database, "SELECT story FROM story_article WHERE article = $1",
      [&](Statement& s) { s.bind(1, id); }, first_text);
  if (!rows) return tl::unexpected(rows.error());
  return rows->empty() ? std::string() : std::move(rows->front());
}

Result<std::vector<std::pair<std::string, size_t>>> Store::languages() const {
  return rows_of<std::pair<std::string, size_t>>(
      impl_->database, "SELECT lang, count(*) FROM article WHERE place = 0 GROUP BY lang",
      [](Statement&) {},
      +[](const Statement& row) {
        return std::pair(row.text(0), static_cast<size_t>(row.number(1)));
      });
}

Result<std::vector<ArticleRow>> Store::articles_of_story(std::string_view story) const {
  return rows_of<ArticleRow>(
      impl_->database,
      std::string(kArticleColumns) +
          "WHERE s.story = coalesce((SELECT r.story FROM redirect r WHERE r.old = $1), $1) "
          "ORDER BY s.position",
      [&](Statement& s) { s.bind(1, story); }, read_article_row);
}

Result<std::vector<ArticleRow>> Store::articles_of_entity(std::string_view entity,
                                                          size_t limit) const {
  return rows_of<ArticleRow>(
      impl_->database,
      std::string(kArticleColumns) +
          "JOIN mention m ON m.article = a.arrival WHERE m.entity = $1 "
          "ORDER BY sort_date DESC, arrival DESC LIMIT $2",
      [&](Statement& s) { s.bind(1, entity).bind(2, limit_of(limit)); }, read_article_row);
}

Result<EntityRow> Store::entity(std::string_view id) const {
  return one_of(rows_of<EntityRow>(
                    impl_->database,
                    "SELECT id, name, type, (SELECT count(*) FROM mention WHERE entity = id) "
                    "FROM entity WHERE id = $1",
                    [&](Statement& s) { s.bind(1, id); }, read_entity_row),
                id, "no such entity");
}

Result<std::vector<EntityRow>> Store::entities(size_t limit, size_t offset, std::string_view words,
                                               const std::vector<std::string>& ids) const {
  return rows_of<EntityRow>(
      impl_->database,
      "SELECT e.id, e.name, e.type, count(*) AS articles FROM entity e JOIN mention m "
      "ON m.entity = e.id WHERE $2 = '' OR synoptic_has(e.name, $2) OR e.id IN (SELECT value FROM "
      "json_each($3)) "
      "GROUP BY e.id ORDER BY articles DESC, e.id LIMIT $1 OFFSET $4",
      [&](Statement& s) {
        s.bind(1, limit_of(limit)).bind(2, words).bind(3, json_list(ids)).bind(4, limit_of(offset));
      },
      read_entity_row);
}

Result<std::string> Store::capture_text(std::string_view sha256) const {
  return one_of(rows_of<std::string>(
                    impl_->database, "SELECT coalesce(text, raw) FROM capture WHERE sha256 = $1",
                    [&](Statement& s) { s.bind(1, sha256); }, first_text),
                sha256, "no such capture");
}

Result<Store::StoredCapture> Store::capture(std::string_view sha256) const {
  return one_of(rows_of<StoredCapture>(
                    impl_->database, "SELECT path, raw FROM capture WHERE sha256 = $1",
                    [&](Statement& s) { s.bind(1, sha256); },
                    +[](const Statement& row) {
                      return StoredCapture{row.text(0), row.text(1)};
                    }),
                sha256, "no such capture");
}

namespace {

Result<std::vector<model::Annotated>> read_articles(const Database& database,
                                                    const std::string& where) {
  auto statement = database.prepare((kStoredArticle + where).c_str());
  if (!statement) return tl::unexpected(statement.error());
  std::vector<model::Annotated> articles;
  while (statement->step()) {
    auto article = article_of(read_stored(*statement));
    if (!article) return tl::unexpected(article.error());
    articles.push_back(std::move(*article));
  }
  if (statement->failed()) return database.error();
  return articles;
}

}  // namespace

Result<std::vector<model::Annotated>> Store::all_articles() const {
  return read_articles(impl_->database,
                       "WHERE place = 0 OR EXISTS (SELECT 1 FROM story_article s WHERE s.article = "
                       "a.id) ORDER BY arrival");
}

Result<std::vector<model::Annotated>> Store::ungrouped_articles() const {
  return read_articles(impl_->database,
                       "WHERE place = 0 AND NOT EXISTS (SELECT 1 FROM story_article s WHERE "
                       "s.article = a.id) ORDER BY arrival");
}

Result<Store::GroupingRows> Store::grouping() const {
  auto statement = impl_->database.prepare("SELECT number, row FROM grouping ORDER BY number");
  if (!statement) return tl::unexpected(statement.error());
  GroupingRows out;
  while (statement->step()) {
    if (out.rows.empty()) out.first = static_cast<uint32_t>(statement->number(0));
    out.rows.push_back(statement->text(1));
  }
  if (statement->failed()) return impl_->database.error();
  return out;
}

Result<Store::Counts> Store::counts() const {
  auto statement = impl_->database.prepare(
      "SELECT (SELECT count(*) FROM capture), (SELECT count(*) FROM article WHERE place = 0),"
      " (SELECT count(*) FROM story)");
  if (!statement) return tl::unexpected(statement.error());
  if (!statement->step()) return impl_->database.error();
  return Counts{static_cast<size_t>(statement->number(0)),
                static_cast<size_t>(statement->number(1)),
                static_cast<size_t>(statement->number(2))};
}

Result<std::string> Store::damage() const {
  auto statement = impl_->database.prepare("PRAGMA quick_check(1)");
  if (!statement) return tl::unexpected(statement.error());
  if (!statement->step()) return impl_->database.error();
  std::string found = statement->text(0);
  return found == "ok" ? std::string() : found;
}

Result<int64_t> Store::data_version() const {
  auto statement = impl_->database.prepare("PRAGMA data_version");
  if (!statement) return tl::unexpected(statement.error());
  if (!statement->step()) return impl_->database.error();
  return statement->number(0);
}

}  // namespace synoptic::store
