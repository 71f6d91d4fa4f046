// synoptic-eval event-lines: is the event of a story told in one line.
#include "base/data.h"
#include "eval/cases_command.h"
#include "eval/event_lines.h"

namespace synoptic::eval {

void add_event_lines_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CasesCommand>();
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand(
      "event-lines", "Is the event of a story told in one line: who did what to whom, where, when");
  options->add_to(*command, "event in one line");
  command->add_option("--stories", *folder, "The folder of the stories' files")->required();
  command->callback([options, folder, &exit_code] {
    const auto knowledge = knowledge::Knowledge::load();
    const auto languages = text::LanguageId::from_bytes(embedded_data("models/language_id.bin"));
    if (!knowledge || !languages) {
      complain(knowledge ? languages.error() : knowledge.error());
      exit_code = kNothing;
      return;
    }
    exit_code = run_cases<EventLineFigures>(
        "event-lines", *options, [&](const std::string& set, EventLineFigures& figures) {
          return evaluate_event_lines(set, *folder, options->cases, **knowledge, *languages,
                                      figures);
        });
  });
}

}  // namespace synoptic::eval
