#include "serve/router.h"

#include <map>

#include "base/data.h"
#include "serve/feeds.h"
#include "serve/history.h"
#include "serve/negotiate.h"
#include "serve/page.h"
#include "serve/parameters.h"

namespace synoptic::serve {
namespace {

constexpr const char* kJson = "application/json; charset=utf-8";
constexpr size_t kStoriesPerAnswer = 100;
constexpr size_t kMemoryBytes = 32 << 20;  // some hundred pages

Response json_answer(std::string body) { return {200, kJson, std::move(body), ""}; }

Response json_or_problem(Result<std::string> body) {
  if (body) return json_answer(std::move(*body));
  return error_page(body.error().code == ErrorCode::kNotFound ? 404 : 500, body.error().why);
}

Response stories_as_json(const Context& context) {
  const size_t number = context.request.number("page", 1);
  const auto rows = context.store.stories(kStoriesPerAnswer, (number - 1) * kStoriesPerAnswer);
  if (!rows) return error_page(500, rows.error().why);
  JsonWriter json;
  json.begin_object().key("stories").begin_array();
  for (const auto& row : *rows) model::write_json(json, row.story);
  json.end_array().end_object();
  return json_answer(json.take());
}

Response api(const Context& context, std::string_view path) {
  const auto behind = [&](std::string_view prefix) { return path.substr(prefix.size()); };
  if (path == "stories") return stories_as_json(context);
  if (path.starts_with("story/")) {
    return json_or_problem(story_json(context, behind("story/")));
  }
  if (path.starts_with("article/") && path.ends_with("/history")) {
    const auto history =
        read_history(context.store, path.substr(8, path.size() - 8 - 8));  // between the two
    if (!history) return json_or_problem(tl::unexpected(history.error()));
    return json_answer(history_json(*history));
  }
  if (path.starts_with("article/")) {
    const auto article = context.store.article(behind("article/"));
    if (!article) return json_or_problem(tl::unexpected(article.error()));
    JsonWriter json;
    model::write_json(json, *article);
    return json_answer(json.take());
  }
  return error_page(404, "there is nothing here");
}

Response file(const char* path, const char* type) {
  return {200, type, std::string(embedded_data(path)), ""};
}

struct Connection {
  store::Store store;
  int64_t version = 0;  // of the store, as it was last looked at
  bool fresh = true;
};

// The thread's own connection to the store at `path`.
Result<Connection*> connection(const std::string& path) {
  thread_local std::map<std::string, Connection> open;
  auto found = open.find(path);
  // A store that was replaced or moved is another one, or none.
  if (found != open.end() && found->second.store.was_moved()) {
    open.erase(found);
    found = open.end();
  }
  if (found == open.end()) {
    auto store = store::Store::open(path, store::Mode::kReadOnly);
    if (!store) return tl::unexpected(store.error());
    found = open.emplace(path, Connection{std::move(*store)}).first;
  }
  return &found->second;
}

// Was the store written to since this connection looked? A new one cannot know.
bool has_changed(Connection& connection) {
  const auto version = connection.store.data_version();
  const bool changed = connection.fresh || !version || *version != connection.version;
  connection.version = version.value_or(0);
  connection.fresh = false;
  return changed;
}

// Feeds tell the address they were asked at and the time of their newest entry.
bool is_kept(const Request& request) { return !request.path.starts_with("/feed/"); }

}  // namespace

Result<Router> Router::make(std::string store_path,
                            std::shared_ptr<const knowledge::Knowledge> knowledge) {
  if (auto store = connection(store_path); !store) return tl::unexpected(store.error());
  Router router;
  router.store_path_ = std::move(store_path);
  router.knowledge_ = std::move(knowledge);
  router.memory_ = std::make_shared<PageMemory>(kMemoryBytes);
  router.stories_ = std::make_shared<StoryMemory>();
  return router;
}

Response Router::handle(const Request& request) const {
  const std::string_view path = request.path;
  if (path == "/style.css") return file("serve/style.css", "text/css; charset=utf-8");
  if (path == "/icon.svg") return file("serve/icon.svg", "image/svg+xml; charset=utf-8");
  if (path == "/healthz") return {200, "text/plain; charset=utf-8", "ok\n", ""};
  if (const std::string wrong = wrong_parameter(request); !wrong.empty()) {
    return in_form(error_page(400, wrong), request);
  }
  const auto open = connection(store_path_);
  if (!open) {
    return in_form(error_page(503, "The store cannot be read: " + open.error().message()), request);
  }
  const uint64_t since = memory_->begin(has_changed(**open));
  const std::string key = key_of(request);
  if (auto known = memory_->find(key)) return std::move(*known);
  Response response = make_page(request, (*open)->store);
  if (response.status == 200 && is_kept(request)) {
    response.etag = etag_of(response);
    memory_->keep(since, key, response);
  }
  return in_form(std::move(response), request);
}

Response Router::make_page(const Request& request, const store::Store& store) const {
  const std::string_view path = request.path;
  const Context context{store, *knowledge_, request, stories_.get()};
  if (path == "/") return front_page(context);
  if (path == "/articles") return articles_page(context);
  if (path == "/entities") return entities_page(context);
  if (path == "/about") return about_page(context);
  if (path.starts_with("/story/")) return story_page(context, path.substr(7));
  if (path.starts_with("/article/") && path.ends_with("/history")) {
    return history_page(context, path.substr(9, path.size() - 9 - 8));
  }
  if (path.starts_with("/entry/")) return entry_page(context, path.substr(7));
  if (path.starts_with("/feed/")) return feed(context, path.substr(6));
  if (path.starts_with("/article/")) return article_page(context, path.substr(9));
  if (path.starts_with("/entity/")) return entity_page(context, path.substr(8));
  if (path.starts_with("/api/")) return api(context, path.substr(5));
  return error_page(404, "There is no such page");
}

}  // namespace synoptic::serve
