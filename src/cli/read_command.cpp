// synoptic read: the articles of the inputs, clean and annotated.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/render.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

struct ReadOptions {
  InputOptions input;
  std::string format = "json";
  bool plain = false;
  bool removed = false;
};

std::string rendered(const model::Annotated& annotated, const ReadOptions& options) {
  const model::Article& article = annotated.article;
  if (options.format == "markdown") return article_as_markdown(article);
  if (options.format == "text") return article.title + "\n\n" + model::body_text(article) + "\n";
  if (options.format == "table") return article_as_table_row(article) + "\n";
  JsonWriter json;
  options.plain ? model::write_json(json, article) : model::write_json(json, annotated);
  return json.take() + "\n";
}

int run(const ReadOptions& options) {
  const auto engine = flow::Engine::load();
  if (!engine) {
    complain(engine.error());
    return kNothing;
  }
  ProgressBar bar;
  flow::Options flow_options = options.input.flow_options();
  flow_options.progress = [&](const flow::Progress& progress) { bar.update(progress); };
  if (options.format == "table") fmt::print("{}\n", article_table_head());
  bool first = true;
  const flow::Totals totals = flow::read_all(
      *engine, options.input.inputs(), flow_options, [&](Result<flow::Document> result) {
        bar.finish();
        if (!result) return complain(result.error());
        for (const auto& warning : result->capture.warnings) {
          inform(fmt::format("synoptic: {}: {}", result->capture.path, warning));
        }
        for (const auto& annotated : result->articles) {
          const bool apart = options.format == "markdown" || options.format == "text";
          if (apart && !first) std::fputs("\n", stdout);
          first = false;
          std::fputs(rendered(annotated, options).c_str(), stdout);
          if (options.removed) std::fputs(removed_as_text(annotated.article).c_str(), stdout);
        }
      });
  bar.finish();
  if (options.input.stats) print_stats(totals);
  return exit_code_of(totals);
}

}  // namespace

void add_read_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<ReadOptions>();
  CLI::App* command = app.add_subcommand(
      "read", "Clean the articles of the inputs; one JSON object per article (NDJSON)");
  command->alias("annotate");
  options->input.add_to(*command, true);
  command->add_option("--format", options->format, "json, markdown, text or table")
      ->check(CLI::IsMember({"json", "markdown", "text", "table"}))
      ->capture_default_str();
  command->add_flag("--plain", options->plain, "JSON without mentions, quantities, events …");
  command->add_flag("--removed", options->removed, "List what was left out, with the reason");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
