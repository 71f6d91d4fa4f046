// synoptic compare: the accounts of each story side by side.
#include <unistd.h>

#include "cli/commands.h"
#include "cli/render.h"
#include "cli/since.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

struct CompareOptions {
  InputOptions input;
  std::string store;
  bool json = false;
  bool all = false;
  std::string since, now;
};

// A story's synopsis from the store.
int compare_stored(const CompareOptions& options, const std::string& id) {
  const auto fail = [](const Error& error) {
    complain(error);
    return kNothing;
  };
  const auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadOnly);
  if (!store) return fail(store.error());
  const auto row = store->story(id);
  if (!row) return fail(row.error());
  if (options.json) {
    const auto json = store->synopsis_json(id);
    if (!json) return fail(json.error());
    std::puts(json->c_str());
    return kDone;
  }
  const auto engine = load_engine();
  if (!engine) return fail(engine.error());
  std::vector<model::Annotated> articles;
  for (const auto& article_id : row->story.articles) {
    auto article = store->article(article_id);
    if (!article) return fail(article.error());
    articles.push_back(std::move(*article));
  }
  std::fputs(synopsis_as_text(flow::compare_story(*engine, row->story, articles), articles).c_str(),
             stdout);
  return kDone;
}

int run(const CompareOptions& options) {
  if (options.since.empty() && options.input.paths.empty() && isatty(STDIN_FILENO) == 1) {
    complain({ErrorCode::kUsage, "", "name a PATH, a story's id or --since"});
    return kUsage;
  }
  if (!options.since.empty()) {
    const auto& paths = options.input.paths;
    return print_since(
        {options.since, options.store, paths.empty() ? "" : paths[0], options.now, options.json});
  }
  if (options.input.paths.size() == 1 && looks_like_id(options.input.paths[0])) {
    return compare_stored(options, options.input.paths[0]);
  }
  const auto library = read_library(options.input);
  if (!library) {
    complain(library.error());
    return kNothing;
  }
  bool first = true;
  for (const auto& synopsis : library->grouped.synopses) {
    if (options.json) {
      JsonWriter json;
      model::write_json(json, synopsis);
      std::puts(json.text().c_str());
      continue;
    }
    if (synopsis.accounts.size() < 2 && !options.all) continue;
    if (!first) std::puts("");
    first = false;
    std::fputs(synopsis_as_text(synopsis, library->articles).c_str(), stdout);
  }
  if (!options.json && first && library->totals.failed < library->totals.documents) {
    inform("No story has two accounts (--all shows the others as well).");
  }
  return exit_code_of(library->totals);
}

}  // namespace

void add_compare_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* command = app.add_subcommand(
      "compare",
      "Lay the accounts of each story side by side; PATH may be a story id of the store");
  options->input.add_to(*command, false);
  command->add_option("--since", options->since,
                      "What is new in the store, or in its story PATH, since a time (2026-03-01, "
                      "2026-03-01T10:00:00Z, 90m, 2h, 3d, 1w) or by the LAST add");
  command->add_option("--now", options->now, "The time that --since counts back from");
  command->add_flag("--json", options->json, "One JSON object per story (NDJSON)");
  command->add_flag("--all", options->all, "Stories with a single account too");
  command->add_option("--store", options->store, "Store to look a story id up in");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
