// synoptic compare: the accounts of each story side by side.
#include <unistd.h>

#include <filesystem>

#include "base/clock.h"
#include "cli/commands.h"
#include "cli/render.h"
#include "cli/since.h"
#include "cli/terminal.h"
#include "sheet/sheet.h"

namespace synoptic::cli {
namespace {

struct CompareOptions {
  InputOptions input;
  std::string store;
  bool json = false;
  std::string format = "text";
  bool all = false;
  std::string since, now;
};

void print(const std::string& format, const model::Synopsis& synopsis,
           const std::vector<model::Annotated>& articles, const flow::Engine& engine) {
  const sheet::Accounts accounts(synopsis, articles, *engine.knowledge);
  if (format == "json") {
    JsonWriter json;
    model::write_json(json, synopsis);
    std::puts(sheet::with_sheet(json.take(), accounts).c_str());
  } else if (format == "markdown") {
    std::fputs(sheet::markdown(accounts).c_str(), stdout);
  } else {
    std::fputs(synopsis_as_text(accounts).c_str(), stdout);
  }
}

// One word that is no path: an id, and be it a mistyped one.
bool may_be_story(const std::string& word) {
  std::error_code error;
  return looks_like_id(word) || (word != "-" && word.find_first_of("./") == std::string::npos &&
                                 !std::filesystem::exists(word, error));
}

// A story's synopsis from the store.
int compare_stored(const CompareOptions& options, const std::string& id) {
  const auto fail = [](const Error& error) {
    complain(error);
    return kNothing;
  };
  const std::string path = store_or_default(options.store);
  const auto store = store::Store::open(path, store::Mode::kReadOnly);
  if (!store && store.error().code == ErrorCode::kNotFound) {
    return fail({ErrorCode::kNotFound, id,
                 "no such file or folder, and no store to look a story up in (" + path + ")"});
  }
  if (!store) return fail(store.error());
  const auto row = store->story(id);
  if (!row && row.error().code == ErrorCode::kNotFound) {
    return fail({ErrorCode::kNotFound, id, "no such file or folder, and no such story in " + path});
  }
  if (!row) return fail(row.error());
  const auto engine = load_engine();
  if (!engine) return fail(engine.error());
  std::vector<model::Annotated> articles;
  for (const auto& article_id : row->story.articles) {
    auto article = store->article(article_id);
    if (!article) return fail(article.error());
    articles.push_back(std::move(*article));
  }
  print(options.format, flow::compare_story(*engine, row->story, articles), articles, *engine);
  return kDone;
}

int run(const CompareOptions& options) {
  const auto misuse = [](const char* where, const char* why) {
    return give_up({ErrorCode::kUsage, where, why});
  };
  if (options.since.empty() && !options.now.empty()) return misuse("--now", "needs --since");
  if (!options.now.empty() && !parse_utc(options.now)) {
    return misuse("--now", "is no time (2026-03-01T10:00:00Z, in UTC)");
  }
  if (!options.since.empty() && options.format == "markdown") {
    return misuse("--since", "prints text or json, no markdown");
  }
  const bool nothing_piped = isatty(STDIN_FILENO) == 1 || !options.store.empty();
  if (options.since.empty() && options.input.paths.empty() && nothing_piped) {
    complain({ErrorCode::kUsage, "", "name a PATH, a story's id or --since"});
    return kUsage;
  }
  if (!options.since.empty()) {
    const auto& paths = options.input.paths;
    return print_since({options.since, options.store, paths.empty() ? "" : paths[0], options.now,
                        options.format == "json"});
  }
  if (options.input.paths.size() == 1 && may_be_story(options.input.paths[0])) {
    return compare_stored(options, options.input.paths[0]);
  }
  const auto library = read_library(options.input);
  if (!library) {
    complain(library.error());
    return kNothing;
  }
  bool first = true;
  for (const auto& synopsis : library->grouped.synopses) {
    if (!sheet::has_two_sides(synopsis) && !options.all) continue;
    if (options.format != "json" && !first) std::puts("");
    first = false;
    print(options.format, synopsis, library->articles, library->engine);
  }
  if (first && library->totals.failed < library->totals.documents) {
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
  CLI::Option* format =
      command
          ->add_option("--format", options->format, "text, json (one object per story) or markdown")
          ->check(CLI::IsMember({"text", "json", "markdown"}))
          ->capture_default_str();
  command->add_flag("--json", options->json, "The same as --format json");
  command->add_option("--since", options->since,
                      "What is new in the store, or in its story PATH, since a time (2026-03-01, "
                      "2026-03-01T10:00:00Z, 90m, 2h, 3d, 1w) or by the LAST add");
  command->add_option("--now", options->now, "The time that --since counts back from");
  command->add_flag("--all", options->all, "Stories with a single account too");
  command->add_option("--store", options->store, "Store to look a story id up in");
  command->callback([options, format, &program] {
    if (options->json && format->count() > 0 && options->format != "json") {
      program.exit_code = give_up({ErrorCode::kUsage, "--json", "contradicts --format"});
      return;
    }
    if (options->json) options->format = "json";
    program.exit_code = run(*options);
  });
}

}  // namespace synoptic::cli
