// synoptic explain: why an article, a story or a fact is as it is.
#include <algorithm>

#include "cli/commands.h"
#include "cli/render.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

struct ExplainOptions {
  std::string id;
  InputOptions input;
  std::string store;
};

// Everything that explain looks in: read from paths or out of the store.
Result<Library> library_of(const ExplainOptions& options) {
  if (!options.input.paths.empty()) return read_library(options.input);
  const auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadOnly);
  if (!store) return tl::unexpected(store.error());
  auto engine = flow::Engine::load();
  if (!engine) return tl::unexpected(engine.error());
  auto articles = store->all_articles();
  if (!articles) return tl::unexpected(articles.error());
  Library library{std::move(*engine), std::move(*articles), {}, {}};
  auto rows = store->stories(SIZE_MAX, 0);
  if (!rows) return tl::unexpected(rows.error());
  for (auto& row : *rows) {
    library.grouped.synopses.push_back(
        flow::compare_story(library.engine, row.story, library.articles));
    library.grouped.stories.push_back(std::move(row.story));
  }
  return library;
}

const model::Fact* find_fact(const model::Synopsis& synopsis, std::string_view id) {
  for (const auto* list : {&synopsis.differ, &synopsis.updates, &synopsis.agree, &synopsis.only}) {
    for (const auto& fact : *list) {
      if (fact.id == id) return &fact;
    }
  }
  return nullptr;
}

// "STORY/FACT", or a fact id alone.
std::string explain(const Library& library, const std::string& id) {
  for (const auto& annotated : library.articles) {
    if (annotated.article.id == id) return article_explained(annotated);
  }
  const size_t slash = id.find('/');
  for (size_t i = 0; i < library.grouped.stories.size(); ++i) {
    const model::Story& story = library.grouped.stories[i];
    if (story.id == id) return story_explained(story);
    if (slash != std::string::npos && story.id != id.substr(0, slash)) continue;
    const std::string fact_id = slash == std::string::npos ? id : id.substr(slash + 1);
    if (const auto* fact = find_fact(library.grouped.synopses[i], fact_id)) {
      return fact_explained(*fact);
    }
  }
  return {};
}

int run(const ExplainOptions& options) {
  const auto library = library_of(options);
  if (!library) {
    complain(library.error());
    return kNothing;
  }
  const std::string text = explain(*library, options.id);
  if (text.empty()) {
    complain({ErrorCode::kNotFound, options.id, "no such article, story or fact"});
    return kNothing;
  }
  std::fputs(text.c_str(), stdout);
  return kDone;
}

}  // namespace

void add_explain_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand(
      "explain", "Why: the rules and the evidence behind an article, a story or a fact");
  command->add_option("ID", options->id, "Article, story or fact id (STORY/FACT)")->required();
  command->add_option("PATH", options->input.paths,
                      "Where the id comes from; without it, the store");
  command->add_option("--store", options->store, "The store to look in");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
