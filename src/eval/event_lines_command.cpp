// synoptic-eval event-lines: is the event of a story told in one line.
#include "eval/cases_command.h"
#include "eval/event_lines.h"
#include "eval/tools.h"

namespace synoptic::eval {

void add_event_lines_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CasesCommand>();
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "event-lines", "Is the event of a story told in one line: who did what to whom, where, when");
  options->add_to(*command, "event-lines", "event in one line");
  command->add_option("--stories", *folder, "The folder of the stories' files")->required();
  command->callback([options, folder, &exit_code] {
    const auto tools = Tools::load();
    if (!tools) {
      complain(tools.error());
      exit_code = kNothing;
      return;
    }
    exit_code = run_cases<EventLineFigures>(
        *options, [&](const std::string& set, EventLineFigures& figures) {
          return evaluate_event_lines(set, *folder, options->cases, *tools->knowledge,
                                      tools->languages, figures);
        });
  });
}

}  // namespace synoptic::eval
