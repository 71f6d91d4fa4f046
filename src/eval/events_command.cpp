// synoptic-eval events: who did what to whom, language by language.
#include "eval/cases_command.h"
#include "eval/events.h"

namespace synoptic::eval {
namespace {

struct EventsArguments {
  CasesCommand common;
  bool roots = false;
};

int run(const EventsArguments& options) {
  const auto knowledge = knowledge::Knowledge::load();
  if (!knowledge) {
    complain(knowledge.error());
    return kNothing;
  }
  return run_cases<EventFigures>(
      options.common, [&](const std::string& set, EventFigures& figures) {
        return evaluate_events(set, options.common.cases, options.roots, **knowledge, figures);
      });
}

}  // namespace

void add_events_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<EventsArguments>();
  CLI::App* command = app.add_subcommand(
      "events", "Are the events found, with their PLOVER types, sides and certainty");
  options->common.add_to(*command, "events", "events");
  command->add_flag("--roots", options->roots, "Of the misses, only wrong types of main events");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace synoptic::eval
