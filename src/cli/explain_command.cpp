// synoptic explain: why a page, an article, a story or a fact is as it is.
#include <filesystem>
#include <optional>

#include "base/json.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/explain_block.h"
#include "cli/explain_story.h"
#include "cli/render.h"
#include "cli/since.h"
#include "cli/terminal.h"
#include "collect/collect.h"

namespace synoptic::cli {
namespace {

struct ExplainOptions {
  std::string id;
  InputOptions input;
  std::string store;
  bool history = false, json = false;
};

// Everything that explain looks in: read from paths or out of the store.
Result<Library> library_of(const ExplainOptions& options) {
  if (!options.input.paths.empty()) return read_library(options.input);
  const auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadOnly);
  if (!store) return tl::unexpected(store.error());
  auto engine = load_engine();
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
std::string explain(const Library& library, const std::string& id, bool as_json) {
  for (const auto& annotated : library.articles) {
    if (annotated.article.id != id) continue;
    return as_json ? json_with_evidence(annotated) + "\n" : article_explained(annotated);
  }
  const size_t slash = id.find('/');
  for (size_t i = 0; i < library.grouped.stories.size(); ++i) {
    const model::Story& story = library.grouped.stories[i];
    if (story.id == id) {
      const auto explained = flow::explain_story(library.engine, story, library.articles);
      return as_json ? story_explained_as_json(explained) + "\n" : story_explained(explained);
    }
    if (slash != std::string::npos && story.id != id.substr(0, slash)) continue;
    const std::string fact_id = slash == std::string::npos ? id : id.substr(slash + 1);
    if (const auto* fact = find_fact(library.grouped.synopses[i], fact_id)) {
      if (!as_json) return fact_explained(*fact);
      JsonWriter json;
      model::write_json(json, *fact);
      return json.take() + "\n";
    }
  }
  return {};
}

// "page.html#3" as "page.html" and "3", where the file exists: a '#' may stand in its name as well.
// The name may be that of a line, "pages.jsonl:7".
struct Place {
  std::string file, which;
  std::string line;  // the path of the captures that are meant; empty: all of the file
};

std::optional<Place> place_of(const std::string& word) {
  const auto exists = [](const std::string& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error) || std::filesystem::is_fifo(path, error);
  };
  if (exists(word)) return Place{word, "", ""};
  for (size_t hash = word.find('#');; hash = word.find('#', hash + 1)) {
    const std::string path = word.substr(0, hash);
    const std::string which = hash == std::string::npos ? "" : word.substr(hash + 1);
    if (exists(path)) return Place{path, which, ""};
    const size_t colon = path.rfind(':');
    if (colon != std::string::npos && is_ascii_digits(path.substr(colon + 1)) &&
        exists(path.substr(0, colon))) {
      return Place{path.substr(0, colon), which, path};
    }
    if (hash == std::string::npos) return std::nullopt;
  }
}

// The file's articles with all their pieces, or the first piece that is meant. Nothing printed: the
// error says why.
class FileExplainer {
 public:
  FileExplainer(const flow::Engine& engine, const Place& place, bool as_json)
      : engine_(engine), place_(place), as_json_(as_json) {}

  Result<void> run() {
    collect::Sources sources({place_.file});
    while (auto source = sources.next()) {
      const std::string& path = *source ? (*source)->path : source->error().where;
      if (!place_.line.empty() && path != place_.line) continue;
      if (auto done = explain(std::move(*source)); !done) error_ = done.error();
      if (found_ && !place_.which.empty()) break;
    }
    if (found_) return {};
    return tl::unexpected(error_);
  }

