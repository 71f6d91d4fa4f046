// The story page and what else a story can be asked for: Markdown, JSON, the drawings.
#include <fmt/format.h>

#include "flow/flow.h"
#include "serve/history.h"
#include "serve/story_memory.h"
#include "serve/story_parts.h"

namespace synoptic::serve {
namespace {

constexpr size_t kMostGlosses = 160;  // of one page; the articles show theirs in any case

Response moved_to(std::string path) {
  Response moved = error_page(301, "Moved");
  moved.location = std::move(path);
  return moved;
}

std::string links_in_head(std::string_view id) {
  return fmt::format(
      "<link rel=\"canonical\" href=\"/story/{0}\">\n<link rel=\"alternate\" "
      "type=\"text/markdown\" href=\"/story/{0}.md\">\n<link rel=\"alternate\" "
      "type=\"application/json\" href=\"/api/story/{0}\">\n<link rel=\"alternate\" "
      "type=\"application/atom+xml\" title=\"What is new in this story\" "
      "href=\"/feed/story/{0}.atom\">\n",
      url_part(id));
}

Response story_html(const Context& context, const LoadedStory& loaded) {
  const sheet::Accounts accounts(loaded.synopsis, loaded.articles, context.knowledge);
  StoryView view{context, loaded, accounts, kMostGlosses};
  std::string content = story_head(view) + story_facts(view) + story_timeline(view);
  const std::string drawings = story_provenance(view) + story_parties(view);
  if (!drawings.empty()) content += "<div class=\"drawings\">\n" + drawings + "</div>\n";
  content += story_articles(view) + story_links(view);
  const model::Annotated* told = title_teller(loaded);
  const std::string& title = told == nullptr ? loaded.synopsis.title : told->article.title;
  return page(title + " — Synoptic", content, links_in_head(loaded.story.id));
}

// What the articles said before they were corrected.
Result<void> load_revisions(const Context& context, LoadedStory& loaded) {
  for (const auto& annotated : loaded.articles) {
    const std::string& id = annotated.article.id;
    const auto first = context.store.is_first_version(id);
    if (!first) return tl::unexpected(first.error());
    if (*first) continue;
    auto history = read_history(context.store, id);
    if (!history) return tl::unexpected(history.error());
    for (auto& version : history->versions) {
      if (version.row.id != id || !version.revision) continue;
      loaded.revisions.emplace(id, std::move(*version.revision));
    }
  }
  return {};
}

Result<std::shared_ptr<const LoadedStory>> load_story(const Context& context, std::string_view id) {
  auto row = context.store.story(id);
  if (!row) return tl::unexpected(row.error());
  JsonWriter json;
  model::write_json(json, row->story);
  const std::string key = json.take();
  if (context.stories != nullptr) {
    if (auto known = context.stories->find(key)) return known;
  }
  auto loaded = std::make_shared<LoadedStory>();
  loaded->story = std::move(row->story);
  for (const auto& article_id : loaded->story.articles) {
    auto article = context.store.article(article_id);
    if (!article) return tl::unexpected(article.error());
    loaded->articles.push_back(std::move(*article));
  }
  const flow::Engine engine{
      std::shared_ptr<const knowledge::Knowledge>(std::shared_ptr<void>(), &context.knowledge),
      nullptr};
  loaded->synopsis = flow::compare_story(engine, loaded->story, loaded->articles);
  if (auto done = load_revisions(context, *loaded); !done) return tl::unexpected(done.error());
  if (context.stories != nullptr) context.stories->keep(key, loaded->articles.size(), loaded);
  return loaded;
}

}  // namespace

// `rest` is the path behind "/story/": ID, ID.md, ID/provenance.svg, ID/parties.svg.
Response story_page(const Context& context, std::string_view rest) {
  std::string_view id = rest, what;
  for (const std::string_view ending : {".md", "/provenance.svg", "/parties.svg"}) {
    if (!rest.ends_with(ending)) continue;
    what = ending;
    id.remove_suffix(ending.size());
  }
  const auto loaded = load_story(context, id);
  if (!loaded) return error_page(loaded.error());
  const LoadedStory& story = **loaded;
  if (story.story.id != id) return moved_to("/story/" + story.story.id + std::string(what));
  if (what.empty()) return story_html(context, story);
  const sheet::Accounts accounts(story.synopsis, story.articles, context.knowledge);
  if (what == ".md") {
    return {200, "text/markdown; charset=utf-8", sheet::markdown(accounts), ""};
  }
  std::string drawing =
      what == "/provenance.svg" ? provenance_svg(accounts) : parties_svg(accounts);
  if (drawing.empty()) return error_page(404, "There is nothing to draw");
  return {200, "image/svg+xml; charset=utf-8", std::move(drawing), ""};
}

// The stored synopsis with what is laid out of it.
Result<std::string> story_json(const Context& context, std::string_view id) {
  auto json = context.store.synopsis_json(id);
  if (!json) return json;
  const auto loaded = load_story(context, id);
  if (!loaded) return tl::unexpected(loaded.error());
  return sheet::with_sheet(std::move(*json),
                           {(*loaded)->synopsis, (*loaded)->articles, context.knowledge});
}

}  // namespace synoptic::serve
