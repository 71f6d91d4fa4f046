// synoptic read: the articles of the inputs, clean and annotated.
#include <fmt/format.h>

#include <map>

#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/render.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

enum class Format { kJson, kMarkdown, kText, kTable, kInline, kBrat };

const std::map<std::string, Format> kFormats{
    {"json", Format::kJson},   {"markdown", Format::kMarkdown}, {"text", Format::kText},
    {"table", Format::kTable}, {"inline", Format::kInline},     {"brat", Format::kBrat}};

struct ReadOptions {
  InputOptions input;
  std::string format = "json";
  bool plain = false;
  bool removed = false;
  bool evidence = false;
};

// What was removed is always in the JSON.
std::string as_json(const model::Annotated& annotated, const ReadOptions& options) {
  if (options.evidence) return json_with_evidence(annotated, options.plain) + "\n";
  JsonWriter json;
  options.plain ? model::write_json(json, annotated.article) : model::write_json(json, annotated);
  return json.take() + "\n";
}

// "## Heading" and what stands under it, as lines of a code block where they are columns.
std::string section(Format format, std::string_view heading, const std::string& lines) {
  if (format == Format::kMarkdown) return fmt::format("\n## {}\n\n```\n{}```\n", heading, lines);
  return fmt::format("\n{}\n{}", bold(heading), lines);
}

std::string rendered(const model::Annotated& annotated, Format format, const ReadOptions& options) {
  const model::Article& article = annotated.article;
  if (format == Format::kJson) return as_json(annotated, options);
  if (format == Format::kTable) {
    std::string row = article_as_table_row(article) + "\n";
    if (options.removed) row += removed_as_text(article);
    if (options.evidence) row += evidence_as_text(article);
    return row;
  }
  if (format == Format::kInline) return annotations_as_text(annotated);
  if (format == Format::kBrat) return annotations_as_brat(annotated);
  const bool markdown = format == Format::kMarkdown;
  std::string out = markdown ? article_as_markdown(article) : article_as_text(article);
  if (options.removed) {
    out += markdown ? removed_as_markdown(article)
                    : section(format, "Removed", removed_as_text(article));
  }
  if (options.evidence) out += section(format, "Evidence", evidence_as_text(article));
  return out;
}

int run(const ReadOptions& options) {
  const auto engine = load_engine();
  if (!engine) {
    complain(engine.error());
    return kNothing;
  }
  ProgressBar bar;
  flow::Options flow_options = options.input.flow_options();
  flow_options.progress = [&](const flow::Progress& progress) { bar.update(progress); };
  const Format format = kFormats.at(options.format);
  if (format == Format::kTable) fmt::print("{}\n", article_table_head());
  bool first = true;
  const flow::Totals totals = flow::read_all(
      *engine, options.input.inputs(), flow_options, [&](Result<flow::Document> result) {
        bar.finish();
        if (!result) return complain(result.error());
        tell_warnings(*result);
        for (const auto& annotated : result->articles) {
          const bool apart = format != Format::kJson && format != Format::kTable;
          if (apart && !first) std::fputs("\n", stdout);
          first = false;
          const std::string text = rendered(annotated, format, options);
          std::fputs(format == Format::kJson ? text.c_str() : shown(text).c_str(), stdout);
        }
      });
  bar.finish();
  tell_barren(totals);
  if (options.input.stats) print_stats(totals);
  return exit_code_of(totals);
}

}  // namespace

void add_read_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<ReadOptions>();
  CLI::App* command = app.add_subcommand("read", "Clean and annotate the articles of the inputs");
  command->alias("annotate");
  options->input.add_to(*command, true);
  command
      ->add_option(
          "--format", options->format,
          "json: one object per article (NDJSON); markdown: front matter and blocks; text: "
          "title and blocks; table: one line per article; inline: the text with what was "
          "recognised between brackets; brat: the same as standoff")
      ->check(CLI::IsMember({"json", "markdown", "text", "table", "inline", "brat"}))
      ->capture_default_str();
  command->add_flag("--plain", options->plain, "JSON without mentions, quantities, events …");
  command->add_flag("--removed", options->removed,
                    "List what was left out, with the reason (JSON always does)");
  command->add_flag("--evidence", options->evidence,
                    "All that the page says of title, days and authors, the chosen marked, and "
                    "where it contradicts itself");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