 private:
  Result<void> explain(Result<collect::Source> source) {
    if (!source) return tl::unexpected(source.error());
    auto capture = collect::read_source(std::move(*source));
    if (!capture) return tl::unexpected(capture.error());
    const flow::Document document = flow::understand(engine_, std::move(*capture));
    if (document.articles.empty()) return {};
    if (!place_.which.empty()) {
      const auto text = as_json_ ? block_explained_as_json(document, place_.which)
                                 : block_explained(document, place_.which);
      if (!text) return tl::unexpected(text.error());
      std::fputs((as_json_ ? *text + "\n" : shown(*text)).c_str(), stdout);
    } else if (as_json_) {
      for (size_t i = 0; i < document.articles.size(); ++i) {
        std::puts(page_explained_as_json(document, i).c_str());
      }
    } else {
      for (const auto& annotated : document.articles) {
        std::fputs(shown(article_explained(annotated) + "\n").c_str(), stdout);
      }
      std::fputs(shown(blocks_listed(document)).c_str(), stdout);
    }
    found_ = true;
    return {};
  }

  const flow::Engine& engine_;
  const Place& place_;
  bool as_json_;
  bool found_ = false;
  Error error_{ErrorCode::kNotFound, place_.line.empty() ? place_.file : place_.line,
               "no article stands there"};
};

// A story of the store needs its own articles only. Empty: no such story there.
Result<std::string> explain_stored_story(const ExplainOptions& options) {
  const auto store = store::Store::open(store_or_default(options.store), store::Mode::kReadOnly);
  if (!store) return tl::unexpected(store.error());
  if (const auto row = store->story(options.id); !row) {
    if (row.error().code == ErrorCode::kNotFound) return std::string();
    return tl::unexpected(row.error());
  }
  const auto engine = load_engine();
  if (!engine) return tl::unexpected(engine.error());
  const auto explained = flow::explain_story(*engine, *store, options.id);
  if (!explained) return tl::unexpected(explained.error());
  return options.json ? story_explained_as_json(*explained) + "\n" : story_explained(*explained);
}

int explain_file(const Place& place, bool as_json) {
  const auto engine = load_engine();
  const auto explained = engine ? FileExplainer(*engine, place, as_json).run()
                                : Result<void>(tl::unexpected(engine.error()));
  if (explained) return kDone;
  complain(explained.error());
  return kNothing;
}

int run(const ExplainOptions& options) {
  if (options.history) return print_history(options.id, options.store, options.json);
  if (options.input.paths.empty()) {
    if (const auto place = place_of(options.id)) return explain_file(*place, options.json);
    // A path that is not there is no id.
    const std::string path = options.id.substr(0, options.id.find('#'));
    if (path.find('.') != std::string::npos) {
      complain({ErrorCode::kNotFound, path, "no such file"});
      return kNothing;
    }
  }
  if (options.input.paths.empty()) {
    const auto text = explain_stored_story(options);
    if (!text) {
      complain(text.error());
      return kNothing;
    }
    if (!text->empty()) {
      std::fputs(options.json ? text->c_str() : shown(*text).c_str(), stdout);
      return kDone;
    }
  }
  const auto library = library_of(options);
  if (!library) {
    complain(library.error());
    return kNothing;
  }
  const std::string text = explain(*library, options.id, options.json);
  if (text.empty()) {
    complain({ErrorCode::kNotFound, options.id, "no such article, story or fact"});
    return kNothing;
  }
  std::fputs(options.json ? text.c_str() : shown(text).c_str(), stdout);
  return kDone;
}

}  // namespace

void add_explain_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand(
      "explain",
      "Why: the rules and the evidence behind a page, a block, an article, a story or a fact");
  command
      ->add_option(
          "WHAT", options->id,
          "FILE, FILE#BLOCK, or the id of an article, a story or a fact (STORY/FACT). BLOCK "
          "is a number as in the JSON (-1: the title), rN (number N of what was removed), "
          "@BYTE, or words that stand in it")
      ->required();
  command->add_option("PATH", options->input.paths,
                      "Where the id comes from; without it, the store");
  command->add_option("--store", options->store, "The store to look in");
  command->add_flag("--history", options->history,
                    "The versions of an article of the store and what each changed");
  command->add_flag("--json", options->json, "The same as JSON");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
