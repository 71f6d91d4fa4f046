// synoptic-eval: measures the stages on data whose answers are known.
#include <exception>

#include "base/memory.h"
#include "eval/commands.h"

int main(int argc, char** argv) {
  using namespace synoptic::eval;
  synoptic::keep_freed_memory();
  CLI::App app{"Measures how well Synoptic does on data whose answers are known.", "synoptic-eval"};
  app.set_version_flag("--version", SYNOPTIC_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 measured, 1 usage, 2 nothing could be measured, 3 a figure is below its "
      "floor\nor a line of a set could not be read. What the figures mean: docs/quality.md");
  int exit_code = kMeasured;
  add_cleaning_command(app, exit_code);
  add_times_command(app, exit_code);
  add_quantities_command(app, exit_code);
  add_quotes_command(app, exit_code);
  add_events_command(app, exit_code);
  add_outlooks_command(app, exit_code);
  add_standings_command(app, exit_code);
  add_origins_command(app, exit_code);
  add_matters_command(app, exit_code);
  add_parts_command(app, exit_code);
  add_topics_command(app, exit_code);
  add_retrieval_command(app, exit_code);
  add_names_command(app, exit_code);
  add_links_command(app, exit_code);
  add_stories_command(app, exit_code);
  add_synopsis_command(app, exit_code);
  add_event_lines_command(app, exit_code);
  add_near_duplicates_command(app, exit_code);
  add_similarity_command(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kMeasured : kUsage;
  } catch (const std::exception& error) {
    complain({synoptic::ErrorCode::kMalformed, "", error.what()});
    return kNothing;
  }
  return exit_code;
}
