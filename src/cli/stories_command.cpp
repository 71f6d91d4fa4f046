// synoptic stories: which articles report the same event.
#include "cli/commands.h"
#include "cli/render.h"
#include "cli/terminal.h"

namespace synoptic::cli {
namespace {

struct StoriesOptions {
  InputOptions input;
  bool json = false;
};

int run(const StoriesOptions& options) {
  const auto library = read_library(options.input);
  if (!library) {
    complain(library.error());
    return kNothing;
  }
  if (options.json) {
    JsonWriter json;
    json.begin_object().key("stories").begin_array();
    for (const auto& story : library->grouped.stories) model::write_json(json, story);
    json.end_array().end_object();
    std::puts(json.text().c_str());
  } else {
    for (const auto& story : library->grouped.stories) {
      std::fputs(story_as_text(story).c_str(), stdout);
    }
  }
  return exit_code_of(library->totals);
}

}  // namespace

void add_stories_command(CLI::App& app, Program& program) {
  auto options = std::make_shared<StoriesOptions>();
  CLI::App* command = app.add_subcommand("stories", "Group the inputs into stories");
  options->input.add_to(*command, true);
  command->add_flag("--json", options->json, "One JSON object");
  command->callback([options, &program] { program.exit_code = run(*options); });
}

}  // namespace synoptic::cli
