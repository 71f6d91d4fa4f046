// What goes with an article, a capture or an address that is to be removed.
#include <algorithm>
#include <set>

#include "store/impl.h"
#include "store/searching.h"
#include "store/statements.h"
#include "url/url.h"

namespace synoptic::store {
namespace {

struct Asked {
  std::set<int64_t> articles;      // arrivals
  std::set<std::string> captures;  // SHA-256s
};

int64_t first_number(const Statement& row) { return row.number(0); }

std::string list_of(const std::set<int64_t>& numbers) {
  JsonWriter json;
  json.begin_array();
  for (const int64_t number : numbers) json.value(number);
  json.end_array();
  return json.take();
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

struct Address {
  std::string capture, sha256, article;  // addresses; `article` may be empty
  int64_t arrival = 0;
};

// A copy names the original's address as its own; it is another page all the same.
bool is_of_another_site(const Address& row) {
  if (row.article.empty() || row.capture.empty()) return false;
  const auto site = [](const std::string& address) {
    return url::registrable_domain(url::host_of(address));
  };
  return site(row.article) != site(row.capture);
}

Result<bool> find_address(const Database& database, const std::string& word, Asked& out) {
  const auto rows = rows_of<Address>(
      database,
      "SELECT c.url, c.sha256, a.url, coalesce(a.arrival, 0) FROM capture c "
      "LEFT JOIN article a ON a.sha256 = c.sha256 WHERE c.url IS NOT NULL OR a.url IS NOT NULL",
      [](Statement&) {},
      +[](const Statement& row) {
        return Address{row.text(0), row.text(1), row.text(2), row.number(3)};
      });
  if (!rows) return tl::unexpected(rows.error());
  const std::string wanted = url::canonical(word);
  bool any = false;
  for (const Address& row : *rows) {
    if (!row.capture.empty() && url::canonical(row.capture) == wanted) {
      out.captures.insert(row.sha256);
    } else if (!row.article.empty() && url::canonical(row.article) == wanted &&
               !is_of_another_site(row)) {
      out.articles.insert(row.arrival);
    } else {
      continue;
    }
    any = true;
  }
  return any;
}

Result<bool> find(const Database& database, const std::string& word, Asked& out) {
  if (url::is_web(word)) return find_address(database, word, out);
  const std::string id = lower(word);
  const auto article = rows_of<int64_t>(
      database, "SELECT arrival FROM article WHERE id = $1", [&](Statement& s) { s.bind(1, id); },
      first_number);
  if (!article) return tl::unexpected(article.error());
  out.articles.insert(article->begin(), article->end());
  const auto capture = rows_of<std::string>(
      database, "SELECT sha256 FROM capture WHERE sha256 = $1",
      [&](Statement& s) { s.bind(1, id); }, first_text);
  if (!capture) return tl::unexpected(capture.error());
  out.captures.insert(capture->begin(), capture->end());
  return !article->empty() || !capture->empty();
}

// Versions are one by their identity; where a page gave its place to another article, by which of
// them came after which.
constexpr const char* kVersions =
    "SELECT b.arrival FROM article a JOIN article b ON b.identity = a.identity "
    "WHERE a.arrival IN (SELECT value FROM json_each($1)) "
    "UNION SELECT b.arrival FROM article a JOIN article b ON b.id = a.revises "
    "WHERE a.arrival IN (SELECT value FROM json_each($1)) "
    "UNION SELECT b.arrival FROM article b JOIN article a ON b.revises = a.id "
    "WHERE b.revises IS NOT NULL AND a.arrival IN (SELECT value FROM json_each($1))";
constexpr const char* kSiblings =
    "SELECT b.arrival FROM article a JOIN article b ON b.sha256 = a.sha256 "
    "WHERE a.arrival IN (SELECT value FROM json_each($1))";
constexpr const char* kOfCapture = "SELECT arrival FROM article WHERE sha256 = $1";

Result<void> add_all(const Database& database, const char* sql, const std::string& value,
                     std::set<int64_t>& out) {
  const auto rows = rows_of<int64_t>(
      database, sql, [&](Statement& s) { s.bind(1, std::string_view(value)); }, first_number);
  if (!rows) return tl::unexpected(rows.error());
  out.insert(rows->begin(), rows->end());
  return {};
}

Result<void> complete(const Database& database, Take take, Asked& asked) {
  for (const auto& sha256 : asked.captures) {
    if (auto done = add_all(database, kOfCapture, sha256, asked.articles); !done) return done;
  }
  for (size_t before = 0; before != asked.articles.size();) {
    before = asked.articles.size();
    const std::string list = list_of(asked.articles);
    if (auto done = add_all(database, kVersions, list, asked.articles); !done) return done;
    if (take == Take::kArticles) continue;
    if (auto done = add_all(database, kSiblings, list, asked.articles); !done) return done;
  }
  return {};
}

}  // namespace

Result<Removal> Store::what_goes(const std::vector<std::string>& asked, Take take) const {
  const Database& database = impl_->database;
  Removal out;
  Asked found;
  for (const auto& word : asked) {
    const auto known = find(database, word, found);
    if (!known) return tl::unexpected(known.error());
    if (!*known) out.unknown.push_back(word);
  }
  if (auto done = complete(database, take, found); !done) return tl::unexpected(done.error());
  const std::string list = list_of(found.articles);
  auto articles = rows_of<Removal::Article>(
      database,
      "SELECT a.id, a.sha256, a.title, a.publisher, s.story, a.place = 0 FROM article a "
      "LEFT JOIN story_article s ON s.article = a.id "
      "WHERE a.arrival IN (SELECT value FROM json_each($1)) ORDER BY a.arrival",
      [&](Statement& s) { s.bind(1, std::string_view(list)); },
      +[](const Statement& row) {
        return Removal::Article{row.text(0), row.text(1), row.text(2),
                                row.text(3), row.text(4), row.number(5) != 0};
      });
  if (!articles) return tl::unexpected(articles.error());
  out.articles = std::move(*articles);
  for (const auto& article : out.articles) found.captures.insert(article.sha256);
  const std::vector<std::string> captures(found.captures.begin(), found.captures.end());
  auto rows = rows_of<Removal::Capture>(
      database,
      "SELECT sha256, path, url, (SELECT count(*) FROM article a WHERE a.sha256 = c.sha256 AND "
      "a.arrival NOT IN (SELECT value FROM json_each($2))) FROM capture c "
      "WHERE sha256 IN (SELECT value FROM json_each($1)) ORDER BY path, sha256",
      [&](Statement& s) {
        s.bind(1, std::string_view(json_list(captures))).bind(2, std::string_view(list));
      },
      +[](const Statement& row) {
        return Removal::Capture{row.text(0), row.text(1), row.text(2),
                                static_cast<size_t>(row.number(3))};
      });
  if (!rows) return tl::unexpected(rows.error());
  for (auto& row : *rows) (row.others > 0 ? out.holding : out.captures).push_back(std::move(row));
  return out;
}

}  // namespace synoptic::store
